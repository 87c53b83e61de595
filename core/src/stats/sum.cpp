#include "vicinia/core/stats/sum.h"

namespace vicinia::core::stats {

Cell add(Cell a, Cell b) {
  if (a.state() == CellState::undefined || b.state() == CellState::undefined) return Cell::undefined();
  if (!a.has_number() || !b.has_number()) return Cell::not_published();
  return Cell::of(a.number() + b.number());
}

Cell sum(std::span<const Cell> cells) {
  Cell total = Cell::of(0);
  for (const Cell& cell : cells) total = add(total, cell);
  return total;
}

}  // namespace vicinia::core::stats
