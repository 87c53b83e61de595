#include "vicinia/core/indicators/surveyed_matrix.h"

#include <cstddef>

namespace vicinia::core::indicators {

SurveyedMatrix surveyed_matrix(const Dataset& dataset, admin::Level level, industry::PeriodIndex period) {
  constexpr auto absent = static_cast<std::size_t>(-1);
  SurveyedMatrix surveyed{.sectors = dataset.sectors.size()};
  std::vector<std::size_t> row_of(dataset.frame.size(), absent);
  const auto is_in = [&](const industry::Observation& o) {
    return o.period == period && dataset.frame[o.unit].level == level;
  };
  for (const industry::Observation& o : dataset.observations.rows())
    if (is_in(o)) row_of[o.unit] = 0;
  for (admin::UnitIndex unit = 0; unit < row_of.size(); ++unit)
    if (row_of[unit] != absent) {
      row_of[unit] = surveyed.units.size();
      surveyed.units.push_back(unit);
    }
  surveyed.cells.resize(surveyed.units.size() * surveyed.sectors);
  for (const industry::Observation& o : dataset.observations.rows())
    if (is_in(o)) surveyed.cells[row_of[o.unit] * surveyed.sectors + o.sector] = o.counts.employees;
  return surveyed;
}

}  // namespace vicinia::core::indicators
