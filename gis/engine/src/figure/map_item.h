/// \file map_item.h
/// A map as an item of a layout, with layers that suit its size.
/// Units:   millimetres on the page.
#pragma once

#include <QRectF>
#include <vector>

#include "figure/layout.h"
#include "figure/page_items.h"

namespace vicinia::gis::engine {

struct MapItemOptions {
  map::FigureFormat format = map::FigureFormat::pdf;
  double dpi = 300;
  const char* id = "map";
  std::vector<QRectF> taken{};  ///< what stands on the map, where no name can
};

/// Adds the layers of `spec` to the figure, as they look at this size, and a framed map of `extent` to the page. In a
/// project a map of the same data as one before takes the layers of that.
[[nodiscard]] core::Result<QgsLayoutItemMap*> add_map_item(const map::MapSpec& spec,
                                                           const map::Extent& extent, const QRectF& where,
                                                           const MapItemOptions& options, Figure& figure,
                                                           PageItems& page, LayerCache& cache);

/// Shows and frames a map that is on the page already: `item` is new, or of a user's template.
[[nodiscard]] core::Status fill_map_item(const map::MapSpec& spec, const map::Extent& extent,
                                         const QRectF& where, const MapItemOptions& options,
                                         QgsLayoutItemMap& item, Figure& figure, LayerCache& cache);

/// A frame on `map` around what `other` shows.
void add_extent_frame(QgsLayoutItemMap& map, QgsLayoutItemMap& other, const map::Stroke& stroke);

}  // namespace vicinia::gis::engine
