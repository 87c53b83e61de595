/// \file ogr_writing.h
/// Fields and features into a layer of OGR that stands already.
/// Errors:  FileNotWritable, with what GDAL said, and the row; Cancelled.
#pragma once

#include <span>
#include <vector>

#include "base/gdal_setup.h"
#include "layers/layer_fields.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/gis/io/vector_layer.h"

class OGRLayer;

namespace vicinia::gis::io {

[[nodiscard]] core::Status create_fields(OGRLayer& layer, const LayerToWrite& content,
                                         const std::vector<FieldSize>& sizes, bool is_shapefile,
                                         const GdalMessages& messages);

/// `lone_as_polygon`: an area of one polygon is that polygon, not a multipolygon of one.
[[nodiscard]] core::Status create_features(OGRLayer& layer, const LayerToWrite& content,
                                           std::span<const core::geom::MultiPolygon> areas,
                                           bool lone_as_polygon, const core::Task& task,
                                           const GdalMessages& messages);

}  // namespace vicinia::gis::io
