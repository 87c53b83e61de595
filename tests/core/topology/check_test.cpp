#include "vicinia/core/topology/check.h"

#include <gtest/gtest.h>

#include "shapes.h"

namespace vicinia::core::topology::test {
namespace {

using Kind = Finding::Kind;

std::vector<Finding> found(const Areas& areas, double snap_m = 0) {
  const auto findings = check(built(areas, snap_m));
  EXPECT_TRUE(findings);
  return *findings;
}

TEST(Check, OfACleanGridFindsNothing) { EXPECT_TRUE(found(grid(4, 4)).empty()); }

TEST(Check, OverlapsNameBothUnitsTheirPlaceAndTheGround) {
  const auto findings = found({rectangle(1000, 1000, 3000, 2000), rectangle(2000, 1500, 5000, 4000)});
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].kind, Kind::overlap);
  EXPECT_EQ(findings[0].units, (std::vector<UnitIndex>{0, 1}));
  EXPECT_NEAR(findings[0].size, 1000 * 500, 1e-6);
  EXPECT_TRUE(bg::covered_by(findings[0].place, rectangle(2000, 1500, 3000, 2000)));
}

TEST(Check, AUnitInsideAnotherOverlapsIt) {
  const auto findings = found({rectangle(1000, 1000, 9000, 9000), rectangle(2000, 2000, 3000, 3000)});
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].kind, Kind::overlap);
  EXPECT_NEAR(findings[0].size, 1e6, 1e-6);
}

TEST(Check, AnOverlapAlongOneLineIsFoundWithItsGround) {
  const auto findings = found({rectangle(1000, 1000, 2000, 2000), rectangle(1000, 1000, 2000, 3000)});
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].kind, Kind::overlap);
  EXPECT_NEAR(findings[0].size, 1e6, 1e-6);
}

TEST(Check, TheSamePolygonTwiceIsADuplicate) {
  Areas areas = grid(2, 1);
  areas.push_back(areas[0]);
  const auto findings = found(areas);
  ASSERT_EQ(kinds(findings), std::vector<Kind>{Kind::duplicate});
  EXPECT_EQ(findings[0].units, (std::vector<UnitIndex>{0, 2}));
  EXPECT_EQ(findings[0].size, 1e6);
}

TEST(Check, GapsNameTheUnitsAroundThem) {
  Areas areas = grid(3, 3);
  areas.erase(areas.begin() + 4);
  const auto findings = found(areas);
  ASSERT_EQ(kinds(findings), std::vector<Kind>{Kind::gap});
  EXPECT_EQ(findings[0].units, (std::vector<UnitIndex>{1, 3, 4, 6}));
  EXPECT_EQ(findings[0].size, 1e6);
  EXPECT_TRUE(bg::covered_by(findings[0].place, rectangle(2000, 2000, 3000, 3000)));
}

TEST(Check, ThinGapsAndOverlapsAreSlivers) {
  const auto bent = [](double x) {
    return from_wkt("MULTIPOLYGON(((1000 1000,1000 3000,2000 3000," + std::to_string(x) +
                    " 2000,2000 1000,1000 1000)))");
  };
  for (const double x : {1995.0, 2005.0}) {
    const auto findings = found({bent(x), rectangle(2000, 1000, 3000, 3000)});
    ASSERT_EQ(kinds(findings), std::vector<Kind>{Kind::sliver}) << x;
    EXPECT_NEAR(findings[0].size, 5000, 1e-6);
    const auto healed = found({bent(x), rectangle(2000, 1000, 3000, 3000)}, 10);
    ASSERT_EQ(kinds(healed), std::vector<Kind>{Kind::sliver}) << "listed although it is healed";
    EXPECT_NEAR(healed[0].size, 5000, 1e-6);
  }
}

TEST(Check, IslandsAndEnclosedUnitsAreListed) {
  Areas areas = grid(3, 3);
  areas[0] = together({areas[0], areas[1], areas[2], areas[3], areas[5], areas[6], areas[7], areas[8]});
  areas = {areas[0], areas[4], rectangle(20000, 20000, 21000, 21000)};
  geom::Polygon frame;
  bg::read_wkt(
      "POLYGON((1000 1000,1000 4000,4000 4000,4000 1000,1000 1000),(2000 2000,3000 2000,3000 3000,2000 3000,2000 2000))",
      frame);
  areas[0] = {frame};
  const auto findings = found(areas);
  ASSERT_EQ(kinds(findings), (std::vector<Kind>{Kind::island, Kind::enclosed}));
  EXPECT_EQ(findings[0].units, std::vector<UnitIndex>{2});
  EXPECT_EQ(findings[1].units, (std::vector<UnitIndex>{1, 0}));
}

TEST(Check, RingsThatCrossOrTouchThemselvesAreInvalid) {
  const auto eight = from_wkt("MULTIPOLYGON(((1000 1000,3000 3000,3000 1000,1000 4000,1000 1000)))");
  const auto touching = from_wkt(
      "MULTIPOLYGON(((11000 1000,11000 3000,12000 2000,13000 3000,13000 1000,12000 2000,11000 1000)))");
  const auto findings = found({eight, touching});
  ASSERT_GE(findings.size(), 2U);
  EXPECT_EQ(findings[findings.size() - 2].kind, Kind::invalid_ring);
  EXPECT_EQ(findings.back().kind, Kind::invalid_ring);
  EXPECT_EQ(findings.back().units, std::vector<UnitIndex>{1});
  EXPECT_EQ(findings.back().place.x(), 12000);
  EXPECT_TRUE(bg::covered_by(findings[findings.size() - 2].place, rectangle(1000, 1000, 3000, 4000)));
}

TEST(Check, WhatTheTopologyLeftOutIsListedToo) {
  Areas areas = grid(2, 1);
  areas.push_back({});
  areas.push_back(from_wkt("MULTIPOLYGON(((5000 5000,6000 5000,7000 5000,5000 5000)))"));
  EXPECT_EQ(kinds(found(areas)), (std::vector<Kind>{Kind::empty, Kind::zero_area}));
}

TEST(Check, AnImpossibleWidthIsRefused) {
  EXPECT_EQ(check(built(grid(1, 1)), {.sliver_width_m = -1}).error().code, ErrorCode::invalid_argument);
}

}  // namespace
}  // namespace vicinia::core::topology::test
