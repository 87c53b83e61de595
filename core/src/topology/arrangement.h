/// \file arrangement.h
/// The faces that a set of lines cuts the plane into, and which units cover each: ground of one unit, of several (an overlap), or of
/// none (a gap, where it is bounded).
/// Source:  doubly connected edge list (de Berg et al., Computational Geometry, ch. 2).
/// Units:   metres, square metres.
/// Missing: face 0 is the unbounded one.
/// Cost:    O(n log n) for n vertices.
/// \pre The lines meet in their ends only (noding.h).
#pragma once

#include <utility>
#include <vector>

#include "flat_rings.h"

namespace vicinia::core::topology::detail {

using FaceIndex = std::uint32_t;
inline constexpr FaceIndex no_face = std::numeric_limits<FaceIndex>::max();

/// A line with the units that have it as their border, on its right and on its left; a unit may be there more than once.
struct BorderLine {
  std::vector<PointId> points{};
  std::vector<UnitIndex> right{}, left{};
  double length_m = 0;
};

class Arrangement {
 public:
  Arrangement(const std::vector<geom::Point>& points, std::vector<BorderLine> lines);

  [[nodiscard]] const std::vector<BorderLine>& lines() const { return lines_; }
  [[nodiscard]] std::size_t face_count() const { return cover_.size(); }
  /// On the right of a line, or on its left.
  [[nodiscard]] FaceIndex face(std::size_t line, bool left) const { return face_of_[2 * line + (left ? 1 : 0)]; }
  /// Units whose rings run more than once around a face, or the wrong way: rings that cross themselves.
  [[nodiscard]] const std::vector<std::pair<UnitIndex, FaceIndex>>& tangled() const { return tangled_; }
  /// Units that cover a face, ascending.
  [[nodiscard]] const std::vector<UnitIndex>& cover(FaceIndex face) const { return cover_[face]; }
  [[nodiscard]] double area_m2(FaceIndex face) const { return area_[face]; }
  [[nodiscard]] double perimeter_m(FaceIndex face) const { return perimeter_[face]; }
  /// Half-edges, two a line: 2 × line runs along it and has its right face beside it, 2 × line + 1 comes back.
  [[nodiscard]] std::uint32_t next(std::uint32_t half) const { return next_[half]; }
  [[nodiscard]] FaceIndex face_of(std::uint32_t half) const { return face_of_[half]; }
  /// The closed ways around a face, by one half-edge of each.
  [[nodiscard]] const std::vector<std::uint32_t>& loops_of(FaceIndex face) const { return loops_of_[face]; }
  /// Points of a half-edge after its first.
  void append(std::uint32_t half, std::vector<PointId>& to) const;
  /// The face as a polygon; of face 0, nothing.
  [[nodiscard]] geom::Polygon polygon(FaceIndex face) const;

 private:
  struct Loop {
    std::uint32_t first = 0;
    double area = 0;                ///< signed, clockwise positive: around its ground
    double length = 0;
    std::uint32_t component = 0;
  };
  [[nodiscard]] const geom::Point& at(PointId id) const { return points_[id]; }
  [[nodiscard]] PointId origin(std::uint32_t half) const {
    const auto& line = lines_[half / 2].points;
    return half % 2 == 0 ? line.front() : line.back();
  }
  [[nodiscard]] PointId second(std::uint32_t half) const {
    const auto& line = lines_[half / 2].points;
    return half % 2 == 0 ? line[1] : line[line.size() - 2];
  }
  void link();
  void find_loops();
  void nest();
  void spread_cover(std::uint32_t outside_loop);

  const std::vector<geom::Point>& points_;
  std::vector<BorderLine> lines_;
  std::vector<std::uint32_t> next_;        ///< [half-edge]
  std::vector<std::uint32_t> loop_of_;     ///< [half-edge]
  std::vector<Loop> loops_;
  std::vector<FaceIndex> face_of_loop_;
  std::vector<std::uint8_t> is_known_;     ///< [loop] the cover beside it is
  std::vector<FaceIndex> face_of_;         ///< [half-edge]
  std::vector<std::vector<std::uint32_t>> loops_of_;
  std::vector<std::vector<UnitIndex>> cover_;
  std::vector<double> area_, perimeter_;
  std::vector<std::pair<UnitIndex, FaceIndex>> tangled_;
};

}  // namespace vicinia::core::topology::detail
