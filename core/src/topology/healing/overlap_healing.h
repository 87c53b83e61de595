/// \file overlap_healing.h
/// Heals the places where borders do not match: only units that take part in one, and those around them, are cut into faces.
/// Errors:  Cancelled.
/// Cost:    O(n log n) for the n vertices of these units.
#pragma once

#include <optional>
#include <vector>

#include "topology/lines/flat_rings.h"
#include "topology/lines/lines.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

struct OverlapHealing {
  std::vector<bool> is_healed{};     ///< [unit] was cut into faces
  std::vector<Contact> contacts{};   ///< between two such units: those of the data, not of the lines that healing made
  std::vector<Healed> healed{};
  std::vector<Finding> findings{};
};

/// nullopt: all borders match, and the rings are as they were. `lines` are of `rings`, before and after.
/// \pre lines
[[nodiscard]] Result<std::optional<OverlapHealing>> heal_overlaps(FlatRings& rings, std::optional<Lines>& lines, const Task& task);

}  // namespace vicinia::core::topology::detail
