// Tables that are cut to fit a page, that have marks of notes, figures in thousands beside others, or sectors among their provinces: what they
// say is what they would say in one plain table.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <sstream>
#include <tuple>

#include "expect_error.h"
#include "files.h"
#include "shape/side_by_side.h"
#include "vicinia/gis/imports/import.h"
#include "vicinia/gis/imports/sum_checks.h"
#include "vicinia/gis/imports/tidy_table.h"
#include "yearbook.h"

namespace vicinia::test {
namespace {

using namespace gis::imports;
namespace io = gis::io;
namespace fs = std::filesystem;

const Known& program_knows() {
  static const Known all = known_in(VICINIA_RESOURCES_DIR);
  return all;
}

/// Unit, sector, period and field → what is printed.
using Said = std::map<std::tuple<std::string, std::string, std::string, std::string>, std::string>;

struct Read {
  Said said{};
  std::size_t checked = 0, differing = 0;
  std::size_t other_tables = 0;
};

std::optional<Read> read_of(const WrittenRows& rows, bool is_spreadsheet) {
  const TemporaryFolder folder;
  const auto file = folder / (is_spreadsheet ? "t.xlsx" : "t.csv");
  if (is_spreadsheet)
    write_xlsx(file, {{"Bảng 1", rows}});
  else
    write_csv(file, rows);
  auto sheet = read_sheet({.file = file});
  if (!sheet) return std::nullopt;
  put_below_each_other(*sheet);
  const auto shape = recognise(*sheet, yearbook_hints());
  if (!shape) return std::nullopt;
  RC_LOG() << shape_text(*shape) << std::endl;
  Read read{.other_tables = shape->other_tables.size()};
  const TidyTable table = tidy(*sheet, *shape);
  for (const TidyRow& row : table.rows)
    for (const Figure& figure : row.figures)
      if (!read.said
               .try_emplace(
                   {unit_named(row.unit), sector_named(row.sector), row.period, table.fields[figure.field]},
                   figure.text)
               .second)
        return std::nullopt;
  const SumReport sums = check_sums(*sheet, *shape);
  read.checked = sums.checked;
  read.differing = sums.differences.size();
  return read;
}

/// With whole country and regions left to their own tests, so that any row may stand on any page.
YearbookChoices any_table(bool has_sums) {
  YearbookChoices with = any_choices();
  with.layout = *rc::gen::element(YearbookLayout::years_across, YearbookLayout::sectors_across);
  with.has_repeated_header = with.total_stands_below = with.has_part = false;
  with.has_regions = with.has_country = has_sums;
  with.has_missing = false;
  with.units = *rc::gen::inRange<std::size_t>(6, 14);
  return with;
}

void append(std::vector<WrittenCell>& cells, const std::vector<WrittenCell>& more, std::size_t from) {
  cells.resize(from);
  cells.insert(cells.end(), more.begin(), more.end());
}

RC_GTEST_PROP(TablesCutForAPage, BesideEachOtherSayWhatTheyWouldBelow, ()) {
  const YearbookChoices with = any_table(*rc::gen::arbitrary<bool>());
  std::ostringstream told;
  show(with, told);
  RC_LOG() << told.str() << std::endl;
  const Yearbook book = make_yearbook(with);
  const bool is_spreadsheet = *rc::gen::arbitrary<bool>();
  const auto plain = read_of(book.rows, is_spreadsheet);
  RC_ASSERT(plain.has_value());

  std::size_t width = 0;
  for (const std::size_t row : book.header_rows) width = std::max(width, book.rows[row].size());
  const std::size_t gap = *rc::gen::inRange<std::size_t>(0, 2), pages = *rc::gen::inRange<std::size_t>(2, 4),
                    rows = book.end_row - book.first_row, on_a_page = (rows + pages - 1) / pages;
  WrittenRows cut(book.rows.begin(),
                  book.rows.begin() + static_cast<std::ptrdiff_t>(book.first_row + on_a_page));
  for (std::size_t page = 1; page < pages; ++page) {
    for (std::size_t row = book.header_rows.front(); row < book.first_row; ++row)
      append(cut[row], book.rows[row], page * (width + gap));
    for (std::size_t i = 0; i < on_a_page && page * on_a_page + i < rows; ++i)
      append(cut[book.first_row + i], book.rows[book.first_row + page * on_a_page + i], page * (width + gap));
  }
  cut.insert(cut.end(), book.rows.begin() + static_cast<std::ptrdiff_t>(book.end_row), book.rows.end());
  RC_LOG() << csv_text(cut, ',') << std::endl;
  const auto beside = read_of(cut, is_spreadsheet);
  RC_ASSERT(beside.has_value());
  RC_ASSERT(beside->said == plain->said);
  RC_ASSERT(beside->checked == plain->checked);
  RC_ASSERT(beside->differing == 0U);
}

RC_GTEST_PROP(TablesCutForAPage, ContinuedUnderTheirTitleAreOne, ()) {
  const YearbookChoices with = any_table(true);
  std::ostringstream told;
  show(with, told);
  RC_LOG() << told.str() << std::endl;
  const Yearbook book = make_yearbook(with);
  const bool is_spreadsheet = *rc::gen::arbitrary<bool>();
  const auto plain = read_of(book.rows, is_spreadsheet);
  RC_ASSERT(plain.has_value());

  const std::size_t rows = book.end_row - book.first_row;
  const std::size_t before = *rc::gen::inRange<std::size_t>(3, rows - 1);
  const auto at = [&](std::size_t row) { return book.rows.begin() + static_cast<std::ptrdiff_t>(row); };
  WrittenRows cut(book.rows.begin(), at(book.first_row + before));
  for (std::size_t blank = *rc::gen::inRange<std::size_t>(0, 3); blank > 0; --blank) cut.emplace_back();
  const std::string how = *rc::gen::element<std::string>("(Tiếp theo) ", "(Cont.) ", "");
  for (const std::size_t row : book.title_rows) {
    cut.push_back(book.rows[row]);
    for (WrittenCell& cell : cut.back())
      if (!cell.text.empty()) cell.text = how + cell.text;
  }
  for (const std::size_t row : book.header_rows) cut.push_back(book.rows[row]);
  cut.insert(cut.end(), at(book.first_row + before), book.rows.end());
  RC_LOG() << csv_text(cut, ',') << std::endl;
  const auto continued = read_of(cut, is_spreadsheet);
  RC_ASSERT(continued.has_value());
  RC_ASSERT(continued->said == plain->said);
  RC_ASSERT(continued->checked == plain->checked);
  RC_ASSERT(continued->differing == 0U);
  RC_ASSERT(continued->other_tables == 0U);
}

TEST(TablesCutForAPage, AreNotThoseThatHaveTitlesOfTheirOwn) {
  Sheet sheet{.columns = 5};
  sheet.rows = {{"Nhiều doanh nghiệp nhất", "", "", "Nhiều lao động nhất"},
                {"Tỉnh", "2007", "", "Tỉnh", "2007"},
                {"Hà Nội", "10", "", "Hải Phòng", "100"},
                {"Bình Dương", "20", "", "Đà Nẵng", "200"}};
  sheet.lines = {1, 2, 3, 4};
  const auto before = sheet.rows;
  EXPECT_EQ(put_below_each_other(sheet), 1u);
  EXPECT_EQ(sheet.rows, before);
}

TEST(TablesCutForAPage, ContinuedOnTheNextSheetsAreOne) {
  const TemporaryFolder folder;
  const auto titles = texts({{"Số doanh nghiệp phân theo địa phương"}, {"", "2005", "2006"}});
  auto with = [&](const std::string& before, const WrittenRows& rows) {
    WrittenRows all = titles;
    all[0][0].text = before + all[0][0].text;
    all.insert(all.end(), rows.begin(), rows.end());
    return all;
  };
  write_xlsx(
      folder / "sách.xlsx",
      {{"95", with("", texts({{"CẢ NƯỚC", "60", "66"}, {"Hà Nội", "10", "11"}, {"Hải Phòng", "20", "22"}}))},
       {"95 (tiếp)", with("", texts({{"Đà Nẵng", "5", "6"}, {"Cần Thơ", "15", "16"}}))},
       {"tr. 97", with("(Tiếp theo) ", texts({{"Cà Mau", "3", "4"}, {"Gia Lai", "7", "7"}}))},
       {"96", with("", texts({{"Hà Nội", "1", "2"}, {"Đà Nẵng", "3", "4"}}))}});
  const auto taken = take_tables({.tables = {{.file = folder / "sách.xlsx"}}}, program_knows());
  ASSERT_VALUE(taken);
  EXPECT_EQ(taken->tables.front().rows.rows.size(), 12u) << "six provinces, two years";
  EXPECT_EQ(taken->tables.front().sums.checked, 2u);
  EXPECT_TRUE(taken->tables.front().sums.differences.empty());
  const auto told = std::ranges::find(taken->findings, core::ErrorCode::tables_beside, &core::Finding::code);
  ASSERT_NE(told, taken->findings.end());
  EXPECT_EQ(told->detail, "95 (tiếp), tr. 97");
}

TEST(FiguresInThousands, OfOneColumnAreMultipliedAndThoseBesideThemAreNot) {
  const TemporaryFolder folder;
  for (const auto& [above, heading] :
       std::vector<std::pair<std::string, std::string>>{{"", "Lao động (Nghìn người)"},
                                                        {"Đơn vị tính: Nghìn người", "Lao động"},
                                                        {"", "Employees - 1000 persons (Thous. pers.)"}}) {
    write_file(folder / "t.csv", "Doanh nghiệp và lao động 2007,,\n" + above + ",,\nTỉnh,Số doanh nghiệp," +
                                     heading + "\nHà Nội,\"1.100\",\"12,5\"\nHải Phòng,200,\"7,25\"\n");
    const auto taken = take_tables({.tables = {{.file = folder / "t.csv"}}}, program_knows());
    ASSERT_VALUE(taken);
    const TableTaken& one = taken->tables.front();
    std::map<std::string, std::vector<std::string>> said;
    for (const TidyRow& row : one.rows.rows)
      for (const Figure& figure : row.figures) said[one.rows.fields[figure.field]].push_back(figure.text);
    EXPECT_EQ(said["employees"], (std::vector<std::string>{"12500", "7250"})) << above << heading;
    EXPECT_EQ(said["enterprises"], (std::vector<std::string>{"1.100", "200"})) << above << heading;
    EXPECT_EQ(one.choice.numbers.decimal, io::DecimalMark::comma);
  }
}

/// One table, the units that it speaks of, and its figures of employees.
struct Taken {
  std::vector<std::string> names{}, fields{};
  std::optional<io::DecimalMark> decimal{};
  std::string level{};
};
Taken taken_of(const std::string& csv) {
  const TemporaryFolder folder;
  write_file(folder / "t.csv", csv);
  const Known& known = program_knows();
  const auto taken = take_tables({.tables = {{.file = folder / "t.csv"}}}, known);
  if (!taken) return {};
  Taken one{.fields = taken->tables.front().rows.fields,
            .decimal = taken->tables.front().choice.numbers.decimal};
  for (const NamedRow& row : taken->names) one.names.push_back(row.name.name);
  const fs::path data = folder / "data";
  fs::create_directories(data);
  const auto boundaries = take_boundaries({}, *taken, known, data);
  if (boundaries) one.level = boundaries->units.frame.levels()[boundaries->units.frame.levels().finest()].id;
  return one;
}

TEST(TablesAtAGlance, HaveTheDecimalMarkThatAnyOfTheirColumnsProves) {
  const Taken one = taken_of(
      "Lao động 2023,,\nTỉnh,Lao động,Doanh thu (tỷ đồng)\nHà Nội,\"1.000\",\"33,5\"\nHải Phòng,\"2.000\",\"66,0\"\n");
  EXPECT_EQ(one.decimal, io::DecimalMark::comma);
}

TEST(TablesAtAGlance, KnowUnitsWithNumbersBeforeThem) {
  EXPECT_EQ(taken_of("Số lao động theo tỉnh\n,2023\nTỔNG SỐ,30\n1. Hà Nội,10\n2. Hải Phòng,20\n").names,
            (std::vector<std::string>{"Hà Nội", "Hải Phòng"}));
}

TEST(TablesAtAGlance, DoNotTakeEnterprisesOfASizeForAllOfThem) {
  const Taken one = taken_of(
      "Doanh nghiệp theo quy mô 2023,,,,\nTỉnh,DN siêu nhỏ,DN nhỏ,DN vừa,DN lớn,Tổng số DN\n"
      "Hà Nội,50,30,15,5,100\nHải Phòng,100,60,30,10,200\n");
  EXPECT_EQ(std::ranges::count(one.fields, "enterprises"), 1);
  EXPECT_EQ(taken_of("Tỉnh,Doanh nghiệp nhỏ và vừa 2023\nHà Nội,5\nHải Phòng,6\n").fields,
            std::vector<std::string>{"smes"});
}

TEST(TablesAtAGlance, DoNotTakeFlowsPartsAndRatiosForCounts) {
  for (const char* heading :
       {"Số DN thành lập mới", "Số doanh nghiệp giải thể", "Lao động qua đào tạo", "Số lao động mất việc",
        "Số lao động đăng ký", "Số doanh nghiệp/1000 dân", "Số lao động/1 km2", "DN < 10 lao động"}) {
    const Taken one = taken_of(std::string("Tỉnh,Tổng lao động,Tổng số DN,") + heading +
                               "\nHà Nội,600,60,6\nQuảng Ninh,400,40,4\n");
    EXPECT_EQ(std::ranges::count(one.fields, "employees"), 1) << heading;
    EXPECT_EQ(std::ranges::count(one.fields, "enterprises"), 1) << heading;
  }
  EXPECT_EQ(taken_of("Tỉnh,Số DN FDI\nHà Nội,60\nQuảng Ninh,40\n").fields,
            std::vector<std::string>{"fdi_enterprises"});
}

TEST(TablesAtAGlance, KeepSectorsThatStandUnderOfWhich) {
  const Taken one = taken_of(
      "Số doanh nghiệp năm 2022 phân theo ngành và địa phương,,,\n,Tổng số,Trong đó,\n,,Khai khoáng,Xây dựng\n"
      "Hà Nội,600,200,100\nQuảng Ninh,400,100,50\n");
  EXPECT_EQ(one.fields, std::vector<std::string>{"enterprises"});
}

TEST(TablesAtAGlance, OfProvincesAreNotPutOnTheirTowns) {
  EXPECT_EQ(taken_of("Tỉnh,Lao động 2024\nBắc Ninh,10\nHưng Yên,20\nPhú Thọ,30\n").level, "province");
  EXPECT_EQ(taken_of("Huyện,Lao động 2007\nBắc Ninh,10\nYên Phong,20\nQuế Võ,30\n").level, "district");
}

TEST(FiguresInThousands, AreNotSaidByTheNameOfAUnit) {
  const TemporaryFolder folder;
  write_file(folder / "t.csv",
             "Lao động 2007,,\nNgành,Triệu Phong,Triệu Sơn\nDệt,110,120\nXây dựng,200,210\n");
  const auto taken = take_tables({.tables = {{.file = folder / "t.csv"}}}, program_knows());
  ASSERT_VALUE(taken);
  std::vector<std::string> said;
  for (const TidyRow& row : taken->tables.front().rows.rows)
    for (const Figure& figure : row.figures) said.push_back(row.unit + " " + figure.text);
  EXPECT_EQ(said, (std::vector<std::string>{"Triệu Phong 110", "Triệu Sơn 120", "Triệu Phong 200",
                                            "Triệu Sơn 210"}));
}

RC_GTEST_PROP(MarksOfNotes, BehindFiguresChangeNone, ()) {
  YearbookChoices with = any_table(true);
  const Yearbook book = make_yearbook(with);
  const auto plain = read_of(book.rows, false);
  RC_ASSERT(plain.has_value());
  WrittenRows marked = book.rows;
  for (const auto& [key, place] : book.figures)
    if (*rc::gen::inRange(0, 4) == 0)
      marked[place.first][place.second].text +=
          *rc::gen::element<std::string>("*", " (1)", "(*)", "²", " **", "(12)");
  const auto read = read_of(marked, false);
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->said == plain->said);
  RC_ASSERT(read->differing == 0U);
}

TEST(MarksOfNotes, BehindNamesAreNoPartOfThem) {
  const TemporaryFolder folder;
  write_file(
      folder / "t.csv",
      "Lao động 2007,\nTỉnh,Người\nHà Nội (1),10\nThái Bình 2),20\nHà Tây*,30\nCà Mau²,40\n\"Bà Rịa - Vũng Tàu (*)\",50\n");
  const auto taken = take_tables({.tables = {{.file = folder / "t.csv"}}}, program_knows());
  ASSERT_VALUE(taken);
  std::vector<std::string> names;
  for (const NamedRow& one : taken->names) names.push_back(one.name.name);
  EXPECT_EQ(names,
            (std::vector<std::string>{"Hà Nội", "Thái Bình", "Hà Tây", "Cà Mau", "Bà Rịa - Vũng Tàu"}));
}

/// Names of provinces and sectors that the program knows, in one column.
struct Interleaving {
  std::string csv{};
  Said said{};
};
Interleaving interleaved(bool are_units_outside, bool has_sums, bool has_country, unsigned seed) {
  const std::vector<std::string> provinces{"Hà Nội", "Hải Phòng", "Đà Nẵng", "Bình Dương"},
      sectors{"Công nghiệp chế biến", "Xây dựng", "Khai khoáng"};
  const auto& outer = are_units_outside ? provinces : sectors;
  const auto& inner = are_units_outside ? sectors : provinces;
  Interleaving made;
  std::vector<unsigned> of_inner(inner.size());
  std::string body;
  unsigned all = 0;
  for (const std::string& whole : outer) {
    unsigned sum = 0;
    std::string rows;
    for (std::size_t i = 0; i < inner.size(); ++i) {
      const unsigned figure = 10 + (seed = seed * 1103515245U + 12345U) / 65536U % 900U;
      sum += figure;
      of_inner[i] += figure;
      rows += inner[i] + "," + std::to_string(figure) + "\n";
      made.said[{are_units_outside ? whole : inner[i], are_units_outside ? inner[i] : whole, "2007",
                 "employees"}] = std::to_string(figure);
    }
    all += sum;
    body += whole + "," + (has_sums ? std::to_string(sum) : "") + "\n" + rows;
  }
  made.csv = "Số lao động phân theo địa phương và ngành\n,2007\n";
  if (has_country) {
    made.csv += "CẢ NƯỚC," + std::to_string(all) + "\n";
    if (are_units_outside)
      for (std::size_t i = 0; i < inner.size(); ++i)
        made.csv += inner[i] + "," + std::to_string(of_inner[i]) + "\n";
  }
  made.csv += body;
  return made;
}

RC_GTEST_PROP(UnitsAndSectorsInOneColumn, AreToldApartWhicheverStandsAbove, ()) {
  const bool has_sums = *rc::gen::arbitrary<bool>();
  const Interleaving table = interleaved(*rc::gen::arbitrary<bool>(), has_sums, *rc::gen::arbitrary<bool>(),
                                         *rc::gen::arbitrary<unsigned>());
  RC_LOG() << table.csv << std::endl;
  const TemporaryFolder folder;
  write_file(folder / "bảng.csv", table.csv);
  const auto taken = take_tables({.tables = {{.file = folder / "bảng.csv"}}}, program_knows());
  RC_ASSERT(taken.has_value());
  const TableTaken& one = taken->tables.front();
  Said said;
  for (const TidyRow& row : one.rows.rows)
    for (const Figure& figure : row.figures)
      said[{row.unit, row.sector, row.period, one.rows.fields[figure.field]}] = figure.text;
  RC_ASSERT(said == table.said);
  RC_ASSERT(one.sums.differences.empty());
}

}  // namespace
}  // namespace vicinia::test
