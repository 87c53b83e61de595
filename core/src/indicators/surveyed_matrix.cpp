#include "vicinia/core/indicators/surveyed_matrix.h"

#include <cstddef>

namespace vicinia::core::indicators {

SurveyedMatrix surveyed_matrix(const Dataset& dataset, admin::Level level, industry::PeriodIndex period) {
  SurveyedMatrix surveyed{.sectors = dataset.sectors.size()};
  for (const admin::UnitIndex unit : dataset.frame.at_level(level)) {
    const std::size_t first = surveyed.cells.size();
    dataset.observations.visit_unit(unit, period, [&](const industry::Observation& o) {
      if (surveyed.cells.size() == first) surveyed.cells.resize(first + surveyed.sectors);
      surveyed.cells[first + o.sector] = o.counts.employees;
    });
    if (surveyed.cells.size() > first) surveyed.units.push_back(unit);
  }
  return surveyed;
}

}  // namespace vicinia::core::indicators
