// Indicators and grades as people get them: what is printed beside what the totals allow, what is never computed on a list, and why.
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/values.h"

#include <fstream>
#include <set>
#include <sstream>

#include "fixture.h"
#include "support/levels.h"
#include "vicinia/core/indicators/complete_matrix.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/tables/indicator_table.h"
#include "vicinia/workspace/tables/unit_report.h"
#include "vicinia/workspace/words/indicator_texts.h"

namespace vicinia::workspace {
namespace {

using core::Cell;
using core::admin::UnitIndex;
using core::indicators::all_indicators;
using core::indicators::Indicator;
using core::indicators::Outcome;

SectorIndicators indicators_of(const std::shared_ptr<const OpenDataset>& data,
                               core::industry::PeriodIndex period = 0, const IndicatorOptions& options = {}) {
  const std::optional<core::industry::PeriodIndex> base =
      period == 0 ? std::nullopt : std::optional(period - 1);
  auto made =
      SectorIndicators::compute(period_indicators_of(*data, period, base, Treatment::as_printed), 0, options);
  EXPECT_TRUE(made);
  return *std::move(made);
}

UnitIndex unit_of_code(const OpenDataset& data, const char* code) { return *data.dataset->frame.find(code); }

/// The small example with other observations.
std::shared_ptr<const OpenDataset> mini_with(const TemporaryFolder& folder, const std::string& observations) {
  std::filesystem::copy(
      std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini", folder.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  std::ofstream(folder.path() / "observations.csv") << observations;
  return opened(folder.path());
}

TEST(IndicatorsOfAList, StandAsPrintedBesideWhatTheTotalsAllow) {
  const auto data = vietnam_2007();
  const SectorIndicators of_textile = indicators_of(data);
  const IndicatorValue lq = of_textile.at(unit_of_code(*data, "761"), Indicator::location_quotient);
  EXPECT_EQ(lq.value, Cell::of(4.7));
  EXPECT_EQ(lq.origin, ValueOrigin::printed);
  ASSERT_TRUE(lq.range);
  EXPECT_EQ(lq.range_origin, ValueOrigin::reconstructed);
  EXPECT_NEAR(lq.range->low, 4.669, 0.001);
  EXPECT_NEAR(lq.range->high, 4.689, 0.001);
  EXPECT_EQ(indicator_range_text(lq, Indicator::location_quotient, Language::vi), "4,67 – 4,69");
}

TEST(IndicatorsOfAList, DoNotCorrectAValueThatTheTotalsContradict) {
  const auto data = vietnam_2007();
  const IndicatorValue lq = indicators_of(data).at(unit_of_code(*data, "291"), Indicator::location_quotient);
  EXPECT_EQ(lq.value, Cell::of(0)) << "Nam Sách, as printed";
  EXPECT_GT(lq.range->low, 5.6);
}

TEST(IndicatorsOfAList, NeverIncludeOneThatNeedsACompleteTable) {
  const auto data = vietnam_2007();
  const SectorIndicators of_textile = indicators_of(data);
  std::size_t refused = 0;
  for (const auto& info : all_indicators()) {
    if (!info.needs_complete_matrix) continue;
    ++refused;
    EXPECT_EQ(of_textile.period().availability(info.indicator), Availability::needs_complete_matrix)
        << info.id;
    EXPECT_FALSE(availability_text(of_textile.period().availability(info.indicator), Language::vi).empty());
    for (const UnitIndex unit : data->dataset->frame.at_level(tests::district_level)) {
      const IndicatorValue value = of_textile.at(unit, info.indicator);
      ASSERT_EQ(value.value, Cell::not_published()) << info.id;
      ASSERT_FALSE(value.range || value.flag) << info.id;
    }
    EXPECT_EQ(of_textile.of_sector(tests::district_level, info.indicator).value, Cell::not_published())
        << info.id;
  }
  EXPECT_GE(refused, 16u);
}

TEST(IndicatorsOfAList, OfAnUnlistedDistrictAreNotPublishedAndNothingIsZero) {
  const auto data = vietnam_2007();
  const SectorIndicators of_textile = indicators_of(data);
  const UnitIndex hoan_kiem = unit_of_code(*data, "002");
  for (const auto& info : all_indicators()) {
    const IndicatorValue value = of_textile.at(hoan_kiem, info.indicator);
    EXPECT_EQ(value.value, Cell::not_published()) << info.id;
    EXPECT_EQ(value.origin, ValueOrigin::none) << info.id;
    EXPECT_FALSE(value.range) << info.id;
    EXPECT_FALSE(value.flag) << info.id;
    EXPECT_EQ(indicator_value_text(value, info.indicator, Language::en), "not published") << info.id;
  }
  EXPECT_EQ(of_textile.grades(hoan_kiem)->published.verdict, Outcome::cannot_be_told);
}

TEST(IndicatorsOfAList, CallTheSignificanceAtMostThis) {
  const auto data = vietnam_2007();
  const SectorIndicators of_textile = indicators_of(data);
  EXPECT_TRUE(of_textile.plants().is_lower_bound);
  const IndicatorValue z = of_textile.at(unit_of_code(*data, "761"), Indicator::plant_z);
  EXPECT_EQ(z.bound, Bound::at_most);
  EXPECT_EQ(indicator_value_text(z, Indicator::plant_z, Language::en).substr(0, 4), "≤ ");
  EXPECT_EQ(of_textile.at(unit_of_code(*data, "761"), Indicator::plant_p).bound, Bound::at_least);
}

TEST(IndicatorsOfACompleteTable, AreThoseOfTheSums) {
  const auto data = mini();
  const SectorIndicators food = indicators_of(data);
  const IndicatorValue lq = food.at(unit_of_code(*data, "12"), Indicator::location_quotient);
  EXPECT_NEAR(lq.value.number(), (900. / 1000) / (4500. / 15420), 1e-12);
  EXPECT_EQ(lq.origin, ValueOrigin::computed);
  EXPECT_EQ(indicator_range_text(lq, Indicator::location_quotient, Language::en), "") << "it is exact";
  const double squares = 400. * 400 + 900 * 900 + 500 * 500 + 1200 * 1200 + 700 * 700 + 800 * 800;
  EXPECT_NEAR(food.of_sector(tests::district_level, Indicator::herfindahl_sector).value.number(),
              squares / (4500. * 4500), 1e-12);
  EXPECT_NEAR(food.at(unit_of_code(*data, "12"), Indicator::herfindahl_unit).value.number(),
              .9 * .9 + .1 * .1, 1e-12);
  EXPECT_TRUE(food.of_sector(tests::district_level, Indicator::locational_gini).value.has_number());
  EXPECT_EQ(food.of_sector(tests::district_level, Indicator::ellison_glaeser).bound, Bound::at_most);
  ASSERT_TRUE(food.standardised());
  EXPECT_EQ(food.period().availability(Indicator::growth), Availability::needs_two_periods);
}

TEST(IndicatorsOfACompleteTable, OfADistrictWithoutTheSectorAreZeroNotUnpublished) {
  const auto data = mini();
  const auto textiles =
      SectorIndicators::compute(PeriodIndicators::prepare(evidence_of(*data, 0, Treatment::as_printed)), 1);
  const UnitIndex without = unit_of_code(*data, "32");
  EXPECT_EQ(textiles->at(without, Indicator::location_quotient).value, Cell::of(0));
  EXPECT_EQ(textiles->at(without, Indicator::sme_share).value, Cell::undefined())
      << "no enterprises, no share of them";
  EXPECT_EQ(textiles->at(without, Indicator::dominance_foreign).flag, Outcome::not_met);
}

TEST(IndicatorsOfACompleteTable, WithAMissingCellAreNotComputedAndSayWhy) {
  const TemporaryFolder folder;
  const auto data = mini_with(
      folder,
      "unit_code,sector_no,employees\n11,I,400\n11,II,2400\n11,III,200\n12,I,900\n12,II,\n12,III,0\n");
  const SectorIndicators food = indicators_of(data);
  EXPECT_EQ(food.period().availability(Indicator::locational_gini), Availability::incomplete_matrix);
  EXPECT_EQ(food.of_sector(tests::district_level, Indicator::locational_gini).value, Cell::not_published());
  EXPECT_EQ(food.at(unit_of_code(*data, "11"), Indicator::location_quotient).value, Cell::not_published())
      << "E is not known";
  EXPECT_EQ(food.at(unit_of_code(*data, "11"), Indicator::district_share).value, Cell::of(400. / 3000 * 100))
      << "E_j is";
  EXPECT_FALSE(food.standardised());
}

TEST(IndicatorsOfACompleteTable, OfASectorThatNobodyWorksInAreUndefined) {
  const TemporaryFolder folder;
  const auto data = mini_with(
      folder, "unit_code,sector_no,employees\n11,I,0\n11,II,24\n11,III,2\n12,I,0\n12,II,1\n12,III,0\n");
  const SectorIndicators food = indicators_of(data);
  EXPECT_EQ(food.at(unit_of_code(*data, "11"), Indicator::location_quotient).value, Cell::undefined());
  EXPECT_EQ(food.at(unit_of_code(*data, "11"), Indicator::sector_share).value, Cell::undefined());
  EXPECT_EQ(food.at(unit_of_code(*data, "11"), Indicator::district_share).value, Cell::of(0));
}

/// The report of one unit must not tell another value than the map does.
TEST(ReportedValues, AreThoseOfTheMapInEveryUnitSectorAndMeasure) {
  const auto folder = std::filesystem::path(VICINIA_TEST_DATA_DIR);
  for (const auto& data : {vietnam_2007(), mini(), opened(folder / "matrix-long")}) {
    const core::Dataset& set = *data->dataset;
    const Document document{data, {}};
    std::vector<UnitReport> reports;
    for (UnitIndex unit = 0; unit < set.frame.size(); ++unit)
      reports.push_back(*make_unit_report(document, unit, Language::en));
    for (const auto& info : core::indicators::all_measures())
      for (core::industry::SectorIndex sector = 0; sector < set.sectors.size(); ++sector) {
        const auto map = core::indicators::measure_values(set, sector, 0, info.measure);
        ASSERT_TRUE(map);
        for (const UnitReport& report : reports)
          for (const ReportedSector& row : report.sectors)
            if (row.sector == sector) {
              EXPECT_EQ(row.values[static_cast<std::size_t>(info.measure)], map->values[report.unit])
                  << info.id;
              EXPECT_EQ(row.origins[static_cast<std::size_t>(info.measure)], map->origins[report.unit])
                  << info.id;
            }
      }
  }
}

TEST(IndicatorsOfTwoPeriods, SplitTheGrowthWithoutARest) {
  const TemporaryFolder folder;
  const auto data = mini_with(
      folder,
      "unit_code,sector_no,period,employees\n11,I,2006,400\n11,II,2006,600\n12,I,2006,300\n12,II,2006,100\n"
      "11,I,2007,500\n11,II,2007,900\n12,I,2007,450\n12,II,2007,100\n11,III,2006,10\n12,III,2006,10\n"
      "11,III,2007,10\n12,III,2007,10\n");
  const SectorIndicators food = indicators_of(data, 1);
  const UnitIndex unit = unit_of_code(*data, "12");
  const auto value = [&](Indicator indicator) { return food.at(unit, indicator).value.number(); };
  EXPECT_EQ(value(Indicator::growth), 150);
  EXPECT_EQ(value(Indicator::growth_pct), 50);
  EXPECT_NEAR(value(Indicator::shift_national) + value(Indicator::shift_industry_mix) +
                  value(Indicator::shift_competitive),
              150, 1e-9);
  EXPECT_EQ(indicators_of(data, 0).period().availability(Indicator::growth), Availability::needs_two_periods);
}

TEST(IndicatorsOfThreePeriods, CountChangeFromTheBaseThatIsChosen) {
  const TemporaryFolder folder;
  std::string rows = "unit_code,sector_no,period,employees\n";
  for (const auto& [period, food] : {std::pair{"2015", 10}, {"Prel. 2016", 20}, {"2017", 30}})
    for (const char* unit : {"11", "12"})
      for (const char* sector : {"I", "II", "III"})
        rows += std::string(unit) + "," + sector + "," + period + "," + std::to_string(food) + "\n";
  Workspace workspace(mini_with(folder, rows));
  const UnitIndex unit = unit_of_code(*workspace.document().data, "11");
  const auto growth = [&] {
    return SectorIndicators::compute(period_indicators_of(workspace.document()), 0)
        ->at(unit, Indicator::growth)
        .value;
  };
  EXPECT_EQ(workspace.dataset().periods[workspace.view().period], "2017") << "the last in time";
  EXPECT_EQ(growth(), core::Cell::of(10));
  ASSERT_TRUE(workspace.apply(commands::set_base_period(0)));
  EXPECT_EQ(growth(), core::Cell::of(20));
  EXPECT_FALSE(workspace.apply(commands::set_base_period(2))) << "not before it";
  ASSERT_TRUE(workspace.apply(commands::set_period(0)));
  EXPECT_EQ(workspace.view().base_period, std::nullopt) << "it is not before the period that is shown";
  workspace.undo();
  EXPECT_EQ(growth(), core::Cell::of(20));
  workspace.undo();
  EXPECT_EQ(growth(), core::Cell::of(10));
  const auto table = indicators_table(workspace.document(), std::vector<core::industry::SectorIndex>{0})
                         .map(&ValueTable::csv);
  EXPECT_NE(table->find(",base_period,growth,"), std::string::npos);
  EXPECT_NE(table->find(",Prel. 2016,10,50,"), std::string::npos) << *table;
}

TEST(PlantTests, OfOneMissingNumberOfEnterprisesAreRangesWithTheReason) {
  const TemporaryFolder folder;
  const auto data = mini_with(
      folder,
      "unit_code,sector_no,employees,enterprises\n11,I,400,20\n11,II,600,30\n11,III,100,10\n12,I,300,10\n12,II,100,5\n12,III,50,5\n"
      "21,I,200,\n21,II,900,30\n21,III,70,2\n");
  const SectorIndicators food = indicators_of(data);
  EXPECT_EQ(food.plants().units_unknown, 1u);
  const UnitIndex unit = unit_of_code(*data, "11");
  const IndicatorValue p = food.at(unit, Indicator::plant_p),
                       adjusted = food.at(unit, Indicator::plant_p_adjusted);
  ASSERT_TRUE(p.value.has_number() && p.range && adjusted.value.has_number());
  EXPECT_LT(p.range->low, p.range->high);
  EXPECT_TRUE(p.range->low == p.value.number() || p.range->high == p.value.number());
  EXPECT_GE(adjusted.value.number(), p.value.number());
  const IndicatorValue gamma = food.of_sector(tests::district_level, Indicator::ellison_glaeser);
  ASSERT_TRUE(gamma.value.has_number() && gamma.range);
  EXPECT_LT(gamma.range->low, gamma.range->high);
  const std::vector<core::industry::SectorIndex> both{0, 1};
  const auto notes = plant_notes({data, {}}, both, Language::en);
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_TRUE(
      notes[0].starts_with("Sector I: units that do not publish their enterprises: 1 (the first is 21)"))
      << notes[0];
}

TEST(IndicatorList, DescribesEveryColumnThatIsWritten) {
  const auto data = mini();
  const std::vector<core::industry::SectorIndex> sectors{0};
  for (const Language language : {Language::vi, Language::en}) {
    const std::string list = "\n" + indicator_list_table({data, {}}, language).csv();
    for (const TableOf of : {TableOf::unit_and_sector, TableOf::sector, TableOf::unit}) {
      const auto table = indicators_table({data, {}}, sectors, {.of = of}).map(&ValueTable::csv);
      std::istringstream head(table->substr(0, table->find('\n')));
      for (std::string column; std::getline(head, column, ',');) {
        const std::size_t at = list.find("\n" + column + ",");
        ASSERT_NE(at, std::string::npos) << column;
        const std::string line = list.substr(at + 1, list.find('\n', at + 1) - at - 1);
        EXPECT_EQ(line.find(",,,,,"), std::string::npos) << "no definition: " << line;
      }
    }
  }
}

TEST(Grades, OfTheUserAreOneMoreAnswerAndDisagreementsAreFound) {
  const auto data = vietnam_2007();
  const UnitIndex unit = unit_of_code(*data, "761");
  const UnitGrades without = *indicators_of(data).grades(unit);
  EXPECT_EQ(without.own.verdict, Outcome::cannot_be_told) << "no rule is not one that everything meets";
  IndicatorOptions options;
  options.own_rule.employees.min = 1'000'000;
  const UnitGrades graded = *indicators_of(data, 0, options).grades(unit);
  EXPECT_EQ(graded.published.verdict, Outcome::met);
  EXPECT_EQ(graded.own.verdict, Outcome::not_met);
  EXPECT_EQ(graded.compared.agreement, core::indicators::grades::Agreement::disagree);
  EXPECT_GE(graded.stars.least, 1) << "an LQ of 2 or more is a star";
}

TEST(Grades, AnotherOwnRuleChangesOnlyTheOwnGrade) {
  const auto data = vietnam_2007();
  const auto without = indicators_of(data);
  const auto unit = *find_unit(*data->dataset, "Thuận An, Bình Dương");
  EXPECT_EQ(without.grades(unit)->own.verdict, Outcome::cannot_be_told)
      << "no rule is none that everything meets";
  const core::indicators::grades::OwnRule rule{.employees = {.min = 42'094}};
  const auto with = without.with_own_rule(rule);
  ASSERT_TRUE(with);
  EXPECT_EQ(with->grades(unit)->own.verdict, Outcome::not_met);
  EXPECT_EQ(with->grades(unit)->published.verdict, without.grades(unit)->published.verdict);
  EXPECT_EQ(with->grades(unit)->stars.least, without.grades(unit)->stars.least);
  const auto anew = indicators_of(data, 0, {.own_rule = rule});
  EXPECT_EQ(with->grades(unit)->compared.agreement, anew.grades(unit)->compared.agreement);
  EXPECT_EQ(with->own_rule(), rule);
}

TEST(IndicatorValueText, AProbabilityIsNeverWrittenAsZero) {
  const auto text = [](double p, Language language) {
    return indicator_value_text({.value = core::Cell::of(p), .origin = ValueOrigin::computed},
                                Indicator::plant_p, language);
  };
  EXPECT_EQ(text(0.0312, Language::en), "0.031");
  EXPECT_EQ(text(2.28e-104, Language::vi), "2,3·10⁻¹⁰⁴");
  EXPECT_EQ(text(0.00009999, Language::en), "1.0·10⁻⁴");
  EXPECT_EQ(text(1e-5, Language::en), "1.0·10⁻⁵");
}

TEST(IndicatorTexts, NameAndExplainEveryIndicatorInBothLanguages) {
  std::set<std::string> ids;
  for (const auto& info : all_indicators()) {
    EXPECT_TRUE(ids.emplace(info.id).second) << info.id;
    for (const Language language : {Language::vi, Language::en}) {
      EXPECT_FALSE(indicator_name(info.indicator, language).empty()) << info.id;
      EXPECT_GT(indicator_definition(info.indicator, language).size(), 20u) << info.id;
      EXPECT_FALSE(indicator_denominator(info.indicator, language).empty()) << info.id;
      EXPECT_GT(indicator_limits(info.indicator, language).size(), 20u) << info.id;
    }
    EXPECT_NE(indicator_definition(info.indicator, Language::vi),
              indicator_definition(info.indicator, Language::en))
        << info.id;
    EXPECT_FALSE(indicator_source(info.indicator).empty()) << info.id;
  }
}

TEST(IndicatorTables, HaveAsManyFieldsInEachRowAsInTheHead) {
  const auto data = vietnam_2007();
  const core::industry::SectorIndex all[] = {0, 1, 2};
  for (const TableOf of : {TableOf::sector, TableOf::unit}) {
    const auto csv = indicators_table({data, {}}, all, {.of = of}).map(&ValueTable::csv);
    ASSERT_TRUE(csv);
    EXPECT_EQ(csv->find('"'), std::string::npos) << "no field holds a comma, so that commas can be counted";
    std::istringstream lines(*csv);
    std::string head, line;
    std::getline(lines, head);
    std::size_t rows = 0;
    for (; std::getline(lines, line); ++rows)
      EXPECT_EQ(std::ranges::count(line, ','), std::ranges::count(head, ',')) << line;
    EXPECT_EQ(rows, of == TableOf::sector ? 3u : 84u);
  }
}

}  // namespace
}  // namespace vicinia::workspace
