#include "symbols.h"

#include <qgsfillsymbollayer.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsrendercontext.h>

#include <QPainter>

#include "device_grid.h"
#include "hatch.h"
#include "qgis_names.h"

namespace vicinia::gis::engine {

QColor to_qt(const map::Colour& colour) { return {colour.red, colour.green, colour.blue, colour.alpha}; }

bool is_visible(const map::Stroke& stroke) { return stroke.width_mm > 0 && stroke.colour.alpha > 0; }

namespace {

constexpr double own_edge_mm = 0.06;

/// A fill and its edge on the grid of the device where that has one. Saved as the simple fill that it is.
class GridFill final : public QgsSimpleFillSymbolLayer {
 public:
  /// An edge of no width is not drawn.
  GridFill(const QColor& colour, const map::Stroke& edge)
      : QgsSimpleFillSymbolLayer(colour, Qt::SolidPattern, to_qt(edge.colour),
                                 is_visible(edge) ? Qt::SolidLine : Qt::NoPen, edge.width_mm, Qt::RoundJoin),
        colour_(colour),
        edge_(edge) {}
  void renderPolygon(const QPolygonF& points, const QVector<QPolygonF>* rings,
                     QgsSymbolRenderContext& context) override {
    if (!has_fine_grid(context.renderContext().painter()))
      return QgsSimpleFillSymbolLayer::renderPolygon(points, rings, context);
    QVector<QPolygonF> holes;
    if (rings != nullptr)
      for (const QPolygonF& ring : *rings) holes << on_device_grid(ring);
    QgsSimpleFillSymbolLayer::renderPolygon(on_device_grid(points), rings != nullptr ? &holes : nullptr,
                                            context);
  }
  [[nodiscard]] GridFill* clone() const override { return new GridFill(colour_, edge_); }

 private:
  QColor colour_;
  map::Stroke edge_;
};

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

/// A line on the grid of the device where that has one. Saved as the simple line that it is.
class GridLine final : public QgsSimpleLineSymbolLayer {
 public:
  explicit GridLine(const map::Stroke& stroke, int pass)
      : QgsSimpleLineSymbolLayer(to_qt(stroke.colour), stroke.width_mm), stroke_(stroke) {
    setWidthUnit(qgis_names::millimetres);
    setPenJoinStyle(Qt::RoundJoin);
    setPenCapStyle(stroke.dashed ? Qt::FlatCap : Qt::RoundCap);
    if (stroke.dashed) {
      setUseCustomDashPattern(true);
      setCustomDashPatternUnit(qgis_names::millimetres);
      setCustomDashVector({map::dash_widths * stroke.width_mm, map::gap_widths * stroke.width_mm});
    }
    setRenderingPass(pass);
  }
  void renderPolyline(const QPolygonF& points, QgsSymbolRenderContext& context) override {
    QgsSimpleLineSymbolLayer::renderPolyline(
        has_fine_grid(context.renderContext().painter()) ? on_device_grid(points) : points, context);
  }
  [[nodiscard]] GridLine* clone() const override { return new GridLine(stroke_, renderingPass()); }

 private:
  map::Stroke stroke_;
};

void add_solid(const map::Colour& colour, Seam seam, const map::Stroke& border, QgsSymbolLayerList& layers) {
  if (colour.alpha < 255) seam = Seam::open;
  if (seam == Seam::crisp) layers << new CrispFill(to_qt(colour));
  const map::Stroke own_edge{colour, seam == Seam::own_edge ? own_edge_mm : 0};
  layers << new GridFill(to_qt(colour), is_visible(border) ? border : own_edge);
}

}  // namespace

std::unique_ptr<QgsFillSymbol> fill_symbol(const map::Fill& fill, Seam seam, const map::Stroke& border) {
  QgsSymbolLayerList layers;
  switch (fill.pattern) {
    case map::FillPattern::solid: add_solid(fill.colour, seam, border, layers); break;
    case map::FillPattern::hatched:
      add_solid(fill.background, seam, border, layers);
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
  return std::make_unique<GridLine>(stroke, pass);
}

}  // namespace vicinia::gis::engine
