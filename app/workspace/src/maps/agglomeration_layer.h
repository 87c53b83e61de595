/// \file agglomeration_layer.h
/// Agglomerations as a layer of a vector file.
#pragma once

#include <string>
#include <vector>

#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"

namespace vicinia::workspace::inline maps {

/// With the fields that AgglomerationFeature tells of. \param crs  of the areas
[[nodiscard]] gis::io::LayerToWrite agglomeration_layer(const std::string& crs,
                                                        std::vector<AgglomerationFeature> features);

}  // namespace vicinia::workspace::inline maps
