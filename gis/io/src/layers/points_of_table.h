/// \file points_of_table.h
/// Points from the columns of a table: lon/lat, longitude/latitude (degrees of WGS 84 unless the options say otherwise), or x/y.
/// Errors:  MissingColumn, NotANumber, NonFiniteCoordinate, and those of read_points.
#pragma once

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {

[[nodiscard]] core::Result<PointLayer> points_of_table(Table table, const ReadOptions& options,
                                                       const core::Task& task = {});

}  // namespace vicinia::gis::io
