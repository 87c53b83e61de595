/// \file catalogue.h
/// Every indicator with what is structural about it. Its definition, denominator and limits in words stand in app/workspace, in both
/// languages; formula and source in the header that computes it.
/// Cost:    O(1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace vicinia::core::indicators {

enum class Indicator : std::uint8_t {
  location_quotient,  // location_quotient.h
  sector_share,
  district_share,
  symmetric_lq,  // enterprise_ratios.h
  employees_per_enterprise,
  sme_share,
  fdi_share,
  dominance_few_enterprises,  // dominance.h
  dominance_foreign,
  plant_z,  // uncertainty/plant_test.h
  plant_p,
  plant_p_adjusted,  // stats/multiple_tests.h
  plant_chance_interval,
  worker_interval,    // uncertainty/worker_interval.h
  herfindahl_sector,  // concentration/
  herfindahl_sector_normalised,
  herfindahl_unit,
  herfindahl_unit_normalised,
  locational_gini,
  locational_gini_normalised,
  krugman_specialisation,
  ellison_glaeser,
  standardised_lq,
  growth,  // change/
  growth_pct,
  shift_national,
  shift_industry_mix,
  shift_competitive,
  shift_pure_competitive,
  shift_allocation
};
inline constexpr std::size_t indicator_count = static_cast<std::size_t>(Indicator::shift_allocation) + 1;

enum class ValueKind : std::uint8_t {
  quotient,
  share_pct,
  count,
  index,
  z_score,
  probability,
  interval,
  flag
};
enum class ValueUnit : std::uint8_t {
  none,
  per_cent,
  percentage_points,
  employees,
  employees_per_enterprise,
  standard_deviations
};
/// What one value belongs to.
enum class ValueOf : std::uint8_t { unit_and_sector, sector, unit };

struct IndicatorInfo {
  Indicator indicator;
  std::string_view
      id;  ///< for files and the terminal: "symmetric-lq" …; where Measure has the same value, its id
  ValueKind kind;
  ValueUnit unit;
  ValueOf of;
  int decimals;                 ///< to show
  std::optional<double> pivot;  ///< the value that divides more from less: 1 for quotients, 0 for differences
  bool needs_complete_matrix;   ///< never computed on a truncated list
  bool needs_two_periods;
};

[[nodiscard]] std::span<const IndicatorInfo> all_indicators();
[[nodiscard]] const IndicatorInfo& info_of(Indicator indicator);
[[nodiscard]] std::optional<Indicator> indicator_by_id(std::string_view id);

}  // namespace vicinia::core::indicators
