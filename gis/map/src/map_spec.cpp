#include "vicinia/gis/map/map_spec.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace vicinia::gis::map {

Slot slot_of(const Layer& layer) {
  return std::visit([](const auto& one) { return one.slot; }, layer);
}

const AreaLayer* as_areas(const Layer& layer) {
  return std::visit(
      [](const auto& one) -> const AreaLayer* {
        if constexpr (std::is_base_of_v<AreaLayer, std::decay_t<decltype(one)>>)
          return &one;
        else
          return nullptr;
      },
      layer);
}

AreaLayer* as_areas(Layer& layer) { return const_cast<AreaLayer*>(as_areas(std::as_const(layer))); }

std::string source_of(const Layer& layer) {
  return std::visit(
      [](const auto& one) -> std::string {
        if constexpr (requires { one.source; })
          return one.source;
        else
          return {};
      },
      layer);
}

const LayerSource* find_source(const MapSpec& spec, const std::string& id) {
  const auto found = std::ranges::find(spec.sources, id, &LayerSource::id);
  return found != spec.sources.end() ? &*found : nullptr;
}

std::vector<const Layer*> drawing_order(const MapSpec& spec) {
  std::vector<const Layer*> ordered;
  for (const Layer& layer : spec.layers) ordered.push_back(&layer);
  std::ranges::stable_sort(ordered, {}, [](const Layer* layer) { return slot_of(*layer); });
  return ordered;
}

Extent fitted(const Extent& extent, double width, double height, double margin_share) {
  const double centre_x = (extent.min_x + extent.max_x) / 2, centre_y = (extent.min_y + extent.max_y) / 2;
  double half_width = extent.width() / 2 * (1 + 2 * margin_share);
  double half_height = extent.height() / 2 * (1 + 2 * margin_share);
  if (half_width * height < half_height * width)
    half_width = half_height * width / height;
  else
    half_height = half_width * height / width;
  return {centre_x - half_width, centre_y - half_height, centre_x + half_width, centre_y + half_height};
}

}  // namespace vicinia::gis::map
