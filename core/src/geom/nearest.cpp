#include "vicinia/core/geom/nearest.h"

#include <boost/geometry/algorithms/comparable_distance.hpp>
#include <boost/geometry/algorithms/distance.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/algorithms/is_empty.hpp>
#include <boost/geometry/geometries/segment.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <iterator>
#include <vector>

namespace vicinia::core::geom {
namespace {

namespace bg = boost::geometry;
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
