#include "vicinia/gis/protocol/convert.h"

#include "convert_layers.h"

namespace vicinia::gis::protocol {
namespace {

using protocol::write;

void write(const map::MapSpec& from, message::MapSpec& to) {
  to.set_crs(from.crs);
  *to.mutable_extent() = to_message(from.extent);
  to.set_width_px(from.width_px);
  to.set_height_px(from.height_px);
  to.set_dpi(from.dpi);
  write(from.background, *to.mutable_background());
  for (const map::Layer& layer : from.layers) write(layer, *to.add_layers());
}

}  // namespace

message::Extent to_message(const map::Extent& extent) {
  message::Extent to;
  to.set_min_x(extent.min_x);
  to.set_min_y(extent.min_y);
  to.set_max_x(extent.max_x);
  to.set_max_y(extent.max_y);
  return to;
}

map::Extent from_message(const message::Extent& extent) {
  return {extent.min_x(), extent.min_y(), extent.max_x(), extent.max_y()};
}

message::MapSpec to_message(const map::MapSpec& spec) {
  message::MapSpec to;
  write(spec, to);
  return to;
}

core::Result<map::MapSpec> from_message(const message::MapSpec& spec) {
  map::MapSpec to;
  to.crs = spec.crs();
  to.extent = from_message(spec.extent());
  to.width_px = spec.width_px();
  to.height_px = spec.height_px();
  to.dpi = spec.dpi();
  to.background = read(spec.background());
  for (const message::Layer& layer : spec.layers()) {
    auto read_layer = read(layer);
    if (!read_layer) return core::fail(std::move(read_layer).error());
    to.layers.push_back(*std::move(read_layer));
  }
  return to;
}

message::FigureSpec to_message(const map::FigureSpec& spec) {
  message::FigureSpec to;
  write(spec.map, *to.mutable_map());
  to.mutable_page()->set_width_mm(spec.page.width_mm);
  to.mutable_page()->set_height_mm(spec.page.height_mm);
  to.set_format(static_cast<message::FigureFormat>(spec.format));
  to.set_dpi(spec.dpi);
  to.set_title(spec.title);
  to.set_subtitle(spec.subtitle);
  to.mutable_legend()->set_title(spec.legend.title);
  to.mutable_legend()->set_subtitle(spec.legend.subtitle);
  for (const map::LegendEntry& entry : spec.legend.entries) {
    message::LegendEntry& row = *to.mutable_legend()->add_entries();
    write(entry.fill, *row.mutable_fill());
    row.set_label(entry.label);
    row.set_count(entry.count);
    for (const map::Stroke& stroke : entry.lines) write(stroke, *row.add_lines());
    write(entry.badge, *row.mutable_badge());
  }
  for (const std::string& note : spec.notes) to.add_notes(note);
  for (const map::IslandInset& inset : spec.island_insets) to.add_island_insets()->set_label(inset.label);
  to.set_author(spec.author);
  to.set_subject(spec.subject);
  to.set_language(spec.language);
  to.set_file(spec.file);
  return to;
}

core::Result<map::FigureSpec> from_message(const message::FigureSpec& spec) {
  auto read_map = from_message(spec.map());
  if (!read_map) return core::fail(std::move(read_map).error());
  if (!message::FigureFormat_IsValid(spec.format()))
    return core::fail({.code = core::ErrorCode::invalid_argument,
                       .subject = {.field = "format"},
                       .detail = "no such format: " + std::to_string(static_cast<int>(spec.format()))});
  map::FigureSpec to;
  to.map = *std::move(read_map);
  to.page = {spec.page().width_mm(), spec.page().height_mm()};
  to.format = static_cast<map::FigureFormat>(spec.format());
  to.dpi = spec.dpi();
  to.title = spec.title();
  to.subtitle = spec.subtitle();
  to.legend.title = spec.legend().title();
  to.legend.subtitle = spec.legend().subtitle();
  for (const message::LegendEntry& row : spec.legend().entries()) {
    map::LegendEntry& entry = to.legend.entries.emplace_back(map::LegendEntry{read(row.fill()), row.label(), row.count()});
    for (const message::Stroke& stroke : row.lines()) entry.lines.push_back(read(stroke));
    entry.badge = read(row.badge());
  }
  to.notes.assign(spec.notes().begin(), spec.notes().end());
  for (const message::IslandInset& inset : spec.island_insets()) to.island_insets.push_back({inset.label()});
  to.author = spec.author();
  to.subject = spec.subject();
  to.language = spec.language();
  to.file = spec.file();
  return to;
}

message::Failure to_message(const core::Error& error) {
  message::Failure to;
  to.set_code(std::string(core::name_of(error.code)));
  to.set_file(error.subject.file);
  to.set_field(error.subject.field);
  to.set_id(error.subject.id);
  to.set_detail(error.detail);
  return to;
}

core::Error from_message(const message::Failure& failure) {
  core::Error error{.code = core::ErrorCode::internal,
                    .subject = {.file = failure.file(), .field = failure.field(), .id = failure.id()},
                    .detail = failure.detail()};
  for (std::size_t index = 0; index < core::error_code_count; ++index) {
    const auto code = static_cast<core::ErrorCode>(index);
    if (core::name_of(code) == failure.code()) {
      error.code = code;
      return error;
    }
  }
  error.detail = failure.code() + ": " + error.detail;
  return error;
}

}  // namespace vicinia::gis::protocol
