/// \file moved_units.h
/// The areas of the units in the coordinate system of a register, for its file and its server alike.
/// Errors:  ShapeMismatch, UnknownCrs, ReprojectionFailed.
/// Cost:    O(vertices).
#pragma once

#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/gis/firms/aggregation.h"

namespace vicinia::gis::firms {

[[nodiscard]] core::Result<std::vector<core::geom::MultiPolygon>> moved_units(const FirmUnits& units,
                                                                              const std::string& crs,
                                                                              const core::Task& task);

}  // namespace vicinia::gis::firms
