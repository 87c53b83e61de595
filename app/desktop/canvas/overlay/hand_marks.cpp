#include "canvas/overlay/hand_marks.h"

#include "drawing/stroke_pen.h"
#include "vicinia/workspace/outline_style.h"

namespace vicinia::desktop {

namespace style = workspace::outline_style;

namespace {

constexpr double dot_px = 3.5, cross_px = 5.0;

void paintLink(QPainter& painter, const QPointF& from, const QPointF& to, bool isMade) {
  auto line = style::manual_link;
  painter.setPen(strokePen(style::halo_of(line)));
  painter.drawLine(from, to);
  QPen pen = strokePen(line);
  if (!isMade) pen.setDashPattern({3, 3});
  painter.setPen(pen);
  painter.drawLine(from, to);
  painter.setPen(QPen(Qt::white, 1.5));
  painter.setBrush(pen.color());
  painter.drawEllipse(from, dot_px, dot_px);
  if (isMade) painter.drawEllipse(to, dot_px, dot_px);
  painter.setBrush(Qt::NoBrush);
}

void paintCut(QPainter& painter, const QPointF& at) {
  for (const auto& stroke : {style::halo_of(style::manual_cut), style::manual_cut}) {
    painter.setPen(strokePen(stroke));
    painter.drawLine(at - QPointF(cross_px, cross_px), at + QPointF(cross_px, cross_px));
    painter.drawLine(at - QPointF(cross_px, -cross_px), at + QPointF(cross_px, -cross_px));
  }
}

}  // namespace

void paintHandMarks(QPainter& painter, const std::vector<workspace::HandMark>& marks,
                    const ViewTransform& transform) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const auto onCanvas = [&](const core::geom::Point& point) {
    return transform.toCanvas(QPointF(point.x(), point.y()));
  };
  for (const workspace::HandMark& mark : marks)
    if (mark.is_cut)
      paintCut(painter, onCanvas(mark.at));
    else
      paintLink(painter, onCanvas(mark.from), onCanvas(mark.to), true);
  painter.restore();
}

void paintLinkInMaking(QPainter& painter, const QPointF& fromCanvas, const QPointF& toCanvas) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  paintLink(painter, fromCanvas, toCanvas, false);
  painter.restore();
}

}  // namespace vicinia::desktop
