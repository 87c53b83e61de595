// The same figure has the same standing everywhere: map, tooltip, unit table, indicators, grades, reasons, agglomerations, files.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "fixture.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/figures/figure_page.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/maps/choropleth.h"
#include "vicinia/workspace/tables/indicator_table.h"
#include "vicinia/workspace/tables/unit_report.h"
#include "vicinia/workspace/words/explanation_text.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/treatment_effect.h"

namespace vicinia::workspace {
namespace {

using core::admin::UnitIndex;
using core::indicators::Indicator;
using core::indicators::Measure;
using core::industry::SectorIndex;

std::shared_ptr<const OpenDataset> matrix(const char* name) {
  return opened(std::filesystem::path(VICINIA_TEST_DATA_DIR) / name);
}

/// Fields of a line of CSV.
std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> all(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      all.emplace_back();
    else
      all.back() += c;
  }
  return all;
}

/// [unit code] → column → text.
std::map<std::string, std::map<std::string, std::string>> rows_of(const std::string& csv) {
  std::map<std::string, std::map<std::string, std::string>> rows;
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  const std::vector<std::string> columns = fields(line);
  while (std::getline(lines, line)) {
    const std::vector<std::string> row = fields(line);
    std::map<std::string, std::string> by_column;
    for (std::size_t i = 0; i < row.size(); ++i) by_column[columns[i]] = row[i];
    rows[by_column["unit_code"]] = by_column;
  }
  return rows;
}

std::set<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

void expect_one_standing_everywhere(const std::shared_ptr<const OpenDataset>& data, Treatment treatment) {
  Workspace workspace(data);
  ASSERT_TRUE(workspace.apply(commands::set_treatment(treatment)));
  const Evidence evidence = evidence_of(workspace.document());
  const auto period = PeriodIndicators::prepare(evidence);
  for (SectorIndex sector = 0; sector < data->dataset->sectors.size(); ++sector) {
    ASSERT_TRUE(workspace.apply(commands::set_sector(sector)));
    const auto indicators = SectorIndicators::compute(period, sector);
    ASSERT_TRUE(indicators);
    const auto values = sector_values(workspace.document());
    ASSERT_TRUE(values);
    const SectorIndex sectors[] = {sector};
    const auto csv = indicators_table(workspace.document(), sectors, {}).map(&ValueTable::csv);
    ASSERT_TRUE(csv);
    const auto rows = rows_of(*csv);
    for (const core::indicators::MeasureInfo& info : core::indicators::all_measures()) {
      ASSERT_TRUE(workspace.apply(commands::set_variable(core::values::variable_of(info.measure))));
      const auto map = make_choropleth(workspace.document());
      ASSERT_TRUE(map);
      for (const UnitIndex unit : map->units) {
        const core::industry::Observation* const row =
            evidence.dataset->observations.find(unit, sector, evidence.period);
        if (row == nullptr) continue;
        const core::admin::Unit& named = data->dataset->frame[unit];
        SCOPED_TRACE(data->dataset->sectors[sector].code + " " + named.code + " " + std::string(info.id));
        const IndicatorValue value = core::values::value_of(evidence, *row, info.measure);
        EXPECT_EQ(map->values[unit].doubt(),
                  value.origin == ValueOrigin::reconstructed ? Doubt::none : value.doubt());
        const bool is_shown = value.origin != ValueOrigin::reconstructed;
        EXPECT_EQ(map->values[unit].value, is_shown ? value.value : core::Cell::not_published());
        const auto report = make_unit_report(workspace.document(), unit, Language::en);
        ASSERT_TRUE(report);
        const auto reported = std::ranges::find(report->sectors, sector, &ReportedSector::sector);
        ASSERT_NE(reported, report->sectors.end());
        EXPECT_EQ(reported->values[static_cast<std::size_t>(info.measure)], map->values[unit].value);
        EXPECT_EQ(!reported->contradictions[static_cast<std::size_t>(info.measure)].empty(),
                  map->values[unit].doubt() != Doubt::none);
        const auto& columns = rows.at(named.code);
        const std::string column(core::audit::name_of(field_of(info.measure)));
        EXPECT_EQ(words_of(columns.at("rests_on_contradicted")).contains(column),
                  value.doubt() != Doubt::none);
        if (is_quotient(info.measure)) {
          const Indicator same = *core::indicators::indicator_by_id(info.id);
          EXPECT_EQ(indicators->at(unit, same).value, value.value);
          EXPECT_EQ(indicators->at(unit, same).rests_on, value.rests_on);
        }
        const core::agglomeration::UnitValues& own = values->by_unit()[unit];
        const core::Cell of_rules = info.measure == Measure::location_quotient ? own.lq : own.employees;
        if (info.measure == Measure::location_quotient || info.measure == Measure::employees) {
          EXPECT_EQ(of_rules, map->values[unit].value);
        }
      }
    }
  }
}

TEST(Standing, IsTheSameInEveryOutputOnThePublishedList) {
  for (const Treatment treatment : core::values::all_treatments())
    expect_one_standing_everywhere(vietnam_2007(), treatment);
}

TEST(Standing, IsTheSameInEveryOutputOnTwoMatrices) {
  for (const char* const name : {"matrix-long", "matrix-wide"})
    for (const Treatment treatment : core::values::all_treatments())
      expect_one_standing_everywhere(matrix(name), treatment);
}

class NamSach : public testing::Test {
 protected:
  NamSach() : workspace(vietnam_2007()), contiguity(Contiguity::build(workspace.dataset()).value()) {
    unit = find_unit(workspace.dataset(), "Nam Sách").value();
    EXPECT_TRUE(workspace.apply(commands::set_sector(0)));
  }
  Workspace workspace;
  Contiguity contiguity;
  UnitIndex unit = 0;
};

TEST_F(NamSach, AContradictedQuotientIsSignedInIndicatorsAndGradesThatGoByIt) {
  const auto indicators =
      SectorIndicators::compute(PeriodIndicators::prepare(evidence_of(workspace.document())), 0).value();
  const IndicatorValue symmetric = indicators.at(unit, Indicator::symmetric_lq);
  EXPECT_EQ(symmetric.value, core::Cell::of(-1));
  EXPECT_EQ(symmetric.doubt(), Doubt::contradicted);
  ASSERT_NE(indicators.grades(unit), nullptr);
  EXPECT_EQ(core::values::gravest(indicators.grades(unit)->rests_on), Doubt::contradicted);
}

TEST_F(NamSach, ReasonsSayOnWhatTheyRestAndWhatTheOtherValuesSay) {
  const auto explained = explain(workspace.document(), contiguity, unit);
  ASSERT_TRUE(explained);
  const std::string text =
      plain_text(explanation_text(workspace.dataset(), *explained, Language::en), Language::en);
  EXPECT_NE(text.find("0.0 !"), std::string::npos) << text;
  EXPECT_NE(text.find("This rests on doubtful values"), std::string::npos) << text;
  EXPECT_NE(text.find("By the other values the LQ lies between 5.6"), std::string::npos) << text;
}

TEST_F(NamSach, ComesInWithTheValueThatWouldAgreeAndTheEffectIsListed) {
  ASSERT_TRUE(workspace.apply(commands::set_treatment(Treatment::agreeing)));
  const auto map = make_choropleth(workspace.document());
  ASSERT_TRUE(map);
  EXPECT_EQ(map->values[unit].value, core::Cell::of(5.7));
  EXPECT_TRUE(audit_marks(workspace.document(), *map).empty());
  const auto effect = treatment_effect(workspace.document(), contiguity);
  ASSERT_TRUE(effect);
  EXPECT_TRUE(std::ranges::binary_search(effect->come_in, unit));
  EXPECT_NE(treatment_effect_text(workspace.document(), *effect, Language::vi).find("thêm vào: Nam Sách"),
            std::string::npos);
  workspace.undo();
  EXPECT_EQ(workspace.view().treatment, Treatment::as_printed);
}

TEST_F(NamSach, LeftOutIsNotPublishedAndNotZero) {
  ASSERT_TRUE(workspace.apply(commands::set_treatment(Treatment::left_out)));
  const auto map = make_choropleth(workspace.document());
  ASSERT_TRUE(map);
  EXPECT_EQ(map->values[unit].value.state(), core::CellState::not_published);
}

TEST(Standing, APooledQuotientLeavesContradictedEmployeesOut) {
  Workspace workspace(vietnam_2007());
  const auto contiguity = Contiguity::build(workspace.dataset());
  ASSERT_TRUE(contiguity);
  const auto reports = find_agglomerations(workspace.document(), *contiguity);
  ASSERT_TRUE(reports);
  ASSERT_TRUE(reports->front().pooled.lq);
  EXPECT_GE(reports->front().pooled.lq->low,
            1.985);  // the contradicted employees as printed would make 1.939 to 1.951
  EXPECT_LE(reports->front().pooled.lq->high, 1.997);
  EXPECT_EQ(doubt_about(reports->front().rests_on, Measure::employees), Doubt::contradicted);
}

TEST(Standing, TablesOnFiguresHaveTheSignAndSayWhatItMeans) {
  Workspace workspace(vietnam_2007());
  const auto contiguity = Contiguity::build(workspace.dataset()).value();
  const auto reports = find_agglomerations(workspace.document(), contiguity).value();
  gis::map::FigureSpec figure;
  figure.table = agglomerations_on_figure(workspace.document(), reports, Language::vi);
  EXPECT_EQ(figure.table.rows.front()[3], "422.823 !");
  add_mark_footnote(figure, Language::vi);
  ASSERT_FALSE(figure.notes.empty());
  EXPECT_EQ(figure.notes.front(), mark_footnote(Language::vi));
}

TEST(Standing, MembersThatRoundingAloneLetsInAreNamed) {
  Workspace workspace(vietnam_2007());
  const auto contiguity = Contiguity::build(workspace.dataset()).value();
  std::size_t as_printed = 0;
  for (SectorIndex sector = 0; sector < workspace.dataset().sectors.size(); ++sector) {
    ASSERT_TRUE(workspace.apply(commands::set_sector(sector)));
    const auto values = sector_values(workspace.document()).value();
    const auto reports = find_agglomerations(workspace.document(), contiguity).value();
    for (const AgglomerationReport& report : reports)
      for (const auto member : report.membership.as_printed) {
        ++as_printed;
        EXPECT_GE(values.by_unit()[member].lq.number(), 1.0);
        EXPECT_LT(values.lq_ranges()[member]->low, 1.0);
      }
  }
  RecordProperty("as_printed", static_cast<int>(as_printed));
}

TEST(Standing, TheTreatmentIsKeptInViews) {
  const auto data = vietnam_2007();
  Workspace workspace(data);
  ASSERT_TRUE(workspace.apply(commands::set_treatment(Treatment::left_out)));
  const auto stored = stored_view_of(view_text(workspace.document()), "view");
  ASSERT_TRUE(stored);
  const auto view = view_on(*stored, workspace.dataset());
  ASSERT_TRUE(view);
  EXPECT_EQ(view->treatment, Treatment::left_out);
}

}  // namespace
}  // namespace vicinia::workspace
