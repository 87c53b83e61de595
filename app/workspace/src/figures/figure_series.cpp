#include "vicinia/workspace/figures/figure_series.h"

#include <algorithm>

#include "maps/palette.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline figures {
namespace {

using core::admin::Level;
using gis::map::Extent;

constexpr double room_around =
    0.35;  ///< of an agglomeration's size, on each side: its neighbours are of interest

std::string numbered(std::size_t number, const std::string& stem) {
  return (number < 10 ? "0" : "") + std::to_string(number) + "-" + stem;
}

Extent with_margin(const Extent& extent, double share) {
  const double margin = share * std::max(extent.width(), extent.height());
  return {extent.min_x - margin, extent.min_y - margin, extent.max_x + margin, extent.max_y + margin};
}

std::vector<SeriesItem> of_sectors(const Document& document, Language language) {
  std::vector<SeriesItem> items;
  const auto& sectors = document.data->dataset->sectors;
  for (core::industry::SectorIndex sector = 0; sector < sectors.size(); ++sector) {
    SeriesItem item{.document = document, .name = name_of(sectors[sector], language)};
    item.document.view.sector = sector;
    item.file_stem = numbered(sector + 1, file_stem_of(item.name));
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<SeriesItem> of_provinces(const Document& document, Language language) {
  std::vector<SeriesItem> items;
  const core::Dataset& data = *document.data->dataset;
  for (const auto province : data.frame.at_level(core::level_above_finest(data))) {
    if (data.areas[province].empty()) continue;
    SeriesItem item{.document = document, .name = name_of(data.frame[province], language)};
    item.document.view.province = province;
    item.document.view.extent.reset();
    item.file_stem = numbered(items.size() + 1, file_stem_of(item.name));
    items.push_back(std::move(item));
  }
  return items;
}

core::Result<std::vector<SeriesItem>> of_agglomerations(const Document& document,
                                                        const Contiguity& contiguity, Language language) {
  const auto reports = find_agglomerations(document, contiguity);
  if (!reports) return core::fail(reports.error());
  const core::Dataset& data = *document.data->dataset;
  std::vector<SeriesItem> items;
  for (const AgglomerationReport& report : *reports) {
    SeriesItem item{.document = document};
    std::optional<Extent> extent;
    for (const auto member : report.found.members) {
      const Extent one = unit_extent(data, member);
      extent = extent ? gis::map::united(*extent, one) : one;
      item.name += (item.name.empty() ? "" : ", ") + called(data.frame, member, language);
    }
    if (!extent) continue;
    item.document.view.extent = with_margin(*extent, room_around);
    item.document.view.province.reset();
    item.subtitle = item.name;
    item.file_stem =
        numbered(items.size() + 1, file_stem_of(name_of(data.frame[report.found.members.front()], language)));
    items.push_back(std::move(item));
  }
  return items;
}

/// Classes of all values together, as breaks of each.
core::Result<Classification> pooled_classes(const std::vector<SeriesItem>& items) {
  std::vector<double> numbers;
  for (const SeriesItem& item : items) {
    const auto choropleth = make_choropleth(item.document);
    if (!choropleth) return core::fail(choropleth.error());
    for (const auto unit : choropleth->units)
      if (const core::Cell cell = choropleth->values[unit].value; cell.state() == core::CellState::value)
        numbers.push_back(cell.number());
  }
  const View& view = items.front().document.view;
  const core::values::VariableInfo& info = core::values::info_of(view.variable);
  const Classification& wanted = view.classification();
  const auto classes = core::stats::classify(numbers, {.method = wanted.method,
                                                       .classes = wanted.classes,
                                                       .pivot = info.pivot,
                                                       .decimals = info.decimals,
                                                       .manual_breaks = wanted.manual_breaks});
  if (!classes) return core::fail(classes.error());
  Classification same{.method = core::stats::ClassMethod::manual, .classes = classes->size()};
  for (std::size_t i = 1; i + 1 < classes->bounds.size(); ++i)
    if (same.manual_breaks.empty() || classes->bounds[i] > same.manual_breaks.back())
      same.manual_breaks.push_back(classes->bounds[i]);
  return same;
}

/// For a map the size of a thumb, where borders would be most of what one sees.
void thin(gis::map::Layer& layer) {
  constexpr double border_mm = 0.05;
  if (auto* outline = std::get_if<gis::map::OutlineLayer>(&layer)) {
    outline->stroke.colour = palette::district_border;
    outline->stroke.width_mm = std::min(outline->stroke.width_mm, border_mm);
  }
  if (gis::map::AreaLayer* areas = gis::map::as_areas(layer)) areas->border.width_mm = 0;
}

/// Maps side by side have one size for one number, small enough for all of them, and one legend of sizes.
void share_symbol_sizes(gis::map::FigureSpec& figure, const std::vector<SeriesItem>& items,
                        const MapSources& sources, Language language) {
  constexpr double smaller = 0.45;
  const auto for_each_layer = [&](const auto& change) {
    for (std::size_t i = 0; i < figure.panels.size(); ++i)
      for (gis::map::Layer& layer : figure.panels[i].map.layers)
        if (auto* symbols = std::get_if<gis::map::ProportionalSymbolLayer>(&layer)) change(*symbols, i);
  };
  double largest = 0;
  std::size_t of = 0;
  for_each_layer([&](const gis::map::ProportionalSymbolLayer& layer, std::size_t i) {
    if (layer.largest_value <= largest) return;
    largest = layer.largest_value;
    of = i;
  });
  std::erase_if(figure.legend.entries,
                [](const gis::map::LegendEntry& entry) { return entry.marker.size_mm > 0; });
  if (largest == 0) return;
  for_each_layer([&](gis::map::ProportionalSymbolLayer& layer, std::size_t) {
    layer.largest_value = largest;
    layer.largest_mm *= smaller;
  });
  const Document& document = items[of].document;
  const auto choropleth = make_choropleth(document);
  auto shown = choropleth ? shown_symbols(document, *choropleth, sources, language) : std::nullopt;
  if (!shown) return;
  const double smallest_mm = shown->layer.smallest_mm;
  for (gis::map::LegendEntry& row : shown->legend) {
    row.marker.size_mm *= smaller;
    if (row.marker.size_mm < smallest_mm) continue;  // the map draws it larger: it is no size to compare with
    if (&row == &shown->legend.front()) row.label = shown->layer.name + ": " + row.label;
    figure.legend.entries.push_back(std::move(row));
  }
}

/// As large as the largest of them, around the middle of each.
void give_same_scale(std::vector<SeriesItem>& items) {
  double width = 0, height = 0;
  const auto extent_of = [](const SeriesItem& item) {
    return item.document.view.extent ? *item.document.view.extent : full_extent(item.document);
  };
  for (const SeriesItem& item : items) {
    width = std::max(width, extent_of(item).width());
    height = std::max(height, extent_of(item).height());
  }
  for (SeriesItem& item : items) {
    const Extent own = extent_of(item);
    const double x = (own.min_x + own.max_x) / 2, y = (own.min_y + own.max_y) / 2;
    item.document.view.extent = Extent{x - width / 2, y - height / 2, x + width / 2, y + height / 2};
  }
}

}  // namespace

std::string file_stem_of(std::string_view name) {
  const std::string stem = core::names::file_stem(name);
  return stem.empty() ? "figure" : stem;
}

core::Result<std::vector<SeriesItem>> series_items(const Document& document, const Contiguity& contiguity,
                                                   const SeriesOptions& options, Language language) {
  std::vector<SeriesItem> items;
  if (options.per == SeriesPer::agglomeration) {
    auto found = of_agglomerations(document, contiguity, language);
    if (!found) return found;
    items = *std::move(found);
  } else {
    items =
        options.per == SeriesPer::sector ? of_sectors(document, language) : of_provinces(document, language);
  }
  if (items.empty()) return core::fail({.code = core::ErrorCode::no_values});
  if (options.same_classes) {
    const bool is_category = core::values::info_of(document.view.variable).is_category();
    const auto same =
        is_category ? core::Result<Classification>(document.view.classification()) : pooled_classes(items);
    if (!same) return core::fail(same.error());
    for (SeriesItem& item : items) {
      item.document.view.classification() = *same;
      item.common_classes = document.view.classification().method;
    }
  }
  if (options.same_scale && options.per != SeriesPer::sector) give_same_scale(items);
  return items;
}

core::Result<gis::map::FigureSpec> make_series_page(const SeriesItem& item, const MapSources& sources,
                                                    const Contiguity& contiguity, PageOptions page) {
  page.figure.common_classes = item.common_classes;
  if (page.figure.subtitle.empty()) page.figure.subtitle = item.subtitle;
  return make_figure_page(item.document, sources, contiguity, page);
}

core::Result<gis::map::FigureSpec> make_multiples_page(const std::vector<SeriesItem>& items,
                                                       const MapSources& sources,
                                                       const Contiguity& contiguity, PageOptions page) {
  const Language language = page.figure.language;
  page.figure.common_classes = items.front().common_classes;
  page.zoom_insets = page.overview = page.table = page.graticule = page.north_arrow = false;
  Document first = items.front().document;
  first.view.outlines = first.view.labels = false;
  first.view.selected = {};
  if (page.figure.title.empty())
    page.figure.title = variable_name(first.data->dataset->provenance, first.view.variable, language) +
                        shown_period_in_title(first, language);
  auto figure = make_figure_page(first, sources, contiguity, page);
  if (!figure) return figure;
  for (const SeriesItem& item : items) {
    Document one = item.document;
    one.view.labels = false;
    one.view.selected = {};
    const auto choropleth = make_choropleth(one);
    if (!choropleth) return core::fail(choropleth.error());
    gis::map::MapSpec map = make_map_spec(one, *choropleth, sources, {1000, 1000, 96.0}, language);
    for (gis::map::Layer& layer : map.layers) thin(layer);
    map.extent = one.view.extent ? *one.view.extent : full_extent(one);
    figure->panels.push_back({item.name, std::move(map)});
  }
  share_symbol_sizes(*figure, items, sources, language);
  // The ends of the highest and lowest class are those of one map only.
  const auto choropleth = make_choropleth(first);
  const core::values::VariableInfo& info = core::values::info_of(first.view.variable);
  std::erase_if(figure->legend.entries, [](const gis::map::LegendEntry& entry) {
    return entry.badge.diameter_mm > 0 || !entry.lines.empty();
  });
  const std::size_t classes = choropleth ? choropleth->classes.size() : 0;
  for (std::size_t i = 0; i < figure->legend.entries.size(); ++i) {
    gis::map::LegendEntry& entry = figure->legend.entries[i];
    entry.count.clear();
    if (classes < 2 || i >= classes) continue;
    const int decimals = std::max(info.decimals, choropleth->classes.decimals);
    if (i == 0) entry.label = "≥ " + number_text(choropleth->legend[i].lower, decimals, language);
    if (i + 1 == classes) entry.label = "< " + number_text(choropleth->legend[i].upper, decimals, language);
  }
  return figure;
}

}  // namespace vicinia::workspace::inline figures
