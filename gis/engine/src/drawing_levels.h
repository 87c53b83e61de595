/// \file drawing_levels.h
/// Geometries with just the vertices that show at a scale.
/// Vertices snap to a grid of half a pixel to a whole one, so move by half a pixel at most; those that fall together merge. Where a vertex goes depends on
/// its place alone: neighbours that share a border before share it after, so no gap opens between them. This is
/// what QGIS's own simplification does not promise, and it is done once per scale instead of at each drawing.
/// Units:   of the layer's CRS.
/// Cost:    O(vertices).
#pragma once

#include <absl/container/flat_hash_map.h>
#include <qgsgeometry.h>
#include <qgspointxy.h>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace vicinia::gis::engine {

/// Step of the grid for a map of so many units per pixel: a power of two, so that few levels serve all scales.
[[nodiscard]] double grid_step(double units_per_pixel);

/// A polygon or a line on the grid. One that would vanish stays as a cell of the grid. No value where it has too few
/// vertices to gain anything, or the grid is finer than the numbers of its vertices.
/// \pre step is a power of two
[[nodiscard]] std::optional<QgsGeometry> on_grid(const QgsGeometry& shape, double step);

/// The outlines of polygons as lines, where each segment that several of them have is drawn by one alone, the one with the least
/// number: half the work, and a translucent border is no darker than it should be. What a polygon draws depends on those before it
/// that it shares segments with, not on what was asked for earlier.
class SharedOutlines {
 public:
  /// Room for so many segments more.
  void reserve(std::size_t segments) { owners_.reserve(owners_.size() + segments); }
  /// Whoever has segments in common with a polygon and comes before it must be known before its lines are asked for.
  void add(std::uint32_t number, const QgsGeometry& polygon);
  /// Null where others draw all of it. \pre added; asked for once
  [[nodiscard]] QgsGeometry lines_of(std::uint32_t number, const QgsGeometry& polygon);
  [[nodiscard]] std::size_t bytes() const;

 private:
  /// Without a direction: the lesser end first.
  struct Segment {
    double x1, y1, x2, y2;
    friend bool operator==(const Segment&, const Segment&) = default;
  };
  struct SegmentHash {
    std::size_t operator()(const Segment& segment) const;
  };
  static Segment undirected(double x1, double y1, double x2, double y2);

  absl::flat_hash_map<Segment, std::uint32_t, SegmentHash> owners_;  ///< none, once its owner has drawn it
};

/// The point of the largest part that is farthest from the outline: its pole of inaccessibility.
[[nodiscard]] QgsPointXY best_label_point(const QgsGeometry& polygon);

/// Half way along the longest part of a line.
[[nodiscard]] QgsPointXY middle_of_longest(const QgsGeometry& line);

}  // namespace vicinia::gis::engine
