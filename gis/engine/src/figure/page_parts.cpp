#include "figure/page_parts.h"

#include <qgsapplication.h>
#include <qgsfillsymbol.h>
#include <qgslayout.h>
#include <qgslayoutitemregistry.h>
#include <qgslayoututils.h>
#include <qgslinesymbol.h>
#include <qgsscalebarrenderer.h>
#include <qgsscalebarrendererregistry.h>

#include <QPainterPath>
#include <algorithm>

#include "figure/part_symbols.h"
#include "markers.h"
#include "qgis_names.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

/// Draws with the symbols and in the way of QGIS's own items.
class PartPainter {
 public:
  explicit PartPainter(QgsRenderContext& context)
      : context_(context), dots_(context.convertToPainterUnits(1, qgis_names::millimetres)) {
    qgis_names::force_vectors(context_);
  }

  void operator()(const TextPart& part) {
    QPainter& painter = *context_.painter();
    painter.save();
    painter.scale(dots_, dots_);
    QgsLayoutUtils::drawText(&painter, part.where, part.text,
                             text_font(part.style.size_pt, part.style.bold, part.style.italic),
                             part.style.colour, part.style.align, Qt::AlignTop);
    painter.restore();
  }
  void operator()(const BoxPart& part) { fill(*box_symbol(part.fill, part.frame), QPolygonF(part.where)); }
  void operator()(const PolygonPart& part) {
    fill(*box_symbol({map::FillPattern::solid, part.fill, {}}, part.frame), part.corners);
  }
  void operator()(const DotPart& part) {
    QPainterPath circle;
    const double radius = part.diameter / 2 * dots_;
    circle.addEllipse(part.centre * dots_, radius, radius);
    context_.painter()->fillPath(circle, part.colour);
  }
  void operator()(const LinePart& part) {
    const auto symbol = strokes_symbol(part.strokes);
    if (!symbol) return;
    symbol->startRender(context_);
    symbol->renderPolyline(in_dots(ends_of(part)), nullptr, context_);
    symbol->stopRender(context_);
  }
  void operator()(const BadgePart& part) { stamp(*badge_symbol(part.badge, false), part.centre); }
  void operator()(const MarkerPart& part) { stamp(*marker_symbol(part.marker), part.centre); }
  void operator()(const ScaleBarPart& part) {
    const std::unique_ptr<QgsScaleBarRenderer> renderer(
        QgsApplication::scaleBarRendererRegistry()->renderer(QStringLiteral("Single Box")));
    QgsScaleBarRenderer::ScaleBarContext bar;
    bar.segmentWidth = part.segment_mm;
    QPainter& painter = *context_.painter();
    painter.save();
    painter.translate(part.at * dots_);
    renderer->draw(context_, part.settings, bar);
    painter.restore();
  }

 private:
  [[nodiscard]] QPolygonF in_dots(const QPolygonF& mm) const {
    return QTransform::fromScale(dots_, dots_).map(mm);
  }
  void stamp(QgsMarkerSymbol& symbol, QPointF centre) {
    symbol.startRender(context_);
    symbol.renderPoint(centre * dots_, nullptr, context_);
    symbol.stopRender(context_);
  }
  void fill(QgsFillSymbol& symbol, const QPolygonF& mm) {
    symbol.startRender(context_);
    symbol.renderPolygon(in_dots(mm), nullptr, nullptr, context_);
    symbol.stopRender(context_);
  }

  QgsRenderContext& context_;
  double dots_;  ///< of the device, to a millimetre
};

}  // namespace

PartsItem::PartsItem(QgsLayout* layout, std::vector<Part> parts)
    : QgsLayoutItem(layout), parts_(std::move(parts)) {
  setBackgroundEnabled(false);
  setFrameEnabled(false);
}

int PartsItem::type() const { return QgsLayoutItemRegistry::PluginItem + 1; }

void PartsItem::draw(QgsLayoutItemRenderContext& context) {
  PartPainter paint(context.renderContext());
  for (const Part& part : parts_) std::visit(paint, part);
}

}  // namespace vicinia::gis::engine
