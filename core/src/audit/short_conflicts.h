/// \file short_conflicts.h
/// Figures that cannot all be right, as few as tell it: those that two rows, or one sum, show at sight; and of any others, as few as are still in conflict.
/// Source:  Reiter (1987), diagnosis from first principles; minimal conflicts by deletion.
/// Cost:    O(rows log rows) for those at sight; a conflict is tried without each of its cells, by its own constraints alone.
#pragma once

#include <vector>

#include "figure_bounds.h"
#include "figure_system.h"

namespace vicinia::core::audit {

/// Claims of two rows that miss each other, sums that fail as printed, parts that exceed their whole; of the cells that count. Cells ascend.
[[nodiscard]] std::vector<std::vector<CellId>> short_conflicts(const FigureSystem& system, const FigureBounds& bounds);

/// Minimal: without any of its cells there is none.
class ConflictMinimizer {
 public:
  explicit ConflictMinimizer(const FigureSystem& system) : system_(system), scratch_(system) {}
  [[nodiscard]] FigureBounds::Conflict minimal(FigureBounds::Conflict conflict);

 private:
  [[nodiscard]] bool is_conflict(const std::vector<CellId>& cells, const std::vector<std::uint32_t>& constraints);

  const FigureSystem& system_;
  FigureBounds scratch_;
};

}  // namespace vicinia::core::audit
