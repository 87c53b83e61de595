#include "symbols.h"

#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsrendercontext.h>

#include <QPainter>

#include "hatch.h"

namespace vicinia::gis::engine {
namespace {

constexpr double own_edge_mm = 0.06;

/// A fill without antialiasing. It lives in a drawing only and is never saved.
class CrispFill final : public QgsSimpleFillSymbolLayer {
 public:
  explicit CrispFill(const QColor& colour)
      : QgsSimpleFillSymbolLayer(colour, Qt::SolidPattern, colour, Qt::NoPen), colour_(colour) {}
  void renderPolygon(const QPolygonF& points, const QVector<QPolygonF>* rings,
                     QgsSymbolRenderContext& context) override {
    QPainter* painter = context.renderContext().painter();
    const bool smooth = painter->testRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::Antialiasing, false);
    QgsSimpleFillSymbolLayer::renderPolygon(points, rings, context);
    painter->setRenderHint(QPainter::Antialiasing, smooth);
  }
  [[nodiscard]] CrispFill* clone() const override { return new CrispFill(colour_); }

 private:
  QColor colour_;
};

void add_solid(const QColor& colour, Seam seam, QgsSymbolLayerList& layers) {
  if (colour.alpha() < 255) seam = Seam::open;
  if (seam == Seam::crisp) layers << new CrispFill(colour);
  layers << new QgsSimpleFillSymbolLayer(colour, Qt::SolidPattern, colour,
                                         seam == Seam::own_edge ? Qt::SolidLine : Qt::NoPen, own_edge_mm,
                                         Qt::RoundJoin);
}

}  // namespace

QColor to_qt(const map::Colour& colour) { return {colour.red, colour.green, colour.blue, colour.alpha}; }

bool is_visible(const map::Stroke& stroke) { return stroke.width_mm > 0 && stroke.colour.alpha > 0; }

std::unique_ptr<QgsFillSymbol> fill_symbol(const map::Fill& fill, Seam seam) {
  QgsSymbolLayerList layers;
  switch (fill.pattern) {
    case map::FillPattern::solid: add_solid(to_qt(fill.colour), seam, layers); break;
    case map::FillPattern::hatched:
      add_solid(to_qt(fill.background), seam, layers);
      layers << hatch({.colour = to_qt(fill.colour)}).release();
      break;
    case map::FillPattern::none:
      layers << new QgsSimpleFillSymbolLayer(Qt::transparent, Qt::NoBrush, Qt::transparent, Qt::NoPen);
      break;
  }
  return std::make_unique<QgsFillSymbol>(layers);
}

std::unique_ptr<QgsLineSymbol> line_symbol(const map::Stroke& stroke) {
  return std::make_unique<QgsLineSymbol>(QgsSymbolLayerList() << outline_symbol_layer(stroke).release());
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
