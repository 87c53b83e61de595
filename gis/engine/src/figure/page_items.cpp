#include "figure/page_items.h"

#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemmarker.h>
#include <qgslayoutitempage.h>
#include <qgslayoutitempolygon.h>
#include <qgslayoutitempolyline.h>
#include <qgslayoutitemshape.h>
#include <qgslayoutpagecollection.h>

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "figure/part_symbols.h"
#include "markers.h"
#include "qgis_names.h"
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
  QFont font = text_font(style.size_pt, style.bold, style.italic);
  font.setPixelSize(static_cast<int>(std::lround(style.size_pt * mm_per_pt * measure_scale)));
  return QFontMetricsF(font);
}

/// Each part as a layout item.
class ItemMaker {
 public:
  explicit ItemMaker(QgsPrintLayout& layout) : layout_(layout) {}

  void operator()(const TextPart& part) {
    auto* label = new QgsLayoutItemLabel(&layout_);
    label->setText(literal(part.text));
    qgis_names::set_style(*label, text_font(part.style.size_pt, part.style.bold, part.style.italic),
                          part.style.colour);
    label->setHAlign(part.style.align);
    label->setVAlign(Qt::AlignTop);
    label->setMarginX(0);
    label->setMarginY(0);
    add(label, part.where);
  }
  void operator()(const BoxPart& part) {
    auto* shape = new QgsLayoutItemShape(&layout_);
    shape->setShapeType(QgsLayoutItemShape::Rectangle);
    shape->setSymbol(box_symbol(part.fill, part.frame).get());
    add(shape, part.where);
  }
  void operator()(const LinePart& part) {
    const auto symbol = strokes_symbol(part.strokes);
    if (!symbol) return;
    auto* item = new QgsLayoutItemPolyline(ends_of(part), &layout_);
    item->setSymbol(symbol->clone());
    layout_.addLayoutItem(item);
  }
  void operator()(const BadgePart& part) { stamp(badge_symbol(part.badge, false), part.centre); }
  void operator()(const MarkerPart& part) { stamp(marker_symbol(part.marker), part.centre); }
  void operator()(const PolygonPart& part) {
    auto* item = new QgsLayoutItemPolygon(part.corners, &layout_);
    item->setSymbol(box_symbol({map::FillPattern::solid, part.fill, {}}, part.frame).release());
    layout_.addLayoutItem(item);
  }
  void operator()(const DotPart& part) {
    auto* shape = new QgsLayoutItemShape(&layout_);
    shape->setShapeType(QgsLayoutItemShape::Ellipse);
    QgsFillSymbol symbol(QgsSymbolLayerList() << new QgsSimpleFillSymbolLayer(part.colour, Qt::SolidPattern,
                                                                              part.colour, Qt::NoPen));
    shape->setSymbol(&symbol);
    const QPointF radius(part.diameter / 2, part.diameter / 2);
    add(shape, {part.centre - radius, part.centre + radius});
  }
  void operator()(const ScaleBarPart&) {}  // of QGIS's own items

 private:
  void stamp(std::unique_ptr<QgsMarkerSymbol> symbol, QPointF centre) {
    auto* item = new QgsLayoutItemMarker(&layout_);
    item->setSymbol(symbol.release());
    item->setReferencePoint(QgsLayoutItem::Middle);  // it takes the size of its symbol later
    layout_.addLayoutItem(item);
    item->attemptMove(QgsLayoutPoint(centre.x(), centre.y()));
  }
  void add(QgsLayoutItem* item, const QRectF& where) {
    layout_.addLayoutItem(item);
    item->attemptSetSceneRect(where);
  }
  QgsPrintLayout& layout_;
};

}  // namespace

QSizeF text_size(const QString& text, const TextStyle& style) {
  const QFontMetricsF metrics = metrics_of(style);
  double widest = 0;
  const QStringList lines = text.split(QLatin1Char('\n'));
  for (const QString& line : lines) widest = std::max(widest, metrics.horizontalAdvance(line));
  return {widest / measure_scale * size_slack,
          metrics.height() * static_cast<double>(lines.size()) / measure_scale * size_slack};
}

double text_height(const QString& text, const TextStyle& style, double width) {
  const QRectF wide(0, 0, width * measure_scale / wrap_slack, 1e6);
  return metrics_of(style).boundingRect(wide, Qt::TextWordWrap, text).height() / measure_scale * size_slack;
}

double PageItems::text(const QString& text, const TextStyle& style, QPointF at, double width) {
  const double height = text_height(text, style, width);
  parts_.push_back(TextPart{text, style, {at, QSizeF(width, height)}});
  return height;
}

void PageItems::place(QgsLayoutItem* item, const QRectF& where) {
  layout_.addLayoutItem(item);
  item->attemptSetSceneRect(where);
}

void PageItems::flush() {
  if (parts_.empty()) return;
  if (become_ == PartsBecome::items) {
    ItemMaker make(layout_);
    for (const Part& part : parts_) std::visit(make, part);
  } else {
    place(new PartsItem(&layout_, std::move(parts_)),
          {{0, 0}, layout_.pageCollection()->page(0)->rect().size()});
  }
  parts_.clear();
}

}  // namespace vicinia::gis::engine
