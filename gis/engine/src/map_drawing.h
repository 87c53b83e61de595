/// \file map_drawing.h
/// Draws a MapSpec onto an image.
/// Errors:  RenderFailed, Cancelled.
/// Threads: the main thread; runs an event loop while it draws, so that a stop is heard.
#pragma once

#include <QImage>
#include <stop_token>

#include "layer_cache.h"
#include "map_parts.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

/// What has been loaded and set before. Nothing in it is needed: it only saves time.
struct DrawingCaches {
  LayerCache layers;
  KeptParts parts;
};

/// \return what was drawn: the spec's extent in the image's proportions.
[[nodiscard]] core::Result<map::Extent> draw_map(const map::MapSpec& spec, DrawingCaches& caches,
                                                 QImage& image, std::stop_token stop);

}  // namespace vicinia::gis::engine
