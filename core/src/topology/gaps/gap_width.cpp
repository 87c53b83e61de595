#include "topology/gaps/gap_width.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <boost/container/small_vector.hpp>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "topology/segments/box_grid.h"
#include "topology/segments/close_segments.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

struct Segment {
  Point a, b;
};
using Segments = boost::container::small_vector<Segment, 24>;

/// The border of some ground, which lies on the right of its segments, searched by place.
class GroundBorder {
 public:
  /// Keeps a reference.
  explicit GroundBorder(const Segments& segments) : segments_(segments) {
    constexpr std::size_t few = 24;  // so many are looked at one by one
    if (segments.size() <= few) return;
    std::vector<geom::Box> boxes;
    boxes.reserve(segments.size());
    for (const auto& [a, b] : segments_)
      boxes.emplace_back(Point{std::min(a.x(), b.x()), std::min(a.y(), b.y())},
                         Point{std::max(a.x(), b.x()), std::max(a.y(), b.y())});
    grid_.emplace(std::move(boxes));
  }
  [[nodiscard]] bool comes_within(const Point& centre, double radius_m) const {
    return one_comes_within(centre, centre, radius_m);
  }
  /// Is one of its segments as near to both? Then it is as near to every place between them: distance to a segment is convex.
  [[nodiscard]] bool one_comes_within(const Point& from, const Point& to, double radius_m) const {
    const auto is_near = [&](const Segment& segment) {
      return reach(from, segment.a, segment.b).distance_m < radius_m &&
             reach(to, segment.a, segment.b).distance_m < radius_m;
    };
    if (!grid_) return std::ranges::any_of(segments_, is_near);
    const geom::Box around{{std::min(from.x(), to.x()) - radius_m, std::min(from.y(), to.y()) - radius_m},
                           {std::max(from.x(), to.x()) + radius_m, std::max(from.y(), to.y()) + radius_m}};
    bool one_is = false;
    grid_->for_each_meeting(around,
                            [&](std::uint32_t number) { one_is = one_is || is_near(segments_[number]); });
    return one_is;
  }
  /// Does a disc fit somewhere against the segment from `a` to `b`, on its right? Tried at places `step_m` apart at most, but not where one
  /// segment is in the way over a whole stretch.
  [[nodiscard]] bool fits_beside(const Point& a, const Point& b, double radius_m, double step_m) const {
    const double dx = b.x() - a.x(), dy = b.y() - a.y(), length = std::hypot(dx, dy),
                 just_less = radius_m * (1 - 1e-9);
    const auto centre = [&](double along) {
      return Point{a.x() + along * dx + dy / length * radius_m, a.y() + along * dy - dx / length * radius_m};
    };
    boost::container::small_vector<std::pair<double, double>, 16> stretches{{0, 1}};
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
  const Segments& segments_;
  std::optional<BoxGrid> grid_;  ///< [segment]
};

/// How far the ground reaches across the direction in which it is about longest, or from west to east or south to north: no disc in it is wider.
double extent_across(const Segments& segments) {
  const Point base = segments.front().a;
  double west = base.x(), east = west, south = base.y(), north = south, furthest = 0;
  Point far = base;
  for (const auto& [p, next] : segments) {
    west = std::min(west, p.x());
    east = std::max(east, p.x());
    south = std::min(south, p.y());
    north = std::max(north, p.y());
    const double square = (p.x() - base.x()) * (p.x() - base.x()) + (p.y() - base.y()) * (p.y() - base.y());
    if (square > furthest) {
      furthest = square;
      far = p;
    }
  }
  const double dx = far.x() - base.x(), dy = far.y() - base.y(), length = std::sqrt(furthest);
  if (!(length > 0)) return 0;
  double low = 0, high = 0;
  for (const auto& [p, next] : segments) {
    const double across = ((p.x() - base.x()) * dy - (p.y() - base.y()) * dx) / length;
    low = std::min(low, across);
    high = std::max(high, across);
  }
  return std::min({high - low, east - west, north - south});
}

}  // namespace

bool is_wider_than(const Arrangement& faces, FaceIndex face, double width_m) {
  const double area = faces.area_m2(face), around = faces.perimeter_m(face);
  if (2 * std::sqrt(area / std::numbers::pi) <= width_m) return false;  // the disc itself has more
  if (2 * area > around * width_m)
    return true;  // the inscribed disc has at least the radius area / perimeter
  Segments segments;
  faces.for_each_segment(face, [&](const Point& a, const Point& b) {
    if (!same_place(a, b)) segments.push_back({a, b});
  });
  if (extent_across(segments) <= width_m) return false;
  // The largest disc touches the border: discs that lie against it, from the inside (on the right of its lines).
  const GroundBorder border(segments);
  constexpr double most_steps = 20'000;
  const double step = std::max(width_m / 4, around / most_steps), radius = width_m / 2;
  boost::container::small_vector<std::uint32_t, 24> tried;
  double pending = 0;
  for (std::uint32_t i = 0; i < segments.size(); ++i) {
    pending += std::hypot(segments[i].b.x() - segments[i].a.x(), segments[i].b.y() - segments[i].a.y());
    if (pending < step / 2) continue;
    pending = 0;
    tried.push_back(i);
  }
  std::atomic<bool> fits = false;
  constexpr std::size_t per_task = 256;  // few gaps, but one of them may run along a whole province
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, tried.size(), per_task), [&](const auto& range) {
    for (std::size_t i = range.begin(); i < range.end() && !fits.load(std::memory_order_relaxed); ++i)
      if (border.fits_beside(segments[tried[i]].a, segments[tried[i]].b, radius, step))
        fits.store(true, std::memory_order_relaxed);
  });
  return fits.load();
}

}  // namespace vicinia::core::topology::detail
