/// \file ratio.h
/// Quotients that honour the states of their parts.
/// Missing: an undefined part makes the quotient undefined; else an unpublished part makes it not published; else a
///          denominator of zero makes it undefined.
/// Cost:    O(1).
#pragma once

#include "vicinia/core/base/cell.h"

namespace vicinia::core::stats {

[[nodiscard]] inline Cell ratio(Cell numerator, Cell denominator) {
  if (numerator.state() == CellState::undefined || denominator.state() == CellState::undefined)
    return Cell::undefined();
  if (!numerator.has_number() || !denominator.has_number()) return Cell::not_published();
  if (denominator.number() == 0) return Cell::undefined();
  return Cell::of(numerator.number() / denominator.number());
}

/// A share of 0-1 in per cent.
[[nodiscard]] inline Cell percent(Cell share) {
  return share.has_number() ? Cell::of(share.number() * 100) : share;
}

}  // namespace vicinia::core::stats
