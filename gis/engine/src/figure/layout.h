/// \file layout.h
/// Composes a page: title and subtitle, the framed map with what stands on it and beside it, the notes. Or fills the
/// items of a template that the user made.
/// Units:   millimetres.
#pragma once

#include <qgslayoutitemmap.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <memory>
#include <vector>

#include "figure/silhouette.h"
#include "layer_cache.h"
#include "layers/memory_layer.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::engine {

/// A map of the page; its layers are some of the figure's.
struct MapOnPage {
  QgsLayoutItemMap* item = nullptr;
  std::size_t first_layer = 0, end_layer = 0;
};

/// A page and what it needs to live. The members go in the reverse of this order.
struct Figure {
  std::unique_ptr<QgsProject> project;
  std::vector<QgisLayer> layers;
  std::unique_ptr<QgsPrintLayout> layout;
  std::vector<MapOnPage> maps;  ///< of the layout; the main one first
};

/// What a page can use of the one before.
struct PageStock {
  std::unique_ptr<QgsProject> project;  ///< that no figure needs any more: it takes longer to make than a map
  Silhouettes silhouettes;
};

[[nodiscard]] core::Result<Figure> figure_of(const map::FigureSpec& spec, LayerCache& cache, PageStock& stock,
                                             const core::Task& task);

}  // namespace vicinia::gis::engine
