/// \file placement.h
/// Where the parts of a figure go. Parts that stand on the map go where the subject is not; where they would cover it
/// wherever they stood, the legend moves into a column beside the map or a strip below it, and the zoom insets into a
/// strip of their own: whichever leaves the map largest.
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
  double covered =
      0;  ///< how much of the parts on the map hides its subject, 0 for none; 3 and more: a part sticks out

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
