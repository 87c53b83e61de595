/// \file view_transform.h
/// Between the ground and the canvas, and the arithmetic of moving and zooming.
/// Units:   metres on the ground (y up), device-independent pixels on the canvas (y down).
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::desktop {

class ViewTransform {
 public:
  ViewTransform() = default;
  /// `extent` is taken to have the proportions of `size`.
  ViewTransform(const gis::map::Extent& extent, const QSizeF& size);

  [[nodiscard]] bool isValid() const { return metres_per_pixel_ > 0; }
  [[nodiscard]] const gis::map::Extent& extent() const { return extent_; }
  [[nodiscard]] double metresPerPixel() const { return metres_per_pixel_; }

  friend bool operator==(const ViewTransform&, const ViewTransform&) = default;

  [[nodiscard]] QPointF toCanvas(const QPointF& ground) const;
  [[nodiscard]] QPointF toGround(const QPointF& canvas) const;
  [[nodiscard]] QRectF toCanvas(const gis::map::Extent& ground) const;
  /// From ground coordinates relative to `origin`: numbers stay small.
  [[nodiscard]] QTransform fromGround(const QPointF& origin) const;

  /// The extent after zooming by `factor` (over 1: closer) about a canvas point, which stays where it is.
  [[nodiscard]] gis::map::Extent zoomed(double factor, const QPointF& canvas) const;
  /// The extent after the map was dragged by so many pixels.
  [[nodiscard]] gis::map::Extent moved(const QPointF& pixels) const;

 private:
  gis::map::Extent extent_{};
  double metres_per_pixel_ = 0.0;
};

/// `extent` not narrower than 200 m, not wider than four times `full`, and with its centre inside it.
[[nodiscard]] gis::map::Extent withinReason(const gis::map::Extent& extent, const gis::map::Extent& full);

}  // namespace vicinia::desktop
