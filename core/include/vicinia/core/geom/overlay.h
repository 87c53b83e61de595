/// \file overlay.h
/// Ground that two areas share or cover together, and whether an area is valid. Boost.Geometry's templates for these take half a
/// minute to compile: they are instantiated here and nowhere else.
/// Units:   metres.
/// Missing: nullopt where rings are so invalid that the answer cannot be told.
/// Cost:    O((n + m) log (n + m)) vertices.
#pragma once

#include <optional>
#include <string>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::geom {

[[nodiscard]] std::optional<MultiPolygon> intersection(const MultiPolygon& a, const MultiPolygon& b);
[[nodiscard]] std::optional<MultiPolygon> united(const MultiPolygon& a, const MultiPolygon& b);
/// Empty where the area is valid (OGC Simple Features), else what is wrong with it.
[[nodiscard]] std::string fault_of(const MultiPolygon& area);
/// Do they cover the same ground, whatever their vertices are?
[[nodiscard]] bool same_ground(const MultiPolygon& a, const MultiPolygon& b);

}  // namespace vicinia::core::geom
