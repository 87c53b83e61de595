#include "topology/arcs/topology_builder.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <cmath>

namespace vicinia::core::topology {

using detail::Lines;
using detail::LineUse;
using detail::no_point;
using detail::PointId;

void TopologyBuilder::copy_points(Topology& topology, const Lines& lines) {
  std::size_t total = 0;
  for (Arc& arc : topology.arcs_) {
    arc.first_point = total;
    total += arc.point_count;
  }
  topology.points_.resize(total);
  const auto& places = lines.rings().points;
  tbb::parallel_for(std::size_t{0}, topology.arcs_.size(), [&](std::size_t number) {
    Arc& arc = topology.arcs_[number];
    const LineUse& use = lines.uses(number).front();
    geom::Point* const to = topology.points_.data() + arc.first_point;
    const std::size_t last = arc.point_count - std::size_t{1};
    lines.along_ring(use, [&](std::size_t step, PointId point) {
      to[use.reversed != 0 ? last - step : step] = places[point];
    });
    for (std::size_t i = 1; i <= last; ++i) {
      const double dx = to[i].x() - to[i - 1].x(), dy = to[i].y() - to[i - 1].y();
      arc.length_m += std::sqrt(dx * dx + dy * dy);
    }
  });
}

void TopologyBuilder::number_nodes(Topology& topology, const Lines& lines) {
  const auto& places = lines.rings().points;
  std::vector<std::uint32_t> number(places.size(), no_point);
  const auto number_of = [&](PointId point) {
    if (number[point] == no_point) {
      number[point] = static_cast<std::uint32_t>(topology.nodes_.size());
      topology.nodes_.push_back(places[point]);
    }
    return number[point];
  };
  for (std::size_t i = 0; i < topology.arcs_.size(); ++i) {
    const LineUse& use = lines.uses(i).front();
    topology.arcs_[i].from_node = number_of(lines.point(use, 0));
    topology.arcs_[i].to_node = number_of(lines.point(use, use.edges));
  }
}

Topology TopologyBuilder::build(const Lines& lines) {
  Topology topology;
  const detail::FlatRings& rings = lines.rings();
  topology.unit_rings_.assign(rings.unit_count + 1, 0);
  for (const UnitIndex unit : rings.unit) ++topology.unit_rings_[unit + 1];
  for (std::size_t unit = 0; unit < rings.unit_count; ++unit)
    topology.unit_rings_[unit + 1] += topology.unit_rings_[unit];
  topology.ring_start_ = lines.first_use_of_ring();
  topology.ring_arcs_.resize(lines.use_count());
  topology.arcs_.resize(lines.count());
  for (std::size_t number = 0; number < lines.count(); ++number) {
    Arc& arc = topology.arcs_[number];
    for (const LineUse& use : lines.uses(number)) {
      arc.point_count = use.edges + 1U;
      (use.reversed != 0 ? arc.left : arc.right) = lines.unit_of(use);
      topology.ring_arcs_[use.position] = arc_ref(number, use.reversed != 0);
    }
  }
  tbb::parallel_invoke([&] { copy_points(topology, lines); }, [&] { number_nodes(topology, lines); });
  return topology;
}

Topology TopologyBuilder::thinned(const Topology& full, const std::vector<std::uint8_t>& keep) {
  Topology result = full;
  result.points_.clear();
  for (Arc& arc : result.arcs_) {
    const std::size_t first = arc.first_point, end = first + arc.point_count;
    arc.first_point = result.points_.size();
    arc.length_m = 0;
    for (std::size_t i = first; i < end; ++i) {
      if (keep[i] == 0) continue;
      if (i != first)
        arc.length_m += std::hypot(full.points_[i].x() - result.points_.back().x(),
                                   full.points_[i].y() - result.points_.back().y());
      result.points_.push_back(full.points_[i]);
    }
    arc.point_count = static_cast<std::uint32_t>(result.points_.size() - arc.first_point);
  }
  return result;
}

void TopologyBuilder::add(Topology& topology, Notes notes) {
  topology.findings_ = std::move(notes.findings);
  topology.healed_ = std::move(notes.healed);
  topology.contacts_ = std::move(notes.contacts);
  topology.tolerance_m_ = notes.tolerance_m;
  topology.is_healed_ = notes.is_healed;
  topology.healed_units_ = std::move(notes.healed_units);
  topology.knows_near_ = notes.knows_near;
}

}  // namespace vicinia::core::topology
