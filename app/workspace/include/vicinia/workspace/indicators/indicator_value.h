/// \file indicator_value.h
/// One indicator of one unit, sector, or both: its value, what is known of it besides, and where each comes from.
/// Units:   those of the catalogue (core/indicators/catalogue.h).
/// Missing: no value and no range where the data do not tell; `availability` says why an indicator has none at all.
#pragma once

#include <cstdint>
#include <optional>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/concentration/ellison_glaeser.h"
#include "vicinia/core/indicators/outcome.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::workspace {

enum class ValueOrigin : std::uint8_t {
  none,          ///< there is no value
  printed,       ///< stands in the source
  computed,      ///< from printed figures, or from sums of a complete matrix
  reconstructed  ///< by way of totals that are themselves reconstructed from rounded figures
};
/// "printed", "computed", "reconstructed"; empty for none.
[[nodiscard]] const char* id_of(ValueOrigin origin);

using Bound = core::indicators::concentration::Bound;
/// "exact", "at_most", "at_least".
[[nodiscard]] const char* id_of(Bound bound);

struct IndicatorValue {
  core::Cell value{};
  ValueOrigin origin = ValueOrigin::none;
  /// What the totals allow, or the sizes that plants may have; of an indicator that is itself an interval, that interval. The upper end may be infinite.
  std::optional<core::stats::Interval> range{};
  ValueOrigin range_origin = ValueOrigin::none;
  Bound bound = Bound::exact;  ///< of the significance, where plant sizes are only bounded
  bool is_rough = false;       ///< too few plants for the normal approximation
  std::optional<core::indicators::Outcome> flag{};  ///< of indicators that are one
};

/// Why an indicator is not computed on these data, whatever the unit.
enum class Availability : std::uint8_t {
  available,
  needs_complete_matrix,   ///< the data are a published list: never computed on it
  incomplete_matrix,       ///< they should be complete, but a cell is not published
  needs_two_periods,       ///< there is no period before this one
  periods_not_comparable   ///< the period before has other units
};

}  // namespace vicinia::workspace
