#include "canvas/overlay/outline_shapes.h"

#include <QPen>
#include <algorithm>
#include <cmath>
#include <utility>

#include "drawing/stroke_pen.h"
#include "vicinia/workspace/maps/outline_drawing.h"
#include "vicinia/workspace/maps/outline_style.h"

namespace vicinia::desktop {

namespace style = workspace::outline_style;
using core::topology::ArcRef;

namespace {

constexpr double out_of_sight_px = 8;   ///< beyond the canvas: wider than any line
constexpr double finest_px = 0.5;       ///< what lies closer to a line is not told from it
constexpr double smallest_ring_px = 3;  ///< islands smaller than this would be blots

using Lines = std::vector<QPolygonF>;

int sideOf(const QPointF& point, const QRectF& sight) {
  return (point.x() < sight.left()    ? 1
          : point.x() > sight.right() ? 2
                                      : 0) |
         (point.y() < sight.top()      ? 4
          : point.y() > sight.bottom() ? 8
                                       : 0);
}

/// Collects arcs as lines on the canvas: those in sight, no finer than can be seen.
class Collector {
 public:
  Collector(const ArcDetail& arcs, const ViewTransform& transform, const QSizeF& canvas)
      : arcs_(arcs),
        transform_(transform),
        topology_(arcs.within(finest_px * transform.metresPerPixel())),
        sight_(QRectF(QPointF(0, 0), canvas)
                   .adjusted(-out_of_sight_px, -out_of_sight_px, out_of_sight_px, out_of_sight_px)) {}

  void add(ArcRef ref, Lines& lines) const {
    const auto& arc = topology_.arcs()[ref.arc];
    const QRectF& ground = arcs_.box(ref.arc);
    const QRectF box(transform_.toCanvas(ground.bottomLeft()), transform_.toCanvas(ground.topRight()));
    if (box.right() < sight_.left() || box.left() > sight_.right() || box.bottom() < sight_.top() ||
        box.top() > sight_.bottom())
      return;
    if (arc.from_node == arc.to_node && std::max(box.width(), box.height()) < smallest_ring_px) return;
    addPoints(topology_.points_of(arc), lines);
  }

 private:
  void addPoints(std::span<const core::geom::Point> points, Lines& lines) const {
    const auto at = [&](std::size_t i) { return transform_.toCanvas(QPointF(points[i].x(), points[i].y())); };
    QPolygonF line;
    QPointF kept = at(0);
    for (std::size_t i = 1; i < points.size(); ++i) {
      const QPointF next = at(i);
      if (i + 1 < points.size() && (next - kept).manhattanLength() < finest_px) continue;
      if ((sideOf(kept, sight_) & sideOf(next, sight_)) != 0) {
        if (!line.isEmpty()) lines.push_back(std::exchange(line, {}));
      } else {
        if (line.isEmpty()) line << kept;
        line << next;
      }
      kept = next;
    }
    if (!line.isEmpty()) lines.push_back(std::move(line));
  }

  const ArcDetail& arcs_;
  const ViewTransform& transform_;
  const core::topology::Topology& topology_;
  QRectF sight_;
};

}  // namespace

OutlineShapes::OutlineShapes(FoundPtr found, std::vector<std::size_t> among)
    : found_(std::move(found)), among_(std::move(among)) {
  const auto drawing = workspace::outline_drawing(found_->reports(), found_->lines(), among_, std::nullopt);
  for (const auto& group : drawing.groups) line_count_ += group.arcs.size();
}

void OutlineShapes::paintUnits(QPainter& painter, const ViewTransform& transform, const QSizeF& canvas,
                               const workspace::Selection& units, const gis::map::Stroke& stroke) const {
  const core::topology::Topology& topology = found_->contiguity().topology();
  std::vector<bool> taken(topology.arcs().size(), false);
  const Collector collector(found_->arcs(), transform, canvas);
  Lines lines;
  for (const core::admin::UnitIndex unit : units.units()) {
    const auto at = found_->inTopology(unit);
    if (!at || unit == units.current()) continue;
    for (std::size_t ring = 0; ring < topology.ring_count(*at); ++ring)
      for (const ArcRef ref : topology.ring(*at, ring)) {
        if (taken[ref.arc]) continue;
        taken[ref.arc] = true;
        collector.add(ref, lines);
      }
  }
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  for (const auto& line : {style::halo_of(stroke), stroke}) {
    QPen pen = strokePen(line);
    pen.setJoinStyle(Qt::BevelJoin);
    painter.setPen(pen);
    for (const QPolygonF& points : lines) painter.drawPolyline(points);
  }
  painter.restore();
}

// Arcs are strokes of their own, opaque and with round ends, so that they make one line where they meet. One path of all of them
// would look the same and take ten times as long: the rasteriser's work grows faster than the path.
void OutlineShapes::paint(QPainter& painter, const ViewTransform& transform, const QSizeF& canvas,
                          std::optional<std::size_t> selected) const {
  const Collector collector(found_->arcs(), transform, canvas);
  const auto drawing = workspace::outline_drawing(found_->reports(), found_->lines(), among_, selected);
  std::vector<Lines> lines(drawing.groups.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (const ArcRef arc : drawing.groups[i].arcs) collector.add(arc, lines[i]);
  const double share = style::width_share(transform.metresPerPixel() * px_per_mm);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  for (const auto& pass : drawing.passes)
    for (const auto& stroke : {pass.casing, pass.stroke}) {
      if (!(stroke.width_mm > 0)) continue;
      QPen pen = strokePen(stroke, share);
      pen.setJoinStyle(
          Qt::BevelJoin);  // at these widths no one sees the difference, but for the time that round ones take
      painter.setPen(pen);
      for (const QPolygonF& points : lines[pass.group]) painter.drawPolyline(points);
    }
  painter.restore();
}

}  // namespace vicinia::desktop
