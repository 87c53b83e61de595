// What sums are compared, and within what; the laws are in yearbook_test.cpp.
#include "vicinia/gis/imports/sum_checks.h"

#include <gtest/gtest.h>

#include "expect_error.h"
#include "vicinia/gis/imports/sheet.h"

namespace vicinia::test {
namespace {

using namespace gis::imports;
using core::ErrorCode;
using Of = SumDifference::Of;

Sheet sheet_of(const std::vector<std::vector<std::string>>& rows) {
  Sheet sheet{.file = "t.csv"};
  for (const auto& row : rows) {
    sheet.lines.push_back(sheet.rows.size() + 1);
    sheet.rows.push_back(row);
    sheet.columns = std::max(sheet.columns, row.size());
  }
  return sheet;
}

struct Checked {
  Sheet sheet;
  TableShape shape;
  SumReport report;
};

Checked check(const std::vector<std::vector<std::string>>& rows,
              const gis::io::NumberNotation& notation = {}) {
  Checked all{.sheet = sheet_of(rows), .shape = {}, .report = {}};
  const auto shape = recognise(all.sheet);
  EXPECT_TRUE(shape.has_value());
  if (shape) all.shape = *shape;
  all.report = check_sums(all.sheet, all.shape, notation);
  return all;
}

TEST(SumChecks, NameTheTotalThatDiffersWhatIsPrintedAndWhatItsPartsMake) {
  const Checked all = check({{"Địa phương", "Số doanh nghiệp 2007"},
                             {"CẢ NƯỚC", "61"},
                             {"Tây Nguyên", "30"},
                             {"Đắk Lắk", "10"},
                             {"Gia Lai", "20"},
                             {"Đông Nam Bộ", "30"},
                             {"Bình Dương", "30"}});
  EXPECT_EQ(all.report.checked, 3U);
  ASSERT_EQ(all.report.differences.size(), 1U);
  const SumDifference& one = all.report.differences[0];
  EXPECT_EQ(one.of, Of::rows);
  EXPECT_EQ(one.whole, (CellPlace{1, 1}));
  EXPECT_EQ(one.printed, 61);
  EXPECT_EQ(one.sum, 60);
  EXPECT_EQ(one.parts, (std::vector<CellPlace>{{2, 1}, {5, 1}}));
  EXPECT_EQ(one.suspects, (std::vector<CellPlace>{{1, 1}})) << "the regions agree with their provinces";
  const auto findings = findings_of(all.sheet, all.shape, all.report);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, ErrorCode::sum_differs);
  EXPECT_EQ(findings[0].subject.row, 2U);
  EXPECT_EQ(findings[0].subject.field, "Số doanh nghiệp 2007");
  EXPECT_EQ(findings[0].subject.id, "CẢ NƯỚC");
  EXPECT_EQ(findings[0].detail, "61|60|2|1");
}

TEST(SumChecks, OfOneWrongRegionBlameItAndNotTheCountry) {
  const Checked all = check({{"Địa phương", "Số doanh nghiệp 2007"},
                             {"CẢ NƯỚC", "60"},
                             {"Tây Nguyên", "31"},
                             {"Đắk Lắk", "10"},
                             {"Gia Lai", "20"},
                             {"Đông Nam Bộ", "30"},
                             {"Bình Dương", "30"}});
  ASSERT_EQ(all.report.differences.size(), 2U);
  for (const SumDifference& one : all.report.differences)
    EXPECT_EQ(one.suspects, (std::vector<CellPlace>{{2, 1}}));
  EXPECT_EQ(findings_of(all.sheet, all.shape, all.report)[0].detail, "60|61|2|2");
}

TEST(SumChecks, AllowForTheRoundingOfWhatIsPrintedAndNoMore) {
  const auto with_total = [](const char* total) {
    return check({{"Dân số phân theo địa phương"},
                  {"(Nghìn người)"},
                  {"Địa phương", "2007"},
                  {"CẢ NƯỚC", total},
                  {"Đắk Lắk", "10,4"},
                  {"Gia Lai", "20,4"},
                  {"Kon Tum", "30,4"}})
        .report.differences.size();
  };
  EXPECT_EQ(with_total("61,2"), 0U);
  EXPECT_EQ(with_total("61,4"), 0U) << "four halves of a tenth";
  EXPECT_EQ(with_total("61,5"), 1U);
  // People are not rounded.
  EXPECT_EQ(check({{"Địa phương", "Lao động 2007"}, {"CẢ NƯỚC", "61"}, {"A", "20"}, {"B", "40"}})
                .report.differences.size(),
            1U);
}

TEST(SumChecks, TakeAMissingPartForAnythingFromZeroUp) {
  const auto differences = [](const char* total, const gis::io::NumberNotation& notation = {}) {
    return check({{"Địa phương", "Lao động 2007"}, {"CẢ NƯỚC", total}, {"A", "20"}, {"B", "-"}, {"C", "5"}},
                 notation)
        .report.differences;
  };
  EXPECT_TRUE(differences("30").empty());
  ASSERT_EQ(differences("24").size(), 1U);
  EXPECT_TRUE(differences("24")[0].is_part_missing);
  EXPECT_EQ(differences("30", {.zero = {"-"}}).size(), 1U) << "once it is said that \"-\" is none";
}

TEST(SumChecks, FindAPartThatExceedsItsWhole) {
  const Checked all = check(
      {{"Địa phương", "Lao động 2007"}, {"CẢ NƯỚC", "25"}, {"Trong đó: Nữ", "26"}, {"A", "20"}, {"B", "5"}});
  ASSERT_EQ(all.report.differences.size(), 1U);
  EXPECT_EQ(all.report.differences[0].of, Of::part);
  const auto findings = findings_of(all.sheet, all.shape, all.report);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, ErrorCode::part_exceeds_whole);
  EXPECT_EQ(findings[0].detail, "26|25|1");
}

TEST(SumChecks, LeaveOutWhatDoesNotSum) {
  const Checked all = check({{"Địa phương", "Lao động 2007", "Tỷ lệ (%)", "Mật độ 2007", "X 2007"},
                             {"CẢ NƯỚC", "25", "50,0", "12", "3"},
                             {"Đông Nam Bộ", "20", "40,0", "15", "4"},
                             {"A", "20", "40,0", "15", "9"},
                             {"Tây Nguyên", "5", "60,0", "9", "8"},
                             {"B", "5", "60,0", "9", "7"}});
  EXPECT_TRUE(all.report.differences.empty());
  EXPECT_EQ(all.report.not_additive, (std::vector<std::size_t>{2, 3, 4}));
  EXPECT_EQ(all.report.checked, 3U);
}

TEST(SumChecks, CrossRowsAndColumnsToTheCellThatIsWrong) {
  const auto rows = [](const char* cell) {
    return std::vector<std::vector<std::string>>{
        {"Địa phương", "Tổng số", "Doanh nghiệp nhà nước", "Tư nhân", "Cá thể"},
        {"CẢ NƯỚC", "60", "10", "20", "30"},
        {"A", "21", "4", "7", "10"},
        {"B", "39", "6", cell, "20"}};
  };
  EXPECT_TRUE(check(rows("13")).report.differences.empty());
  const Checked wrong = check(rows("31"));
  ASSERT_EQ(wrong.report.differences.size(), 2U);
  for (const SumDifference& one : wrong.report.differences)
    EXPECT_EQ(one.suspects, (std::vector<CellPlace>{{3, 3}}));
}

}  // namespace
}  // namespace vicinia::test
