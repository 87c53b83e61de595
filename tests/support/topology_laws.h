/// \file topology_laws.h
/// The laws that every topology keeps, whatever the areas and the tolerance: what core promises of neighbours
/// and outlines. Each function returns sentences about what is broken; none: the law holds. Units:   metres,
/// square metres. Cost:    some builds of the topology; `ground_is_kept` also looks up some hundred places in
/// every area.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::test {

using Broken = std::vector<std::string>;
using AreaSpan = std::span<const core::geom::MultiPolygon>;
using GroupSpan = std::span<const core::topology::GroupIndex>;

inline constexpr double law_tolerances_m[] = {0, 1, 10, 100, 500, 1000};

/// The outline of each group has the area of its members as healed, and every polygon of units and groups is
/// valid.
[[nodiscard]] Broken outlines_are_whole(const core::topology::Topology& topology, GroupSpan groups);
/// All units together have the area of the input, less what several cover (counted once), and what was
/// filled. For areas that are valid by themselves and whose parts do not overlap.
[[nodiscard]] Broken ground_adds_up(const core::topology::Topology& topology, AreaSpan input);
/// At places of the input and between: what one unit covers stays with it; what several cover goes to one of
/// them; ground of no unit stays so, or is within a gap no wider than the tolerance that is listed as given
/// to the unit that has it.
[[nodiscard]] Broken ground_is_kept(const core::topology::Topology& topology, AreaSpan input,
                                    std::uint64_t seed);
/// A unit without ground had none before, or stands twice, and then it is said to whom its ground was given.
[[nodiscard]] Broken no_unit_vanishes(const core::topology::Topology& topology, AreaSpan input);
/// Healed ground is told by a place in the outline of the unit that it was given to.
[[nodiscard]] Broken healed_places_lie_in_their_units(const core::topology::Topology& topology);
/// An edge stays an edge and a link a link at every larger tolerance. Ascending tolerances.
[[nodiscard]] Broken more_tolerance_loses_nothing(AreaSpan input, std::span<const double> tolerances_m);
/// Borders, healed ground, polygons of units and of groups are the same bytes in another order of the units
/// and on one thread. Of polygons that stand twice, which cannot be told apart, the first stays the first.
[[nodiscard]] Broken order_and_threads_do_not_matter(AreaSpan input, GroupSpan groups,
                                                     std::optional<double> tolerance_m, std::uint64_t seed);

[[nodiscard]] std::string laws_as_text(const Broken& broken);

}  // namespace vicinia::test
