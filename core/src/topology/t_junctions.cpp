#include "vicinia/core/topology/t_junctions.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <bit>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <tuple>
#include <unordered_map>

#include "topology/lines/flat_rings.h"
#include "topology/segments/close_segments.h"

namespace vicinia::core::topology {
namespace {

using geom::Point;
using geom::Ring;

template <class Areas, class Visit>
void for_each_ring(Areas& areas, Visit visit) {
  for (std::uint32_t unit = 0; unit < areas.size(); ++unit)
    for (auto& polygon : areas[unit]) {
      visit(unit, polygon.outer());
      for (auto& hole : polygon.inners()) visit(unit, hole);
    }
}

struct Side {
  std::uint32_t unit = 0;
  Ring* ring = nullptr;
  std::size_t first = 0;                             ///< its first point's position in the ring
  std::vector<std::pair<double, Point>> vertices{};  ///< that lie on it, with how far along
};

struct Key {
  double ax, ay, bx, by;
  friend bool operator==(const Key&, const Key&) = default;
};
struct KeyHash {
  std::size_t operator()(const Key& key) const {
    return detail::hash_of({key.ax, key.ay}) ^ std::rotl(detail::hash_of({key.bx, key.by}), 17);
  }
};
Key key_of(const Point& a, const Point& b) {
  return detail::before(a, b) ? Key{a.x(), a.y(), b.x(), b.y()} : Key{b.x(), b.y(), a.x(), a.y()};
}

/// The unit of the last decimal that the coordinates were written with; 0: they have all that a double holds.
double rounding_of(const std::vector<geom::MultiPolygon>& areas) {
  for (int decimals = 3; decimals <= 8; ++decimals) {
    const double scale = std::pow(10, decimals);
    bool fits = true;
    std::size_t looked_at = 0;
    for_each_ring(areas, [&](std::uint32_t, const Ring& ring) {
      for (std::size_t i = 0; i < ring.size() && fits && looked_at < 2000; ++i, ++looked_at)
        for (const double value : {ring[i].x() * scale, ring[i].y() * scale})
          fits = fits && std::abs(value - std::round(value)) <= 1e-6 + std::abs(value) * 1e-14;
    });
    if (fits && looked_at > 0) return 1 / scale;
  }
  return 0;
}

}  // namespace

std::size_t add_t_junctions(std::vector<geom::MultiPolygon>& areas) {
  double reach_x = 0, reach_y = 0;
  for_each_ring(areas, [&](std::uint32_t, const Ring& ring) {
    for (const Point& p : ring) {
      reach_x = std::max(reach_x, std::abs(p.x()));
      reach_y = std::max(reach_y, std::abs(p.y()));
    }
  });
  const bool is_degrees = reach_x <= 360 && reach_y <= 90;
  const double long_side = is_degrees ? 1e-3 : 100;
  std::unordered_map<Key, std::uint32_t, KeyHash> uses;
  std::vector<Side> sides;
  for_each_ring(areas, [&](std::uint32_t unit, Ring& ring) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const double dx = ring[i + 1].x() - ring[i].x(), dy = ring[i + 1].y() - ring[i].y();
      if (!(dx * dx + dy * dy > long_side * long_side)) continue;
      ++uses[key_of(ring[i], ring[i + 1])];
      sides.push_back({unit, &ring, i});
    }
  });
  std::erase_if(sides, [&](const Side& side) {
    return uses[key_of((*side.ring)[side.first], (*side.ring)[side.first + 1])] > 1;
  });
  if (sides.empty()) return 0;

  namespace bgi = boost::geometry::index;
  using Entry = std::pair<geom::Box, std::uint32_t>;
  std::vector<Entry> boxes;
  for (std::uint32_t unit = 0; unit < areas.size(); ++unit)
    if (!areas[unit].empty())
      boxes.emplace_back(boost::geometry::return_envelope<geom::Box>(areas[unit]), unit);
  const bgi::rtree<Entry, bgi::quadratic<16>> tree(boxes);
  const double finest = is_degrees ? 1e-9 : 1e-4,
               precision = std::max(finest, is_degrees ? rounding_of(areas) : 0);
  tbb::parallel_for(std::size_t{0}, sides.size(), [&](std::size_t number) {
    Side& side = sides[number];
    const Point &a = (*side.ring)[side.first], &b = (*side.ring)[side.first + 1];
    const geom::Box box{{std::min(a.x(), b.x()) - precision, std::min(a.y(), b.y()) - precision},
                        {std::max(a.x(), b.x()) + precision, std::max(a.y(), b.y()) + precision}};
    for (auto entry = tree.qbegin(bgi::intersects(box)); entry != tree.qend(); ++entry) {
      if (entry->second == side.unit) continue;
      const auto look_at = [&](const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
          const Point& p = ring[i];
          if (p.x() < box.min_corner().x() || p.x() > box.max_corner().x() || p.y() < box.min_corner().y() ||
              p.y() > box.max_corner().y())
            continue;
          const detail::Reach reached = detail::reach(p, a, b);
          if (reached.distance_m <= precision && !detail::same_place(p, a) && !detail::same_place(p, b) &&
              reached.along > 0 && reached.along < 1)
            side.vertices.emplace_back(reached.along, p);
        }
      };
      for (const geom::Polygon& polygon : areas[entry->second]) {
        look_at(polygon.outer());
        for (const Ring& hole : polygon.inners()) look_at(hole);
      }
    }
    std::ranges::sort(side.vertices, [](const auto& x, const auto& y) {
      return std::tuple(x.first, x.second.x(), x.second.y()) <
             std::tuple(y.first, y.second.x(), y.second.y());
    });
    const auto rest = std::ranges::unique(
        side.vertices, [](const auto& x, const auto& y) { return detail::same_place(x.second, y.second); });
    side.vertices.erase(rest.begin(), rest.end());
  });
  std::size_t added = 0;
  for (auto side = sides.rbegin(); side != sides.rend();
       ++side) {  // from the back of each ring, so that positions hold
    std::vector<Point> points;
    for (const auto& [along, point] : side->vertices) points.push_back(point);
    side->ring->insert(side->ring->begin() + static_cast<std::ptrdiff_t>(side->first) + 1, points.begin(),
                       points.end());
    added += points.size();
  }
  return added;
}

}  // namespace vicinia::core::topology
