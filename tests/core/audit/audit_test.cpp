#include "vicinia/core/audit/audit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "made_up_list.h"
#include "support/levels.h"

namespace vicinia::core::audit {
namespace {

constexpr double none = -1;

PublishedRow row_of(RowKind kind, const std::string& line, const std::string& sector, const std::string& unit,
                    std::array<double, field_count> values) {
  PublishedRow row{.kind = kind,
                   .source_line = line,
                   .sector = sector,
                   .unit = unit,
                   .group = kind == RowKind::total ? "" : "1"};
  for (std::size_t f = 0; f < field_count; ++f)
    if (values[f] != none) row.values[f] = Cell::of(values[f]);
  return row;
}

/// One sector with E_i = 10,000 of E = 100,000. Units a, b, c have 10,000, 20,000 and 30,000 employees in all, 2,000, 3,000 and 1,000 of them
/// in the sector.
PublishedTable three_districts() {
  return {.rows = {row_of(RowKind::district, "1", "I", "a", {20, 18, 2, 2000, 2.0, 20.0, 20.0}),
                   row_of(RowKind::district, "2", "I", "b", {30, 25, 0, 3000, 1.5, 30.0, 15.0}),
                   row_of(RowKind::district, "3", "I", "c", {10, 9, 1, 1000, 0.3, 10.0, 3.3}),
                   row_of(RowKind::group, "4", "I", "", {60, 52, 3, 6000, 1.0, 60.0, 10.0}),
                   row_of(RowKind::total, "5", "I", "", {60, 52, 3, 6000, none, none, none})}};
}

std::vector<std::string> contradicted(const PublishedTable& table, const Audit& found) {
  std::vector<std::string> cells;
  for (const CellVerdict& cell : found.cells)
    if (cell.verdict == Verdict::contradicted)
      cells.push_back(table.rows[cell.row].source_line + " " + std::string(name_of(cell.field)));
  return cells;
}
using Cells = std::vector<std::string>;

TEST(Audit, OfValuesThatFitContradictsNone) {
  const PublishedTable table = three_districts();
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), Cells{});
  EXPECT_EQ(found.cells.size(), 32u);
  EXPECT_TRUE(found.national->interval.contains(100'000));
  EXPECT_TRUE(found.by_sector.front().shared.interval.contains(10'000));
}

TEST(Audit, EmployeesThatTheSharesContradictAreGivenAsTheSumImpliesThem) {
  PublishedTable table = three_districts();
  table.rows[1][Field::employees] = Cell::of(300);
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), Cells{"2 employees"});
  const CellVerdict& cell = *found.find(1, Field::employees);
  EXPECT_EQ(cell.expected, stats::exactly(3000));
  EXPECT_EQ(cell.published, 300) << "as printed";
  EXPECT_TRUE(std::ranges::binary_search(cell.contradicted_by, std::size_t{3})) << "the group row";
  EXPECT_EQ(found.find(3, Field::employees)->verdict, Verdict::agrees) << "the group row is explained";
}

TEST(Audit, AQuotientIsRecomputedFromTheSharesOfItsRow) {
  PublishedTable table = three_districts();
  table.rows[0][Field::location_quotient] = Cell::of(0.0);
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), Cells{"1 lq"});
  const CellVerdict& cell = *found.find(0, Field::location_quotient);
  EXPECT_TRUE(cell.expected->contains(2.0)) << cell.expected->low << " to " << cell.expected->high;
  EXPECT_GT(cell.expected->low, 1.5);
  EXPECT_LT(cell.expected->high, 2.5);
}

TEST(Audit, AQuotientOfMoreThanNothingNeedsEmployeesOfItsOwnRow) {
  const PublishedTable table{.rows = {row_of(RowKind::district, "1", "I", "a", {0, 0, 0, 0, 12.6, 0, 0})}};
  const Audit found = audit(table);
  EXPECT_TRUE(std::ranges::binary_search(contradicted(table, found), "1 lq"));
  EXPECT_EQ(found.find(0, Field::location_quotient)->contradicted_by, std::vector<std::size_t>{0})
      << "no other row is needed to tell";
}

TEST(Audit, ASumThatIsNotThatOfItsDistrictsIsContradictedByThem) {
  PublishedTable table = three_districts();
  table.rows[3][Field::smes] = Cell::of(51);
  Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), Cells{"4 smes"});
  EXPECT_EQ(found.find(3, Field::smes)->expected, stats::exactly(52));
  EXPECT_EQ(found.find(3, Field::smes)->blame, Blame::certain) << "the total row confirms its districts";
  for (const std::size_t district : {0, 1, 2})
    EXPECT_TRUE(std::ranges::binary_search(found.find(3, Field::smes)->contradicted_by, district));
  table = three_districts();
  table.rows[4][Field::fdi_enterprises] = Cell::of(30);
  found = audit(table);
  EXPECT_EQ(contradicted(table, found), Cells{"5 fdi_enterprises"});
}

TEST(Audit, OneWrongValueThatExplainsSeveralContradictionsIsNamedAndNoOther) {
  PublishedTable table = three_districts();
  table.rows[2][Field::enterprises] = Cell::of(5);
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), Cells{"3 enterprises"}) << "the sums tell that the SMEs are right";
  const CellVerdict& cell = *found.find(2, Field::enterprises);
  EXPECT_EQ(cell.expected, stats::exactly(10)) << "what the group row leaves";
  EXPECT_EQ(cell.agreeing, 10);
  EXPECT_EQ(cell.blame, Blame::certain);
  EXPECT_TRUE(std::ranges::binary_search(cell.contradicted_by, std::size_t{2})) << "the SMEs of its own row";
  EXPECT_TRUE(std::ranges::binary_search(cell.contradicted_by, std::size_t{3})) << "the group row";
}

TEST(Audit, WhereNothingTellsWhichOfTwoIsWrongBothAreContradicted) {
  const PublishedTable table{
      .rows = {row_of(RowKind::district, "1", "I", "a", {10, 12, none, none, none, none, none})}};
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), (Cells{"1 enterprises", "1 smes"}));
  const CellVerdict &enterprises = *found.find(0, Field::enterprises), &smes = *found.find(0, Field::smes);
  EXPECT_EQ(enterprises.blame, Blame::one_of_several);
  EXPECT_EQ(smes.blame, Blame::one_of_several);
  EXPECT_EQ(enterprises.alternatives, (std::vector<CellPlace>{{0, Field::smes}}));
  EXPECT_EQ(enterprises.contradiction, smes.contradiction);
  EXPECT_EQ(smes.expected, (stats::Interval{0, 10}));
  EXPECT_EQ(enterprises.expected->low, 12);
}

TEST(Audit, AnUnlistedCellIsNoZero) {
  PublishedTable table = three_districts();
  table.rows[1][Field::smes] = Cell::not_published();
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), Cells{});
  EXPECT_EQ(found.find(1, Field::smes), nullptr) << "only published cells have a verdict";
  const CellVerdict& sum = *found.find(3, Field::smes);
  EXPECT_EQ(sum.expected, stats::exactly(52)) << "as the total row has it, which sums the same districts";
  table.rows.pop_back();
  const Audit without_total = audit(table);
  const CellVerdict& bound = *without_total.find(3, Field::smes);
  EXPECT_EQ(bound.verdict, Verdict::not_recomputable);
  EXPECT_EQ(bound.expected->low, 27) << "what is published is a lower bound";
  EXPECT_EQ(bound.expected->high, 57) << "with all enterprises of the row in which it is not";
  table.rows[3][Field::smes] = Cell::of(26);
  const Audit too_few = audit(table);
  EXPECT_EQ(contradicted(table, too_few), (Cells{"1 smes", "3 smes", "4 smes"}))
      << "less than what is published";
  EXPECT_EQ(too_few.find(3, Field::smes)->blame, Blame::one_of_several);
}

TEST(Audit, AZeroIsAValueAndMustAddUp) {
  PublishedTable table = three_districts();
  EXPECT_EQ(audit(table).find(1, Field::fdi_enterprises)->verdict, Verdict::agrees);
  table.rows[2][Field::employees] = Cell::of(0);
  EXPECT_EQ(contradicted(table, audit(table)), Cells{"3 employees"}) << "its shares say that there are some";
}

TEST(Audit, AMissingTotalLeavesItsGroupsToBeChecked) {
  PublishedTable table = three_districts();
  table.rows.pop_back();
  EXPECT_EQ(contradicted(table, audit(table)), Cells{});
  table.rows[3][Field::enterprises] = Cell::of(61);
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found),
            (Cells{"1 enterprises", "2 enterprises", "3 enterprises", "4 enterprises"}));
  for (const CellVerdict& cell : found.cells)
    EXPECT_NE(cell.blame, Blame::certain)
        << "any of the four may be the wrong one: " << table.rows[cell.row].source_line;
}

TEST(Audit, ARowAloneCannotBeRecomputed) {
  const PublishedTable table{
      .rows = {row_of(RowKind::district, "1", "I", "a", {20, 18, 2, 2000, 2.0, 20.0, 20.0})}};
  for (const CellVerdict& cell : audit(table).cells)
    EXPECT_EQ(cell.verdict, Verdict::not_recomputable) << name_of(cell.field);
}

TEST(Audit, TellsAgreementFromAgreementWithinRounding) {
  // The first row says that E_i is 9,950 to 10,050, so the second row's share is 10.44 to 10.54 per cent.
  const auto verdict_of = [](double share) {
    const PublishedTable table{
        .rows = {row_of(RowKind::district, "1", "I", "a", {none, none, none, 1000, none, 10.0, none}),
                 row_of(RowKind::district, "2", "I", "b", {none, none, none, 1049, none, share, none})}};
    return audit(table).find(1, Field::sector_share)->verdict;
  };
  EXPECT_EQ(verdict_of(10.5), Verdict::agrees);
  EXPECT_EQ(verdict_of(10.4), Verdict::rounding);
  EXPECT_EQ(verdict_of(10.6), Verdict::contradicted);
}

TEST(Audit, AQuotientIsHeldAgainstTheDistrictShareOfItsOwnRow) {
  // LQ over district share is E/E_i = 10 in every row; 2.2 of 20.0 % is 11, though sector, unit and nation are known too loosely to tell.
  PublishedTable table{
      .rows = {row_of(RowKind::district, "1", "I", "a", {none, none, none, none, 2.2, none, 20.0}),
               row_of(RowKind::district, "2", "I", "b", {none, none, none, none, 3.0, none, 30.0}),
               row_of(RowKind::district, "3", "I", "c", {none, none, none, none, 4.0, none, 40.0})}};
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), (Cells{"1 lq", "1 district_share_pct"}));
  const CellVerdict& lq = *found.find(0, Field::location_quotient);
  EXPECT_EQ(lq.blame, Blame::one_of_several) << "either of the two may be the wrong one";
  EXPECT_EQ(lq.agreeing, 2.0);
  EXPECT_EQ(found.find(0, Field::district_share)->agreeing, 22.0);
  table.rows[0][Field::location_quotient] = Cell::of(2.0);
  EXPECT_EQ(contradicted(table, audit(table)), Cells{});
}

TEST(Audit, AProvinceIsHeldAgainstItsDistricts) {
  const auto place = [](const char* line, const char* unit, const char* parent, double employees) {
    PublishedRow row =
        row_of(RowKind::district, line, "A", unit, {none, none, none, employees, none, none, none});
    row.group = line;
    row.parent = parent;
    row.level = *parent == '\0' ? tests::province_level : tests::district_level;
    return row;
  };
  PublishedTable table{
      .rows = {place("1", "01", "", 999), place("2", "001", "01", 10), place("3", "002", "01", 5),
               place("4", "79", "", 47), place("5", "760", "79", 40), place("6", "761", "79", 7)},
      .is_complete = true};
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), (Cells{"1 employees", "2 employees", "3 employees"}));
  EXPECT_EQ(found.find(0, Field::employees)->expected, stats::exactly(15));
  EXPECT_EQ(found.find(0, Field::employees)->check, Check::sum);
  table.is_complete = false;
  EXPECT_EQ(contradicted(table, audit(table)), Cells{}) << "a list need not name all districts of a province";
  table.rows[0][Field::employees] = Cell::of(14);
  EXPECT_EQ(contradicted(table, audit(table)), (Cells{"1 employees", "2 employees", "3 employees"}))
      << "but no more than there are";
}

TEST(Audit, RatiosThatACompleteMatrixPrintsAreJudgedByItsSums) {
  const auto cell = [](const char* line, const char* sector, const char* unit, double lq) {
    PublishedRow row = row_of(RowKind::district, line, sector, unit, {none, none, none, 10, lq, none, none});
    row.group = line;
    return row;
  };
  PublishedTable table{.rows = {cell("1", "A", "01", 99), cell("2", "B", "01", 1), cell("3", "A", "02", 1),
                                cell("4", "B", "02", 1)},
                       .is_complete = true};
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), Cells{"1 lq"});
  const CellVerdict& lq = *found.find(0, Field::location_quotient);
  EXPECT_EQ(lq.blame, Blame::certain);
  EXPECT_NEAR(lq.expected->low, 1, 1e-9);
  EXPECT_NEAR(lq.expected->high, 1, 1e-9);
  EXPECT_EQ(lq.agreeing, 1.0);
  table.rows[0][Field::location_quotient] = Cell::of(1);
  EXPECT_EQ(contradicted(table, audit(table)), Cells{});
}

TEST(Audit, WhatTheOthersAllowHoldsEveryRightValueOfALargeMatrixOfTwoLevels) {
  const PublishedTable table =
      made_up_matrix(3, {.provinces = 9});  // too large to leave out each cell and to follow that through
  const Audit found = audit(table);
  std::size_t recomputed = 0;
  for (const CellVerdict& cell : found.cells) {
    ASSERT_NE(cell.verdict, Verdict::contradicted)
        << table.rows[cell.row].source_line << ' ' << name_of(cell.field);
    if (cell.verdict != Verdict::not_recomputable) ++recomputed;
    if (cell.expected && is_count(cell.field)) {
      EXPECT_TRUE(cell.expected->contains(cell.published))
          << table.rows[cell.row].source_line << ' ' << name_of(cell.field);
    }
  }
  EXPECT_GT(recomputed, found.cells.size() * 3 / 4);
}

TEST(Audit, AWrongValueOfALargeMatrixOfTwoLevelsIsFoundAtEitherLevel) {
  const PublishedTable right = made_up_matrix(4, {.provinces = 9});
  for (const std::size_t row : {std::size_t{0}, std::size_t{1}, std::size_t{2000}}) {
    PublishedTable table = right;
    const double n = right.rows[row][Field::employees].number();
    table.rows[row][Field::employees] = Cell::of(10 * n + 1000);
    const Audit found = audit(table);
    const CellVerdict& cell = *found.find(row, Field::employees);
    EXPECT_EQ(cell.verdict, Verdict::contradicted) << row;
    ASSERT_TRUE(cell.expected);
    EXPECT_TRUE(cell.expected->contains(n))
        << row << ": " << cell.expected->low << " to " << cell.expected->high;
  }
}

TEST(Audit, ValuesThatWouldBeRightIfTwoLinesWereExchangedAreNotCertainlyWrong) {
  MadeUpList list = made_up_list(11, {.units = 10, .sectors = 6, .per_province = 5, .listed = 1, .zeros = 0});
  PublishedTable& table = list.table;
  ASSERT_EQ(table.rows[1].sector, table.rows[2].sector);
  std::swap(table.rows[1].values, table.rows[2].values);
  const Audit found = audit(table);
  const Cells wrong = contradicted(table, found);
  EXPECT_FALSE(wrong.empty());
  for (const CellVerdict& cell : found.cells) {
    EXPECT_NE(cell.blame, Blame::certain) << table.rows[cell.row].source_line << ' ' << name_of(cell.field);
  }
}

TEST(Audit, TheTotalOfAUnitIsTheSumOfItsSectors) {
  PublishedTable table{
      .rows = {row_of(RowKind::district, "1", "I", "a", {20, 18, 2, 2000, none, none, none}),
               row_of(RowKind::district, "2", "II", "a", {10, 9, 1, 500, none, none, none}),
               row_of(RowKind::unit_total, "3", "", "a", {30, 27, 3, 2500, none, none, none})}};
  EXPECT_EQ(contradicted(table, audit(table)), Cells{});
  table.rows[2][Field::employees] = Cell::of(2600);
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), (Cells{"1 employees", "2 employees", "3 employees"}));
  EXPECT_EQ(found.find(2, Field::employees)->expected, stats::exactly(2500));
}

TEST(Audit, EmployeesNeedAnEnterprise) {
  const PublishedTable table{
      .rows = {row_of(RowKind::district, "1", "I", "a", {0, 0, 0, 300, none, none, none})}};
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), (Cells{"1 enterprises", "1 employees"}));
  EXPECT_EQ(found.find(0, Field::employees)->check, Check::employer);
  EXPECT_EQ(found.find(0, Field::employees)->expected, stats::exactly(0));
  EXPECT_EQ(found.find(0, Field::enterprises)->expected->low, 1);
}

TEST(Audit, ValuesOutOfTheirRangeAreCertainlyWrong) {
  PublishedTable table = three_districts();
  table.rows[0][Field::employees] = Cell::of(-2000);
  table.rows[1][Field::sector_share] = Cell::of(300);
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), (Cells{"1 employees", "2 sector_share_pct"}));
  for (const auto& [row, field, right] :
       {std::tuple(0, Field::employees, 2000.0), std::tuple(1, Field::sector_share, 30.0)}) {
    const CellVerdict& cell = *found.find(static_cast<std::size_t>(row), field);
    EXPECT_EQ(cell.check, Check::range);
    EXPECT_EQ(cell.blame, Blame::certain);
    EXPECT_TRUE(cell.expected->contains(right)) << cell.expected->low << " to " << cell.expected->high;
  }
}

TEST(Audit, OneAgainstOneIsNeverCertain) {
  const auto shares = [](double second) {
    return PublishedTable{
        .rows = {row_of(RowKind::district, "1", "I", "a", {none, none, none, 1000, none, 10.0, none}),
                 row_of(RowKind::district, "2", "I", "b", {none, none, none, 2000, none, second, none})}};
  };
  const Audit found = audit(shares(30.0));
  EXPECT_EQ(contradicted(shares(30.0), found),
            (Cells{"1 employees", "1 sector_share_pct", "2 employees", "2 sector_share_pct"}));
  for (const CellVerdict& cell : found.cells) EXPECT_EQ(cell.blame, Blame::one_of_several);
  EXPECT_EQ(found.contradictions.size(), 1u);
  EXPECT_EQ(found.contradictions[0].explanations.size(), 4u);
}

TEST(Audit, ASumThatWasMadeFromAWrongValueAsPrintedIsNotBlamed) {
  PublishedTable table = three_districts();
  table.rows.erase(table.rows.begin() + 3);  // no group row
  table.rows[1][Field::employees] = Cell::of(300);
  table.rows[3][Field::employees] = Cell::of(3300);
  table.rows.push_back(row_of(RowKind::district, "6", "II", "b", {40, 30, 1, 4000, 1.0, 20.0, 20.0}));
  const Audit found = audit(table);
  EXPECT_EQ(contradicted(table, found), Cells{"2 employees"});
  EXPECT_EQ(found.find(3, Field::employees)->verdict, Verdict::agrees) << "with the rows as printed";
}

TEST(Audit, DoesNotDependOnTheOrderOfRows) {
  MadeUpList list = made_up_list(7, {.units = 10, .sectors = 5});
  list.table.rows[3][Field::employees] = Cell::of(list.table.rows[3][Field::employees].number() * 3 + 7);
  const Audit before = audit(list.table);
  PublishedTable reversed = list.table;
  std::ranges::reverse(reversed.rows);
  const Audit after = audit(reversed);
  for (const CellVerdict& cell : before.cells) {
    const CellVerdict& same = *after.find(reversed.rows.size() - 1 - cell.row, cell.field);
    EXPECT_EQ(same.verdict, cell.verdict)
        << list.table.rows[cell.row].source_line << " " << name_of(cell.field);
    ASSERT_EQ(same.expected.has_value(), cell.expected.has_value());
    if (!cell.expected) continue;
    EXPECT_NEAR(same.expected->low, cell.expected->low, 1e-9 * cell.expected->low + 1e-12);
  }
}

TEST(Audit, OfCountsAloneNothingIsRecomputableButWhatTheirRowsSay) {
  PublishedTable table = three_districts();
  table.rows.resize(3);
  for (PublishedRow& row : table.rows)
    for (const Field field : {Field::location_quotient, Field::sector_share, Field::district_share})
      row[field] = Cell::not_published();
  table.rows[1][Field::smes] = Cell::of(31);        // of 30 enterprises
  table.rows[2][Field::enterprises] = Cell::of(0);  // and 1,000 employees
  const Audit found = audit(table);
  const CellVerdict& employees = *found.find(0, Field::employees);
  EXPECT_EQ(employees.verdict, Verdict::not_recomputable);
  EXPECT_FALSE(employees.expected);
  const Cells wrong = contradicted(table, found);
  EXPECT_NE(std::ranges::find(wrong, "2 smes"), wrong.end());
  EXPECT_NE(std::ranges::find(wrong, "3 enterprises"), wrong.end());
}

}  // namespace
}  // namespace vicinia::core::audit
