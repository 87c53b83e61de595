// Borders that do not match: closed forms. Whole countries are in properties_test.cpp and tests/gis/topology.
#include <gtest/gtest.h>

#include "shapes.h"
#include "vicinia/core/topology/dissolve.h"

namespace vicinia::core::topology::test {
namespace {

TEST(Snapping, IsNotNeededForAVertexOnANeighboursLine) {
  // two units beside one: a T-junction without a vertex on the long side
  const auto rows = borders(built({rectangle(1000, 1000, 2000, 3000), rectangle(2000, 1000, 3000, 2000), rectangle(2000, 2000, 3000, 3000)}));
  ASSERT_EQ(pairs(rows, false), (std::vector<Pair>{{0, 1}, {0, 2}, {1, 2}})) << as_text(rows);
  for (const Border& row : rows) {
    EXPECT_EQ(row.kind, BorderKind::edge);
    EXPECT_EQ(row.length_m, 1000);
    EXPECT_EQ(row.distance_m, 0);
  }
}

TEST(Snapping, FindsATJunctionOnASlantedLineWithinRounding) {
  const auto left = from_wkt("MULTIPOLYGON(((500000 1000000,500100 1000300,500700 1000200,500000 1000000)))");
  const auto right = from_wkt("MULTIPOLYGON(((500000 1000000,500350 1000100,500350 999900,500000 1000000)))");
  const auto rows = borders(built({left, right}));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].kind, BorderKind::edge);
  EXPECT_NEAR(rows[0].length_m, std::hypot(350, 100), 1e-6);
}

TEST(Snapping, ClosesAGapAndAnOverlapUpToTheToleranceAndNoFurther) {
  for (const double gap : {-9.0, -1.0, 1.0, 9.0}) {
    const Areas areas{rectangle(1000, 1000, 2000, 2000), rectangle(2000 + gap, 500, 3000, 2500)};
    const auto rows = borders(built(areas, 10));
    ASSERT_EQ(rows.size(), 1U) << gap;
    EXPECT_EQ(rows[0].kind, BorderKind::near);
    EXPECT_NEAR(rows[0].length_m, 1000, 1);
    EXPECT_NEAR(rows[0].distance_m, std::abs(gap), 1e-9);
    if (gap > 0) {
      EXPECT_TRUE(borders(built(areas, gap / 2)).empty());
    }
  }
}

TEST(Snapping, ListsEveryMoveWithItsDistance) {
  const Topology topology = built({rectangle(1000, 1000, 2000, 2000), rectangle(2004, 1000, 3000, 2000)}, 10);
  ASSERT_EQ(topology.snaps().size(), 2U);
  for (const Snap& snap : topology.snaps()) {
    EXPECT_EQ(snap.distance_m, 4);
    EXPECT_EQ(std::abs(snap.from.x() - snap.to.x()), 4);
  }
}

TEST(Snapping, LeavesADissolvedOutlineWithoutSlivers) {
  const Areas areas{from_wkt("MULTIPOLYGON(((1000 1000,1000 3000,2000 3000,2003 2500,1998 2000,2001 1500,2000 1000,1000 1000)))"),
                    from_wkt("MULTIPOLYGON(((2000 1000,2002 1700,2000 3000,3000 3000,3000 1000,2000 1000)))")};
  const auto whole = dissolve(built(areas, 10), std::vector<GroupIndex>{0, 0});
  ASSERT_TRUE(whole);
  ASSERT_EQ(whole->at(0).size(), 1U);
  EXPECT_TRUE(whole->at(0)[0].inners().empty());
  EXPECT_NEAR(bg::area(whole->at(0)), 4e6, 1e-6);
}

TEST(Snapping, TellsAStretchThatCoincidesFromOneThatWasMoved) {
  // the lower half of the border coincides, the upper half is 5 m away
  const Areas areas{from_wkt("MULTIPOLYGON(((1000 1000,1000 3000,2000 3000,2000 2000,2000 1000,1000 1000)))"),
                    from_wkt("MULTIPOLYGON(((2000 1000,2000 2000,2005 2010,2005 3000,3000 3000,3000 1000,2000 1000)))")};
  EXPECT_NEAR(borders(built(areas)).at(0).length_m, 1000, 1e-9);
  const auto rows = borders(built(areas, 10));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].kind, BorderKind::edge);
  EXPECT_NEAR(rows[0].length_m, 2000, 2);
  EXPECT_GE(rows[0].distance_m, 5);
}

TEST(Snapping, LeavesACornerACorner) {
  // four units around a point, each with a corner of its own
  const Areas areas{from_wkt("MULTIPOLYGON(((1000 1000,1000 2000,2000 2000,2000 1000,1000 1000)))"),
                    from_wkt("MULTIPOLYGON(((2000 1000,2003 2002,3000 2000,3000 1000,2000 1000)))"),
                    from_wkt("MULTIPOLYGON(((1000 2000,1000 3000,2000 3000,1998 2003,1000 2000)))"),
                    from_wkt("MULTIPOLYGON(((2002 1999,2000 3000,3000 3000,3000 2000,2002 1999)))")};
  const auto rows = borders(built(areas, 5));
  EXPECT_EQ(pairs(rows, false), (std::vector<Pair>{{0, 1}, {0, 2}, {1, 3}, {2, 3}})) << as_text(rows);
  EXPECT_EQ(pairs(rows, true), (std::vector<Pair>{{0, 3}, {1, 2}})) << as_text(rows);
}

TEST(Snapping, DoesNotFoldAUnitOntoItself) {
  // a channel of 5 m within the unit
  const Areas areas{from_wkt("MULTIPOLYGON(((1000 1000,1000 3000,2000 3000,2000 1500,2005 1500,2005 3000,3000 3000,3000 1000,1000 1000)))")};
  const Topology topology = built(areas, 10);
  EXPECT_TRUE(topology.snaps().empty());
  EXPECT_EQ(bg::area(topology::areas(topology).at(0)), bg::area(areas[0]));
}

TEST(Snapping, AUnitThatVanishesIsListed) {
  const Areas areas{rectangle(1000, 1000, 3000, 3000), rectangle(3000.5, 1000, 3001, 1002)};
  const Topology topology = built(areas, 5);
  EXPECT_EQ(kinds(topology.findings()), std::vector<Finding::Kind>{Finding::Kind::zero_area});
}

}  // namespace
}  // namespace vicinia::core::topology::test
