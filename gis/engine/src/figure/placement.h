/// \file placement.h
/// Where the parts of a figure go. Parts that stand on the map go where neither the subject nor a symbol is. Where there is no such place
/// for one of them, the subject moves aside, the legend is set smaller or in columns, legend, zoom insets and signs move into a column beside
/// the map or strips below it, or more ground is shown around the subject: whichever leaves the map largest. Nothing is hidden on any page
/// that has room for a map and its parts.
/// Units:   millimetres on the page.
#pragma once

#include <QRectF>
#include <optional>
#include <vector>

#include "figure/silhouette.h"
#include "layer_cache.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::engine {

struct Placement {
  QRectF map;
  map::Extent extent{};  ///< that the map shows
  std::optional<QRectF> legend, islands, overview, north, scale_bar, table;
  int legend_columns = 1;
  double legend_scale = 1;  ///< of its type
  bool islands_in_a_row = false;
  std::vector<QRectF> zooms;  ///< captions included
  double covered = 0;  ///< more than 0: a part hides something or sticks out, since the page has no room

  /// All that may stand on the map.
  [[nodiscard]] std::vector<QRectF> parts() const;
  [[nodiscard]] double metres_per_mm() const { return extent.width() / map.width(); }
  /// Room for a scale bar.
  [[nodiscard]] double longest_bar(double scale) const;
};

/// The subject of `spec.map` in `room`, with everything that stands on it or beside it.
[[nodiscard]] Placement placed(const map::FigureSpec& spec, const QRectF& room, LayerCache& cache,
                               Silhouettes& silhouettes);

/// Of the zoom insets, the same for all, so that their frames are level.
[[nodiscard]] double zoom_caption_height(const map::FigureSpec& spec, double width);

/// The smallest extent with the subject that has the proportions of the frame.
[[nodiscard]] map::Extent extent_in(const QRectF& frame, const map::Extent& extent);

}  // namespace vicinia::gis::engine
