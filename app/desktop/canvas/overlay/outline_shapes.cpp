#include "canvas/overlay/outline_shapes.h"

#include <QPen>
#include <algorithm>
#include <cmath>

#include "canvas/overlay/stroke_pen.h"
#include "vicinia/workspace/outline_style.h"

namespace vicinia::desktop {

namespace style = workspace::outline_style;

namespace {

constexpr double out_of_sight_px = 8;  ///< beyond the canvas: wider than any line
constexpr double finest_px = 0.6;      ///< vertices closer than this are not told apart

int sideOf(const QPointF& point, const QRectF& sight) {
  return (point.x() < sight.left() ? 1 : point.x() > sight.right() ? 2 : 0) |
         (point.y() < sight.top() ? 4 : point.y() > sight.bottom() ? 8 : 0);
}

}  // namespace

OutlineShapes::OutlineShapes(const FoundAgglomerations& found, const std::vector<std::size_t>& among) {
  const auto& topology = found.contiguity().topology();
  if (topology.point_count() > 0 && !topology.arcs().empty()) {
    const auto& first = topology.points_of(topology.arcs().front()).front();
    origin_ = {first.x(), first.y()};
  }
  for (const std::size_t i : among) {
    Shape shape{i, found.isCrossing(i), {}, {}};
    const auto& outline = found.outlines()[i];
    for (const auto& line : outline.border) shape.border.push_back(addLine(topology, line.arc));
    for (const auto arc : outline.crossings) shape.crossings.push_back(addLine(topology, arc));
    shapes_.push_back(std::move(shape));
  }
}

OutlineShapes::Line OutlineShapes::addLine(const core::topology::Topology& topology, core::topology::ArcRef arc) {
  const auto points = topology.points_of(topology.arcs()[arc.arc]);
  Line line{points_.size(), points.size(), {}};
  double left = 0, right = 0, low = 0, high = 0;
  for (const auto& point : points) {
    const QPointF at(point.x() - origin_.x(), point.y() - origin_.y());
    const bool isFirst = points_.size() == line.first;
    left = isFirst ? at.x() : std::min(left, at.x());
    right = isFirst ? at.x() : std::max(right, at.x());
    low = isFirst ? at.y() : std::min(low, at.y());
    high = isFirst ? at.y() : std::max(high, at.y());
    points_.push_back(at);
  }
  line.box = QRectF(QPointF(left, low), QPointF(right, high));
  return line;
}

// Arcs are strokes of their own; round ends make one line of them where they meet.
void OutlineShapes::addTo(QPainterPath& path, const std::vector<Line>& lines, const ViewTransform& transform,
                          const QRectF& sight) const {
  const QTransform toCanvas = transform.fromGround(origin_);
  for (const Line& line : lines) {
    const QRectF box = toCanvas.mapRect(line.box);
    if (box.right() < sight.left() || box.left() > sight.right() || box.bottom() < sight.top() || box.top() > sight.bottom())
      continue;
    QPointF kept = toCanvas.map(points_[line.first]);
    bool down = false;  // the pen stands at `kept`
    for (std::size_t i = line.first + 1; i < line.first + line.count; ++i) {
      const QPointF at = toCanvas.map(points_[i]);
      const bool isLast = i + 1 == line.first + line.count;
      if (!isLast && (at - kept).manhattanLength() < finest_px) continue;
      if ((sideOf(kept, sight) & sideOf(at, sight)) != 0) {
        down = false;
      } else {
        if (!down) path.moveTo(kept);
        path.lineTo(at);
        down = true;
      }
      kept = at;
    }
  }
}

void OutlineShapes::paint(QPainter& painter, const ViewTransform& transform, const QSizeF& canvas,
                          std::optional<std::size_t> selected) const {
  const QRectF sight =
      QRectF(QPointF(0, 0), canvas).adjusted(-out_of_sight_px, -out_of_sight_px, out_of_sight_px, out_of_sight_px);
  QPainterPath plain, crossing, chosen, crossed;
  for (const Shape& shape : shapes_) {
    QPainterPath& border = shape.agglomeration == selected ? chosen : shape.crosses ? crossing : plain;
    addTo(border, shape.border, transform, sight);
    addTo(crossed, shape.crossings, transform, sight);
  }
  const double share = style::width_share(transform.metresPerPixel() * px_per_mm);
  const auto stroke = [&](const QPainterPath& path, const gis::map::Stroke& line) {
    if (!path.isEmpty()) painter.strokePath(path, strokePen(line, share));
  };
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  stroke(plain, style::halo_of(style::agglomeration));
  stroke(crossing, style::halo_of(style::crossing_agglomeration));
  stroke(crossed, style::crossed_boundary_casing);
  stroke(crossed, style::crossed_boundary);
  stroke(plain, style::agglomeration);
  stroke(crossing, style::crossing_agglomeration);
  stroke(chosen, style::halo_of(style::selected_agglomeration));
  stroke(chosen, style::selected_agglomeration);
  painter.restore();
}

}  // namespace vicinia::desktop
