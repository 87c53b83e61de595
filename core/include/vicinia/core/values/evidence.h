/// \file evidence.h
/// What is known in one period, as it is to be read: the values, the totals, the audit of what is printed, and what is done with values
/// that the audit speaks against. Values with their standing (value.h) come from here and from nowhere else.
/// Shapes:  one observation → the value of each measure.
/// Missing: without an audit nothing is doubtful.
/// Threads: immutable; copies share everything.
/// Cost:    treated() O(observations); value_of() O(log cells).
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "vicinia/core/audit/audited_list.h"
#include "vicinia/core/audit/known_totals.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/values/value.h"

namespace vicinia::core::values {

/// What is done with values that are contradicted with certainty.
enum class Treatment : std::uint8_t {
  as_printed,  ///< they stand, and are marked
  left_out,    ///< they count as not published
  agreeing     ///< in their place, the number that would agree
};
[[nodiscard]] std::span<const Treatment> all_treatments();
/// "as-printed", "left-out", "agreeing".
[[nodiscard]] std::string_view id_of(Treatment treatment);
[[nodiscard]] std::optional<Treatment> treatment_by_id(std::string_view id);

using PeriodAudits =
    std::vector<std::shared_ptr<const audit::AuditedList>>;  ///< [period]; null where nothing is audited

/// The data set with its contradicted values left out, or replaced by the number in the middle of those that would agree, as it would be
/// printed; left out where no such number is known.
/// The same pointer if nothing changes.
[[nodiscard]] std::shared_ptr<const Dataset> treated(const std::shared_ptr<const Dataset>& dataset,
                                                     const PeriodAudits& audits, Treatment treatment);

struct Evidence {
  std::shared_ptr<const Dataset> dataset{};  ///< treated
  industry::PeriodIndex period = 0;
  std::shared_ptr<const audit::KnownTotals> totals{};
  std::shared_ptr<const audit::AuditedList> audit{};  ///< of what is printed; null: not audited
  Treatment treatment = Treatment::as_printed;

  /// A published value that the audit speaks against, and that stands.
  [[nodiscard]] Doubt doubt_of(admin::UnitIndex unit, industry::SectorIndex sector,
                               indicators::Measure measure) const;
  /// Of these measures, those with a doubt.
  [[nodiscard]] std::vector<DoubtfulValue> doubtful(admin::UnitIndex unit, industry::SectorIndex sector,
                                                    std::span<const indicators::Measure> measures) const;
  /// All employees that are contradicted, of a sector or of a unit: what its totals rest on.
  [[nodiscard]] std::vector<DoubtfulValue> doubtful_employees(
      std::optional<admin::UnitIndex> unit, std::optional<industry::SectorIndex> sector) const;
};

/// Whether a count of the observation was shared out from units that were divided; so is then whatever is computed from it.
[[nodiscard]] bool is_estimated(const Dataset& dataset, const industry::Observation& observation);
/// Any measure of an observation with its standing. Counts stand as printed, with the numbers that would agree as their range where they
/// are contradicted. The LQ and the shares stand as printed, beside what the totals allow; where nothing is printed, from the totals.
[[nodiscard]] Value value_of(const Evidence& evidence, const industry::Observation& observation,
                             indicators::Measure measure);
/// The same as maps, lists and tooltips show it: not the middle of what rounded totals allow, of which only the range is told.
[[nodiscard]] Value shown_value_of(const Evidence& evidence, const industry::Observation& observation,
                                   indicators::Measure measure);
/// Whether it is the LQ or a share.
[[nodiscard]] bool is_quotient(indicators::Measure measure);
/// Employees as what stands against the totals: exact, or what would agree where they are contradicted; nullopt where neither is known.
[[nodiscard]] std::optional<stats::Interval> employees_for_totals(const Evidence& evidence,
                                                                  const industry::Observation& observation);

/// [unit of the frame] of one sector: what maps show. A complete matrix has values for units that no observation names as well.
[[nodiscard]] Result<std::vector<Value>> values_of(const Evidence& evidence, industry::SectorIndex sector,
                                                   indicators::Measure measure);

}  // namespace vicinia::core::values
