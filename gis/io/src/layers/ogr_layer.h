/// \file ogr_layer.h
/// One layer of any vector file, feature by feature: what read_polygons and read_points have in common.
/// Errors:  those of layer_opening.h, NotReadable, TruncatedFile, BadEncoding, EmptyLayer, NotAPolygon (a table), Cancelled, and
///          whatever the visitor returns.
/// Findings: LayerChosen, EncodingUnknown, those of text_encoding.h.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "geometry/crs_choice.h"
#include "layers/layer_opening.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/vector_layer.h"

class OGRGeometry;

namespace vicinia::gis::io {

struct LayerContent {
  Attributes attributes{};  ///< UTF-8
  std::string name{};       ///< of the layer that was read
  FileCrs crs{};            ///< what the file says of the geometries as visited
  std::vector<core::Finding> findings{};
};

/// `row` counts from 1; `geometry` is null where the feature has none.
using GeometryVisitor = std::function<core::Status(std::size_t row, const OGRGeometry* geometry)>;

[[nodiscard]] core::Result<LayerContent> read_layer(const std::filesystem::path& file,
                                                    const ReadOptions& options, LayerKind kind,
                                                    const core::Task& task, const GeometryVisitor& visit);

}  // namespace vicinia::gis::io
