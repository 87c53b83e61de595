/// \file unit_locator.h
/// Which unit lies at a point: what hovering and clicking ask, and registers of millions of points.
/// Source:  a grid that knows of each cell which areas may be there, and which is there as a whole; where a border passes, the crossing
///          rule on the few edges at the height of the point (edges by bands of y).
/// Units:   any plane, also degrees; the areas decide.
/// Laws:    a point off all borders is in exactly one of areas that share their borders; on a border, or at a corner, it is in each that has it,
///          and the smallest position is told. Two areas judge an edge of both by one and the same calculation.
/// Cost:    O(edges at the height of the point) a query, from any number of threads; O(vertices + cells) to build, of which there are
///          256 an area, up to a million.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::geom {

class UnitLocator {
 public:
  /// Keeps references into `areas`, which must outlive the locator. Empty geometries are never found.
  /// Only the positions in `among` take part.
  UnitLocator(std::span<const MultiPolygon> areas, std::span<const std::size_t> among);
  ~UnitLocator();
  UnitLocator(UnitLocator&&) noexcept;
  UnitLocator& operator=(UnitLocator&&) noexcept;

  /// Position of the area that covers the point; the smallest position where several do.
  [[nodiscard]] std::optional<std::size_t> at(const Point& point) const;

  /// The grid, for those who look for points elsewhere, such as on a server. A point is in column ⌊(x - west) × columns_per_x⌋, at most
  /// columns - 1; rows likewise. No columns: there is no area.
  struct Grid {
    double west = 0, south = 0, east = 0, north = 0;
    double columns_per_x = 0, rows_per_y = 0;
    std::uint32_t columns = 0, rows = 0;
  };
  [[nodiscard]] const Grid& grid() const;
  struct Candidate {
    std::uint32_t cell = 0;  ///< row × columns + column
    std::size_t area = 0;    ///< position
    bool is_whole = false;   ///< the area covers all of the cell
  };
  /// By cell, then by position of the area.
  [[nodiscard]] std::vector<Candidate> candidates() const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace vicinia::core::geom
