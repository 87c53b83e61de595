/// \file overlapping.h
/// The ground of a set whose units overlap: lines of one lie inside the other, so that no chain of border lines is its outline.
#pragma once

#include <vector>

#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

/// [unit] does it overlap another, as far as the topology noticed? O(arcs + findings).
[[nodiscard]] std::vector<bool> overlapping_units(const Topology& topology);

/// Union of those members that overlap, each by its own rings, with the outline of the others. Slower than assemble().
[[nodiscard]] geom::MultiPolygon united(const Topology& topology, const std::vector<bool>& is_member,
                                        const std::vector<bool>& is_overlapping);

}  // namespace vicinia::core::topology::detail
