#include <algorithm>

#include "base/phrase.h"
#include "vicinia/workspace/figures/figure_page.h"
#include "vicinia/workspace/maps/outline_drawing.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline figures {
namespace {

using core::indicators::Measure;

constexpr std::size_t most_names = 4;  ///< of members, in a row of a figure's table

std::string names_of(const core::admin::Frame& frame, const auto& units, Language language,
                     std::size_t most) {
  std::string text;
  std::size_t count = 0;
  for (const auto unit : units) {
    if (count++ == most) break;
    text += (text.empty() ? "" : ", ") + called(frame, unit, language);
  }
  const std::size_t all = std::size(units);
  if (all > most)
    text += Phrase{" và {n} {unit} khác", " and {n} more"}.in(
        language, {{"{n}", std::to_string(all - most)},
                   {"{unit}", pick(frame.level_of(*std::begin(units)).name, language)}});
  return text;
}

}  // namespace

void add_mark_footnote(gis::map::FigureSpec& figure, Language language) {
  const bool has_mark = std::ranges::any_of(figure.table.rows, [](const auto& row) {
    return std::ranges::any_of(row, [](const std::string& cell) { return cell.ends_with(" !"); });
  });
  if (has_mark) figure.notes.insert(figure.notes.begin(), mark_footnote(language));
}

gis::map::FigureTable agglomerations_on_figure(const Document& document,
                                               const std::vector<AgglomerationReport>& reports,
                                               Language language) {
  const core::Dataset& data = *document.data->dataset;
  gis::map::FigureTable table{
      .title = Phrase{"Các quần tụ trên bản đồ", "Agglomerations on the map"}.in(language),
      .columns = {{Phrase{"TT", "#"}.in(language), true},
                  {in_own_words(Phrase{"Huyện", "Districts"}.in(language), data.provenance, language), false},
                  {Phrase{"Tỉnh", "Province"}.in(language), false},
                  {measure_short_name(data.provenance, core::indicators::Measure::employees, language), true},
                  {"LQ", true}},
      .more = Phrase{"… và {n} quần tụ khác", "… and {n} more agglomerations"}.in(language)};
  for (const std::size_t shown : drawn_agglomerations(reports, document.view.province)) {
    const AgglomerationReport& report = reports[shown];
    table.rows.push_back(
        {std::to_string(table.rows.size() + 1),
         names_of(data.frame, report.found.members, language, most_names),
         names_of(data.frame, report.provinces, language, report.provinces.size()),
         marked(cell_text(report.found.sums.employees, 0, language),
                doubt_about(report.rests_on, Measure::employees)),
         marked(report.pooled.lq ? number_text(report.pooled.lq->middle(), 1, language) : "–",
                doubt_about(report.rests_on, Measure::location_quotient))});
  }
  return table;
}

}  // namespace vicinia::workspace::inline figures
