/// \file check.h
/// What is wrong or remarkable with a set of boundaries, each with its place.
/// Units:   metres, square metres; see finding.h.
/// Errors:  InvalidArgument (sliver_width_m), Cancelled.
/// Cost:    O(vertices log vertices).
/// Overlaps and filled gaps are listed as the data have them, although the topology has healed them.
#pragma once

#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology {

struct CheckOptions {
  double sliver_width_m =
      20;  ///< an overlap or gap whose mean width (2 × area / perimeter) is less is a sliver
};

/// The topology's own findings, and overlaps, gaps, slivers, islands, enclosed units and invalid rings; in the order of the kinds,
/// then of the units.
[[nodiscard]] Result<std::vector<Finding>> check(const Topology& topology, const CheckOptions& options = {},
                                                 const Task& task = {});

}  // namespace vicinia::core::topology
