/// \file whole_outlines.h
/// The law of areas, asked before outlines are written: what a set of units is dissolved to has the area of
/// its members. Shapes:  group of each unit, outline of each group → success, or the first group that broke
/// the law. Units:   metres, square metres. 1e-9 of the area and one square metre are allowed. Missing: a
/// group without units has no area; neither has its outline. Errors:  BrokenOutline (subject.id: the group;
/// detail: "area of the outline / of its members, m²|x y", a place in a member that the
///          outline leaves out, or in the outline).
/// Cost:    O(vertices).
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/dissolve.h"

namespace vicinia::workspace::inline maps {

/// The members' areas are those of the topology, after healing. `name_of` says what an error calls a group.
[[nodiscard]] core::Status check_areas(const core::topology::Topology& topology,
                                       std::span<const core::topology::GroupIndex> group_of_unit,
                                       const std::vector<core::geom::MultiPolygon>& outlines,
                                       const std::function<std::string(std::size_t)>& name_of);

}  // namespace vicinia::workspace::inline maps
