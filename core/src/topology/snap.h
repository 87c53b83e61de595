/// \file snap.h
/// Fits the borders that match nobody's to the borders of other units that lie within the tolerance.
/// Units are settled one after the other, those with more vertices first, whatever their order in the input. A unit's vertices go to the
/// nearest standing line; a segment between two such vertices follows the standing line, if that stays within the tolerance; points
/// of standing lines that a segment passes by are put into it. Lines run back and forth over the same pieces cancel out.
#pragma once

#include <optional>
#include <vector>

#include "flat_rings.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

struct SnapOutcome {
  FlatRings rings;
  std::vector<Snap> snaps;
  std::vector<Finding> findings;
};

/// Nothing where nothing comes near. `topology` was built from `rings`, with `chain_offsets`.
[[nodiscard]] std::optional<SnapOutcome> snap(const FlatRings& rings, const Topology& topology,
                                              const std::vector<std::size_t>& chain_offsets, double tolerance_m, const Task& task);

}  // namespace vicinia::core::topology::detail
