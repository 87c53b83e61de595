/// \file close_segments.h
/// Which segments of a set of lines come near each other: by short runs of segments, then segment by segment.
/// Cost: O(runs + pairs of near runs); parallel.
#pragma once

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "topology/segments/box_grid.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::core::topology::detail {

using Line = std::span<const geom::Point>;

/// Distance from a point to a segment, and where along it (0 to 1) it is reached.
struct Reach {
  double distance_m = 0;
  double along = 0;
};
[[nodiscard]] inline Reach reach(const geom::Point& p, const geom::Point& a, const geom::Point& b) {
  const double dx = b.x() - a.x(), dy = b.y() - a.y();
  const double px = p.x() - a.x(), py = p.y() - a.y();
  const double square = dx * dx + dy * dy;
  const double along = square > 0 ? std::clamp((px * dx + py * dy) / square, 0.0, 1.0) : 0.0;
  const double ox = px - along * dx, oy = py - along * dy;
  return {std::sqrt(ox * ox + oy * oy), along};
}

[[nodiscard]] inline bool same_place(const geom::Point& a, const geom::Point& b) {
  return a.x() == b.x() && a.y() == b.y();
}

class CloseSegments {
 public:
  explicit CloseSegments(std::vector<Line> lines)
      : lines_(std::move(lines)), runs_(runs_of(lines_)), grid_(boxes_of(lines_, runs_)) {}

  /// Calls `visit(line, segment, other_line, other_segment)`, from several threads, for each pair of segments (in one of its orders)
  /// whose boxes come within `within_m`, where `wanted(line, other_line)`.
  template <class Wanted, class Visit>
  void for_each_pair(double within_m, Wanted wanted, Visit visit) const {
    for_each_pair_from([](std::uint32_t) { return true; }, within_m, wanted, visit);
  }
  /// Only pairs of which at least one line satisfies `from(line)`.
  template <class From, class Wanted, class Visit>
  void for_each_pair_from(From from, double within_m, Wanted wanted, Visit visit) const {
    tbb::parallel_for(std::size_t{0}, runs_.size(), [&](std::size_t number) {
      const Run& run = runs_[number];
      if (!from(run.line)) return;
      grid_.for_each_meeting(grown(grid_.boxes()[number], within_m), [&](std::uint32_t other) {
        if ((other < number && from(runs_[other].line)) || !wanted(run.line, runs_[other].line)) return;
        compare(run, runs_[other], number == other, grown(grid_.boxes()[other], within_m), within_m, visit);
      });
    });
  }

 private:
  struct Run {
    std::uint32_t line, first, end;  ///< segments [first, end)
  };
  static constexpr std::size_t per_run = 16;
  static std::vector<Run> runs_of(const std::vector<Line>& lines) {
    std::vector<Run> runs;
    for (std::size_t line = 0; line < lines.size(); ++line)
      for (std::size_t first = 0; first + 1 < lines[line].size(); first += per_run)
        runs.push_back({static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(first),
                        static_cast<std::uint32_t>(std::min(first + per_run, lines[line].size() - 1))});
    return runs;
  }
  static std::vector<geom::Box> boxes_of(const std::vector<Line>& lines, const std::vector<Run>& runs) {
    std::vector<geom::Box> boxes;
    boxes.reserve(runs.size());
    for (const Run& run : runs) {
      geom::Box& box = boxes.emplace_back(lines[run.line][run.first], lines[run.line][run.first]);
      for (std::size_t i = run.first; i <= run.end; ++i) stretch(box, lines[run.line][i]);
    }
    return boxes;
  }

  static void stretch(geom::Box& box, const geom::Point& p) {
    box.min_corner() = {std::min(box.min_corner().x(), p.x()), std::min(box.min_corner().y(), p.y())};
    box.max_corner() = {std::max(box.max_corner().x(), p.x()), std::max(box.max_corner().y(), p.y())};
  }
  static geom::Box grown(const geom::Box& box, double by) {
    return {{box.min_corner().x() - by, box.min_corner().y() - by},
            {box.max_corner().x() + by, box.max_corner().y() + by}};
  }
  static bool meets(const geom::Box& box, const geom::Point& a, const geom::Point& b) {
    return std::max(a.x(), b.x()) >= box.min_corner().x() && std::min(a.x(), b.x()) <= box.max_corner().x() &&
           std::max(a.y(), b.y()) >= box.min_corner().y() && std::min(a.y(), b.y()) <= box.max_corner().y();
  }
  /// Of the segments of a run; beyond its end, boxes that meet none.
  struct SegmentBoxes {
    std::array<double, per_run> low_x, high_x, low_y, high_y;
  };
  static void leave_out(SegmentBoxes& boxes, std::size_t j) {
    boxes.low_x[j] = boxes.low_y[j] = std::numeric_limits<double>::infinity();
    boxes.high_x[j] = boxes.high_y[j] = -std::numeric_limits<double>::infinity();
  }
  [[nodiscard]] SegmentBoxes boxes_of(const Run& run) const {
    SegmentBoxes boxes;
    const Line line = lines_[run.line];
    for (std::size_t j = 0; j < per_run; ++j) {
      if (run.first + j >= run.end) {
        leave_out(boxes, j);
        continue;
      }
      const geom::Point &a = line[run.first + j], &b = line[run.first + j + 1];
      boxes.low_x[j] = std::min(a.x(), b.x());
      boxes.high_x[j] = std::max(a.x(), b.x());
      boxes.low_y[j] = std::min(a.y(), b.y());
      boxes.high_y[j] = std::max(a.y(), b.y());
    }
    return boxes;
  }
  template <class Visit>
  void compare(const Run& run, const Run& other, bool itself, const geom::Box& other_box, double within_m,
               Visit& visit) const {
    const Line line = lines_[run.line];
    SegmentBoxes boxes;
    bool is_known = false;
    for (std::uint32_t i = run.first; i < run.end; ++i) {
      if (!meets(other_box, line[i], line[i + 1])) continue;
      if (!std::exchange(is_known, true)) boxes = boxes_of(other);
      if (itself) {  // the next segment always meets this one, and those before it were compared with it
        leave_out(boxes, i - run.first);
        if (i + 1 == run.end) break;
        leave_out(boxes, i + 1 - run.first);
        visit(run.line, i, run.line, i + 1);
      }
      geom::Box box{line[i], line[i]};
      stretch(box, line[i + 1]);
      box = grown(box, within_m);
      // All at once, without a branch: mostly none meets it.
      std::array<std::int64_t, per_run> met;
      std::int64_t any = 0;
      for (std::size_t j = 0; j < per_run; ++j) {
        met[j] = static_cast<std::int64_t>(boxes.high_x[j] >= box.min_corner().x()) &
                 static_cast<std::int64_t>(boxes.low_x[j] <= box.max_corner().x()) &
                 static_cast<std::int64_t>(boxes.high_y[j] >= box.min_corner().y()) &
                 static_cast<std::int64_t>(boxes.low_y[j] <= box.max_corner().y());
        any |= met[j];
      }
      if (any == 0) continue;
      for (std::uint32_t j = other.first; j < other.end; ++j)
        if (met[j - other.first] != 0) visit(run.line, i, other.line, j);
    }
  }

  std::vector<Line> lines_;
  std::vector<Run> runs_;
  BoxGrid grid_;  ///< [run]
};

}  // namespace vicinia::core::topology::detail
