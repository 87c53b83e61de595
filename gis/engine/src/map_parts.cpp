#include "map_parts.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>
#include <vector>

namespace vicinia::gis::engine {
namespace {

map::MapSpec& part_for(map::Slot slot, MapParts& parts) {
  switch (slot) {
    case map::Slot::base: return parts.land;
    case map::Slot::areas:
    case map::Slot::hatches: return parts.areas;
    default:
      return parts.above[static_cast<std::size_t>(slot) - static_cast<std::size_t>(map::Slot::borders)];
  }
}

bool is_hidden(const map::Layer& layer, double scale_denominator) {
  const auto* labels = std::get_if<map::LabelLayer>(&layer);
  return labels != nullptr && labels->max_scale > 0 && scale_denominator > labels->max_scale;
}

/// The borders of the highest of the coloured units, in a layer of their own that does not know the colours.
void move_borders_above(MapParts& parts) {
  const auto coloured = std::find_if(parts.areas.layers.rbegin(), parts.areas.layers.rend(),
                                     [](const map::Layer& layer) { return map::as_areas(layer) != nullptr; });
  if (coloured == parts.areas.layers.rend()) return;
  map::AreaLayer& areas = *map::as_areas(*coloured);
  map::GraduatedLayer borders;
  borders.source = areas.source;
  borders.border = areas.border;
  borders.slot = map::Slot::base;  // beneath all other lines
  areas.border.width_mm = 0;
  map::MapSpec& lines = parts.above.front();
  lines.layers.insert(lines.layers.begin(), std::move(borders));
}

}  // namespace

MapParts parts_of(const map::MapSpec& spec, double scale_denominator) {
  MapParts parts;
  std::vector<map::MapSpec*> all{&parts.land, &parts.areas};
  for (map::MapSpec& part : parts.above) all.push_back(&part);
  for (map::MapSpec* const part : all) {
    part->crs = spec.crs;
    part->extent = spec.extent;
    part->width_px = spec.width_px;
    part->height_px = spec.height_px;
    part->dpi = spec.dpi;
    part->background = part == &parts.land ? spec.background : map::Colour{0, 0, 0, 0};
  }
  for (const map::Layer* layer : map::drawing_order(spec))
    if (!is_hidden(*layer, scale_denominator)) part_for(map::slot_of(*layer), parts).layers.push_back(*layer);
  move_borders_above(parts);
  part_for(map::Slot::labels, parts).without_names = spec.without_names;
  for (map::MapSpec* const part : all)
    std::ranges::copy_if(
        spec.sources, std::back_inserter(part->sources), [&](const map::LayerSource& source) {
          return std::ranges::any_of(
              part->layers, [&](const map::Layer& layer) { return map::source_of(layer) == source.id; });
        });
  return parts;
}

const QImage* KeptParts::find(const map::MapSpec& part) {
  const auto at = std::ranges::find(entries_, part, &Entry::part);
  if (at == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, at);
  return &entries_.front().image;
}

void KeptParts::keep(map::MapSpec part, QImage image) {
  entries_.push_front({std::move(part), std::move(image)});
  std::size_t bytes = 0;
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    bytes += static_cast<std::size_t>(entry->image.sizeInBytes());
    entry = bytes > most_bytes_ ? entries_.erase(entry) : std::next(entry);
  }
}

}  // namespace vicinia::gis::engine
