/// \file hatch.h
/// A hatch of lines, cut to the polygon. QGIS 3.22 paints hatches with a picture as brush, which an SVG cannot hold and a PDF
/// holds once per polygon.
/// Units:   millimetres; the lines rise to the right at 45°.
/// Cost:    O(vertices + lines log lines) for each polygon.
#pragma once

#include <qgssymbollayer.h>

#include <QPainterPath>
#include <memory>

namespace vicinia::gis::engine {

struct HatchStyle {
  QColor colour{};
  double distance_mm = 1.4;
  double width_mm = 0.25;
};

[[nodiscard]] std::unique_ptr<QgsSymbolLayer> hatch(const HatchStyle& style);

/// The lines inside `outer` and outside `holes` (even-odd), `distance` apart; all polygons of one painter share their lines.
[[nodiscard]] QPainterPath hatch_lines(const QPolygonF& outer, const QVector<QPolygonF>* holes,
                                       double distance);

}  // namespace vicinia::gis::engine
