#include <qgslinestring.h>
#include <qgslinesymbol.h>
#include <qgsmultilinestring.h>
#include <qgssinglesymbolrenderer.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "layers/layer_kinds.h"
#include "qgis_names.h"
#include "symbols.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

core::Status check(const map::LineLayer& spec) {
  for (std::size_t i = 0; i < spec.lines.size(); ++i) {
    const auto at_fault = [&](const char* what) {
      return core::fail(bad_map("lines", "line " + std::to_string(i) + " of \"" + spec.name + "\" " + what));
    };
    if (spec.lines[i].size() < 2) return at_fault("has less than two positions");
    for (const map::Position& p : spec.lines[i])
      if (!std::isfinite(p.x) || !std::isfinite(p.y)) return at_fault("has a position that is no number");
  }
  return {};
}

QgsGeometry geometry_of(const map::Polyline& line) {
  QVector<double> x, y;
  for (const map::Position& p : line) {
    x << p.x;
    y << p.y;
  }
  auto lines = std::make_unique<QgsMultiLineString>();
  lines->addGeometry(new QgsLineString(x, y));
  return QgsGeometry(std::move(lines));
}

QgsRectangle box_of(const map::Polyline& line) {
  QgsRectangle box;
  for (const map::Position& p : line) box.combineExtentWith(p.x, p.y);
  return box;
}

QgsFeatureList shapes_in_sight(const std::vector<std::size_t>& features, LoadedLayer& source,
                               const MapFrame& frame) {
  const double detail = detail_for(frame, source);
  std::vector<std::size_t> seen;
  std::ranges::copy_if(features, std::back_inserter(seen),
                       [&](std::size_t index) { return in_sight(frame, source, index); });
  source.prepare(seen, detail);
  QgsFeatureList shown;
  for (const std::size_t index : seen) {
    QgsFeature feature{QgsFields()};
    feature.setGeometry(source.geometry(index, detail));
    shown << feature;
  }
  return shown;
}

void add_stroked(const map::LineLayer& spec, QgsFeatureList& lines, const QgsCoordinateReferenceSystem& crs,
                 const LayerContext& context) {
  QgsSymbolLayerList strokes;
  if (is_visible(spec.casing)) strokes << outline_symbol_layer(spec.casing, 0).release();
  if (is_visible(spec.stroke)) strokes << outline_symbol_layer(spec.stroke, 1).release();
  if (lines.isEmpty() || strokes.isEmpty()) {
    qDeleteAll(strokes);
    return;
  }
  auto renderer = std::make_unique<QgsSingleSymbolRenderer>(new QgsLineSymbol(strokes));
  renderer->setUsingSymbolLevels(strokes.size() > 1);
  QgisLayer layer = memory_layer(qt(spec.name), {}, crs, lines, qgis_names::WkbType::MultiLineString);
  layer->setRenderer(renderer.release());
  context.onto.push_back(std::move(layer));
}

}  // namespace

core::Status add_layer(const map::LineLayer& spec, const LayerContext& context) {
  if (const core::Status good = check(spec); !good) return good;
  const MapFrame& frame = context.frame;
  if (!spec.source.empty()) {
    const auto source = context.source(spec.source, Shape::lines);
    if (!source) return core::fail(source.error());
    const auto features = chosen(spec.features, **source);
    if (!features) return core::fail(features.error());
    QgsFeatureList shown = shapes_in_sight(*features, **source, frame);
    add_stroked(spec, shown, crs_for(frame, **source), context);
  }
  QgsFeatureList shown;
  for (const map::Polyline& line : spec.lines) {
    if (!box_of(line).intersects(frame.extent)) continue;
    QgsFeature feature{QgsFields()};
    feature.setGeometry(geometry_of(line));
    shown << feature;
  }
  add_stroked(spec, shown, frame.crs, context);
  return {};
}

core::Status add_layer(const map::OutlineLayer& spec, const LayerContext& context) {
  const MapFrame& frame = context.frame;
  const auto loaded = context.source(spec.source, Shape::areas);
  if (!loaded) return core::fail(loaded.error());
  LoadedLayer& source = **loaded;
  const auto features = chosen(spec.features, source);
  if (!features) return core::fail(features.error());

  // Passes: all fills, then all halos, then all lines; so that no halo covers the line of a neighbour.
  // In a PDF only a polygon with an edge is written in coordinates of its own, which can be whole (see device_grid.h).
  auto symbol = fill_symbol(spec.fill, frame.seam == Seam::own_edge ? Seam::own_edge : Seam::open);
  if (is_visible(spec.halo)) symbol->appendSymbolLayer(outline_symbol_layer(spec.halo, 1).release());
  if (is_visible(spec.stroke)) symbol->appendSymbolLayer(outline_symbol_layer(spec.stroke, 2).release());
  auto renderer = std::make_unique<QgsSingleSymbolRenderer>(symbol.release());
  renderer->setUsingSymbolLevels(is_visible(spec.halo) || spec.fill.pattern != map::FillPattern::none);

  QgsFeatureList shown = shapes_in_sight(*features, source, frame);
  if (shown.isEmpty()) return {};
  QgisLayer layer = memory_layer(qt(spec.name), {}, crs_for(frame, source), shown);
  layer->setRenderer(renderer.release());
  context.onto.push_back(std::move(layer));
  return {};
}

}  // namespace vicinia::gis::engine
