#include "markers.h"

#include <qgsmarkersymbollayer.h>

#include "qgis_names.h"
#include "symbols.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double capital_middle =
    0.175;  ///< of that size: QGIS sets the middle of the ascent, capitals are lower

QgsSimpleMarkerSymbolLayer* disc(double diameter, const QColor& fill, const map::Stroke& edge) {
  auto* layer = new QgsSimpleMarkerSymbolLayer(qgis_names::MarkerShape::Circle, diameter - edge.width_mm);
  layer->setColor(fill);
  layer->setStrokeColor(to_qt(edge.colour));
  layer->setStrokeWidth(edge.width_mm);
  if (!is_visible(edge)) layer->setStrokeStyle(Qt::NoPen);
  return layer;
}

qgis_names::MarkerShape shape_of(map::MarkerShape shape) {
  switch (shape) {
    case map::MarkerShape::circle: return qgis_names::MarkerShape::Circle;
    case map::MarkerShape::square: return qgis_names::MarkerShape::Square;
    case map::MarkerShape::triangle: return qgis_names::MarkerShape::Triangle;
    case map::MarkerShape::diamond: return qgis_names::MarkerShape::Diamond;
    case map::MarkerShape::cross: return qgis_names::MarkerShape::Cross2;
  }
  return qgis_names::MarkerShape::Circle;
}

}  // namespace

std::unique_ptr<QgsMarkerSymbol> marker_symbol(const map::Marker& marker) {
  auto layer = std::make_unique<QgsSimpleMarkerSymbolLayer>(shape_of(marker.shape), marker.size_mm);
  layer->setColor(to_qt(marker.fill));
  layer->setStrokeColor(to_qt(marker.edge.colour));
  layer->setStrokeWidth(marker.edge.width_mm);
  if (!is_visible(marker.edge)) layer->setStrokeStyle(Qt::NoPen);
  return std::make_unique<QgsMarkerSymbol>(QgsSymbolLayerList() << layer.release());
}

std::unique_ptr<QgsMarkerSymbol> badge_symbol(const map::Badge& badge, bool raised) {
  const QPointF middle(0, raised ? -badge.raised_mm : 0);
  QgsSymbolLayerList layers;
  if (is_visible(badge.halo))
    layers << disc(badge.diameter_mm + 2 * badge.halo.width_mm, to_qt(badge.halo.colour),
                   {badge.halo.colour, 0});
  layers << disc(badge.diameter_mm, to_qt(badge.ground), {badge.ink, badge.ring_mm});
  for (QgsSymbolLayer* layer : layers) static_cast<QgsMarkerSymbolLayer*>(layer)->setOffset(middle);
  if (!badge.text.empty()) {
    const double size = map::badge_text_share * badge.diameter_mm;
    auto* text = new QgsFontMarkerSymbolLayer(text_font(8).family(), qt(badge.text), size, to_qt(badge.ink));
    text->setFontStyle(QStringLiteral("Bold"));
    text->setStrokeWidth(0);
    text->setOffset(middle - QPointF(0, capital_middle * size));
    layers << text;
  }
  return std::make_unique<QgsMarkerSymbol>(layers);
}

}  // namespace vicinia::gis::engine
