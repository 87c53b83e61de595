#include "topology/healing/mismatch.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <limits>

#include "topology/healing/arrangement.h"
#include "topology/lines/noding.h"
#include "topology/segments/close_segments.h"
#include "topology/segments/crossing.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

/// So many that all units are looked at as one.
bool are_too_many(std::size_t marked, std::size_t units) { return marked * 8 > units; }

struct OpenLines {
  BorderLines lines;            ///< as of one unit, 0, that is all the ground there is
  std::vector<UnitIndex> unit;  ///< [line]
};

OpenLines open_lines_of(const Lines& lines) {
  OpenLines open;
  open.lines.reserve_open(lines);
  for (std::size_t i = 0; i < lines.count(); ++i) {
    if (lines.uses(i).size() != 1) continue;
    open.lines.add_open(lines, i, 0);
    open.unit.push_back(lines.unit_of(lines.uses(i).front()));
  }
  return open;
}

void mark_meeting(const Points& places, const OpenLines& open, std::vector<bool>& unmatched) {
  std::vector<std::size_t> start{0};
  std::vector<Point> points;
  points.reserve(open.lines.point_count());
  for (std::size_t line = 0; line < open.lines.size(); ++line) {
    for (const PointId id : open.lines.points(line)) points.push_back(places[id]);
    start.push_back(points.size());
  }
  std::vector<Line> lines;
  for (std::size_t i = 0; i < open.lines.size(); ++i)
    lines.push_back(std::span(points).subspan(start[i], start[i + 1] - start[i]));
  std::vector<std::atomic<bool>> meets(unmatched.size());
  std::atomic<std::size_t> count = 0;
  for (std::size_t unit = 0; unit < unmatched.size(); ++unit)
    if (unmatched[unit]) {
      meets[unit] = true;
      ++count;
    }
  const auto are_enough = [&] {
    return are_too_many(count.load(std::memory_order_relaxed), unmatched.size());
  };
  CloseSegments(lines).for_each_pair(
      noding_precision_m, [&](std::uint32_t, std::uint32_t) { return !are_enough(); },
      [&](std::uint32_t line, std::uint32_t i, std::uint32_t other, std::uint32_t j) {
        const Point &a = lines[line][i], &b = lines[line][i + 1], &c = lines[other][j],
                    &d = lines[other][j + 1];
        const bool is_next = line == other && j == i + 1;
        if (is_next && (b.x() - a.x()) * (d.x() - c.x()) + (b.y() - a.y()) * (d.y() - c.y()) > 0) return;
        if (far_apart(a, b, c, d, noding_precision_m)) return;
        const auto on = [&](const Point& p, const Point& from, const Point& to) {
          return !same_place(p, from) && !same_place(p, to) &&
                 reach(p, from, to).distance_m <= noding_precision_m;
        };
        if (!(on(a, c, d) || on(b, c, d) || on(c, a, b) || on(d, a, b) || (!is_next && crossing(a, b, c, d))))
          return;
        for (const UnitIndex unit : {open.unit[line], open.unit[other]})
          if (!meets[unit].exchange(true, std::memory_order_relaxed))
            count.fetch_add(1, std::memory_order_relaxed);
      });
  for (std::size_t unit = 0; unit < unmatched.size(); ++unit)
    unmatched[unit] = are_enough() || meets[unit].load();
}

/// Ground that is covered twice although no lines cross.
void mark_covered_twice(const Points& places, OpenLines open, std::vector<bool>& unmatched) {
  const Arrangement ground(places, std::move(open.lines));
  std::vector<bool> is_tangled(ground.face_count());
  for (const auto& [unit, face] : ground.tangled()) is_tangled[face] = true;
  if (ground.tangled().empty()) return;
  for (std::size_t i = 0; i < open.unit.size(); ++i)
    if (is_tangled[ground.face(i, false)] || is_tangled[ground.face(i, true)]) unmatched[open.unit[i]] = true;
}

}  // namespace

std::vector<bool> units_that_meet(const Lines& lines) {
  std::vector<bool> unmatched(lines.rings().unit_count);
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const auto uses = lines.uses(i);
    if (uses.size() > 2 || (uses.size() == 2 && uses[0].reversed == uses[1].reversed))
      for (const LineUse& use : uses) unmatched[lines.unit_of(use)] = true;
  }
  mark_meeting(lines.rings().points, open_lines_of(lines), unmatched);
  return unmatched;
}

std::vector<bool> units_covered_twice(const Lines& lines) {
  std::vector<bool> unmatched(lines.rings().unit_count);
  mark_covered_twice(lines.rings().points, open_lines_of(lines), unmatched);
  return unmatched;
}

std::vector<geom::Box> extents_of(const FlatRings& rings) {
  constexpr double huge = std::numeric_limits<double>::max();
  std::vector<geom::Box> boxes(rings.unit_count, geom::Box{{huge, huge}, {-huge, -huge}});
  std::vector<std::size_t> first_ring{0};  // of each unit that has one, and the end
  for (std::size_t ring = 1; ring <= rings.ring_count(); ++ring)
    if (ring == rings.ring_count() || rings.unit[ring] != rings.unit[ring - 1]) first_ring.push_back(ring);
  tbb::parallel_for(std::size_t{0}, first_ring.size() - 1, [&](std::size_t i) {
    double low_x = huge, low_y = huge, high_x = -huge, high_y = -huge;
    for (std::size_t ring = first_ring[i]; ring < first_ring[i + 1]; ++ring)
      for (const PointId id : rings.points_of(ring)) {
        const Point& p = rings.points[id];
        low_x = std::min(low_x, p.x());
        high_x = std::max(high_x, p.x());
        low_y = std::min(low_y, p.y());
        high_y = std::max(high_y, p.y());
      }
    boxes[rings.unit[first_ring[i]]] = {{low_x, low_y}, {high_x, high_y}};
  });
  return boxes;
}

std::vector<bool> with_surroundings(const std::vector<bool>& units, std::span<const geom::Box> boxes) {
  std::vector<std::size_t> marked;
  for (std::size_t unit = 0; unit < units.size(); ++unit)
    if (units[unit]) marked.push_back(unit);
  if (are_too_many(marked.size(), units.size())) return std::vector<bool>(units.size(), true);
  std::vector<bool> around = units;
  for (std::size_t unit = 0; unit < units.size(); ++unit)
    for (std::size_t i = 0; i < marked.size() && !around[unit]; ++i) {
      const geom::Box &a = boxes[unit], &b = boxes[marked[i]];
      around[unit] = a.min_corner().x() <= b.max_corner().x() && b.min_corner().x() <= a.max_corner().x() &&
                     a.min_corner().y() <= b.max_corner().y() && b.min_corner().y() <= a.max_corner().y();
    }
  const auto count = static_cast<std::size_t>(std::ranges::count(around, true));
  return count * 2 > units.size() ? std::vector<bool>(units.size(), true) : around;
}

}  // namespace vicinia::core::topology::detail
