/// \file topology/finding.h
/// Something about the polygons that a person should look at, with its place.
/// Units:   metres of the projection; `size` in square metres for areas (overlap, gap, sliver, duplicate, island, enclosed),
///          in metres for lines (zero_area: perimeter; invalid_ring: 0).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::topology {

using UnitIndex = std::uint32_t;

struct Finding {
  enum class Kind : std::uint8_t {
    empty,        ///< a unit without polygons
    zero_area,    ///< a ring that encloses nothing; it takes no part
    duplicate,    ///< two units with the same outline
    overlap,      ///< two units cover the same ground
    gap,          ///< ground that no unit covers, with units all around
    sliver,       ///< an overlap or a gap that is thin: its vertices do not match
    island,       ///< a unit without a neighbour
    enclosed,     ///< a unit with one neighbour all around
    invalid_ring  ///< a ring that crosses itself or another of its unit
  };
  Kind kind = Kind::empty;
  geom::Point place{};
  std::vector<UnitIndex> units{};  ///< ascending; of `enclosed`: the unit, then the one around it
  double size = 0;
};

/// Stable identifier, e.g. "zero_area".
[[nodiscard]] std::string_view name_of(Finding::Kind kind);

}  // namespace vicinia::core::topology
