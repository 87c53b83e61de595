#include "overlapping.h"

#include <boost/geometry/algorithms/union.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include "assemble.h"

namespace vicinia::core::topology::detail {
namespace {

namespace bg = boost::geometry;

std::vector<ArcRef> boundary_of(const Topology& topology, const std::vector<bool>& is_member) {
  std::vector<ArcRef> boundary;
  const auto arcs = topology.arcs();
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    const bool left = arcs[i].left != outside && is_member[arcs[i].left];
    const bool right = arcs[i].right != outside && is_member[arcs[i].right];
    if (left != right) boundary.push_back(arc_ref(i, left));
  }
  return boundary;
}

std::vector<ArcRef> rings_of(const Topology& topology, std::size_t unit) {
  std::vector<ArcRef> rings;
  for (std::size_t ring = 0; ring < topology.ring_count(unit); ++ring) {
    const auto arcs = topology.ring(unit, ring);
    rings.insert(rings.end(), arcs.begin(), arcs.end());
  }
  return rings;
}

}  // namespace

std::vector<bool> overlapping_units(const Topology& topology) {
  std::vector<bool> overlapping(topology.unit_count());
  for (const Finding& finding : topology.findings())
    if (finding.kind == Finding::Kind::overlap)
      for (const UnitIndex unit : finding.units) overlapping[unit] = true;
  for (const Arc& arc : topology.arcs())
    if (arc.crossed) overlapping[arc.left != outside ? arc.left : arc.right] = true;
  return overlapping;
}

geom::MultiPolygon united(const Topology& topology, const std::vector<bool>& is_member,
                          const std::vector<bool>& is_overlapping) {
  std::vector<bool> others = is_member;
  for (std::size_t unit = 0; unit < others.size(); ++unit) others[unit] = is_member[unit] && !is_overlapping[unit];
  geom::MultiPolygon ground = assemble(topology, boundary_of(topology, others));
  for (std::size_t unit = 0; unit < others.size(); ++unit) {
    if (!is_member[unit] || !is_overlapping[unit]) continue;
    geom::MultiPolygon both;
    bg::union_(ground, assemble(topology, rings_of(topology, unit)), both);
    ground = std::move(both);
  }
  return ground;
}

}  // namespace vicinia::core::topology::detail
