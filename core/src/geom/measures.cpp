#include "vicinia/core/geom/measures.h"

#include <algorithm>
#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/centroid.hpp>
#include <boost/geometry/algorithms/comparable_distance.hpp>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/algorithms/distance.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/algorithms/is_empty.hpp>
#include <boost/geometry/algorithms/perimeter.hpp>
#include <boost/geometry/algorithms/point_on_surface.hpp>
#include <boost/geometry/algorithms/within.hpp>
#include <boost/geometry/geometries/segment.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <iterator>
#include <vector>

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
  if (!bg::is_empty(polygons) &&
      all_points(polygons, [](const Point& p) { return std::abs(p.x()) <= 360 && std::abs(p.y()) <= 90; }))
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
  const auto largest =
      std::max_element(polygons.begin(), polygons.end(),
                       [](const Polygon& a, const Polygon& b) { return bg::area(a) < bg::area(b); });
  if (largest == polygons.end() || !(bg::area(*largest) > 0)) return std::nullopt;
  Point centre{};
  bg::centroid(*largest, centre);
  if (bg::within(centre, *largest)) return centre;
  bg::point_on_surface(*largest, centre);
  return centre;
}

bool covers(const MultiPolygon& polygons, const Point& point) { return bg::covered_by(point, polygons); }

namespace {

using OutlineSegment = bg::model::segment<Point>;

template <class Visit>
void for_each_outline(const MultiPolygon& area, Visit visit) {
  for (const Polygon& polygon : area) {
    visit(polygon.outer());
    for (const Ring& hole : polygon.inners()) visit(hole);
  }
}

std::vector<OutlineSegment> outline_segments_of(const MultiPolygon& area) {
  std::vector<OutlineSegment> segments;
  for_each_outline(area, [&](const Ring& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) segments.emplace_back(ring[i], ring[i + 1]);
  });
  return segments;
}

/// The vertex of `a` that is nearest to the outline of `b`, if it is nearer than what was found already.
void search_from(const MultiPolygon& a, const MultiPolygon& b, std::optional<Nearest>& found) {
  const Box box = bg::return_envelope<Box>(b);
  const bg::index::rtree<OutlineSegment, bg::index::quadratic<16>> outline(outline_segments_of(b));
  std::vector<OutlineSegment> nearest_segment;
  for_each_outline(a, [&](const Ring& ring) {
    for (const Point& point : ring) {
      if (found && bg::distance(point, box) >= found->distance_m) continue;
      nearest_segment.clear();
      outline.query(bg::index::nearest(point, 1), std::back_inserter(nearest_segment));
      if (nearest_segment.empty()) continue;
      const double distance = bg::distance(point, nearest_segment.front());
      if (!found || distance < found->distance_m) found = Nearest{point, distance};
    }
  });
}

}  // namespace

std::optional<Nearest> nearest(const MultiPolygon& a, const MultiPolygon& b) {
  std::optional<Nearest> found;
  if (bg::is_empty(a) || bg::is_empty(b)) return found;
  search_from(a, b, found);
  search_from(b, a, found);
  return found;
}

}  // namespace vicinia::core::geom
