/// \file mismatch.h
/// Units whose borders do not match their neighbours'. Lines that are shared do not change how often ground is covered, so that only the
/// open ones need to be looked at.
/// Cost: O(n log n) for n vertices of open lines.
#pragma once

#include <span>
#include <vector>

#include "topology/lines/lines.h"

namespace vicinia::core::topology::detail {

/// [unit] has lines that cross or touch others elsewhere than in vertices that they share, or lies with another on one side of a line.
[[nodiscard]] std::vector<bool> units_that_meet(const Lines& lines);
/// [unit] covers ground that another covers as well; of a unit that lies within another, perhaps only one of the two.
/// \pre no unit meets another in that way
[[nodiscard]] std::vector<bool> units_covered_twice(const Lines& lines);

/// [unit]; of a unit without rings a box that meets none.
[[nodiscard]] std::vector<geom::Box> extents_of(const FlatRings& rings);
/// [unit] the marked ones, and those whose extent meets theirs; all, where that would be most of them.
[[nodiscard]] std::vector<bool> with_surroundings(const std::vector<bool>& units,
                                                  std::span<const geom::Box> extents);

}  // namespace vicinia::core::topology::detail
