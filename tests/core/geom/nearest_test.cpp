#include "vicinia/core/geom/nearest.h"

#include <gtest/gtest.h>

namespace vicinia::core::geom {
namespace {

MultiPolygon box(double west, double south, double east, double north) {
  return {{{{west, south}, {west, north}, {east, north}, {east, south}, {west, south}}}};
}

TEST(Nearest, IsAVertexOfEitherAreaAndItsDistanceToTheOthersOutline) {
  const auto found =
      nearest(box(0, 0, 100, 1000), box(130, 400, 200, 500));  // a long side without a vertex there
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->distance_m, 30);
  EXPECT_DOUBLE_EQ(found->place.x(), 130);
  const auto turned = nearest(box(130, 400, 200, 500), box(0, 0, 100, 1000));
  EXPECT_DOUBLE_EQ(turned->distance_m, 30);
}

TEST(Nearest, OfAreasThatTouchIsZeroAndOfNothingIsNone) {
  EXPECT_DOUBLE_EQ(nearest(box(0, 0, 100, 100), box(100, 50, 200, 150))->distance_m, 0);
  EXPECT_FALSE(nearest({}, box(0, 0, 1, 1)));
  EXPECT_FALSE(nearest(box(0, 0, 1, 1), {}));
}

}  // namespace
}  // namespace vicinia::core::geom
