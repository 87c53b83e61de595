/// \file unit_grid.h
/// Units as a server can look places up in them: for each cell of a grid the units that may be there, in their order, each with the piece of its area
/// that the cell reaches, or with none where it covers the whole cell.
/// Shapes:  units → cells; the candidates of a cell end with one that covers it, if there is one.
/// Laws:    the first candidate that covers a place is what UnitLocator says of it.
/// Cost:    O(vertices × cells that an area's border passes); the pieces have about as many vertices as the borders.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/geom/types.h"
#include "vicinia/core/geom/unit_locator.h"

namespace vicinia::gis::firms {

struct UnitGrid {
  struct Candidate {
    std::uint32_t unit = 0;
    std::string piece{};  ///< a MULTIPOLYGON as WKB; empty: all of the cell
  };
  struct Cell {
    std::uint32_t number = 0;
    std::vector<Candidate> candidates{};
  };
  core::geom::UnitLocator::Grid grid{};
  std::vector<Cell> cells{};
  std::size_t most_candidates = 0;
};

[[nodiscard]] UnitGrid unit_grid(std::span<const core::geom::MultiPolygon> areas);

/// What of an area is in a box and a bit around it, and inside the box just as the area. Outlines run along the box where they leave it.
[[nodiscard]] core::geom::MultiPolygon piece_of(const core::geom::MultiPolygon& area,
                                                const core::geom::Box& box);

}  // namespace vicinia::gis::firms
