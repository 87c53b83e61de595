#include "canvas/overlay/hand_marks.h"

#include <QLineF>
#include <cmath>
#include <optional>

#include "canvas/overlay/stroke_pen.h"
#include "vicinia/workspace/outline_style.h"

namespace vicinia::desktop {

namespace style = workspace::outline_style;

namespace {

constexpr double dot_px = 3.5, cross_px = 5.0;

/// Half way along the longest line that both units share.
std::optional<QPointF> middleOfBorder(const FoundAgglomerations& found, core::admin::UnitIndex a, core::admin::UnitIndex b) {
  const auto first = found.inTopology(a), second = found.inTopology(b);
  if (!first || !second) return std::nullopt;
  const auto& topology = found.contiguity().topology();
  const core::topology::Arc* longest = nullptr;
  for (const auto& arc : topology.arcs()) {
    const bool isShared = (arc.left == *first && arc.right == *second) || (arc.left == *second && arc.right == *first);
    if (isShared && (!longest || arc.length_m > longest->length_m)) longest = &arc;
  }
  if (!longest) return std::nullopt;
  const auto points = topology.points_of(*longest);
  double left_m = longest->length_m / 2;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const QLineF step(points[i - 1].x(), points[i - 1].y(), points[i].x(), points[i].y());
    if (step.length() >= left_m && step.length() > 0) return step.pointAt(left_m / step.length());
    left_m -= step.length();
  }
  return QPointF(points.back().x(), points.back().y());
}

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

std::vector<HandMark> makeHandMarks(const FoundAgglomerations& found, const UnitShapes& units) {
  std::vector<HandMark> marks;
  const auto& links = found.document().view.agglomerations.links;
  for (const auto* pairs : {&links.linked, &links.cut})
    for (const auto& [a, b] : *pairs) {
      const auto from = units.inside(a), to = units.inside(b);
      if (!from || !to) continue;
      HandMark mark{pairs == &links.cut, *from, *to, {}};
      if (mark.isCut) mark.at = middleOfBorder(found, a, b).value_or((*from + *to) / 2);
      marks.push_back(mark);
    }
  return marks;
}

void paintHandMarks(QPainter& painter, const std::vector<HandMark>& marks, const ViewTransform& transform) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const HandMark& mark : marks)
    if (mark.isCut)
      paintCut(painter, transform.toCanvas(mark.at));
    else
      paintLink(painter, transform.toCanvas(mark.from), transform.toCanvas(mark.to), true);
  painter.restore();
}

void paintLinkInMaking(QPainter& painter, const QPointF& fromCanvas, const QPointF& toCanvas) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  paintLink(painter, fromCanvas, toCanvas, false);
  painter.restore();
}

}  // namespace vicinia::desktop
