#include "layer_cache.h"

#include <qgsfeatureiterator.h>
#include <qgsvectorlayer.h>

#include <QFileInfo>
#include <algorithm>

#include "drawing_levels.h"

namespace vicinia::gis::engine {
namespace {

constexpr std::size_t most_levels = 4;
constexpr std::size_t bytes_per_vertex = 2 * sizeof(double);
constexpr std::size_t bytes_per_feature = 1024;

core::Error cannot_read(const map::LayerSource& source, std::string why) {
  return {.code = core::ErrorCode::render_failed,
          .subject = {.file = source.file, .field = "layers"},
          .detail = std::move(why)};
}

std::size_t bytes_of(const QgsGeometry& geometry) {
  return static_cast<std::size_t>(geometry.constGet()->nCoordinates()) * bytes_per_vertex + bytes_per_feature;
}

}  // namespace

core::Result<std::shared_ptr<LoadedLayer>> LoadedLayer::read(const map::LayerSource& source) {
  const QString file = QString::fromStdString(source.file);
  if (!QFileInfo::exists(file)) return core::fail(cannot_read(source, "no such file"));
  QgsVectorLayer::LayerOptions options;
  options.loadDefaultStyle = false;
  const QgsVectorLayer layer(file, QStringLiteral("source"), QStringLiteral("ogr"), options);
  if (!layer.isValid()) return core::fail(cannot_read(source, "not a vector file that OGR can read"));
  if (layer.geometryType() != QgsWkbTypes::PolygonGeometry)
    return core::fail(cannot_read(source, "not a layer of polygons"));
  auto result = std::make_shared<LoadedLayer>();
  result->crs_ = layer.crs();
  result->fields_ = layer.fields();
  QgsFeature feature;
  QgsFeatureIterator all = layer.getFeatures();
  while (all.nextFeature(feature)) {
    const std::string place = "feature " + std::to_string(result->features_.size());
    if (!feature.hasGeometry() || feature.geometry().isEmpty())
      return core::fail(cannot_read(source, place + " has no geometry"));
    const QgsRectangle box = feature.geometry().boundingBox();
    if (!box.isFinite()) return core::fail(cannot_read(source, place + " has a coordinate that is no number"));
    QgsGeometry geometry = feature.geometry();
    if (geometry.wkbType() != QgsWkbTypes::MultiPolygon) {
      QgsGeometry plain = geometry.coerceToType(QgsWkbTypes::MultiPolygon).value(0);
      if (plain.isNull()) return core::fail(cannot_read(source, place + " is not a polygon"));
      geometry = plain;
      feature.setGeometry(geometry);
    }
    result->full_bytes_ += bytes_of(geometry);
    result->boxes_.push_back(box);
    result->full_.push_back(geometry);
    result->features_.push_back(feature);
  }
  result->bytes_ = result->full_bytes_;
  return result;
}

LoadedLayer::Level& LoadedLayer::level(double step) {
  if (const auto found = levels_.find(step); found != levels_.end()) return found->second;
  if (levels_.size() >= most_levels) {
    levels_.clear();
    bytes_ = full_bytes_;
  }
  Level& level = levels_[step];
  level.polygons.reserve(full_.size());
  for (const QgsGeometry& geometry : full_) {
    auto snapped = step > 0 ? on_grid(geometry, step) : std::nullopt;
    // A grid finer than the data only rounds it: then the original, which is shared, is better and costs nothing.
    if (snapped && snapped->constGet()->nCoordinates() * 10 < geometry.constGet()->nCoordinates() * 9) {
      bytes_ += bytes_of(*snapped);
      level.polygons.push_back(*std::move(snapped));
    } else {
      level.polygons.push_back(geometry);
    }
  }
  return level;
}

const std::vector<QgsGeometry>& LoadedLayer::geometries(double units_per_pixel) {
  return level(units_per_pixel > 0 ? grid_step(units_per_pixel) : 0).polygons;
}

const std::vector<QgsGeometry>& LoadedLayer::borders(double units_per_pixel) {
  Level& of_scale = level(units_per_pixel > 0 ? grid_step(units_per_pixel) : 0);
  if (of_scale.borders.empty()) {
    of_scale.borders = shared_once(of_scale.polygons);
    for (const QgsGeometry& lines : of_scale.borders)
      if (!lines.isNull()) bytes_ += bytes_of(lines);
  }
  return of_scale.borders;
}

QgsPointXY LoadedLayer::label_point(std::size_t index, double units_per_pixel) {
  Level& of_scale = level(units_per_pixel > 0 ? grid_step(units_per_pixel) : 0);
  of_scale.label_points.resize(full_.size());
  std::optional<QgsPointXY>& point = of_scale.label_points[index];
  if (!point) point = best_label_point(of_scale.polygons[index]);
  return *point;
}

core::Result<std::shared_ptr<LoadedLayer>> LayerCache::get(const map::LayerSource& source) {
  const std::string& key = source.content_hash.empty() ? source.file : source.content_hash;
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.hash == key; });
  if (found != entries_.end()) {
    entries_.splice(entries_.begin(), entries_, found);
    return found->layer;
  }
  auto layer = LoadedLayer::read(source);
  // Without a hash there is no telling whether the file changed: it is read each time.
  if (layer && !source.content_hash.empty()) entries_.push_front({key, *layer});
  return layer;
}

void LayerCache::trim() {
  std::size_t bytes = 0;
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    bytes += entry->layer->bytes();
    if (bytes > most_bytes_ && entry != entries_.begin())
      entry = entries_.erase(entry);
    else
      ++entry;
  }
}

}  // namespace vicinia::gis::engine
