#include "layer_cache.h"

#include <qgsfeatureiterator.h>
#include <qgsvectorlayer.h>

#include <QFileInfo>
#include <algorithm>
#include <atomic>
#include <thread>

#include "qgis_names.h"

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

/// Nothing where the layer has another kind of geometry, or none.
std::optional<Shape> shape_of(const QgsVectorLayer& layer) {
  switch (layer.geometryType()) {
    case qgis_names::polygons: return Shape::areas;
    case qgis_names::lines: return Shape::lines;
    case qgis_names::point_shapes: return Shape::points;
    default: return std::nullopt;
  }
}

/// As every feature of a source is held, whatever the file calls it.
qgis_names::WkbType type_of(Shape shape) {
  switch (shape) {
    case Shape::areas: return qgis_names::WkbType::MultiPolygon;
    case Shape::lines: return qgis_names::WkbType::MultiLineString;
    case Shape::points: return qgis_names::WkbType::MultiPoint;
  }
  return qgis_names::WkbType::MultiPolygon;
}

std::size_t bytes_of(const QgsGeometry& geometry) {
  return static_cast<std::size_t>(geometry.constGet()->nCoordinates()) * bytes_per_vertex + bytes_per_feature;
}

}  // namespace

const char* name_of(Shape shape) {
  switch (shape) {
    case Shape::areas: return "areas";
    case Shape::lines: return "lines";
    case Shape::points: return "points";
  }
  return "";
}

core::Result<std::shared_ptr<LoadedLayer>> LoadedLayer::read(const map::LayerSource& source) {
  const QString file = QString::fromStdString(source.file);
  if (!QFileInfo::exists(file)) return core::fail(cannot_read(source, "no such file"));
  QgsVectorLayer::LayerOptions options;
  options.loadDefaultStyle = false;
  const QgsVectorLayer layer(file, QStringLiteral("source"), QStringLiteral("ogr"), options);
  if (!layer.isValid()) return core::fail(cannot_read(source, "not a vector file that OGR can read"));
  const auto shape = shape_of(layer);
  if (!shape) return core::fail(cannot_read(source, "it holds neither areas nor lines nor points"));
  auto result = std::make_shared<LoadedLayer>();
  result->shape_ = *shape;
  result->crs_ = layer.crs();
  result->fields_ = layer.fields();
  QgsFeature feature;
  QgsFeatureIterator all = layer.getFeatures();
  while (all.nextFeature(feature)) {
    const std::string place = "feature " + std::to_string(result->features_.size());
    if (!feature.hasGeometry() || feature.geometry().isEmpty())
      return core::fail(cannot_read(source, place + " has no geometry"));
    const QgsRectangle box = feature.geometry().boundingBox();
    if (!box.isFinite())
      return core::fail(cannot_read(source, place + " has a coordinate that is no number"));
    QgsGeometry geometry = feature.geometry();
    if (geometry.wkbType() != type_of(*shape)) {
      QgsGeometry plain = geometry.coerceToType(type_of(*shape)).value(0);
      if (plain.isNull())
        return core::fail(cannot_read(source, place + " does not belong to " + name_of(*shape)));
      geometry = plain;
      feature.setGeometry(geometry);
    }
    result->full_bytes_ += bytes_of(geometry);
    result->boxes_.push_back(box);
    result->full_.push_back(geometry);
    result->features_.push_back(feature);
  }
  return result;
}

LoadedLayer::Level& LoadedLayer::level(double units_per_pixel) {
  const double step = units_per_pixel > 0 ? grid_step(units_per_pixel) : 0;
  const auto found = std::ranges::find(levels_, step, &Level::step);
  if (found != levels_.end()) {
    levels_.splice(levels_.begin(), levels_, found);
    return levels_.front();
  }
  if (levels_.size() >= most_levels) forget_last_level();
  Level& fresh = levels_.emplace_front();
  fresh.step = step;
  fresh.polygons.resize(size());
  fresh.borders.resize(size());
  fresh.label_points.resize(size());
  fresh.has_outline.resize(size());
  return fresh;
}

void LoadedLayer::grow(Level& level, std::size_t bytes) {
  level.bytes += bytes;
  level_bytes_ += bytes;
}

void LoadedLayer::forget_last_level() {
  level_bytes_ -= levels_.back().bytes;
  levels_.pop_back();
}

void LoadedLayer::forget_other_scales() {
  while (levels_.size() > 1) forget_last_level();
}

QgsGeometry LoadedLayer::drawn_at(double step, std::size_t index) const {
  const QgsGeometry& full = full_[index];
  auto coarse = step > 0 && shape_ != Shape::points ? on_grid(full, step) : std::nullopt;
  // A grid finer than the data only rounds it: then the original, which is shared, is better and costs nothing.
  const bool gains = coarse && coarse->constGet()->nCoordinates() * 10 < full.constGet()->nCoordinates() * 9;
  return gains ? *std::move(coarse) : full;
}

const QgsGeometry& LoadedLayer::polygon(Level& level, std::size_t index) {
  std::optional<QgsGeometry>& made = level.polygons[index];
  if (!made) {
    made = drawn_at(level.step, index);
    if (made->constGet() != full_[index].constGet()) grow(level, bytes_of(*made));
  }
  return *made;
}

void LoadedLayer::prepare(Level& level, const std::vector<std::size_t>& indices) {
  std::vector<std::size_t> missing;
  for (const std::size_t index : indices)
    if (!level.polygons[index]) missing.push_back(index);
  constexpr std::size_t few = 16, most_threads = 8;
  const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_threads);
  if (missing.size() < few || threads == 1) return;  // polygon() will
  std::vector<QgsGeometry> made(missing.size());
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < threads; ++i)
      workers.emplace_back([&] {
        for (std::size_t at = next++; at < missing.size(); at = next++)
          made[at] = drawn_at(level.step, missing[at]);
      });
  }
  for (std::size_t i = 0; i < missing.size(); ++i) {
    if (made[i].constGet() != full_[missing[i]].constGet()) grow(level, bytes_of(made[i]));
    level.polygons[missing[i]] = std::move(made[i]);
  }
}

void LoadedLayer::prepare(const std::vector<std::size_t>& indices, double units_per_pixel) {
  prepare(level(units_per_pixel), indices);
}

QgsGeometry LoadedLayer::geometry(std::size_t index, double units_per_pixel) {
  return polygon(level(units_per_pixel), index);
}

std::vector<QgsGeometry> LoadedLayer::borders(const std::vector<std::size_t>& indices,
                                              double units_per_pixel) {
  Level& of_scale = level(units_per_pixel);
  QgsRectangle missing;
  std::size_t end = 0;
  for (const std::size_t index : indices)
    if (!of_scale.borders[index]) {
      missing.combineExtentWith(boxes_[index]);
      end = index + 1;
    }
  if (end > 0) {
    // Whoever has a segment in common with one of these is near it, by a cell of the grid at most.
    missing.grow(of_scale.step);
    std::vector<std::size_t> near;
    for (std::size_t i = 0; i < end; ++i)
      if (!of_scale.has_outline[i] && boxes_[i].intersects(missing)) near.push_back(i);
    prepare(of_scale, near);
    std::size_t segments = 0;
    for (const std::size_t i : near)
      segments += static_cast<std::size_t>(polygon(of_scale, i).constGet()->nCoordinates());
    const std::size_t before = of_scale.outlines.bytes();
    of_scale.outlines.reserve(segments / 2);  // most have a neighbour on the other side
    for (const std::size_t i : near) {
      of_scale.outlines.add(static_cast<std::uint32_t>(i), polygon(of_scale, i));
      of_scale.has_outline[i] = true;
    }
    grow(of_scale, of_scale.outlines.bytes() - before);
  }
  std::vector<QgsGeometry> result;
  result.reserve(indices.size());
  for (const std::size_t index : indices) {
    std::optional<QgsGeometry>& lines = of_scale.borders[index];
    if (!lines) {
      lines = of_scale.outlines.lines_of(static_cast<std::uint32_t>(index), polygon(of_scale, index));
      if (!lines->isNull()) grow(of_scale, bytes_of(*lines));
    }
    result.push_back(*lines);
  }
  return result;
}

QgsPointXY LoadedLayer::label_point(std::size_t index, double units_per_pixel) {
  Level& of_scale = level(units_per_pixel);
  std::optional<QgsPointXY>& point = of_scale.label_points[index];
  if (!point) {
    const QgsGeometry& drawn = polygon(of_scale, index);
    point = shape_ == Shape::areas   ? best_label_point(drawn)
            : shape_ == Shape::lines ? middle_of_longest(drawn)
                                     : QgsPointXY(*drawn.vertices_begin());
  }
  return *point;
}

core::Result<std::shared_ptr<LoadedLayer>> LayerCache::get(const map::LayerSource& source) {
  const std::string& key = source.content_hash.empty() ? source.file : source.content_hash;
  const auto found =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.hash == key; });
  if (found != entries_.end()) {
    entries_.splice(entries_.begin(), entries_, found);
    found->is_in_use = true;
    return found->layer;
  }
  auto layer = LoadedLayer::read(source);
  // Without a hash there is no telling whether the file changed: it is read each time.
  if (layer && !source.content_hash.empty()) entries_.push_front({key, *layer});
  return layer;
}

void LayerCache::trim() {
  std::size_t bytes = 0;
  for (const Entry& entry : entries_) bytes += entry.layer->bytes();
  for (auto entry = entries_.rbegin(); entry != entries_.rend() && bytes > most_bytes_; ++entry) {
    bytes -= entry->layer->bytes();
    entry->layer->forget_other_scales();
    bytes += entry->layer->bytes();
  }
  for (auto entry = entries_.end(); entry != entries_.begin() && bytes > most_bytes_;) {
    --entry;
    if (entry->is_in_use) continue;
    bytes -= entry->layer->bytes();
    entry = entries_.erase(entry);
  }
  for (Entry& entry : entries_) entry.is_in_use = false;
}

}  // namespace vicinia::gis::engine
