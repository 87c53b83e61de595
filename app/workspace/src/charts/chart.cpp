#include "vicinia/workspace/charts/chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/phrase.h"
#include "charts/chart_parts.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline charts {

using core::admin::UnitIndex;
using gis::map::Colour;

std::string ChartSource::name_of_variable(Variable variable) const {
  return variable_name(data().provenance, variable, language);
}

std::string ChartSource::where() const {
  const std::string sector = workspace::name_of(data().sectors[view().sector], language);
  if (!view().province) return sector;
  return sector + " – " + workspace::name_of(data().frame[*view().province], language);
}

ChartSubject ChartSource::subject(UnitIndex unit) const {
  return {.unit = unit, .name = full_name(data().frame, unit, language)};
}

Colour ChartSource::colour_of(const IndicatorValue& value) const {
  constexpr Colour grey{150, 150, 150, 255};
  const bool has_number = value.value.has_number();
  for (const LegendRow& row : choropleth.legend) {
    const bool is_it =
        row.kind == LegendRow::Kind::zero
            ? value.value.state() == core::CellState::zero
            : has_number &&
                  (row.kind == LegendRow::Kind::value_class || row.kind == LegendRow::Kind::category) &&
                  row.lower <= value.value.number() && value.value.number() < row.upper;
    if (is_it) return row.fill.colour;
  }
  // The highest class holds its upper end.
  for (const LegendRow& row : choropleth.legend)
    if (has_number && row.kind == LegendRow::Kind::value_class && value.value.number() == row.upper)
      return row.fill.colour;
  return grey;
}

std::string ChartSource::without_value_note(std::size_t count) const {
  return count == 0 ? std::string()
                    : Phrase{"{n} đơn vị không có số liệu và không được vẽ",
                             "{n} units have no value and are not drawn"}
                          .in(language, {{"{n}", count_text(count, language)}});
}

Colour line_colour(std::size_t line) {
  static constexpr std::array<Colour, 8> colours{{{0, 114, 178, 255},
                                                  {230, 159, 0, 255},
                                                  {0, 158, 115, 255},
                                                  {204, 121, 167, 255},
                                                  {213, 94, 0, 255},
                                                  {86, 180, 233, 255},
                                                  {120, 120, 120, 255},
                                                  {0, 0, 0, 255}}};
  return colours[line % colours.size()];
}

Variable printed_variable(const View& view) {
  return core::values::measure_of(view.variable) ? view.variable : Variable::location_quotient;
}

std::vector<UnitIndex> highest_first(const std::vector<UnitIndex>& units,
                                     const std::vector<IndicatorValue>& values) {
  std::vector<UnitIndex> ranked;
  std::ranges::copy_if(units, std::back_inserter(ranked),
                       [&](UnitIndex unit) { return values[unit].value.has_number(); });
  std::ranges::stable_sort(ranked, std::ranges::greater{},
                           [&](UnitIndex unit) { return values[unit].value.number(); });
  return ranked;
}

std::string why_no_chart(const Document& document, const Choropleth& choropleth, Language language) {
  const auto needs = [&](Variable variable, Availability why) {
    return why == Availability::available
               ? std::string()
               : variable_name(document.data->dataset->provenance, variable, language) + ": " +
                     availability_text(why, language);
  };
  const ChartSettings& chart = document.view.chart;
  const bool is_category = core::values::info_of(document.view.variable).is_category();
  switch (chart.kind) {
    case ChartKind::ranking:
    case ChartKind::histogram:
    case ChartKind::bubbles: {
      if (is_category)
        return Phrase{"Chỉ tiêu đang xem là loại, không phải là số: hãy chọn một chỉ tiêu bằng số.",
                      "The shown variable is a category and no number: choose one that is a number."}
            .in(language);
      if (const std::string why = needs(document.view.variable, choropleth.availability); !why.empty())
        return why;
      if (chart.kind != ChartKind::bubbles) return {};
      for (const auto& other : {std::optional(chart.against), chart.size})
        if (other)
          if (const std::string why = needs(*other, availability_of(document, *other)); !why.empty())
            return why;
      return {};
    }
    case ChartKind::profile:
      return document.view.selected.current()
                 ? std::string()
                 : Phrase{"Hãy chọn một đơn vị trên bản đồ: biểu đồ cho thấy đơn vị ấy trong mọi ngành.",
                          "Select a unit on the map: the chart shows it in all sectors."}
                       .in(language);
    case ChartKind::lorenz:
      return period_indicators_of(document)->matrix(choropleth.level) != nullptr
                 ? std::string()
                 : Phrase{"Đường Lorenz", "Lorenz curve"}.in(language) + ": " +
                       availability_text(document.data->dataset->provenance.completeness ==
                                                 core::Completeness::complete_matrix
                                             ? Availability::incomplete_matrix
                                             : Availability::needs_complete_matrix,
                                         language);
    case ChartKind::over_time:
    case ChartKind::slopes:
      return document.data->dataset->periods.size() > 1
                 ? std::string()
                 : Phrase{"Số liệu chỉ có một kỳ: {p}. Biểu đồ này cần ít nhất hai kỳ.",
                          "The data have one period only: {p}. This chart needs two at least."}
                       .in(language, {{"{p}", document.data->dataset->periods.front()}});
  }
  return {};
}

core::Result<Chart> make_chart(const Document& document, const Choropleth& choropleth, Language language,
                               const ChartLimits& limits) {
  if (const std::string why = why_no_chart(document, choropleth, language); !why.empty())
    return core::fail({.code = core::ErrorCode::invalid_argument,
                       .subject = {.field = "chart", .id = std::string(id_of(document.view.chart.kind))},
                       .detail = why});
  const ChartSource from{document, choropleth, language, limits};
  auto chart = [&] {
    switch (document.view.chart.kind) {
      case ChartKind::bubbles: return bubble_chart(from);
      case ChartKind::histogram: return histogram_chart(from);
      case ChartKind::profile: return profile_chart(from);
      case ChartKind::lorenz: return lorenz_chart(from);
      case ChartKind::over_time:
      case ChartKind::slopes: return period_chart(from);
      case ChartKind::ranking: break;
    }
    return ranking_chart(from);
  }();
  if (!chart) return chart;
  chart->kind = document.view.chart.kind;
  chart->subtitle = shown_period_in_title(document, language);
  std::erase(chart->notes, std::string());
  return chart;
}

std::string chart_kind_name(ChartKind kind, Language language) {
  static constexpr std::array<Phrase, 7> names{{{"Xếp hạng", "Ranking"},
                                                {"Bong bóng", "Bubbles"},
                                                {"Phân bố", "Histogram"},
                                                {"Đơn vị qua các ngành", "Unit over sectors"},
                                                {"Đường Lorenz", "Lorenz curve"},
                                                {"Qua các kỳ", "Over time"},
                                                {"Giữa hai kỳ", "Between two periods"}}};
  return names[static_cast<std::size_t>(kind)].in(language);
}

std::vector<double> with_moved_break(std::vector<double> breaks, std::size_t index, double value,
                                     int decimals) {
  if (index >= breaks.size() || !std::isfinite(value)) return breaks;
  const double unit = std::pow(10, -decimals);
  double moved = std::round(value / unit) * unit;
  if (index > 0) moved = std::max(moved, breaks[index - 1] + unit);
  if (index + 1 < breaks.size()) moved = std::min(moved, breaks[index + 1] - unit);
  const bool has_room =
      (index == 0 || moved > breaks[index - 1]) && (index + 1 == breaks.size() || moved < breaks[index + 1]);
  if (has_room) breaks[index] = std::round(moved / unit) * unit;
  return breaks;
}

}  // namespace vicinia::workspace::inline charts
