#include <algorithm>
#include <cmath>

#include "base/phrase.h"
#include "charts/chart_axis.h"
#include "charts/chart_parts.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline charts {

using core::admin::UnitIndex;

namespace {

/// As wide as Freedman and Diaconis (1981) would have them, rounded, at least `fewest` and at most `most` over all values. \pre ascending, not empty
double bin_width(const std::vector<double>& values, int decimals) {
  constexpr double fewest = 6, most = 40;
  const double span = values.back() - values.front();
  const double least = std::pow(10, -decimals);  // no bin is narrower than what values are written with
  if (span <= 0) return std::max(least, 1e-9);
  const auto quartile = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  const double wanted = 2 * (quartile(0.75) - quartile(0.25)) / std::cbrt(static_cast<double>(values.size()));
  return std::max(round_step(std::clamp(wanted, span / most, span / fewest)), least);
}

}  // namespace

core::Result<Chart> histogram_chart(const ChartSource& from) {
  const Variable variable = from.view().variable;
  const core::values::VariableInfo& info = core::values::info_of(variable);
  std::vector<double> values;
  for (const UnitIndex unit : from.choropleth.units)
    if (from.choropleth.values[unit].value.has_number())
      values.push_back(from.choropleth.values[unit].value.number());
  std::ranges::sort(values);
  ChartHistogram histogram;
  if (!values.empty()) {
    const double width = bin_width(values, info.decimals);
    const double first = std::floor(values.front() / width + 1e-9) * width;
    const auto bins = static_cast<std::size_t>(std::floor((values.back() - first) / width + 1e-9)) + 1;
    for (std::size_t i = 0; i < bins; ++i)
      histogram.bins.push_back(
          {first + static_cast<double>(i) * width, first + static_cast<double>(i + 1) * width, 0});
    for (const double value : values) ++histogram.bins[*bin_of(histogram, value)].count;
  }
  const std::vector<double>& bounds = from.choropleth.classes.bounds;
  for (std::size_t i = 1; i + 1 < bounds.size(); ++i) histogram.breaks.push_back(bounds[i]);
  for (const LegendRow& row : from.choropleth.legend)
    if (row.kind == LegendRow::Kind::value_class)
      histogram.bands.insert(histogram.bands.begin(), {row.lower, row.upper, row.fill.colour});

  std::vector<double> counts, ends;
  for (const ChartBin& bin : histogram.bins) {
    counts.push_back(static_cast<double>(bin.count));
    ends.push_back(bin.low);
    ends.push_back(bin.high);
  }
  Chart chart{.variable = variable, .title = from.where() + " – " + from.name_of_variable(variable)};
  chart.without_value = from.choropleth.units.size() - values.size();
  chart.notes.push_back(from.without_value_note(chart.without_value));
  chart.x = axis_of(ends, from.name_of_variable(variable), false);
  chart.x.pivot = info.pivot;
  chart.y = axis_of(counts, Phrase{"Số đơn vị", "Number of units"}.in(from.language), true, 5);
  if (chart.y.step < 1)
    chart.y.step = 1, chart.y.high = std::max(1.0, std::ceil(chart.y.high)), chart.y.decimals = 0;
  chart.content = std::move(histogram);
  return chart;
}

std::optional<std::size_t> bin_of(const ChartHistogram& histogram, double value) {
  const std::vector<ChartBin>& bins = histogram.bins;
  if (bins.empty()) return std::nullopt;
  // 0.3 is in the bin from 0.3, whatever 3 × 0.1 comes to.
  const double place = std::floor((value - bins.front().low) / (bins.front().high - bins.front().low) + 1e-9);
  if (!(place >= 0) || place >= static_cast<double>(bins.size())) return std::nullopt;
  return static_cast<std::size_t>(place);
}

std::string bin_text(const ChartBin& bin, Language language) {
  const double width = bin.high - bin.low;
  const int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(width) + 1e-9)));
  return Phrase{"{low} đến dưới {high}: {n} đơn vị", "{low} to less than {high}: {n} units"}.in(
      language, {{"{low}", number_text(bin.low, decimals, language)},
                 {"{high}", number_text(bin.high, decimals, language)},
                 {"{n}", count_text(bin.count, language)}});
}

}  // namespace vicinia::workspace::inline charts
