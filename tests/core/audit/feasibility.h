/// \file feasibility.h
/// Can all values of a table be true together? Decided by a linear program, on another way than the audit goes: in E, E/E_i and E_j every
/// printed ratio of a row whose employees are printed is two linear inequalities, groups included:
///   s × E ≤ employees × E/E_i,   d × E_j ≤ employees,   q × E_j ≤ employees × E/E_i,   and the same from above.
/// What is between counts (sums, parts, the same row printed twice) is compared digit by digit.
/// Source:  Clp, the simplex solver of COIN-OR.
/// Missing: a row whose employees are not printed, and are not the sum of others that are, says nothing here; a sum with an unpublished part is only a lower bound.
#pragma once

#include <optional>
#include <vector>

#include "vicinia/core/audit/audit.h"

namespace vicinia::core::audit {

/// Numbers that satisfy every inequality.
struct Witness {
  double national = 0;
  std::vector<double> national_per_sector{},
      by_unit{};  ///< in the order of first appearance of sectors and units
};

/// nullopt where there are none. Values are taken to be a hair less precise than printed, so that none are called impossible for the
/// arithmetic's sake.
[[nodiscard]] std::optional<Witness> witness_of(const PublishedTable& table);

[[nodiscard]] inline bool is_feasible(const PublishedTable& table) { return witness_of(table).has_value(); }

}  // namespace vicinia::core::audit
