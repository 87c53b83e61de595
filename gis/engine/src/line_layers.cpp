#include <qgslinestring.h>
#include <qgslinesymbol.h>
#include <qgsmultilinestring.h>
#include <qgssinglesymbolrenderer.h>

#include <algorithm>
#include <cmath>

#include "map_layers.h"
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

}  // namespace

core::Status add_lines(const map::LineLayer& spec, const MapFrame& frame, std::vector<QgisLayer>& onto) {
  if (const core::Status good = check(spec); !good) return good;
  QgsFeatureList shown;
  for (const map::Polyline& line : spec.lines) {
    if (!box_of(line).intersects(frame.extent)) continue;
    QgsFeature feature{QgsFields()};
    feature.setGeometry(geometry_of(line));
    shown << feature;
  }
  QgsSymbolLayerList strokes;
  if (is_visible(spec.casing)) strokes << outline_symbol_layer(spec.casing, 0).release();
  if (is_visible(spec.stroke)) strokes << outline_symbol_layer(spec.stroke, 1).release();
  if (shown.isEmpty() || strokes.isEmpty()) {
    qDeleteAll(strokes);
    return {};
  }
  auto renderer = std::make_unique<QgsSingleSymbolRenderer>(new QgsLineSymbol(strokes));
  renderer->setUsingSymbolLevels(strokes.size() > 1);
  QgisLayer layer = memory_layer(qt(spec.name), {}, frame.crs, shown, qgis_names::WkbType::MultiLineString);
  layer->setRenderer(renderer.release());
  onto.push_back(std::move(layer));
  return {};
}

}  // namespace vicinia::gis::engine
