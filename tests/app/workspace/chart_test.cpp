#include "vicinia/workspace/charts/chart.h"

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "charts/chart_axis.h"
#include "fixture.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/view_file.h"

namespace vicinia::workspace {
namespace {

using core::admin::UnitIndex;

class Charts : public testing::Test {
 protected:
  [[nodiscard]] Chart chart() {
    choropleth_ = *make_choropleth(document_);
    auto made = make_chart(document_, choropleth_, Language::en);
    EXPECT_TRUE(made) << (made ? "" : made.error().detail);
    return made ? *std::move(made) : Chart{};
  }
  [[nodiscard]] std::string why_not() {
    choropleth_ = *make_choropleth(document_);
    return why_no_chart(document_, choropleth_, Language::en);
  }
  [[nodiscard]] const core::Dataset& data() const { return *document_.data->dataset; }
  template <class Each>
  void each_sector_and_variable(Each each) {
    for (document_.view.sector = 0; document_.view.sector < data().sectors.size(); ++document_.view.sector)
      for (const Variable variable :
           {Variable::location_quotient, Variable::employees, Variable::sme_share}) {
        document_.view.variable = variable;
        each();
      }
  }
  Document document_{vietnam_2007(), {}};
  Choropleth choropleth_;
};

TEST_F(Charts, RankTheUnitsOfTheMapByTheirValuesInItsColours) {
  each_sector_and_variable([&] {
    const Chart ranking = chart();
    const auto& bars = std::get<ChartBars>(ranking.content);
    std::vector<double> values;
    for (const UnitIndex unit : choropleth_.units)
      if (choropleth_.values[unit].value.has_number())
        values.push_back(choropleth_.values[unit].value.number());
    std::ranges::sort(values, std::greater{});
    ASSERT_EQ(bars.bars.size() + bars.more, values.size());
    EXPECT_EQ(ranking.without_value + values.size(), choropleth_.units.size());
    for (std::size_t i = 0; i < bars.bars.size(); ++i) {
      const ChartBar& bar = bars.bars[i];
      EXPECT_EQ(bar.value.value.number(), values[i]);
      EXPECT_EQ(bar.value.value, choropleth_.values[*bar.subject.unit].value);
      EXPECT_LE(ranking.x.low, values[i]);
      EXPECT_GE(ranking.x.high, values[i]);
      if (const auto of = choropleth_.classes.class_of(values[i]); of && values[i] != 0) {
        const auto row = std::ranges::find_if(choropleth_.legend, [&](const LegendRow& one) {
          return one.kind == LegendRow::Kind::value_class && one.lower == choropleth_.classes.bounds[*of];
        });
        ASSERT_NE(row, choropleth_.legend.end());
        EXPECT_EQ(bar.fill, row->fill.colour) << data().frame[*bar.subject.unit].code;
      }
    }
  });
}

TEST_F(Charts, CountEveryUnitOnceInAHistogramWithTheBreaksOfTheMap) {
  document_.view.chart.kind = ChartKind::histogram;
  each_sector_and_variable([&] {
    const Chart made = chart();
    const auto& histogram = std::get<ChartHistogram>(made.content);
    std::size_t counted = 0, known = 0;
    for (const ChartBin& bin : histogram.bins) counted += bin.count;
    for (const UnitIndex unit : choropleth_.units) known += choropleth_.values[unit].value.has_number();
    EXPECT_EQ(counted, known);
    for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
      const ChartBin& bin = histogram.bins[i];
      EXPECT_TRUE(i == 0 || bin.low == histogram.bins[i - 1].high);
      const bool last = i + 1 == histogram.bins.size();
      const auto within = std::ranges::count_if(choropleth_.units, [&](UnitIndex unit) {
        const core::Cell cell = choropleth_.values[unit].value;
        return cell.has_number() && cell.number() >= bin.low - 1e-9 &&
               (cell.number() < bin.high - 1e-9 || (last && cell.number() <= bin.high));
      });
      EXPECT_EQ(static_cast<std::size_t>(within), bin.count) << bin.low;
    }
    ASSERT_EQ(histogram.breaks.size() + 2, std::max<std::size_t>(2, choropleth_.classes.bounds.size()));
    EXPECT_EQ(histogram.bands.size(), choropleth_.classes.size());
  });
}

TEST_F(Charts, DrawBubblesWhereBothValuesAreKnownTheLargestFirst) {
  document_.view.chart.kind = ChartKind::bubbles;
  document_.view.chart.against = Variable::enterprises;
  const Chart made = chart();
  const auto& bubbles = std::get<ChartBubbles>(made.content);
  const auto y = *values_of(document_, Variable::enterprises);
  std::size_t both = 0;
  for (const UnitIndex unit : choropleth_.units)
    both += choropleth_.values[unit].value.has_number() && y[unit].value.has_number();
  EXPECT_EQ(bubbles.bubbles.size(), both);
  double before = HUGE_VAL;
  for (const ChartBubble& bubble : bubbles.bubbles) {
    EXPECT_EQ(bubble.x.value, choropleth_.values[*bubble.subject.unit].value);
    EXPECT_EQ(bubble.y.value, y[*bubble.subject.unit].value);
    const double size = bubble.size.value.has_number() ? bubble.size.value.number() : 0;
    EXPECT_LE(size, before);
    before = size;
  }
  const auto within = units_within(bubbles, 2, 5, 0, 1e9);
  EXPECT_TRUE(std::ranges::is_sorted(within));
  for (const ChartBubble& bubble : bubbles.bubbles)
    EXPECT_EQ(std::ranges::binary_search(within, *bubble.subject.unit),
              bubble.x.value.number() >= 2 && bubble.x.value.number() <= 5);
}

TEST_F(Charts, ShowOneUnitInAllItsSectors) {
  document_.view.chart.kind = ChartKind::profile;
  EXPECT_NE(why_not().find("Select a unit"), std::string::npos);
  document_.view.selected = Selection(*find_unit(data(), "761"));
  const Chart made = chart();
  const auto& bars = std::get<ChartBars>(made.content);
  EXPECT_GE(bars.bars.size(), 1u);
  for (const ChartBar& bar : bars.bars) {
    Document of_sector = document_;
    of_sector.view.sector = *bar.subject.sector;
    EXPECT_EQ(bar.value.value, (*values_of(of_sector, Variable::location_quotient))[*bar.subject.unit].value);
  }
}

TEST_F(Charts, SayWhatTheyNeedWhereTheDataDoNotHaveIt) {
  document_.view.chart.kind = ChartKind::lorenz;
  EXPECT_NE(why_not(), "");
  document_.view.chart.kind = ChartKind::over_time;
  EXPECT_NE(why_not().find("one period only"), std::string::npos);
  document_.view.chart.kind = ChartKind::ranking;
  document_.view.variable = Variable::published_rule;
  EXPECT_NE(why_not().find("category"), std::string::npos);
  const auto made = make_chart(document_, choropleth_, Language::vi);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().subject.field, "chart");
}

TEST_F(Charts, HaveARowOfTheirTableForEverythingDrawn) {
  document_.view.selected = Selection(*find_unit(data(), "761"));
  const auto number = [](const TableValue& value) { return std::get<core::Cell>(value).number(); };
  for (const ChartKind kind :
       {ChartKind::ranking, ChartKind::bubbles, ChartKind::histogram, ChartKind::profile}) {
    document_.view.chart.kind = kind;
    const Chart made = chart();
    const ValueTable table = chart_table(made, data());
    if (const auto* bars = std::get_if<ChartBars>(&made.content)) {
      ASSERT_EQ(table.rows.size(), bars->bars.size());
      for (std::size_t i = 0; i < table.rows.size(); ++i)
        EXPECT_EQ(number(table.rows[i][6]), bars->bars[i].value.value.number());
    }
    if (const auto* bubbles = std::get_if<ChartBubbles>(&made.content)) {
      ASSERT_EQ(table.rows.size(), bubbles->bubbles.size());
      for (std::size_t i = 0; i < table.rows.size(); ++i)
        EXPECT_EQ(number(table.rows[i][3]), bubbles->bubbles[i].x.value.number());
    }
    const auto* histogram = std::get_if<ChartHistogram>(&made.content);
    EXPECT_TRUE(histogram == nullptr || table.rows.size() == histogram->bins.size());
    for (const TableRow& row : table.rows) EXPECT_EQ(row.size(), table.columns.size());
  }
}

TEST(ChartsOfACompleteMatrix, HaveALorenzCurveThatEndsWhereAllIs) {
  Document document{opened(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "matrix-long"), {}};
  document.view.chart.kind = ChartKind::lorenz;
  for (document.view.sector = 0; document.view.sector < document.data->dataset->sectors.size();
       ++document.view.sector) {
    const auto choropleth = make_choropleth(document);
    const auto made = make_chart(document, *choropleth, Language::en);
    ASSERT_TRUE(made);
    const auto& curves = std::get<ChartCurves>(made->content);
    ASSERT_EQ(curves.curves.size(), 1u);
    const auto& points = curves.curves.front().points;
    ASSERT_GE(points.size(), 2u);
    EXPECT_EQ(points.front().x, 0);
    EXPECT_NEAR(points.back().x, 1, 1e-9);
    EXPECT_NEAR(points.back().y, 1, 1e-9);
    EXPECT_TRUE(curves.has_diagonal);
    EXPECT_EQ(chart_table(*made, *document.data->dataset).rows.size(), points.size());
  }
}

TEST_F(Charts, AreAPartOfTheDocument) {
  Workspace workspace(document_.data);
  ChartSettings wanted{ChartKind::bubbles, Variable::enterprises, std::nullopt};
  ASSERT_TRUE(workspace.apply(commands::set_chart(wanted)));
  EXPECT_EQ(workspace.view().chart, wanted);
  EXPECT_FALSE(workspace.apply(commands::set_chart({.against = Variable::published_rule})));
  EXPECT_FALSE(workspace.apply(commands::set_chart({.size = Variable::location_quotient})));
  const std::string text = view_text(workspace.document());
  const auto stored = stored_view_of(text, "view");
  ASSERT_TRUE(stored);
  const auto view = view_on(*stored, data());
  ASSERT_TRUE(view);
  EXPECT_EQ(view->chart, wanted);
  workspace.undo();
  EXPECT_EQ(workspace.view().chart, ChartSettings{});
}

/// Values that no table of ours has: none, one, equal ones, negative ones, thousands.
RC_GTEST_PROP(ChartProperty, AnyValuesMakeAChartThatHoldsThemAll, ()) {
  static const auto data = mini();
  Document document{data, {}};
  Choropleth choropleth = *make_choropleth(document);
  const auto count = *rc::gen::element<std::size_t>(0, 1, 2, 30, 10'000);
  const int span = *rc::gen::element(0, 1, 100, 1'000'000);
  const bool any_known = *rc::gen::arbitrary<bool>();
  const auto seed = *rc::gen::inRange(0, 10'000);
  const std::size_t all = data->dataset->frame.size();
  choropleth.units.clear();
  for (std::size_t i = 0; i < count; ++i) choropleth.units.push_back(i % all);
  for (std::size_t unit = 0; unit < all; ++unit) {
    const int number = static_cast<int>((unit * 7919 + static_cast<std::size_t>(seed)) % 10'007) - 5'000;
    choropleth.values[unit] = {};
    if (any_known && unit % 3 != 0)
      choropleth.values[unit].value = core::Cell::of(span == 0 ? seed / 10.0 : number % (span + 1) / 8.0);
  }
  const auto known = static_cast<std::size_t>(std::ranges::count_if(
      choropleth.units, [&](UnitIndex unit) { return choropleth.values[unit].value.has_number(); }));
  for (const ChartKind kind : {ChartKind::ranking, ChartKind::histogram, ChartKind::bubbles}) {
    document.view.chart.kind = kind;
    const auto chart = make_chart(document, choropleth, Language::vi);
    RC_ASSERT(chart.has_value());
    RC_ASSERT(chart->x.low < chart->x.high && chart->x.step > 0);
    RC_ASSERT((chart->x.high - chart->x.low) / chart->x.step < 15);
    const auto within = [&](const ChartAxis& axis, double value) {
      return axis.low - 1e-6 <= value && value <= axis.high + 1e-6;
    };
    if (const auto* bars = std::get_if<ChartBars>(&chart->content)) {
      RC_ASSERT(bars->bars.size() + bars->more == known);
      for (const ChartBar& bar : bars->bars) RC_ASSERT(within(chart->x, bar.value.value.number()));
    }
    if (const auto* histogram = std::get_if<ChartHistogram>(&chart->content)) {
      std::size_t counted = 0;
      for (const ChartBin& bin : histogram->bins) counted += bin.count;
      RC_ASSERT(counted == known && histogram->bins.size() <= 60);
      RC_ASSERT(histogram->bins.empty() == (known == 0));
    }
    if (const auto* bubbles = std::get_if<ChartBubbles>(&chart->content))
      for (const ChartBubble& bubble : bubbles->bubbles)
        RC_ASSERT(within(chart->x, bubble.x.value.number()) && within(chart->y, bubble.y.value.number()));
  }
}

RC_GTEST_PROP(ChartProperty, AMovedBreakStaysBetweenItsNeighbours, ()) {
  auto breaks = *rc::gen::nonEmpty<std::vector<double>>(rc::gen::container<std::vector<double>>(
      rc::gen::map(rc::gen::inRange(-500, 500), [](int n) { return n / 10.0; })));
  std::ranges::sort(breaks);
  breaks.erase(std::ranges::unique(breaks).begin(), breaks.end());
  const auto index = *rc::gen::inRange<std::size_t>(0, breaks.size());
  const double value = *rc::gen::inRange(-900, 900) / 7.0;
  const auto moved = with_moved_break(breaks, index, value, 1);
  RC_ASSERT(moved.size() == breaks.size());
  RC_ASSERT(std::ranges::adjacent_find(moved, std::greater_equal{}) == moved.end());
  for (std::size_t i = 0; i < moved.size(); ++i) RC_ASSERT(i == index || moved[i] == breaks[i]);
}

RC_GTEST_PROP(ChartProperty, AnAxisHoldsItsValuesBetweenRoundEnds, ()) {
  const auto values = *rc::gen::container<std::vector<double>>(
      rc::gen::map(rc::gen::inRange(-100'000, 100'000), [](int n) { return n / 64.0; }));
  const bool from_zero = *rc::gen::arbitrary<bool>();
  const ChartAxis axis = axis_of(values, "", from_zero);
  RC_ASSERT(axis.low < axis.high && axis.step > 0);
  for (const double value : values) RC_ASSERT(axis.low <= value + 1e-6 && value <= axis.high + 1e-6);
  RC_ASSERT(!from_zero || (axis.low <= 0 && axis.high >= 0));
  const double steps = (axis.high - axis.low) / axis.step;
  RC_ASSERT(std::abs(steps - std::round(steps)) < 1e-6 && steps <= 14);
}

}  // namespace
}  // namespace vicinia::workspace
