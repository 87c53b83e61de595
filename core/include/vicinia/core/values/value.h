/// \file value.h
/// A value with its standing: the number as printed or computed, what is known of it besides, where each comes from, and which published
/// values that the audit speaks against it rests on. Everything that is shown, mapped, compared, summed or written is one of these.
/// Units:   those of the measure or indicator (indicators/measure.h, indicators/catalogue.h).
/// Missing: no value and no range where the data do not tell; `availability` says why an indicator has none at all.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/concentration/ellison_glaeser.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/core/indicators/outcome.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::values {

enum class ValueOrigin : std::uint8_t {
  none,           ///< there is no value
  printed,        ///< stands in the source
  computed,       ///< from printed values, or from sums of a complete matrix
  reconstructed,  ///< by way of totals that are themselves reconstructed from rounded values
  estimated       ///< shared out by weights where a unit was divided between units of another frame
};
/// "printed", "computed", "reconstructed", "estimated"; empty for none.
[[nodiscard]] const char* id_of(ValueOrigin origin);

using Bound = indicators::concentration::Bound;
/// "exact", "at_most", "at_least".
[[nodiscard]] const char* id_of(Bound bound);

/// What the audit says against a published value.
enum class Doubt : std::uint8_t {
  none,
  undecided,    ///< it or another value is wrong
  contradicted  ///< it cannot be right
};
/// "", "undecided", "contradicted".
[[nodiscard]] const char* id_of(Doubt doubt);

/// A published value that the audit speaks against.
struct DoubtfulValue {
  admin::UnitIndex unit = 0;
  industry::SectorIndex sector = 0;
  indicators::Measure measure = indicators::Measure::location_quotient;
  Doubt doubt = Doubt::none;
  industry::PeriodIndex period = 0;
  friend bool operator==(const DoubtfulValue&, const DoubtfulValue&) = default;
};

struct Value {
  Cell value{};
  ValueOrigin origin = ValueOrigin::none;
  /// What the totals allow, or the sizes that plants may have, without the values that are contradicted; of an indicator that is itself an interval, that interval. The
  /// upper end may be infinite.
  std::optional<stats::Interval> range{};
  ValueOrigin range_origin = ValueOrigin::none;
  Bound bound = Bound::exact;                 ///< of the significance, where plant sizes are only bounded
  bool is_rough = false;                      ///< too few plants for the normal approximation
  std::optional<indicators::Outcome> flag{};  ///< of indicators that are one
  std::vector<DoubtfulValue> rests_on{};      ///< itself included; empty: nothing speaks against it
  /// The gravest of those that it rests on.
  [[nodiscard]] Doubt doubt() const;
};

/// The gravest; none of nothing.
[[nodiscard]] Doubt gravest(const std::vector<DoubtfulValue>& values);

/// Why an indicator is not computed on these data, whatever the unit.
enum class Availability : std::uint8_t {
  available,
  needs_complete_matrix,   ///< the data are a published list: never computed on it
  incomplete_matrix,       ///< they should be complete, but a cell is not published
  needs_two_periods,       ///< there is no period before this one
  periods_not_comparable,  ///< the period before has other units
  one_for_the_country,     ///< it belongs to the sector as a whole: a unit has none of its own
  needs_own_rule           ///< the user's own rule has no thresholds yet
};

/// "available", "needs_complete_matrix" …
[[nodiscard]] const char* id_of(Availability availability);

}  // namespace vicinia::core::values
