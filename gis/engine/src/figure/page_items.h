/// \file page_items.h
/// The plain parts of a page: texts, boxes, dots. Each is a layout item of its own, which can be moved and edited in QGIS.
/// Units:   millimetres on the page, points for type.
#pragma once

#include <qgsprintlayout.h>

#include <QColor>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <vector>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

struct TextStyle {
  double size_pt = 8;
  bool bold = false;
  QColor colour{0x22, 0x22, 0x22};
  Qt::AlignmentFlag align = Qt::AlignLeft;
};

[[nodiscard]] inline TextStyle scaled(TextStyle style, double factor) {
  style.size_pt *= factor;
  return style;
}

/// Of the text, with its own line breaks only.
[[nodiscard]] QSizeF text_size(const QString& text, const TextStyle& style);
/// Of the text, wrapped at this width.
[[nodiscard]] double text_height(const QString& text, const TextStyle& style, double width);

class PageItems {
 public:
  explicit PageItems(QgsPrintLayout& layout) : layout_(layout) {}

  /// Sets a wrapped text into a box of this width; \return the height that it takes.
  double text(const QString& text, const TextStyle& style, QPointF at, double width);
  void box(const QRectF& where, const map::Fill& fill, const map::Stroke& frame);
  /// A level line, drawn with these strokes, the lowest first.
  void line(QPointF from, double length, const std::vector<map::Stroke>& strokes);
  void badge(QPointF centre, const map::Badge& badge);
  void polygon(const QPolygonF& corners, const map::Colour& fill, const map::Stroke& frame);
  void dot(QPointF centre, double diameter, const QColor& colour);
  void add(QgsLayoutItem* item, const QRectF& where);

  [[nodiscard]] QgsPrintLayout& layout() { return layout_; }

 private:
  QgsPrintLayout& layout_;
};

}  // namespace vicinia::gis::engine
