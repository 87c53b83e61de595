/// \file shift_share.h
/// Shift-share: what of a sector's growth in a unit is the nation's, the sector's and the unit's own. With growth rates g = E'/E − 1
/// of the nation, g_i of the sector and g_ij of the sector in the unit:
///   national N = E_ij g;  industry mix M = E_ij (g_i − g);  competitive C = E_ij (g_ij − g_i);  N + M + C = E'_ij − E_ij.
/// Esteban-Marquillas take from C what is due to the unit's specialisation, with E*_ij = E_j E_i/E, what the unit would have had
/// with the nation's mix:
///   pure competitive C* = E*_ij (g_ij − g_i);  allocation A = (E_ij − E*_ij)(g_ij − g_i);  C* + A = C.
/// Source:  Dunn (1960); Esteban-Marquillas (1972).
/// Shapes:  two complete matrices of the same units and sectors, in the same order → components in employees.
/// Units:   employees of the second period more than of the first, split. E is the sum of the matrix's sectors, or of the unit
///          totals given to it; E_j alike.
/// Missing: there is none in a complete matrix. A sector new in the unit (E_ij = 0): N = M = 0 and C = E'_ij, as N + M + C must
///          be the growth; C* and A need g_ij and are undefined. A sector new in the whole nation (E_i = 0): it is the sector that grew, not
///          the unit that did better than others, so M = E'_ij and N = C = 0; C* and A are undefined. A nation without employment before:
///          undefined.
/// Law:     the C of a sector sum to zero over all units, whatever is new.
/// Errors:  ShapeMismatch; InvalidArgument (unit or sector out of range).
/// Cost:    O(1) a cell, O(sectors) a unit.
#pragma once

#include <cstddef>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/indicators/complete_matrix.h"

namespace vicinia::core::indicators::change {

struct ShiftShare {
  Cell growth{};
  Cell national{};
  Cell industry_mix{};
  Cell competitive{};
  Cell pure_competitive{};  ///< Esteban-Marquillas
  Cell allocation{};        ///< Esteban-Marquillas
};

[[nodiscard]] Result<ShiftShare> shift_share(const CompleteMatrix& before, const CompleteMatrix& after,
                                             std::size_t unit, std::size_t sector);
/// Sums over the sectors of a unit. One sector that is new there leaves C* and A undefined.
[[nodiscard]] Result<ShiftShare> shift_share_of_unit(const CompleteMatrix& before,
                                                     const CompleteMatrix& after, std::size_t unit);

}  // namespace vicinia::core::indicators::change
