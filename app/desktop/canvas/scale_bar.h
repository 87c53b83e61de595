/// \file scale_bar.h
/// The scale bar: a round length on the ground (1, 2 or 5 times a power of ten) and how it is painted.
/// Units:   metres, device-independent pixels.
#pragma once

#include <QPainter>
#include <QString>

#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

struct ScaleBar {
  double length_m = 0.0;
  double length_px = 0.0;
  QString label{};
};

/// The longest bar of at most `longest_px`.
[[nodiscard]] ScaleBar makeScaleBar(double metresPerPixel, double longest_px, workspace::Language language);

/// Where it will be, its label included. `corner` is the lower left corner.
[[nodiscard]] QRectF scaleBarRect(const ScaleBar& bar, const QPointF& corner);
void paintScaleBar(QPainter& painter, const ScaleBar& bar, const QPointF& corner);

}  // namespace vicinia::desktop
