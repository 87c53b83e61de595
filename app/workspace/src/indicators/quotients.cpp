#include "indicators/quotients.h"

#include <cmath>

namespace vicinia::workspace {

using core::indicators::Measure;

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
  } else if (value.range && std::isfinite(value.range->high)) {
    value.value = core::Cell::of(value.range->middle());
    value.origin = value.range_origin;
  }
  return value;
}

}  // namespace vicinia::workspace
