// Sheets as their cells stand, from every format that is read.
#include "vicinia/gis/imports/sheet.h"

#include <gtest/gtest.h>

#include "expect_error.h"
#include "files.h"
#include "written_sheets.h"

namespace vicinia::test {
namespace {

using core::ErrorCode;
using gis::imports::column_letters;
using gis::imports::read_sheet;
using gis::imports::Sheet;

class Sheets : public testing::Test {
 protected:
  TemporaryFolder folder_;
};

TEST_F(Sheets, HaveTheirBlankRowsAndTheLinesOfTheFile) {
  write_xlsx(folder_ / "t.xlsx",
             {{"A", {{}, {}, {{.text = "x"}}, {}, {{}, {.text = "12"}, {}, {.text = "", .number = 4.7}}}}});
  const auto sheet = read_sheet({.file = folder_ / "t.xlsx"});
  ASSERT_VALUE(sheet);
  ASSERT_EQ(sheet->rows.size(), 5U);
  EXPECT_TRUE(sheet->rows[0].empty());
  EXPECT_EQ(sheet->at(2, 0), "x");
  EXPECT_EQ(sheet->at(4, 3), "4.7");
  EXPECT_EQ(sheet->at(4, 9), "");
  EXPECT_EQ(sheet->lines[4], 5U) << "as a spreadsheet numbers it";
  EXPECT_EQ(sheet->columns, 4U);
}

TEST_F(Sheets, KeepZerosBeforeCodesAndAllDigitsOfNumbers) {
  write_xlsx(
      folder_ / "t.xlsx",
      {{"A", {{{.text = "01"}, {.text = "", .number = 123456789012.0}, {.text = "", .number = 0.1}}}}});
  const auto sheet = read_sheet({.file = folder_ / "t.xlsx"});
  ASSERT_VALUE(sheet);
  EXPECT_EQ(sheet->at(0, 0), "01");
  EXPECT_EQ(sheet->at(0, 1), "123456789012");
  EXPECT_EQ(sheet->at(0, 2), "0.1");
}

TEST_F(Sheets, OfABookAreListedWithTheirRows) {
  write_xlsx(folder_ / "t.xlsx",
             {{"Mục lục", texts({{"a"}, {}, {"b"}})}, {"Trống", {}}, {"2007", texts({{"x"}, {"y"}})}});
  const auto list = gis::io::list_sheets(folder_ / "t.xlsx");
  ASSERT_VALUE(list);
  ASSERT_EQ(list->size(), 3U);
  EXPECT_EQ((*list)[0].name, "Mục lục");
  EXPECT_EQ((*list)[0].rows, 3U);
  EXPECT_EQ((*list)[1].rows, 0U);
  const auto second = read_sheet({.file = folder_ / "t.xlsx", .sheet = "2007"});
  ASSERT_VALUE(second);
  EXPECT_EQ(second->at(1, 0), "y");
  ASSERT_ERROR(read_sheet({.file = folder_ / "t.xlsx", .sheet = "2012"}), unknown_name);

  write_file(folder_ / "t.csv", "a,b\n1,2\n");
  const auto text = gis::io::list_sheets(folder_ / "t.csv");
  ASSERT_VALUE(text);
  ASSERT_EQ(text->size(), 1U);
  EXPECT_EQ(text->front().rows, 2U);
}

TEST_F(Sheets, OfTextFindTheSeparatorByWhichRowsAgreeAndNotByTheirTitle) {
  for (const char separator : {',', ';', '\t', '|'}) {
    write_csv(folder_ / "t.csv",
              texts({{"Số doanh nghiệp, lao động; vốn"},
                     {},
                     {"Tỉnh", "2006", "2007"},
                     {"Hà Nội", "1", "2"},
                     {"Huế", "3", "4"}}),
              separator);
    const auto sheet = read_sheet({.file = folder_ / "t.csv"});
    ASSERT_VALUE(sheet);
    EXPECT_EQ(sheet->at(4, 2), "4") << separator;
    EXPECT_EQ(sheet->findings.empty(), separator == ',');
  }
  // One that is stated is taken.
  const auto stated = read_sheet({.file = folder_ / "t.csv", .separator = ';'});
  ASSERT_VALUE(stated);
  EXPECT_EQ(stated->at(4, 2), "");
}

TEST_F(Sheets, OfTextInAnOldEncodingAreReadAndThatIsTold) {
  // "Tỉnh" and two provinces in TCVN3.
  write_file(folder_ / "t.csv", "T\xD8nh;2007\nTh\xB8i B\xD7nh;1\nQu\xB6ng Ng\xB7i;2\n\xA7\xBEk L\xBEk;3\n");
  const auto sheet = read_sheet({.file = folder_ / "t.csv"});
  ASSERT_VALUE(sheet);
  EXPECT_EQ(sheet->at(1, 0), "Thái Bình");
  EXPECT_EQ(sheet->findings.size(), 2U);
}

TEST_F(Sheets, WithoutACellSayThatTheyAreEmpty) {
  write_file(folder_ / "t.csv", "\n,,\n");
  ASSERT_ERROR(read_sheet({.file = folder_ / "t.csv"}), empty_table);
  ASSERT_ERROR(read_sheet({.file = folder_ / "no.csv"}), file_not_found);
}

TEST(ColumnLetters, AreThoseOfSpreadsheets) {
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(column_letters(701), "ZZ");
  EXPECT_EQ(column_letters(702), "AAA");
}

}  // namespace
}  // namespace vicinia::test
