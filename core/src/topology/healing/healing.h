/// \file healing.h
/// Gives every face of an arrangement that units cover to one of them, and makes each unit's rings from its faces.
/// A face of one unit is that unit's. A face of several goes to the one of them with which it shares the longest border; if it is most of
/// the ground of one of them (an enclave drawn over a unit without a hole), it stays that one's. Ties are broken by the units' ground,
/// not by their numbers. Gaps: gap_filling.h.
/// Units:   metres, square metres.
/// Cost:    O(faces + lines).
#pragma once

#include <utility>
#include <vector>

#include "topology/healing/arrangement.h"
#include "topology/lines/flat_rings.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

class Healing {
 public:
  /// Keeps references to both.
  Healing(const Arrangement& arrangement, const FlatRings& rings);

  /// Where units meet or overlap, before anything is healed.
  [[nodiscard]] std::vector<Contact> contacts() const;
  [[nodiscard]] FlatRings healed_rings() const;
  [[nodiscard]] const std::vector<Healed>& healed() const { return healed_; }
  [[nodiscard]] std::vector<Healed> take_healed() { return std::move(healed_); }
  /// Duplicates and tangled rings.
  [[nodiscard]] std::vector<Finding> findings() const;

 private:
  void share_out_overlaps();
  [[nodiscard]] bool is_first(UnitIndex a, UnitIndex b) const;
  template <class Owner>
  [[nodiscard]] UnitIndex longest_border(FaceIndex face, Owner owner) const;
  void give(FaceIndex face, UnitIndex unit);

  const Arrangement& arrangement_;
  const FlatRings& rings_;
  std::vector<UnitIndex> owner_;    ///< [face] outside: nobody's
  std::vector<double> ground_;      ///< [unit] that it covers, shared or not
  std::vector<geom::Point> first_;  ///< [unit] its first point by place
  std::vector<Healed> healed_;
  std::vector<FaceIndex> given_;  ///< [healed]
};

}  // namespace vicinia::core::topology::detail
