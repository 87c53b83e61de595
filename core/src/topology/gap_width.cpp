#include "gap_width.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "box_grid.h"
#include "close_segments.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;
using geom::Ring;

/// The border of some ground, searched by place.
class GroundBorder {
 public:
  explicit GroundBorder(const geom::Polygon& ground) {
    add(ground.outer());
    for (const Ring& hole : ground.inners()) add(hole);
    std::vector<geom::Box> boxes;
    for (const auto& [a, b] : segments_)
      boxes.emplace_back(Point{std::min(a.x(), b.x()), std::min(a.y(), b.y())}, Point{std::max(a.x(), b.x()), std::max(a.y(), b.y())});
    grid_.emplace(std::move(boxes));
  }
  [[nodiscard]] const std::vector<std::pair<Point, Point>>& segments() const { return segments_; }
  [[nodiscard]] bool comes_within(const Point& centre, double radius_m) const { return one_comes_within(centre, centre, radius_m); }
  /// Is one of its segments as near to both? Then it is as near to every place between them: distance to a segment is convex.
  [[nodiscard]] bool one_comes_within(const Point& from, const Point& to, double radius_m) const {
    const geom::Box around{{std::min(from.x(), to.x()) - radius_m, std::min(from.y(), to.y()) - radius_m},
                           {std::max(from.x(), to.x()) + radius_m, std::max(from.y(), to.y()) + radius_m}};
    bool is_near = false;
    grid_->for_each_meeting(around, [&](std::uint32_t number) {
      const auto& [a, b] = segments_[number];
      is_near = is_near || (reach(from, a, b).distance_m < radius_m && reach(to, a, b).distance_m < radius_m);
    });
    return is_near;
  }
  /// Does a disc fit somewhere against the segment from `a` to `b`, on its right? Tried at places `step_m` apart at most, but not where one
  /// segment is in the way over a whole stretch.
  [[nodiscard]] bool fits_beside(const Point& a, const Point& b, double radius_m, double step_m) const {
    const double dx = b.x() - a.x(), dy = b.y() - a.y(), length = std::hypot(dx, dy), just_less = radius_m * (1 - 1e-9);
    const auto centre = [&](double along) {
      return Point{a.x() + along * dx + dy / length * radius_m, a.y() + along * dy - dx / length * radius_m};
    };
    std::vector<std::pair<double, double>> stretches{{0, 1}};
    while (!stretches.empty()) {
      const auto [from, to] = stretches.back();
      stretches.pop_back();
      const double middle = (from + to) / 2;
      if ((to - from) * length <= step_m) {
        if (!comes_within(centre(middle), just_less)) return true;
      } else if (!one_comes_within(centre(from), centre(to), just_less)) {
        stretches.emplace_back(from, middle);
        stretches.emplace_back(middle, to);
      }
    }
    return false;
  }

 private:
  void add(const Ring& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i)
      if (!same_place(ring[i - 1], ring[i])) segments_.emplace_back(ring[i - 1], ring[i]);
  }
  std::vector<std::pair<Point, Point>> segments_;
  std::optional<BoxGrid> grid_;  ///< [segment]
};

/// How far the ground reaches across the direction in which it is about longest, or from west to east or south to north: no disc in it is wider.
double extent_across(const Ring& outer) {
  const Point base = outer.front();
  const auto [west, east] = std::ranges::minmax_element(outer, {}, [](const Point& p) { return p.x(); });
  const auto [south, north] = std::ranges::minmax_element(outer, {}, [](const Point& p) { return p.y(); });
  const auto square = [&](const Point& p) { return (p.x() - base.x()) * (p.x() - base.x()) + (p.y() - base.y()) * (p.y() - base.y()); };
  const Point far = *std::ranges::max_element(outer, {}, square);
  const double dx = far.x() - base.x(), dy = far.y() - base.y(), length = std::sqrt(square(far));
  if (!(length > 0)) return 0;
  double low = 0, high = 0;
  for (const Point& p : outer) {
    const double across = ((p.x() - base.x()) * dy - (p.y() - base.y()) * dx) / length;
    low = std::min(low, across);
    high = std::max(high, across);
  }
  return std::min({high - low, east->x() - west->x(), north->y() - south->y()});
}

}  // namespace

bool is_wider_than(const Arrangement& faces, FaceIndex face, double width_m) {
  const double area = faces.area_m2(face), around = faces.perimeter_m(face);
  if (2 * std::sqrt(area / std::numbers::pi) <= width_m) return false;  // the disc itself has more
  if (2 * area > around * width_m) return true;  // the inscribed disc has at least the radius area / perimeter
  const geom::Polygon ground = faces.polygon(face);
  if (extent_across(ground.outer()) <= width_m) return false;
  // The largest disc touches the border: discs that lie against it, from the inside (on the right of its lines).
  const GroundBorder border(ground);
  constexpr double most_steps = 20'000;
  const double step = std::max(width_m / 4, around / most_steps), radius = width_m / 2;
  double pending = 0;
  for (const auto& [a, b] : border.segments()) {
    pending += std::hypot(b.x() - a.x(), b.y() - a.y());
    if (pending < step / 2) continue;
    pending = 0;
    if (border.fits_beside(a, b, radius, step)) return true;
  }
  return false;
}

}  // namespace vicinia::core::topology::detail
