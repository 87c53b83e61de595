#include "vicinia/core/geom/shared_ground.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace vicinia::core::geom {
namespace {

Ring box_ring(double west, double south, double east, double north) {
  return {{west, south}, {west, north}, {east, north}, {east, south}, {west, south}};
}

MultiPolygon box(double west, double south, double east, double north) {
  MultiPolygon area;
  area.resize(1);
  area[0].outer() = box_ring(west, south, east, north);
  return area;
}

/// Clockwise, with many vertices, none of which lies on a scan line on purpose.
MultiPolygon disc(double x, double y, double radius) {
  MultiPolygon area;
  area.resize(1);
  constexpr int corners = 997;
  for (int i = 0; i <= corners; ++i) {
    const double angle = -2 * std::numbers::pi * (i % corners) / corners;
    area[0].outer().emplace_back(x + radius * std::cos(angle), y + radius * std::sin(angle));
  }
  return area;
}

SharedGround shared(const std::vector<MultiPolygon>& a, const std::vector<MultiPolygon>& b) {
  std::vector<const MultiPolygon*> first, second;
  for (const MultiPolygon& area : a) first.push_back(&area);
  for (const MultiPolygon& area : b) second.push_back(&area);
  return shared_ground(first, second);
}

TEST(SharedGround, OfRectanglesIsExact) {
  const SharedGround found = shared({box(0, 0, 1000, 1000)}, {box(250, 0, 1250, 1000)});
  EXPECT_NEAR(found.only_first_m2, 250e3, 1e-3);
  EXPECT_NEAR(found.only_second_m2, 250e3, 1e-3);
  EXPECT_NEAR(found.both_m2, 750e3, 1e-3);
}

TEST(SharedGround, CountsGroundOfSeveralAreasOnceWhereTheyOverlapOrTouch) {
  const SharedGround found = shared({box(0, 0, 1000, 1000)}, {box(0, 0, 600, 1000), box(400, 0, 1000, 1000)});
  EXPECT_NEAR(found.only_first_m2, 0, 1e-6);
  EXPECT_NEAR(found.only_second_m2, 0, 1e-6);
  EXPECT_NEAR(found.both_m2, 1e6, 1e-3);
}

TEST(SharedGround, LeavesHolesOut) {
  MultiPolygon ring = box(0, 0, 1000, 1000);
  Ring hole = box_ring(200, 200, 800, 800);
  std::ranges::reverse(hole);
  ring[0].inners().push_back(hole);
  const SharedGround found = shared({ring}, {box(200, 200, 800, 800)});
  EXPECT_NEAR(found.both_m2, 0, 1e-6);
  EXPECT_NEAR(found.only_first_m2, 640e3, 1e-3);
  EXPECT_NEAR(found.only_second_m2, 360e3, 1e-3);
}

TEST(SharedGround, OfRoundAreasIsRightToAThousandth) {
  const double pi = std::numbers::pi;
  const SharedGround found = shared({disc(0, 0, 1000)}, {disc(1000, 0, 1000)});
  const double lens = 1e6 * (2 * pi / 3 - std::sqrt(3) / 2);
  EXPECT_NEAR(found.both_m2 / lens, 1, 2e-3);
  EXPECT_NEAR((found.only_first_m2 + found.both_m2) / (pi * 1e6), 1, 1e-3);
}

TEST(SharedGround, OfNothingIsNothing) {
  const SharedGround none = shared({}, {MultiPolygon()});
  EXPECT_EQ(none.only_first_m2 + none.only_second_m2 + none.both_m2, 0);
  const SharedGround apart = shared({box(0, 0, 10, 10)}, {box(100, 100, 110, 110)});
  EXPECT_EQ(apart.both_m2, 0);
  EXPECT_GT(apart.only_first_m2, 0);
}

}  // namespace
}  // namespace vicinia::core::geom
