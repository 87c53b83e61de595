/// \file location_quotient.h
/// Location quotient and shares from employment and its totals, for one unit or for several pooled.
///   LQ = (E_ij / E_j) / (E_i / E);  sector share = E_ij / E_i;  district share = E_ij / E_j.
/// Source:  Isard (1960); UNIDO (2010b), as printed in the report's Appendix 2, note 1.
/// Shapes:  employment [unit × sector] → totals [sector], [unit], one grand total.
/// Units:   employees → dimensionless; shares in per cent.
/// Missing: "not published" in, "not published" out; E_ij = 0 gives 0; a zero denominator gives "undefined".
/// Errors:  ShapeMismatch, NegativeCount.
/// Cost:    O(units × sectors) for the totals, O(1) a quotient, O(members) when pooled.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/stats/ratio.h"

namespace vicinia::core::indicators {

/// What a quotient needs: the cell and its three totals.
struct EmploymentAndTotals {
  Cell employment{};      ///< E_ij
  Cell sector_total{};    ///< E_i
  Cell unit_total{};      ///< E_j
  Cell national_total{};  ///< E
};

[[nodiscard]] inline Cell location_quotient(const EmploymentAndTotals& e) {
  return stats::ratio(stats::ratio(e.employment, e.unit_total),
                      stats::ratio(e.sector_total, e.national_total));
}
[[nodiscard]] inline Cell sector_share_pct(const EmploymentAndTotals& e) {
  return stats::percent(stats::ratio(e.employment, e.sector_total));
}
[[nodiscard]] inline Cell district_share_pct(const EmploymentAndTotals& e) {
  return stats::percent(stats::ratio(e.employment, e.unit_total));
}

/// Employment of every unit in every sector, row by row: cells[unit * sectors + sector].
struct EmploymentMatrix {
  std::size_t units = 0;
  std::size_t sectors = 0;
  std::span<const Cell> cells{};
};

struct EmploymentTotals {
  std::vector<Cell> by_sector{};  ///< E_i
  std::vector<Cell> by_unit{};    ///< E_j
  Cell national{};                ///< E
};

/// Sums of a matrix. A sum over an unpublished cell is itself not published.
[[nodiscard]] Result<EmploymentTotals> totals_of(const EmploymentMatrix& matrix);

/// Several units taken together: employments are summed and the quotient recomputed, never averaged.
/// \pre every member < matrix.units, no member twice
[[nodiscard]] EmploymentAndTotals pooled(const EmploymentMatrix& matrix, const EmploymentTotals& totals,
                                         std::span<const std::size_t> members, std::size_t sector);

}  // namespace vicinia::core::indicators
