#include <qgsfillsymbollayer.h>
#include <qgssinglesymbolrenderer.h>

#include <algorithm>
#include <iterator>

#include "map_layers.h"
#include "symbols.h"
#include "text.h"

namespace vicinia::gis::engine {

core::Status add_outline(const map::OutlineLayer& spec, LoadedLayer& source, const MapFrame& frame,
                         std::vector<QgisLayer>& onto) {
  const auto features = chosen(spec.features, source);
  if (!features) return core::fail(features.error());

  // Passes: all fills, then all halos, then all lines; so that no halo covers the line of a neighbour.
  // In a PDF only a polygon with an edge is written in coordinates of its own, which can be whole (see device_grid.h).
  auto symbol = fill_symbol(spec.fill, frame.seam == Seam::own_edge ? Seam::own_edge : Seam::open);
  if (is_visible(spec.halo)) symbol->appendSymbolLayer(outline_symbol_layer(spec.halo, 1).release());
  if (is_visible(spec.stroke)) symbol->appendSymbolLayer(outline_symbol_layer(spec.stroke, 2).release());
  auto renderer = std::make_unique<QgsSingleSymbolRenderer>(symbol.release());
  renderer->setUsingSymbolLevels(is_visible(spec.halo) || spec.fill.pattern != map::FillPattern::none);

  const double detail = detail_for(frame, source);
  const QgsFields fields;
  QgsFeatureList shown;
  std::vector<std::size_t> seen;
  std::ranges::copy_if(*features, std::back_inserter(seen),
                       [&](std::size_t index) { return in_sight(frame, source, index); });
  source.prepare(seen, detail);
  for (const std::size_t index : seen) {
    QgsFeature feature(fields);
    feature.setGeometry(source.geometry(index, detail));
    shown << feature;
  }
  if (shown.isEmpty()) return {};
  QgisLayer layer = memory_layer(qt(spec.name), fields, crs_for(frame, source), shown);
  layer->setRenderer(renderer.release());
  onto.push_back(std::move(layer));
  return {};
}

}  // namespace vicinia::gis::engine
