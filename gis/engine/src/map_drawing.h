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

/// Where the map is drawn: on one image, or with the layers of a slot and of those above it on another, which is transparent elsewhere.
struct DrawingTarget {
  QImage& image;
  QImage* upper = nullptr;                    ///< of the same size
  map::Slot upper_from = map::Slot::borders;  ///< that or one above it
};
struct DrawnMap {
  map::Extent extent{};    ///< the spec's, in the image's proportions
  bool has_upper = false;  ///< else nothing was put on the upper image, not even that it is transparent
};
[[nodiscard]] core::Result<DrawnMap> draw_map(const map::MapSpec& spec, DrawingCaches& caches,
                                              const DrawingTarget& target, std::stop_token stop);

}  // namespace vicinia::gis::engine
