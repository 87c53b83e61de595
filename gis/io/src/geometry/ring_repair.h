/// \file ring_repair.h
/// Invalid polygons made valid, and said so; valid ones left as they are, bit for bit.
/// Source:  GEOS validity test and its "structure" repair, through OGR: shells are made valid and merged, holes subtracted.
///          No vertex of a repaired ring that lies on its outline is moved.
/// Places:  in the coordinates of the area; GEOS names the first fault of each part.
/// Errors:  InvalidRing where the repair fails.
/// Cost:    O(n log n) of the feature's vertices.
#pragma once

#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/gis/io/ring_fault.h"

namespace vicinia::gis::io {

struct Repair {
  core::geom::MultiPolygon area{};
  /// Each fault with its place; empty: nothing was wrong, and the area is what came in.
  std::vector<RingFault> faults{};
};

/// Rings come back closed and turned as core wants them, in either case.
/// \pre all coordinates are finite
[[nodiscard]] core::Result<Repair> make_valid(core::geom::MultiPolygon area);

}  // namespace vicinia::gis::io
