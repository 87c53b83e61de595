#include "convert_layers.h"

#include <algorithm>
#include <type_traits>

namespace vicinia::gis::protocol {
namespace {

using protocol::read;
using protocol::write;

void write(const map::LayerSource& from, message::LayerSource& to) {
  to.set_file(from.file);
  to.set_content_hash(from.content_hash);
}

map::LayerSource read(const message::LayerSource& from) { return {from.file(), from.content_hash()}; }

void write(const map::ClassStyle& from, message::ClassStyle& to) {
  to.set_lower(from.lower);
  to.set_upper(from.upper);
  write(from.fill, *to.mutable_fill());
  to.set_label(from.label);
}

map::ClassStyle read(const message::ClassStyle& from) {
  return {from.lower(), from.upper(), read(from.fill()), from.label()};
}

void write(const map::ChoroplethLayer& from, message::ChoroplethLayer& to) {
  write(from.source, *to.mutable_source());
  to.set_name(from.name);
  to.mutable_values()->Assign(from.values.begin(), from.values.end());
  std::string& states = *to.mutable_states();
  states.reserve(from.states.size());
  for (const map::ValueState state : from.states) states.push_back(static_cast<char>(state));
  for (const map::ClassStyle& style : from.classes) write(style, *to.add_classes());
  to.set_has_zero_class(from.has_zero_class);
  write(from.zero, *to.mutable_zero());
  write(from.not_published, *to.mutable_not_published());
  write(from.undefined, *to.mutable_undefined());
  write(from.outside_fill, *to.mutable_outside_fill());
  write(from.border, *to.mutable_border());
}

core::Result<map::Layer> read(const message::ChoroplethLayer& from) {
  map::ChoroplethLayer to;
  to.source = read(from.source());
  to.name = from.name();
  to.values.assign(from.values().begin(), from.values().end());
  to.states.reserve(from.states().size());
  for (const char byte : from.states()) {
    const auto state = static_cast<map::ValueState>(byte);
    if (state > map::ValueState::outside)
      return core::fail({.code = core::ErrorCode::invalid_argument,
                         .subject = {.field = "states"},
                         .detail = "no such state: " + std::to_string(static_cast<unsigned char>(byte))});
    to.states.push_back(state);
  }
  for (const message::ClassStyle& style : from.classes()) to.classes.push_back(read(style));
  to.has_zero_class = from.has_zero_class();
  to.zero = read(from.zero());
  to.not_published = read(from.not_published());
  to.undefined = read(from.undefined());
  to.outside_fill = read(from.outside_fill());
  to.border = read(from.border());
  return to;
}

void write(const map::OutlineLayer& from, message::OutlineLayer& to) {
  write(from.source, *to.mutable_source());
  to.set_name(from.name);
  to.mutable_features()->Assign(from.features.begin(), from.features.end());
  write(from.stroke, *to.mutable_stroke());
  write(from.halo, *to.mutable_halo());
  write(from.fill, *to.mutable_fill());
}

map::OutlineLayer read(const message::OutlineLayer& from) {
  return {read(from.source()), from.name(),       {from.features().begin(), from.features().end()},
          read(from.stroke()), read(from.halo()), read(from.fill())};
}

void write(const map::LabelLayer& from, message::LabelLayer& to) {
  write(from.source, *to.mutable_source());
  to.set_name(from.name);
  to.set_field(from.field);
  to.mutable_features()->Assign(from.features.begin(), from.features.end());
  to.set_size_pt(from.size_pt);
  to.set_bold(from.bold);
  write(from.colour, *to.mutable_colour());
  to.set_max_scale(from.max_scale);
  to.set_priority(from.priority);
}

map::LabelLayer read(const message::LabelLayer& from) {
  return {read(from.source()),
          from.name(),
          from.field(),
          {from.features().begin(), from.features().end()},
          from.size_pt(),
          from.bold(),
          read(from.colour()),
          from.max_scale(),
          static_cast<std::uint8_t>(std::min(from.priority(), 10u))};
}

void write(const map::LineLayer& from, message::LineLayer& to) {
  to.set_name(from.name);
  for (const map::Polyline& line : from.lines) {
    auto& coordinates = *to.add_lines()->mutable_coordinates();
    coordinates.Reserve(static_cast<int>(2 * line.size()));
    for (const map::Position& position : line) {
      coordinates.Add(position.x);
      coordinates.Add(position.y);
    }
  }
  write(from.stroke, *to.mutable_stroke());
  write(from.casing, *to.mutable_casing());
}

map::LineLayer read(const message::LineLayer& from) {
  map::LineLayer to{.name = from.name(), .stroke = read(from.stroke()), .casing = read(from.casing())};
  for (const message::Polyline& line : from.lines()) {
    map::Polyline& positions = to.lines.emplace_back();
    for (int i = 0; i + 1 < line.coordinates_size(); i += 2)
      positions.push_back({line.coordinates(i), line.coordinates(i + 1)});
  }
  return to;
}

void write(const map::BadgeLayer& from, message::BadgeLayer& to) {
  to.set_name(from.name);
  write(from.badge, *to.mutable_badge());
  for (const map::Position& position : from.at) {
    to.add_coordinates(position.x);
    to.add_coordinates(position.y);
  }
}

map::BadgeLayer read(const message::BadgeLayer& from) {
  map::BadgeLayer to{.name = from.name(), .badge = read(from.badge())};
  for (int i = 0; i + 1 < from.coordinates_size(); i += 2)
    to.at.push_back({from.coordinates(i), from.coordinates(i + 1)});
  return to;
}

std::uint8_t channel(std::uint32_t value) { return static_cast<std::uint8_t>(std::min(value, 255u)); }

}  // namespace

void write(const map::Colour& from, message::Colour& to) {
  to.set_red(from.red);
  to.set_green(from.green);
  to.set_blue(from.blue);
  to.set_alpha(from.alpha);
}

map::Colour read(const message::Colour& from) {
  return {channel(from.red()), channel(from.green()), channel(from.blue()), channel(from.alpha())};
}

void write(const map::Stroke& from, message::Stroke& to) {
  write(from.colour, *to.mutable_colour());
  to.set_width_mm(from.width_mm);
  to.set_dashed(from.dashed);
}

map::Stroke read(const message::Stroke& from) {
  return {read(from.colour()), from.width_mm(), from.dashed()};
}

void write(const map::Fill& from, message::Fill& to) {
  to.set_pattern(static_cast<message::FillPattern>(from.pattern));
  write(from.colour, *to.mutable_colour());
  write(from.background, *to.mutable_background());
}

map::Fill read(const message::Fill& from) {
  const bool known = message::FillPattern_IsValid(from.pattern());
  return {known ? static_cast<map::FillPattern>(from.pattern()) : map::FillPattern::solid,
          read(from.colour()), read(from.background())};
}

void write(const map::Badge& from, message::Badge& to) {
  to.set_text(from.text);
  to.set_diameter_mm(from.diameter_mm);
  to.set_raised_mm(from.raised_mm);
  write(from.ground, *to.mutable_ground());
  write(from.ink, *to.mutable_ink());
  to.set_ring_mm(from.ring_mm);
  write(from.halo, *to.mutable_halo());
}

map::Badge read(const message::Badge& from) {
  return {from.text(),      from.diameter_mm(), from.raised_mm(), read(from.ground()),
          read(from.ink()), from.ring_mm(),     read(from.halo())};
}

void write(const map::Layer& from, message::Layer& to) {
  std::visit(
      [&](const auto& layer) {
        using Kind = std::decay_t<decltype(layer)>;
        if constexpr (std::is_same_v<Kind, map::ChoroplethLayer>)
          write(layer, *to.mutable_choropleth());
        else if constexpr (std::is_same_v<Kind, map::OutlineLayer>)
          write(layer, *to.mutable_outline());
        else if constexpr (std::is_same_v<Kind, map::LabelLayer>)
          write(layer, *to.mutable_label());
        else if constexpr (std::is_same_v<Kind, map::LineLayer>)
          write(layer, *to.mutable_line());
        else
          write(layer, *to.mutable_badge());
      },
      from);
}

core::Result<map::Layer> read(const message::Layer& from) {
  switch (from.layer_case()) {
    case message::Layer::kChoropleth: return read(from.choropleth());
    case message::Layer::kOutline: return read(from.outline());
    case message::Layer::kLabel: return read(from.label());
    case message::Layer::kLine: return read(from.line());
    case message::Layer::kBadge: return read(from.badge());
    case message::Layer::LAYER_NOT_SET: break;
  }
  return core::fail({.code = core::ErrorCode::invalid_argument,
                     .subject = {.field = "layers"},
                     .detail = "a layer of no known kind"});
}

}  // namespace vicinia::gis::protocol
