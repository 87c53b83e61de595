/// \file reconstructed_totals.h
/// E_i, E_j and E of a truncated list, as intervals, from the rounding of the shares and quotients that it prints:
///   E_i = E_ij / sector share,  E_j = E_ij / district share,  E = LQ × E_i / district share.
/// Every row gives an interval; rows that speak of the same total must agree, so the stretch that most of them share stands.
/// Shapes:  observations of one period → totals [sector], [unit], one national.
/// Units:   employees.
/// Missing: nullopt where no row says anything. Ties and rows outside the stretch are for the audit to report.
/// Cost:    O(rows log rows).
#pragma once

#include <optional>
#include <vector>

#include "vicinia/core/dataset.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::audit {

struct ReconstructedTotals {
  std::vector<std::optional<stats::MostShared>> by_sector{};
  std::vector<std::optional<stats::MostShared>> by_unit{};
  std::optional<stats::MostShared> national{};
};

[[nodiscard]] ReconstructedTotals reconstruct_totals(const Dataset& dataset, industry::PeriodIndex period);

}  // namespace vicinia::core::audit
