#include "arrangement.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

#include "close_segments.h"
#include "crossing.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

/// 0 for the upper half of the directions (from east, counter-clockwise, west excluded), 1 for the lower.
int half_of(double dx, double dy) { return dy > 0 || (dy == 0 && dx > 0) ? 0 : 1; }

/// Winding of each unit in a face that is being walked to; entries of 0 are dropped.
using Winding = std::vector<std::pair<UnitIndex, int>>;
void add(Winding& winding, UnitIndex unit, int by) {
  const auto at = std::lower_bound(winding.begin(), winding.end(), std::pair(unit, std::numeric_limits<int>::min()));
  if (at != winding.end() && at->first == unit) {
    at->second += by;
    if (at->second == 0) winding.erase(at);
  } else {
    winding.insert(at, {unit, by});
  }
}

/// Finds the first line to the left of a point, by rows of the plane.
class LeftOf {
 public:
  struct Hit {
    std::uint32_t half;  ///< the half-edge whose right face lies between the line and the point
  };
  LeftOf(const std::vector<Point>& points, const std::vector<BorderLine>& lines) : points_(points), lines_(lines) {
    double high = std::numeric_limits<double>::lowest();
    std::size_t segments = 0;
    for (const BorderLine& line : lines)
      for (const PointId id : line.points) {
        low_ = std::min(low_, points[id].y());
        high = std::max(high, points[id].y());
        ++segments;
      }
    row_count_ = std::clamp<std::size_t>(segments / 8, 1, 65536);
    if (high > low_) per_m_ = static_cast<double>(row_count_) / (high - low_);
    start_.resize(row_count_ + 1);
    for_each_crossing([&](std::size_t row, std::uint32_t, std::uint32_t) { ++start_[row + 1]; });
    std::partial_sum(start_.begin(), start_.end(), start_.begin());
    segments_.resize(start_.back());
    std::vector<std::size_t> at(start_.begin(), start_.end() - 1);
    for_each_crossing([&](std::size_t row, std::uint32_t line, std::uint32_t segment) { segments_[at[row]++] = {line, segment}; });
  }
  [[nodiscard]] std::optional<Hit> of(const Point& p) const {
    std::optional<Hit> best;
    double best_x = 0, best_slope = 0;
    const std::size_t row = row_of(p.y());
    for (std::size_t i = start_[row]; i < start_[row + 1]; ++i) {
      const auto [line, j] = segments_[i];
      const Point &a = points_[lines_[line].points[j]], &b = points_[lines_[line].points[j + 1]];
      if ((a.y() <= p.y()) == (b.y() <= p.y())) continue;  // each vertex counts with what leaves it upwards
      const double slope = (b.x() - a.x()) / (b.y() - a.y()), x = a.x() + (p.y() - a.y()) * slope;
      if (!(x < p.x()) || (best && (x < best_x || (x == best_x && slope < best_slope)))) continue;
      best = Hit{2 * line + (b.y() > a.y() ? 0U : 1U)};  // going up, the right side looks east
      best_x = x;
      best_slope = slope;
    }
    return best;
  }

 private:
  [[nodiscard]] std::size_t row_of(double y) const {
    return std::min(static_cast<std::size_t>((y - low_) * per_m_), row_count_ - 1);
  }
  template <class Visit>
  void for_each_crossing(Visit visit) const {
    for (std::uint32_t i = 0; i < lines_.size(); ++i)
      for (std::uint32_t j = 0; j + 1 < lines_[i].points.size(); ++j) {
        const auto [bottom, top] = std::minmax({points_[lines_[i].points[j]].y(), points_[lines_[i].points[j + 1]].y()});
        if (bottom == top) continue;
        for (std::size_t row = row_of(bottom), last = row_of(top); row <= last; ++row) visit(row, i, j);
      }
  }
  const std::vector<Point>& points_;
  const std::vector<BorderLine>& lines_;
  double low_ = std::numeric_limits<double>::max(), per_m_ = 0;
  std::size_t row_count_ = 1;
  std::vector<std::size_t> start_;                                 ///< [row + 1]
  std::vector<std::pair<std::uint32_t, std::uint32_t>> segments_;  ///< line and segment, row by row
};

}  // namespace

Arrangement::Arrangement(const std::vector<Point>& points, std::vector<BorderLine> lines)
    : points_(points), lines_(std::move(lines)) {
  tbb::parallel_for(std::size_t{0}, lines_.size(), [&](std::size_t i) {
    BorderLine& line = lines_[i];
    line.length_m = 0;
    for (std::size_t j = 1; j < line.points.size(); ++j) {
      const Point &p = at(line.points[j - 1]), &q = at(line.points[j]);
      line.length_m += std::sqrt((q.x() - p.x()) * (q.x() - p.x()) + (q.y() - p.y()) * (q.y() - p.y()));
    }
  });
  link();
  find_loops();
  nest();
}

/// Around each node, half-edges in the order of their directions; keeping the ground on the right, the way goes on along the first that one
/// meets by turning counter-clockwise from the way back.
void Arrangement::link() {
  const auto halves = static_cast<std::uint32_t>(2 * lines_.size());
  std::vector<std::uint32_t> order(halves);
  std::iota(order.begin(), order.end(), 0U);
  struct Direction {
    PointId node;
    int half;
    double dx, dy;
  };
  std::vector<Direction> ways(halves);
  for (std::uint32_t half = 0; half < halves; ++half) {
    const Point &p = at(origin(half)), &q = at(second(half));
    const double dx = q.x() - p.x(), dy = q.y() - p.y();
    ways[half] = {origin(half), half_of(dx, dy), dx, dy};
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    const Direction &a = ways[x], &b = ways[y];
    if (a.node != b.node) return a.node < b.node;
    if (a.half != b.half) return a.half < b.half;
    const long double turn = static_cast<long double>(a.dx) * b.dy - static_cast<long double>(a.dy) * b.dx;
    return turn != 0 ? turn > 0 : x < y;
  });
  next_.resize(halves);
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && ways[order[end]].node == ways[order[begin]].node) ++end;
    for (std::size_t i = begin; i < end; ++i) next_[order[i] ^ 1U] = order[i + 1 < end ? i + 1 : begin];
    begin = end;
  }
}

void Arrangement::find_loops() {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  loop_of_.assign(next_.size(), none);
  for (std::uint32_t first = 0; first < next_.size(); ++first) {
    if (loop_of_[first] != none) continue;
    // From its first point by place, so that sums do not depend on how points and lines are numbered.
    Loop loop{.first = first};
    std::uint32_t half = first;
    do {
      loop_of_[half] = static_cast<std::uint32_t>(loops_.size());
      const Point &p = at(origin(half)), &q = at(origin(loop.first));
      if (before(p, q) || (same_place(p, q) && before(at(second(half)), at(second(loop.first))))) loop.first = half;
      half = next_[half];
    } while (half != first);
    const Point base = at(origin(loop.first));
    double twice = 0;
    half = loop.first;
    do {
      loop.length += lines_[half / 2].length_m;
      const auto& line = lines_[half / 2].points;
      double sum = 0;
      for (std::size_t i = 1; i < line.size(); ++i) {
        const Point &p = at(line[i - 1]), &q = at(line[i]);
        sum += (q.x() - base.x()) * (p.y() - base.y()) - (p.x() - base.x()) * (q.y() - base.y());
      }
      twice += half % 2 == 0 ? sum : -sum;
      half = next_[half];
    } while (half != loop.first);
    loop.area = twice / 2;
    loops_.push_back(loop);
  }
}

void Arrangement::append(std::uint32_t half, std::vector<PointId>& to) const {
  const auto& line = lines_[half / 2].points;
  if (half % 2 == 0)
    to.insert(to.end(), line.begin() + 1, line.end());
  else
    to.insert(to.end(), line.rbegin() + 1, line.rend());
}

void Arrangement::nest() {
  // Connected lines: each component lies within one face of the others.
  std::vector<std::uint32_t> root(lines_.size());
  std::iota(root.begin(), root.end(), 0U);
  const auto find = [&](std::uint32_t line) {
    while (root[line] != line) line = root[line] = root[root[line]];
    return line;
  };
  for (std::uint32_t half = 0; half < next_.size(); ++half) root[find(half / 2)] = find(next_[half] / 2);
  struct Component {
    std::uint32_t line = 0;
    PointId leftmost = no_point;
  };
  std::unordered_map<std::uint32_t, std::uint32_t> number;
  std::vector<Component> components;
  std::vector<std::vector<std::uint32_t>> loops_of_component;
  for (std::uint32_t line = 0; line < lines_.size(); ++line) {
    const auto [entry, is_new] = number.try_emplace(find(line), static_cast<std::uint32_t>(components.size()));
    if (is_new) components.push_back({line, lines_[line].points.front()});
    Component& component = components[entry->second];
    for (const PointId id : lines_[line].points)
      if (before(at(id), at(component.leftmost))) component.leftmost = id;
  }
  loops_of_component.resize(components.size());
  for (std::uint32_t i = 0; i < loops_.size(); ++i) {
    loops_[i].component = number.at(find(loops_[i].first / 2));
    loops_of_component[loops_[i].component].push_back(i);
  }
  // A loop around ground is a face; the others are the outsides of components, of which one has the least area. A component that
  // encloses nothing has only one loop.
  face_of_loop_.assign(loops_.size(), no_face);
  FaceIndex faces = 1;
  std::vector<std::uint32_t> outside_of(components.size());
  for (std::size_t c = 0; c < components.size(); ++c) {
    outside_of[c] = *std::min_element(loops_of_component[c].begin(), loops_of_component[c].end(),
                                      [&](std::uint32_t a, std::uint32_t b) { return loops_[a].area < loops_[b].area; });
    for (const std::uint32_t loop : loops_of_component[c])
      if (loop != outside_of[c]) face_of_loop_[loop] = faces++;
  }
  std::vector<std::uint32_t> by_place(components.size());
  std::iota(by_place.begin(), by_place.end(), 0U);
  std::sort(by_place.begin(), by_place.end(), [&](std::uint32_t a, std::uint32_t b) {
    return before(at(components[a].leftmost), at(components[b].leftmost));
  });
  face_of_.assign(next_.size(), no_face);
  cover_.resize(faces);
  std::optional<LeftOf> left_of;
  if (components.size() > 1) left_of.emplace(points_, lines_);
  for (const std::uint32_t c : by_place) {
    FaceIndex around = 0;
    if (left_of)
      if (const auto hit = left_of->of(at(components[c].leftmost))) around = face_of_loop_[loop_of_[hit->half]];
    face_of_loop_[outside_of[c]] = around;
  }
  for (std::uint32_t half = 0; half < next_.size(); ++half) face_of_[half] = face_of_loop_[loop_of_[half]];
  loops_of_.resize(faces);
  area_.assign(faces, 0);
  perimeter_.assign(faces, 0);
  std::vector<std::uint32_t> loops(loops_.size());
  std::iota(loops.begin(), loops.end(), 0U);
  std::sort(loops.begin(), loops.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Point &p = at(origin(loops_[a].first)), &q = at(origin(loops_[b].first));
    return same_place(p, q) ? loops_[a].area > loops_[b].area : before(p, q);
  });
  for (const std::uint32_t i : loops) {
    loops_of_[face_of_loop_[i]].push_back(loops_[i].first);
    area_[face_of_loop_[i]] += loops_[i].area;
    perimeter_[face_of_loop_[i]] += loops_[i].length;
  }
  is_known_.assign(loops_.size(), 0);
  for (const std::uint32_t c : by_place) spread_cover(outside_of[c]);
}

/// From the face around a component, which is known, over its lines.
void Arrangement::spread_cover(std::uint32_t outside_loop) {
  struct Step {
    std::uint32_t loop;
    Winding winding;
  };
  Winding around;
  for (const UnitIndex unit : cover_[face_of_loop_[outside_loop]]) around.emplace_back(unit, 1);
  std::vector<Step> open{{outside_loop, std::move(around)}};
  is_known_[outside_loop] = 1;
  while (!open.empty()) {
    const Step step = std::move(open.back());
    open.pop_back();
    if (step.loop != outside_loop) {
      std::vector<UnitIndex>& cover = cover_[face_of_loop_[step.loop]];
      for (const auto& [unit, count] : step.winding) {
        cover.push_back(unit);
        if (count != 1) tangled_.emplace_back(unit, face_of_loop_[step.loop]);
      }
    }
    std::uint32_t half = loops_[step.loop].first;
    do {
      const std::uint32_t beyond = loop_of_[half ^ 1U];
      if (std::exchange(is_known_[beyond], std::uint8_t{1}) == 0) {
        const BorderLine& line = lines_[half / 2];
        Winding winding = step.winding;
        for (const UnitIndex unit : half % 2 == 0 ? line.right : line.left) add(winding, unit, -1);
        for (const UnitIndex unit : half % 2 == 0 ? line.left : line.right) add(winding, unit, 1);
        open.push_back({beyond, std::move(winding)});
      }
      half = next_[half];
    } while (half != loops_[step.loop].first);
  }
}

geom::Polygon Arrangement::polygon(FaceIndex face) const {
  geom::Polygon polygon;
  if (face == 0) return polygon;
  for (const std::uint32_t first : loops_of_[face]) {
    geom::Ring ring{at(origin(first))};
    std::vector<PointId> ids;
    std::uint32_t half = first;
    do {
      append(half, ids);
      half = next_[half];
    } while (half != first);
    for (const PointId id : ids) ring.push_back(at(id));
    if (loops_[loop_of_[first]].area > 0)
      polygon.outer() = std::move(ring);
    else
      polygon.inners().push_back(std::move(ring));
  }
  return polygon;
}

}  // namespace vicinia::core::topology::detail
