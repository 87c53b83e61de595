// Borders that do not meet as they should: closed forms. A tolerance links what lies beside each other and
// fills enclosed gaps; it moves no border. Whole countries: dirty_country_test.cpp, laws_test.cpp, and
// tests/gis/topology.
#include <gtest/gtest.h>

#include <cmath>

#include "shapes.h"
#include "vicinia/core/geom/overlay.h"
#include "vicinia/core/topology/dissolve.h"

namespace vicinia::core::topology::test {
namespace {

Border only_row(const std::vector<Border>& rows) {
  EXPECT_EQ(rows.size(), 1U) << as_text(rows);
  return rows.size() == 1 ? rows[0] : Border{};
}
std::vector<double> areas_m2(const Topology& topology) {
  std::vector<double> result;
  for (const auto& one : areas(topology)) result.push_back(bg::area(one));
  return result;
}

TEST(TJunction, WithAVertexOnANeighboursLineNeedsNoTolerance) {
  // two units beside one, whose long side has no vertex
  const auto rows = borders(built({rectangle(1000, 1000, 2000, 3000), rectangle(2000, 1000, 3000, 2000),
                                   rectangle(2000, 2000, 3000, 3000)}));
  ASSERT_EQ(pairs(rows, false), (std::vector<Pair>{{0, 1}, {0, 2}, {1, 2}})) << as_text(rows);
  for (const Border& row : rows) {
    EXPECT_EQ(row.kind, BorderKind::edge);
    EXPECT_EQ(row.length_m, 1000);
    EXPECT_EQ(row.distance_m, 0);
  }
}

TEST(TJunction, OnASlantedLineIsFoundWithinRounding) {
  const auto left = from_wkt("MULTIPOLYGON(((500000 1000000,500100 1000300,500700 1000200,500000 1000000)))");
  const auto right = from_wkt("MULTIPOLYGON(((500000 1000000,500350 1000100,500350 999900,500000 1000000)))");
  const Border row = only_row(borders(built({left, right})));
  EXPECT_EQ(row.kind, BorderKind::edge);
  EXPECT_NEAR(row.length_m, std::hypot(350, 100), 1e-3);
}

TEST(Nearness, LinksAcrossAGapUpToTheToleranceAndNoFurther) {
  for (const double gap : {1.0, 9.0}) {
    const Areas input{rectangle(1000, 1000, 2000, 2000), rectangle(2000 + gap, 500, 3000, 2500)};
    const Border row = only_row(borders(built(input, 10)));
    EXPECT_EQ(row.kind, BorderKind::near);
    EXPECT_NEAR(row.length_m, 1000, 2 * 10);
    EXPECT_NEAR(row.distance_m, gap, 0.02);
    EXPECT_TRUE(links(row, {}));
    EXPECT_FALSE(links(row, {.within_m = gap / 2}));
    EXPECT_TRUE(pairs(borders(built(input, gap / 2)), false).empty());
  }
}

TEST(Nearness, IsNotNeededWhereUnitsOverlap) {
  for (const double overlap : {1.0, 9.0, 400.0})
    for (const double tolerance_m : {0.0, 10.0}) {
      const Border row = only_row(borders(built(
          {rectangle(1000, 1000, 2000, 2000), rectangle(2000 - overlap, 500, 3000, 2500)}, tolerance_m)));
      EXPECT_EQ(row.kind, BorderKind::overlap) << overlap << " m";
      EXPECT_NEAR(row.area_m2, 1000 * overlap, 1);
      EXPECT_GT(row.length_m, 0);
      EXPECT_EQ(row.distance_m, 0);
      EXPECT_TRUE(links(row, {}));
    }
}

TEST(Nearness, MovesNoBorder) {
  const Areas input{rectangle(1000, 1000, 2000, 2000), rectangle(2004, 1000, 3000, 2000)};
  const Topology topology = built(input, 10);
  const Areas after = areas(topology);
  for (std::size_t unit = 0; unit < 2; ++unit) EXPECT_TRUE(geom::same_ground(after[unit], input[unit]));
  EXPECT_TRUE(topology.healed().empty()) << "a gap that opens to the outside stays";
  EXPECT_EQ(topology.tolerance_m(), 10);
}

TEST(Nearness, DoesNotReachOverAThirdUnit) {
  const Areas input{rectangle(1000, 1000, 2000, 2000), rectangle(2000, 1000, 2005, 2000),
                    rectangle(2005, 1000, 3000, 2000)};
  EXPECT_EQ(pairs(borders(built(input, 10)), false), (std::vector<Pair>{{0, 1}, {1, 2}}));
}

TEST(Nearness, ReachesOverTheSeaOfAnInletButNotOfAStrait) {
  const auto apart = [](double width) {
    return borders(
        built({rectangle(1000, 1000, 9000, 9000), rectangle(9000 + width, 1000, 17000, 9000)}, 100));
  };
  EXPECT_EQ(only_row(apart(90)).kind, BorderKind::near);
  EXPECT_TRUE(pairs(apart(1500), false).empty());
}

TEST(Nearness, LeavesADissolvedOutlineWithoutSlivers) {
  const Areas input{
      from_wkt("MULTIPOLYGON(((1000 1000,1000 3000,2000 3000,2003 2500,1998 2000,2001 1500,2000 1000,1000 "
               "1000)))"),
      from_wkt("MULTIPOLYGON(((2000 1000,2002 1700,2000 3000,3000 3000,3000 1000,2000 1000)))")};
  const auto whole = dissolve(built(input, 10), std::vector<GroupIndex>{0, 0});
  ASSERT_TRUE(whole);
  ASSERT_EQ(whole->at(0).size(), 1U);
  EXPECT_TRUE(whole->at(0)[0].inners().empty());
  EXPECT_NEAR(bg::area(whole->at(0)), 4e6, 1);
}

TEST(Nearness, AddsItsStretchToALineThatCoincides) {
  // the lower half of the border coincides, the upper half is 5 m away
  const Areas input{
      from_wkt("MULTIPOLYGON(((1000 1000,1000 3000,2000 3000,2000 2000,2000 1000,1000 1000)))"),
      from_wkt("MULTIPOLYGON(((2000 1000,2000 2000,2005 2010,2005 3000,3000 3000,3000 1000,2000 1000)))")};
  EXPECT_NEAR(borders(built(input)).at(0).length_m, 1000, 1e-3);
  const Border row = only_row(borders(built(input, 10)));
  EXPECT_EQ(row.kind, BorderKind::edge);
  EXPECT_NEAR(row.length_m, 2000, 2 * 10);
}

TEST(Nearness, LinksNobodyAcrossACorner) {
  // four units around a point, each with a corner of its own
  const Areas input{from_wkt("MULTIPOLYGON(((1000 1000,1000 2000,2000 2000,2000 1000,1000 1000)))"),
                    from_wkt("MULTIPOLYGON(((2000 1000,2003 2002,3000 2000,3000 1000,2000 1000)))"),
                    from_wkt("MULTIPOLYGON(((1000 2000,1000 3000,2000 3000,1998 2003,1000 2000)))"),
                    from_wkt("MULTIPOLYGON(((2002 1999,2000 3000,3000 3000,3000 2000,2002 1999)))")};
  const auto rows = borders(built(input, 5));
  EXPECT_EQ(pairs(rows, false), (std::vector<Pair>{{0, 1}, {0, 2}, {1, 3}, {2, 3}})) << as_text(rows);
}

TEST(Nearness, LeavesAChannelWithinAUnit) {
  const Areas input{
      from_wkt("MULTIPOLYGON(((1000 1000,1000 3000,2000 3000,2000 1500,2005 1500,2005 3000,3000 3000,3000 "
               "1000,1000 1000)))")};
  EXPECT_NEAR(areas_m2(built(input, 10)).at(0), bg::area(input[0]), 1e-6);
}

TEST(Nearness, LeavesAUnitThatIsSmallerThanTheTolerance) {
  const Topology topology =
      built({rectangle(1000, 1000, 3000, 3000), rectangle(3000.5, 1000, 3001, 1002)}, 5);
  EXPECT_NEAR(areas_m2(topology).at(1), 1, 1e-3);
}

// ---- healing
// ------------------------------------------------------------------------------------------------------------

/// Two units around a gap of this width and 1000 m length.
Areas around_a_gap(double width) {
  geom::Polygon left, right;
  left.outer() = {{1000, 1000},         {1000, 4000}, {3000, 4000}, {3000, 3000}, {3000 - width, 3000},
                  {3000 - width, 2000}, {3000, 2000}, {3000, 1000}, {1000, 1000}};
  right.outer() = {{3000, 1000}, {3000, 2000}, {3000, 3000}, {3000, 4000},
                   {5000, 4000}, {5000, 1000}, {3000, 1000}};
  return {{left}, {right}};
}

TEST(Healing, FillsAGapThatIsNowhereWiderThanTheToleranceAndSaysSo) {
  const Topology topology = built(around_a_gap(8), 10);
  ASSERT_EQ(topology.healed().size(), 1U);
  const Healed& healed = topology.healed()[0];
  EXPECT_EQ(healed.kind, Healed::Kind::gap);
  EXPECT_EQ(healed.units, (std::vector<UnitIndex>{0, 1}));
  EXPECT_NEAR(healed.area_m2, 8000, 1);
  EXPECT_EQ(healed.given_to, 0U) << "which has 1016 m of its edge, the other 1000";
  EXPECT_TRUE(bg::within(healed.place, rectangle(2992, 2000, 3000, 3000)));
  EXPECT_NEAR(areas_m2(topology)[0], 6e6, 1);
}

TEST(Healing, LeavesAGapThatIsWider) {
  const Topology topology = built(around_a_gap(12), 10);
  EXPECT_TRUE(topology.healed().empty());
  EXPECT_NEAR(areas_m2(topology)[0], 6e6 - 12000, 1);
}

TEST(Healing, GivesWhatTwoCoverToOneOfThemAtAnyTolerance) {
  for (const double tolerance_m : {0.0, 100.0}) {
    const Topology topology =
        built({rectangle(1000, 1000, 3000, 3000), rectangle(2900, 1000, 5000, 3000)}, tolerance_m);
    ASSERT_EQ(topology.healed().size(), 1U);
    const Healed& healed = topology.healed()[0];
    EXPECT_EQ(healed.kind, Healed::Kind::overlap);
    EXPECT_EQ(healed.units, (std::vector<UnitIndex>{0, 1}));
    EXPECT_NEAR(healed.area_m2, 200'000, 1);
    const auto after = areas_m2(topology);
    EXPECT_NEAR(after[0] + after[1], 8e6, 1);
  }
}

TEST(Healing, LeavesItsGroundToAUnitThatLiesUponAnother) {
  for (const double tolerance_m : {0.0, 10.0, 1000.0}) {
    const Topology topology =
        built({rectangle(1000, 1000, 9000, 9000), rectangle(4000, 4000, 6000, 6000)}, tolerance_m);
    const auto after = areas_m2(topology);
    EXPECT_NEAR(after[0], 60e6, 1) << tolerance_m;
    EXPECT_NEAR(after[1], 4e6, 1) << tolerance_m;
    const auto rows = borders(topology);
    EXPECT_EQ(pairs(rows, false), (std::vector<Pair>{{0, 1}})) << as_text(rows);
  }
}

TEST(Healing, SaysWhoHasTheGroundOfAUnitThatStandsTwice) {
  Areas input = grid(3, 1);
  input.push_back(input[1]);
  const Topology topology = built(input);
  const auto after = areas_m2(topology);
  EXPECT_NEAR(after[1] + after[3], 1e6, 1e-3);
  ASSERT_EQ(topology.healed().size(), 1U);
  EXPECT_EQ(topology.healed()[0].units, (std::vector<UnitIndex>{1, 3}));
}

/// Two units whose border coincides, overlaps and parts by turns, 500 m each: `aside` m to either side.
Areas by_turns(double aside) {
  geom::Polygon left, right;
  left.outer() = {{1000, 1000}, {1000, 9000}};
  for (int step = 16; step >= 0; --step) left.outer().push_back({5000, 1000.0 + 500 * step});
  left.outer().push_back({1000, 1000});
  for (int step = 0; step <= 16; ++step) {
    const double turn = step % 4 == 1 ? aside : step % 4 == 3 ? -aside : 0;
    right.outer().push_back({5000 + turn, 1000.0 + 500 * step});
  }
  for (const auto& [x, y] : {std::pair{9000, 9000}, {9000, 1000}, {5000, 1000}})
    right.outer().push_back({static_cast<double>(x), static_cast<double>(y)});
  return {{left}, {right}};
}

TEST(Healing, OfABorderThatPartsAndOverlapsByTurnsLeavesTheGapsAsHoles) {
  // four gaps and four overlaps, each a triangle over two steps of 500 m
  const Areas input = by_turns(80);
  for (const double tolerance_m : {0.0, 200.0}) {
    const Topology topology = built(input, tolerance_m);
    const auto whole = dissolve(topology, std::vector<GroupIndex>{0, 0});
    ASSERT_TRUE(whole);
    EXPECT_EQ(geom::fault_of(whole->at(0)), "");
    EXPECT_EQ(whole->at(0).size(), 1U);
    EXPECT_EQ(bg::num_interior_rings(whole->at(0)), tolerance_m == 0 ? 4U : 0U) << tolerance_m;
    EXPECT_NEAR(bg::area(whole->at(0)), 64e6 - (tolerance_m == 0 ? 4 * 40'000 : 0), 1) << tolerance_m;
    EXPECT_EQ(topology.healed().size(), tolerance_m == 0 ? 4U : 8U) << tolerance_m;
  }
}

TEST(Healing, OfIslandsThatLieOverAnotherUnitsCoastGivesValidOutlines) {
  // an archipelago: islands that touch each other in points, and some that reach into the mainland
  Areas input{rectangle(1000, 1000, 9000, 9000), {}};
  for (int i = 0; i < 8; ++i) {
    const double x = 8800.0 + 300 * (i % 2), y = 1000.0 + 500 * i;
    input[1].push_back(rectangle(x, y, x + 300, y + 500)[0]);
  }
  const Topology topology = built(input);
  double together_m2 = 0;
  for (const double one : areas_m2(topology)) together_m2 += one;
  const auto whole = dissolve(topology, std::vector<GroupIndex>{0, 0});
  ASSERT_TRUE(whole);
  EXPECT_EQ(geom::fault_of(whole->at(0)), "");
  EXPECT_NEAR(bg::area(whole->at(0)), 64e6 + 8 * 150'000 - 4 * 100'000, 1);
  EXPECT_NEAR(together_m2, bg::area(whole->at(0)), 1);
  for (const auto& one : areas(topology)) {
    EXPECT_EQ(geom::fault_of(one), "");
  }
}

TEST(ToleranceLeftToTheData, IsNoneWhereBordersMeet) {
  const auto topology = build_topology(grid(4, 4), {.tolerance_m = std::nullopt});
  ASSERT_TRUE(topology);
  EXPECT_EQ(topology->tolerance_m(), 0);
}

}  // namespace
}  // namespace vicinia::core::topology::test
