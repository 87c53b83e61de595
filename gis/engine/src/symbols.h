/// \file symbols.h
/// Fill and Stroke as QGIS symbol layers, the same on a map and in its legend.
/// Units:   millimetres.
#pragma once

#include <qgsfillsymbol.h>

#include <QColor>
#include <memory>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

[[nodiscard]] QColor to_qt(const map::Colour& colour);

[[nodiscard]] bool is_visible(const map::Stroke& stroke);

/// Polygons in this fill. `seam_mm`: an edge of so much in the fill's own colour, without which the background shines
/// through where two antialiased neighbours meet. A translucent fill gets none: its edges would be darker.
[[nodiscard]] std::unique_ptr<QgsFillSymbol> fill_symbol(const map::Fill& fill, double seam_mm);

/// The outline of polygons; `pass` orders symbol layers where the renderer uses symbol levels.
[[nodiscard]] std::unique_ptr<QgsSymbolLayer> outline_symbol_layer(const map::Stroke& stroke, int pass = 0);

}  // namespace vicinia::gis::engine
