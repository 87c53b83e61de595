// Tables as people have them, one by one: fixtures of tests/gis/imports/tables, and what has gone wrong once.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "expect_error.h"
#include "files.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/imports/sum_checks.h"
#include "vicinia/gis/imports/tidy_table.h"
#include "written_sheets.h"

namespace vicinia::test {
namespace {

using namespace gis::imports;
using core::ErrorCode;

std::filesystem::path fixture(const char* name) {
  return std::filesystem::path(VICINIA_IMPORT_TABLES_DIR) / name;
}

RecogniseHints hints() {
  return {.is_unit =
              [](std::string_view text) {
                static const std::set<std::string> units{
                    "ha noi",         "hai phong",  "dak lak",  "vinh phuc", "bac ninh", "ba ria vung tau",
                    "tp ho chi minh", "kien xuong", "tien hai", "thai binh", "01",       "31"};
                return units.contains(core::names::folded(text));
              },
          .is_sector =
              [](std::string_view text) {
                static const std::set<std::string> sectors{"13", "14", "det", "may mac", "c", "d"};
                return sectors.contains(core::names::folded(text));
              }};
}

std::vector<std::string> roles(const TableShape& shape) {
  std::vector<std::string> names;
  for (const ColumnShape& one : shape.columns) names.emplace_back(name_of(one.role));
  return names;
}

class SheetInMemory {
 public:
  explicit SheetInMemory(const std::vector<std::vector<std::string>>& rows) {
    for (const auto& row : rows) {
      sheet_.lines.push_back(sheet_.rows.size() + 1);
      sheet_.rows.push_back(row);
      sheet_.columns = std::max(sheet_.columns, row.size());
    }
    sheet_.file = "t.csv";
  }
  const Sheet& operator*() const { return sheet_; }

 private:
  Sheet sheet_;
};

/// "unit code|period|sector|field" → text.
std::map<std::string, std::string> figures_of(const TidyTable& table) {
  std::map<std::string, std::string> all;
  for (const TidyRow& row : table.rows)
    for (const Figure& figure : row.figures)
      all[row.unit + "|" + row.period + "|" + (row.sector_code.empty() ? row.sector : row.sector_code) + "|" +
          table.fields[figure.field]] = figure.text;
  return all;
}

TEST(TablesOfYearbooks, HaveTitlesYearsAcrossRegionsAndWhatBelongsToNone) {
  const auto sheet = read_sheet({.file = fixture("enterprises_2005_2008.csv")});
  ASSERT_VALUE(sheet);
  ASSERT_EQ(sheet->findings.size(), 1U);
  EXPECT_EQ(sheet->findings[0].code, ErrorCode::separator_found);
  EXPECT_EQ(sheet->findings[0].detail, ";");
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->title_rows, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(shape->unit_of_figures, "Doanh nghiệp - Enterprise");
  EXPECT_EQ(shape->header_rows, (std::vector<std::size_t>{3}));
  EXPECT_EQ(shape->first_row, 4U);
  EXPECT_EQ(shape->end_row, 13U);
  EXPECT_EQ(shape->note_rows, (std::vector<std::size_t>{14}));
  EXPECT_EQ(roles(*shape), (std::vector<std::string>{"unit_name", "value", "value", "value", "value"}));
  EXPECT_EQ(shape->of_all.field, "enterprises");
  EXPECT_EQ(shape->of_all.period, "") << "31/12 of every year is no year";
  EXPECT_EQ(shape->row(4).kind, RowKind::country);
  EXPECT_EQ(shape->row(5).kind, RowKind::region);
  EXPECT_EQ(shape->row(10).kind, RowKind::figures) << "Vũng Tàu is a town, no region";
  EXPECT_EQ(shape->row(12).kind, RowKind::not_allocated);
  const TidyTable table = tidy(*sheet, *shape);
  EXPECT_EQ(table.rows.size(), 5U * 4U);
  EXPECT_EQ(figures_of(table).at("TP. Hồ Chí Minh - Ho Chi Minh city|Prel. 2008||enterprises"), "260");
  EXPECT_EQ(table.apart.size(), 4U * 4U);
  const SumReport report = check_sums(*sheet, *shape);
  EXPECT_EQ(report.checked, 3U * 4U);
  EXPECT_TRUE(report.differences.empty());
  const auto findings = findings_of(*sheet, *shape);
  ASSERT_EQ(findings.size(), 4U);
  EXPECT_EQ(findings[0].code, ErrorCode::unit_of_figures);
  EXPECT_EQ(findings[2].subject.field, "region");
  EXPECT_EQ(findings[2].detail, "2|Đồng bằng sông Hồng - Red River Delta, Đông Nam Bộ - South East");
}

TEST(TablesOfYearbooks, WithHeadingsInGroupsSayWhatIsCountedOfWhom) {
  const auto sheet = read_sheet({.file = fixture("ownership_merged.csv")});
  ASSERT_VALUE(sheet);
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->title_rows, (std::vector<std::size_t>{0}));
  EXPECT_EQ(shape->header_rows, (std::vector<std::size_t>{1, 2})) << "a row that numbers the columns is none";
  EXPECT_EQ(shape->first_row, 4U);
  EXPECT_EQ(shape->of_all.period, "2007");
  ASSERT_EQ(shape->columns.size(), 9U);
  EXPECT_EQ(shape->columns[1].meaning.field, "enterprises");
  EXPECT_EQ(shape->columns[4].meaning.field, "fdi_enterprises");
  EXPECT_EQ(shape->columns[5].meaning.field, "employees");
  EXPECT_NE(shape->columns[6].meaning.field, "employees") << "those of the state are not all";
  EXPECT_NE(shape->columns[8].meaning.field, "employees");
  EXPECT_EQ(shape->columns[1].parts, (std::vector<std::size_t>{2, 3, 4}));
  EXPECT_EQ(shape->columns[5].parts, (std::vector<std::size_t>{6, 7, 8}));
  EXPECT_EQ(shape->row(7).kind, RowKind::subtotal);
  EXPECT_TRUE(shape->row(7).sums_above);
  const SumReport report = check_sums(*sheet, *shape);
  EXPECT_TRUE(report.differences.empty());
  EXPECT_EQ(report.checked, 8U + 2U * 4U);
  const auto figures = figures_of(tidy(*sheet, *shape));
  EXPECT_EQ(figures.at("Hải Phòng|2007||enterprises"), "1.105");
  EXPECT_EQ(figures.at("Hải Phòng|2007||fdi_enterprises"), "65");
  EXPECT_EQ(figures.at("Đắk Lắk|2007||employees"), "20.007");
}

TEST(TablesOfYearbooks, WithCellsThatAreMergedDownNameEachRow) {
  const auto sheet = read_sheet({.file = fixture("merged_districts.csv")});
  ASSERT_VALUE(sheet);
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(roles(*shape),
            (std::vector<std::string>{"parent", "unit_name", "period", "sector_code", "value", "ignored"}));
  for (const std::size_t column : {0, 1, 2}) EXPECT_TRUE(shape->columns[column].fills_down) << column;
  EXPECT_FALSE(shape->columns[3].fills_down);
  EXPECT_EQ(shape->columns[5].reason, "text");
  const TidyTable table = tidy(*sheet, *shape);
  ASSERT_EQ(table.rows.size(), 8U);
  EXPECT_EQ(table.rows[3].parent, "Thái Bình");
  EXPECT_EQ(table.rows[3].unit, "Kiến Xương");
  EXPECT_EQ(table.rows[3].period, "2008");
  EXPECT_EQ(table.rows[3].sector_code, "14");
  EXPECT_EQ(table.rows[3].figures.front().text, "..") << "a marker is kept as it is printed";
  const gis::io::Table made =
      long_table(table, {.unit_code = [](const TidyRow& row) -> std::optional<std::string> {
                   if (row.unit == "Tiền Hải") return std::nullopt;
                   return "D1";
                 }});
  EXPECT_EQ(made.columns, (std::vector<std::string>{"unit_code", "period", "sector_no", "employees"}));
  ASSERT_EQ(made.rows.size(), 4U);
  EXPECT_EQ(made.rows[1], (std::vector<std::string>{"D1", "2007", "14", "86"}));
  EXPECT_EQ(made.lines[1], 3U);
}

TEST(TablesOfYearbooks, BelowEachOtherAreReadOneByOne) {
  const auto sheet = read_sheet({.file = fixture("two_tables.csv")});
  ASSERT_VALUE(sheet);
  const auto first = recognise(*sheet, hints());
  ASSERT_VALUE(first);
  EXPECT_EQ(first->end_row, 4U);
  EXPECT_EQ(first->note_rows, (std::vector<std::size_t>{4}));
  EXPECT_EQ(first->other_tables, (std::vector<std::size_t>{6}));
  EXPECT_EQ(first->of_all.field, "enterprises");
  const auto findings = findings_of(*sheet, *first);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, ErrorCode::another_table);
  EXPECT_EQ(findings[0].subject.row, 7U);
  EXPECT_EQ(findings[0].detail, "2");
  RecogniseHints for_second = hints();
  for_second.from_row = first->other_tables.front();
  const auto second = recognise(*sheet, for_second);
  ASSERT_VALUE(second);
  EXPECT_EQ(second->of_all.field, "employees");
  EXPECT_EQ(second->first_row, 8U);
  EXPECT_EQ(figures_of(tidy(*sheet, *second)).at("Hải Phòng|2007||employees"), "90");
}

TEST(Recognition, TakesFiguresThatLookLikeYearsForFigures) {
  const SheetInMemory sheet(
      {{"Tỉnh", "Số doanh nghiệp"}, {"Hà Nội", "2005"}, {"Hải Phòng", "1990"}, {"Đắk Lắk", "2010"}});
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->header_rows, (std::vector<std::size_t>{0}));
  EXPECT_EQ(shape->first_row, 1U);
  EXPECT_EQ(roles(*shape), (std::vector<std::string>{"unit_name", "value"}));
}

TEST(Recognition, ReadsCodesOfSectorsAcrossAndCodesOfUnitsDown) {
  const SheetInMemory sheet({{"Lao động năm 2007"},
                             {"Mã", "Tỉnh", "Tổng số", "13", "14"},
                             {"01", "Hà Nội", "30", "10", "20"},
                             {"31", "Hải Phòng", "7", "3", "4"}});
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->first_row, 2U);
  EXPECT_EQ(roles(*shape), (std::vector<std::string>{"unit_code", "unit_name", "total", "value", "value"}));
  EXPECT_EQ(shape->columns[2].parts, (std::vector<std::size_t>{3, 4}));
  const gis::io::Table made = long_table(tidy(*sheet, *shape));
  ASSERT_EQ(made.rows.size(), 4U);
  EXPECT_EQ(made.rows[0], (std::vector<std::string>{"01", "2007", "13", "10"}));
}

TEST(Recognition, PutsQuartersUnderTheirYears) {
  const SheetInMemory sheet({{"Lao động"},
                             {"Tỉnh", "2007", "", "2008", ""},
                             {"", "Quý I", "Quý II", "Quý I", "Quý II"},
                             {"Hà Nội", "10", "11", "12", "13"},
                             {"Hải Phòng", "5", "6", "7", "8"}});
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->header_rows.size(), 2U);
  EXPECT_EQ(shape->columns[2].meaning.period, "Quý II 2007");
  EXPECT_EQ(shape->columns[3].meaning.period, "Quý I 2008");
}

TEST(Recognition, OfYearsAsRowsFindsThePeriodAndOfSectorsTheirTree) {
  const SheetInMemory years(
      {{"Năm", "Số doanh nghiệp", "Lao động"}, {"2005", "10", "100"}, {"2006", "12", "120"}});
  const auto of_years = recognise(*years, hints());
  ASSERT_VALUE(of_years);
  EXPECT_EQ(roles(*of_years), (std::vector<std::string>{"period", "value", "value"}));

  const SheetInMemory sectors({{"Mã ngành", "Ngành", "Lao động 2007"},
                               {"", "Tổng số", "60"},
                               {"C", "Chế biến", "50"},
                               {"13", "Dệt", "20"},
                               {"14", "May mặc", "30"},
                               {"D", "Điện", "10"},
                               {"35", "Phân phối điện", "10"}});
  const auto tree = recognise(*sectors, hints());
  ASSERT_VALUE(tree);
  EXPECT_EQ(roles(*tree), (std::vector<std::string>{"sector_code", "sector_name", "value"}));
  EXPECT_EQ(tree->row(1).level, 0U);
  EXPECT_EQ(tree->row(2).level, 1U);
  EXPECT_EQ(tree->row(3).level, 2U);
  const SumReport report = check_sums(*sectors, *tree);
  EXPECT_EQ(report.checked, 3U);
  EXPECT_TRUE(report.differences.empty());
}

TEST(Recognition, LetsHeadingsAmongTheRowsHoldForThoseBelow) {
  const SheetInMemory sheet({{"", "2006", "2007"},
                             {"Số doanh nghiệp - Enterprises"},
                             {"Hà Nội", "10", "12"},
                             {"Hải Phòng", "7", "9"},
                             {"Lao động - Employees"},
                             {"Hà Nội", "100", "120"},
                             {"Hải Phòng", "70", "90"}});
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->end_row, 7U);
  const auto figures = figures_of(tidy(*sheet, *shape));
  EXPECT_EQ(figures.at("Hà Nội|2007||enterprises"), "12");
  EXPECT_EQ(figures.at("Hải Phòng|2006||employees"), "70");
}

TEST(Recognition, OfUnitsWithinUnitsTakesTheFinestAndNamesWhatTheyLieIn) {
  const SheetInMemory sheet(
      {{"Mã tỉnh", "Tỉnh", "Mã huyện", "Huyện", "Mã xã", "Xã", "Ngành VSIC", "Số DN", "Số LĐ"},
       {"01", "Hà Nội", "001", "Ba Đình", "00001", "Phúc Xá", "13", "4", "120"},
       {"01", "Hà Nội", "001", "Ba Đình", "00001", "Phúc Xá", "14", "2", "33"},
       {"01", "Hà Nội", "001", "Ba Đình", "00004", "Trúc Bạch", "13", "1", "7"},
       {"01", "Hà Nội", "002", "Hoàn Kiếm", "00037", "Phúc Tân", "13", "9", "200"}});
  const auto shape = recognise(*sheet);
  ASSERT_VALUE(shape);
  EXPECT_EQ(roles(*shape), (std::vector<std::string>{"ignored", "parent", "ignored", "parent", "unit_code",
                                                     "unit_name", "sector_code", "value", "value"}));
  EXPECT_EQ(shape->columns[0].reason, "parent_code");
  const TidyTable table = tidy(*sheet, *shape);
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_EQ(table.rows[2].parent, "Ba Đình, Hà Nội");
  EXPECT_EQ(table.rows[2].unit_code, "00004");
  EXPECT_EQ(table.fields, (std::vector<std::string>{"enterprises", "employees"}));
}

TEST(Recognition, OfRowsThatCountDifferentThingsGivesEachItsField) {
  const SheetInMemory sheet({{"Chỉ tiêu", "Đơn vị tính", "2005", "2006", "2007"},
                             {"1. Số doanh nghiệp", "Doanh nghiệp", "10", "11", "12"},
                             {"Trong đó: DN FDI", "Doanh nghiệp", "3", "4", "5"},
                             {"2. Số lao động", "Người", "100", "110", "120"},
                             {"3. Doanh thu thuần", "Tỷ đồng", "1", "2", "3"}});
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(roles(*shape), (std::vector<std::string>{"field", "ignored", "value", "value", "value"}));
  EXPECT_EQ(shape->columns[1].reason, "unit_of_figures");
  const auto figures = figures_of(tidy(*sheet, *shape));
  EXPECT_EQ(figures.at("|2006||enterprises"), "11");
  EXPECT_EQ(figures.at("|2007||employees"), "120");
  EXPECT_EQ(figures.size(), 9U) << "a part is kept apart";
}

TEST(Recognition, PutsProvincesAboveTheirDistrictsByWhatTheyAre) {
  const SheetInMemory sheet({{"Địa phương", "Số doanh nghiệp 2007"},
                             {"CẢ NƯỚC", "60"},
                             {"Thành phố Hà Nội", "30"},
                             {"Quận Ba Đình", "10"},
                             {"Huyện Gia Lâm", "20"},
                             {"Tỉnh Thái Bình", "30"},
                             {"Thành phố Thái Bình", "12"},
                             {"Huyện Kiến Xương", "18"}});
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->row(2).level, 1U);
  EXPECT_EQ(shape->row(3).level, 2U);
  EXPECT_EQ(shape->row(6).level, 2U) << "a city without districts of its own";
  const SumReport report = check_sums(*sheet, *shape);
  EXPECT_EQ(report.checked, 3U);
  EXPECT_TRUE(report.differences.empty());
}

TEST(Recognition, LeavesSignaturesBelowTheTableToTheNotes) {
  const SheetInMemory sheet({{"STT", "Huyện / thị xã", "Số doanh nghiệp", "", "Số lao động (người)", ""},
                             {"", "", "Năm 2006", "Tăng (%)", "Năm 2006", "Tăng (%)"},
                             {"1", "TX. Thủ Dầu Một", "100", "20,0", "1000", "20,0"},
                             {"2", "Huyện Dĩ An", "50", "10,0", "500", "20,0"},
                             {"", "Tổng cộng", "150", "16,7", "1500", "20,0"},
                             {"Người lập biểu", "", "", "", "Bình Dương, ngày 12 tháng 3 năm 2008"}});
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(roles(*shape),
            (std::vector<std::string>{"ignored", "unit_name", "value", "value", "value", "value"}));
  EXPECT_EQ(shape->columns[0].reason, "numbering");
  EXPECT_EQ(shape->note_rows, (std::vector<std::size_t>{5}));
  EXPECT_EQ(shape->columns[4].meaning, (Meaning{.field = "employees", .period = "2006"}));
  EXPECT_NE(shape->columns[5].meaning.field, shape->columns[3].meaning.field);
  const SumReport report = check_sums(*sheet, *shape);
  EXPECT_EQ(report.not_additive, (std::vector<std::size_t>{3, 5}));
  EXPECT_TRUE(report.differences.empty());
}

TEST(Recognition, TakesTheNumberOfATableForNoFigureAndTwoColumnsOfNamesForTwoLanguages) {
  const SheetInMemory sheet({{"95", "Số lao động trong doanh nghiệp"},
                             {"", "Number of employees in enterprises"},
                             {"", "2006", "2007", ""},
                             {"CẢ NƯỚC", "30", "33", "WHOLE COUNTRY"},
                             {"Hà Nội", "10", "11", "Ha Noi"},
                             {"Đắk Lắk", "20", "22", "Dak Lak"}});
  const auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->title_rows, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(shape->first_row, 3U);
  EXPECT_EQ(shape->columns_of(ColumnRole::unit_name), (std::vector<std::size_t>{0, 3}));
  const TidyTable table = tidy(*sheet, *shape);
  EXPECT_EQ(table.rows.back().unit, "Đắk Lắk");
  EXPECT_EQ(table.rows.back().unit_in_other_language, "Dak Lak");
}

TEST(Recognition, IsCorrectedByWhoeverCallsIt) {
  const SheetInMemory sheet({{"Tỉnh", "X", "2007"}, {"Hà Nội", "4", "12"}, {"Hải Phòng", "5", "9"}});
  auto shape = recognise(*sheet, hints());
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->columns[1].meaning.field, "x");
  shape->columns[1].role = ColumnRole::ignored;
  shape->columns[2].meaning = {.field = "employees", .period = "2007", .sector = "13"};
  const gis::io::Table made = long_table(tidy(*sheet, *shape));
  ASSERT_EQ(made.rows.size(), 2U);
  EXPECT_EQ(made.rows[1], (std::vector<std::string>{"Hải Phòng", "2007", "13", "9"}));
}

TEST(Recognition, SaysWhereThereIsNoTable) {
  const SheetInMemory words({{"Ghi chú về cuộc điều tra"}, {"Không có số liệu"}});
  ASSERT_ERROR(recognise(*words, hints()), no_table_found);
  EXPECT_EQ(recognise(*words, hints()).error().detail, "2");
}

TEST(Recognition, WithoutHintsTakesTheFirstColumnOfTextForNames) {
  const SheetInMemory sheet({{"Lao động phân theo ngành kinh tế"},
                             {"", "2006", "2007"},
                             {"Khai thác", "10", "12"},
                             {"Dệt", "7", "9"}});
  const auto shape = recognise(*sheet);
  ASSERT_VALUE(shape);
  EXPECT_EQ(roles(*shape), (std::vector<std::string>{"sector_name", "value", "value"}));
}

}  // namespace
}  // namespace vicinia::test
