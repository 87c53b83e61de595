#include "topology/healing/arrangement.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "topology/segments/close_segments.h"
#include "topology/segments/crossing.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

/// 0 for the upper half of the directions (from east, counter-clockwise, west excluded), 1 for the lower.
int half_of(double dx, double dy) { return dy > 0 || (dy == 0 && dx > 0) ? 0 : 1; }

/// Windings of the units in faces that are being walked to, one face's after the other's, each ascending by unit; entries of 0 are dropped.
using Windings = std::vector<std::pair<UnitIndex, int>>;
/// To the last face's, which begin at `first`.
void add(Windings& windings, std::size_t first, UnitIndex unit, int by) {
  const auto at = std::lower_bound(windings.begin() + static_cast<std::ptrdiff_t>(first), windings.end(),
                                   std::pair(unit, std::numeric_limits<int>::min()));
  if (at != windings.end() && at->first == unit) {
    at->second += by;
    if (at->second == 0) windings.erase(at);
  } else {
    windings.insert(at, {unit, by});
  }
}

/// Finds the first line to the left of a point: by short runs of segments, and rows of the plane that the points to be asked for lie in.
class LeftOf {
 public:
  LeftOf(std::span<const Point> points, const BorderLines& lines, std::span<const PointId> asked)
      : points_(points), lines_(lines) {
    double high = std::numeric_limits<double>::lowest();
    for (const PointId id : asked) {
      low_ = std::min(low_, points[id].y());
      high = std::max(high, points[id].y());
    }
    const std::size_t row_count = std::clamp<std::size_t>(2 * asked.size(), 1, 65536);
    if (high > low_) per_m_ = static_cast<double>(row_count) / (high - low_);
    rows_before_.assign(row_count + 1, 0);
    for (const PointId id : asked) rows_before_[row_of(points[id].y()) + 1] = 1;
    std::partial_sum(rows_before_.begin(), rows_before_.end(), rows_before_.begin());
    add_runs(high);
    start_.assign(rows_before_.back() + std::size_t{1}, 0);
    for_each_row([&](std::size_t row, std::uint32_t) { ++start_[row + 1]; });
    std::partial_sum(start_.begin(), start_.end(), start_.begin());
    numbers_.resize(start_.back());
    std::vector<std::size_t> at(start_.begin(), start_.end() - 1);
    for_each_row([&](std::size_t row, std::uint32_t run) { numbers_[at[row]++] = run; });
  }
  /// The half-edge whose right face lies between the line and the point.
  /// \pre the point is one of those asked for
  [[nodiscard]] std::optional<std::uint32_t> of(const Point& p) const {
    std::optional<std::uint32_t> best;
    double best_x = std::numeric_limits<double>::lowest(), best_slope = 0;
    const std::size_t row = rows_before_[row_of(p.y())];
    for (std::size_t i = start_[row]; i < start_[row + 1]; ++i) {
      const Run& run = runs_[numbers_[i]];
      if (run.bottom > p.y() || run.top < p.y() || run.low_x >= p.x() || run.high_x < best_x) continue;
      const auto line = lines_.points(run.line);
      for (std::uint32_t j = run.first; j < run.end; ++j) {
        const Point &a = points_[line[j]], &b = points_[line[j + 1]];
        if ((a.y() <= p.y()) == (b.y() <= p.y())) continue;  // each vertex counts with what leaves it upwards
        const double slope = (b.x() - a.x()) / (b.y() - a.y()), x = a.x() + (p.y() - a.y()) * slope;
        if (!(x < p.x()) || (best && (x < best_x || (x == best_x && slope < best_slope)))) continue;
        best = 2 * run.line + (b.y() > a.y() ? 0U : 1U);  // going up, the right side looks east
        best_x = x;
        best_slope = slope;
      }
    }
    return best;
  }

 private:
  struct Run {
    std::uint32_t line, first, end;  ///< segments [first, end)
    double bottom, top, low_x, high_x;
  };
  void add_runs(double high) {
    constexpr std::uint32_t per_run = 16;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      const auto line = lines_.points(i);
      for (std::uint32_t first = 0; first + 1 < line.size(); first += per_run) {
        const auto end = std::min(first + per_run, static_cast<std::uint32_t>(line.size() - 1));
        Run run{i,
                first,
                end,
                points_[line[first]].y(),
                points_[line[first]].y(),
                points_[line[first]].x(),
                points_[line[first]].x()};
        for (std::uint32_t j = first + 1; j <= end; ++j) {
          const Point& p = points_[line[j]];
          run.bottom = std::min(run.bottom, p.y());
          run.top = std::max(run.top, p.y());
          run.low_x = std::min(run.low_x, p.x());
          run.high_x = std::max(run.high_x, p.x());
        }
        if (run.top >= low_ && run.bottom <= high) runs_.push_back(run);
      }
    }
  }
  [[nodiscard]] std::size_t row_of(double y) const {
    return std::min(static_cast<std::size_t>(std::max(0.0, (y - low_) * per_m_)), rows_before_.size() - 2);
  }
  template <class Visit>
  void for_each_row(Visit visit) const {
    for (std::uint32_t i = 0; i < runs_.size(); ++i) {
      const std::size_t last = rows_before_[row_of(runs_[i].top) + 1];
      for (std::size_t row = rows_before_[row_of(runs_[i].bottom)]; row < last; ++row) visit(row, i);
    }
  }
  std::span<const Point> points_;
  const BorderLines& lines_;
  double low_ = std::numeric_limits<double>::max(), per_m_ = 0;
  std::vector<std::uint32_t> rows_before_;  ///< [row of the plane + 1] how many of them are asked for
  std::vector<Run> runs_;
  std::vector<std::size_t> start_;      ///< [row asked for + 1]
  std::vector<std::uint32_t> numbers_;  ///< runs, row by row
};

}  // namespace

void BorderLines::reserve(std::size_t lines, std::size_t points, std::size_t units) {
  first_point_.reserve(lines + 1);
  first_right_.reserve(lines + 1);
  first_left_.reserve(lines);
  points_.reserve(points);
  units_.reserve(units);
}

void BorderLines::reserve_open(const Lines& lines) {
  std::size_t count = 0, points = 0;
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const auto uses = lines.uses(i);
    if (uses.size() != 1) continue;
    ++count;
    points += uses.front().edges + 1U;
  }
  reserve(count, points, count);
}

void BorderLines::add(std::span<const PointId> points, std::span<const UnitIndex> right,
                      std::span<const UnitIndex> left) {
  points_.insert(points_.end(), points.begin(), points.end());
  units_.insert(units_.end(), right.begin(), right.end());
  first_left_.push_back(units_.size());
  units_.insert(units_.end(), left.begin(), left.end());
  first_point_.push_back(points_.size());
  first_right_.push_back(units_.size());
}

void BorderLines::add(const Lines& lines, std::size_t line) {
  lines.copy_ids(line, points_);
  const auto uses = lines.uses(line);
  for (const LineUse& use : uses)
    if (use.reversed == 0) units_.push_back(lines.unit_of(use));
  first_left_.push_back(units_.size());
  for (const LineUse& use : uses)
    if (use.reversed != 0) units_.push_back(lines.unit_of(use));
  first_point_.push_back(points_.size());
  first_right_.push_back(units_.size());
}

void BorderLines::add_open(const Lines& lines, std::size_t line, UnitIndex unit) {
  lines.copy_ids(line, points_);
  first_left_.push_back(units_.size() + (lines.uses(line).front().reversed != 0 ? 0U : 1U));
  units_.push_back(unit);
  first_point_.push_back(points_.size());
  first_right_.push_back(units_.size());
}

Arrangement::Arrangement(std::span<const Point> points, BorderLines lines, Sides sides)
    : points_(points), lines_(std::move(lines)), sides_(sides) {
  measure_lines();
  link();
  find_loops();
  nest();
}

/// What the loops need of each line, so that they look at its ends only.
void Arrangement::measure_lines() {
  length_.resize(lines_.size());
  beside_chord_.resize(lines_.size());
  leftmost_.resize(lines_.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, lines_.size(), 64), [&](const auto& range) {
    for (std::size_t i = range.begin(); i < range.end(); ++i) {
      const auto line = lines_.points(i);
      const Point base = at(line.front());
      PointId leftmost = line.front();
      double length = 0, twice = 0;
      Point p = base;
      for (std::size_t j = 1; j < line.size(); ++j) {
        const Point& q = at(line[j]);
        length += std::sqrt((q.x() - p.x()) * (q.x() - p.x()) + (q.y() - p.y()) * (q.y() - p.y()));
        twice += (q.x() - base.x()) * (p.y() - base.y()) - (p.x() - base.x()) * (q.y() - base.y());
        if (before(q, at(leftmost))) leftmost = line[j];
        p = q;
      }
      length_[i] = length;
      beside_chord_[i] = twice;
      leftmost_[i] = leftmost;
    }
  });
}

/// Around each node, half-edges in the order of their directions; keeping the ground on the right, the way goes on along the first that one
/// meets by turning counter-clockwise from the way back.
void Arrangement::link() {
  const auto halves = static_cast<std::uint32_t>(2 * lines_.size());
  std::vector<std::uint32_t> order(halves);
  std::vector<std::size_t> group{0};  // where the half-edges of each node begin
  if (points_.size() / 16 < halves) {
    std::vector<std::uint32_t> start(points_.size() + 1);
    for (std::uint32_t half = 0; half < halves; ++half) ++start[origin(half) + 1];
    for (std::size_t point = 0; point < points_.size(); ++point) {
      if (start[point + 1] != 0) group.push_back(group.back() + start[point + 1]);
      start[point + 1] += start[point];
    }
    for (std::uint32_t half = 0; half < halves; ++half) order[start[origin(half)]++] = half;
  } else {  // few lines among many points
    std::vector<std::pair<PointId, std::uint32_t>> by_node;
    for (std::uint32_t half = 0; half < halves; ++half) by_node.emplace_back(origin(half), half);
    std::sort(by_node.begin(), by_node.end());
    for (std::uint32_t i = 0; i < halves; ++i) {
      order[i] = by_node[i].second;
      if (i > 0 && by_node[i].first != by_node[i - 1].first) group.push_back(i);
    }
    if (halves > 0) group.push_back(halves);
  }
  struct Direction {
    int half;
    double dx, dy;
  };
  const auto direction = [&](std::uint32_t half) {
    const Point &p = at(origin(half)), &q = at(second(half));
    const double dx = q.x() - p.x(), dy = q.y() - p.y();
    return Direction{half_of(dx, dy), dx, dy};
  };
  next_.resize(halves);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, group.size() - 1, 1024), [&](const auto& nodes) {
    boost::container::small_vector<std::pair<Direction, std::uint32_t>, 8> around;
    for (std::size_t node = nodes.begin(); node < nodes.end(); ++node) {
      around.clear();
      if (group[node + 1] - group[node] <= 2) {  // there is nothing to choose
        const std::uint32_t one = order[group[node]], other = order[group[node + 1] - 1];
        next_[one ^ 1U] = other;
        next_[other ^ 1U] = one;
        continue;
      }
      for (std::size_t i = group[node]; i < group[node + 1]; ++i)
        around.emplace_back(direction(order[i]), order[i]);
      std::sort(around.begin(), around.end(), [](const auto& x, const auto& y) {
        const Direction &a = x.first, &b = y.first;
        if (a.half != b.half) return a.half < b.half;
        const long double turn =
            static_cast<long double>(a.dx) * b.dy - static_cast<long double>(a.dy) * b.dx;
        return turn != 0 ? turn > 0 : x.second < y.second;
      });
      for (std::size_t i = 0; i < around.size(); ++i)
        next_[around[i].second ^ 1U] = around[i + 1 < around.size() ? i + 1 : 0].second;
    }
  });
}

void Arrangement::find_loops() {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  loop_of_.assign(next_.size(), none);
  for (std::uint32_t first = 0; first < next_.size(); ++first) {
    if (loop_of_[first] != none) continue;
    std::uint32_t half = first;
    do {
      loop_of_[half] = static_cast<std::uint32_t>(loops_.size());
      half = next_[half];
    } while (half != first);
    loops_.push_back({.first = first});
  }
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, loops_.size(), 256), [&](const auto& range) {
    for (std::size_t i = range.begin(); i < range.end(); ++i) measure(loops_[i]);
  });
}

/// From its first point by place, so that sums do not depend on how points and lines are numbered.
void Arrangement::measure(Loop& loop) const {
  const std::uint32_t any = loop.first;
  std::uint32_t half = any;
  do {
    const Point &p = at(origin(half)), &q = at(origin(loop.first));
    if (before(p, q) || (same_place(p, q) && before(at(second(half)), at(second(loop.first)))))
      loop.first = half;
    half = next_[half];
  } while (half != any);
  const Point base = at(origin(loop.first));
  double twice = 0;
  half = loop.first;
  do {
    loop.length += length_[half / 2];
    const Point &p = at(origin(half)), &q = at(origin(half ^ 1U));
    twice += (q.x() - base.x()) * (p.y() - base.y()) - (p.x() - base.x()) * (q.y() - base.y());
    twice += half % 2 == 0 ? beside_chord_[half / 2] : -beside_chord_[half / 2];
    half = next_[half];
  } while (half != loop.first);
  loop.area = twice / 2;
}

void Arrangement::append(std::uint32_t half, std::vector<PointId>& to) const {
  const auto line = lines_.points(half / 2);
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
  for (std::uint32_t half = 0; half < next_.size(); ++half)
    if (const std::uint32_t a = find(half / 2), b = find(next_[half] / 2); a != b)
      root[std::max(a, b)] = std::min(a, b);
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> number(lines_.size(), none);
  std::vector<PointId> leftmost;  // [component]
  for (std::uint32_t line = 0; line < lines_.size(); ++line) {
    std::uint32_t& component = number[find(line)];
    if (component == none) {
      component = static_cast<std::uint32_t>(leftmost.size());
      leftmost.push_back(leftmost_[line]);
    }
    if (before(at(leftmost_[line]), at(leftmost[component]))) leftmost[component] = leftmost_[line];
  }
  // A loop around ground is a face; the others are the outsides of components, of which one has the least area. A component that
  // encloses nothing has only one loop.
  std::vector<std::uint32_t> outside_of(leftmost.size(), none);
  for (std::uint32_t i = 0; i < loops_.size(); ++i) {
    std::uint32_t& least = outside_of[number[find(loops_[i].first / 2)]];
    if (least == none || loops_[i].area < loops_[least].area) least = i;
  }
  face_of_loop_.assign(loops_.size(), 0);
  std::vector<std::uint32_t> by_place;  // components that lie in a face with other ways around it
  std::vector<PointId> asked;
  for (std::uint32_t c = 0; c < outside_of.size(); ++c) {
    if (sides_ == Sides::told && !beside(loops_[outside_of[c]].first).empty()) continue;
    face_of_loop_[outside_of[c]] = no_face;
    by_place.push_back(c);
    asked.push_back(leftmost[c]);
  }
  FaceIndex faces = 1;
  for (FaceIndex& face : face_of_loop_)
    if (face != no_face) face = faces++;
  std::sort(by_place.begin(), by_place.end(),
            [&](std::uint32_t a, std::uint32_t b) { return before(at(leftmost[a]), at(leftmost[b])); });
  std::vector<std::uint32_t> left_of(leftmost.size(), none);  // [component] the loop on whose right it lies
  if (leftmost.size() > 1 && !asked.empty()) {
    const LeftOf search(points_, lines_, asked);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, by_place.size(), 64), [&](const auto& range) {
      for (std::size_t i = range.begin(); i < range.end(); ++i)
        if (const auto half = search.of(at(leftmost[by_place[i]]))) left_of[by_place[i]] = loop_of_[*half];
    });
  }
  for (const std::uint32_t c : by_place)
    face_of_loop_[outside_of[c]] = left_of[c] == none ? 0 : face_of_loop_[left_of[c]];
  face_of_.resize(next_.size());
  for (std::uint32_t half = 0; half < next_.size(); ++half) face_of_[half] = face_of_loop_[loop_of_[half]];
  gather_loops(faces);
  cover_.resize(faces);
  if (sides_ == Sides::told) return tell_cover();
  is_known_.assign(loops_.size(), 0);
  for (const std::uint32_t c : by_place) spread_cover(outside_of[c]);
}

/// By face, and within each by place: sums do not depend on how lines are numbered.
void Arrangement::gather_loops(std::size_t faces) {
  first_loop_.assign(faces + 1, 0);
  for (const FaceIndex face : face_of_loop_) ++first_loop_[face + 1];
  std::partial_sum(first_loop_.begin(), first_loop_.end(), first_loop_.begin());
  std::vector<std::size_t> to(first_loop_.begin(), first_loop_.end() - 1);
  loops_by_face_.resize(loops_.size());
  for (std::uint32_t i = 0; i < loops_.size(); ++i) loops_by_face_[to[face_of_loop_[i]]++] = i;
  area_.assign(faces, 0);
  perimeter_.assign(faces, 0);
  for (std::size_t face = 0; face < faces; ++face) {
    const auto begin = loops_by_face_.begin() + static_cast<std::ptrdiff_t>(first_loop_[face]);
    const auto end = loops_by_face_.begin() + static_cast<std::ptrdiff_t>(first_loop_[face + 1]);
    std::sort(begin, end, [&](std::uint32_t a, std::uint32_t b) {
      const Point &p = at(origin(loops_[a].first)), &q = at(origin(loops_[b].first));
      return same_place(p, q) ? loops_[a].area > loops_[b].area : before(p, q);
    });
    for (auto loop = begin; loop != end; ++loop) {
      area_[face] += loops_[*loop].area;
      perimeter_[face] += loops_[*loop].length;
      *loop = loops_[*loop].first;
    }
  }
}

void Arrangement::tell_cover() {
  for (FaceIndex face = 1; face < cover_.size(); ++face) {
    const auto units = beside(loops_of(face).front());
    cover_[face] = {cover_units_.size(), units.size()};
    cover_units_.insert(cover_units_.end(), units.begin(), units.end());
  }
}

/// From the face around a component, which is known, over its lines.
void Arrangement::spread_cover(std::uint32_t outside_loop) {
  struct Step {
    std::uint32_t loop;
    std::size_t first, end;  ///< of its windings
  };
  Windings windings;
  for (const UnitIndex unit : cover(face_of_loop_[outside_loop])) windings.emplace_back(unit, 1);
  std::vector<Step> open{{outside_loop, 0, windings.size()}};
  is_known_[outside_loop] = 1;
  while (!open.empty()) {
    const Step step = open.back();
    open.pop_back();
    if (step.loop != outside_loop) {
      const FaceIndex face = face_of_loop_[step.loop];
      cover_[face] = {cover_units_.size(), step.end - step.first};
      for (std::size_t i = step.first; i < step.end; ++i) {
        cover_units_.push_back(windings[i].first);
        if (windings[i].second != 1) tangled_.emplace_back(windings[i].first, face);
      }
    }
    std::uint32_t half = loops_[step.loop].first;
    do {
      const std::uint32_t beyond = loop_of_[half ^ 1U];
      if (std::exchange(is_known_[beyond], std::uint8_t{1}) == 0) {
        const std::size_t first = windings.size();
        for (std::size_t i = step.first; i < step.end; ++i) windings.push_back(std::pair(windings[i]));
        for (const UnitIndex unit : beside(half)) add(windings, first, unit, -1);
        for (const UnitIndex unit : beside(half ^ 1U)) add(windings, first, unit, 1);
        open.push_back({beyond, first, windings.size()});
      }
      half = next_[half];
    } while (half != loops_[step.loop].first);
  }
}

Point Arrangement::place_in(FaceIndex face) const {
  double low = std::numeric_limits<double>::max(), high = -low;
  Point first(0, 0);
  for_each_segment(face, [&](const Point& a, const Point& b) {
    if (low > high) first = a;
    low = std::min({low, a.y(), b.y()});
    high = std::max({high, a.y(), b.y()});
  });
  // Between two vertices in the order of their y, so that it goes through none.
  const double middle = low + (high - low) / 2;
  for_each_segment(face, [&](const Point& a, const Point& b) {
    for (const double y : {a.y(), b.y()})
      (y <= middle ? low : high) = y <= middle ? std::max(low, y) : std::min(high, y);
  });
  const double y = low + (high - low) / 2;
  boost::container::small_vector<double, 16> crossed;
  for_each_segment(face, [&](const Point& a, const Point& b) {
    if ((a.y() <= y) != (b.y() <= y))
      crossed.push_back(a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x()));
  });
  std::sort(crossed.begin(), crossed.end());
  double widest = -1;
  Point place = first;
  for (std::size_t i = 0; i + 1 < crossed.size(); i += 2)
    if (crossed[i + 1] - crossed[i] > widest) {
      widest = crossed[i + 1] - crossed[i];
      place = {crossed[i] + widest / 2, y};
    }
  return place;
}

}  // namespace vicinia::core::topology::detail
