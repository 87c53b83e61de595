// Points in areas, many at a time: the same answer as asking every area.
#include "vicinia/core/geom/unit_locator.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

#include "vicinia/core/geom/measures.h"

namespace vicinia::core::geom {
namespace {

std::vector<std::size_t> all_of(const std::vector<MultiPolygon>& areas) {
  std::vector<std::size_t> all(areas.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

std::optional<std::size_t> by_asking_all(const std::vector<MultiPolygon>& areas, const Point& point) {
  for (std::size_t i = 0; i < areas.size(); ++i)
    if (covers(areas[i], point)) return i;
  return std::nullopt;
}

Ring rectangle(double west, double south, double east, double north) {
  return {{west, south}, {west, north}, {east, north}, {east, south}, {west, south}};
}

/// Halves of a square along a crooked line with vertices on whole numbers, an island in a hole of the first, and one far away.
std::vector<MultiPolygon> crooked(const std::vector<int>& line) {
  Ring left{{0, 0}}, right;
  const double last = static_cast<double>(line.size()) - 1;
  left.push_back({0, last});
  for (std::size_t i = line.size(); i-- > 0;)
    left.push_back({static_cast<double>(line[i]), static_cast<double>(i)});
  left.push_back({0, 0});
  for (std::size_t i = 0; i < line.size(); ++i)
    right.push_back({static_cast<double>(line[i]), static_cast<double>(i)});
  right.push_back({100, last});
  right.push_back({100, 0});
  right.push_back(right.front());
  Ring hole = rectangle(2, 1, 4, 2);
  std::reverse(hole.begin(), hole.end());
  std::vector<MultiPolygon> areas(3);
  areas[0].resize(1);
  areas[0][0].outer() = left;
  areas[0][0].inners().push_back(hole);
  areas[1].resize(1);
  areas[1][0].outer() = right;
  areas[2].resize(2);
  areas[2][0].outer() = rectangle(2, 1, 4, 2);
  areas[2][1].outer() = rectangle(500, 500, 501, 501);
  return areas;
}

RC_GTEST_PROP(UnitLocatorProperty, SaysWhatAskingEveryAreaSays, ()) {
  const auto line =
      *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(4, 30), rc::gen::inRange(10, 60));
  const auto areas = crooked(line);
  const UnitLocator locator(areas, all_of(areas));
  const auto ask = [&](const Point& point) {
    if (locator.at(point) != by_asking_all(areas, point))
      RC_FAIL("at " + std::to_string(point.x()) + " " + std::to_string(point.y()));
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    ask({static_cast<double>(line[i]), static_cast<double>(i)});  // on the border
    ask({static_cast<double>(line[i]) + 0.125, static_cast<double>(i)});
    ask({static_cast<double>(line[i]) - 0.125, static_cast<double>(i)});
  }
  for (int i = 0; i < 200; ++i) ask({*rc::gen::inRange(-40, 420) / 4.0, *rc::gen::inRange(-4, 130) / 4.0});
  ask({500.5, 500.5});
  ask({2, 1});
  ask({3, 1.5});
}

TEST(UnitLocator, CandidatesOfACellAreThoseThatItsPointsAreIn) {
  const auto areas = crooked({10, 30, 20, 50, 10, 40, 20});
  const UnitLocator locator(areas, all_of(areas));
  const auto& grid = locator.grid();
  const auto candidates = locator.candidates();
  ASSERT_GT(grid.columns, 1u);
  for (std::size_t i = 1; i < candidates.size(); ++i)
    EXPECT_TRUE(
        candidates[i - 1].cell < candidates[i].cell ||
        (candidates[i - 1].cell == candidates[i].cell && candidates[i - 1].area < candidates[i].area));
  for (const auto& candidate : candidates) {
    if (!candidate.is_whole) continue;
    const Point middle((candidate.cell % grid.columns + 0.5) / grid.columns_per_x + grid.west,
                       (candidate.cell / grid.columns + 0.5) / grid.rows_per_y + grid.south);
    EXPECT_TRUE(covers(areas[candidate.area], middle));
  }
}

TEST(UnitLocator, OfNothingFindsNothing) {
  const std::vector<MultiPolygon> areas(2);
  EXPECT_EQ(UnitLocator(areas, all_of(areas)).at({0, 0}), std::nullopt);
  EXPECT_TRUE(UnitLocator(areas, all_of(areas)).candidates().empty());
}

}  // namespace
}  // namespace vicinia::core::geom
