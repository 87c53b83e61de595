#include "vicinia/core/geom/measures.h"

#include <gtest/gtest.h>

#include <boost/geometry/io/wkt/read.hpp>
#include <limits>

#include "vicinia/core/geom/unit_locator.h"

namespace vicinia::core::geom {
namespace {

MultiPolygon from_wkt(const char* wkt) {
  MultiPolygon polygons;
  boost::geometry::read_wkt(wkt, polygons);
  return polygons;
}

const char* const square_with_hole =
    "MULTIPOLYGON(((0 0,0 1000,1000 1000,1000 0,0 0),(400 400,600 400,600 600,400 600,400 400)))";

TEST(Measures, AreaAndPerimeterCountHoles) {
  EXPECT_DOUBLE_EQ(*area_m2(from_wkt(square_with_hole)), 960000);
  EXPECT_DOUBLE_EQ(*perimeter_m(from_wkt(square_with_hole)), 4800);
}

TEST(Measures, DegreesAreRefusedWhereMetresAreNeeded) {
  const auto area = area_m2(from_wkt("MULTIPOLYGON(((105 20,105 21,106 21,106 20,105 20)))"));
  ASSERT_FALSE(area);
  EXPECT_EQ(area.error().code, ErrorCode::geographic_coordinates);
}

TEST(Measures, CoordinatesThatAreNotFiniteAreRefused) {
  MultiPolygon polygons = from_wkt(square_with_hole);
  polygons[0].outer()[1].x(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(area_m2(polygons).error().code, ErrorCode::non_finite_coordinate);
}

TEST(Measures, NothingHasNoBounds) { EXPECT_EQ(bounds({}).error().code, ErrorCode::empty_geometry); }

TEST(Measures, TheBorderIsCoveredAndTheHoleIsNot) {
  const MultiPolygon polygons = from_wkt(square_with_hole);
  EXPECT_TRUE(covers(polygons, {0, 500}));
  EXPECT_TRUE(covers(polygons, {400, 500}));
  EXPECT_FALSE(covers(polygons, {500, 500}));
}

TEST(UnitLocator, FindsTheUnitUnderThePointAmongThoseAsked) {
  const std::vector<MultiPolygon> areas{
      from_wkt(square_with_hole), from_wkt("MULTIPOLYGON(((400 400,400 600,600 600,600 400,400 400)))"), {}};
  const std::vector<std::size_t> all{0, 1, 2}, second{1};
  EXPECT_EQ(UnitLocator(areas, all).at({100, 100}), 0u);
  EXPECT_EQ(UnitLocator(areas, all).at({500, 500}), 1u);
  EXPECT_EQ(UnitLocator(areas, all).at({400, 500}), 0u) << "a shared border belongs to the first";
  EXPECT_EQ(UnitLocator(areas, all).at({5000, 5000}), std::nullopt);
  EXPECT_EQ(UnitLocator(areas, second).at({100, 100}), std::nullopt);
}

MultiPolygon upright(double west, double south, double east, double north) {
  return {{{{west, south}, {west, north}, {east, north}, {east, south}, {west, south}}}};
}

TEST(Nearest, IsAVertexOfEitherAreaAndItsDistanceToTheOthersOutline) {
  const auto found =
      nearest(upright(0, 0, 100, 1000), upright(130, 400, 200, 500));  // a long side without a vertex there
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->distance_m, 30);
  EXPECT_DOUBLE_EQ(found->place.x(), 130);
  const auto turned = nearest(upright(130, 400, 200, 500), upright(0, 0, 100, 1000));
  EXPECT_DOUBLE_EQ(turned->distance_m, 30);
}

TEST(Nearest, OfAreasThatTouchIsZeroAndOfNothingIsNone) {
  EXPECT_DOUBLE_EQ(nearest(upright(0, 0, 100, 100), upright(100, 50, 200, 150))->distance_m, 0);
  EXPECT_FALSE(nearest({}, upright(0, 0, 1, 1)));
  EXPECT_FALSE(nearest(upright(0, 0, 1, 1), {}));
}

}  // namespace
}  // namespace vicinia::core::geom
