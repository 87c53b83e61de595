/// \file shared_ground.h
/// The ground that two areas have in common, measured by GEOS: borders that run along each other, as those of two dates do, are where other
/// overlays of theirs fail.
/// Units:   metres, square metres.
/// Missing: nullopt where outlines cannot be made valid.
/// Cost:    O((n + m) log (n + m)) vertices.
#pragma once

#include <optional>

#include "vicinia/core/geom/types.h"

namespace vicinia::gis::io {

[[nodiscard]] std::optional<double> shared_ground_m2(const core::geom::MultiPolygon& a,
                                                     const core::geom::MultiPolygon& b);

}  // namespace vicinia::gis::io
