#include "convert_layers.h"

#include <algorithm>
#include <string>
#include <utility>

namespace vicinia::gis::protocol {
namespace {

using protocol::read;
using protocol::write;

void write(const map::ClassStyle& from, message::ClassStyle& to) {
  to.set_lower(from.lower);
  to.set_upper(from.upper);
  write(from.fill, *to.mutable_fill());
  to.set_label(from.label);
}

map::ClassStyle read(const message::ClassStyle& from) {
  return {from.lower(), from.upper(), read(from.fill()), from.label()};
}

core::Error impossible(const char* field, std::string detail) {
  return {
      .code = core::ErrorCode::invalid_argument, .subject = {.field = field}, .detail = std::move(detail)};
}

std::string bytes_of(const std::vector<map::ValueState>& states) {
  std::string bytes;
  bytes.reserve(states.size());
  for (const map::ValueState state : states) bytes.push_back(static_cast<char>(state));
  return bytes;
}

core::Status read_states(const std::string& bytes, std::vector<map::ValueState>& states) {
  states.reserve(bytes.size());
  for (const char byte : bytes) {
    const auto state = static_cast<map::ValueState>(byte);
    if (state > map::ValueState::outside)
      return core::fail(
          impossible("states", "no such state: " + std::to_string(static_cast<unsigned char>(byte))));
    states.push_back(state);
  }
  return {};
}

void write(const map::AreaLayer& from, message::AreaLayer& to) {
  to.set_source(from.source);
  to.set_name(from.name);
  to.set_states(bytes_of(from.states));
  write(from.not_published, *to.mutable_not_published());
  write(from.undefined, *to.mutable_undefined());
  write(from.outside_fill, *to.mutable_outside_fill());
  write(from.border, *to.mutable_border());
}

core::Status read(const message::AreaLayer& from, map::AreaLayer& to) {
  to.source = from.source();
  to.name = from.name();
  to.not_published = read(from.not_published());
  to.undefined = read(from.undefined());
  to.outside_fill = read(from.outside_fill());
  to.border = read(from.border());
  return read_states(from.states(), to.states);
}

void write(const map::GraduatedLayer& from, message::GraduatedLayer& to) {
  write(from, *to.mutable_areas());
  to.mutable_values()->Assign(from.values.begin(), from.values.end());
  for (const map::ClassStyle& style : from.classes) write(style, *to.add_classes());
  to.set_has_zero_class(from.has_zero_class);
  write(from.zero, *to.mutable_zero());
}

core::Result<map::Layer> read(const message::GraduatedLayer& from) {
  map::GraduatedLayer to;
  if (const core::Status good = read(from.areas(), to); !good) return core::fail(good.error());
  to.values.assign(from.values().begin(), from.values().end());
  for (const message::ClassStyle& style : from.classes()) to.classes.push_back(read(style));
  to.has_zero_class = from.has_zero_class();
  to.zero = read(from.zero());
  return to;
}

void write(const map::CategoricalLayer& from, message::CategoricalLayer& to) {
  write(from, *to.mutable_areas());
  for (const map::CategoryStyle& style : from.categories) {
    message::CategoryStyle& category = *to.add_categories();
    write(style.fill, *category.mutable_fill());
    category.set_label(style.label);
  }
  to.mutable_categories_of()->Assign(from.categories_of.begin(), from.categories_of.end());
}

core::Result<map::Layer> read(const message::CategoricalLayer& from) {
  map::CategoricalLayer to;
  if (const core::Status good = read(from.areas(), to); !good) return core::fail(good.error());
  for (const message::CategoryStyle& category : from.categories())
    to.categories.push_back({read(category.fill()), category.label()});
  to.categories_of.assign(from.categories_of().begin(), from.categories_of().end());
  return to;
}

void write(const map::OutlineLayer& from, message::OutlineLayer& to) {
  to.set_source(from.source);
  to.set_name(from.name);
  to.mutable_features()->Assign(from.features.begin(), from.features.end());
  write(from.stroke, *to.mutable_stroke());
  write(from.halo, *to.mutable_halo());
  write(from.fill, *to.mutable_fill());
}

map::OutlineLayer read(const message::OutlineLayer& from) {
  return {.source = from.source(),
          .name = from.name(),
          .features = {from.features().begin(), from.features().end()},
          .stroke = read(from.stroke()),
          .halo = read(from.halo()),
          .fill = read(from.fill())};
}

void write(const map::LabelLayer& from, message::LabelLayer& to) {
  to.set_source(from.source);
  to.set_name(from.name);
  to.set_field(from.field);
  to.mutable_features()->Assign(from.features.begin(), from.features.end());
  to.set_size_pt(from.size_pt);
  to.set_bold(from.bold);
  write(from.colour, *to.mutable_colour());
  to.set_max_scale(from.max_scale);
  to.set_priority(from.priority);
  to.set_italic(from.italic);
  write(from.halo, *to.mutable_halo());
  to.set_anywhere_within(from.anywhere_within);
  for (const map::Position& position : from.at) {
    to.add_at(position.x);
    to.add_at(position.y);
  }
}

core::Result<map::Layer> read(const message::LabelLayer& from) {
  if (from.at_size() % 2 != 0) return core::fail(impossible("at", "a place has two coordinates"));
  map::LabelLayer to{.source = from.source(),
                     .name = from.name(),
                     .field = from.field(),
                     .features = {from.features().begin(), from.features().end()},
                     .size_pt = from.size_pt(),
                     .bold = from.bold(),
                     .italic = from.italic(),
                     .colour = read(from.colour()),
                     .halo = read(from.halo()),
                     .max_scale = from.max_scale(),
                     .priority = static_cast<std::uint8_t>(std::min(from.priority(), 10u)),
                     .anywhere_within = from.anywhere_within()};
  for (int i = 0; i < from.at_size(); i += 2) to.at.push_back({from.at(i), from.at(i + 1)});
  return to;
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
  to.set_source(from.source);
  to.mutable_features()->Assign(from.features.begin(), from.features.end());
}

map::LineLayer read(const message::LineLayer& from) {
  map::LineLayer to{.name = from.name(),
                    .stroke = read(from.stroke()),
                    .casing = read(from.casing()),
                    .source = from.source(),
                    .features = {from.features().begin(), from.features().end()}};
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
  to.set_keeps_clear(from.keeps_clear);
}

map::BadgeLayer read(const message::BadgeLayer& from) {
  map::BadgeLayer to{.name = from.name(), .badge = read(from.badge()), .keeps_clear = from.keeps_clear()};
  for (int i = 0; i + 1 < from.coordinates_size(); i += 2)
    to.at.push_back({from.coordinates(i), from.coordinates(i + 1)});
  return to;
}

void write(const map::PointLayer& from, message::PointLayer& to) {
  to.set_source(from.source);
  to.set_name(from.name);
  to.mutable_features()->Assign(from.features.begin(), from.features.end());
  write(from.marker, *to.mutable_marker());
}

map::PointLayer read(const message::PointLayer& from) {
  return {.source = from.source(),
          .name = from.name(),
          .features = {from.features().begin(), from.features().end()},
          .marker = read(from.marker())};
}

void write(const map::ProportionalSymbolLayer& from, message::ProportionalSymbolLayer& to) {
  to.set_source(from.source);
  to.set_name(from.name);
  to.mutable_values()->Assign(from.values.begin(), from.values.end());
  to.set_states(bytes_of(from.states));
  to.set_largest_value(from.largest_value);
  to.set_largest_mm(from.largest_mm);
  to.set_smallest_mm(from.smallest_mm);
  write(from.marker, *to.mutable_marker());
  for (const map::ClassStyle& style : from.classes) write(style, *to.add_classes());
  write(from.not_published, *to.mutable_not_published());
  to.set_not_published_label(from.not_published_label);
  to.mutable_class_values()->Assign(from.class_values.begin(), from.class_values.end());
}

core::Result<map::Layer> read(const message::ProportionalSymbolLayer& from) {
  map::ProportionalSymbolLayer to{.source = from.source(),
                                  .name = from.name(),
                                  .values = {from.values().begin(), from.values().end()},
                                  .largest_value = from.largest_value(),
                                  .largest_mm = from.largest_mm(),
                                  .smallest_mm = from.smallest_mm(),
                                  .marker = read(from.marker()),
                                  .class_values = {from.class_values().begin(), from.class_values().end()},
                                  .not_published = read(from.not_published()),
                                  .not_published_label = from.not_published_label()};
  for (const message::ClassStyle& style : from.classes()) to.classes.push_back(read(style));
  if (const core::Status good = read_states(from.states(), to.states); !good) return core::fail(good.error());
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

void write(const map::Marker& from, message::Marker& to) {
  to.set_shape(static_cast<message::MarkerShape>(from.shape));
  to.set_size_mm(from.size_mm);
  write(from.fill, *to.mutable_fill());
  write(from.edge, *to.mutable_edge());
}

map::Marker read(const message::Marker& from) {
  const bool known = message::MarkerShape_IsValid(from.shape());
  return {known ? static_cast<map::MarkerShape>(from.shape()) : map::MarkerShape::circle, from.size_mm(),
          read(from.fill()), read(from.edge())};
}

void write(const map::LayerSource& from, message::LayerSource& to) {
  to.set_id(from.id);
  to.set_file(from.file);
  to.set_content_hash(from.content_hash);
}

map::LayerSource read(const message::LayerSource& from) {
  return {.id = from.id(), .file = from.file(), .content_hash = from.content_hash()};
}

namespace {

// One line for each kind of layer, in each of the two directions.
void write_kind(const map::GraduatedLayer& from, message::Layer& to) { write(from, *to.mutable_graduated()); }
void write_kind(const map::CategoricalLayer& from, message::Layer& to) {
  write(from, *to.mutable_categorical());
}
void write_kind(const map::OutlineLayer& from, message::Layer& to) { write(from, *to.mutable_outline()); }
void write_kind(const map::LabelLayer& from, message::Layer& to) { write(from, *to.mutable_label()); }
void write_kind(const map::LineLayer& from, message::Layer& to) { write(from, *to.mutable_line()); }
void write_kind(const map::BadgeLayer& from, message::Layer& to) { write(from, *to.mutable_badge()); }
void write_kind(const map::PointLayer& from, message::Layer& to) { write(from, *to.mutable_points()); }
void write_kind(const map::ProportionalSymbolLayer& from, message::Layer& to) {
  write(from, *to.mutable_proportional_symbols());
}

core::Result<map::Layer> read_kind(const message::Layer& from) {
  switch (from.layer_case()) {
    case message::Layer::kGraduated: return read(from.graduated());
    case message::Layer::kCategorical: return read(from.categorical());
    case message::Layer::kOutline: return read(from.outline());
    case message::Layer::kLabel: return read(from.label());
    case message::Layer::kLine: return read(from.line());
    case message::Layer::kBadge: return read(from.badge());
    case message::Layer::kPoints: return read(from.points());
    case message::Layer::kProportionalSymbols: return read(from.proportional_symbols());
    case message::Layer::LAYER_NOT_SET: break;
  }
  return core::fail(impossible("layers", "a layer of no known kind"));
}

}  // namespace

void write(const map::Layer& from, message::Layer& to) {
  to.set_slot(static_cast<message::Slot>(map::slot_of(from)));
  std::visit([&](const auto& layer) { write_kind(layer, to); }, from);
}

core::Result<map::Layer> read(const message::Layer& from) {
  if (!message::Slot_IsValid(from.slot()))
    return core::fail(impossible("layers", "no such slot: " + std::to_string(static_cast<int>(from.slot()))));
  auto layer = read_kind(from);
  if (layer) std::visit([&](auto& one) { one.slot = static_cast<map::Slot>(from.slot()); }, *layer);
  return layer;
}

}  // namespace vicinia::gis::protocol
