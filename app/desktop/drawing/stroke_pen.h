/// \file stroke_pen.h
/// A line of the map as a pen on the canvas, as wide as the engine draws it there.
/// Units:   device-independent pixels, 96 to the inch.
#pragma once

#include <QPen>

#include "drawing/swatch.h"

namespace vicinia::desktop {

inline constexpr double px_per_mm = 96.0 / 25.4;

[[nodiscard]] inline QPen strokePen(const gis::map::Stroke& stroke, double widthShare = 1.0) {
  QPen pen(qcolor(stroke.colour), stroke.width_mm * px_per_mm * widthShare);
  pen.setCapStyle(Qt::RoundCap);
  pen.setJoinStyle(Qt::RoundJoin);
  if (stroke.dashed) {
    pen.setDashPattern({gis::map::dash_widths, gis::map::gap_widths});
    pen.setCapStyle(Qt::FlatCap);
  }
  return pen;
}

}  // namespace vicinia::desktop
