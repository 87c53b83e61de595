/// \file overlap_healing.h
/// Heals the places where borders do not match: only units that take part in one, and those around them, are cut into faces.
/// Errors:  Cancelled.
/// Cost:    O(n log n) for the n vertices of these units.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "topology/lines/flat_rings.h"
#include "topology/lines/lines.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

struct OverlapHealing {
  std::vector<bool> is_healed{};  ///< [unit] was cut into faces
  std::vector<Contact>
      contacts{};  ///< between two such units: those of the data, not of the lines that healing made
  std::vector<Healed> healed{};
  std::vector<Finding> findings{};
};

/// What is made of the lines, told whether they were healed.
using UseLines = std::function<void(bool is_healed)>;

/// nullopt: all borders match, and the rings are as they were. `lines` are of `rings`, before and after.
/// `use_lines` is called when they are thought to be the last ones, beside the search for ground that is still covered twice; should there be
/// any, it is called again with others.
/// \pre lines
[[nodiscard]] Result<std::optional<OverlapHealing>> heal_overlaps(FlatRings& rings,
                                                                  std::optional<Lines>& lines,
                                                                  const UseLines& use_lines,
                                                                  const Task& task);

}  // namespace vicinia::core::topology::detail
