#include "vicinia/core/indicators/measure.h"

#include <algorithm>
#include <array>
#include <string>

#include "vicinia/core/indicators/location_quotient.h"
#include "vicinia/core/indicators/surveyed_matrix.h"

namespace vicinia::core::indicators {
namespace {

constexpr std::array<MeasureInfo, measure_count> measures{{
    {Measure::location_quotient, "lq", MeasureKind::quotient, 1, 1.0},
    {Measure::employees, "employees", MeasureKind::count, 0, std::nullopt},
    {Measure::sector_share, "sector-share", MeasureKind::share_pct, 1, std::nullopt},
    {Measure::district_share, "district-share", MeasureKind::share_pct, 1, std::nullopt},
    {Measure::enterprises, "enterprises", MeasureKind::count, 0, std::nullopt},
    {Measure::smes, "smes", MeasureKind::count, 0, std::nullopt},
    {Measure::fdi_enterprises, "fdi-enterprises", MeasureKind::count, 0, std::nullopt},
}};

bool is_ratio(Measure measure) { return info_of(measure).kind != MeasureKind::count; }

Cell computed_ratio(Measure measure, const EmploymentAndTotals& e) {
  switch (measure) {
    case Measure::location_quotient: return location_quotient(e);
    case Measure::sector_share: return sector_share_pct(e);
    case Measure::district_share: return district_share_pct(e);
    default: return Cell::not_published();
  }
}

/// Fills the ratios that the source does not print, level by level, from sums of the complete matrix.
Status compute_missing(const Dataset& dataset, industry::SectorIndex sector, industry::PeriodIndex period,
                       Measure measure, MeasureValues& out) {
  for (const admin::Level level : dataset.frame.levels().all()) {
    const SurveyedMatrix surveyed = surveyed_matrix(dataset, level, period);
    const EmploymentMatrix matrix = surveyed.matrix();
    const auto totals = totals_of(matrix);
    if (!totals) return fail(totals.error());
    for (std::size_t row = 0; row < matrix.units; ++row) {
      const admin::UnitIndex unit = surveyed.units[row];
      if (out.origins[unit] == Origin::printed) continue;
      const std::size_t member[] = {row};
      out.values[unit] = computed_ratio(measure, pooled(matrix, *totals, member, sector));
      if (out.values[unit].state() != CellState::not_published) out.origins[unit] = Origin::computed;
    }
  }
  return {};
}

}  // namespace

std::span<const MeasureInfo> all_measures() { return measures; }

const MeasureInfo& info_of(Measure measure) { return measures[static_cast<std::size_t>(measure)]; }

std::optional<Measure> measure_by_id(std::string_view id) {
  const auto at = std::ranges::find(measures, id, &MeasureInfo::id);
  if (at == measures.end()) return std::nullopt;
  return at->measure;
}

Cell printed_value(const industry::Observation& o, Measure measure) {
  switch (measure) {
    case Measure::location_quotient: return o.printed.location_quotient;
    case Measure::employees: return o.counts.employees;
    case Measure::sector_share: return o.printed.sector_share_pct;
    case Measure::district_share: return o.printed.district_share_pct;
    case Measure::enterprises: return o.counts.enterprises;
    case Measure::smes: return o.counts.smes;
    case Measure::fdi_enterprises: return o.counts.fdi_enterprises;
  }
  return Cell::not_published();
}

Result<MeasureValues> measure_values(const Dataset& dataset, industry::SectorIndex sector,
                                     industry::PeriodIndex period, Measure measure) {
  if (sector >= dataset.sectors.size())
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "sector"},
                 .detail = std::to_string(sector) + " of " + std::to_string(dataset.sectors.size())});
  if (period >= dataset.periods.size())
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "period"},
                 .detail = std::to_string(period) + " of " + std::to_string(dataset.periods.size())});
  MeasureValues out{std::vector<Cell>(dataset.frame.size()),
                    std::vector<Origin>(dataset.frame.size(), Origin::none)};
  for (const industry::Observation* const o : dataset.observations.of_sector(sector, period)) {
    out.values[o->unit] = printed_value(*o, measure);
    if (out.values[o->unit].state() != CellState::not_published) out.origins[o->unit] = Origin::printed;
  }
  if (is_ratio(measure) && dataset.provenance.completeness == Completeness::complete_matrix)
    if (auto ok = compute_missing(dataset, sector, period, measure, out); !ok) return fail(ok.error());
  return out;
}

}  // namespace vicinia::core::indicators
