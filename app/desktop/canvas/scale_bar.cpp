#include "canvas/scale_bar.h"

#include <array>
#include <cmath>

#include "text/qt_text.h"

namespace vicinia::desktop {

ScaleBar makeScaleBar(double metresPerPixel, double longest_px, workspace::Language language) {
  if (metresPerPixel <= 0 || longest_px <= 0) return {};
  const double longest_m = metresPerPixel * longest_px;
  const double power = std::pow(10.0, std::floor(std::log10(longest_m)));
  double length = power;
  for (const double step : {2.0, 5.0})
    if (step * power <= longest_m) length = step * power;
  const bool kilometres = length >= 1000.0;
  const double shown = kilometres ? length / 1000.0 : length;
  const QString number = qs(workspace::number_text(shown, shown < 1 ? 1 : 0, language));
  return {length, length / metresPerPixel,
          number + (kilometres ? QStringLiteral(" km") : QStringLiteral(" m"))};
}

void paintScaleBar(QPainter& painter, const ScaleBar& bar, const QPointF& corner) {
  if (bar.length_px <= 0) return;
  constexpr double height = 6.0;
  const QRectF frame(corner.x(), corner.y() - height, bar.length_px, height);
  painter.save();
  painter.setPen(QPen(QColor(40, 40, 40), 1));
  painter.setBrush(QColor(255, 255, 255, 230));
  painter.drawRect(frame);
  painter.fillRect(QRectF(frame.x(), frame.y(), frame.width() / 2, frame.height()), QColor(40, 40, 40));
  const QRectF above(frame.x(), frame.y() - 20, std::max(frame.width(), 80.0), 18);
  painter.drawText(above, Qt::AlignLeft | Qt::AlignVCenter, bar.label);
  painter.restore();
}

}  // namespace vicinia::desktop
