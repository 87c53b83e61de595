#include "canvas/view_transform.h"

#include <algorithm>

namespace vicinia::desktop {

using gis::map::Extent;

ViewTransform::ViewTransform(const Extent& extent, const QSizeF& size)
    : extent_(extent), metres_per_pixel_(size.width() > 0 ? extent.width() / size.width() : 0.0) {}

QPointF ViewTransform::toCanvas(const QPointF& ground) const {
  return {(ground.x() - extent_.min_x) / metres_per_pixel_, (extent_.max_y - ground.y()) / metres_per_pixel_};
}

QPointF ViewTransform::toGround(const QPointF& canvas) const {
  return {extent_.min_x + canvas.x() * metres_per_pixel_, extent_.max_y - canvas.y() * metres_per_pixel_};
}

QRectF ViewTransform::toCanvas(const Extent& ground) const {
  return {toCanvas(QPointF(ground.min_x, ground.max_y)), toCanvas(QPointF(ground.max_x, ground.min_y))};
}

QTransform ViewTransform::fromGround(const QPointF& origin) const {
  const QPointF at = toCanvas(origin);
  return {1 / metres_per_pixel_, 0, 0, -1 / metres_per_pixel_, at.x(), at.y()};
}

Extent ViewTransform::zoomed(double factor, const QPointF& canvas) const {
  const QPointF fixed = toGround(canvas);
  const auto closer = [factor](double value, double about) { return about + (value - about) / factor; };
  return {closer(extent_.min_x, fixed.x()), closer(extent_.min_y, fixed.y()),
          closer(extent_.max_x, fixed.x()), closer(extent_.max_y, fixed.y())};
}

Extent ViewTransform::moved(const QPointF& pixels) const {
  const double dx = -pixels.x() * metres_per_pixel_, dy = pixels.y() * metres_per_pixel_;
  return {extent_.min_x + dx, extent_.min_y + dy, extent_.max_x + dx, extent_.max_y + dy};
}

Extent withinReason(const Extent& extent, const Extent& full) {
  if (full.width() <= 0 || full.height() <= 0 || extent.width() <= 0) return extent;
  const double widest = 4 * std::max(full.width(), full.height());
  const double width = std::clamp(extent.width(), std::min(200.0, widest), widest);
  const double height = extent.height() * width / extent.width();
  const double x = std::clamp((extent.min_x + extent.max_x) / 2, full.min_x, full.max_x);
  const double y = std::clamp((extent.min_y + extent.max_y) / 2, full.min_y, full.max_y);
  return {x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

}  // namespace vicinia::desktop
