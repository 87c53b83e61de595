#include "figure/page_items.h"

#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemmarker.h>
#include <qgslayoutitempolygon.h>
#include <qgslayoutitempolyline.h>
#include <qgslayoutitemshape.h>

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "badge.h"
#include "symbols.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double mm_per_pt = 25.4 / 72;
/// Type is measured large, where hinting does not round its widths.
constexpr double measure_scale = 20;
/// A line that fits by a hair here could break there: other devices measure otherwise. A text that stands in a box of its
/// own size must not break, so the width given is a little more than the width that breaking assumes.
constexpr double size_slack = 1.05, wrap_slack = 1.03;

QFontMetricsF metrics_of(const TextStyle& style) {
  QFont font = text_font(style.size_pt, style.bold);
  font.setPixelSize(static_cast<int>(std::lround(style.size_pt * mm_per_pt * measure_scale)));
  return QFontMetricsF(font);
}

}  // namespace

QSizeF text_size(const QString& text, const TextStyle& style) {
  const QFontMetricsF metrics = metrics_of(style);
  double widest = 0;
  const QStringList lines = text.split(QLatin1Char('\n'));
  for (const QString& line : lines) widest = std::max(widest, metrics.horizontalAdvance(line));
  return {widest / measure_scale * size_slack, metrics.height() * lines.size() / measure_scale * size_slack};
}

double text_height(const QString& text, const TextStyle& style, double width) {
  const QRectF wide(0, 0, width * measure_scale / wrap_slack, 1e6);
  return metrics_of(style).boundingRect(wide, Qt::TextWordWrap, text).height() / measure_scale * size_slack;
}

double PageItems::text(const QString& text, const TextStyle& style, QPointF at, double width) {
  const double height = text_height(text, style, width);
  auto* label = new QgsLayoutItemLabel(&layout_);
  label->setText(literal(text));
#if _QGIS_VERSION_INT >= 32400
  QgsTextFormat format = QgsTextFormat::fromQFont(text_font(style.size_pt, style.bold));
  format.setColor(style.colour);
  label->setTextFormat(format);
#else
  label->setFont(text_font(style.size_pt, style.bold));
  label->setFontColor(style.colour);
#endif
  label->setHAlign(style.align);
  label->setVAlign(Qt::AlignTop);
  label->setMarginX(0);
  label->setMarginY(0);
  add(label, {at.x(), at.y(), width, height});
  return height;
}

void PageItems::box(const QRectF& where, const map::Fill& fill, const map::Stroke& frame) {
  auto* shape = new QgsLayoutItemShape(&layout_);
  shape->setShapeType(QgsLayoutItemShape::Rectangle);
  auto symbol = fill_symbol(fill, Seam::open);
  if (is_visible(frame)) symbol->appendSymbolLayer(outline_symbol_layer(frame).release());
  shape->setSymbol(symbol.get());
  add(shape, where);
}

void PageItems::line(QPointF from, double length, const std::vector<map::Stroke>& strokes) {
  QgsSymbolLayerList layers;
  double widest = 0;
  for (const map::Stroke& stroke : strokes) {
    if (!is_visible(stroke)) continue;
    layers << outline_symbol_layer(stroke).release();
    widest = std::max(widest, stroke.width_mm);
  }
  if (layers.isEmpty()) return;
  const QgsLineSymbol symbol(layers);
  QPolygonF ends;
  ends << from + QPointF(widest / 2, 0) << from + QPointF(length - widest / 2, 0);  // caps are round
  auto* item = new QgsLayoutItemPolyline(ends, &layout_);
  item->setSymbol(symbol.clone());
  layout_.addLayoutItem(item);
}

void PageItems::badge(QPointF centre, const map::Badge& badge) {
  auto* item = new QgsLayoutItemMarker(&layout_);
  item->setSymbol(badge_symbol(badge, false).release());
  item->setReferencePoint(QgsLayoutItem::Middle);  // it takes the size of its symbol later
  layout_.addLayoutItem(item);
  item->attemptMove(QgsLayoutPoint(centre.x(), centre.y()));
}

void PageItems::polygon(const QPolygonF& corners, const map::Colour& fill, const map::Stroke& frame) {
  auto* item = new QgsLayoutItemPolygon(corners, &layout_);
  auto symbol = fill_symbol({map::FillPattern::solid, fill, {}}, Seam::open);
  if (is_visible(frame)) symbol->appendSymbolLayer(outline_symbol_layer(frame).release());
  item->setSymbol(symbol.release());
  layout_.addLayoutItem(item);
}

void PageItems::dot(QPointF centre, double diameter, const QColor& colour) {
  auto* shape = new QgsLayoutItemShape(&layout_);
  shape->setShapeType(QgsLayoutItemShape::Ellipse);
  QgsFillSymbol symbol(QgsSymbolLayerList()
                       << new QgsSimpleFillSymbolLayer(colour, Qt::SolidPattern, colour, Qt::NoPen));
  shape->setSymbol(&symbol);
  add(shape, {centre.x() - diameter / 2, centre.y() - diameter / 2, diameter, diameter});
}

void PageItems::add(QgsLayoutItem* item, const QRectF& where) {
  layout_.addLayoutItem(item);
  item->attemptSetSceneRect(where);
}

}  // namespace vicinia::gis::engine
