/// \file sum_check.h
/// Group and total rows against their districts, and parts against wholes, after the shares of each row have been checked.
/// Cost:    O(rows).
#pragma once

#include <array>
#include <vector>

#include "table_index.h"
#include "vicinia/core/audit/audit.h"

namespace vicinia::core::audit {

/// [row][figure] → its entry; nullptr where not published.
using CellsByRow = std::vector<std::array<CellVerdict*, figure_count>>;

void check_sums(const TableIndex& index, const CellsByRow& cells);
void check_parts(const TableIndex& index, const CellsByRow& cells);

}  // namespace vicinia::core::audit
