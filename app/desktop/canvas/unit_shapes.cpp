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

}  // namespace

UnitShapes::UnitShapes(std::shared_ptr<const core::Dataset> dataset,
                       std::vector<core::admin::UnitIndex> among,
                       std::shared_ptr<const workspace::Cartogram> cartogram)
    : dataset_(std::move(dataset)),
      cartogram_(std::move(cartogram)),
      areas_(cartogram_ ? cartogram_->areas : dataset_->areas),
      among_(std::move(among)) {
  locator_.emplace(areas_, among_);
}

std::optional<core::admin::UnitIndex> UnitShapes::at(const QPointF& ground) const {
  return locator_->at({ground.x(), ground.y()});
}

std::optional<QPointF> UnitShapes::inside(core::admin::UnitIndex unit) const {
  const auto known = insides_.find(unit);
  if (known != insides_.end()) return known->second;
  const auto point = core::geom::point_inside(areas_.at(unit));
  return insides_.emplace(unit, point ? std::optional(QPointF(point->x(), point->y())) : std::nullopt)
      .first->second;
}

// Rectangles of no height or width intersect nothing in Qt: they get some.
const QRectF& UnitShapes::boundsOf(core::admin::UnitIndex unit) const {
  const auto known = bounds_.find(unit);
  if (known != bounds_.end()) return known->second;
  const auto box = core::geom::bounds(areas_.at(unit));
  return bounds_
      .emplace(unit, box ? QRectF(QPointF(box->min_corner().x(), box->min_corner().y()),
                                  QPointF(box->max_corner().x(), box->max_corner().y()))
                               .adjusted(-1, -1, 1, 1)
                         : QRectF())
      .first->second;
}

std::vector<core::admin::UnitIndex> UnitShapes::within(const QPolygonF& ground) const {
  std::vector<core::admin::UnitIndex> units;
  const QRectF bounds = ground.boundingRect();
  for (const core::admin::UnitIndex unit : among_) {
    if (!boundsOf(unit).intersects(bounds)) continue;
    if (const auto point = inside(unit);
        point && bounds.contains(*point) && ground.containsPoint(*point, Qt::OddEvenFill))
      units.push_back(unit);
  }
  return units;
}

const UnitShape& UnitShapes::shape(core::admin::UnitIndex unit) {
  const auto found = shapes_.find(unit);
  if (found != shapes_.end()) return found->second;
  return shapes_.emplace(unit, shapeOf(areas_.at(unit))).first->second;
}

std::shared_ptr<UnitShapes> LandShapes::of(std::shared_ptr<const core::Dataset> dataset,
                                           const std::vector<core::admin::UnitIndex>& units) {
  if (auto made = made_.lock(); made && dataset == dataset_ && units == units_) return made;
  auto made = std::make_shared<UnitShapes>(dataset, units);
  dataset_ = std::move(dataset);
  units_ = units;
  made_ = made;
  return made;
}

}  // namespace vicinia::desktop
