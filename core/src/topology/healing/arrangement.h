/// \file arrangement.h
/// The faces that a set of lines cuts the plane into, and which units cover each: ground of one unit, of several (an overlap), or of
/// none (a gap, where it is bounded).
/// Source:  doubly connected edge list (de Berg et al., Computational Geometry, ch. 2).
/// Units:   metres, square metres.
/// Missing: face 0 is the unbounded one.
/// Cost:    O(n log n) for n vertices.
/// \pre The lines meet in their ends only (noding.h).
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "topology/lines/flat_rings.h"
#include "topology/lines/lines.h"

namespace vicinia::core::topology::detail {

using FaceIndex = std::uint32_t;
inline constexpr FaceIndex no_face = std::numeric_limits<FaceIndex>::max();

/// Lines with the units that have each as their border, on its right and on its left; a unit may be there more than once.
class BorderLines {
 public:
  [[nodiscard]] std::size_t size() const { return first_point_.size() - 1; }
  [[nodiscard]] std::span<const PointId> points(std::size_t line) const {
    return {points_.data() + first_point_[line], first_point_[line + 1] - first_point_[line]};
  }
  [[nodiscard]] std::span<const UnitIndex> right(std::size_t line) const {
    return {units_.data() + first_right_[line], first_left_[line] - first_right_[line]};
  }
  [[nodiscard]] std::span<const UnitIndex> left(std::size_t line) const {
    return {units_.data() + first_left_[line], first_right_[line + 1] - first_left_[line]};
  }
  [[nodiscard]] std::size_t point_count() const { return points_.size(); }
  void reserve(std::size_t lines, std::size_t points, std::size_t units);
  void add(std::span<const PointId> points, std::span<const UnitIndex> right,
           std::span<const UnitIndex> left);
  /// A line of `lines`, with the units of its uses.
  void add(const Lines& lines, std::size_t line);
  /// For the lines with one use.
  void reserve_open(const Lines& lines);
  /// A line of which one unit, or all ground that there is, lies on the right if the line's own direction is that of its use.
  void add_open(const Lines& lines, std::size_t line, UnitIndex unit);

 private:
  std::vector<PointId> points_;
  std::vector<UnitIndex> units_;             ///< line by line, those on its right first
  std::vector<std::size_t> first_point_{0};  ///< [line + 1]
  std::vector<std::size_t> first_right_{0};  ///< [line + 1] into units_
  std::vector<std::size_t> first_left_;      ///< [line]
};

/// What is known of the ground beside the lines.
enum class Sides : std::uint8_t {
  counted,  ///< a line tells who begins and ends there: who covers a face is counted from the outside in
  told      ///< no ground is covered twice, and a line tells who is on either side
};

class Arrangement {
 public:
  /// Keeps a reference to the points. Where sides are told, only ground that nobody covers is put together from all the ways around it; ground
  /// of a unit is a face for each of its ways, so that nothing needs to be searched for what lies within it.
  Arrangement(std::span<const geom::Point> points, BorderLines lines, Sides sides = Sides::counted);

  [[nodiscard]] const BorderLines& lines() const { return lines_; }
  [[nodiscard]] double length_m(std::size_t line) const { return length_[line]; }
  [[nodiscard]] std::size_t face_count() const { return area_.size(); }
  /// On the right of a line, or on its left.
  [[nodiscard]] FaceIndex face(std::size_t line, bool left) const {
    return face_of_[2 * line + (left ? 1 : 0)];
  }
  /// Units whose rings run more than once around a face, or the wrong way: rings that cross themselves.
  [[nodiscard]] const std::vector<std::pair<UnitIndex, FaceIndex>>& tangled() const { return tangled_; }
  /// Units that cover a face, ascending.
  [[nodiscard]] std::span<const UnitIndex> cover(FaceIndex face) const {
    return {cover_units_.data() + cover_[face].first, cover_[face].count};
  }
  [[nodiscard]] double area_m2(FaceIndex face) const { return area_[face]; }
  [[nodiscard]] double perimeter_m(FaceIndex face) const { return perimeter_[face]; }
  /// Half-edges, two a line: 2 × line runs along it and has its right face beside it, 2 × line + 1 comes back.
  [[nodiscard]] std::uint32_t next(std::uint32_t half) const { return next_[half]; }
  [[nodiscard]] FaceIndex face_of(std::uint32_t half) const { return face_of_[half]; }
  /// The closed ways around a face, by one half-edge of each.
  [[nodiscard]] std::span<const std::uint32_t> loops_of(FaceIndex face) const {
    return {loops_by_face_.data() + first_loop_[face], first_loop_[face + 1] - first_loop_[face]};
  }
  /// Where a half-edge begins.
  [[nodiscard]] PointId origin(std::uint32_t half) const {
    const auto line = lines_.points(half / 2);
    return half % 2 == 0 ? line.front() : line.back();
  }
  /// Points of a half-edge after its first.
  void append(std::uint32_t half, std::vector<PointId>& to) const;
  /// Calls `visit(a, b)` for each segment around a face, with the face on its right.
  template <class Visit>
  void for_each_segment(FaceIndex face, Visit visit) const {
    for (const std::uint32_t first : loops_of(face)) {
      std::uint32_t half = first;
      do {
        const auto line = lines_.points(half / 2);
        if (half % 2 == 0)
          for (std::size_t i = 1; i < line.size(); ++i) visit(at(line[i - 1]), at(line[i]));
        else
          for (std::size_t i = line.size() - 1; i > 0; --i) visit(at(line[i]), at(line[i - 1]));
        half = next_[half];
      } while (half != first);
    }
  }
  /// A place inside the face: in the middle of the widest stretch that it has on a line from west to east through about its middle.
  [[nodiscard]] geom::Point place_in(FaceIndex face) const;

 private:
  struct Loop {
    std::uint32_t first = 0;
    double area = 0;  ///< signed, clockwise positive: around its ground
    double length = 0;
  };
  [[nodiscard]] const geom::Point& at(PointId id) const { return points_[id]; }
  [[nodiscard]] PointId second(std::uint32_t half) const {
    const auto line = lines_.points(half / 2);
    return half % 2 == 0 ? line[1] : line[line.size() - 2];
  }
  void measure_lines();
  void link();
  void find_loops();
  void measure(Loop& loop) const;
  void nest();
  void gather_loops(std::size_t faces);
  void tell_cover();
  void spread_cover(std::uint32_t outside_loop);
  /// Units on the right of a half-edge, as its line tells.
  [[nodiscard]] std::span<const UnitIndex> beside(std::uint32_t half) const {
    return half % 2 == 0 ? lines_.right(half / 2) : lines_.left(half / 2);
  }

  std::span<const geom::Point> points_;
  BorderLines lines_;
  Sides sides_;
  std::vector<double> length_;          ///< [line]
  std::vector<double> beside_chord_;    ///< [line] twice the signed area between it and its chord
  std::vector<PointId> leftmost_;       ///< [line]
  std::vector<std::uint32_t> next_;     ///< [half-edge]
  std::vector<std::uint32_t> loop_of_;  ///< [half-edge]
  std::vector<Loop> loops_;
  std::vector<FaceIndex> face_of_loop_;
  std::vector<std::uint8_t> is_known_;        ///< [loop] the cover beside it is
  std::vector<FaceIndex> face_of_;            ///< [half-edge]
  std::vector<std::size_t> first_loop_;       ///< [face + 1]
  std::vector<std::uint32_t> loops_by_face_;  ///< by one half-edge of each
  struct Cover {
    std::size_t first = 0, count = 0;
  };
  std::vector<Cover> cover_;  ///< [face]
  std::vector<UnitIndex> cover_units_;
  std::vector<double> area_, perimeter_;
  std::vector<std::pair<UnitIndex, FaceIndex>> tangled_;
};

}  // namespace vicinia::core::topology::detail
