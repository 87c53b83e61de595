/// \file layer_cache.h
/// Layer sources in memory, keyed by their content. Whatever is here could be read again.
/// Missing: a source without a CRS is taken to be in the map's.
/// Errors:  RenderFailed: no such file, not a polygon layer, a feature without a geometry.
/// Threads: the main thread only.
#pragma once

#include <qgscoordinatereferencesystem.h>
#include <qgsfeature.h>
#include <qgsfields.h>
#include <qgspointxy.h>

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

class LoadedLayer {
 public:
  [[nodiscard]] static core::Result<std::shared_ptr<LoadedLayer>> read(const map::LayerSource& source);

  [[nodiscard]] std::size_t size() const { return features_.size(); }
  [[nodiscard]] const QgsCoordinateReferenceSystem& crs() const { return crs_; }
  [[nodiscard]] const QgsFields& fields() const { return fields_; }
  [[nodiscard]] const QgsFeature& feature(std::size_t index) const { return features_[index]; }
  [[nodiscard]] const QgsRectangle& box(std::size_t index) const { return boxes_[index]; }

  /// The geometries for a map of so many units per pixel; 0: as they were read.
  [[nodiscard]] const std::vector<QgsGeometry>& geometries(double units_per_pixel);
  /// Their outlines, each shared border once.
  [[nodiscard]] const std::vector<QgsGeometry>& borders(double units_per_pixel);
  /// Where the name of a feature stands best: the point of its largest part that is farthest from the outline.
  [[nodiscard]] QgsPointXY label_point(std::size_t index, double units_per_pixel);
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  std::vector<QgsFeature> features_;
  std::vector<QgsGeometry> full_;
  std::vector<QgsRectangle> boxes_;
  QgsFields fields_;
  QgsCoordinateReferenceSystem crs_;
  struct Level {
    std::vector<QgsGeometry> polygons, borders;
    std::vector<std::optional<QgsPointXY>> label_points;
  };
  Level& level(double step);
  std::map<double, Level> levels_;  ///< by step of the grid; 0: every vertex
  std::size_t bytes_ = 0, full_bytes_ = 0;
};

class LayerCache {
 public:
  explicit LayerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  [[nodiscard]] core::Result<std::shared_ptr<LoadedLayer>> get(const map::LayerSource& source);
  /// Lets go of what was used longest ago, until the rest fits. Layers grow as scales are drawn, so this is due
  /// after each request.
  void trim();

 private:
  struct Entry {
    std::string hash;
    std::shared_ptr<LoadedLayer> layer;
  };
  const std::size_t most_bytes_;
  std::list<Entry> entries_;  ///< the latest used first
};

}  // namespace vicinia::gis::engine
