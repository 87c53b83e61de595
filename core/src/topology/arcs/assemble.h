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

/// Ground without a unit, with units all around: what the open lines bound, seen from the other side.
[[nodiscard]] std::vector<geom::Polygon> gaps_of(const Topology& topology);

}  // namespace vicinia::core::topology::detail
