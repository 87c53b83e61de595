/// \file drawing_levels.h
/// Geometries with just the vertices that show at a scale.
/// Vertices snap to a grid of half a pixel to a whole one, so move by half a pixel at most; those that fall together merge. Where a vertex goes depends on
/// its place alone: neighbours that share a border before share it after, so no gap opens between them. This is
/// what QGIS's own simplification does not promise, and it is done once per scale instead of at each drawing.
/// Units:   of the layer's CRS.
#pragma once

#include <qgsgeometry.h>
#include <qgspointxy.h>

#include <optional>
#include <vector>

namespace vicinia::gis::engine {

/// Step of the grid for a map of so many units per pixel: a power of two, so that few levels serve all scales.
[[nodiscard]] double grid_step(double units_per_pixel);

/// A polygon on the grid. One that would vanish stays as a cell of the grid. No value where the polygon has too few
/// vertices to gain anything.
[[nodiscard]] std::optional<QgsGeometry> on_grid(const QgsGeometry& polygon, double step);

/// The outlines of polygons as lines, where each segment that several of them have is drawn by the first alone: half
/// the work, and a translucent border is no darker than it should be. A polygon that has none left gets a null.
[[nodiscard]] std::vector<QgsGeometry> shared_once(const std::vector<QgsGeometry>& polygons);

/// The point of the largest part that is farthest from the outline: its pole of inaccessibility.
[[nodiscard]] QgsPointXY best_label_point(const QgsGeometry& polygon);

}  // namespace vicinia::gis::engine
