/// \file gap_filling.h
/// Gives every gap that is nowhere wider than a tolerance to the neighbour with which it shares the longest border. A gap along several
/// units is first cut across where the unit on one side changes, so that nobody gets a strip along a whole province.
/// Units:   metres, square metres.
/// Cost:    O(n log n) for n vertices of open lines; of a gap whose width is in doubt, its perimeter in steps of a quarter of the tolerance.
#pragma once

#include <vector>

#include "lines.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

/// `lines` are of `rings`, and meet in their ends only. Answers what was filled; `rings` then has the gaps in its units' rings.
[[nodiscard]] std::vector<Healed> fill_gaps(FlatRings& rings, const Lines& lines, double tolerance_m);

}  // namespace vicinia::core::topology::detail
