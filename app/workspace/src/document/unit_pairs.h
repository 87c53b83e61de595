/// \file unit_pairs.h
/// Pairs of units that are linked or cut by hand: each pair ascending, each list sorted, no pair twice.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "vicinia/core/topology/borders.h"

namespace vicinia::workspace::inline document {

using UnitPair = std::pair<core::topology::UnitIndex, core::topology::UnitIndex>;
using UnitPairs = std::vector<UnitPair>;

[[nodiscard]] inline UnitPair ascending(std::size_t a, std::size_t b) {
  return {static_cast<core::topology::UnitIndex>(std::min(a, b)),
          static_cast<core::topology::UnitIndex>(std::max(a, b))};
}

inline void add_pair(UnitPairs& pairs, UnitPair pair) {
  const auto at = std::ranges::lower_bound(pairs, pair);
  if (at == pairs.end() || *at != pair) pairs.insert(at, pair);
}

inline void remove_pair(UnitPairs& pairs, UnitPair pair) { std::erase(pairs, pair); }

/// A pair in both lists is cut.
[[nodiscard]] inline core::topology::ManualLinks in_order(const core::topology::ManualLinks& links) {
  core::topology::ManualLinks ordered;
  for (const auto& [a, b] : links.cut) add_pair(ordered.cut, ascending(a, b));
  for (const auto& [a, b] : links.linked)
    if (!std::ranges::binary_search(ordered.cut, ascending(a, b))) add_pair(ordered.linked, ascending(a, b));
  return ordered;
}

}  // namespace vicinia::workspace::inline document
