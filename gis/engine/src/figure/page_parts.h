/// \file page_parts.h
/// The plain parts of a page as data: texts, boxes, lines. They become layout items of their own, which can be moved and edited
/// in QGIS, or one item that draws them all: a layout item costs a millisecond, whatever it shows.
/// Units:   millimetres on the page, points for type.
#pragma once

#include <qgslayoutitem.h>
#include <qgsscalebarsettings.h>

#include <QColor>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <variant>
#include <vector>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

struct TextStyle {
  double size_pt = 8;
  bool bold = false;
  QColor colour{0x22, 0x22, 0x22};
  Qt::AlignmentFlag align = Qt::AlignLeft;
  bool italic = false;
};

struct TextPart {
  QString text;
  TextStyle style;
  QRectF where;  ///< the text is wrapped into it
};
struct BoxPart {
  QRectF where;
  map::Fill fill;
  map::Stroke frame;
};
/// Level, drawn with these strokes, the lowest first.
struct LinePart {
  QPointF from;
  double length;
  std::vector<map::Stroke> strokes;
};
struct BadgePart {
  QPointF centre;
  map::Badge badge;
};
struct MarkerPart {
  QPointF centre;
  map::Marker marker;
};
struct PolygonPart {
  QPolygonF corners;
  map::Colour fill;
  map::Stroke frame;
};
struct DotPart {
  QPointF centre;
  double diameter;
  QColor colour;
};
struct ScaleBarPart {
  QPointF at;
  double segment_mm;
  QgsScaleBarSettings settings;
};
using Part =
    std::variant<TextPart, BoxPart, LinePart, BadgePart, MarkerPart, PolygonPart, DotPart, ScaleBarPart>;

/// Draws parts on a page; covers all of it, and is empty where they are not.
class PartsItem final : public QgsLayoutItem {
 public:
  PartsItem(QgsLayout* layout, std::vector<Part> parts);
  [[nodiscard]] int type() const override;
  [[nodiscard]] QIcon icon() const override { return {}; }

 protected:
  void draw(QgsLayoutItemRenderContext& context) override;

 private:
  std::vector<Part> parts_;
};

}  // namespace vicinia::gis::engine
