#include "drawing/swatch.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "drawing/stroke_pen.h"
#include "drawing/themed_icon.h"
#include "vicinia/workspace/maps/outline_style.h"

namespace vicinia::desktop {

namespace {

QPixmap transparent(const QSize& size, double devicePixelRatio) {
  QPixmap pixmap(size * devicePixelRatio);
  pixmap.setDevicePixelRatio(devicePixelRatio);
  pixmap.fill(Qt::transparent);
  return pixmap;
}

}  // namespace

QPixmap makeLineSwatch(const std::vector<gis::map::Stroke>& strokes, const QSize& size,
                       double devicePixelRatio) {
  QPixmap pixmap = transparent(size, devicePixelRatio);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  if (isDarkTheme()) painter.fillRect(QRect(QPoint(0, 0), size), Qt::white);  // dark lines, as on the map
  for (const auto& stroke : strokes) {
    QPen pen = strokePen(stroke);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(1, size.height() / 2.0), QPointF(size.width() - 1, size.height() / 2.0));
  }
  return pixmap;
}

QPixmap makeCrossingMark(const QSize& size, double devicePixelRatio) {
  namespace style = workspace::outline_style;
  QPixmap pixmap = transparent(size, devicePixelRatio);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  const double w = size.width(), h = size.height();
  const QRectF frame(1.5, 3, w - 3, h - 6);
  painter.fillRect(frame, QColor(244, 196, 120));
  for (const auto& stroke : {style::crossed_boundary_casing, style::crossed_boundary}) {
    QPen pen = strokePen(stroke, 0.9);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLine(QPointF(w / 2, frame.top()), QPointF(w / 2, frame.bottom()));
  }
  painter.setPen(QPen(qcolor(style::ink), 1.4));
  painter.drawRect(frame);
  return pixmap;
}

void paintBadge(QPainter& painter, const gis::map::Badge& badge, const QPointF& centre, double pxPerMm) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const double disc = badge.diameter_mm / 2 * pxPerMm, ring = badge.ring_mm * pxPerMm;
  const double halo = disc + badge.halo.width_mm * pxPerMm;
  painter.setPen(Qt::NoPen);
  painter.setBrush(qcolor(badge.halo.colour));
  painter.drawEllipse(centre, halo, halo);
  painter.setPen(QPen(qcolor(badge.ink), ring));
  painter.setBrush(qcolor(badge.ground));
  painter.drawEllipse(centre, disc - ring / 2, disc - ring / 2);
  QFont font = painter.font();
  font.setBold(true);
  font.setPixelSize(std::max(6, static_cast<int>(std::lround(2 * gis::map::badge_text_share * disc))));
  const QString text = QString::fromStdString(badge.text);
  QPainterPath letters;
  letters.addText(0, 0, font, text);
  letters.translate(centre - letters.boundingRect().center());
  painter.fillPath(letters, qcolor(badge.ink));
  painter.restore();
}

QPixmap makeBadge(const gis::map::Badge& badge, const QSize& size, double devicePixelRatio) {
  QPixmap pixmap = transparent(size, devicePixelRatio);
  QPainter painter(&pixmap);
  const double whole_mm = badge.diameter_mm + 2 * badge.halo.width_mm;
  paintBadge(painter, badge, QPointF(size.width() / 2.0, size.height() / 2.0), size.height() / whole_mm);
  return pixmap;
}

int markerWidth(const gis::map::Marker& marker) {
  return static_cast<int>(std::ceil((marker.size_mm + marker.edge.width_mm) * px_per_mm));
}

QPixmap makeMarker(const gis::map::Marker& marker, int width, double devicePixelRatio) {
  const int own = markerWidth(marker);
  const QSize size(std::max(width, own), own);
  QPixmap pixmap = transparent(size, devicePixelRatio);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(qcolor(marker.edge.colour), marker.edge.width_mm * px_per_mm));
  painter.setBrush(qcolor(marker.fill));
  const double radius = marker.size_mm * px_per_mm / 2;
  painter.drawEllipse(QPointF(size.width() / 2.0, size.height() / 2.0), radius, radius);
  return pixmap;
}

QPixmap makeRamp(const std::vector<gis::map::Colour>& colours, const QSize& size, double devicePixelRatio) {
  QPixmap pixmap = transparent(size, devicePixelRatio);
  QPainter painter(&pixmap);
  const double width = static_cast<double>(size.width()) / static_cast<double>(colours.size());
  for (std::size_t i = 0; i < colours.size(); ++i) {
    const int from = static_cast<int>(std::lround(static_cast<double>(i) * width)),
              to = static_cast<int>(std::lround(static_cast<double>(i + 1) * width));
    painter.fillRect(QRect(from, 0, to - from, size.height()), qcolor(colours[i]));
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(QColor(90, 95, 100), 1));
  painter.drawRect(QRectF(QPointF(0, 0), QSizeF(size)).adjusted(0.5, 0.5, -0.5, -0.5));
  return pixmap;
}

QPixmap makeSwatch(const gis::map::Fill& fill, const QSize& size, double devicePixelRatio) {
  QPixmap pixmap = transparent(size, devicePixelRatio);
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
