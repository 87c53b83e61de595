/// \file symbols.h
/// Fill and Stroke as QGIS symbol layers, the same on a map and in its legend.
/// Units:   millimetres.
#pragma once

#include <qgsfillsymbol.h>
#include <qgslinesymbol.h>
#include <qgssymbollayer.h>

#include <QColor>
#include <cstdint>
#include <memory>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

[[nodiscard]] QColor to_qt(const map::Colour& colour);

[[nodiscard]] bool is_visible(const map::Stroke& stroke);

/// Where two antialiased neighbours meet, the background shines through. What is done about it:
enum class Seam : std::uint8_t {
  open,  ///< nothing: the polygons do not touch, or stand alone
  crisp,  ///< for pixels: each polygon is first filled without antialiasing, so that every pixel belongs to someone
  own_edge  ///< for vector formats: a thin edge in the fill's own colour
};

/// Polygons in this fill. A translucent fill leaves its seams open: what closes them would show. A visible `border` is an edge
/// in place of the own one; where neighbours have the same, it closes the seam too.
[[nodiscard]] std::unique_ptr<QgsFillSymbol> fill_symbol(const map::Fill& fill, Seam seam,
                                                         const map::Stroke& border = {{}, 0});

/// The outline of polygons; `pass` orders symbol layers where the renderer uses symbol levels.
[[nodiscard]] std::unique_ptr<QgsSymbolLayer> outline_symbol_layer(const map::Stroke& stroke, int pass = 0);

[[nodiscard]] std::unique_ptr<QgsLineSymbol> line_symbol(const map::Stroke& stroke);

}  // namespace vicinia::gis::engine
