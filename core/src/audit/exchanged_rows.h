/// \file exchanged_rows.h
/// Two lines of one sector, or of one unit, whose names were exchanged: what depends on the name is then contradicted in both, though every value is
/// right where it belongs. A wrong value of a row that fits another's place, as that one fits its own, is not certainly wrong.
/// Cost:    O(rows of its sector and unit) for each wrong ratio.
#pragma once

#include <span>
#include <vector>

#include "direct_bounds.h"
#include "value_system.h"

namespace vicinia::core::audit {

struct RightIfExchanged {
  CellId cell = 0;
  OtherExplanation exchange{};
};

/// Which of the wrong cells would be right if their row were exchanged with another, and with which: one that has wrong ratios too, if there is any. In the
/// order of the cells; units before sectors. `direct` is of all others. \pre wrong cells ascend
[[nodiscard]] std::vector<RightIfExchanged> right_if_exchanged(const ValueSystem& system,
                                                               const DirectBounds& direct,
                                                               std::span<const CellId> wrong);

}  // namespace vicinia::core::audit
