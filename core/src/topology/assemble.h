/// \file assemble.h
/// Chains directed arcs into rings, and rings into polygons.
#pragma once

#include <span>
#include <vector>

#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

/// Boundary arcs of one set of ground, each with the ground on its right.
[[nodiscard]] geom::MultiPolygon assemble(const Topology& topology, std::span<const ArcRef> boundary);

}  // namespace vicinia::core::topology::detail
