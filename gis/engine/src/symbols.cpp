#include "symbols.h"

#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>

namespace vicinia::gis::engine {
namespace {

constexpr double hatch_distance_mm = 1.4, hatch_width_mm = 0.25, hatch_angle = 45;

std::unique_ptr<QgsSymbolLayer> solid(const QColor& colour, double seam_mm) {
  const bool seam = seam_mm > 0 && colour.alpha() == 255;
  return std::make_unique<QgsSimpleFillSymbolLayer>(colour, Qt::SolidPattern, colour,
                                                    seam ? Qt::SolidLine : Qt::NoPen, seam_mm, Qt::RoundJoin);
}

std::unique_ptr<QgsSymbolLayer> hatch(const QColor& colour) {
  auto lines = std::make_unique<QgsLinePatternFillSymbolLayer>();
  lines->setLineAngle(hatch_angle);
  lines->setDistance(hatch_distance_mm);
  lines->setDistanceUnit(QgsUnitTypes::RenderMillimeters);
  auto line = std::make_unique<QgsSimpleLineSymbolLayer>(colour, hatch_width_mm);
  lines->setSubSymbol(new QgsLineSymbol(QgsSymbolLayerList() << line.release()));
  return lines;
}

}  // namespace

QColor to_qt(const map::Colour& colour) { return {colour.red, colour.green, colour.blue, colour.alpha}; }

bool is_visible(const map::Stroke& stroke) { return stroke.width_mm > 0 && stroke.colour.alpha > 0; }

std::unique_ptr<QgsFillSymbol> fill_symbol(const map::Fill& fill, double seam_mm) {
  QgsSymbolLayerList layers;
  switch (fill.pattern) {
    case map::FillPattern::solid: layers << solid(to_qt(fill.colour), seam_mm).release(); break;
    case map::FillPattern::hatched:
      layers << solid(to_qt(fill.background), seam_mm).release() << hatch(to_qt(fill.colour)).release();
      break;
    case map::FillPattern::none:
      layers << new QgsSimpleFillSymbolLayer(Qt::transparent, Qt::NoBrush, Qt::transparent, Qt::NoPen);
      break;
  }
  return std::make_unique<QgsFillSymbol>(layers);
}

std::unique_ptr<QgsSymbolLayer> outline_symbol_layer(const map::Stroke& stroke, int pass) {
  auto line = std::make_unique<QgsSimpleLineSymbolLayer>(to_qt(stroke.colour), stroke.width_mm);
  line->setWidthUnit(QgsUnitTypes::RenderMillimeters);
  line->setPenJoinStyle(Qt::RoundJoin);
  line->setPenCapStyle(stroke.dashed ? Qt::FlatCap : Qt::RoundCap);
  if (stroke.dashed) {
    line->setUseCustomDashPattern(true);
    line->setCustomDashPatternUnit(QgsUnitTypes::RenderMillimeters);
    line->setCustomDashVector({4 * stroke.width_mm, 2.5 * stroke.width_mm});
  }
  line->setRenderingPass(pass);
  return line;
}

}  // namespace vicinia::gis::engine
