/// \file mismatch.h
/// Units whose borders do not match their neighbours': lines of theirs cross or touch others elsewhere than in vertices that they share, two
/// units lie on the same side of a line, or ground is covered twice.
/// Lines that are shared do not change how often ground is covered, so that only the open ones need to be looked at.
/// Cost: O(n log n) for n vertices of open lines.
#pragma once

#include <vector>

#include "lines.h"

namespace vicinia::core::topology::detail {

/// [unit]. Of a unit that lies within another without touching it, only one of the two may be marked; and none where lines cross elsewhere.
[[nodiscard]] std::vector<bool> unmatched_units(const Lines& lines);

/// [unit] the marked ones, and those whose extent meets theirs; all, where that would be most of them.
[[nodiscard]] std::vector<bool> with_surroundings(const std::vector<bool>& units, const FlatRings& rings);

}  // namespace vicinia::core::topology::detail
