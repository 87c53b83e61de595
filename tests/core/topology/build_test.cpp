#include <gtest/gtest.h>

#include <limits>

#include "shapes.h"

namespace vicinia::core::topology::test {
namespace {

using Kind = Finding::Kind;

TEST(BuildTopology, OfTwoSquaresHasThreeArcsAndTwoNodes) {
  const Topology topology = built(grid(2, 1));
  EXPECT_EQ(topology.arcs().size(), 3U);
  EXPECT_EQ(topology.nodes().size(), 2U);
  std::size_t shared = 0;
  for (const Arc& arc : topology.arcs())
    if (arc.left != outside && arc.right != outside) {
      ++shared;
      EXPECT_EQ(arc.length_m, 1000);
    }
  EXPECT_EQ(shared, 1U);
}

TEST(BuildTopology, EveryRingIsAClosedChainWithItsUnitOnTheRight) {
  const Topology topology = built(grid(4, 4));
  for (std::size_t unit = 0; unit < topology.unit_count(); ++unit)
    for (std::size_t i = 0; i < topology.ring_count(unit); ++i) {
      const auto chain = topology.ring(unit, i);
      double length = 0;
      for (std::size_t j = 0; j < chain.size(); ++j) {
        const Arc& arc = topology.arcs()[chain[j].arc];
        const Arc& next = topology.arcs()[chain[(j + 1) % chain.size()].arc];
        const ArcRef next_ref = chain[(j + 1) % chain.size()];
        EXPECT_EQ(chain[j].reversed ? arc.left : arc.right, unit);
        EXPECT_EQ(chain[j].reversed ? arc.from_node : arc.to_node,
                  next_ref.reversed ? next.to_node : next.from_node);
        length += arc.length_m;
      }
      EXPECT_EQ(length, 4000);
    }
}

TEST(BuildTopology, RingsThatRunTheWrongWayRoundOrAreNotClosedAreRead) {
  Areas areas = grid(2, 1);
  std::reverse(areas[0][0].outer().begin(), areas[0][0].outer().end());
  areas[1][0].outer().pop_back();
  EXPECT_EQ(borders(built(areas)), borders(built(grid(2, 1))));
}

TEST(BuildTopology, CoordinatesThatAreNotFiniteNameTheUnit) {
  for (const double bad :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    Areas areas = grid(3, 1);
    areas[1][0].outer()[2].y(bad);
    const auto topology = build_topology(areas);
    ASSERT_FALSE(topology);
    EXPECT_EQ(topology.error().code, ErrorCode::non_finite_coordinate);
    EXPECT_EQ(topology.error().subject.row, 2U);
  }
}

TEST(BuildTopology, DegreesAreRefused) {
  const auto topology = build_topology(Areas{{}, rectangle(105, 10, 106, 11), rectangle(106, 10, 107, 11)});
  ASSERT_FALSE(topology);
  EXPECT_EQ(topology.error().code, ErrorCode::geographic_coordinates);
  EXPECT_EQ(topology.error().subject.row, 2U);
}

TEST(BuildTopology, AnEmptyLayerIsRefused) {
  EXPECT_EQ(build_topology(Areas{}).error().code, ErrorCode::empty_layer);
}

TEST(BuildTopology, AnImpossibleToleranceIsRefused) {
  for (const double bad :
       {-1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
    EXPECT_EQ(build_topology(grid(1, 1), {.tolerance_m = bad}).error().code, ErrorCode::invalid_argument);
}

TEST(BuildTopology, CanBeStopped) {
  std::stop_source source;
  source.request_stop();
  EXPECT_EQ(build_topology(grid(2, 2), {}, {.stop = source.get_token(), .report = {}}).error().code,
            ErrorCode::cancelled);
}

TEST(BuildTopology, AUnitWithoutPolygonsIsListed) {
  Areas areas = grid(2, 1);
  areas.push_back({});
  const Topology topology = built(areas);
  EXPECT_EQ(topology.unit_count(), 3U);
  ASSERT_EQ(kinds(topology.findings()), std::vector<Kind>{Kind::empty});
  EXPECT_EQ(topology.findings()[0].units, std::vector<UnitIndex>{2});
}

TEST(BuildTopology, RingsThatEncloseNothingAreListedWithTheirPlace) {
  Areas areas = grid(1, 1);
  areas.push_back(from_wkt("MULTIPOLYGON(((5000 5000,6000 5000,7000 5000,5000 5000)))"));
  areas.push_back(from_wkt("MULTIPOLYGON(((8000 8000,8000 8000,8000 8000,8000 8000)))"));
  const Topology topology = built(areas);
  EXPECT_EQ(kinds(topology.findings()), (std::vector<Kind>{Kind::zero_area, Kind::zero_area}));
  EXPECT_EQ(topology.findings()[0].place.x(), 5000);
  EXPECT_EQ(topology.findings()[0].size, 4000);
}

TEST(BuildTopology, TheSamePolygonTwiceIsListedAndBothKeepTheirNeighbours) {
  Areas areas = grid(3, 1);
  areas.push_back(areas[1]);
  const Topology topology = built(areas);
  ASSERT_EQ(kinds(topology.findings()), std::vector<Kind>{Kind::duplicate});
  EXPECT_EQ(topology.findings()[0].units, (std::vector<UnitIndex>{1, 3}));
  EXPECT_EQ(pairs(borders(topology), false), (std::vector<Pair>{{0, 1}, {0, 3}, {1, 2}, {2, 3}}));
}

TEST(BuildTopology, UnitsOnTheSameSideOfALineOverlap) {
  const Topology topology = built({rectangle(1000, 1000, 2000, 2000), rectangle(1000, 1000, 2000, 3000)});
  ASSERT_EQ(topology.healed().size(), 1U);
  EXPECT_EQ(topology.healed()[0].kind, Healed::Kind::overlap);
  EXPECT_EQ(topology.healed()[0].units, (std::vector<UnitIndex>{0, 1}));
  EXPECT_EQ(topology.healed()[0].given_to, 0U) << "all that it has";
}

TEST(BuildTopology, AValueOfEightAndASpikeDoNoHarm) {
  const auto eight = from_wkt("MULTIPOLYGON(((1000 1000,3000 3000,3000 1000,1000 4000,1000 1000)))");
  const auto spike = from_wkt(
      "MULTIPOLYGON(((9000 1000,9000 2000,9500 2000,9500 3000,9500 2000,10000 2000,10000 1000,9000 1000)))");
  const Topology topology = built({eight, spike});
  EXPECT_EQ(topology.unit_count(), 2U);
  EXPECT_TRUE(borders(topology).empty());
}

}  // namespace
}  // namespace vicinia::core::topology::test
