/// \file untangle.h
/// Rings of an outline whose units overlap: where the ring crosses itself, it is cut into rings that do not.
#pragma once

#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::topology::detail {

/// Closed rings; what runs clockwise encloses ground.
[[nodiscard]] std::vector<geom::Ring> untangle(const geom::Ring& ring);

}  // namespace vicinia::core::topology::detail
