#include "vicinia/gis/map/figure_template.h"

#include <algorithm>
#include <array>

namespace vicinia::gis::map {
namespace {

/// half-page: across the text of an A4 report. column: one of two columns. slide: 13⅓ × 7½ inches, as presentation
/// programs have it.
constexpr std::array<FigureTemplate, 7> all_templates{{
    {.id = "a4-portrait", .page = {210, 297}, .margin_mm = 14},
    {.id = "a4-landscape", .page = {297, 210}, .margin_mm = 13},
    {.id = "a3-portrait", .page = {297, 420}, .margin_mm = 18, .type = {1.4, 1.25, 1.2}},
    {.id = "a3-landscape", .page = {420, 297}, .margin_mm = 17, .type = {1.4, 1.25, 1.2}},
    {.id = "half-page",
     .page = {165, 125},
     .margin_mm = 3,
     .type = {0.75, 0.88, 0.88},
     .holds_zoom_insets = false,
     .holds_table = false,
     .one_paragraph = true},
    {.id = "column",
     .page = {82, 195},
     .margin_mm = 2,
     .type = {0.62, 0.82, 0.85},
     .holds_zoom_insets = false,
     .holds_table = false,
     .holds_overview = false,
     .one_paragraph = true},
    {.id = "slide", .page = {338.6, 190.5}, .margin_mm = 12, .type = {1.7, 1.3, 1.2}, .one_paragraph = true},
}};

constexpr double column_height_of_two_languages_mm =
    245;  ///< as high as the text of an A4 page: each row of the legend has two lines
/// Where a country is a hand high, borders and outlines would be most of what one sees.
constexpr double small_side_mm = 150, borders_of_small_pages = 0.55;

}  // namespace

std::span<const FigureTemplate> figure_templates() { return all_templates; }

const FigureTemplate* find_figure_template(std::string_view id) {
  const auto found = std::ranges::find(all_templates, id, &FigureTemplate::id);
  return found == all_templates.end() ? nullptr : &*found;
}

void apply(const FigureTemplate& figure_template, FigureSpec& figure) {
  figure.page = figure_template.page;
  const bool in_two_languages = !figure.second_title.empty() || !figure.second_notes.empty();
  if (in_two_languages && figure_template.id == "column")
    figure.page.height_mm = column_height_of_two_languages_mm;
  figure.margin_mm = figure_template.margin_mm;
  figure.type = figure_template.type;
  if (!figure_template.holds_zoom_insets) figure.zoom_insets.clear();
  if (!figure_template.holds_table) {
    figure.table = {};
    figure.chart = {};
  }
  if (!figure_template.holds_overview) figure.overview.reset();
  const double borders =
      std::min(figure.page.width_mm, figure.page.height_mm) < small_side_mm ? borders_of_small_pages : 1;
  for (Layer& layer : figure.map.layers) {
    if (auto* labels = std::get_if<LabelLayer>(&layer)) {
      labels->size_pt *= figure_template.type.body;
      labels->max_scale /= figure_template.type.body;  // larger names need a larger map
    }
    if (auto* outline = std::get_if<OutlineLayer>(&layer)) outline->stroke.width_mm *= borders;
    if (auto* lines = std::get_if<LineLayer>(&layer))
      for (Stroke* stroke : {&lines->stroke, &lines->casing}) stroke->width_mm *= borders;
  }
  for (LegendEntry& entry : figure.legend.entries)
    for (Stroke& stroke : entry.lines) stroke.width_mm *= borders;
}

}  // namespace vicinia::gis::map
