/// \file layer_cache.h
/// Layer sources in memory, keyed by their content. Whatever is here could be read again.
/// Missing: a source without a CRS is taken to be in the map's.
/// Errors:  RenderFailed: no such file, neither areas nor lines nor points, a feature without a geometry.
/// Threads: the main thread only.
#pragma once

#include <qgscoordinatereferencesystem.h>
#include <qgsfeature.h>
#include <qgsfields.h>
#include <qgspointxy.h>

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drawing_levels.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

/// What the features of a source are.
enum class Shape : std::uint8_t { areas, lines, points };
[[nodiscard]] const char* name_of(Shape shape);

class LoadedLayer {
 public:
  [[nodiscard]] static core::Result<std::shared_ptr<LoadedLayer>> read(const map::LayerSource& source);

  [[nodiscard]] Shape shape() const { return shape_; }
  [[nodiscard]] std::size_t size() const { return features_.size(); }
  [[nodiscard]] const QgsCoordinateReferenceSystem& crs() const { return crs_; }
  [[nodiscard]] const QgsFields& fields() const { return fields_; }
  [[nodiscard]] const QgsFeature& feature(std::size_t index) const { return features_[index]; }
  [[nodiscard]] const QgsRectangle& box(std::size_t index) const { return boxes_[index]; }

  /// The geometry for a map of so many units per pixel; 0: as it was read. Made when it is first asked for: what is not in sight costs
  /// nothing.
  [[nodiscard]] QgsGeometry geometry(std::size_t index, double units_per_pixel);
  /// Makes the geometries of these features now, on all cores.
  void prepare(const std::vector<std::size_t>& indices, double units_per_pixel);
  /// [position in `indices`] The outlines of these features, each segment that several features have with the first of them alone;
  /// null: it has none left. The same whatever was asked for before. \pre areas; indices ascend
  [[nodiscard]] std::vector<QgsGeometry> borders(const std::vector<std::size_t>& indices,
                                                 double units_per_pixel);
  /// Where the name or the symbol of a feature stands best: of an area the point of its largest part that is farthest from the outline,
  /// of a line the middle of its longest part, of points the first.
  [[nodiscard]] QgsPointXY label_point(std::size_t index, double units_per_pixel);
  [[nodiscard]] std::size_t bytes() const { return full_bytes_ + level_bytes_; }
  /// Lets go of what can be made again from memory: every scale but the last one drawn.
  void forget_other_scales();

 private:
  Shape shape_ = Shape::areas;
  std::vector<QgsFeature> features_;
  std::vector<QgsGeometry> full_;
  std::vector<QgsRectangle> boxes_;
  QgsFields fields_;
  QgsCoordinateReferenceSystem crs_;
  /// What is drawn at one scale, as far as it was asked for.
  struct Level {
    double step = 0;                                                ///< of the grid; 0: every vertex
    std::vector<std::optional<QgsGeometry>> polygons{}, borders{};  ///< [feature]
    std::vector<std::optional<QgsPointXY>> label_points{};          ///< [feature]
    std::vector<bool> has_outline{};                                ///< [feature] is it in `outlines`?
    SharedOutlines outlines{};
    std::size_t bytes = 0;
  };
  Level& level(double units_per_pixel);
  /// What a feature looks like on the grid; its own geometry where there is little to leave out.
  [[nodiscard]] QgsGeometry drawn_at(double step, std::size_t index) const;
  const QgsGeometry& polygon(Level& level, std::size_t index);
  void prepare(Level& level, const std::vector<std::size_t>& indices);
  void forget_last_level();
  void grow(Level& level, std::size_t bytes);
  std::list<Level> levels_;  ///< the latest used first
  std::size_t full_bytes_ = 0, level_bytes_ = 0;
};

class LayerCache {
 public:
  explicit LayerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  [[nodiscard]] core::Result<std::shared_ptr<LoadedLayer>> get(const map::LayerSource& source);
  /// Lets go of what was used longest ago, until the rest fits: first of scales, then of layers. Those of the last request stay: the
  /// next one mostly draws them again. Layers grow as scales are drawn, so this is due after each request.
  void trim();

 private:
  struct Entry {
    std::string hash;
    std::shared_ptr<LoadedLayer> layer;
    bool is_in_use = true;  ///< since the last trim
  };
  const std::size_t most_bytes_;
  std::list<Entry> entries_;  ///< the latest used first
};

}  // namespace vicinia::gis::engine
