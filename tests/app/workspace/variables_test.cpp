// Whatever is a variable can be mapped, classed, listed, kept in a view and put on a value; or says why not.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "fixture.h"
#include "support/levels.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/figures/grey_print.h"
#include "vicinia/workspace/maps/choropleth.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/tables/unit_report.h"
#include "vicinia/workspace/tables/variable_table.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace {
namespace {

using core::admin::UnitIndex;
using core::values::all_variables;
using core::values::info_of;

std::vector<std::shared_ptr<const OpenDataset>> every_kind_of_data() {
  const std::filesystem::path folder = VICINIA_TEST_DATA_DIR;
  return {vietnam_2007(), mini(), opened(folder / "matrix-long"), opened(folder / "matrix-wide")};
}

/// Each variable that the data have, of each sector, in the last period.
template <class What>
void for_each_available(const What& what) {
  for (const auto& data : every_kind_of_data()) {
    Workspace workspace(data);
    core::indicators::grades::OwnRule rule;
    rule.lq.min = 2;
    ASSERT_TRUE(workspace.apply(commands::set_own_rule(rule)));
    for (core::industry::SectorIndex sector = 0; sector < data->dataset->sectors.size(); ++sector) {
      ASSERT_TRUE(workspace.apply(commands::set_sector(sector)));
      for (const VariableInfo& info : all_variables()) {
        if (availability_of(workspace.document(), info.variable) != Availability::available) continue;
        SCOPED_TRACE(data->folder.filename().string() + " " + data->dataset->sectors[sector].code + " " +
                     std::string(info.id));
        ASSERT_TRUE(workspace.apply(commands::set_variable(info.variable)));
        what(workspace.document(), info);
      }
    }
  }
}

TEST(Variables, HaveOneLineEachAndIdsAndNamesOfTheirOwn) {
  std::set<std::string> ids, vietnamese, english;
  for (std::size_t i = 0; i < all_variables().size(); ++i) {
    const VariableInfo& info = all_variables()[i];
    EXPECT_EQ(static_cast<std::size_t>(info.variable), i) << info.id;
    EXPECT_EQ(core::values::variable_by_id(info.id), info.variable);
    EXPECT_TRUE(ids.emplace(info.id).second) << info.id;
    EXPECT_TRUE(vietnamese.insert(variable_name({}, info.variable, Language::vi)).second) << info.id;
    EXPECT_TRUE(english.insert(variable_name({}, info.variable, Language::en)).second) << info.id;
    for (const Language language : {Language::vi, Language::en})
      EXPECT_FALSE(variable_definition({}, info.variable, language).empty()) << info.id;
    EXPECT_EQ(info.is_category(), info.kind == core::indicators::ValueKind::flag) << info.id;
  }
  for (const core::indicators::MeasureInfo& info : core::indicators::all_measures()) {
    EXPECT_EQ(info_of(core::values::variable_of(info.measure)).id, info.id);
    EXPECT_EQ(core::values::measure_of(core::values::variable_of(info.measure)), info.measure);
  }
}

TEST(Variables, IncludeEveryIndicatorAnIntervalAsAVerdict) {
  using core::indicators::ValueKind;
  for (const core::indicators::IndicatorInfo& info : core::indicators::all_indicators()) {
    EXPECT_EQ(core::values::variable_by_id(info.id).has_value(), info.kind != ValueKind::interval) << info.id;
  }
}

TEST(Variables, AreTheSameOnTheMapInTheListAndAskedForOneByOne) {
  for_each_available([](const Document& document, const VariableInfo& info) {
    const auto map = make_choropleth(document);
    ASSERT_TRUE(map);
    const auto indicators = SectorIndicators::compute(period_indicators_of(document), document.view.sector,
                                                      {.own_rule = document.view.own_rule});
    ASSERT_TRUE(indicators);
    const auto csv = values_table(document).map(&ValueTable::csv);
    ASSERT_TRUE(csv);
    EXPECT_EQ(std::ranges::count(*csv, '\n'), static_cast<std::ptrdiff_t>(map->units.size()) + 1);
    for (const UnitIndex unit : map->units) {
      const bool is_listed = document.data->dataset->observations.find(unit, document.view.sector,
                                                                       document.view.period) != nullptr;
      if (!is_listed) continue;
      const IndicatorValue one = core::values::value_of(*indicators, unit, info.variable);
      const IndicatorValue& mapped = map->values[unit];
      EXPECT_EQ(mapped.value, one.value) << unit;
      EXPECT_EQ(mapped.range, one.range) << unit;
      EXPECT_EQ(mapped.rests_on, one.rests_on) << unit;
      const std::string line = document.data->dataset->frame[unit].code + ",";
      EXPECT_NE(("\n" + *csv).find("\n" + line), std::string::npos);
    }
  });
}

TEST(EmployeesBeyondTheNationalShare, SumToNothingOverACompleteMatrixAndTellWhatTheLqTells) {
  int told = 0;
  for_each_available([&](const Document& document, const VariableInfo& info) {
    if (info.variable != Variable::employees_beyond_share) return;
    const auto map = make_choropleth(document);
    const auto indicators = SectorIndicators::compute(period_indicators_of(document), document.view.sector);
    ASSERT_TRUE(map && indicators);
    double sum = 0, employees = 0;
    bool is_exact = true;
    for (const UnitIndex unit : map->units) {
      const IndicatorValue& value = map->values[unit];
      const IndicatorValue lq = indicators->at(unit, core::indicators::Indicator::location_quotient),
                           own = core::values::value_of(*indicators, unit, Variable::employees);
      is_exact = is_exact && value.value.has_number() && !value.range;
      if (!value.value.has_number()) continue;
      ++told;
      sum += value.value.number();
      employees += own.value.number();
      EXPECT_LE(value.value.number(), own.value.number()) << "more than there are";
      if (value.range && value.rests_on.empty()) {
        EXPECT_LE(value.range->low, value.value.number());
        EXPECT_GE(value.range->high, value.value.number());
      } else if (!value.range && lq.value.has_number() && lq.value.number() > 0) {
        EXPECT_NEAR(value.value.number(), own.value.number() * (1 - 1 / lq.value.number()),
                    1e-9 * own.value.number());
      }
    }
    if (is_exact) {
      EXPECT_NEAR(sum, 0, 1e-9 * employees);
    }
  });
  EXPECT_GT(told, 150);
}

TEST(Variables, HaveALegendWhoseCountsAddUpToTheUnits) {
  for_each_available([](const Document& document, const VariableInfo& info) {
    const auto map = make_choropleth(document);
    ASSERT_TRUE(map);
    std::size_t counted = 0;
    std::set<std::string> labels;
    for (const LegendRow& row : map->legend) {
      counted += row.count;
      EXPECT_EQ(row.kind == LegendRow::Kind::category, info.is_category() && row.lower >= 1);
      for (const Language language : {Language::vi, Language::en})
        EXPECT_FALSE(legend_label(row, *map, document.view, language).empty());
      EXPECT_TRUE(labels.insert(legend_label(row, *map, document.view, Language::vi)).second)
          << legend_label(row, *map, document.view, Language::vi);
    }
    EXPECT_EQ(counted, map->units.size());
    EXPECT_TRUE(!info.is_category() || map->classes.bounds.empty());
    for (const UnitIndex unit : map->units)
      if (info.is_category() && map->values[unit].value.has_number()) {
        EXPECT_GE(map->values[unit].value.number(), 1);
        EXPECT_LE(map->values[unit].value.number(), static_cast<double>(info.categories.size()));
      }
  });
}

TEST(Variables, GoToTheEngineWithClassesThatAscend) {
  for_each_available([](const Document& document, const VariableInfo&) {
    const auto map = make_choropleth(document);
    ASSERT_TRUE(map);
    MapSources sources;
    for (const auto level : document.data->dataset->frame.levels().all())
      sources.levels.push_back({.units = document.data->dataset->frame.at_level(level)});
    const auto spec = make_map_spec(document, *map, sources, {800, 600, 96}, Language::vi);
    for (const gis::map::Layer& layer : spec.layers)
      if (const auto* const areas = std::get_if<gis::map::GraduatedLayer>(&layer))
        for (std::size_t i = 1; i < areas->classes.size(); ++i) {
          EXPECT_GE(areas->classes[i].lower, areas->classes[i - 1].upper);
        }
  });
}

TEST(Variables, OfCategoriesCanBeToldApartInGreyPrint) {
  for (const VariableInfo& info : all_variables()) {
    if (!info.is_category()) continue;
    const auto fills = category_fills(info.variable);
    ASSERT_EQ(fills.size(), info.categories.size()) << info.id;
    std::vector<LegendRow> legend;
    for (const gis::map::Fill& fill : fills) legend.push_back({LegendRow::Kind::category, 0, 0, fill, 1});
    EXPECT_TRUE(alike_in_grey(legend).empty()) << info.id;
  }
}

TEST(Variables, AreKeptInAViewWithTheirClasses) {
  const auto data = vietnam_2007();
  for (const VariableInfo& info : all_variables()) {
    Document document{data, {.variable = info.variable}};
    document.view.classification().classes = 7;
    const auto stored = stored_view_of(view_text(document), "figure.pdf");
    ASSERT_TRUE(stored);
    const auto view = view_on(*stored, *data->dataset);
    ASSERT_TRUE(view);
    EXPECT_EQ(*view, document.view) << info.id;
  }
}

TEST(Variables, ThatTheDataDoNotAllowAreRefusedWithTheReasonAndNothingChanges) {
  Workspace workspace(vietnam_2007());
  for (const VariableInfo& info : all_variables()) {
    const Availability why = availability_of(workspace.document(), info.variable);
    if (why == Availability::available) continue;
    const View before = workspace.view();
    const auto refused = workspace.apply(commands::set_variable(info.variable));
    ASSERT_FALSE(refused) << info.id;
    EXPECT_EQ(refused.error().code, core::ErrorCode::variable_not_available);
    for (const Language language : {Language::vi, Language::en}) {
      EXPECT_NE(error_text(refused.error(), language).find(info.id),
                why == Availability::needs_own_rule ? 0 : std::string::npos)
          << info.id;
      EXPECT_EQ(error_text(refused.error(), language).find("{"), std::string::npos)
          << error_text(refused.error(), language);
      EXPECT_FALSE(availability_text(why, language).empty());
    }
    EXPECT_EQ(workspace.view(), before);
  }
}

TEST(Variables, ThatArePrintedOnAListDoNotNeedACompleteMatrix) {
  const Document document{vietnam_2007(), {}};
  const auto has = [&](const char* id) {
    return availability_of(document, *core::values::variable_by_id(id)) == Availability::available;
  };
  for (const char* const id :
       {"lq", "sme-share", "plant-z", "plant-verdict", "cluster-stars", "grades-compared"})
    EXPECT_TRUE(has(id)) << id;
  for (const char* const id : {"krugman", "standardised-lq", "growth", "lq-change", "own-rule", "gini"})
    EXPECT_FALSE(has(id)) << id;
}

/// The small example with values of two years.
std::shared_ptr<const OpenDataset> two_years(const TemporaryFolder& folder) {
  std::filesystem::copy(
      std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini", folder.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  std::ofstream(folder.path() / "observations.csv")
      << "unit_code,sector_no,period,employees,enterprises\n11,I,2006,400,4\n12,I,2006,300,\n"
         "11,I,2007,450,7\n12,I,2007,280,3\n21,I,2007,10,1\n";
  return opened(folder.path());
}

TEST(ChangeOfAMeasure, IsThisPeriodLessTheBaseWhereBothAreKnown) {
  const TemporaryFolder folder;
  Workspace workspace(two_years(folder));
  ASSERT_TRUE(workspace.apply(commands::set_variable(Variable::change_of_employees)));
  const auto value = [&](const char* code) {
    const auto map = make_choropleth(workspace.document());
    return map->values[*workspace.dataset().frame.find(code)].value;
  };
  EXPECT_EQ(value("11"), core::Cell::of(50));
  EXPECT_EQ(value("12"), core::Cell::of(-20));
  EXPECT_EQ(value("21"), core::Cell::not_published());
  ASSERT_TRUE(workspace.apply(commands::set_variable(Variable::change_of_enterprises)));
  EXPECT_EQ(value("11"), core::Cell::of(3));
  EXPECT_EQ(value("12"), core::Cell::not_published());
  EXPECT_NE(legend_subtitle(workspace.document(), Language::en).find("2006 → 2007"), std::string::npos);
  EXPECT_EQ(shown_period_in_title(workspace.document(), Language::vi), ", 2006 → 2007");
}

TEST(ChangeOfAMeasure, InThePeriodWithoutOneBeforeIsNothingAndTheLegendSaysWhy) {
  const TemporaryFolder folder;
  Workspace workspace(two_years(folder));
  ASSERT_TRUE(workspace.apply(commands::set_variable(Variable::change_of_employees)));
  ASSERT_TRUE(workspace.apply(commands::set_period(0)));
  const auto map = make_choropleth(workspace.document());
  ASSERT_TRUE(map);
  EXPECT_EQ(map->availability, Availability::needs_two_periods);
  for (const UnitIndex unit : map->units) EXPECT_EQ(map->values[unit].value, core::Cell::not_published());
  EXPECT_EQ(legend_subtitle(workspace.document(), Language::en),
            availability_text(Availability::needs_two_periods, Language::en));
  EXPECT_FALSE(values_table(workspace.document()).map(&ValueTable::csv));
}

TEST(ListedValues, AreHighestFirstAndOnlyThoseWithinTheLimits) {
  Document document{vietnam_2007(), {.variable = Variable::employees}};
  const auto map = make_choropleth(document);
  const auto all = listed_units(*map, Variable::employees, {});
  EXPECT_EQ(all.size(), map->units.size());
  const auto some = listed_units(*map, Variable::employees, {.min = 10'000, .max = 20'000});
  ASSERT_FALSE(some.empty());
  for (std::size_t i = 0; i < some.size(); ++i) {
    const double number = map->values[some[i]].value.number();
    EXPECT_GE(number, 10'000);
    EXPECT_LE(number, 20'000);
    EXPECT_LE(number, map->values[some[i == 0 ? 0 : i - 1]].value.number());
  }
  document.view.variable = Variable::published_rule;
  const auto grades = make_choropleth(document);
  const auto met = listed_units(*grades, Variable::published_rule, {.categories = {"met"}});
  EXPECT_EQ(met.size(), static_cast<std::size_t>(std::ranges::count_if(grades->units, [&](UnitIndex unit) {
              return grades->values[unit].value == core::Cell::of(2);
            })));
  EXPECT_FALSE(met.empty());
}

TEST(Tooltips, BeginWithTheVariableThatTheMapShows) {
  Document document{vietnam_2007(), {.variable = Variable::sme_share}};
  const auto map = make_choropleth(document);
  const auto unit =
      std::ranges::find_if(map->units, [&](UnitIndex u) { return map->values[u].value.has_number(); });
  ASSERT_NE(unit, map->units.end());
  const auto lines = tooltip_lines(document, *map, *unit, Language::en);
  ASSERT_GT(lines.size(), 3u);
  EXPECT_TRUE(lines[2].starts_with("Share of SMEs: ")) << lines[2];
}

}  // namespace
}  // namespace vicinia::workspace
