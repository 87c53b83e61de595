/// \file panel_ratios.h
/// LQ and both shares of one period of a panel, all units and sectors at once, written into the caller's tables: a caller that goes
/// through the periods needs no more memory than for one. Digit for digit what location_quotient.h computes of each cell.
/// Shapes:  panel, period, totals [sector], [unit] → up to three tables [unit × sector] of packed cells (packed_cell.h); an
///          empty table is not wanted.
/// Units:   LQ dimensionless; shares in per cent.
/// Missing: as in location_quotient.h.
/// Errors:  InvalidArgument (period out of range), ShapeMismatch (totals or tables of another shape).
/// Cost:    O(units × sectors), parallel over units; the same on any number of threads.
#pragma once

#include <cstddef>
#include <span>

#include "vicinia/core/base/result.h"
#include "vicinia/core/indicators/employment_panel.h"

namespace vicinia::core::indicators {

struct PanelRatioTables {
  std::span<double> lq{};
  std::span<double> sector_share_pct{};
  std::span<double> district_share_pct{};
};

[[nodiscard]] Status panel_ratios(const EmploymentPanel& panel, std::size_t period, const PanelTotals& totals,
                                  const PanelRatioTables& out);

}  // namespace vicinia::core::indicators
