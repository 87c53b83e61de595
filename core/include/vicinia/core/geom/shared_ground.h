/// \file shared_ground.h
/// How much ground two sets of areas have in common, estimated along scan lines: an overlay of outlines with hundreds of thousands
/// of vertices takes seconds, this takes one pass over them.
/// Units:   metres, square metres.
/// Missing: empty areas count as no ground.
/// Cost:    O(vertices + lines × crossings). The error is about the length of the outlines' disagreement × the distance of the lines;
///          ground that no line meets is not seen.
/// Areas of one set may overlap or touch; their ground counts once. Rings are turned as geom/types.h says.
#pragma once

#include <cstddef>
#include <span>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::geom {

struct SharedGround {
  double only_first_m2 = 0;
  double only_second_m2 = 0;
  double both_m2 = 0;
};

/// \pre lines > 0
[[nodiscard]] SharedGround shared_ground(std::span<const MultiPolygon* const> first,
                                         std::span<const MultiPolygon* const> second,
                                         std::size_t lines = 200);

}  // namespace vicinia::core::geom
