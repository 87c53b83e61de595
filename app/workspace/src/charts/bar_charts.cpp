// Bars: units by the shown variable, and one unit over all sectors.
#include <algorithm>

#include "base/phrase.h"
#include "charts/chart_axis.h"
#include "charts/chart_parts.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline charts {
namespace {

using core::admin::UnitIndex;

/// What the axis of the values spans: bars begin at zero, and ranges reach beyond them.
ChartAxis value_axis(const ChartBars& bars, std::string title, std::optional<double> pivot) {
  std::vector<double> ends;
  for (const ChartBar& bar : bars.bars) {
    if (bar.value.value.has_number()) ends.push_back(bar.value.value.number());
    if (bar.value.range)
      for (const double end : {bar.value.range->low, bar.value.range->high})
        if (std::isfinite(end)) ends.push_back(end);
  }
  ChartAxis axis = axis_of(ends, std::move(title), true);
  axis.pivot = pivot;
  return axis;
}

ChartAxis name_axis(const ChartBars& bars) {
  ChartAxis axis{.low = 0, .high = static_cast<double>(bars.bars.size()), .step = 1};
  for (const ChartBar& bar : bars.bars) axis.names.push_back(bar.subject.name);
  return axis;
}

}  // namespace

core::Result<Chart> ranking_chart(const ChartSource& from) {
  const Variable variable = from.view().variable;
  const auto& values = from.choropleth.values;
  const std::vector<UnitIndex> ranked = highest_first(from.choropleth.units, values);
  ChartBars bars;
  for (const UnitIndex unit : ranked) {
    if (bars.bars.size() == from.limits.bars) break;
    bars.bars.push_back({from.subject(unit), values[unit], from.colour_of(values[unit])});
  }
  bars.more = ranked.size() - bars.bars.size();
  Chart chart{.variable = variable, .title = from.where() + " – " + from.name_of_variable(variable)};
  chart.without_value = from.choropleth.units.size() - ranked.size();
  if (bars.more > 0)
    chart.notes.push_back(Phrase{"và {n} đơn vị khác có số liệu", "and {n} more units that have a value"}.in(
        from.language, {{"{n}", count_text(bars.more, from.language)}}));
  chart.notes.push_back(from.without_value_note(chart.without_value));
  chart.x = value_axis(bars, from.name_of_variable(variable), core::values::info_of(variable).pivot);
  chart.y = name_axis(bars);
  chart.content = std::move(bars);
  return chart;
}

core::Result<Chart> profile_chart(const ChartSource& from) {
  const Variable variable = printed_variable(from.view());
  const UnitIndex unit = *from.view().selected.current();
  ChartBars bars;
  std::size_t without = 0;
  Document document = from.document;
  for (core::industry::SectorIndex sector = 0; sector < from.data().sectors.size(); ++sector) {
    document.view.sector = sector;
    const auto values = values_of(document, variable);
    if (!values) return core::fail(values.error());
    const IndicatorValue& value = (*values)[unit];
    if (!value.value.has_number()) {
      ++without;
      continue;
    }
    const bool is_shown = sector == from.view().sector;
    bars.bars.push_back(
        {{.unit = unit,
          .sector = sector,
          .name = workspace::name_of(from.data().sectors[sector], from.language)},
         value,
         is_shown ? gis::map::Colour{0, 90, 160, 255} : gis::map::Colour{130, 170, 205, 255}});
  }
  Chart chart{
      .variable = variable,
      .title = full_name(from.data().frame, unit, from.language) + " – " + from.name_of_variable(variable)};
  chart.without_value = without;
  if (without > 0)
    chart.notes.push_back(
        Phrase{"{n} ngành không công bố số liệu của đơn vị này", "{n} sectors publish no value of this unit"}
            .in(from.language, {{"{n}", count_text(without, from.language)}}));
  if (variable != from.view().variable)
    chart.notes.push_back(Phrase{"Chỉ tiêu đang xem không có ở mọi ngành: biểu đồ dùng {v}",
                                 "The shown variable is not known of every sector: the chart is of {v}"}
                              .in(from.language, {{"{v}", from.name_of_variable(variable)}}));
  chart.x = value_axis(bars, from.name_of_variable(variable), core::values::info_of(variable).pivot);
  chart.y = name_axis(bars);
  chart.content = std::move(bars);
  return chart;
}

std::vector<std::string> bar_text(const Chart& chart, const ChartBar& bar, Language language) {
  std::vector<std::string> lines{
      bar.subject.name, chart.x.title + ": " + variable_value_text(bar.value, chart.variable, language)};
  if (const std::string range = variable_range_text(bar.value, chart.variable, language); !range.empty())
    lines.back() += " (" + range + ")";
  return lines;
}

}  // namespace vicinia::workspace::inline charts
