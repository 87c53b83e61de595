/// \file unit_shapes.h
/// The units that can be pointed at, and their outlines as painter paths.
/// Units:   metres; a path is relative to its `origin`, so that its numbers stay small.
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "vicinia/core/dataset.h"
#include "vicinia/core/geom/unit_locator.h"
#include "vicinia/workspace/maps/cartogram.h"

namespace vicinia::desktop {

struct UnitShape {
  QPainterPath path{};
  QPointF origin{};
};

class UnitShapes {
 public:
  /// `cartogram`: the units are its circles; null: their areas.
  UnitShapes(std::shared_ptr<const core::Dataset> dataset, std::vector<core::admin::UnitIndex> among,
             std::shared_ptr<const workspace::Cartogram> cartogram = nullptr);

  [[nodiscard]] bool areCircles() const { return cartogram_ != nullptr; }
  [[nodiscard]] std::optional<core::admin::UnitIndex> at(const QPointF& ground) const;
  /// A point of a unit's largest part, near its middle; nullopt where it has no area.
  [[nodiscard]] std::optional<QPointF> inside(core::admin::UnitIndex unit) const;
  /// Those with such a point in an area, in their order. Cost: O(units), and once for each unit near the area O(its vertices).
  [[nodiscard]] std::vector<core::admin::UnitIndex> within(const QPolygonF& ground) const;
  /// Made on first use.
  [[nodiscard]] const UnitShape& shape(core::admin::UnitIndex unit);

 private:
  [[nodiscard]] const QRectF& boundsOf(core::admin::UnitIndex unit) const;

  std::shared_ptr<const core::Dataset> dataset_;
  std::shared_ptr<const workspace::Cartogram> cartogram_;
  const std::vector<core::geom::MultiPolygon>& areas_;  ///< [unit] of one of these
  std::vector<core::admin::UnitIndex> among_;
  std::optional<core::geom::UnitLocator> locator_;
  std::unordered_map<core::admin::UnitIndex, UnitShape> shapes_;
  mutable std::unordered_map<core::admin::UnitIndex, QRectF> bounds_;
  mutable std::unordered_map<core::admin::UnitIndex, std::optional<QPointF>> insides_;
};

/// The areas of the units that are shown, made once for all canvases that show the same.
class LandShapes {
 public:
  [[nodiscard]] std::shared_ptr<UnitShapes> of(std::shared_ptr<const core::Dataset> dataset,
                                               const std::vector<core::admin::UnitIndex>& units);

 private:
  std::shared_ptr<const core::Dataset> dataset_;
  std::vector<core::admin::UnitIndex> units_;
  std::weak_ptr<UnitShapes> made_;
};

}  // namespace vicinia::desktop
