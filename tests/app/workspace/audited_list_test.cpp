// The audit as map, tooltips and tables use it: found by unit, sector and measure.
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/base/value_table.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "fixture.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/tables/indicator_table.h"
#include "vicinia/workspace/tables/unit_report.h"
#include "vicinia/workspace/words/audit_words.h"

namespace vicinia::workspace {
namespace {

using core::audit::Verdict;
using core::indicators::Measure;

struct Shown {
  Document document{vietnam_2007(), {}};
  explicit Shown(Measure measure = Measure::location_quotient) {
    document.view.variable = core::values::variable_of(measure);
  }
  [[nodiscard]] core::admin::UnitIndex unit(const char* name) const {
    return *find_unit(*document.data->dataset, name);
  }
  [[nodiscard]] std::vector<core::admin::UnitIndex> marked() const {
    std::vector<core::admin::UnitIndex> units;
    for (const AuditMark& mark : audit_marks(document, *make_choropleth(document)))
      units.push_back(mark.unit);
    return units;
  }
};

TEST(AuditedList, IsMadeOnceWhenDataAreOpenedForEachPeriod) {
  const auto data = vietnam_2007();
  ASSERT_EQ(data->audits.size(), data->dataset->periods.size());
  ASSERT_TRUE(data->audits[0]);
  EXPECT_EQ(data->audits[0]->count(Verdict::contradicted), 31u);
  EXPECT_EQ(data->audits[0]->audit().cells.size(), 1356u);
  EXPECT_EQ(audited_list({data, {}}), data->audits[0].get()) << "shared, not made anew";
}

TEST(AuditedList, FindsACellByUnitSectorAndMeasure) {
  const Shown shown;
  const AuditedList& list = *audited_list(shown.document);
  const auto* lq = list.find(shown.unit("Nam Sách"), 0, Measure::location_quotient);
  ASSERT_TRUE(lq);
  EXPECT_EQ(lq->verdict, Verdict::contradicted);
  EXPECT_EQ(list.contradiction(shown.unit("Nam Sách"), 0, Measure::location_quotient), lq);
  EXPECT_TRUE(list.find(shown.unit("Nam Sách"), 0, Measure::employees));
  EXPECT_FALSE(list.contradiction(shown.unit("Nam Sách"), 0, Measure::employees));
  EXPECT_FALSE(list.find(shown.unit("Cần Giờ"), 0, Measure::employees)) << "not published";
  EXPECT_EQ(list.unit_of(lq->row), shown.unit("Nam Sách"));
  for (std::size_t row = 0; row < list.table().rows.size(); ++row)
    EXPECT_EQ(list.unit_of(row).has_value(), list.table().rows[row].kind == core::audit::RowKind::district)
        << row;
}

TEST(AuditedList, ACompleteMatrixWithoutRatiosHasNoFinding) {
  const auto data = mini();
  ASSERT_TRUE(data->audits[0]);
  EXPECT_EQ(data->audits[0]->count(Verdict::contradicted), 0u);
  EXPECT_EQ(data->audits[0]->count(Verdict::rounding), 0u);
}

TEST(AuditMarks, StandOnTheUnitsWhoseShownValueIsContradicted) {
  const Shown lq, employees(Measure::employees), shares(Measure::sector_share);
  EXPECT_EQ(lq.marked(), std::vector{lq.unit("Nam Sách")});
  EXPECT_EQ(employees.marked(), std::vector{employees.unit("Bến Cát")});
  EXPECT_TRUE(shares.marked().empty()) << "the contradicted share is of a group row, which has no area";
  Shown elsewhere;
  elsewhere.document.view.province = *find_province(*elsewhere.document.data->dataset, "Bình Dương");
  EXPECT_TRUE(elsewhere.marked().empty());
}

TEST(AuditMarks, StandOnFiguresWithARowInTheLegend) {
  const auto figure_of = [](const Document& document) {
    return make_figure_spec(document, *make_choropleth(document), {}, {.language = Language::en});
  };
  const auto figure = figure_of(Shown().document);
  const auto* layer = std::get_if<gis::map::BadgeLayer>(&figure.map.layers.back());
  ASSERT_TRUE(layer);
  EXPECT_EQ(layer->at.size(), 1u);
  EXPECT_EQ(figure.legend.entries.back().label, "contradicted by other values");
  EXPECT_EQ(figure.legend.entries.back().count, "1");
  EXPECT_GT(figure.legend.entries.back().badge.diameter_mm, 0);
  const auto without = figure_of(Shown(Measure::sector_share).document);
  for (const auto& other : without.map.layers)
    EXPECT_FALSE(std::holds_alternative<gis::map::BadgeLayer>(other));
  for (const auto& entry : without.legend.entries) EXPECT_EQ(entry.badge.diameter_mm, 0);
}

TEST(AuditInTooltips, SaysBelowTheValueWhatWouldAgree) {
  const Shown shown;
  const auto lines = tooltip_lines(shown.document, make_choropleth(shown.document).value(),
                                   shown.unit("Nam Sách"), Language::en);
  ASSERT_GE(lines.size(), 4u);
  EXPECT_EQ(lines[2], "LQ: 0.0") << "as printed";
  EXPECT_EQ(lines[3], "! LQ 0.0 is contradicted by other values; what would agree: 5.7");
  const auto good = tooltip_lines(shown.document, make_choropleth(shown.document).value(),
                                  shown.unit("Thuận An, Bình Dương"), Language::en);
  EXPECT_TRUE(std::ranges::none_of(good, [](const std::string& line) { return line.starts_with("!"); }));
}

TEST(AuditInUnitReport, GivesTheReasonOfEachContradictedFigure) {
  const Shown shown;
  const auto report = make_unit_report(shown.document, shown.unit("Bến Cát"), Language::en);
  ASSERT_TRUE(report);
  const ReportedSector& textile = report->sectors.front();
  const auto reason = [&](Measure measure) {
    return textile.contradictions[static_cast<std::size_t>(measure)];
  };
  EXPECT_NE(reason(Measure::employees).find("what would agree: 13,074"), std::string::npos)
      << reason(Measure::employees);
  EXPECT_FALSE(reason(Measure::enterprises).empty());
  EXPECT_TRUE(reason(Measure::smes).empty()) << "it is the enterprises that are wrong";
  EXPECT_TRUE(reason(Measure::location_quotient).empty());
  EXPECT_EQ(textile.values[static_cast<std::size_t>(Measure::employees)], core::Cell::of(3206))
      << "as printed";
}

TEST(AuditInIndicators, NamesTheContradictedColumnsOfTheRow) {
  const core::industry::SectorIndex textile[] = {0};
  const auto csv = indicators_table({vietnam_2007(), {}}, textile).map(&ValueTable::csv);
  ASSERT_TRUE(csv);
  EXPECT_NE(csv->find(",source_line,contradicted,"), std::string::npos);
  EXPECT_NE(csv->find(",3206,1.6,printed,1.5,20,587,enterprises employees,"), std::string::npos) << *csv;
  EXPECT_NE(csv->find(",0,printed,1.3,69.5,597,lq,"), std::string::npos);
}

/// One district with a zero, one with a figure that is not published, one that contradicts itself.
TEST(AuditOfThreeStates, ZeroIsAFigureAndWhatIsNotPublishedHasNoVerdict) {
  const TemporaryFolder folder;
  const auto data = folder.path() / "data";
  std::filesystem::copy(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini", data,
                        std::filesystem::copy_options::recursive);
  std::ofstream(data / "observations.csv")
      << "unit_code,sector_no,enterprises,smes,fdi_enterprises,employees\n"
      << "11,I,10,0,0,400\n12,I,20,,2,900\n21,I,5,9,0,300\n";
  const Document document{opened(data), {.variable = core::values::Variable::smes}};
  const auto unit = [&](const char* code) { return *document.data->dataset->frame.find(code); };
  const AuditedList& list = *audited_list(document);
  const auto* zero = list.find(unit("11"), 0, Measure::smes);
  ASSERT_TRUE(zero);
  EXPECT_EQ(zero->published, 0);
  EXPECT_NE(zero->verdict, Verdict::contradicted);
  EXPECT_FALSE(list.find(unit("12"), 0, Measure::smes));
  EXPECT_TRUE(list.contradiction(unit("21"), 0, Measure::smes)) << "9 of 5";
  const auto marks = audit_marks(document, *make_choropleth(document));
  ASSERT_EQ(marks.size(), 1u);
  EXPECT_EQ(marks[0].unit, unit("21"));
}

TEST(ShowValue, IsOneStepOfTheHistoryAndLeavesAProvinceThatHidesTheUnit) {
  Workspace workspace(vietnam_2007());
  const auto unit = [&](const char* name) { return *find_unit(workspace.dataset(), name); };
  ASSERT_TRUE(workspace.apply(commands::set_province(*find_province(workspace.dataset(), "Bình Dương"))));
  ASSERT_TRUE(workspace.apply(commands::show_value(0, Measure::smes, unit("Bến Cát"))));
  EXPECT_TRUE(workspace.view().province) << "the unit is in it";
  ASSERT_TRUE(workspace.apply(commands::show_value(2, Measure::employees, unit("Nam Sách"))));
  EXPECT_FALSE(workspace.view().province);
  EXPECT_EQ(workspace.view().selected.current(), unit("Nam Sách"));
  EXPECT_EQ(workspace.view().sector, 2u);
  workspace.undo();
  EXPECT_EQ(workspace.view().sector, 0u);
  EXPECT_EQ(workspace.view().variable, core::values::Variable::location_quotient);
  EXPECT_FALSE(workspace.apply(commands::show_value(9999, Measure::employees, std::nullopt)));
}

TEST(AuditWords, JoinLinesThatFollowOneAnother) {
  core::audit::PublishedTable table;
  for (const char* line : {"584", "585", "586", "588", "590", "591", "x"})
    table.rows.push_back({.source_line = line});
  EXPECT_EQ(lines_text(table, {0, 1, 2, 3, 4, 5, 6}), "584–586, 588, 590, 591, x");
  EXPECT_EQ(lines_text(table, {}), "");
}

}  // namespace
}  // namespace vicinia::workspace
