/// \file dissolve.h
/// Outlines of sets of units: the arcs with a member on one side only, chained.
/// Shapes:  group of each unit → one MultiPolygon per group; members → one outline as lines.
/// Units:   metres.
/// Missing: units with `no_group` are in no group; a group without units is an empty MultiPolygon.
/// Errors:  ShapeMismatch (not one group per unit; a member that is no unit).
/// Cost:    O(arcs + vertices of the outlines); parallel over groups.
/// Outlines are valid, have the area of their members, and no hole that is not real: a ring that meets itself at a node is split there, and
/// parts that touch at a corner are parts of their own. Ground that members share counts once; what healing gave is in `healed()`.
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology {

using GroupIndex = std::uint32_t;
inline constexpr GroupIndex no_group = std::numeric_limits<GroupIndex>::max();

/// Groups are numbered from 0; the result has one area for each up to the highest in use.
[[nodiscard]] Result<std::vector<geom::MultiPolygon>> dissolve(const Topology& topology,
                                                               std::span<const GroupIndex> group_of_unit);
/// Each unit by itself: the input again, healed and with shared vertices, or simplified.
[[nodiscard]] std::vector<geom::MultiPolygon> areas(const Topology& topology);

/// Which arcs make the outline of a set, and the lines within it that divide members of different provinces.
struct OutlineLines {
  std::vector<ArcRef> border{};  ///< between a member and what is none, with the members on the right
  std::vector<ArcRef>
      crossings{};  ///< between two members of different `second_group`: where the set crosses it
  double border_m = 0;
  double crossings_m = 0;
};
/// One for each group up to the highest in use; no vertex is touched, so O(units + arcs). `second_group`: the province of each unit,
/// say; empty: none.
[[nodiscard]] Result<std::vector<OutlineLines>> outline_lines(const Topology& topology,
                                                              std::span<const GroupIndex> group_of_unit,
                                                              std::span<const GroupIndex> second_group = {});

struct Outline : OutlineLines {
  geom::MultiPolygon area{};
};
/// Of one set.
[[nodiscard]] Result<Outline> outline(const Topology& topology, std::span<const UnitIndex> members,
                                      std::span<const GroupIndex> second_group = {});

}  // namespace vicinia::core::topology
