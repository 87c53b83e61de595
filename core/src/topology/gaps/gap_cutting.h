/// \file gap_cutting.h
/// Cuts a gap along more than two units into pieces, across from where the unit beside it changes, and tells whose each piece is.
/// Units:   metres, square metres.
/// Cost:    O(n) for the n segments around it, and those near each cut.
#pragma once

#include <boost/container/small_vector.hpp>
#include <span>
#include <utility>
#include <vector>

#include "topology/lines/flat_rings.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

/// One way round a gap: its points as those of the country, and the unit beyond each step from one to the next.
struct Way {
  std::vector<PointId> points;
  std::vector<UnitIndex> units;
};

/// Ground that goes to one unit.
struct Piece {
  UnitIndex owner = 0;
  std::vector<UnitIndex> units;  ///< around it, ascending
  geom::Point place{};           ///< inside it
  double area_m2 = 0, perimeter_m = 0;
};

/// A segment around a piece: of the gap's border, or of a cut.
struct PieceBorder {
  PointId from, to;
  UnitIndex right, left;
};

/// What becomes of one gap. Points are numbered as those of the country, and from there on as `points`.
struct FilledGap {
  std::vector<Piece> pieces;
  std::vector<PieceBorder>
      borders;  ///< of a gap that was cut, all there are: its own border has new vertices
  std::vector<geom::Point> points;
  std::vector<UnitIndex> units;  ///< around it
};

/// The longest of the borders that units have with a piece of ground; of two as long, the one that begins first by place.
class LongestBorder {
 public:
  /// A line of the unit, with the end of it that comes first by place.
  void add(UnitIndex unit, double length_m, const geom::Point& first);
  /// Ascending.
  [[nodiscard]] std::vector<UnitIndex> units() const;
  [[nodiscard]] UnitIndex owner();

 private:
  [[nodiscard]] const geom::Point& first_of(UnitIndex unit) const;
  boost::container::small_vector<std::pair<UnitIndex, double>, 4> parts_;
  boost::container::small_vector<std::pair<UnitIndex, geom::Point>, 4> first_;
};

/// One piece where nothing can be cut.
[[nodiscard]] FilledGap cut_gap(const Points& points, std::span<const Way> ways, double longest_m);

}  // namespace vicinia::core::topology::detail
