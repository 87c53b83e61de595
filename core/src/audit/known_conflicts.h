/// \file known_conflicts.h
/// Conflicts that were found, and which of their cells are alike: in the same conflicts. A sum of a complete matrix is in conflict with thousands of cells, of
/// which one is as good an explanation as another; told briefly, a conflict has only the first few of those.
/// Source:  Paige and Tarjan (1987), partition refinement.
/// Cost:    adding O(cells of it and of what it splits); briefly O(kinds of alike cells).
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "value_system.h"

namespace vicinia::core::audit {

class KnownConflicts {
 public:
  explicit KnownConflicts(const ValueSystem& system) : system_(system) {}

  /// \pre cells ascend
  void add(std::span<const CellId> conflict);
  [[nodiscard]] std::size_t size() const { return kinds_in_.size(); }
  /// Those that none of the cells is in, each with the first cells of every kind, with those of `wanted`, and with whatever is in a row of which more than
  /// `cost_of_row` cells are in conflicts. Cells ascend.
  [[nodiscard]] std::vector<std::vector<CellId>> briefly_without(std::span<const CellId> cells,
                                                                 std::span<const CellId> wanted) const;

  /// A row of which more is wrong was copied, shifted or swapped: that is one mistake.
  static constexpr double cost_of_row = 3;
  /// More than are ever forbidden at once.
  static constexpr std::size_t cells_of_a_kind = 24;

 private:
  struct Kind {
    std::vector<CellId> cells{};  ///< ascending
    std::vector<std::uint32_t> conflicts{};
  };
  [[nodiscard]] std::span<const std::uint32_t> conflicts_of(CellId cell) const;
  void note_new(CellId cell);

  const ValueSystem& system_;
  std::vector<Kind> kinds_{};
  std::unordered_map<CellId, std::uint32_t> kind_of_{};
  std::vector<std::vector<std::uint32_t>> kinds_in_{};             ///< [conflict]
  std::unordered_map<std::size_t, std::vector<CellId>> in_row_{};  ///< cells that are in conflicts
  std::vector<CellId> of_full_rows_{};
};

}  // namespace vicinia::core::audit
