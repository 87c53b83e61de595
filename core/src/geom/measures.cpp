#include "vicinia/core/geom/measures.h"

#include <algorithm>
#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/centroid.hpp>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/algorithms/is_empty.hpp>
#include <boost/geometry/algorithms/perimeter.hpp>
#include <boost/geometry/algorithms/point_on_surface.hpp>
#include <boost/geometry/algorithms/within.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>

namespace vicinia::core::geom {
namespace {

namespace bg = boost::geometry;

/// False as soon as `predicate` fails for a point of any ring.
template <class Predicate>
bool all_points(const MultiPolygon& polygons, Predicate predicate) {
  for (const Polygon& polygon : polygons) {
    for (const Point& point : polygon.outer())
      if (!predicate(point)) return false;
    for (const Ring& hole : polygon.inners())
      for (const Point& point : hole)
        if (!predicate(point)) return false;
  }
  return true;
}

}  // namespace

Status require_metres(const MultiPolygon& polygons) {
  if (!all_points(polygons, [](const Point& p) { return std::isfinite(p.x()) && std::isfinite(p.y()); }))
    return fail({.code = ErrorCode::non_finite_coordinate});
  if (!bg::is_empty(polygons) && all_points(polygons, [](const Point& p) {
        return std::abs(p.x()) <= 360 && std::abs(p.y()) <= 90;
      }))
    return fail({.code = ErrorCode::geographic_coordinates});
  return {};
}

Result<double> area_m2(const MultiPolygon& polygons) {
  return require_metres(polygons).map([&] { return bg::area(polygons); });
}

Result<double> perimeter_m(const MultiPolygon& polygons) {
  return require_metres(polygons).map([&] { return bg::perimeter(polygons); });
}

Result<Box> bounds(const MultiPolygon& polygons) {
  if (bg::is_empty(polygons)) return fail({.code = ErrorCode::empty_geometry});
  return bg::return_envelope<Box>(polygons);
}

std::optional<Point> point_inside(const MultiPolygon& polygons) {
  const auto largest = std::max_element(polygons.begin(), polygons.end(),
                                        [](const Polygon& a, const Polygon& b) { return bg::area(a) < bg::area(b); });
  if (largest == polygons.end() || !(bg::area(*largest) > 0)) return std::nullopt;
  Point centre{};
  bg::centroid(*largest, centre);
  if (bg::within(centre, *largest)) return centre;
  bg::point_on_surface(*largest, centre);
  return centre;
}

bool covers(const MultiPolygon& polygons, const Point& point) { return bg::covered_by(point, polygons); }

}  // namespace vicinia::core::geom
