/// \file variable_table.h
/// What variables there are, and one variable of one sector in every unit, as tables for the window and for files.
/// Shapes:  a row per variable; a row per unit that is coloured on the map, in the order of the frame.
/// Missing: an empty field in CSV, null in JSON; zero is 0. A category has its word, not its number.
/// Errors:  VariableNotAvailable, with the reason; those of make_choropleth.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::workspace::inline tables {

/// Columns: id, group, name, unit, of, categories, definition, not_available (why; empty where it is).
[[nodiscard]] ValueTable variables_table(const Document& document, Language language);

/// Which units are listed. Where a limit is given, units without a number are not.
struct ValueFilter {
  std::optional<double> min{}, max{};
  bool published_only = false;            ///< leave out units that have no value
  std::vector<std::string> categories{};  ///< ids; of a category only; none: all
  friend bool operator==(const ValueFilter&, const ValueFilter&) = default;
};
/// Units of the map that pass, highest value first; those without a number last, in the order of the frame.
[[nodiscard]] std::vector<core::admin::UnitIndex> listed_units(const Choropleth& choropleth,
                                                               Variable variable, const ValueFilter& filter);

/// The variable that is shown. Columns: unit_code, unit_vi, unit_en, province_code, province_vi, province_en, sector_no, sector, period,
/// base_period, variable, value, value_low, value_high, category, origin, rests_on_contradicted.
[[nodiscard]] core::Result<ValueTable> values_table(const Document& document, const ValueFilter& filter = {});
/// The same as an array of objects.
[[nodiscard]] core::Result<std::string> values_json(const Document& document, const ValueFilter& filter = {});

}  // namespace vicinia::workspace::inline tables
