/// \file close_segments.h
/// Which segments of a set of lines come near each other: an R-tree over short runs of segments, then segment by segment.
/// Cost: O(runs log runs + pairs of near runs); parallel.
#pragma once

#include <tbb/parallel_for.h>

#include <algorithm>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

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

[[nodiscard]] inline bool same_place(const geom::Point& a, const geom::Point& b) { return a.x() == b.x() && a.y() == b.y(); }

class CloseSegments {
 public:
  explicit CloseSegments(std::vector<Line> lines) : lines_(std::move(lines)) {
    std::vector<Entry> entries;
    for (std::size_t line = 0; line < lines_.size(); ++line)
      for (std::size_t first = 0; first + 1 < lines_[line].size(); first += per_run) {
        const std::size_t end = std::min(first + per_run, lines_[line].size() - 1);
        geom::Box box{lines_[line][first], lines_[line][first]};
        for (std::size_t i = first; i <= end; ++i) stretch(box, lines_[line][i]);
        entries.emplace_back(box, static_cast<std::uint32_t>(runs_.size()));
        runs_.push_back({static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)});
      }
    boxes_.reserve(entries.size());
    for (const Entry& entry : entries) boxes_.push_back(entry.first);
    tree_ = Tree(entries);
  }

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
      const geom::Box around = grown(boxes_[number], within_m);
      const Run& run = runs_[number];
      if (!from(run.line)) return;
      for (auto other = tree_.qbegin(boost::geometry::index::intersects(around)); other != tree_.qend(); ++other) {
        if ((other->second < number && from(runs_[other->second].line)) || !wanted(run.line, runs_[other->second].line)) continue;
        compare(run, runs_[other->second], number == other->second, grown(other->first, within_m), within_m, visit);
      }
    });
  }

 private:
  struct Run {
    std::uint32_t line, first, end;  ///< segments [first, end)
  };
  using Entry = std::pair<geom::Box, std::uint32_t>;
  using Tree = boost::geometry::index::rtree<Entry, boost::geometry::index::quadratic<16>>;
  static constexpr std::size_t per_run = 16;

  static void stretch(geom::Box& box, const geom::Point& p) {
    box.min_corner() = {std::min(box.min_corner().x(), p.x()), std::min(box.min_corner().y(), p.y())};
    box.max_corner() = {std::max(box.max_corner().x(), p.x()), std::max(box.max_corner().y(), p.y())};
  }
  static geom::Box grown(const geom::Box& box, double by) {
    return {{box.min_corner().x() - by, box.min_corner().y() - by}, {box.max_corner().x() + by, box.max_corner().y() + by}};
  }
  static bool meets(const geom::Box& box, const geom::Point& a, const geom::Point& b) {
    return std::max(a.x(), b.x()) >= box.min_corner().x() && std::min(a.x(), b.x()) <= box.max_corner().x() &&
           std::max(a.y(), b.y()) >= box.min_corner().y() && std::min(a.y(), b.y()) <= box.max_corner().y();
  }
  template <class Visit>
  void compare(const Run& run, const Run& other, bool itself, const geom::Box& other_box, double within_m, Visit& visit) const {
    const Line line = lines_[run.line], other_line = lines_[other.line];
    for (std::uint32_t i = run.first; i < run.end; ++i) {
      if (!meets(other_box, line[i], line[i + 1])) continue;
      geom::Box box{line[i], line[i]};
      stretch(box, line[i + 1]);
      box = grown(box, within_m);
      for (std::uint32_t j = itself ? i + 1 : other.first; j < other.end; ++j)
        if (meets(box, other_line[j], other_line[j + 1])) visit(run.line, i, other.line, j);
    }
  }

  std::vector<Line> lines_;
  std::vector<Run> runs_;
  std::vector<geom::Box> boxes_;
  Tree tree_;
};

}  // namespace vicinia::core::topology::detail
