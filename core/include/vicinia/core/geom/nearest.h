/// \file nearest.h
/// Where two areas come closest to each other.
/// Units:   metres.
/// Missing: nullopt where one of them is empty.
/// Cost:    O(n log n) of the vertices that lie near the other area.
#pragma once

#include <optional>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::geom {

struct Nearest {
  Point place{};  ///< a vertex of one of them that is nearest to the other's outline
  double distance_m = 0;
};
[[nodiscard]] std::optional<Nearest> nearest(const MultiPolygon& a, const MultiPolygon& b);

}  // namespace vicinia::core::geom
