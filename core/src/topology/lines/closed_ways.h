/// \file closed_ways.h
/// Chains directed lines, each with some ground on its right, into closed ways around that ground.
/// Cost: O(n log n) for n lines; where one line alone leaves a node, its direction is not looked at.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::topology::detail {

struct DirectedLine {
  std::uint32_t from = 0, to = 0;  ///< nodes
};
/// In which a line leaves its first node; or, returning, its last one, back along it.
using DirectionOf = std::function<geom::Point(std::uint32_t line, bool returning)>;

struct ClosedWay {
  std::vector<std::uint32_t> lines;  ///< in order
  std::size_t walk = 0;              ///< ways of the same walk bound the same ground
};

/// A way ends wherever it comes back to a node, so that none meets itself. Lines of one node that are given first are walked first.
[[nodiscard]] std::vector<ClosedWay> closed_ways(std::span<const DirectedLine> lines,
                                                 const DirectionOf& direction);

}  // namespace vicinia::core::topology::detail
