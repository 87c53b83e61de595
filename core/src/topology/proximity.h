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

/// A line with a unit on its right and nothing on its left.
struct OpenLine {
  std::vector<geom::Point> points{};
  UnitIndex unit = 0;
};

/// Of kind near, within `limit_m`; a < b. Samples lie at most `step_m` apart.
[[nodiscard]] std::vector<OpenLine> open_lines_of(const Topology& topology);
[[nodiscard]] std::vector<Contact> near_stretches(std::span<const OpenLine> lines, double limit_m, double step_m = 100);

}  // namespace vicinia::core::topology::detail
