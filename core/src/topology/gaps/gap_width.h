/// \file gap_width.h
/// Is a face anywhere wider than so much: does a disc of that diameter fit into it?
/// Units:   metres.
/// Cost:    O(n) where area, perimeter or extent tell; else a search of discs along the border in steps of a quarter of the width.
#pragma once

#include "topology/healing/arrangement.h"

namespace vicinia::core::topology::detail {

/// To within the steps of the search: ground that is wider by less than a tenth of the width may be taken for narrower.
[[nodiscard]] bool is_wider_than(const Arrangement& ground, FaceIndex face, double width_m);

}  // namespace vicinia::core::topology::detail
