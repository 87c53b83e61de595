/// \file employment_panel.h
/// Employment of units × sectors × periods in four bytes a cell, and its sums: for national tables by detailed industry, where an
/// EmploymentMatrix of Cells (16 bytes each) would not fit.
/// Shapes:  cells [period][unit × sector]; totals of one period [sector], [unit], one national.
/// Units:   employees, whole numbers up to 2³¹ − 1; sums are exact.
/// Missing: a cell is not published until it is set. A sum over an unpublished cell is not published.
/// Errors:  InvalidArgument (a period, unit or sector out of range; more cells than memory can address; a count above the
///          limit; an undefined cell), NegativeCount, NotAWholeNumber.
/// Cost:    4 bytes a cell; totals O(units × sectors), parallel, the same on any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/result.h"

namespace vicinia::core::indicators {

class EmploymentPanel {
 public:
  static constexpr std::int32_t not_published = -1;

  /// Every cell not published.
  [[nodiscard]] static Result<EmploymentPanel> of_shape(std::size_t units, std::size_t sectors,
                                                        std::size_t periods);

  [[nodiscard]] std::size_t units() const { return units_; }
  [[nodiscard]] std::size_t sectors() const { return sectors_; }
  [[nodiscard]] std::size_t periods() const { return periods_; }

  [[nodiscard]] Status set(std::size_t period, std::size_t unit, std::size_t sector, Cell employees);
  /// \pre period, unit and sector are in range
  [[nodiscard]] Cell at(std::size_t period, std::size_t unit, std::size_t sector) const;
  /// One period, row by row: [unit * sectors + sector], each ≥ 0 or `not_published`. \pre period < periods()
  [[nodiscard]] std::span<const std::int32_t> counts(std::size_t period) const {
    return std::span(counts_).subspan(period * units_ * sectors_, units_ * sectors_);
  }

 private:
  EmploymentPanel() = default;
  std::size_t units_ = 0, sectors_ = 0, periods_ = 0;
  std::vector<std::int32_t> counts_;
};

/// Sums of one period, each ≥ 0 or `not_published`. A caller may give others, e.g. unit totals of all employment.
struct PanelTotals {
  static constexpr std::int64_t not_published = -1;
  std::vector<std::int64_t> by_sector{};  ///< E_i
  std::vector<std::int64_t> by_unit{};    ///< E_j
  std::int64_t national = not_published;  ///< E
  [[nodiscard]] static Cell cell(std::int64_t total) {
    return total < 0 ? Cell::not_published() : Cell::of(static_cast<double>(total));
  }
};
[[nodiscard]] Result<PanelTotals> totals_of(const EmploymentPanel& panel, std::size_t period);

}  // namespace vicinia::core::indicators
