/// \file drawn_area.h
/// An area that the mouse draws on the map: a rectangle from corner to corner, or a lasso.
/// Units:   points in device-independent pixels of the canvas.
#pragma once

#include <QPolygonF>
#include <cstdint>

namespace vicinia::desktop {

class DrawnArea {
 public:
  enum class Shape : std::uint8_t { rectangle, lasso };
  DrawnArea(Shape shape, const QPointF& from) : shape_(shape), points_{from} {}

  void moveTo(const QPointF& point) {
    constexpr double least_step = 2;
    if (shape_ == Shape::lasso && (point - points_.back()).manhattanLength() >= least_step)
      points_.append(point);
    end_ = point;
  }
  /// Not closed: its last point is joined to the first.
  [[nodiscard]] QPolygonF outline() const {
    if (shape_ == Shape::lasso) return points_;
    QPolygonF corners(QRectF(points_.front(), end_).normalized());
    corners.removeLast();
    return corners;
  }

 private:
  Shape shape_;
  QPolygonF points_;
  QPointF end_ = points_.front();
};

}  // namespace vicinia::desktop
