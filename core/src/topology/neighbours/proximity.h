/// \file proximity.h
/// Where open border lines run beside those of another unit: each stretch of the one, with the nearest other unit across the ground
/// between, and how far away it is. Being the nearest, no third unit lies between.
/// Units:   metres.
/// Cost:    O(n) for n segments of open lines, and the pairs of runs that come within the limit; parallel. Does not depend on the number
///          of threads.
#pragma once

#include <span>
#include <vector>

#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

/// Lines with a unit on their right and nothing on their left, ascending by unit.
struct OpenArcs {
  std::vector<geom::Point> places{};
  std::vector<std::size_t> start{0};  ///< [line + 1] into places
  std::vector<UnitIndex> units{};     ///< [line]

  [[nodiscard]] std::size_t size() const { return units.size(); }
  [[nodiscard]] std::span<const geom::Point> points(std::size_t line) const {
    return {places.data() + start[line], start[line + 1] - start[line]};
  }
  [[nodiscard]] UnitIndex unit(std::size_t line) const { return units[line]; }
};

[[nodiscard]] OpenArcs open_arcs_of(const Topology& topology);
/// Of kind near, within `limit_m`; a < b; ascending by pair and distance. Samples lie at most `step_m` apart.
[[nodiscard]] std::vector<Contact> near_stretches(const OpenArcs& lines, double limit_m, double step_m = 100);

}  // namespace vicinia::core::topology::detail
