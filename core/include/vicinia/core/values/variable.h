/// \file variable.h
/// Variables: everything that is known of a unit in a sector, or of a unit whatever the sector. Whatever is a variable can be mapped,
/// classed, listed, filtered, exported and put on a figure. Printed measures, indicators, grades and change since the base period are all
/// variables; a new one is a line of the table in variable.cpp and a case where its values are found.
/// Shapes:  [unit of the frame] → value with its standing.
/// Units:   as the measure or indicator has them. The value of a category is its place in the list of categories, from 1.
/// Missing: as Value has it; availability() says why a variable has no value at all on these data.
/// Errors:  InvalidArgument (sector out of range), Cancelled.
/// Cost:    measures O(observations of the period); others that of the indicator (sector_indicators.h), nothing else is computed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/indicators/catalogue.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/core/values/sector_indicators.h"

namespace vicinia::core::values {

enum class Variable : std::uint8_t {
  location_quotient,
  employees,
  sector_share,
  district_share,
  enterprises,
  smes,
  fdi_enterprises,
  symmetric_lq,
  employees_beyond_share,
  standardised_lq,
  krugman_specialisation,
  herfindahl_unit,
  herfindahl_unit_normalised,
  employees_per_enterprise,
  sme_share,
  fdi_share,
  few_enterprises,
  mostly_foreign,
  plant_z,
  plant_p,
  plant_p_adjusted,
  plant_verdict,
  worker_verdict,
  published_rule,
  cluster_stars,
  local_district,
  own_rule,
  grades_compared,
  growth,
  growth_pct,
  shift_national,
  shift_industry_mix,
  shift_competitive,
  shift_pure_competitive,
  shift_allocation,
  change_of_lq,
  change_of_employees,
  change_of_sector_share,
  change_of_district_share,
  change_of_enterprises,
  change_of_smes,
  change_of_fdi_enterprises,
  herfindahl_sector,
  herfindahl_sector_normalised,
  locational_gini,
  locational_gini_normalised,
  ellison_glaeser
};
inline constexpr std::size_t variable_count = static_cast<std::size_t>(Variable::ellison_glaeser) + 1;

/// By what question they answer.
enum class VariableGroup : std::uint8_t {
  published,
  specialisation,
  enterprises,
  chance,
  grades,
  change,
  whole_sector
};
inline constexpr std::size_t variable_group_count = 7;

/// What it is found by.
struct ChangeOf {
  indicators::Measure measure;
};
enum class GradeVariable : std::uint8_t { published_rule, cluster_stars, local_district, own_rule, compared };
enum class VerdictOfInterval : std::uint8_t {
  plants,
  workers
};                               ///< the LQ against what plants, or workers, spread by chance would give
struct EmployeesBeyondShare {};  ///< E_ij − E_j × E_i / E: what an LQ above 1 comes to in people
using VariableSource = std::variant<indicators::Measure, indicators::Indicator, ChangeOf, GradeVariable,
                                    VerdictOfInterval, EmployeesBeyondShare>;

struct VariableInfo {
  Variable variable;
  std::string_view id;  ///< for files and the terminal: "lq", "sme-share" …
  VariableGroup group;
  indicators::ValueKind kind;  ///< of a category: flag
  indicators::ValueUnit unit;
  indicators::ValueOf of;
  int decimals;                 ///< to show, and to which class breaks are rounded
  std::optional<double> pivot;  ///< the value that divides more from less: a break must stand here
  std::span<const std::string_view> categories{};  ///< their ids, lowest first; none: a number
  VariableSource source;

  [[nodiscard]] bool is_category() const { return !categories.empty(); }
  /// Employees, enterprises … as whole numbers.
  [[nodiscard]] bool is_count() const { return kind == indicators::ValueKind::count; }
};

[[nodiscard]] std::span<const VariableInfo> all_variables();
[[nodiscard]] const VariableInfo& info_of(Variable variable);
[[nodiscard]] std::optional<Variable> variable_by_id(std::string_view id);
[[nodiscard]] constexpr Variable variable_of(indicators::Measure measure) {
  return static_cast<Variable>(measure);
}
/// The measure that it is; nullopt: none.
[[nodiscard]] std::optional<indicators::Measure> measure_of(Variable variable);
[[nodiscard]] std::optional<indicators::Indicator> indicator_of(Variable variable);

/// Grades by the user's own rule, and their comparison.
[[nodiscard]] bool depends_on_own_rule(Variable variable);

/// Whether the data have it, in this period. A rule of one's own needs thresholds.
[[nodiscard]] Availability availability(const PeriodIndicators& period, Variable variable,
                                        const IndicatorOptions& options = {});

/// What maps and lists show: of each unit of the frame.
[[nodiscard]] Result<std::vector<Value>> values_of(const std::shared_ptr<const PeriodIndicators>& period,
                                                   industry::SectorIndex sector, Variable variable,
                                                   const IndicatorOptions& options = {},
                                                   const Task& task = {});
/// One of them, of what is computed already.
[[nodiscard]] Value value_of(const SectorIndicators& indicators, admin::UnitIndex unit, Variable variable);

}  // namespace vicinia::core::values
