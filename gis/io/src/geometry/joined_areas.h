/// \file joined_areas.h
/// Parts of one unit that stand in several features, as one area: beside each other where they lie apart, merged where they touch or
/// overlap, so that the area is valid.
/// Errors:  InvalidRing (GEOS cannot merge them).
/// Cost:    O(parts²), and a union of all where two of them meet.
#pragma once

#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::gis::io {

[[nodiscard]] core::Result<core::geom::MultiPolygon> joined_areas(
    std::vector<core::geom::MultiPolygon> parts);

}  // namespace vicinia::gis::io
