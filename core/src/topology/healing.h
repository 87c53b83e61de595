/// \file healing.h
/// Gives every face of an arrangement to one unit or to nobody, and makes each unit's rings from its faces.
/// A face of one unit is that unit's. A face of several goes to the one of them with which it shares the longest border; if it is most of
/// the ground of one of them (an enclave drawn over a unit without a hole), it stays that one's. A gap that is nowhere wider than the
/// tolerance goes to the neighbour with which it shares the longest border. Ties are broken by the units' ground, not by their numbers.
/// Units:   metres, square metres.
/// Cost:    O(faces + lines); of a gap whose width is in doubt, its perimeter in steps of a quarter of the tolerance.
#pragma once

#include <vector>

#include "arrangement.h"
#include "flat_rings.h"
#include "proximity.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

class Healing {
 public:
  /// Keeps references to both.
  Healing(const Arrangement& arrangement, const FlatRings& rings);

  /// Where units meet or overlap, before anything is healed.
  [[nodiscard]] std::vector<Contact> contacts() const;
  /// Lines with ground of one unit on one side and of none on the other.
  [[nodiscard]] std::vector<OpenLine> open_lines() const;
  /// Is there a gap that would be filled?
  void fill_gaps(double tolerance_m);
  [[nodiscard]] bool changes_anything() const { return !healed_.empty(); }
  [[nodiscard]] FlatRings healed_rings() const;
  /// Largest first.
  [[nodiscard]] std::vector<Healed> healed() const;
  /// Duplicates and tangled rings.
  [[nodiscard]] std::vector<Finding> findings() const;

 private:
  void share_out_overlaps();
  [[nodiscard]] bool is_first(UnitIndex a, UnitIndex b) const;
  template <class Owner>
  [[nodiscard]] UnitIndex longest_border(FaceIndex face, Owner owner) const;
  [[nodiscard]] geom::Point place_in(FaceIndex face) const;
  void give(FaceIndex face, UnitIndex unit, Healed::Kind kind);

  const Arrangement& arrangement_;
  const FlatRings& rings_;
  std::vector<UnitIndex> owner_;       ///< [face] outside: nobody's
  std::vector<double> ground_;         ///< [unit] that it covers, shared or not
  std::vector<geom::Point> first_;     ///< [unit] its first point by place
  std::vector<Healed> healed_;
};

}  // namespace vicinia::core::topology::detail
