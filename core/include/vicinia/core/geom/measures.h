/// \file measures.h
/// Area, bounds and containment of a unit's polygons, and where two come closest.
/// Units:   metres, square metres.
/// Errors:  GeographicCoordinates where the numbers can only be degrees, EmptyGeometry, NonFiniteCoordinate.
/// Cost:    O(vertices).
#pragma once

#include <optional>

#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::core::geom {

[[nodiscard]] Result<double> area_m2(const MultiPolygon& polygons);
[[nodiscard]] Result<double> perimeter_m(const MultiPolygon& polygons);
/// Smallest box around all parts; an empty geometry gives EmptyGeometry.
[[nodiscard]] Result<Box> bounds(const MultiPolygon& polygons);
/// On the border counts as inside.
[[nodiscard]] bool covers(const MultiPolygon& polygons, const Point& point);
/// A point inside the largest part, on no border; nullopt where there is no area.
[[nodiscard]] std::optional<Point> point_inside(const MultiPolygon& polygons);
/// Success if the coordinates can be metres: finite, and not all within ±360 by ±90.
[[nodiscard]] Status require_metres(const MultiPolygon& polygons);

/// A vertex of one of two areas that is nearest to the other's outline. O(n log n).
struct Nearest {
  Point place{};
  double distance_m = 0;
};
/// nullopt where one of them is empty.
[[nodiscard]] std::optional<Nearest> nearest(const MultiPolygon& a, const MultiPolygon& b);

}  // namespace vicinia::core::geom
