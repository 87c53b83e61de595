#include <qgssinglesymbolrenderer.h>

#include <cmath>

#include "badge.h"
#include "map_layers.h"
#include "qgis_names.h"
#include "text.h"

namespace vicinia::gis::engine {

core::Status add_badges(const map::BadgeLayer& spec, const MapFrame& frame, std::vector<QgisLayer>& onto) {
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
  QgisLayer layer = memory_layer(qt(spec.name), {}, frame.crs, shown, qgis_names::WkbType::Point);
  layer->setRenderer(new QgsSingleSymbolRenderer(badge_symbol(spec.badge, true).release()));
  onto.push_back(std::move(layer));
  return {};
}

}  // namespace vicinia::gis::engine
