/// \file noding.h
/// Makes the lines of all units meet in vertices only: a vertex goes in wherever two segments cross and wherever a vertex lies on a segment,
/// and vertices closer than the precision become one. Nothing moves further than the precision, which is rounding and no tolerance.
/// Source:  snapping noder as in JTS and GEOS (`SnappingNoder`), repeated until nothing is left to do.
/// Units:   those of the points; a precision of 0.1 mm where they are metres.
/// Errors:  Cancelled.
/// Cost:    O(n log n + crossings) for n segments; parallel. Does not depend on the number of threads or the order of the units.
#pragma once

#include "topology/lines/flat_rings.h"

namespace vicinia::core::topology::detail {

inline constexpr double noding_precision_m = 1e-4;

enum class NodingScope : std::uint8_t {
  every_line,  ///< all lines against all
  open_lines   ///< only lines with a unit on one side, and only vertices that lie on segments: T-junctions
};

/// Answers whether anything changed.
[[nodiscard]] Result<bool> node_rings(FlatRings& rings, NodingScope scope, double precision,
                                      const Task& task);

}  // namespace vicinia::core::topology::detail
