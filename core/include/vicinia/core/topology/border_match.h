/// \file border_match.h
/// How well the borders of a set of areas meet, and which tolerance it takes to match them: what the data say of themselves.
/// Shapes:  topology → counts, and one row per pair that runs beside each other without meeting.
/// Units:   metres.
/// Missing: nothing beside anything: `beside` is empty and the proposal 0.
/// Cost:    as `borders`.
#pragma once

#include <cstddef>
#include <vector>

#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology {

/// Pairs further apart than this are never looked for, and no tolerance beyond it is proposed.
inline constexpr double furthest_match_m = 1000;

struct BorderMatch {
  std::size_t shared = 0;       ///< pairs with a border line that coincides
  std::size_t overlapping = 0;  ///< pairs without one that cover some ground along their border both
  std::vector<Border>
      beside{};  ///< kind `near`, within furthest_match_m, ascending by distance: not linked at tolerance 0
  double proposed_m = 0;     ///< the tolerance that the data need; 0: none
  double most_within_m = 0;  ///< nine in ten of the pairs that the proposal links are no further apart
  std::size_t matched = 0;   ///< pairs of `beside` that the proposal links
};

[[nodiscard]] BorderMatch match_borders(const Topology& topology);

}  // namespace vicinia::core::topology
