/// \file names.h
/// Which names a printed map shows. QGIS decides it by pixels, so that the same page has other names at another resolution; a page
/// is to have the same ones in its preview, as PDF and as a picture.
/// Units:   millimetres on the page.
/// Cost:    O(names²), at most some hundred names a map.
#pragma once

#include <QRectF>
#include <optional>
#include <vector>

#include "layers/map_layers.h"

namespace vicinia::gis::engine {

/// A map with the names that have room, and where they stand: in the frame, clear of each other, of symbols, of badges and of `taken` (on
/// the page). Layers of higher priority come first, then the larger units. A name that a symbol is in the way of moves within its unit. Nothing where names lie in another CRS than the map: QGIS decides then.
[[nodiscard]] std::optional<map::MapSpec> with_names_that_fit(const map::MapSpec& spec, const MapFrame& frame,
                                                              const QRectF& where,
                                                              const std::vector<QRectF>& taken,
                                                              LayerCache& cache);

}  // namespace vicinia::gis::engine
