/// \file short_conflicts.h
/// Values that cannot all be right, as few as tell it: those that two rows, or one sum, show at sight; and of any others, as few as are still in conflict.
/// Source:  Reiter (1987), diagnosis from first principles; Junker (2004), QuickXplain.
/// Cost:    O(rows log rows) for those at sight; a conflict is tried by halves, by its own constraints alone: each of its cells is taken O(log cells) times.
#pragma once

#include <span>
#include <vector>

#include "value_bounds.h"
#include "value_system.h"

namespace vicinia::core::audit {

/// Claims of two rows that miss each other, sums that fail as printed, parts that exceed their whole; of the cells that count. Cells ascend.
[[nodiscard]] std::vector<std::vector<CellId>> short_conflicts(const ValueSystem& system,
                                                               const ValueBounds& bounds);

/// Minimal: without any of its cells there is none.
class ConflictMinimizer {
 public:
  explicit ConflictMinimizer(const ValueSystem& system) : system_(system), scratch_(system) {}
  [[nodiscard]] ValueBounds::Conflict minimal(ValueBounds::Conflict conflict);

 private:
  /// Of cells that are in conflict with those that are taken, as few as still are; the last go first. \pre those that are taken are in none by themselves
  [[nodiscard]] std::vector<CellId> needed(std::span<const CellId> cells);

  const ValueSystem& system_;
  ValueBounds scratch_;
};

}  // namespace vicinia::core::audit
