#include <algorithm>

#include "base/phrase.h"
#include "charts/chart_axis.h"
#include "charts/chart_parts.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline charts {

using core::admin::UnitIndex;

core::Result<Chart> bubble_chart(const ChartSource& from) {
  const ChartSettings& settings = from.view().chart;
  const Variable variable = from.view().variable;
  const auto& x = from.choropleth.values;
  const auto y = values_of(from.document, settings.against);
  if (!y) return core::fail(y.error());
  std::vector<IndicatorValue> sizes(x.size());
  if (settings.size) {
    auto known = values_of(from.document, *settings.size);
    if (!known) return core::fail(known.error());
    sizes = *std::move(known);
  }
  ChartBubbles bubbles;
  std::vector<double> xs, ys;
  for (const UnitIndex unit : from.choropleth.units) {
    if (!x[unit].value.has_number() || !(*y)[unit].value.has_number()) continue;
    bubbles.bubbles.push_back(
        {from.subject(unit), x[unit], (*y)[unit], sizes[unit], from.colour_of(x[unit])});
    xs.push_back(x[unit].value.number());
    ys.push_back((*y)[unit].value.number());
    if (sizes[unit].value.has_number())
      bubbles.largest = std::max(bubbles.largest, sizes[unit].value.number());
  }
  std::ranges::stable_sort(bubbles.bubbles, std::ranges::greater{}, [](const ChartBubble& bubble) {
    return bubble.size.value.has_number() ? bubble.size.value.number() : 0.0;
  });
  Chart chart{.variable = variable,
              .title = from.where() + " – " +
                       Phrase{"{x} và {y}", "{x} and {y}"}.in(
                           from.language, {{"{x}", from.name_of_variable(variable)},
                                           {"{y}", from.name_of_variable(settings.against)}})};
  chart.without_value = from.choropleth.units.size() - bubbles.bubbles.size();
  if (settings.size)
    chart.notes.push_back(Phrase{"Diện tích tỷ lệ với: {v}", "Area in proportion to: {v}"}.in(
        from.language, {{"{v}", from.name_of_variable(*settings.size)}}));
  chart.notes.push_back(from.without_value_note(chart.without_value));
  const auto counts_from_zero = [](Variable one) {
    return core::values::info_of(one).is_count() || core::values::info_of(one).pivot.has_value();
  };
  chart.x = axis_of(xs, from.name_of_variable(variable), counts_from_zero(variable));
  chart.x.pivot = core::values::info_of(variable).pivot;
  chart.y = axis_of(ys, from.name_of_variable(settings.against), counts_from_zero(settings.against));
  chart.y.pivot = core::values::info_of(settings.against).pivot;
  chart.content = std::move(bubbles);
  return chart;
}

std::vector<std::string> bubble_text(const Document& document, const ChartBubble& bubble, Language language) {
  const core::Provenance& provenance = document.data->dataset->provenance;
  std::vector<std::string> lines{bubble.subject.name};
  const auto add = [&](Variable variable, const IndicatorValue& value) {
    lines.push_back(variable_short_name(provenance, variable, language) + ": " +
                    variable_value_text(value, variable, language));
    if (const std::string range = variable_range_text(value, variable, language); !range.empty())
      lines.back() += " (" + range + ")";
  };
  add(document.view.variable, bubble.x);
  add(document.view.chart.against, bubble.y);
  if (document.view.chart.size) add(*document.view.chart.size, bubble.size);
  return lines;
}

std::vector<UnitIndex> units_within(const ChartBubbles& bubbles, double x_low, double x_high, double y_low,
                                    double y_high) {
  std::vector<UnitIndex> units;
  for (const ChartBubble& bubble : bubbles.bubbles) {
    const double x = bubble.x.value.number(), y = bubble.y.value.number();
    if (x_low <= x && x <= x_high && y_low <= y && y <= y_high) units.push_back(*bubble.subject.unit);
  }
  std::ranges::sort(units);
  return units;
}

}  // namespace vicinia::workspace::inline charts
