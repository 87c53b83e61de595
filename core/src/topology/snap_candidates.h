/// \file snap_candidates.h
/// Which units have to be fitted to others, and in which order.
#pragma once

#include <vector>

#include "flat_rings.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

/// Units of whose open borders a vertex lies within the tolerance of another's, without being one of its vertices.
[[nodiscard]] std::vector<UnitIndex> units_to_fit(const Topology& topology, double tolerance_m);

/// More vertices first; then by what does not depend on the order of the units.
[[nodiscard]] std::vector<UnitIndex> in_order(std::vector<UnitIndex> units, const FlatRings& rings,
                                              const std::vector<std::vector<std::size_t>>& rings_of_unit);

}  // namespace vicinia::core::topology::detail
