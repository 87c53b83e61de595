#include "vicinia/workspace/figures/figure_page.h"

#include <algorithm>

#include "base/phrase.h"
#include "maps/palette.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/gis/map/figure_template.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/figures/figure_outlines.h"
#include "vicinia/workspace/figures/zoom_areas.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"
#include "vicinia/workspace/maps/outline_drawing.h"
#include "vicinia/workspace/maps/outline_style.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline figures {
namespace {

using gis::map::Extent;
using gis::map::FigureSpec;

/// The row of the table that tells of it stands on each agglomeration: below its member with most employees, whose name stands there.
void add_numbers(FigureSpec& figure, const Document& document,
                 const std::vector<AgglomerationReport>& reports, Language language) {
  const core::Dataset& data = *document.data->dataset;
  const gis::map::Badge disc{.diameter_mm = 3.2,
                             .raised_mm = -3.1,
                             .ground = outline_style::paper,
                             .ink = outline_style::ink,
                             .ring_mm = 0.3,
                             .halo = {outline_style::paper, 0.25}};
  const auto employees = [&](core::admin::UnitIndex unit) {
    const auto* row = data.observations.find(unit, document.view.sector, document.view.period);
    return row != nullptr && row->counts.employees.has_number() ? row->counts.employees.number() : -1.0;
  };
  for (std::size_t row = 0; const std::size_t shown : drawn_agglomerations(reports, document.view.province)) {
    const auto& members = reports[shown].found.members;
    const auto at = core::geom::point_inside(data.areas[*std::ranges::max_element(members, {}, employees)]);
    gis::map::BadgeLayer layer{
        .name = Phrase{"Số trong bảng", "Number in the table"}.in(language) + " " + std::to_string(row + 1),
        .badge = disc,
        .keeps_clear = true};
    layer.badge.text = std::to_string(++row);
    if (!at) continue;
    layer.at.push_back({at->x(), at->y()});
    figure.map.layers.emplace_back(std::move(layer));
  }
}

gis::map::MapSpec overview_of(const Document& document, const MapSources& sources) {
  Document whole = document;
  whole.view.province.reset();
  gis::map::MapSpec map{
      .crs = document.data->dataset->crs, .extent = full_extent(whole), .background = palette::sea};
  map.sources = layer_sources(sources);
  add_land(sources.surroundings, map);
  map.layers.push_back(gis::map::OutlineLayer{.source = sources.of({}).source.id,
                                              .name = "overview",
                                              .stroke = {palette::district_border, 0.08},
                                              .fill = {gis::map::FillPattern::solid, palette::land, {}},
                                              .slot = gis::map::Slot::base});
  return map;
}

core::Result<FigureSpec> in_one_language(const Document& document, const MapSources& sources,
                                         const Contiguity& contiguity, const Choropleth& choropleth,
                                         const PageOptions& options, Language language) {
  FigureOptions own = options.figure;
  own.language = language;
  FigureSpec figure = make_figure_spec(document, choropleth, sources, own);
  const View& view = document.view;
  if (view.outlines || options.table) {
    const auto reports = find_agglomerations(document, contiguity);
    if (!reports) return core::fail(reports.error());
    if (view.outlines)
      add_outlines(figure, document, contiguity, *reports,
                   agglomeration_lines(*document.data->dataset, contiguity, *reports), language);
    if (options.table) {
      figure.table = agglomerations_on_figure(document, *reports, language);
      if (!view.cartogram) add_numbers(figure, document, *reports, language);
      add_mark_footnote(figure, language);
    }
  }
  const bool national = !view.province && !view.extent;
  if (options.zoom_insets && national) figure.zoom_insets = zoom_areas(document, choropleth, language);
  if (options.overview && !national && !sources.of({}).units.empty())
    figure.overview = overview_of(document, sources);
  if (options.north_arrow) figure.north_letter = Phrase{"B", "N"}.in(language);
  figure.graticule = options.graticule;
  return figure;
}

void into_one_paragraph(std::vector<std::string>& notes) {
  if (notes.empty()) return;
  std::string all;
  for (const std::string& note : notes) all += (all.empty() ? "" : " · ") + note;
  notes = {all};
}

}  // namespace

std::string figure_template_names() {
  std::string names;
  for (const gis::map::FigureTemplate& one : gis::map::figure_templates())
    names += (names.empty() ? "" : ", ") + std::string(one.id);
  return names;
}

core::Result<FigureSpec> make_figure_page(const Document& document, const MapSources& sources,
                                          const Contiguity& contiguity, const PageOptions& options) {
  const gis::map::FigureTemplate* page = nullptr;
  if (!options.template_id.empty()) {
    page = gis::map::find_figure_template(options.template_id);
    if (page == nullptr)
      return core::fail({.code = core::ErrorCode::unknown_name,
                         .subject = {.field = "template", .id = options.template_id},
                         .detail = figure_template_names()});
  }
  const auto choropleth = make_choropleth(document);
  if (!choropleth) return core::fail(choropleth.error());
  const Language language = options.figure.language,
                 other = language == Language::vi ? Language::en : Language::vi;
  PageOptions own = options;
  if (page != nullptr) {
    own.figure.page = page->page;
    own.table = own.table && page->holds_table;  // else numbers would stand on the map for no row
  }
  auto figure = in_one_language(document, sources, contiguity, *choropleth, own, language);
  if (!figure) return figure;
  figure->chart = options.chart;
  if (options.second_language) {
    const auto translated = in_one_language(document, sources, contiguity, *choropleth, own, other);
    if (!translated) return translated;
    figure = bilingual(*std::move(figure), *translated);
  }
  if (page != nullptr) {
    apply(*page, *figure);
    if (page->one_paragraph)
      for (auto* notes : {&figure->notes, &figure->second_notes}) into_one_paragraph(*notes);
  }
  figure->template_file = options.template_file.string();
  return figure;
}

}  // namespace vicinia::workspace::inline figures
