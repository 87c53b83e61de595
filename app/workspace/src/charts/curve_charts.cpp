// Lines: the Lorenz curve of a sector, and units over periods.
#include <algorithm>

#include "base/phrase.h"
#include "charts/chart_axis.h"
#include "charts/chart_parts.h"
#include "vicinia/core/indicators/concentration/locational_gini.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline charts {

using core::admin::UnitIndex;
using core::industry::PeriodIndex;

core::Result<Chart> lorenz_chart(const ChartSource& from) {
  const auto period = period_indicators_of(from.document);
  const core::admin::Level level = from.choropleth.level;
  const core::indicators::CompleteMatrix& matrix = *period->matrix(level);
  const auto curve = core::indicators::concentration::lorenz_curve(matrix, from.view().sector);
  const auto gini = core::indicators::concentration::locational_gini(matrix, from.view().sector);
  const std::string sector = workspace::name_of(from.data().sectors[from.view().sector], from.language);
  Chart chart{.variable = Variable::employees,
              .title = sector + " – " + Phrase{"Đường Lorenz", "Lorenz curve"}.in(from.language)};
  ChartCurves curves{.has_diagonal = true};
  curves.curves.push_back(
      {.subject = {.sector = from.view().sector, .name = sector}, .colour = line_colour(0)});
  if (!curve.empty()) curves.curves.front().points.push_back({});
  for (const auto& point : curve)
    curves.curves.front().points.push_back(
        {.x = point.of_all, .y = point.of_sector, .at = from.subject(period->units(level)[point.row])});
  if (gini.gini.has_number())
    chart.notes.push_back(
        Phrase{"Hệ số Gini theo vị trí: {g} (chuẩn hóa {n})", "Locational Gini: {g} (normalised {n})"}.in(
            from.language,
            {{"{g}", number_text(gini.gini.number(), 3, from.language)},
             {"{n}", gini.normalised.has_number() ? number_text(gini.normalised.number(), 3, from.language)
                                                  : "–"}}));
  chart.x = {
      .title = Phrase{"Tỷ trọng cộng dồn trong toàn bộ lao động", "Cumulated share of all employment"}.in(
          from.language),
      .low = 0,
      .high = 1,
      .step = 0.2,
      .decimals = 1};
  chart.y = chart.x;
  chart.y.title = Phrase{"Tỷ trọng cộng dồn trong ngành", "Cumulated share of the sector"}.in(from.language);
  chart.content = std::move(curves);
  return chart;
}

core::Result<Chart> period_chart(const ChartSource& from) {
  const bool slopes = from.view().chart.kind == ChartKind::slopes;
  const Variable variable = printed_variable(from.view());
  std::vector<PeriodIndex> periods;
  if (slopes) {
    const PeriodIndex last = std::max<PeriodIndex>(from.view().period, 1);
    const auto base = from.view().base_of_change();
    periods = {base && *base < last ? *base : last - 1, last};
  } else {
    for (PeriodIndex period = 0; period < from.data().periods.size(); ++period) periods.push_back(period);
  }
  std::vector<std::vector<IndicatorValue>> values;  // [period][unit]
  Document document = from.document;
  for (const PeriodIndex period : periods) {
    document.view.period = period;
    document.view.base_period.reset();
    auto of_period = values_of(document, variable);
    if (!of_period) return core::fail(of_period.error());
    values.push_back(*std::move(of_period));
  }
  // What is selected; else those that are highest at the end.
  const std::vector<UnitIndex>& chosen = from.view().selected.units();
  const bool is_chosen = chosen.size() > 1;
  std::vector<UnitIndex> units = highest_first(is_chosen ? chosen : from.choropleth.units, values.back());
  const std::size_t all = units.size();
  if (units.size() > from.limits.curves) units.resize(from.limits.curves);
  if (const auto current = from.view().selected.current();
      current && !is_chosen && std::ranges::find(units, *current) == units.end() &&
      values.back()[*current].value.has_number())
    units.push_back(*current);
  ChartCurves curves;
  std::vector<double> numbers;
  for (const UnitIndex unit : units) {
    ChartCurve curve{.subject = from.subject(unit), .colour = line_colour(curves.curves.size())};
    for (std::size_t i = 0; i < periods.size(); ++i) {
      const IndicatorValue& value = values[i][unit];
      if (!value.value.has_number()) continue;
      curve.points.push_back(
          {.x = static_cast<double>(i), .y = value.value.number(), .value = value, .at = {.unit = unit}});
      numbers.push_back(value.value.number());
    }
    curves.curves.push_back(std::move(curve));
  }
  Chart chart{.variable = variable, .title = from.where() + " – " + from.name_of_variable(variable)};
  if (all > from.limits.curves)
    chart.notes.push_back((is_chosen ? Phrase{"{n} đơn vị có giá trị cao nhất trong số đã chọn",
                                              "The {n} highest of those that are selected"}
                                     : Phrase{"{n} đơn vị có giá trị cao nhất; chọn vài đơn vị để xem riêng",
                                              "The {n} highest units; select some to see these instead"})
                              .in(from.language, {{"{n}", count_text(from.limits.curves, from.language)}}));
  if (variable != from.view().variable)
    chart.notes.push_back(Phrase{"Biểu đồ dùng {v}", "The chart is of {v}"}.in(
        from.language, {{"{v}", from.name_of_variable(variable)}}));
  chart.x = {.low = 0, .high = static_cast<double>(periods.size() - 1), .step = 1};
  for (const PeriodIndex period : periods) chart.x.names.push_back(from.data().periods[period]);
  chart.y = axis_of(numbers, from.name_of_variable(variable), true);
  chart.y.pivot = core::values::info_of(variable).pivot;
  chart.content = std::move(curves);
  return chart;
}

std::vector<std::string> curve_point_text(const Chart& chart, const Document& document,
                                          const ChartCurve& curve, const ChartCurve::Point& point,
                                          Language language) {
  if (chart.kind == ChartKind::lorenz)
    return {point.at.name, chart.x.title + ": " + number_text(100 * point.x, 1, language) + " %",
            chart.y.title + ": " + number_text(100 * point.y, 1, language) + " %"};
  const auto at = static_cast<std::size_t>(point.x);
  std::vector<std::string> lines{
      curve.subject.name + ", " + (at < chart.x.names.size() ? chart.x.names[at] : std::string()),
      variable_short_name(document.data->dataset->provenance, chart.variable, language) + ": " +
          variable_value_text(point.value, chart.variable, language)};
  if (const std::string range = variable_range_text(point.value, chart.variable, language); !range.empty())
    lines.back() += " (" + range + ")";
  return lines;
}

}  // namespace vicinia::workspace::inline charts
