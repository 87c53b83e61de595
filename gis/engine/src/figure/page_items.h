/// \file page_items.h
/// Composes a page of plain parts and of QGIS's items, in the order in which they are added. The parts become layout items when
/// the next of QGIS's items is added, and at the end.
/// Units:   millimetres on the page, points for type.
#pragma once

#include <qgsprintlayout.h>

#include <QRectF>
#include <QSizeF>
#include <QString>
#include <cstdint>
#include <vector>

#include "figure/page_parts.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::engine {

[[nodiscard]] inline TextStyle scaled(TextStyle style, double factor) {
  style.size_pt *= factor;
  return style;
}

/// Of the text, with its own line breaks only.
[[nodiscard]] QSizeF text_size(const QString& text, const TextStyle& style);
/// Of the text, wrapped at this width.
[[nodiscard]] double text_height(const QString& text, const TextStyle& style, double width);

enum class PartsBecome : std::uint8_t {
  items,    ///< one each, for people who go on with the page in QGIS or in a drawing program
  one_item  ///< for pages that are printed
};
[[nodiscard]] constexpr PartsBecome parts_become(map::FigureFormat format) {
  return format == map::FigureFormat::project || format == map::FigureFormat::svg ? PartsBecome::items
                                                                                  : PartsBecome::one_item;
}

class PageItems {
 public:
  PageItems(QgsPrintLayout& layout, PartsBecome become) : layout_(layout), become_(become) {}
  ~PageItems() { flush(); }
  PageItems(const PageItems&) = delete;
  PageItems& operator=(const PageItems&) = delete;

  /// Sets a wrapped text into a box of this width; \return the height that it takes.
  double text(const QString& text, const TextStyle& style, QPointF at, double width);
  void box(const QRectF& where, const map::Fill& fill, const map::Stroke& frame) {
    parts_.push_back(BoxPart{where, fill, frame});
  }
  void line(QPointF from, double length, const std::vector<map::Stroke>& strokes) {
    parts_.push_back(LinePart{from, length, strokes});
  }
  void badge(QPointF centre, const map::Badge& badge) { parts_.push_back(BadgePart{centre, badge}); }
  void marker(QPointF centre, const map::Marker& marker) { parts_.push_back(MarkerPart{centre, marker}); }
  void polygon(const QPolygonF& corners, const map::Colour& fill, const map::Stroke& frame) {
    parts_.push_back(PolygonPart{corners, fill, frame});
  }
  void dot(QPointF centre, double diameter, const QColor& colour) {
    parts_.push_back(DotPart{centre, diameter, colour});
  }
  /// \pre parts become one item; else a scale bar of QGIS is added
  void scale_bar(ScaleBarPart part) { parts_.push_back(std::move(part)); }
  /// An item of QGIS above all that is there; the layout owns it.
  template <class Item>
  Item* add(const QRectF& where) {
    flush();  // an item's place in the pile is that of its construction
    auto* item = new Item(&layout_);
    place(item, where);
    return item;
  }

  [[nodiscard]] PartsBecome become() const { return become_; }

 private:
  void flush();
  void place(QgsLayoutItem* item, const QRectF& where);

  QgsPrintLayout& layout_;
  PartsBecome become_;
  std::vector<Part> parts_;
};

}  // namespace vicinia::gis::engine
