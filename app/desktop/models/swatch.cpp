#include "models/swatch.h"

#include <QPainter>

namespace vicinia::desktop {

QPixmap makeSwatch(const gis::map::Fill& fill, const QSize& size, double devicePixelRatio) {
  QPixmap pixmap(size * devicePixelRatio);
  pixmap.setDevicePixelRatio(devicePixelRatio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(QPointF(0, 0), QSizeF(size)).adjusted(0.5, 0.5, -0.5, -0.5);
  switch (fill.pattern) {
    case gis::map::FillPattern::none: break;
    case gis::map::FillPattern::solid: painter.fillRect(box, qcolor(fill.colour)); break;
    case gis::map::FillPattern::hatched:
      painter.fillRect(box, qcolor(fill.background));
      painter.setPen(QPen(qcolor(fill.colour), 1));
      painter.setClipRect(box);
      for (double x = -box.height(); x < box.width(); x += 5)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
      painter.setClipping(false);
      break;
  }
  painter.setPen(QPen(QColor(90, 95, 100), 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(box);
  return pixmap;
}

}  // namespace vicinia::desktop
