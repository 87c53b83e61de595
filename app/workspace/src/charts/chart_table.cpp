#include <cmath>

#include "vicinia/workspace/charts/chart.h"
#include "vicinia/workspace/words/standing_text.h"

namespace vicinia::workspace::inline charts {
namespace {

using core::Cell;

TableRow unit_cells(const core::Dataset& data, std::optional<core::admin::UnitIndex> unit) {
  if (!unit) return {std::string(), std::string(), std::string()};
  const core::admin::Unit& u = data.frame[*unit];
  return {u.code, u.name_vi, u.name_en};
}

TableRow standing_cells(const core::Dataset& data, const IndicatorValue& value) {
  const auto end = [&](double core::stats::Interval::*which) {
    return value.range && std::isfinite(*value.range.*which) ? Cell::of(*value.range.*which)
                                                             : Cell::not_published();
  };
  return {value.value, end(&core::stats::Interval::low), end(&core::stats::Interval::high),
          std::string(id_of(value.origin)), Names(rests_on_ids(data, value.rests_on))};
}

struct ToTable {
  const Chart& chart;
  const core::Dataset& data;

  ValueTable operator()(const ChartBars& bars) const {
    ValueTable table{.columns = {"unit_code", "unit_vi", "unit_en", "sector_no", "sector", "variable",
                                 "value", "value_low", "value_high", "origin", "rests_on_contradicted"}};
    for (const ChartBar& bar : bars.bars) {
      TableRow row = unit_cells(data, bar.subject.unit);
      const auto sector = bar.subject.sector;
      append(row, {sector ? data.sectors[*sector].code : std::string(),
                   sector ? data.sectors[*sector].name_en : std::string(),
                   std::string(core::values::info_of(chart.variable).id)});
      append(row, standing_cells(data, bar.value));
      table.rows.push_back(std::move(row));
    }
    return table;
  }
  ValueTable operator()(const ChartBubbles& bubbles) const {
    ValueTable table{
        .columns = {"unit_code", "unit_vi", "unit_en", "x", "y", "size", "rests_on_contradicted"}};
    for (const ChartBubble& bubble : bubbles.bubbles) {
      TableRow row = unit_cells(data, bubble.subject.unit);
      std::vector<std::string> doubts;
      for (const IndicatorValue* value : {&bubble.x, &bubble.y, &bubble.size})
        for (std::string& id : rests_on_ids(data, value->rests_on)) doubts.push_back(std::move(id));
      append(row, {bubble.x.value, bubble.y.value, bubble.size.value, Names(doubts)});
      table.rows.push_back(std::move(row));
    }
    return table;
  }
  ValueTable operator()(const ChartHistogram& histogram) const {
    ValueTable table{.columns = {"from", "to", "units"}};
    for (const ChartBin& bin : histogram.bins)
      table.rows.push_back({Cell::of(bin.low), Cell::of(bin.high), Cell::of(static_cast<double>(bin.count))});
    return table;
  }
  ValueTable operator()(const ChartCurves& curves) const {
    if (chart.kind == ChartKind::lorenz) {
      ValueTable table{.columns = {"unit_code", "unit_vi", "unit_en", "share_of_all", "share_of_sector"}};
      for (const ChartCurve& curve : curves.curves)
        for (const ChartCurve::Point& point : curve.points) {
          TableRow row = unit_cells(data, point.at.unit);
          append(row, {Cell::of(point.x), Cell::of(point.y)});
          table.rows.push_back(std::move(row));
        }
      return table;
    }
    ValueTable table{.columns = {"unit_code", "unit_vi", "unit_en", "period", "variable", "value",
                                 "value_low", "value_high", "origin", "rests_on_contradicted"}};
    for (const ChartCurve& curve : curves.curves)
      for (const ChartCurve::Point& point : curve.points) {
        TableRow row = unit_cells(data, curve.subject.unit);
        append(row, {chart.x.names[static_cast<std::size_t>(point.x)],
                     std::string(core::values::info_of(chart.variable).id)});
        append(row, standing_cells(data, point.value));
        table.rows.push_back(std::move(row));
      }
    return table;
  }
};

}  // namespace

ValueTable chart_table(const Chart& chart, const core::Dataset& data) {
  return std::visit(ToTable{chart, data}, chart.content);
}

}  // namespace vicinia::workspace::inline charts
