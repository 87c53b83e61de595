/// \file swatch.h
/// A legend entry's fill as a small picture, as the map draws it.
#pragma once

#include <QColor>
#include <QPixmap>
#include <vector>

#include "vicinia/gis/map/map_spec.h"

class QPainter;

namespace vicinia::desktop {

[[nodiscard]] inline QColor qcolor(const gis::map::Colour& colour) {
  return {colour.red, colour.green, colour.blue, colour.alpha};
}

/// A line, or several on top of one another, across the middle.
[[nodiscard]] QPixmap makeLineSwatch(const std::vector<gis::map::Stroke>& strokes, const QSize& size,
                                     double devicePixelRatio);
/// The mark of an agglomeration that crosses provinces: two sides, and the boundary between them as the map draws it.
[[nodiscard]] QPixmap makeCrossingMark(const QSize& size, double devicePixelRatio);

/// A badge around `centre`, at so many pixels a millimetre; not raised.
void paintBadge(QPainter& painter, const gis::map::Badge& badge, const QPointF& centre, double pxPerMm);
/// A badge as large as the height allows, in the middle.
[[nodiscard]] QPixmap makeBadge(const gis::map::Badge& badge, const QSize& size, double devicePixelRatio);

/// As large as on the map, whole, in the middle of a picture so wide, or wider where it needs that.
[[nodiscard]] QPixmap makeMarker(const gis::map::Marker& marker, int width, double devicePixelRatio);
/// Pixels that the marker is wide on the map, its edge included.
[[nodiscard]] int markerWidth(const gis::map::Marker& marker);

/// Colours side by side, first to the left, in one frame. \pre !colours.empty()
[[nodiscard]] QPixmap makeRamp(const std::vector<gis::map::Colour>& colours, const QSize& size,
                               double devicePixelRatio);

[[nodiscard]] QPixmap makeSwatch(const gis::map::Fill& fill, const QSize& size, double devicePixelRatio);

}  // namespace vicinia::desktop
