/// \file part_symbols.h
/// Symbols of parts, the same whether a part is an item of its own or not.
/// Units:   millimetres.
#pragma once

#include <qgsfillsymbol.h>
#include <qgslinesymbol.h>
#include <qgssymbollayer.h>

#include <algorithm>
#include <memory>

#include "figure/page_parts.h"
#include "symbols.h"

namespace vicinia::gis::engine {

[[nodiscard]] inline std::unique_ptr<QgsFillSymbol> box_symbol(const map::Fill& fill,
                                                               const map::Stroke& frame) {
  auto symbol = fill_symbol(fill, Seam::open);
  if (is_visible(frame)) symbol->appendSymbolLayer(outline_symbol_layer(frame).release());
  return symbol;
}

/// Null where nothing of it is visible.
[[nodiscard]] inline std::unique_ptr<QgsLineSymbol> strokes_symbol(const std::vector<map::Stroke>& strokes) {
  QgsSymbolLayerList layers;
  for (const map::Stroke& stroke : strokes)
    if (is_visible(stroke)) layers << outline_symbol_layer(stroke).release();
  return layers.isEmpty() ? nullptr : std::make_unique<QgsLineSymbol>(layers);
}

/// So far in that its round caps end where the line does.
[[nodiscard]] inline QPolygonF ends_of(const LinePart& line) {
  double widest = 0;
  for (const map::Stroke& stroke : line.strokes)
    widest = std::max(widest, is_visible(stroke) ? stroke.width_mm : 0);
  return QPolygonF() << line.from + QPointF(widest / 2, 0)
                     << line.from + QPointF(line.length - widest / 2, 0);
}

}  // namespace vicinia::gis::engine
