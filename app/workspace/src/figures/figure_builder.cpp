#include <algorithm>
#include <array>
#include <ctime>

#include "maps/palette.h"
#include "vicinia/core/base/ascii.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/maps/cartogram.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/maps/outline_style.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline figures {
namespace {

constexpr double finer_than_a_screen = 1.4;  ///< names can be read on paper at smaller scales

using gis::map::FigureFormat;

std::string joined(const char* label_vi, const char* label_en, const std::string& text, Language language) {
  return std::string(language == Language::vi ? label_vi : label_en) + text;
}

std::string denominator_text(const core::Provenance& p, Language language) {
  if (const std::string& stated = pick(p.denominator_text, language); !stated.empty()) return stated;
  const bool vi = language == Language::vi;
  switch (p.denominator) {
    case core::Denominator::all_employment: return vi ? "toàn bộ lao động" : "all employment";
    case core::Denominator::manufacturing:
      return vi ? "lao động công nghiệp chế biến" : "manufacturing employment";
    case core::Denominator::stated_in_source: break;
  }
  return vi ? "như nguồn công bố" : "as stated in the source";
}

std::string vintage_text(const core::Provenance& p, Language language) {
  const bool vi = language == Language::vi;
  std::string text = pick(p.survey, language);
  text += vi ? "; ranh giới từ " : "; boundaries as of ";
  return text + date_text(p.boundary_vintage, language);
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  std::array<char, 16> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d", &local)};
}

/// What is selected on the screen, with its name or how many there are in the legend.
void add_selection(gis::map::FigureSpec& figure, const Document& document, const MapSources& sources,
                   Language language) {
  const Selection& selected = document.view.selected;
  std::size_t drawn = 0;
  const auto add = [&](const std::string& source, const std::vector<core::admin::UnitIndex>& units,
                       bool is_current) {
    const gis::map::Stroke stroke =
        is_current ? outline_style::selected_unit : outline_style::selected_with_it;
    gis::map::OutlineLayer outline{.source = source,
                                   .name = "selection",
                                   .features = {},
                                   .stroke = stroke,
                                   .halo = outline_style::halo_of(stroke),
                                   .slot = gis::map::Slot::outlines};
    for (std::size_t feature = 0; feature < units.size(); ++feature)
      if (selected.contains(units[feature]) && (units[feature] == selected.current()) == is_current)
        outline.features.push_back(static_cast<std::uint32_t>(feature));
    if (outline.features.empty()) return;
    drawn += outline.features.size();
    figure.map.layers.emplace_back(std::move(outline));
  };
  for (const bool is_current : {false, true})
    for (const MapSources::OfLevel& level : sources.levels) add(level.source.id, level.units, is_current);
  if (drawn == 0) return;
  const std::string count = number_text(static_cast<double>(drawn), 0, language);
  const std::string label = selected.size() == 1
                                ? full_name(document.data->dataset->frame, *selected.current(), language)
                            : language == Language::vi ? count + " đơn vị được chọn"
                                                       : count + " selected units";
  figure.legend.entries.push_back({.label = label, .lines = {outline_style::selected_unit}});
}

/// Whether the map has these islands at their own place, and reaches as far: then a frame would show them a second time.
bool is_on_map(const core::Dataset& data, const core::IslandFrame& frame,
               const gis::map::FigureSpec& figure) {
  const gis::map::Extent shown =
      gis::map::fitted(figure.map.extent, figure.page.width_mm, figure.page.height_mm, 0);
  const core::GroundBox& there = frame.extent;
  if (there.min_x < shown.min_x || there.max_x > shown.max_x || there.min_y < shown.min_y ||
      there.max_y > shown.max_y)
    return false;
  return std::ranges::any_of(data.areas, [&](const core::geom::MultiPolygon& area) {
    return std::ranges::any_of(area, [&](const core::geom::Polygon& part) {
      const auto box = core::geom::bounds(core::geom::MultiPolygon{part});
      return box && there.min_x <= box->min_corner().x() && box->max_corner().x() <= there.max_x &&
             there.min_y <= box->min_corner().y() && box->max_corner().y() <= there.max_y;
    });
  });
}

/// What values in another frame than their own were made of; empty where they stand as in the source.
std::string frame_note(const core::Dataset& data, Language language) {
  if (data.frame_id.empty()) return {};
  const auto frame =
      std::ranges::find_if(data.frames, [&](const auto& one) { return one->id == data.frame_id; });
  if (frame == data.frames.end()) return {};
  const std::string& name = pick((*frame)->name, language);
  const bool vi = language == Language::vi;
  const std::string is_exact =
      (*frame)->from_own.is_exact()
          ? (vi ? "đơn vị cũ được chuyển trọn vẹn, nên tổng là chính xác"
                : "units went over whole, so sums are exact")
          : (vi ? "đơn vị bị chia được ước tính theo trọng số" : "what was divided is estimated by weights");
  return (name.empty() ? date_text((*frame)->vintage, language) : name) + "; " + is_exact +
         (vi ? "; tổng có phần không công bố thì không công bố"
             : "; a sum with a part that is not published is not published");
}

}  // namespace

std::vector<std::string> provenance_notes(const core::Dataset& dataset, Language language) {
  const core::Provenance& p = dataset.provenance;
  std::vector<std::string> notes{
      joined("Nguồn: ", "Source: ", pick(p.source, language), language),
      joined("Thời điểm: ", "Vintage: ", vintage_text(p, language), language),
      joined("Mẫu số của LQ: ", "Denominator of the LQ: ", denominator_text(p, language), language)};
  if (const std::string frame = frame_note(dataset, language); !frame.empty())
    notes.push_back(joined("Khung đơn vị: ", "Frame of units: ", frame, language));
  if (const std::string level = sector_level_text(dataset, language); !level.empty())
    notes.push_back(joined("Ngành: ", "Sectors: ", level, language));
  if (const std::string& note = pick(p.boundary_note, language); !note.empty())
    notes.push_back(joined("Ranh giới: ", "Boundaries: ", note, language));
  notes.push_back(
      joined("Dữ liệu: SHA-256 ", "Data: SHA-256 ", dataset.content_hash.substr(0, 12), language) +
      (language == Language::vi ? "; vẽ bằng Vicinia" : "; drawn by Vicinia"));
  return notes;
}

std::string provenance_line(const core::Dataset& dataset, Language language) {
  const core::Provenance& p = dataset.provenance;
  return pick(p.source, language) + " · " + vintage_text(p, language) + " · " +
         joined("mẫu số LQ: ", "LQ denominator: ", denominator_text(p, language), language);
}

core::Result<FigureFormat> figure_format_of(const std::filesystem::path& file) {
  const std::string extension = core::ascii_lower(file.extension().string());
  if (extension == ".pdf") return FigureFormat::pdf;
  if (extension == ".svg") return FigureFormat::svg;
  if (extension == ".png") return FigureFormat::png;
  if (extension == ".tif" || extension == ".tiff") return FigureFormat::tiff;
  if (extension == ".qgz") return FigureFormat::project;
  return core::fail({.code = core::ErrorCode::unsupported_format,
                     .subject = {.file = file.string()},
                     .detail = extension + "|.pdf, .svg, .png, .tiff, .qgz"});
}

gis::map::FigureSpec make_figure_spec(const Document& document, const Choropleth& choropleth,
                                      const MapSources& sources, const FigureOptions& options) {
  const core::Dataset& data = *document.data->dataset;
  const Language language = options.language;
  gis::map::FigureSpec figure;
  figure.map = make_map_spec(document, choropleth, sources, {1000, 1000, 96.0}, language);
  for (gis::map::Layer& layer : figure.map.layers)
    if (auto* labels = std::get_if<gis::map::LabelLayer>(&layer)) labels->max_scale *= finer_than_a_screen;
  figure.map.extent = document.view.extent ? *document.view.extent : full_drawn_extent(document, choropleth);
  if (document.view.province && !document.view.extent) {  // a page has less room than the window
    constexpr double around_a_province = 0.18;
    const gis::map::Extent& whole = figure.map.extent;
    figure.map.extent = gis::map::fitted(whole, whole.width(), whole.height(), around_a_province);
  }
  if (options.landscape) figure.page = {297.0, 210.0};
  if (options.page) figure.page = *options.page;
  figure.format = options.format;
  figure.dpi = options.dpi;
  figure.file = options.file.string();
  figure.language = code_of(language);

  const std::string sector = name_of(data.sectors[document.view.sector], language);
  const std::string variable = variable_name(data.provenance, document.view.variable, language);
  const std::string period = shown_period_in_title(document, language);
  figure.title = options.title.empty() ? sector + " – " + variable + period : options.title;
  std::string place = pick(data.provenance.survey, language);
  if (document.view.province) place = called(data.frame, *document.view.province, language) + ". " + place;
  figure.subtitle = options.subtitle.empty() ? place : options.subtitle;
  // A title of one's own may leave the period out; a figure may not.
  if (!period.empty() &&
      (figure.title + figure.subtitle).find(data.periods[document.view.period]) == std::string::npos)
    figure.subtitle += period;
  figure.subject = figure.subtitle;

  figure.legend.title = legend_title(document, language);
  figure.legend.subtitle = legend_subtitle(document, language, options.common_classes);
  if (const std::string merged = merged_classes_text(choropleth, language); !merged.empty())
    figure.legend.subtitle += "; " + merged;
  for (const LegendRow& row : choropleth.legend) {
    if (row.is_empty() && !options.common_classes) continue;
    figure.legend.entries.push_back({row.fill, legend_label(row, choropleth, document.view, language),
                                     number_text(static_cast<double>(row.count), 0, language)});
  }
  if (auto symbols = shown_symbols(document, choropleth, sources, language)) {
    symbols->legend.front().label = symbols->layer.name + ": " + symbols->legend.front().label;
    std::ranges::move(symbols->legend, std::back_inserter(figure.legend.entries));
  }
  if (auto around = around_entry(choropleth, language)) figure.legend.entries.push_back(*std::move(around));
  add_audit_marks(figure, document, choropleth, language);
  add_selection(figure, document, drawn_sources(document, choropleth, sources), language);
  figure.notes = provenance_notes(data, language);
  if (choropleth.cartogram)
    figure.notes.insert(figure.notes.begin(), cartogram_text(document, choropleth, language));
  if (document.view.treatment != core::values::Treatment::as_printed)
    figure.notes.insert(figure.notes.begin(),
                        joined("Số liệu bị mâu thuẫn: ", "Contradicted values: ",
                               treatment_text(document.view.treatment, language), language));
  figure.notes.back() += ", " + date_text(options.date.empty() ? today() : options.date, language);
  figure.author = "Vicinia";
  figure.view = view_text(document);
  // Official maps of the whole country show both archipelagos.
  if (!document.view.province && !document.view.extent)
    for (const core::IslandFrame& frame : data.island_frames)
      if (!is_on_map(data, frame, figure)) figure.island_insets.push_back({pick(frame.name, language)});
  return figure;
}

}  // namespace vicinia::workspace::inline figures
