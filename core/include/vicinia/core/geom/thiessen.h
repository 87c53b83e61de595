/// \file thiessen.h
/// Thiessen (Voronoi) areas of points within a region: each point gets the part of the region nearest to it.
/// Source:  Thiessen (1911); diagram by Boost.Polygon (Fortune's sweep on integers), clipped by Boost.Geometry.
/// Shapes:  sites [n] × region → areas [n], in the order of the sites.
/// Units:   metres. Sites are put on a grid of `thiessen_grid_m` for the diagram; the region stays as it is.
/// Missing: a site may lie outside the region; its area is then whatever part of the region is nearest to it,
///          possibly none (an empty multipolygon).
/// Errors:  NoValues (no site), EmptyGeometry (region), DuplicatePoint (id = position, detail = the other),
///          GeographicCoordinates, NonFiniteCoordinate, InvalidArgument (sites and region further apart than the Earth
///          is round).
/// Cost:    O(n log n) for the diagram and O(n × vertices of the region) for clipping.
/// The areas do not overlap, and together they make the region: their sum differs from its area by less than
/// 1e-9 of it. The result does not depend on the order of the sites, bit for bit.
#pragma once

#include <span>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::core::geom {

inline constexpr double thiessen_grid_m = 0.01;

[[nodiscard]] Result<std::vector<MultiPolygon>> thiessen_areas(std::span<const Point> sites,
                                                               const MultiPolygon& region);

}  // namespace vicinia::core::geom
