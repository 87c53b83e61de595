// Tables such as yearbooks print them, in any mixture: what is recognised is what was made.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sstream>

#include "expect_error.h"
#include "files.h"
#include "vicinia/gis/imports/sum_checks.h"
#include "vicinia/gis/imports/tidy_table.h"
#include "words/table_words.h"
#include "yearbook.h"

namespace vicinia::test {
namespace {

using namespace gis::imports;
using Key = std::tuple<std::string, std::string, std::string>;

/// As the table comes to us: text with a separator, or a spreadsheet.
struct Medium {
  bool is_spreadsheet = false;
  char separator = ',';
};

Medium any_medium() {
  const std::size_t which = *rc::gen::inRange<std::size_t>(0, 5);
  constexpr std::array<char, 4> separators{',', ';', '\t', '|'};
  if (which == 4) return {.is_spreadsheet = true};
  return {.separator = separators[which]};
}

core::Result<Sheet> written(const Yearbook& book, const Medium& medium, const TemporaryFolder& folder) {
  const auto file = folder / (medium.is_spreadsheet ? "t.xlsx" : "t.csv");
  if (medium.is_spreadsheet)
    write_xlsx(file, {{"Bảng 1", book.rows}});
  else
    write_csv(file, book.rows, medium.separator);
  return read_sheet({.file = file});
}

std::string unit_of(const TidyRow& row) {
  std::string unit = unit_named(row.unit), sector = sector_named(row.sector);
  if (unit.empty() || sector.empty()) return unit + sector;
  return unit + "|" + sector;
}

/// RapidCheck's own words, and what was chosen.
void check_any(const char* law, const std::function<void(const YearbookChoices&, const Medium&)>& property) {
  const bool holds = rc::check(law, [&] {
    const YearbookChoices with = any_choices();
    const Medium medium = any_medium();
    std::ostringstream told;
    show(with, told);
    if (medium.is_spreadsheet) told << ", xlsx";
    RC_LOG() << told.str() << std::endl;
    property(with, medium);
  });
  EXPECT_TRUE(holds);
}

TEST(Yearbooks, AreRecognisedAsTheyWereMadeAndEveryFigureArrives) {
  const TemporaryFolder folder;
  check_any("shape and figures", [&](const YearbookChoices& with, const Medium& medium) {
    const Yearbook book = make_yearbook(with);
    const auto sheet = written(book, medium, folder);
    RC_ASSERT(sheet.has_value());
    const auto shape = recognise(*sheet, yearbook_hints());
    RC_ASSERT(shape.has_value());
    RC_LOG() << shape_text(*shape) << std::endl;
    RC_ASSERT(shape->title_rows == book.title_rows);
    RC_ASSERT(shape->header_rows == book.header_rows);
    RC_ASSERT(shape->first_row == book.first_row);
    RC_ASSERT(shape->end_row == book.end_row);
    RC_ASSERT(shape->note_rows == book.note_rows);
    RC_ASSERT(shape->unit_of_figures.empty() == !with.has_unit_line);
    std::map<std::size_t, RowKind> kinds;
    for (const RowShape& row : shape->rows) kinds[row.row] = row.kind;
    RC_ASSERT(kinds == book.kinds);

    const TidyTable table = tidy(*sheet, *shape);
    std::map<Key, std::pair<std::size_t, std::size_t>> found;
    for (const TidyRow& row : table.rows)
      for (const Figure& figure : row.figures) {
        const Key key{unit_of(row), period_key(row.period), table.fields[figure.field]};
        RC_ASSERT(found.emplace(key, std::pair(figure.row, figure.column)).second);
        RC_ASSERT(figure.text == sheet->at(figure.row, figure.column));
        const std::string printed = read_back(book.rows[figure.row][figure.column], medium.is_spreadsheet);
        RC_ASSERT(figure.text == printed);
      }
    RC_ASSERT(found == book.figures);
  });
}

TEST(Yearbooks, HaveNoDifferingSumsUntilAFigureIsChangedWhichIsThenSuspected) {
  const TemporaryFolder folder;
  check_any("sums", [&](YearbookChoices with, const Medium& medium) {
    with.has_country = true;
    with.has_missing = false;
    if (with.layout == YearbookLayout::years_as_rows) with.layout = YearbookLayout::years_across;
    Yearbook book = make_yearbook(with);
    const auto sheet = written(book, medium, folder);
    RC_ASSERT(sheet.has_value());
    const auto shape = recognise(*sheet, yearbook_hints());
    RC_ASSERT(shape.has_value());
    const SumReport report = check_sums(*sheet, *shape);
    RC_LOG() << shape_text(*shape) << std::endl;
    RC_ASSERT(report.differences.empty());
    RC_ASSERT(report.checked > 0U);
    RC_ASSERT(findings_of(*sheet, *shape, report).empty());

    const auto [row, column] = *rc::gen::elementOf(book.summed);
    RC_LOG() << "changed: row " << row << ", column " << column << std::endl;
    WrittenCell& cell = book.rows[row][column];
    const bool has_decimals = with.digits == Digits::decimal_commas;
    // By more than any rounding, in the place behind the thousands; the number of digits stays.
    const std::size_t at = cell.text.size() - (has_decimals ? 3 : 1);
    cell.text[at] = static_cast<char>(cell.text[at] >= '5' ? cell.text[at] - 4 : cell.text[at] + 4);
    std::string digits;
    std::ranges::copy_if(cell.text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    cell.number = std::stod(digits) / (has_decimals ? 10 : 1);
    const auto changed = written(book, medium, folder);
    RC_ASSERT(changed.has_value());
    const auto again = recognise(*changed, yearbook_hints());
    RC_ASSERT(again.has_value());
    const SumReport found = check_sums(*changed, *again);
    RC_ASSERT(!found.differences.empty());
    for (const SumDifference& one : found.differences) {
      RC_ASSERT(std::ranges::find(one.suspects, CellPlace{row, column}) != one.suspects.end());
    }
    RC_ASSERT(findings_of(*changed, *again, found).size() == 1U);
  });
}

TEST(Yearbooks, GiveShapesThatAreEqualAfterTheirRecipe) {
  const TemporaryFolder folder;
  check_any("recipe", [&](const YearbookChoices& with, const Medium& medium) {
    const auto sheet = written(make_yearbook(with), medium, folder);
    RC_ASSERT(sheet.has_value());
    const auto shape = recognise(*sheet, yearbook_hints());
    RC_ASSERT(shape.has_value());
    const auto back = parse_shape(shape_text(*shape));
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == *shape);
  });
}

}  // namespace
}  // namespace vicinia::test
