#include "canvas/overlay/layer_painter.h"

#include <QPolygonF>
#include <variant>

#include "drawing/stroke_pen.h"
#include "vicinia/workspace/maps/outline_style.h"

namespace vicinia::desktop {
namespace {

namespace style = workspace::outline_style;

class LayerPainter {
 public:
  LayerPainter(QPainter& painter, const ViewTransform& transform)
      : painter_(painter), transform_(transform) {}

  void operator()(const gis::map::LineLayer& layer) const {
    painter_.setBrush(Qt::NoBrush);
    for (const auto& stroke : {layer.casing, layer.stroke}) {
      if (!(stroke.width_mm > 0)) continue;
      painter_.setPen(strokePen(stroke));
      for (const auto& line : layer.lines) {
        QPolygonF points;
        for (const auto& position : line) points << onCanvas(position);
        painter_.drawPolyline(points);
      }
    }
  }
  void operator()(const gis::map::BadgeLayer& layer) const {
    for (const auto& position : layer.at)
      paintBadge(painter_, layer.badge, onCanvas(position) - QPointF(0, layer.badge.raised_mm * px_per_mm),
                 px_per_mm);
  }
  template <class Other>
  void operator()(const Other&) const {}

 private:
  [[nodiscard]] QPointF onCanvas(const gis::map::Position& position) const {
    return transform_.toCanvas(QPointF(position.x, position.y));
  }
  QPainter& painter_;
  const ViewTransform& transform_;
};

}  // namespace

void paintLayer(QPainter& painter, const gis::map::Layer& layer, const ViewTransform& transform) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  std::visit(LayerPainter(painter, transform), layer);
  painter.restore();
}

void paintLinkInMaking(QPainter& painter, const QPointF& fromCanvas, const QPointF& toCanvas) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(strokePen(style::halo_of(style::manual_link)));
  painter.drawLine(fromCanvas, toCanvas);
  gis::map::Stroke unfinished = style::manual_link;
  unfinished.dashed = true;
  painter.setPen(strokePen(unfinished));
  painter.drawLine(fromCanvas, toCanvas);
  paintBadge(painter, style::link_end(), fromCanvas, px_per_mm);
  painter.restore();
}

}  // namespace vicinia::desktop
