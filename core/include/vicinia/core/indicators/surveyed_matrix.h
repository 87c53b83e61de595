/// \file surveyed_matrix.h
/// Employment of one level and period of a data set as a matrix, with the unit behind each of its rows. A unit that no observation names
/// is not part of the survey and has no row; of a unit that has one, a sector without an observation is not published.
/// Shapes:  observations → cells [unit × sector]; rows in the order of the frame, whatever the order of the observations.
/// Units:   employees.
/// Cost:    O(observations + units × sectors).
#pragma once

#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/indicators/location_quotient.h"

namespace vicinia::core::indicators {

struct SurveyedMatrix {
  std::vector<admin::UnitIndex> units{};
  std::size_t sectors = 0;
  std::vector<Cell> cells{};  ///< [unit × sector]
  [[nodiscard]] EmploymentMatrix matrix() const { return {units.size(), sectors, cells}; }
};

/// \pre period < dataset.periods.size()
[[nodiscard]] SurveyedMatrix surveyed_matrix(const Dataset& dataset, admin::Level level,
                                             industry::PeriodIndex period);

}  // namespace vicinia::core::indicators
