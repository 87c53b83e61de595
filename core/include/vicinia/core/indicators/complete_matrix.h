/// \file complete_matrix.h
/// Employment of every unit in every sector, every cell of it published, with its sums. The indicators of concentration,
/// specialisation and change take nothing else, so that none of them can be computed on a truncated list.
/// Shapes:  employment [unit × sector] → of_sector [unit], of_unit [sector], totals [sector], [unit], one national.
/// Units:   employees. Unit totals may be given where they count more than the sectors of the matrix (all employment, of
///          which the matrix holds manufacturing): then E is their sum, while E_i is always the sum of the matrix.
/// Missing: one unpublished cell or total is an error, never a zero.
/// Errors:  IncompleteMatrix (row, field: unit and sector from 1; id: the unit's code, where it is known), ShapeMismatch,
///          NegativeCount, InvalidArgument (a unit total below the sum of its sectors).
/// Cost:    O(units × sectors).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/indicators/location_quotient.h"

namespace vicinia::core::indicators {

class CompleteMatrix {
 public:
  /// Unit totals are the sums of the matrix.
  [[nodiscard]] static Result<CompleteMatrix> from(const EmploymentMatrix& matrix);
  [[nodiscard]] static Result<CompleteMatrix> with_unit_totals(const EmploymentMatrix& matrix,
                                                               std::span<const Cell> unit_totals);

  [[nodiscard]] std::size_t units() const { return unit_totals_.size(); }
  [[nodiscard]] std::size_t sectors() const { return sector_totals_.size(); }
  /// \pre sector < sectors()
  [[nodiscard]] std::span<const double> of_sector(std::size_t sector) const {
    return std::span(by_sector_).subspan(sector * units(), units());
  }
  [[nodiscard]] double at(std::size_t unit, std::size_t sector) const { return of_sector(sector)[unit]; }
  [[nodiscard]] const std::vector<double>& sector_totals() const { return sector_totals_; }  ///< E_i
  [[nodiscard]] const std::vector<double>& unit_totals() const { return unit_totals_; }      ///< E_j
  [[nodiscard]] double national_total() const { return national_; }                          ///< E
  /// For the functions of location_quotient.h.
  [[nodiscard]] EmploymentAndTotals cell(std::size_t unit, std::size_t sector) const {
    return {Cell::of(at(unit, sector)), Cell::of(sector_totals_[sector]), Cell::of(unit_totals_[unit]),
            Cell::of(national_)};
  }

 private:
  CompleteMatrix() = default;
  std::vector<double> by_sector_;  ///< [sector × unit]: most indicators read one sector over all units
  std::vector<double> sector_totals_, unit_totals_;
  double national_ = 0;
};

/// The matrix of one level and period of a data set, and which unit each of its rows is. As everywhere, a unit that no
/// observation names is not part of the survey; a unit that has some sectors but not all makes the matrix incomplete.
struct MatrixOfDataset {
  CompleteMatrix matrix;
  std::vector<admin::UnitIndex> units{};
};
/// Errors also: IncompleteMatrix for a data set that says of itself that it is a published list, whatever it holds;
/// InvalidArgument (period out of range); NoValues (no unit of that level has an observation).
[[nodiscard]] Result<MatrixOfDataset> complete_matrix_of(const Dataset& dataset, admin::Level level,
                                                         industry::PeriodIndex period);

}  // namespace vicinia::core::indicators
