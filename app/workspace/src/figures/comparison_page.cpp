#include "vicinia/workspace/figures/comparison_page.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/phrase.h"
#include "vicinia/workspace/figures/figure_outlines.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline figures {
namespace {

using gis::map::FigureSpec;
using gis::map::LegendEntry;

/// Parts of names, one after the other.
std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : " – ") + part;
  return text;
}

/// Rows that are in no legend before: of outlines, or of a state that no other map has.
void add_missing(const gis::map::Legend& from, gis::map::Legend& to) {
  for (const LegendEntry& entry : from.entries)
    if (std::ranges::find(to.entries, entry.label, &LegendEntry::label) == to.entries.end())
      to.entries.push_back(entry);
}

/// The hash of the data comes last.
void add_notes(const std::vector<std::string>& from, std::vector<std::string>& to) {
  for (const std::string& note : from)
    if (std::ranges::find(to, note) == to.end()) to.insert(to.empty() ? to.end() : to.end() - 1, note);
}

std::string in_both(const std::string& first, const std::string& second) {
  return first == second || second.empty() ? first : first + "\n" + second;
}

}  // namespace

ComparisonNames comparison_names(const Document& document, Language language) {
  const core::Dataset& data = *document.data->dataset;
  std::vector<View> views;
  for (std::size_t map = 0; map < map_count(document.view); ++map)
    views.push_back(view_of_map(document.view, map));
  const auto all_same = [&](const auto& what) {
    return std::ranges::all_of(views, [&](const View& view) { return what(view) == what(views.front()); });
  };
  const bool same_sector = all_same([](const View&v) { return v.sector; }),
             same_variable = all_same([](const View&v) { return v.variable; }),
             same_period = all_same([](const View&v) { return std::pair(v.period, v.base_of_change()); }),
             same_rules = all_same([](const View&v) { return v.agglomerations.rules; });
  const auto parts_of = [&](const View& view, bool sector, bool variable, bool period, bool rules) {
    std::vector<std::string> parts;
    const Document shown{document.data, view};
    if (sector) parts.push_back(name_of(data.sectors[view.sector], language));
    if (variable) parts.push_back(variable_name(data.provenance, view.variable, language));
    if (period) {
      const std::string change = change_text(shown, language);
      parts.push_back(change.empty() ? period_text(data, view.period, language) : change);
    }
    if (rules) parts.push_back(rules_text(view.agglomerations, language, {}, data.provenance));
    return joined(parts);
  };
  ComparisonNames names;
  const bool has_periods = data.periods.size() > 1;
  names.common = parts_of(views.front(), same_sector, same_variable, false, false);
  if (names.common.empty()) names.common = Phrase{"So sánh các bản đồ", "Maps compared"}.in(language);
  if (same_period && has_periods)
    names.common += shown_period_in_title({document.data, views.front()}, language);
  for (const View& view : views)
    names.maps.push_back(
        parts_of(view, !same_sector, !same_variable, !same_period && has_periods, !same_rules));
  for (std::size_t map = 0; map < names.maps.size(); ++map)
    if (names.maps[map].empty()) names.maps[map] = parts_of(views[map], true, true, has_periods, false);
  return names;
}

core::Result<bool> have_one_legend(const Document& document) {
  const auto first = make_choropleth(document);
  if (!first) return core::fail(first.error());
  const auto has_own_sizes = [&](const Document& shown, const Choropleth& choropleth) {
    return !document.view.comparison.same_classes && wants_symbols(shown, choropleth);
  };
  if (has_own_sizes(document, *first)) return false;
  for (std::size_t map = 1; map < map_count(document.view); ++map) {
    const Document shown = document_of(document, map);
    if (shown.view.variable != document.view.variable) return false;
    const auto other = make_choropleth(shown);
    if (!other) return core::fail(other.error());
    if (other->classes.bounds != first->classes.bounds || has_own_sizes(shown, *other)) return false;
  }
  return true;
}

core::Result<FigureSpec> make_comparison_page(const Document& document, const MapSources& sources,
                                              const Contiguity& contiguity, PageOptions page) {
  page.zoom_insets = page.overview = page.table = page.graticule = page.north_arrow = false;
  const Language language = page.figure.language,
                 other = language == Language::vi ? Language::en : Language::vi;
  const auto one_legend = have_one_legend(document);
  if (!one_legend) return core::fail(one_legend.error());
  if (*one_legend) page.figure.common_classes = document.view.classification().method;
  const ComparisonNames names = comparison_names(document, language),
                        second_names = comparison_names(document, other);
  FigureSpec figure;
  for (std::size_t map = 0; map < map_count(document.view); ++map) {
    auto one = make_figure_page(document_of(document, map), sources, contiguity, page);
    if (!one) return one;
    gis::map::MapPanel panel{
        page.second_language ? in_both(names.maps[map], second_names.maps[map]) : names.maps[map], one->map,
        one->legend};
    scale_symbols(panel.map, compared_symbols_share);
    scale_symbols(panel.legend, compared_symbols_share);
    if (map == 0) {
      figure = *std::move(one);
      figure.legend = *one_legend ? panel.legend : gis::map::Legend{};
      if (page.figure.title.empty()) {
        figure.title = names.common;
        figure.second_title =
            page.second_language && second_names.common != names.common ? second_names.common : "";
      }
    } else {
      add_notes(one->notes, figure.notes);
      add_notes(one->second_notes, figure.second_notes);
    }
    panel.map.extent = figure.map.extent;
    if (*one_legend) {
      add_missing(panel.legend, figure.legend);
      panel.legend = {};
    }
    figure.panels.push_back(std::move(panel));
  }
  // Of one map only.
  for (LegendEntry& entry : figure.legend.entries) entry.count.clear();
  return figure;
}

core::Result<FigureSpec> make_page_of_view(const Document& document, const MapSources& sources,
                                           const Contiguity& contiguity, const PageOptions& page) {
  return map_count(document.view) > 1 ? make_comparison_page(document, sources, contiguity, page)
                                      : make_figure_page(document, sources, contiguity, page);
}

}  // namespace vicinia::workspace::inline figures
