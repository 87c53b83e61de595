#include "vicinia/core/topology/simplify.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <string>
#include <tuple>

#include "topology/arcs/topology_builder.h"
#include "topology/segments/close_segments.h"
#include "topology/segments/crossing.h"

namespace vicinia::core::topology {
namespace {

using detail::Line;
using geom::Point;
using Kept = std::vector<std::uint8_t>;  ///< [point of the topology]

/// The point between two others that is furthest from the line between them.
struct Furthest {
  std::size_t at = 0;
  double distance_m = -1;
};
Furthest furthest(Line line, std::size_t first, std::size_t last) {
  Furthest best;
  for (std::size_t i = first + 1; i < last; ++i) {
    const double away = detail::reach(line[i], line[first], line[last]).distance_m;
    if (away > best.distance_m) best = {i, away};
  }
  return best;
}

/// Marks what Douglas and Peucker keep between two points that are kept.
void keep_between(Line line, std::size_t first, std::size_t last, double tolerance_m, std::uint8_t* keep) {
  std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
  while (!open.empty()) {
    const auto [from, to] = open.back();
    open.pop_back();
    const Furthest far = furthest(line, from, to);
    if (far.distance_m < 0 || far.distance_m <= tolerance_m) continue;
    keep[far.at] = 1;
    open.emplace_back(from, far.at);
    open.emplace_back(far.at, to);
  }
}

/// Arcs that need a point of their own between their nodes, lest a ring of two of them collapses.
std::vector<bool> arcs_with_a_twin(const Topology& topology) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::size_t>> ends;
  for (std::size_t i = 0; i < topology.arcs().size(); ++i) {
    const Arc& arc = topology.arcs()[i];
    ends.emplace_back(std::min(arc.from_node, arc.to_node), std::max(arc.from_node, arc.to_node), i);
  }
  std::sort(ends.begin(), ends.end());
  const auto same = [&](std::size_t i, std::size_t j) {
    return std::get<0>(ends[i]) == std::get<0>(ends[j]) && std::get<1>(ends[i]) == std::get<1>(ends[j]);
  };
  std::vector<bool> twin(ends.size());
  for (std::size_t i = 0; i + 1 < ends.size(); ++i)
    if (same(i, i + 1)) twin[std::get<2>(ends[i])] = twin[std::get<2>(ends[i + 1])] = true;
  return twin;
}

void keep_of_arc(Line line, bool closed, bool twin, double tolerance_m, std::uint8_t* keep) {
  const std::size_t last = line.size() - 1;
  std::fill(keep, keep + line.size(), std::uint8_t{0});
  keep[0] = keep[last] = 1;
  if (last < 2) return;
  if (!closed && !twin) return keep_between(line, 0, last, tolerance_m, keep);
  const std::size_t first_cut = furthest(line, 0, last).at;
  keep[first_cut] = 1;
  if (closed) {
    const Furthest before = furthest(line, 0, first_cut), after = furthest(line, first_cut, last);
    if (before.distance_m >= 0 || after.distance_m >= 0)
      keep[before.distance_m >= after.distance_m ? before.at : after.at] = 1;
  }
  for (std::size_t from = 0, to = 1; to <= last; ++to)
    if (keep[to] != 0) {
      keep_between(line, from, to, tolerance_m, keep);
      from = to;
    }
}

/// Arcs whose simplified line meets another elsewhere than in a node.
std::vector<std::size_t> crossing_arcs(const Topology& topology) {
  std::vector<Line> lines;
  for (const Arc& arc : topology.arcs()) lines.push_back(topology.points_of(arc));
  const std::vector<Line> drawn = lines;
  std::vector<std::atomic<bool>> crosses(lines.size());
  detail::CloseSegments(std::move(lines))
      .for_each_pair(
          0, [](std::uint32_t, std::uint32_t) { return true; },
          [&](std::uint32_t line, std::uint32_t i, std::uint32_t other, std::uint32_t j) {
            if (!detail::crossing(drawn[line][i], drawn[line][i + 1], drawn[other][j], drawn[other][j + 1]))
              return;
            crosses[line].store(true, std::memory_order_relaxed);
            crosses[other].store(true, std::memory_order_relaxed);
          });
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < crosses.size(); ++i)
    if (crosses[i].load()) found.push_back(i);
  return found;
}

}  // namespace

Result<Topology> simplify(const Topology& topology, double tolerance_m, const Task& task) {
  if (!(tolerance_m >= 0) || !std::isfinite(tolerance_m))
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "tolerance_m"},
                 .detail = std::to_string(tolerance_m) + "; a distance of 0 or more"});
  const std::vector<bool> twin = arcs_with_a_twin(topology);
  Kept keep(topology.point_count());
  const auto keep_arc = [&](std::size_t number, double tolerance) {
    const Arc& arc = topology.arcs()[number];
    keep_of_arc(topology.points_of(arc), arc.from_node == arc.to_node, twin[number], tolerance,
                keep.data() + arc.first_point);
  };
  tbb::parallel_for(std::size_t{0}, topology.arcs().size(), [&](std::size_t i) { keep_arc(i, tolerance_m); });
  Topology result = TopologyBuilder::thinned(topology, keep);
  double tolerance = tolerance_m;
  constexpr int rounds = 6;  // of halving, and then a crossing line keeps all its vertices
  for (int round = 1; round <= rounds; ++round) {
    if (task.stop.stop_requested()) return fail({.code = ErrorCode::cancelled});
    task.at(static_cast<double>(round) / (rounds + 1), "simplifying");
    const std::vector<std::size_t> crossing = crossing_arcs(result);
    if (crossing.empty()) break;
    tolerance = round == rounds ? 0 : tolerance / 2;
    for (const std::size_t arc : crossing) keep_arc(arc, tolerance);
    result = TopologyBuilder::thinned(topology, keep);
  }
  return result;
}

}  // namespace vicinia::core::topology
