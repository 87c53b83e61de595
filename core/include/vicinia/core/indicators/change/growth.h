/// \file growth.h
/// Growth of one value between two periods, absolute and in per cent of the first.
/// Comparable: the caller sees to it that both periods have the same units and sectors, and count the same things.
///          The catalogue lists growth among what needs complete matrices: two lists may differ in what they list.
/// Units:   as the value; per cent.
/// Missing: not published where either value is not; from zero: no per cent (undefined), but an absolute growth.
/// Cost:    O(1).
#pragma once

#include "vicinia/core/base/cell.h"

namespace vicinia::core::indicators::change {

struct Growth {
  Cell absolute{};
  Cell pct{};
};
[[nodiscard]] Growth growth(Cell before, Cell after);

}  // namespace vicinia::core::indicators::change
