/// \file swatch.h
/// A legend entry's fill as a small picture, as the map draws it.
#pragma once

#include <QColor>
#include <QPixmap>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::desktop {

[[nodiscard]] inline QColor qcolor(const gis::map::Colour& colour) {
  return {colour.red, colour.green, colour.blue, colour.alpha};
}

[[nodiscard]] QPixmap makeSwatch(const gis::map::Fill& fill, const QSize& size, double devicePixelRatio);

}  // namespace vicinia::desktop
