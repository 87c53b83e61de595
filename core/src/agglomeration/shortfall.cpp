#include "vicinia/core/agglomeration/shortfall.h"

#include <algorithm>
#include <cmath>

namespace vicinia::core::agglomeration {
namespace {

using stats::Interval;

std::optional<Interval> employees_of(const SectorValues& values, admin::UnitIndex unit) {
  const values::Evidence& evidence = values.evidence();
  const industry::Observation* const row =
      evidence.dataset->observations.find(unit, values.sector(), evidence.period);
  if (row != nullptr) return values::employees_for_totals(evidence, *row);
  const Cell employees =
      values.by_unit()[unit].employees;  // of a complete matrix: what it does not name is zero
  return employees.has_number() ? std::optional(stats::exactly(employees.number())) : std::nullopt;
}

std::optional<Interval> lacking(std::optional<Interval> needed, std::optional<Interval> employees) {
  if (!needed || !employees || !std::isfinite(needed->low)) return std::nullopt;
  return Interval{needed->low - employees->high, needed->high - employees->low};
}

}  // namespace

std::optional<Interval> employees_short_of_lq(const SectorValues& values, admin::UnitIndex unit, double lq) {
  const audit::KnownTotals& totals = *values.evidence().totals;
  const admin::Level level = values.dataset().frame[unit].level;
  const auto employees = employees_of(values, unit);
  const auto *const in_unit = totals.of_unit(unit),
                    *const in_sector = totals.of_sector(level, values.sector()),
                    *const national = totals.national(level);
  std::optional<Interval> by_totals, by_lq;
  if (in_unit != nullptr && in_sector != nullptr && national != nullptr && national->interval.low > 0)
    by_totals =
        lacking(stats::exactly(lq) * in_unit->interval * in_sector->interval / national->interval, employees);
  // An LQ that is known tells E_j × E_i / E = E_ij / LQ, more sharply than totals that were reconstructed one by one.
  const bool is_exact = by_totals && by_totals->is_exact();
  const auto& own = values.lq_ranges()[unit];
  if (!is_exact && own && own->low > 0 && employees && employees->is_exact())
    by_lq = Interval{employees->low * (lq / own->high - 1), employees->low * (lq / own->low - 1)};
  if (!by_totals || !by_lq) return by_totals ? by_totals : by_lq;
  const Interval both{std::max(by_totals->low, by_lq->low), std::min(by_totals->high, by_lq->high)};
  return both.low <= both.high ? both : *by_totals;
}

std::optional<Interval> employees_short_of_share(const SectorValues& values, admin::UnitIndex unit,
                                                 double sector_share_pct) {
  const auto* const in_sector =
      values.evidence().totals->of_sector(values.dataset().frame[unit].level, values.sector());
  if (in_sector == nullptr) return std::nullopt;
  return lacking(stats::exactly(sector_share_pct / 100) * in_sector->interval, employees_of(values, unit));
}

}  // namespace vicinia::core::agglomeration
