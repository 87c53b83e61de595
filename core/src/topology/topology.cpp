#include "vicinia/core/topology/topology.h"

#include <cmath>
#include <string>

#include "flat_rings.h"
#include "snap.h"
#include "topology_builder.h"

namespace vicinia::core::topology {

Result<Topology> build_topology(std::span<const geom::MultiPolygon> areas, const TopologyOptions& options, const Task& task) {
  const double tolerance_m = options.tolerance_m.value_or(0);
  if (!(tolerance_m >= 0) || !std::isfinite(tolerance_m))
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "tolerance_m"},
                 .detail = std::to_string(tolerance_m) + "; a distance of 0 or more"});
  if (areas.empty()) return fail({.code = ErrorCode::empty_layer});
  const auto stopped = [&] { return task.stop.stop_requested(); };
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  task.at(0, "vertices");
  std::vector<Finding> findings;
  auto rings = detail::flatten(areas, findings, task);
  if (!rings) return tl::unexpected<Error>(std::move(rings.error()));
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  task.at(0.4, "borders");
  TopologyBuilder builder(*rings);
  Topology topology = builder.build();
  task.at(0.6, "snapping");
  std::vector<Snap> snaps;
  if (auto snapped = detail::snap(*rings, topology, builder.chain_offsets(), tolerance_m, task)) {
    *rings = std::move(snapped->rings);
    topology = TopologyBuilder(*rings).build();
    snaps = std::move(snapped->snaps);
    findings.insert(findings.end(), snapped->findings.begin(), snapped->findings.end());
  }
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  TopologyBuilder::mark_crossed(topology);
  TopologyBuilder::add(topology, std::move(findings), std::move(snaps), tolerance_m);
  task.at(1, "borders");
  return topology;
}

std::string_view name_of(Finding::Kind kind) {
  switch (kind) {
    case Finding::Kind::empty: return "empty";
    case Finding::Kind::zero_area: return "zero_area";
    case Finding::Kind::duplicate: return "duplicate";
    case Finding::Kind::overlap: return "overlap";
    case Finding::Kind::gap: return "gap";
    case Finding::Kind::sliver: return "sliver";
    case Finding::Kind::island: return "island";
    case Finding::Kind::enclosed: return "enclosed";
    case Finding::Kind::invalid_ring: return "invalid_ring";
  }
  return "";
}

}  // namespace vicinia::core::topology
