/// \file figure_layout.h
/// Composes a page: title and subtitle, the framed map with what stands on it, the notes.
/// The legend goes to that corner of the map where the subject is not; where it would cover the subject in each of
/// them, into a column beside the map.
/// Units:   millimetres.
#pragma once

#include <qgslayoutitemmap.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <memory>
#include <vector>

#include "layer_cache.h"
#include "memory_layer.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::engine {

/// A page and what it needs to live. The members go in the reverse of this order.
struct Figure {
  std::unique_ptr<QgsProject> project;
  std::vector<QgisLayer> layers;
  std::unique_ptr<QgsPrintLayout> layout;
  QgsLayoutItemMap* map = nullptr;  ///< of the layout
};

[[nodiscard]] core::Result<Figure> figure_of(const map::FigureSpec& spec, LayerCache& cache);

}  // namespace vicinia::gis::engine
