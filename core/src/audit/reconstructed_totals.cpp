#include "vicinia/core/audit/reconstructed_totals.h"

#include "vicinia/core/indicators/measure.h"

namespace vicinia::core::audit {
namespace {

using indicators::Measure;
using stats::Interval;

/// The share as a fraction: everything that prints as it. nullopt where it is not printed, or prints as zero.
std::optional<Interval> share_of(const industry::Observation& row, Measure measure) {
  const Cell cell = indicators::printed_value(row, measure);
  if (cell.state() != CellState::value) return std::nullopt;
  return stats::printed(cell.number(), indicators::info_of(measure).decimals) / stats::exactly(100);
}

}  // namespace

ReconstructedTotals reconstruct_totals(const Dataset& dataset, industry::PeriodIndex period) {
  std::vector<std::vector<Interval>> of_sector(dataset.sectors.size()), of_unit(dataset.frame.size());
  for (const industry::Observation& row : dataset.observations.rows()) {
    if (row.period != period || row.counts.employees.state() != CellState::value) continue;
    const Interval employees = stats::exactly(row.counts.employees.number());
    if (const auto share = share_of(row, Measure::sector_share)) of_sector[row.sector].push_back(employees / *share);
    if (const auto share = share_of(row, Measure::district_share)) of_unit[row.unit].push_back(employees / *share);
  }
  ReconstructedTotals totals;
  for (const auto& intervals : of_sector) totals.by_sector.push_back(stats::most_shared(intervals));
  for (const auto& intervals : of_unit) totals.by_unit.push_back(stats::most_shared(intervals));

  std::vector<Interval> national;
  for (const industry::Observation& row : dataset.observations.rows()) {
    const Cell lq = row.printed.location_quotient;
    const auto district_share = share_of(row, Measure::district_share);
    const auto& sector_total = totals.by_sector[row.sector];
    if (row.period != period || lq.state() != CellState::value || !district_share || !sector_total) continue;
    const Interval quotient = stats::printed(lq.number(), indicators::info_of(Measure::location_quotient).decimals);
    national.push_back(quotient * sector_total->interval / *district_share);
  }
  totals.national = stats::most_shared(national);
  return totals;
}

}  // namespace vicinia::core::audit
