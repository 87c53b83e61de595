/// \file markers.h
/// A Badge or a Marker as a marker of QGIS, the same on a map and in its legend.
/// Units:   millimetres.
#pragma once

#include <qgsmarkersymbol.h>

#include <memory>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

/// `raised`: as it stands on a map, above the place that it marks.
[[nodiscard]] std::unique_ptr<QgsMarkerSymbol> badge_symbol(const map::Badge& badge, bool raised);

[[nodiscard]] std::unique_ptr<QgsMarkerSymbol> marker_symbol(const map::Marker& marker);

}  // namespace vicinia::gis::engine
