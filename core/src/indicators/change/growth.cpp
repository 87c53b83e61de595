#include "vicinia/core/indicators/change/growth.h"

#include <initializer_list>

#include "vicinia/core/stats/ratio.h"

namespace vicinia::core::indicators::change {

Growth growth(Cell before, Cell after) {
  const auto difference = [&]() -> Cell {
    for (const Cell cell : {before, after})
      if (cell.state() == CellState::undefined) return cell;
    if (!before.has_number() || !after.has_number()) return Cell::not_published();
    return Cell::of(after.number() - before.number());
  }();
  return {difference, stats::percent(stats::ratio(difference, before))};
}

}  // namespace vicinia::core::indicators::change
