/// \file cartogram.h
/// The map as a Dorling cartogram: each unit with a value is a circle in its own colour, whose area is in proportion to the shown quantity, or
/// to the employees, and which stands as near to its place as the others allow.
/// Shapes:  areas [unit of the frame]: what is drawn of each; empty where it has no circle.
/// Units:   metres.
/// Missing: a unit without a published quantity, or with none of it, has no circle.
/// Cost:    that of core/geom/dorling.h.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::workspace::inline maps {

struct Cartogram {
  core::values::Variable quantity = core::values::Variable::employees;
  std::vector<core::geom::MultiPolygon> areas{};
  std::vector<core::admin::UnitIndex> units{};  ///< those with a circle
  double largest_value = 0;                     ///< of the quantity
  std::size_t enlarged =
      0;  ///< circles that would be too small to be seen, and are larger than in proportion
};

/// Of the coloured units. Errors: those of values_of.
[[nodiscard]] core::Result<std::shared_ptr<const Cartogram>> make_cartogram(const Document& document,
                                                                            const Choropleth& choropleth);

/// What is drawn of the units: their areas, or their circles.
[[nodiscard]] const std::vector<core::geom::MultiPolygon>& drawn_areas(const core::Dataset& dataset,
                                                                       const Choropleth& choropleth);
/// That of the document, with all circles in it.
[[nodiscard]] gis::map::Extent full_drawn_extent(const Document& document, const Choropleth& choropleth);
/// Of what is drawn of one unit; of its area, where it has no circle.
[[nodiscard]] gis::map::Extent drawn_extent(const core::Dataset& dataset, const Choropleth& choropleth,
                                            core::admin::UnitIndex unit);

/// "Dorling cartogram: areas of circles by “Employees”, the largest 42,626; moved so that none covers another"; and how many are enlarged. Says so where
/// there is no circle.
[[nodiscard]] std::string cartogram_text(const Document& document, const Choropleth& choropleth,
                                         Language language);

}  // namespace vicinia::workspace::inline maps
