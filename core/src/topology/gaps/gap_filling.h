/// \file gap_filling.h
/// Gives every gap that is nowhere wider than a tolerance to the neighbour with which it shares the longest border. A gap along several
/// units is first cut across where the unit on one side changes, so that nobody gets a strip along a whole province.
/// Units:   metres, square metres.
/// Cost:    O(n log n) for n vertices of open lines; of a gap whose width is in doubt, its perimeter in steps of a quarter of the tolerance.
#pragma once

#include <optional>
#include <vector>

#include "topology/healing/arrangement.h"
#include "topology/lines/lines.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

/// Ground that nobody covers, with the units around it.
class OpenGround {
 public:
  /// Keeps a reference to the lines. Of no use if lines meet elsewhere than in their ends, or if ground is covered twice.
  explicit OpenGround(const Lines& lines);

  /// All lines; those of the faces are the ones with one use, in the same order.
  [[nodiscard]] const Lines& lines() const { return lines_; }
  [[nodiscard]] const Arrangement& faces() const { return *faces_; }
  /// [line of the arrangement] whose border it is.
  [[nodiscard]] const std::vector<UnitIndex>& unit() const { return unit_; }
  /// Faces with units all around.
  [[nodiscard]] const std::vector<FaceIndex>& gaps() const { return gaps_; }

 private:
  const Lines& lines_;
  std::optional<Arrangement> faces_;
  std::vector<UnitIndex> unit_;
  std::vector<FaceIndex> gaps_;
};

/// `ground` is of `rings`. Answers what was filled; `rings` then has the gaps in its units' rings, and `ground` and its lines are of no more use.
[[nodiscard]] std::vector<Healed> fill_gaps(FlatRings& rings, const OpenGround& ground, double tolerance_m);

}  // namespace vicinia::core::topology::detail
