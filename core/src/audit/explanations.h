/// \file explanations.h
/// Which cells of a table must be wrong for the others to be right together. A contradiction is a set of cells that cannot all be right; an
/// explanation of it are as few cells as possible without which the rest of the table can be. Where there is one, its cells are wrong;
/// where there are several, any may be.
///
/// Contradictions are found one after the other and set aside. Each cell set aside is then held against the rest: one that several
/// cells contradict independently of each other is wrong; what remains is tried in all combinations, fewest cells first.
/// Source:  Reiter (1987), diagnosis from first principles: hitting sets of conflicts; minimal conflicts by deletion.
/// Cost:    linear in the contradictions; each costs what its cells reach. More than a few hundred trials are not spent on one.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "value_bounds.h"

namespace vicinia::core::audit {

struct CellExplanation {
  std::vector<CellId> cells{};     ///< of the table, ascending
  std::vector<CellId> given_up{};  ///< sums that were made from values as printed, a wrong one among them
};

struct ExplainedContradiction {
  std::vector<CellExplanation> explanations{};

  [[nodiscard]] std::vector<CellId> cells() const;  ///< of any explanation, ascending
};

struct Explained {
  std::vector<ExplainedContradiction> contradictions{};
  std::vector<CellId> consequences{};  ///< rows that sum a wrong value as printed: not wrong in themselves
  std::map<CellId, std::vector<OtherExplanation>>
      only_likely{};  ///< of those named alone: another explanation takes one cell more, or is one mistake
  std::vector<std::vector<CellId>> conflicts{};  ///< that were found on the way, each minimal
};

/// Leaves in `bounds` what all cells say that are neither named nor consequences; settled.
[[nodiscard]] Explained explain(const ValueSystem& system, ValueBounds& bounds);

/// Something tried with bounds, and taken back at the end. \pre nothing is left to propagate
class Trial {
 public:
  explicit Trial(ValueBounds& bounds) : bounds_(bounds), mark_(bounds.mark()) {}
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;
  ~Trial() {
    bounds_.undo(mark_);
    for (auto at = changed_.rbegin(); at != changed_.rend(); ++at) bounds_.restore(at->cell, at->counted);
  }
  void take(CellId cell) {
    remember(cell);
    bounds_.take(cell);
  }
  void leave_out(std::span<const CellId> cells) {
    for (const CellId cell : cells) remember(cell);
    bounds_.leave_out(cells);
  }
  void leave_out(CellId cell) { leave_out({&cell, 1}); }
  void leave_out_nearby(CellId cell) {
    remember(cell);
    bounds_.leave_out_nearby(cell);
  }
  void leave_out_and_look_at_rows(CellId cell, const DirectBounds& direct) {
    remember(cell);
    bounds_.leave_out_and_look_at_rows(cell, direct);
  }

 private:
  struct Change {
    CellId cell = 0;
    bool counted = false;
  };
  void remember(CellId cell) { changed_.push_back({cell, bounds_.counts(cell)}); }

  ValueBounds& bounds_;
  ValueBounds::Mark mark_;
  std::vector<Change> changed_{};
};

}  // namespace vicinia::core::audit
