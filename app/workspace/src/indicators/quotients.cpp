#include "indicators/quotients.h"

#include <cmath>

#include "vicinia/core/indicators/location_quotient.h"

namespace vicinia::workspace {

using core::Cell;
using core::indicators::Measure;
using core::indicators::Origin;

namespace {

Cell cell_of(const core::audit::KnownTotal* total) {
  return total != nullptr && total->interval.is_exact() ? Cell::of(total->interval.low) : Cell::not_published();
}

/// Of a complete matrix: exact, and undefined where a total is zero, which no interval can say.
Cell exact_quotient(const core::Dataset& dataset, const core::audit::KnownTotals& totals,
                    const core::industry::Observation& observation, Measure measure) {
  const core::admin::Level level = dataset.frame[observation.unit].level;
  const core::indicators::EmploymentAndTotals e{observation.counts.employees, cell_of(totals.of_sector(level, observation.sector)),
                                                cell_of(totals.of_unit(observation.unit)), cell_of(totals.national(level))};
  return measure == Measure::location_quotient ? core::indicators::location_quotient(e)
         : measure == Measure::sector_share    ? core::indicators::sector_share_pct(e)
                                               : core::indicators::district_share_pct(e);
}

bool is_complete(const core::Dataset& dataset) {
  return dataset.provenance.completeness == core::Completeness::complete_matrix;
}

}  // namespace

ValueOrigin origin_of(const core::audit::KnownTotal& total) {
  return total.origin == core::audit::TotalOrigin::summed ? ValueOrigin::computed : ValueOrigin::reconstructed;
}

bool is_quotient(Measure measure) {
  return measure == Measure::location_quotient || measure == Measure::sector_share || measure == Measure::district_share;
}

IndicatorValue quotient_of(const core::Dataset& dataset, const core::audit::KnownTotals& totals,
                           const core::industry::Observation& observation, Measure measure) {
  IndicatorValue value;
  const core::admin::Level level = dataset.frame[observation.unit].level;
  if (observation.counts.employees.has_number()) {
    const core::admin::UnitIndex member[] = {observation.unit};
    const auto ratios = totals.ratios(core::stats::exactly(observation.counts.employees.number()), member, level, observation.sector);
    value.range = measure == Measure::location_quotient ? ratios.lq
                  : measure == Measure::sector_share    ? ratios.sector_share_pct
                                                        : ratios.district_share_pct;
    if (value.range)
      value.range_origin = origin_of(measure == Measure::district_share ? *totals.of_unit(observation.unit)
                                                                        : *totals.of_sector(level, observation.sector));
  }
  value.value = core::indicators::printed_value(observation, measure);
  if (value.value.state() != core::CellState::not_published) {
    value.origin = ValueOrigin::printed;
  } else if (is_complete(dataset)) {
    value.value = exact_quotient(dataset, totals, observation, measure);
    if (value.value.state() != core::CellState::not_published) value.origin = ValueOrigin::computed;
  } else if (value.range && std::isfinite(value.range->high)) {
    value.value = Cell::of(value.range->middle());
    value.origin = value.range_origin;
  }
  return value;
}

ShownValue shown_value(const core::Dataset& dataset, const core::audit::KnownTotals& totals,
                       const core::industry::Observation& observation, Measure measure) {
  const Cell printed = core::indicators::printed_value(observation, measure);
  if (printed.state() != core::CellState::not_published) return {printed, Origin::printed};
  if (!is_quotient(measure) || !is_complete(dataset)) return {};
  const Cell computed = exact_quotient(dataset, totals, observation, measure);
  return {computed, computed.state() == core::CellState::not_published ? Origin::none : Origin::computed};
}

}  // namespace vicinia::workspace
