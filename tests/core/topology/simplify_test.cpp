#include "vicinia/core/topology/simplify.h"
#include "vicinia/core/geom/overlay.h"

#include <gtest/gtest.h>

#include <limits>

#include "shapes.h"
#include "support/synthetic_country.h"
#include "vicinia/core/topology/dissolve.h"

namespace vicinia::core::topology::test {
namespace {

Topology country(std::uint64_t seed) {
  return built(
      vicinia::test::make_country({.columns = 8, .rows = 8, .vertices_per_side = 60, .seed = seed}).areas);
}

TEST(Simplify, KeepsBordersSharedAndPairsTheSame) {
  for (const double tolerance_m : {10.0, 200.0, 3000.0}) {
    const Topology full = country(3);
    const auto fewer = simplify(full, tolerance_m);
    ASSERT_TRUE(fewer);
    EXPECT_LT(fewer->point_count(), full.point_count());
    const Areas drawn = areas(*fewer);
    const auto again = borders(built(drawn));
    const auto before = borders(full);
    EXPECT_EQ(pairs(again, false), pairs(before, false));
    for (const Border& row : again) EXPECT_EQ(row.kind, BorderKind::edge);
    for (const auto& area : drawn) {
      EXPECT_EQ(geom::fault_of(area), "");
    }
  }
}

TEST(Simplify, StaysWithinTheTolerance) {
  const Topology full = country(5);
  const double tolerance_m = 150;
  const auto fewer = simplify(full, tolerance_m);
  ASSERT_TRUE(fewer);
  for (std::size_t i = 0; i < full.arcs().size(); ++i) {
    const auto points = fewer->points_of(fewer->arcs()[i]);
    const bg::model::linestring<geom::Point> line(points.begin(), points.end());
    for (const auto& point : full.points_of(full.arcs()[i]))
      EXPECT_LE(bg::distance(point, line), tolerance_m + 1e-6);
  }
}

TEST(Simplify, ToNothingKeepsEveryBendAndLosesOnlyPointsOnStraightLines) {
  const Topology full = country(1);
  const auto same = simplify(full, 0);
  ASSERT_TRUE(same);
  const Areas before = areas(full), after = areas(*same);
  for (std::size_t unit = 0; unit < before.size(); ++unit)
    EXPECT_NEAR(bg::area(after[unit]), bg::area(before[unit]), 1e-3);
}

TEST(Simplify, RingsKeepFourPoints) {
  // an island, a hole with its filling, and two units with two lines between the same nodes: all smaller than the tolerance
  const Areas input{
      from_wkt(
          "MULTIPOLYGON(((1000 1000,1000 5000,5000 5000,5000 1000,1000 1000),(2000 2000,2100 2000,2100 2100,2000 2100,2000 2000)))"),
      rectangle(2000, 2000, 2100, 2100), rectangle(8000, 8000, 8010, 8010),
      from_wkt(
          "MULTIPOLYGON(((11000 1000,11000 5000,15000 5000,15000 3000,15000 2000,15000 1000,11000 1000)))"),
      from_wkt("MULTIPOLYGON(((15000 2000,15000 3000,15010 2900,15012 2500,15010 2100,15000 2000)))")};
  const auto fewer = simplify(built(input), 1e5);
  ASSERT_TRUE(fewer);
  const Areas drawn = areas(*fewer);
  ASSERT_EQ(drawn.size(), input.size());
  for (const auto& area : drawn) {
    ASSERT_EQ(area.size(), 1U);
    EXPECT_GE(area[0].outer().size(), 4U);
    EXPECT_NE(bg::area(area), 0);
  }
  EXPECT_EQ(drawn[0][0].inners().size(), 1U);
}

TEST(Simplify, ImpossibleTolerancesAreRefusedAndItCanBeStopped) {
  for (const double bad : {-1.0, std::numeric_limits<double>::quiet_NaN()})
    EXPECT_EQ(simplify(built(grid(1, 1)), bad).error().code, ErrorCode::invalid_argument);
  std::stop_source source;
  source.request_stop();
  EXPECT_EQ(simplify(built(grid(2, 2)), 1, {.stop = source.get_token(), .report = {}}).error().code,
            ErrorCode::cancelled);
}

}  // namespace
}  // namespace vicinia::core::topology::test
