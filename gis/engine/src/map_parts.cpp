#include "map_parts.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace vicinia::gis::engine {
namespace {

bool is_label(const map::Layer& layer) { return std::holds_alternative<map::LabelLayer>(layer); }
bool is_choropleth(const map::Layer& layer) { return std::holds_alternative<map::ChoroplethLayer>(layer); }

}  // namespace

MapParts parts_of(const map::MapSpec& spec, double scale_denominator) {
  MapParts parts{spec, spec, spec, spec};
  for (map::MapSpec* const kept : {&parts.land, &parts.lines, &parts.labels}) kept->layers.clear();
  for (map::MapSpec* const above : {&parts.areas, &parts.lines, &parts.labels})
    above->background = {0, 0, 0, 0};
  const auto body_end = std::find_if_not(spec.layers.rbegin(), spec.layers.rend(), is_label).base();
  for (auto layer = body_end; layer != spec.layers.end(); ++layer) {
    const double max_scale = std::get<map::LabelLayer>(*layer).max_scale;
    if (max_scale <= 0 || scale_denominator <= max_scale) parts.labels.layers.push_back(*layer);
  }
  const auto first = std::find_if(spec.layers.begin(), body_end, is_choropleth);
  parts.land.layers.assign(spec.layers.begin(), first);
  parts.areas.layers.assign(first, body_end);
  const auto coloured = std::find_if(parts.areas.layers.rbegin(), parts.areas.layers.rend(), is_choropleth);
  if (coloured == parts.areas.layers.rend()) return parts;
  const auto above = coloured.base();
  auto& areas = std::get<map::ChoroplethLayer>(*coloured);
  parts.lines.layers.emplace_back(map::ChoroplethLayer{.source = areas.source, .border = areas.border});
  areas.border.width_mm = 0;
  parts.lines.layers.insert(parts.lines.layers.end(), above, parts.areas.layers.end());
  parts.areas.layers.erase(above, parts.areas.layers.end());
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
