#include "vicinia/core/geom/shared_ground.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

namespace vicinia::core::geom {
namespace {

/// Where an outline crosses a scan line, and whether ground of its set begins (+1) or ends (-1) there.
struct Crossing {
  double x;
  int step;
  std::size_t set;
};

/// Equally spaced lines of constant y, and what crosses each.
class ScanLines {
 public:
  ScanLines(double south, double north, std::size_t lines)
      : south_(south), spacing_((north - south) / static_cast<double>(lines)), crossings_(lines) {}

  void add(const MultiPolygon& area, std::size_t set) {
    for (const Polygon& polygon : area) {
      add(polygon.outer(), set);
      for (const Ring& hole : polygon.inners()) add(hole, set);
    }
  }

  SharedGround measured() && {
    std::array<double, 4> length{};  // of neither, the first only, the second only, both
    for (std::vector<Crossing>& line : crossings_) {
      std::ranges::sort(line, {}, &Crossing::x);
      std::array<int, 2> depth{};
      for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        depth[line[i].set] += line[i].step;
        length[(depth[0] > 0 ? 1U : 0U) + (depth[1] > 0 ? 2U : 0U)] += line[i + 1].x - line[i].x;
      }
    }
    return {length[1] * spacing_, length[2] * spacing_, length[3] * spacing_};
  }

 private:
  /// The first line that lies at `y` or north of it: the same for both segments that end there, so that none
  /// is crossed twice.
  [[nodiscard]] std::size_t first_at(double y) const {
    const double position = std::ceil((y - south_) / spacing_ - 0.5);
    return static_cast<std::size_t>(std::clamp(position, 0.0, static_cast<double>(crossings_.size())));
  }

  void add(const Ring& ring, std::size_t set) {
    if (ring.empty()) return;
    std::size_t from = first_at(ring.front().y());
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const Point& a = ring[i - 1];
      const Point& b = ring[i];
      const std::size_t to = first_at(b.y());
      // Outer rings run clockwise: ground lies east of what goes north.
      for (std::size_t line = std::min(from, to); line < std::max(from, to); ++line) {
        const double y = south_ + (static_cast<double>(line) + 0.5) * spacing_;
        crossings_[line].push_back(
            {a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x()), from < to ? 1 : -1, set});
      }
      from = to;
    }
  }

  double south_, spacing_;
  std::vector<std::vector<Crossing>> crossings_;
};

}  // namespace

SharedGround shared_ground(std::span<const MultiPolygon* const> first,
                           std::span<const MultiPolygon* const> second, std::size_t lines) {
  assert(lines > 0);
  double south = std::numeric_limits<double>::infinity(), north = -south;
  for (const auto& set : {first, second})
    for (const MultiPolygon* area : set)
      for (const Polygon& polygon : *area)
        for (const Point& point : polygon.outer()) {
          south = std::min(south, point.y());
          north = std::max(north, point.y());
        }
  if (!(north > south)) return {};
  ScanLines scan(south, north, lines);
  for (const MultiPolygon* area : first) scan.add(*area, 0);
  for (const MultiPolygon* area : second) scan.add(*area, 1);
  return std::move(scan).measured();
}

}  // namespace vicinia::core::geom
