#include <qgssinglesymbolrenderer.h>

#include <cmath>

#include "layers/layer_kinds.h"
#include "markers.h"
#include "qgis_names.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double largest_marker_mm = 100;

core::Status check(const map::Marker& marker) {
  if (marker.size_mm > 0 && marker.size_mm <= largest_marker_mm) return {};
  return core::fail(bad_map("marker", "its size may be up to 100 mm, and not 0"));
}

/// Where a feature is marked: at the same place at every scale, on the screen and on paper.
QgsFeature point_of(LoadedLayer& source, std::size_t index, const QgsFields& fields) {
  QgsFeature feature(fields);
  feature.setGeometry(QgsGeometry::fromPointXY(source.label_point(index, 0)));
  return feature;
}

}  // namespace

core::Status add_layer(const map::PointLayer& spec, const LayerContext& context) {
  const auto source = source_of(context.spec, spec.source, context.cache);
  if (!source) return core::fail(source.error());
  if (const core::Status good = check(spec.marker); !good) return good;
  const auto features = chosen(spec.features, **source);
  if (!features) return core::fail(features.error());
  QgsFeatureList shown;
  for (const std::size_t index : *features) shown << point_of(**source, index, {});
  if (shown.isEmpty()) return {};
  QgisLayer layer =
      memory_layer(qt(spec.name), {}, crs_for(context.frame, **source), shown, qgis_names::WkbType::Point);
  layer->setRenderer(new QgsSingleSymbolRenderer(marker_symbol(spec.marker).release()));
  context.onto.push_back(std::move(layer));
  return {};
}

core::Status add_layer(const map::BadgeLayer& spec, const LayerContext& context) {
  if (!(spec.badge.diameter_mm > 0 && spec.badge.diameter_mm <= 100))
    return core::fail(bad_map("badge", "its diameter may be up to 100 mm, and not 0"));
  QgsFeatureList shown;
  for (const map::Position& at : spec.at) {
    if (!std::isfinite(at.x) || !std::isfinite(at.y))
      return core::fail(bad_map("badge", "a place is no number"));
    QgsFeature feature{QgsFields()};
    feature.setGeometry(QgsGeometry::fromPointXY({at.x, at.y}));
    shown << feature;
  }
  if (shown.isEmpty()) return {};
  QgisLayer layer = memory_layer(qt(spec.name), {}, context.frame.crs, shown, qgis_names::WkbType::Point);
  layer->setRenderer(new QgsSingleSymbolRenderer(badge_symbol(spec.badge, true).release()));
  context.onto.push_back(std::move(layer));
  return {};
}

}  // namespace vicinia::gis::engine
