#include "vicinia/core/topology/dissolve.h"
#include "vicinia/core/geom/overlay.h"

#include <gtest/gtest.h>

#include <numeric>

#include "shapes.h"

namespace vicinia::core::topology::test {
namespace {

Areas dissolved(const Areas& areas, const std::vector<GroupIndex>& groups) {
  const auto result = dissolve(built(areas), groups);
  EXPECT_TRUE(result);
  for (const auto& outline : *result) {
    EXPECT_EQ(geom::fault_of(outline), "") << bg::wkt(outline);
  }
  return *result;
}

TEST(Dissolve, AGridIntoOneSquare) {
  const auto result = dissolved(grid(5, 5), std::vector<GroupIndex>(25, 0));
  ASSERT_EQ(result.size(), 1U);
  ASSERT_EQ(result[0].size(), 1U);
  EXPECT_TRUE(result[0][0].inners().empty());
  EXPECT_EQ(bg::area(result[0]), 25e6);
  EXPECT_EQ(bg::perimeter(result[0]), 20000);
}

TEST(Dissolve, ARingOfUnitsKeepsTheHoleAndTheUnitInIt) {
  std::vector<GroupIndex> groups(9, 0);
  groups[4] = 1;
  const auto result = dissolved(grid(3, 3), groups);
  ASSERT_EQ(result.size(), 2U);
  ASSERT_EQ(result[0].size(), 1U);
  ASSERT_EQ(result[0][0].inners().size(), 1U);
  EXPECT_EQ(bg::area(result[0]), 8e6);
  EXPECT_TRUE(geom::same_ground(result[1], grid(3, 3)[4]));
}

TEST(Dissolve, UnitsThatTouchAtACornerAreTwoParts) {
  const auto result = dissolved(grid(2, 2), {0, 1, 1, 0});
  for (const auto& outline : result) {
    EXPECT_EQ(outline.size(), 2U);
    EXPECT_EQ(bg::area(outline), 2e6);
  }
}

TEST(Dissolve, HolesThatTouchAtACornerAreTwoHoles) {
  std::vector<GroupIndex> groups(16, 0);
  groups[5] = groups[10] = 1;
  const auto result = dissolved(grid(4, 4), groups);
  ASSERT_EQ(result[0].size(), 1U);
  EXPECT_EQ(result[0][0].inners().size(), 2U);
  EXPECT_EQ(result[1].size(), 2U);
}

TEST(Dissolve, AHoleThatTouchesTheOutlineStaysAHole) {
  std::vector<GroupIndex> groups(16, 0);
  groups[3] = 2;  // the corner square is missing, and the hole touches it
  groups[6] = 1;
  const auto result = dissolved(grid(4, 4), groups);
  ASSERT_EQ(result[0].size(), 1U);
  EXPECT_EQ(result[0][0].inners().size(), 1U);
  EXPECT_EQ(bg::area(result[0]), 14e6);
}

TEST(Dissolve, AChainOfHolesThatDividesTheGroundMakesTwoParts) {
  std::vector<GroupIndex> groups(9, 0);
  groups[2] = groups[4] = groups[6] = 1;  // the diagonal
  const auto result = dissolved(grid(3, 3), groups);
  EXPECT_EQ(result[0].size(), 2U);
  EXPECT_EQ(bg::area(result[0]), 6e6);
  EXPECT_EQ(result[1].size(), 3U);
}

TEST(Dissolve, IslandsExclavesAndIslandsInHolesFindTheirPlace) {
  Areas areas = grid(5, 5);
  areas.push_back(rectangle(20000, 20000, 21000, 21000));
  std::vector<GroupIndex> groups(26, 1);
  for (const std::size_t at : {0, 1, 2, 3, 4, 5, 9, 10, 14, 15, 19, 20, 21, 22, 23, 24})
    groups[at] = 0;  // a frame
  groups[12] = 0;    // an exclave in the middle
  groups[25] = 0;    // an island
  const auto result = dissolved(areas, groups);
  ASSERT_EQ(result[0].size(), 3U);
  EXPECT_EQ(bg::area(result[0]), 18e6);
  EXPECT_EQ(bg::num_interior_rings(result[0]), 1U);
  EXPECT_EQ(bg::num_interior_rings(result[1]), 1U);
}

TEST(Dissolve, UnitsOfNoGroupAreLeftOut) {
  const auto result = dissolved(grid(3, 1), {0, no_group, 2});
  ASSERT_EQ(result.size(), 3U);
  EXPECT_TRUE(result[1].empty());
  EXPECT_EQ(bg::area(result[2]), 1e6);
}

TEST(Dissolve, AGapBetweenUnitsIsARealHole) {
  Areas areas = grid(3, 3);
  areas.erase(areas.begin() + 4);
  const auto result = dissolved(areas, std::vector<GroupIndex>(8, 0));
  EXPECT_EQ(result[0][0].inners().size(), 1U);
}

TEST(Dissolve, EachUnitByItselfIsTheInputAgain) {
  Areas input = grid(4, 3);
  input.push_back(from_wkt(
      "MULTIPOLYGON(((21000 21000,21000 25000,25000 25000,25000 21000,21000 21000),(22000 22000,24000 22000,24000 24000,22000 "
      "24000,22000 22000)))"));
  const auto output = areas(built(input));
  ASSERT_EQ(output.size(), input.size());
  for (std::size_t unit = 0; unit < input.size(); ++unit)
    EXPECT_TRUE(geom::same_ground(output[unit], input[unit])) << unit;
}

TEST(Dissolve, NeedsAGroupForEachUnit) {
  EXPECT_EQ(dissolve(built(grid(2, 1)), std::vector<GroupIndex>{0}).error().code, ErrorCode::shape_mismatch);
}

TEST(Outline, SaysHowLongItIsAndWhereItCrossesAProvinceBorder) {
  const Topology topology = built(grid(4, 2));
  const std::vector<GroupIndex> province{0, 0, 1, 1, 0, 0, 1, 1};
  const auto result = outline(topology, std::vector<UnitIndex>{1, 2, 5}, province);
  ASSERT_TRUE(result);
  EXPECT_EQ(bg::area(result->area), 3e6);
  EXPECT_EQ(result->crossings_m, 1000) << "between 1 and 2";
  EXPECT_EQ(result->border_m, 8000);
}

TEST(Outline, OfEveryGroupAtOnceIsThatOfEachAlone) {
  const Topology topology = built(grid(4, 2));
  const std::vector<GroupIndex> province{0, 0, 1, 1, 0, 0, 1, 1},
      groups{no_group, 2, 2, no_group, 0, 2, no_group, 0};
  const auto lines = outline_lines(topology, groups, province);
  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->size(), 3u);
  EXPECT_TRUE(lines->at(1).border.empty() && lines->at(1).crossings.empty()) << "of no unit";
  const auto alone = outline(topology, std::vector<UnitIndex>{1, 2, 5}, province);
  EXPECT_EQ(lines->at(2).border, alone->border);
  EXPECT_EQ(lines->at(2).crossings, alone->crossings);
  EXPECT_EQ(lines->at(0).border_m, 8000) << "of two units that do not touch";
  EXPECT_EQ(outline_lines(topology, groups, std::vector<GroupIndex>{0}).error().code,
            ErrorCode::shape_mismatch);
}

TEST(Outline, OfNoUnitIsEmptyAndOfOneThatIsNotThereAnError) {
  const Topology topology = built(grid(2, 1));
  EXPECT_TRUE(outline(topology, {})->area.empty());
  EXPECT_EQ(outline(topology, std::vector<UnitIndex>{2}).error().code, ErrorCode::shape_mismatch);
}

}  // namespace
}  // namespace vicinia::core::topology::test
