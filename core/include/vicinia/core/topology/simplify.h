/// \file simplify.h
/// The same topology with fewer vertices: each border line is simplified once, so that what was shared stays shared, exactly.
/// Source:  Douglas and Peucker (1973).
/// Units:   metres.
/// Errors:  InvalidArgument (tolerance below 0 or not finite), Cancelled.
/// Cost:    O(vertices log vertices) in practice; parallel over arcs.
/// Nodes stay; no vertex that is dropped lies further than the tolerance from the line that replaces it; every ring keeps at least
/// 4 points (closing one included). A line that would cross another at the tolerance keeps more of its vertices.
#pragma once

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology {

/// Lengths of the result's arcs are those of the simplified lines; `areas`, `dissolve` and `outline` read it as they do the full one.
[[nodiscard]] Result<Topology> simplify(const Topology& topology, double tolerance_m, const Task& task = {});

}  // namespace vicinia::core::topology
