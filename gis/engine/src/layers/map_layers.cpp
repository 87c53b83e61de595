#include "layers/map_layers.h"

#include <cmath>

#include "layers/layer_kinds.h"

namespace vicinia::gis::engine {
namespace {

constexpr double least_dpi = 10, most_dpi = 4800;

}  // namespace

bool same_crs(const MapFrame& frame, const LoadedLayer& source) {
  return !source.crs().isValid() || source.crs() == frame.crs;
}

core::Error bad_map(std::string field, std::string detail) {
  return {.code = core::ErrorCode::render_failed,
          .subject = {.field = std::move(field)},
          .detail = std::move(detail)};
}

core::Result<QgsCoordinateReferenceSystem> checked_crs(const map::MapSpec& spec) {
  const map::Extent& extent = spec.extent;
  for (const double coordinate : {extent.min_x, extent.min_y, extent.max_x, extent.max_y})
    if (!std::isfinite(coordinate)) return core::fail(bad_map("extent", "a coordinate is no number"));
  if (!(extent.width() > 0) || !(extent.height() > 0)) return core::fail(bad_map("extent", "it is empty"));
  if (!(spec.dpi >= least_dpi && spec.dpi <= most_dpi))
    return core::fail(bad_map("dpi", std::to_string(spec.dpi) + "; it may be 10 to 4800"));
  const auto crs = QgsCoordinateReferenceSystem(QString::fromStdString(spec.crs));
  if (!crs.isValid()) return core::fail(bad_map("crs", "not known: \"" + spec.crs + "\""));
  return crs;
}

double detail_for(const MapFrame& frame, const LoadedLayer& source) {
  return same_crs(frame, source) ? frame.units_per_pixel : 0;
}

bool in_sight(const MapFrame& frame, const LoadedLayer& source, std::size_t index) {
  return !same_crs(frame, source) || source.box(index).intersects(frame.extent);
}

QgsCoordinateReferenceSystem crs_for(const MapFrame& frame, const LoadedLayer& source) {
  return same_crs(frame, source) ? frame.crs : source.crs();
}

core::Result<std::vector<std::size_t>> chosen(const std::vector<std::uint32_t>& features,
                                              const LoadedLayer& source) {
  std::vector<std::size_t> result;
  if (features.empty()) {
    result.resize(source.size());
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = i;
    return result;
  }
  for (const std::uint32_t index : features) {
    if (index >= source.size())
      return core::fail(bad_map("features", "feature " + std::to_string(index) + " of a source that has " +
                                                std::to_string(source.size())));
    result.push_back(index);
  }
  return result;
}

core::Result<std::shared_ptr<LoadedLayer>> source_of(const map::MapSpec& spec, const std::string& id,
                                                     LayerCache& cache) {
  const map::LayerSource* source = map::find_source(spec, id);
  if (source == nullptr) return core::fail(bad_map("sources", "the map has no source \"" + id + "\""));
  return cache.get(*source);
}

core::Result<std::shared_ptr<LoadedLayer>> LayerContext::source(const std::string& id, Shape shape) const {
  auto loaded = source_of(spec, id, cache);
  if (loaded && (*loaded)->shape() != shape)
    return core::fail(bad_map("sources", "source \"" + id + "\" holds " + name_of((*loaded)->shape()) +
                                             ", and the layer draws " + name_of(shape)));
  return loaded;
}

core::Result<std::vector<QgisLayer>> map_layers(const map::MapSpec& spec, const MapFrame& frame,
                                                LayerCache& cache) {
  std::vector<QgisLayer> result;
  const LayerContext context{spec, frame, cache, result};
  for (const map::Layer* layer : map::drawing_order(spec)) {
    const core::Status added = std::visit([&](const auto& one) { return add_layer(one, context); }, *layer);
    if (!added) return core::fail(added.error());
  }
  return result;
}

}  // namespace vicinia::gis::engine
