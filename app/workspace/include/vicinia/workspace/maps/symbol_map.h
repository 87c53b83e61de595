/// \file symbol_map.h
/// A quantity (employees, enterprises, their change …) as symbols in proportion to it, with the rows of its legend.
/// Shapes:  one value for each feature of the coloured level, in the order of its source.
/// Units:   those of the variable; millimetres.
/// Missing: units that publish nothing have a mark of their own and a row that counts them; so has zero a row, and no symbol.
/// Errors:  InvalidArgument: the variable is no quantity, and areas of symbols would say nothing; those of values_of.
#pragma once

#include <optional>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/values/variable.h"
#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/workspace/maps/choropleth.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::workspace::inline maps {

/// What is counted: twice the number is twice as much.
[[nodiscard]] bool is_quantity(core::values::Variable variable);

struct SymbolMap {
  gis::map::ProportionalSymbolLayer layer{};
  /// Some round values, the largest first, then what has no symbol.
  std::vector<gis::map::LegendEntry> legend{};
};
/// Of the units that are coloured. A quantity that falls below zero has two colours, for more and for less.
[[nodiscard]] core::Result<SymbolMap> proportional_symbols(const Document& document,
                                                           const Choropleth& choropleth,
                                                           const MapSources& sources,
                                                           core::values::Variable variable,
                                                           Language language);

/// Where few units have values, most of these are specks on a map whose longer side is more than this; nullopt: areas show the values at any
/// extent, as they do of a complete matrix, whose neighbours have values too. Metres. Cost: O(units), and the vertices of those few.
[[nodiscard]] std::optional<double> specks_beyond_m(const Document& document, const Choropleth& choropleth);
/// Whether areas alone would not be seen on this map, at the extent that is shown.
[[nodiscard]] bool areas_are_too_small(const Document& document, const Choropleth& choropleth);
/// As the view asks for it, or as the areas need it.
[[nodiscard]] bool wants_symbols(const Document& document, const Choropleth& choropleth);

/// What the view asks for, over areas that show what is not published: the shown variable where it is a quantity, else the employees. nullopt:
/// it asks for none, or there is nothing to show.
[[nodiscard]] std::optional<SymbolMap> shown_symbols(const Document& document, const Choropleth& choropleth,
                                                     const MapSources& sources, Language language);

/// Symbols of a map that is one of several are smaller, and those of its legend as well.
void scale_symbols(gis::map::MapSpec& map, double share);
void scale_symbols(gis::map::Legend& legend, double share);

/// Up to three values with one digit 1, 2 or 5 and else zeros, the largest first and none above `largest`; each about a quarter of the one
/// before, so that their symbols are half as wide. None below `smallest_step`. \pre smallest_step > 0
[[nodiscard]] std::vector<double> legend_values(double largest, double smallest_step);

}  // namespace vicinia::workspace::inline maps
