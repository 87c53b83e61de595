/// \file stamps.h
/// Discs that are drawn thousands of times a frame, each kind painted once: a screen shows no difference, and they cost what copying costs.
/// For screens alone; what is written to a file is drawn as circles.
/// Units:   device-independent pixels.
#pragma once

#include <QColor>
#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <cmath>
#include <tuple>

namespace vicinia::desktop {

class DiscStamps {
 public:
  /// A disc with an edge. Its radius is rounded to a half, its middle to a pixel of the device.
  void draw(QPainter& painter, const QPointF& middle, double radius, const QColor& fill, const QPen& edge) {
    const double ratio = painter.device()->devicePixelRatioF();
    const auto halves = static_cast<quint32>(std::lround(2 * radius));
    const QPixmap& stamp = of(halves, fill, edge, ratio);
    const double half = stamp.width() / ratio / 2;
    painter.drawPixmap(QPointF(std::round((middle.x() - half) * ratio) / ratio,
                               std::round((middle.y() - half) * ratio) / ratio),
                       stamp);
  }

 private:
  const QPixmap& of(quint32 halves, const QColor& fill, const QPen& edge, double ratio) {
    if (edge != edge_ || ratio != ratio_) {
      stamps_.clear();
      edge_ = edge;
      ratio_ = ratio;
    }
    QPixmap& stamp = stamps_[std::pair(halves, fill.rgba())];
    if (!stamp.isNull()) return stamp;
    const double radius = halves / 2.0;
    const int side = 2 * static_cast<int>(std::ceil((radius + edge.widthF() + 1) * ratio));
    stamp = QPixmap(side, side);
    stamp.setDevicePixelRatio(ratio);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawEllipse(QPointF(side, side) / ratio / 2, radius, radius);
    return stamp;
  }

  QHash<std::pair<quint32, QRgb>, QPixmap> stamps_;
  QPen edge_;
  double ratio_ = 0;
};

}  // namespace vicinia::desktop
