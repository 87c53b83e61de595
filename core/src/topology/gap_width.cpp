#include "gap_width.h"

#include <algorithm>
#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/algorithms/perimeter.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <numbers>
#include <vector>

#include "close_segments.h"

namespace vicinia::core::topology::detail {
namespace {

namespace bg = boost::geometry;
using geom::Point;
using geom::Ring;

/// The border of some ground, searched by place.
class GroundBorder {
 public:
  explicit GroundBorder(const geom::Polygon& ground) {
    add(ground.outer());
    for (const Ring& hole : ground.inners()) add(hole);
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < segments_.size(); ++i) {
      const auto& [a, b] = segments_[i];
      entries.emplace_back(geom::Box{{std::min(a.x(), b.x()), std::min(a.y(), b.y())}, {std::max(a.x(), b.x()), std::max(a.y(), b.y())}}, i);
    }
    tree_ = Tree(entries);
  }
  [[nodiscard]] const std::vector<std::pair<Point, Point>>& segments() const { return segments_; }
  [[nodiscard]] bool comes_within(const Point& centre, double radius_m) const {
    const geom::Box around{{centre.x() - radius_m, centre.y() - radius_m}, {centre.x() + radius_m, centre.y() + radius_m}};
    for (auto entry = tree_.qbegin(bg::index::intersects(around)); entry != tree_.qend(); ++entry) {
      const auto& [a, b] = segments_[entry->second];
      if (reach(centre, a, b).distance_m < radius_m) return true;
    }
    return false;
  }

 private:
  using Entry = std::pair<geom::Box, std::uint32_t>;
  using Tree = bg::index::rtree<Entry, bg::index::quadratic<16>>;
  void add(const Ring& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i)
      if (!same_place(ring[i - 1], ring[i])) segments_.emplace_back(ring[i - 1], ring[i]);
  }
  std::vector<std::pair<Point, Point>> segments_;
  Tree tree_;
};

}  // namespace

bool is_wider_than(const geom::Polygon& ground, double width_m) {
  const double area = std::abs(bg::area(ground)), around = static_cast<double>(bg::perimeter(ground));
  if (2 * std::sqrt(area / std::numbers::pi) <= width_m) return false;  // the disc itself has more
  const auto box = bg::return_envelope<geom::Box>(ground);
  if (std::min(box.max_corner().x() - box.min_corner().x(), box.max_corner().y() - box.min_corner().y()) <= width_m) return false;
  if (2 * area > around * width_m) return true;  // the inscribed disc has at least the radius area / perimeter
  // The largest disc touches the border: discs that lie against it, from the inside (on the right of its lines).
  const GroundBorder border(ground);
  constexpr double most_steps = 20'000;
  const double step = std::max(width_m / 4, around / most_steps), radius = width_m / 2;
  double pending = 0;
  for (const auto& [a, b] : border.segments()) {
    const double dx = b.x() - a.x(), dy = b.y() - a.y(), length = std::hypot(dx, dy);
    pending += length;
    if (pending < step / 2) continue;
    pending = 0;
    const int samples = std::max(1, static_cast<int>(std::ceil(length / step)));
    for (int k = 0; k < samples; ++k) {
      const double along = (k + 0.5) / samples;
      const Point centre{a.x() + along * dx + dy / length * radius, a.y() + along * dy - dx / length * radius};
      if (!border.comes_within(centre, radius * (1 - 1e-9))) return true;
    }
  }
  return false;
}

}  // namespace vicinia::core::topology::detail
