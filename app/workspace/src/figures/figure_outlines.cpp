#include "vicinia/workspace/figures/figure_outlines.h"

#include <algorithm>
#include <boost/geometry/algorithms/comparable_distance.hpp>
#include <boost/geometry/algorithms/equals.hpp>
#include <boost/geometry/algorithms/simplify.hpp>
#include <boost/geometry/geometries/linestring.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <iterator>
#include <string_view>

#include "base/phrase.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"
#include "vicinia/workspace/maps/outline_style.h"
#include "vicinia/workspace/words/border_match_text.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/tolerance_text.h"

namespace vicinia::workspace::inline figures {
namespace {

namespace bg = boost::geometry;
namespace style = outline_style;
using gis::map::LineLayer;
using gis::map::Polyline;

/// As make_figure_spec names it: what is selected stays on top.
constexpr std::string_view selection_layer = "selection";
constexpr double finest_mm = 0.04;  ///< closer vertices are one

/// Every border keeps a line, however small it is on the page: one around a small island, there and back.
Polyline polyline(std::span<const core::geom::Point> points, double tolerance_m) {
  const bg::model::linestring<core::geom::Point> line(points.begin(), points.end());
  bg::model::linestring<core::geom::Point> fewer;
  bg::simplify(line, fewer, tolerance_m);
  if (fewer.size() < 3 && bg::equals(line.front(), line.back())) {
    const auto furthest = std::ranges::max_element(
        line, {}, [&](const auto& point) { return bg::comparable_distance(point, line.front()); });
    fewer = {line.front(), *furthest, line.back()};
  }
  Polyline result;
  for (const core::geom::Point& point : fewer) result.push_back({point.x(), point.y()});
  return result;
}

/// About what a millimetre of the map will be: it takes most of the page, at its own proportions.
double metres_per_mm_of(const gis::map::FigureSpec& figure) {
  return std::max(figure.map.extent.width() / (0.86 * figure.page.width_mm),
                  figure.map.extent.height() / (0.72 * figure.page.height_mm));
}

/// The drawing as layers, with just the vertices that the page can show.
std::vector<gis::map::Layer> layers_of(const OutlineDrawing& drawing,
                                       const core::topology::Topology& topology, double metres_per_mm,
                                       Language language) {
  const double tolerance_m = finest_mm * metres_per_mm, share = style::width_share(metres_per_mm);
  std::vector<std::vector<Polyline>> lines;
  for (const OutlineDrawing::Group& group : drawing.groups) {
    auto& of_group = lines.emplace_back();
    for (const core::topology::ArcRef arc : group.arcs)
      of_group.push_back(polyline(topology.points_of(topology.arcs()[arc.arc]), tolerance_m));
  }
  std::vector<gis::map::Layer> layers;
  for (const OutlineDrawing::Pass& pass : drawing.passes)
    layers.emplace_back(LineLayer{.name = outline_text(drawing.groups[pass.group].kind, language),
                                  .lines = lines[pass.group],
                                  .stroke = style::scaled(pass.stroke, share),
                                  .casing = style::scaled(pass.casing, share)});
  return layers;
}

}  // namespace

std::string rules_text(const AgglomerationSettings& settings, Language language,
                       std::optional<double> tolerance_m, const core::Provenance& provenance) {
  const core::agglomeration::Rules& rules = settings.rules;
  const auto number = [&](double value, int decimals) { return number_text(value, decimals, language); };
  const auto shortest = [&](double value) { return number(value, value == std::floor(value) ? 0 : 2); };
  std::string text = Phrase{"LQ từ {n}", "LQ from {n}"}.in(language, {{"{n}", shortest(rules.lq_min)}});
  const auto add = [&](bool wanted, const Phrase& phrase, const std::string& n) {
    if (wanted) text += "; " + phrase.in(language, {{"{n}", n}});
  };
  const bool of_unit = rules.size.scope == core::agglomeration::SizeRule::Scope::unit;
  const Phrase of_each{"của mỗi huyện", "in each district"}, of_whole{"của cả quần tụ", "in the whole"};
  const std::string of =
      " " + in_own_words((of_unit ? of_each : of_whole).in(language), provenance, language);
  using core::indicators::Measure;
  add(rules.size.employees_min > 0, {"từ {n}", "from {n}"},
      number(rules.size.employees_min, 0) + " " + counted_word(provenance, Measure::employees, language));
  if (rules.size.employees_min > 0) text += of;
  add(rules.size.enterprises_min > 0, {"từ {n}", "from {n}"},
      number(rules.size.enterprises_min, 0) + " " + counted_word(provenance, Measure::enterprises, language));
  if (rules.size.enterprises_min > 0) text += of;
  add(rules.size.sector_share_pct_min > 0, Phrase{"từ {n} của ngành", "from {n}"},
      (Phrase{"{n}% {word}", "{n}% of the sector's {word}"})
          .in(language, {{"{n}", shortest(rules.size.sector_share_pct_min)},
                         {"{word}", counted_word(provenance, Measure::employees, language)}}));
  if (rules.size.sector_share_pct_min > 0) text += of;
  add(true,
      rules.link.corners ? Phrase{"nối qua cạnh hoặc đỉnh chung", "linked by borders or corners"}
                         : Phrase{"nối qua ranh giới chung", "linked by borders"},
      {});
  add(rules.link.min_length_m > 0, {"dài hơn {n} km", "longer than {n} km"},
      shortest(rules.link.min_length_m / 1000));
  if (settings.tolerance_m) tolerance_m = settings.tolerance_m;
  add(tolerance_m.value_or(0) > 0, {"ranh giới khớp trong khoảng {n} m", "borders matched within {n} m"},
      shortest(tolerance_m.value_or(0)));
  add(!settings.links.linked.empty(), {"{n} cặp nối bằng tay", "{n} linked by hand"},
      number(static_cast<double>(settings.links.linked.size()), 0));
  add(!settings.links.cut.empty(), {"{n} cặp cắt bằng tay", "{n} cut by hand"},
      number(static_cast<double>(settings.links.cut.size()), 0));
  return text;
}

void add_outlines(gis::map::FigureSpec& figure, const Document& document, const Contiguity& contiguity,
                  const std::vector<AgglomerationReport>& reports,
                  const std::vector<core::topology::OutlineLines>& outlines, Language language) {
  if (!shows_outlines(document.view)) return;
  const double metres_per_mm = metres_per_mm_of(figure);
  const std::vector<std::size_t> shown = drawn_agglomerations(reports, document.view.province);
  std::vector<gis::map::Layer> layers =
      layers_of(outline_drawing(reports, outlines, shown), contiguity.topology(), metres_per_mm, language);
  const std::vector<HandMark> marks =
      hand_marks(*document.data->dataset, contiguity, document.view.agglomerations.links);
  std::ranges::move(hand_mark_layers(marks, metres_per_mm, language), std::back_inserter(layers));
  const auto selection = std::ranges::find_if(figure.map.layers, [](const gis::map::Layer& layer) {
    const auto* outline = std::get_if<gis::map::OutlineLayer>(&layer);
    return outline != nullptr && outline->name == selection_layer;
  });
  figure.map.layers.insert(selection, layers.begin(), layers.end());

  const auto crossing = static_cast<std::size_t>(
      std::ranges::count_if(shown, [&](std::size_t i) { return reports[i].provinces.size() > 1; }));
  const std::size_t plain = shown.size() - crossing;
  const bool any_crossed =
      std::ranges::any_of(shown, [&](std::size_t i) { return !outlines[i].crossings.empty(); });
  const auto explain = [&](OutlineKind kind, bool is_there, const std::string& count = {}) {
    if (is_there)
      figure.legend.entries.push_back(
          {.label = outline_text(kind, language), .count = count, .lines = outline_strokes(kind)});
  };
  const auto counted = [&](std::size_t count) {
    return number_text(static_cast<double>(count), 0, language);
  };
  explain(OutlineKind::agglomeration, plain > 0, counted(plain));
  explain(OutlineKind::crossing_agglomeration, crossing > 0, counted(crossing));
  explain(OutlineKind::crossed_boundary, any_crossed);
  explain(OutlineKind::manual_link, !std::ranges::all_of(marks, &HandMark::is_cut));
  explain(OutlineKind::manual_cut, std::ranges::any_of(marks, &HandMark::is_cut));
  const double tolerance_m = contiguity.tolerance_of(document.view.agglomerations);
  const bool any_matched = std::ranges::any_of(
      contiguity.match().beside, [&](const auto& border) { return border.distance_m <= tolerance_m; });
  std::vector<std::string> notes{Phrase{"Quần tụ: ", "Agglomerations: "}.in(language) +
                                 rules_text(document.view.agglomerations, language,
                                            any_matched ? std::optional(tolerance_m) : std::nullopt,
                                            document.data->dataset->provenance)};
  if (any_matched) notes.push_back(border_match_text(contiguity.match(), tolerance_m, language));
  std::vector<std::size_t> depending = depending_on_tolerance(reports);
  std::erase_if(depending, [&](std::size_t i) { return !std::ranges::binary_search(shown, i); });
  if (!depending.empty()) notes.push_back(tolerance_note(depending, tolerance_m, language));
  figure.notes.insert(figure.notes.empty() ? figure.notes.end() : figure.notes.end() - 1, notes.begin(),
                      notes.end());  // the hash of the data comes last
}

core::Status add_outlines(gis::map::FigureSpec& figure, const Document& document,
                          const Contiguity& contiguity, Language language) {
  if (!shows_outlines(document.view)) return {};
  const auto reports = find_agglomerations(document, contiguity);
  if (!reports) return core::fail(reports.error());
  add_outlines(figure, document, contiguity, *reports,
               agglomeration_lines(*document.data->dataset, contiguity, *reports), language);
  return {};
}

}  // namespace vicinia::workspace::inline figures
