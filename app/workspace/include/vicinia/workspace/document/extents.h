/// \file extents.h
/// Where on the ground things are.
/// Units:   metres of the data set's projection.
/// Missing: where nothing has an area, some square.
/// Cost:    O(vertices).
#pragma once

#include "vicinia/core/dataset.h"
#include "vicinia/gis/map/map_spec.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline document {

/// Bounds of everything that is drawn, or of the chosen province; metres.
[[nodiscard]] gis::map::Extent full_extent(const Document& document);
[[nodiscard]] gis::map::Extent full_extent(const core::Dataset& dataset);
/// Of the shown extent, on every side, on a map of everything: little around a country, a third of the map around a province, whose
/// neighbours explain it.
[[nodiscard]] double margin_around(const Document& document);
[[nodiscard]] gis::map::Extent unit_extent(const core::Dataset& dataset, core::admin::UnitIndex unit);

}  // namespace vicinia::workspace::inline document
