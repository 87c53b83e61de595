/// \file row_check.h
/// One row's employees, shares and LQ against each other, by way of the totals that other rows know.
/// Cost:    O(1) a row, but for group and total rows, whose districts are summed.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "table_index.h"
#include "total_claims.h"
#include "vicinia/core/audit/audit.h"

namespace vicinia::core::audit {

/// What speaks for or against the employees of a row from outside of it.
struct SumEvidence {
  stats::Interval interval{};
  std::vector<std::size_t> rows{};
};

/// Sets verdict, expected interval and rows of the cells that the row's shares determine; leaves the others as they are.
/// `cells`: of the row, by figure; nullptr where not published.
/// `parts`: of a group or total row, the sum of its districts, which counts as much as each share does; of a district row, what
/// the group or total row leaves for it, which only decides where shares are at a tie.
void check_shares(const TableIndex& index, const TotalClaims& totals, std::size_t row,
                  const std::array<CellVerdict*, figure_count>& cells, const std::optional<SumEvidence>& sum);

/// Agrees, rounding or contradicted. \param decimals  of the column; the interval is in the units that are printed
[[nodiscard]] Verdict compared(double published, int decimals, bool is_count, stats::Interval expected);

}  // namespace vicinia::core::audit
