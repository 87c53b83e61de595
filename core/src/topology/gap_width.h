/// \file gap_width.h
/// Is a piece of ground anywhere wider than so much: does a disc of that diameter fit into it?
/// Units:   metres.
/// Cost:    O(n) where area, perimeter or extent tell; else a search of discs along the border in steps of a quarter of the width.
#pragma once

#include "vicinia/core/geom/types.h"

namespace vicinia::core::topology::detail {

/// To within the steps of the search: ground that is wider by less than a tenth of the width may be taken for narrower.
[[nodiscard]] bool is_wider_than(const geom::Polygon& ground, double width_m);

}  // namespace vicinia::core::topology::detail
