#include "canvas/unit_shapes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "vicinia/core/geom/measures.h"

namespace vicinia::desktop {

namespace {

void addRing(QPainterPath& path, const core::geom::Ring& ring, const QPointF& origin) {
  bool first = true;
  for (const auto& point : ring) {
    const QPointF at(point.x() - origin.x(), point.y() - origin.y());
    first ? path.moveTo(at) : path.lineTo(at);
    first = false;
  }
  path.closeSubpath();
}

UnitShape shapeOf(const core::geom::MultiPolygon& area) {
  UnitShape shape;
  const auto box = core::geom::bounds(area);
  if (!box) return shape;
  shape.origin = {box->min_corner().x(), box->min_corner().y()};
  for (const auto& polygon : area) {
    addRing(shape.path, polygon.outer(), shape.origin);
    for (const auto& hole : polygon.inners()) addRing(shape.path, hole, shape.origin);
  }
  return shape;
}

/// Area and centroid of a ring, relative to its first point.
struct RingMiddle {
  double area_m2 = 0;
  QPointF centroid{};
};

RingMiddle middleOf(const core::geom::Ring& ring) {
  RingMiddle middle;
  if (ring.size() < 3) return middle;
  const QPointF origin(ring.front().x(), ring.front().y());
  double twice = 0, x = 0, y = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const QPointF a = QPointF(ring[i - 1].x(), ring[i - 1].y()) - origin, b = QPointF(ring[i].x(), ring[i].y()) - origin;
    const double cross = a.x() * b.y() - b.x() * a.y();
    twice += cross;
    x += (a.x() + b.x()) * cross;
    y += (a.y() + b.y()) * cross;
  }
  middle.area_m2 = std::abs(twice) / 2;
  middle.centroid = twice == 0 ? origin : origin + QPointF(x, y) / (3 * twice);
  return middle;
}

/// The middle of the widest stretch that a line at this height has inside the ring.
QPointF middleAtHeight(const core::geom::Ring& ring, double y) {
  std::vector<double> crossings;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const auto &a = ring[i - 1], &b = ring[i];
    if ((a.y() > y) != (b.y() > y)) crossings.push_back(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()));
  }
  std::ranges::sort(crossings);
  double x = ring.front().x(), widest = 0;
  for (std::size_t i = 1; i < crossings.size(); i += 2)
    if (crossings[i] - crossings[i - 1] > widest) {
      widest = crossings[i] - crossings[i - 1];
      x = (crossings[i] + crossings[i - 1]) / 2;
    }
  return {x, y};
}

}  // namespace

UnitShapes::UnitShapes(std::shared_ptr<const core::Dataset> dataset, std::vector<core::admin::UnitIndex> among)
    : dataset_(std::move(dataset)), among_(std::move(among)) {
  locator_.emplace(dataset_->areas, among_);
}

std::optional<core::admin::UnitIndex> UnitShapes::at(const QPointF& ground) const {
  return locator_->at({ground.x(), ground.y()});
}

std::optional<QPointF> UnitShapes::inside(core::admin::UnitIndex unit) const {
  const auto& area = dataset_->areas.at(unit);
  const core::geom::Ring* largest = nullptr;
  RingMiddle middle;
  for (const auto& polygon : area)
    if (const RingMiddle candidate = middleOf(polygon.outer()); !largest || candidate.area_m2 > middle.area_m2) {
      largest = &polygon.outer();
      middle = candidate;
    }
  if (!largest || largest->empty()) return std::nullopt;
  const core::geom::Point centroid{middle.centroid.x(), middle.centroid.y()};
  return core::geom::covers(area, centroid) ? middle.centroid : middleAtHeight(*largest, middle.centroid.y());
}

const UnitShape& UnitShapes::shape(core::admin::UnitIndex unit) {
  const auto found = shapes_.find(unit);
  if (found != shapes_.end()) return found->second;
  return shapes_.emplace(unit, shapeOf(dataset_->areas.at(unit))).first->second;
}

}  // namespace vicinia::desktop
