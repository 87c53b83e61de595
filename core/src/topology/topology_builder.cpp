#include "topology_builder.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <tuple>

#include "close_segments.h"
#include "crossing.h"

namespace vicinia::core::topology {

using detail::before;
using detail::no_point;

void TopologyBuilder::find_nodes() {
  struct Neighbours {
    PointId low = no_point, high = no_point;
  };
  std::vector<Neighbours> neighbours(rings_.points.size());
  is_node_.assign(rings_.points.size(), 0);
  for (std::size_t ring = 0; ring < rings_.ring_count(); ++ring) {
    const std::size_t first = rings_.first_slot(ring), end = first + rings_.length(ring);
    for (std::size_t slot = first; slot < end; ++slot) {
      const PointId a = rings_.ids[slot - 1], b = rings_.ids[slot + 1];
      const Neighbours here{std::min(a, b), std::max(a, b)};
      Neighbours& known = neighbours[rings_.ids[slot]];
      if (a == b) is_node_[rings_.ids[slot]] = 1;  // the tip of a spike
      if (known.high == no_point)
        known = here;
      else if (known.low != here.low || known.high != here.high)
        is_node_[rings_.ids[slot]] = 1;
    }
  }
}

std::size_t TopologyBuilder::slot_after(const Use& use, std::size_t steps) const {
  const std::size_t first = rings_.first_slot(use.ring), length = rings_.length(use.ring);
  const std::size_t slot = use.slot + steps;
  return slot < first + length ? slot : slot - length;
}

TopologyBuilder::Use TopologyBuilder::make_use(std::size_t ring, std::size_t slot, std::size_t edges) const {
  Use use;
  use.ring = static_cast<std::uint32_t>(ring);
  use.slot = slot;
  use.edges = static_cast<std::uint32_t>(edges) & 0x7FFFFFFFU;
  const PointId first = rings_.ids[slot], second = rings_.ids[slot + 1];
  const PointId last = rings_.ids[slot_after(use, edges)], last_but_one = rings_.ids[slot_after(use, edges - 1)];
  use.reversed = (first != last ? before(rings_.points[last], rings_.points[first])
                                : before(rings_.points[last_but_one], rings_.points[second]))
                     ? 1U
                     : 0U;
  use.first = use.reversed != 0 ? last : first;
  use.second = use.reversed != 0 ? last_but_one : second;
  return use;
}

void TopologyBuilder::find_uses() {
  const std::size_t rings = rings_.ring_count();
  offsets_.assign(rings, 0);
  first_use_.assign(rings + 1, 0);
  tbb::parallel_for(std::size_t{0}, rings, [&](std::size_t ring) {
    const std::size_t first = rings_.first_slot(ring), length = rings_.length(ring);
    std::size_t nodes = 0, lowest = 0;
    for (std::size_t i = 0; i < length; ++i) {
      if (is_node_[rings_.ids[first + i]] != 0 && nodes++ == 0) offsets_[ring] = i;
      if (nodes == 0 && before(rings_.points[rings_.ids[first + i]], rings_.points[rings_.ids[first + lowest]])) lowest = i;
    }
    if (nodes == 0) offsets_[ring] = lowest;  // closed: every copy of it starts at the same place
    first_use_[ring + 1] = std::max<std::size_t>(nodes, 1);
  });
  for (std::size_t ring = 0; ring < rings; ++ring) first_use_[ring + 1] += first_use_[ring];
  uses_.resize(first_use_.back());
  tbb::parallel_for(std::size_t{0}, rings, [&](std::size_t ring) {
    const std::size_t first = rings_.first_slot(ring), length = rings_.length(ring);
    std::size_t begin = first + offsets_[ring], edges = 0, at = first_use_[ring];
    for (std::size_t i = 1; i <= length; ++i) {
      std::size_t slot = first + offsets_[ring] + i;
      if (slot >= first + length) slot -= length;
      ++edges;
      if (i < length && is_node_[rings_.ids[slot]] == 0) continue;
      uses_[at] = make_use(ring, begin, edges);
      uses_[at].position = at;
      ++at;
      begin = slot;
      edges = 0;
    }
  });
}

void TopologyBuilder::pair_group(Topology& topology, std::size_t begin, std::size_t end) {
  const std::size_t middle = static_cast<std::size_t>(
      std::find_if(uses_.begin() + static_cast<std::ptrdiff_t>(begin), uses_.begin() + static_cast<std::ptrdiff_t>(end),
                   [](const Use& use) { return use.reversed != 0; }) -
      uses_.begin());
  const std::size_t forward = middle - begin, backward = end - middle;
  const auto first_arc = static_cast<std::uint32_t>(topology.arcs_.size());
  for (std::size_t i = 0; i < std::max(forward, backward); ++i) {
    Arc arc;
    arc.point_count = uses_[begin].edges + 1U;
    const std::size_t number = topology.arcs_.size();
    if (i < forward) {
      arc.right = rings_.unit[uses_[begin + i].ring];
      topology.ring_arcs_[uses_[begin + i].position] = arc_ref(number, false);
    }
    if (i < backward) {
      arc.left = rings_.unit[uses_[middle + i].ring];
      topology.ring_arcs_[uses_[middle + i].position] = arc_ref(number, true);
    }
    topology.arcs_.push_back(arc);
    use_of_arc_.push_back(i < forward ? begin + i : middle + i);
  }
  if (forward <= 1 && backward <= 1) return;
  for (std::size_t i = begin; i < end; ++i)
    for (std::size_t j = i + 1; j < end; ++j) {
      UnitIndex a = rings_.unit[uses_[i].ring], b = rings_.unit[uses_[j].ring];
      if (a > b) std::swap(a, b);
      if (uses_[i].reversed == uses_[j].reversed)
        same_side_.push_back({a, b, first_arc});
      else if (j - middle != i - begin && a != b)
        topology.besides_.push_back({a, b, first_arc});
    }
}

void TopologyBuilder::pair_uses(Topology& topology) {
  const auto line = [](const Use& use) { return std::tie(use.first, use.second); };
  tbb::parallel_sort(uses_, [&](const Use& a, const Use& b) {
    if (line(a) != line(b)) return line(a) < line(b);
    if (a.reversed != b.reversed) return a.reversed < b.reversed;
    return a.position < b.position;  // rings are in the order of their units
  });
  topology.arcs_.reserve(uses_.size());
  use_of_arc_.reserve(uses_.size());
  topology.ring_arcs_.resize(uses_.size());
  for (std::size_t begin = 0; begin < uses_.size();) {
    std::size_t end = begin + 1;
    while (end < uses_.size() && line(uses_[end]) == line(uses_[begin])) ++end;
    pair_group(topology, begin, end);
    begin = end;
  }
  topology.arcs_.shrink_to_fit();
}

void TopologyBuilder::copy_points(Topology& topology) const {
  std::size_t total = 0;
  for (Arc& arc : topology.arcs_) {
    arc.first_point = total;
    total += arc.point_count;
  }
  topology.points_.resize(total);
  tbb::parallel_for(std::size_t{0}, topology.arcs_.size(), [&](std::size_t number) {
    Arc& arc = topology.arcs_[number];
    const Use& use = uses_[use_of_arc_[number]];
    geom::Point* const to = topology.points_.data() + arc.first_point;
    const std::size_t count = arc.point_count;
    for (std::size_t i = 0; i < count; ++i)
      to[use.reversed != 0 ? count - 1 - i : i] = rings_.points[rings_.ids[slot_after(use, i)]];
    for (std::size_t i = 1; i < count; ++i) {
      const double dx = to[i].x() - to[i - 1].x(), dy = to[i].y() - to[i - 1].y();
      arc.length_m += std::sqrt(dx * dx + dy * dy);
    }
  });
  if (!rings_.edge_snap.empty()) measure_snaps(topology);
}

void TopologyBuilder::measure_snaps(Topology& topology) const {
  std::vector<float> moved(topology.points_.size());  // [point] either side of the edge from here to the next
  for (const Use& use : uses_) {
    const Arc& arc = topology.arcs_[topology.ring_arcs_[use.position].arc];
    for (std::size_t i = 0; i < use.edges; ++i) {
      float& edge = moved[arc.first_point + (use.reversed != 0 ? use.edges - 1 - i : i)];
      edge = std::max(edge, rings_.edge_snap[slot_after(use, i)]);
    }
  }
  for (Arc& arc : topology.arcs_)
    for (std::size_t i = arc.first_point; i + 1 < arc.first_point + arc.point_count; ++i) {
      if (moved[i] == 0) continue;
      arc.snap_m = std::max(arc.snap_m, static_cast<double>(moved[i]));
      const geom::Point &p = topology.points_[i], &q = topology.points_[i + 1];
      arc.snapped_length_m += std::hypot(q.x() - p.x(), q.y() - p.y());
    }
}

void TopologyBuilder::number_nodes(Topology& topology) const {
  std::vector<std::uint32_t> number(rings_.points.size(), no_point);
  const auto number_of = [&](PointId point) {
    if (number[point] == no_point) {
      number[point] = static_cast<std::uint32_t>(topology.nodes_.size());
      topology.nodes_.push_back(rings_.points[point]);
    }
    return number[point];
  };
  for (std::size_t i = 0; i < topology.arcs_.size(); ++i) {
    const Use& use = uses_[use_of_arc_[i]];
    const PointId a = rings_.ids[use.slot], b = rings_.ids[slot_after(use, use.edges)];
    topology.arcs_[i].from_node = number_of(use.reversed != 0 ? b : a);
    topology.arcs_[i].to_node = number_of(use.reversed != 0 ? a : b);
  }
  if (rings_.point_snap.empty()) return;
  topology.node_snap_.assign(topology.nodes_.size(), 0);
  for (const auto& [point, distance] : rings_.point_snap)
    if (number[point] != no_point) {
      double& furthest = topology.node_snap_[number[point]];
      furthest = std::max(furthest, distance);
    }
}

void TopologyBuilder::find_coincident(Topology& topology) const {
  if (same_side_.empty()) return;
  std::vector<double> perimeter(rings_.unit_count);
  for (const Use& use : uses_)
    perimeter[rings_.unit[use.ring]] += topology.arcs_[topology.ring_arcs_[use.position].arc].length_m;
  struct Together {
    double length = 0;
    std::uint32_t longest = 0;
  };
  std::map<std::pair<UnitIndex, UnitIndex>, Together> pairs;
  for (const SameSide& same : same_side_) {
    Together& pair = pairs[{same.a, same.b}];
    const double length = topology.arcs_[same.arc].length_m;
    if (pair.length == 0 || length > topology.arcs_[pair.longest].length_m) pair.longest = same.arc;
    pair.length += length;
  }
  for (const auto& [units, together] : pairs) {
    const auto [a, b] = units;
    const auto points = topology.points_of(topology.arcs_[together.longest]);
    Finding finding{.kind = Finding::Kind::overlap, .place = points[points.size() / 2], .units = {a, b}, .size = 0};
    const double whole = std::max(perimeter[a], perimeter[b]);
    if (a == b)
      finding = {.kind = Finding::Kind::invalid_ring, .place = finding.place, .units = {a}, .size = 0};
    else if (together.length > whole * (1 - 1e-12))
      finding.kind = Finding::Kind::duplicate;
    topology.findings_.push_back(std::move(finding));
  }
}

Topology TopologyBuilder::build() {
  Topology topology;
  find_nodes();
  find_uses();
  topology.unit_rings_.assign(rings_.unit_count + 1, 0);
  for (const UnitIndex unit : rings_.unit) ++topology.unit_rings_[unit + 1];
  for (std::size_t unit = 0; unit < rings_.unit_count; ++unit) topology.unit_rings_[unit + 1] += topology.unit_rings_[unit];
  topology.ring_start_ = first_use_;
  pair_uses(topology);
  copy_points(topology);
  number_nodes(topology);
  find_coincident(topology);
  return topology;
}

Topology TopologyBuilder::thinned(const Topology& full, const std::vector<std::uint8_t>& keep) {
  Topology result;
  result.arcs_ = full.arcs_;
  result.nodes_ = full.nodes_;
  result.node_snap_ = full.node_snap_;
  result.unit_rings_ = full.unit_rings_;
  result.ring_start_ = full.ring_start_;
  result.ring_arcs_ = full.ring_arcs_;
  result.besides_ = full.besides_;
  result.findings_ = full.findings_;
  result.snaps_ = full.snaps_;
  result.tolerance_m_ = full.tolerance_m_;
  for (Arc& arc : result.arcs_) {
    const std::size_t first = arc.first_point, end = first + arc.point_count;
    arc.first_point = result.points_.size();
    arc.length_m = 0;
    for (std::size_t i = first; i < end; ++i) {
      if (keep[i] == 0) continue;
      if (i != first)
        arc.length_m += std::hypot(full.points_[i].x() - result.points_.back().x(), full.points_[i].y() - result.points_.back().y());
      result.points_.push_back(full.points_[i]);
    }
    arc.point_count = static_cast<std::uint32_t>(result.points_.size() - arc.first_point);
  }
  return result;
}

void TopologyBuilder::mark_crossed(Topology& topology) {
  std::vector<detail::Line> lines;
  std::vector<std::size_t> number;
  for (std::size_t i = 0; i < topology.arcs_.size(); ++i) {
    const Arc& arc = topology.arcs_[i];
    if ((arc.left == outside) == (arc.right == outside)) continue;
    lines.push_back(topology.points_of(arc));
    number.push_back(i);
  }
  std::vector<std::atomic<bool>> crossed(lines.size());
  const std::vector<detail::Line> drawn = lines;
  detail::CloseSegments(std::move(lines)).for_each_pair(
      0, [](std::uint32_t, std::uint32_t) { return true; },
      [&](std::uint32_t line, std::uint32_t i, std::uint32_t other, std::uint32_t j) {
        if (!detail::crossing(drawn[line][i], drawn[line][i + 1], drawn[other][j], drawn[other][j + 1])) return;
        crossed[line].store(true, std::memory_order_relaxed);
        crossed[other].store(true, std::memory_order_relaxed);
      });
  for (std::size_t i = 0; i < number.size(); ++i) topology.arcs_[number[i]].crossed = crossed[i].load();
}

void TopologyBuilder::add(Topology& topology, std::vector<Finding> findings, std::vector<Snap> snaps, double tolerance_m) {
  topology.findings_.insert(topology.findings_.begin(), findings.begin(), findings.end());
  topology.snaps_ = std::move(snaps);
  topology.tolerance_m_ = tolerance_m;
}

}  // namespace vicinia::core::topology
