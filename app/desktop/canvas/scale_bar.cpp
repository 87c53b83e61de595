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

namespace {
constexpr double bar_px = 6, bar_label_above_px = 20, bar_label_px = 18, least_bar_label_px = 80;
}

QRectF scaleBarRect(const ScaleBar& bar, const QPointF& corner) {
  if (bar.length_px <= 0) return {};
  return {corner.x(), corner.y() - bar_px - bar_label_above_px, std::max(bar.length_px, least_bar_label_px),
          bar_px + bar_label_above_px};
}

void paintScaleBar(QPainter& painter, const ScaleBar& bar, const QPointF& corner) {
  if (bar.length_px <= 0) return;
  const QRectF frame(corner.x(), corner.y() - bar_px, bar.length_px, bar_px);
  painter.save();
  painter.setPen(QPen(QColor(40, 40, 40), 1));
  painter.setBrush(QColor(255, 255, 255, 230));
  painter.drawRect(frame);
  painter.fillRect(QRectF(frame.x(), frame.y(), frame.width() / 2, frame.height()), QColor(40, 40, 40));
  const QRectF above(frame.x(), frame.y() - bar_label_above_px, std::max(frame.width(), least_bar_label_px),
                     bar_label_px);
  painter.drawText(above, Qt::AlignLeft | Qt::AlignVCenter, bar.label);
  painter.restore();
}

}  // namespace vicinia::desktop
