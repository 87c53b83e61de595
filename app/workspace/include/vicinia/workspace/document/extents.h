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
[[nodiscard]] gis::map::Extent unit_extent(const core::Dataset& dataset, core::admin::UnitIndex unit);

}  // namespace vicinia::workspace::inline document
