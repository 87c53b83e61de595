/// \file lines.h
/// The rings of all units cut into lines between nodes, with the uses of each line: the units on either side of it.
/// A point is a node where its neighbours differ between the rings that run through it; between nodes, lines are equal if and only if
/// they start with the same two points, so that no segment needs to be looked at on its own.
/// Cost: O(vertices); parallel. The order of the lines depends on how points are numbered.
#pragma once

#include <vector>

#include "topology/lines/flat_rings.h"

namespace vicinia::core::topology::detail {

/// One ring's run along a line, by the line's first two points in its canonical direction.
struct LineUse {
  PointId first = 0, second = 0;
  std::uint32_t ring = 0;
  std::uint32_t edges : 31 = 0;
  std::uint32_t reversed : 1 = 0;
  std::size_t slot = 0;      ///< where the ring begins the run
  std::size_t position = 0;  ///< among all uses, ring by ring
};

class Lines {
 public:
  /// Keeps a reference to the rings.
  explicit Lines(const FlatRings& rings);

  [[nodiscard]] std::size_t count() const { return start_.size() - 1; }
  /// Uses of a line, those along it first; the unit of each is on the right of its ring.
  [[nodiscard]] std::span<const LineUse> uses(std::size_t line) const {
    return {uses_.data() + start_[line], start_[line + 1] - start_[line]};
  }
  [[nodiscard]] UnitIndex unit_of(const LineUse& use) const { return rings_.unit[use.ring]; }
  [[nodiscard]] const FlatRings& rings() const { return rings_; }
  [[nodiscard]] std::size_t use_count() const { return uses_.size(); }
  /// [ring + 1] positions of its uses.
  [[nodiscard]] const std::vector<std::size_t>& first_use_of_ring() const { return first_use_; }
  /// Point at so many steps from the begin of the line, in its canonical direction.
  [[nodiscard]] PointId point(const LineUse& use, std::size_t step) const {
    return rings_.ids[slot_after(use, use.reversed != 0 ? use.edges - step : step)];
  }
  /// Calls `visit(step, point)` for each point of the line, in the direction of the ring.
  template <class Visit>
  void along_ring(const LineUse& use, Visit visit) const {
    const std::size_t end = rings_.first_slot(use.ring) + rings_.length(use.ring);
    std::size_t slot = use.slot;
    for (std::size_t i = 0; i <= use.edges; ++i, ++slot) {
      if (slot == end) slot = rings_.first_slot(use.ring);
      visit(i, rings_.ids[slot]);
    }
  }
  /// The points of a line in its canonical direction.
  void copy_ids(std::size_t line, std::vector<PointId>& to) const;

 private:
  void find_nodes();
  void find_uses();
  void sort_uses();
  [[nodiscard]] std::size_t slot_after(const LineUse& use, std::size_t steps) const {
    const std::size_t first = rings_.first_slot(use.ring), length = rings_.length(use.ring),
                      slot = use.slot + steps;
    return slot < first + length ? slot : slot - length;
  }
  [[nodiscard]] LineUse make_use(std::size_t ring, std::size_t slot, std::size_t edges) const;

  const FlatRings& rings_;
  std::vector<std::uint8_t> is_node_;  ///< [point]
  std::vector<std::size_t> first_use_;
  std::vector<LineUse> uses_;       ///< sorted by line
  std::vector<std::size_t> start_;  ///< [line + 1]
};

}  // namespace vicinia::core::topology::detail
