#include "convert_layers.h"
#include "vicinia/gis/protocol/convert.h"

namespace vicinia::gis::protocol {
namespace {

void write(const map::FigureTable& from, message::FigureTable& to) {
  to.set_title(from.title);
  for (const map::FigureColumn& column : from.columns) {
    message::FigureColumn& head = *to.add_columns();
    head.set_head(column.head);
    head.set_is_number(column.is_number);
  }
  for (const std::vector<std::string>& cells : from.rows) {
    message::FigureRow& row = *to.add_rows();
    for (const std::string& cell : cells) row.add_cells(cell);
  }
  to.set_more(from.more);
  to.set_most_of_height(from.most_of_height);
}

map::FigureTable read_table(const message::FigureTable& from) {
  map::FigureTable to{.most_of_height = from.most_of_height(), .title = from.title(), .more = from.more()};
  for (const message::FigureColumn& column : from.columns())
    to.columns.push_back({column.head(), column.is_number()});
  for (const message::FigureRow& row : from.rows())
    to.rows.emplace_back(row.cells().begin(), row.cells().end());
  return to;
}

void write(const map::Legend& from, message::Legend& to) {
  to.set_title(from.title);
  to.set_subtitle(from.subtitle);
  for (const map::LegendEntry& entry : from.entries) {
    message::LegendEntry& row = *to.add_entries();
    protocol::write(entry.fill, *row.mutable_fill());
    row.set_label(entry.label);
    row.set_count(entry.count);
    for (const map::Stroke& stroke : entry.lines) protocol::write(stroke, *row.add_lines());
    protocol::write(entry.badge, *row.mutable_badge());
    protocol::write(entry.marker, *row.mutable_marker());
  }
}

map::Legend read_legend(const message::Legend& from) {
  map::Legend to{.title = from.title(), .subtitle = from.subtitle()};
  for (const message::LegendEntry& row : from.entries()) {
    map::LegendEntry& entry =
        to.entries.emplace_back(map::LegendEntry{read(row.fill()), row.label(), row.count()});
    for (const message::Stroke& stroke : row.lines()) entry.lines.push_back(read(stroke));
    entry.badge = read(row.badge());
    entry.marker = read(row.marker());
  }
  return to;
}

}  // namespace

using protocol::write;

message::FigureSpec to_message(const map::FigureSpec& spec) {
  message::FigureSpec to;
  *to.mutable_map() = to_message(spec.map);
  to.mutable_page()->set_width_mm(spec.page.width_mm);
  to.mutable_page()->set_height_mm(spec.page.height_mm);
  to.set_format(static_cast<message::FigureFormat>(spec.format));
  to.set_dpi(spec.dpi);
  to.set_title(spec.title);
  to.set_subtitle(spec.subtitle);
  write(spec.legend, *to.mutable_legend());
  for (const std::string& note : spec.notes) to.add_notes(note);
  for (const map::IslandInset& inset : spec.island_insets) to.add_island_insets()->set_label(inset.label);
  to.set_author(spec.author);
  to.set_subject(spec.subject);
  to.set_language(spec.language);
  to.set_file(spec.file);
  to.set_margin_mm(spec.margin_mm);
  to.mutable_type()->set_title(spec.type.title);
  to.mutable_type()->set_body(spec.type.body);
  to.mutable_type()->set_notes(spec.type.notes);
  to.set_second_title(spec.second_title);
  to.set_second_subtitle(spec.second_subtitle);
  for (const map::ZoomInset& inset : spec.zoom_insets) {
    message::ZoomInset& zoom = *to.add_zoom_insets();
    *zoom.mutable_extent() = to_message(inset.extent);
    zoom.set_label(inset.label);
  }
  if (spec.overview) *to.mutable_overview() = to_message(*spec.overview);
  if (spec.table != map::FigureTable{}) write(spec.table, *to.mutable_table());
  if (spec.chart != map::FigureChart{}) {
    to.mutable_chart()->set_svg(spec.chart.svg);
    to.mutable_chart()->set_width_per_height(spec.chart.width_per_height);
  }
  to.set_graticule(spec.graticule);
  to.set_north_letter(spec.north_letter);
  to.set_template_file(spec.template_file);
  to.set_view(spec.view);
  for (const std::string& note : spec.second_notes) to.add_second_notes(note);
  for (const map::MapPanel& panel : spec.panels) {
    message::MapPanel& one = *to.add_panels();
    one.set_title(panel.title);
    *one.mutable_map() = to_message(panel.map);
    write(panel.legend, *one.mutable_legend());
  }
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
  to.legend = read_legend(spec.legend());
  to.notes.assign(spec.notes().begin(), spec.notes().end());
  for (const message::IslandInset& inset : spec.island_insets()) to.island_insets.push_back({inset.label()});
  to.author = spec.author();
  to.subject = spec.subject();
  to.language = spec.language();
  to.file = spec.file();
  to.margin_mm = spec.margin_mm();
  if (spec.has_type()) to.type = {spec.type().title(), spec.type().body(), spec.type().notes()};
  to.second_title = spec.second_title();
  to.second_subtitle = spec.second_subtitle();
  for (const message::ZoomInset& inset : spec.zoom_insets())
    to.zoom_insets.push_back({from_message(inset.extent()), inset.label()});
  if (spec.has_overview()) {
    auto overview = from_message(spec.overview());
    if (!overview) return core::fail(std::move(overview).error());
    to.overview = *std::move(overview);
  }
  to.table = read_table(spec.table());
  if (spec.has_chart()) to.chart = {spec.chart().svg(), spec.chart().width_per_height()};
  to.graticule = spec.graticule();
  to.north_letter = spec.north_letter();
  to.template_file = spec.template_file();
  to.view = spec.view();
  to.second_notes.assign(spec.second_notes().begin(), spec.second_notes().end());
  for (const message::MapPanel& panel : spec.panels()) {
    auto panel_map = from_message(panel.map());
    if (!panel_map) return core::fail(std::move(panel_map).error());
    to.panels.push_back({panel.title(), *std::move(panel_map), read_legend(panel.legend())});
  }
  return to;
}

message::SeriesSpec to_message(const map::SeriesSpec& spec) {
  message::SeriesSpec to;
  for (const std::string& file : spec.page_files) to.add_page_files(file);
  to.set_title(spec.title);
  to.set_author(spec.author);
  to.set_subject(spec.subject);
  to.set_language(spec.language);
  to.set_file(spec.file);
  return to;
}

map::SeriesSpec from_message(const message::SeriesSpec& spec) {
  return {.page_files = {spec.page_files().begin(), spec.page_files().end()},
          .title = spec.title(),
          .author = spec.author(),
          .subject = spec.subject(),
          .language = spec.language(),
          .file = spec.file()};
}

}  // namespace vicinia::gis::protocol
