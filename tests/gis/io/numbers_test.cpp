#include "vicinia/gis/io/numbers.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "expect_error.h"

namespace vicinia::test {
namespace {

using core::Cell;
using core::ErrorCode;
using core::Finding;
using gis::io::DecimalMark;
using gis::io::NumberColumn;
using gis::io::NumberNotation;
using gis::io::NumberRead;
using gis::io::NumberReader;
using gis::io::Quantity;
using gis::io::Table;

constexpr DecimalMark point = DecimalMark::point, comma = DecimalMark::comma;

/// One column of counts, one of shares, one of quotients; the rows begin in line 2.
constexpr std::size_t counts = 0, shares = 1, quotients = 2;

struct Reading {
  explicit Reading(std::vector<std::vector<std::string>> rows, NumberNotation notation = {})
      : table(table_of(std::move(rows))),
        reader(table,
               {{counts, Quantity::count, 0},
                {shares, Quantity::share_pct, 1},
                {quotients, Quantity::quotient, 2}},
               std::move(notation)) {}
  core::Result<NumberRead> at(std::size_t row, std::size_t column) { return reader.read(row, column); }
  static Table table_of(std::vector<std::vector<std::string>> rows) {
    Table made{
        .file = "t.csv", .columns = {"employees", "share", "lq"}, .rows = std::move(rows), .lines = {}};
    for (std::size_t row = 0; row < made.rows.size(); ++row) made.lines.push_back(row + 2);
    return made;
  }
  Table table;
  NumberReader reader;
};

std::vector<std::string> row_with(std::size_t column, const std::string& text) {
  std::vector<std::string> row(3);
  row[column] = text;
  return row;
}

/// The text alone in a table.
Reading alone(std::size_t column, const std::string& text, NumberNotation notation = {}) {
  return Reading({row_with(column, text)}, std::move(notation));
}

constexpr const char* no_break = "\xC2\xA0";
constexpr const char* narrow = "\xE2\x80\xAF";
constexpr const char* thin = "\xE2\x80\x89";

TEST(Numbers, AreReadWhereTheyHaveOneMeaning) {
  const struct {
    std::size_t column;
    std::string text;
    double number;
  } cases[] = {
      {counts, "1234", 1234},
      {counts, " 1234 ", 1234},
      {counts, "007", 7},
      {counts, "12.0", 12},
      {counts, "12,0", 12},
      {counts, "-0", 0},
      {counts, "1,234", 1234},
      {counts, "1.234", 1234},
      {counts, "1,234,567", 1234567},
      {counts, "1.234.567", 1234567},
      {counts, "12 345", 12345},
      {counts, "1 234 567", 1234567},
      {counts, "1'234'567", 1234567},
      {counts,
       "1\xE2\x80\x99"
       "234",
       1234},
      {counts, "1.234,0", 1234},
      {counts, std::string("12") + no_break + "345", 12345},
      {counts, std::string("12") + narrow + "345", 12345},
      {counts, std::string("12") + thin + "345", 12345},
      {counts, std::string(no_break) + "12" + no_break, 12},
      {shares, "57.1", 57.1},
      {shares, "57,1", 57.1},
      {shares, "1.234", 1.234},
      {shares, "1,234", 1.234},
      {shares, "57.1%", 57.1},
      {shares, "57,1 %", 57.1},
      {shares, std::string("57,1") + no_break + "%", 57.1},
      {shares, "100", 100},
      {quotients, "1.37", 1.37},
      {quotients, "1,37", 1.37},
      {quotients, "0,123", 0.123},
      {quotients, "0.123", 0.123},
      {quotients, "1.234,5", 1234.5},
      {quotients, "1,234.5", 1234.5},
      {quotients, "1 234,5", 1234.5},
      {quotients, "1234.567", 1234.567},
      {quotients, "1234,567", 1234.567},
      {quotients, "0.0", 0},
  };
  for (const auto& c : cases) {
    Reading reading = alone(c.column, c.text);
    const auto read = reading.at(0, c.column);
    ASSERT_VALUE(read) << c.text;
    EXPECT_EQ(read->cell, Cell::of(c.number)) << c.text;
  }
}

TEST(Numbers, TellZeroFromNotPublished) {
  for (const std::string& blank : {std::string(), std::string("  "), std::string(no_break)})
    EXPECT_EQ(alone(counts, blank).at(0, counts)->cell, Cell::not_published());
  for (const char* zero : {"0", "-0", "0.0", "0,0"})
    EXPECT_EQ(alone(counts, zero).at(0, counts)->cell.state(), core::CellState::zero) << zero;
}

TEST(Numbers, WithoutAMeaningAreNamedWithFileRowColumnAndText) {
  const struct {
    std::size_t column;
    const char* text;
    ErrorCode code;
  } cases[] = {
      {counts, "many", ErrorCode::not_a_number},
      {counts, "1e3", ErrorCode::not_a_number},
      {counts, "5.", ErrorCode::not_a_number},
      {counts, ".5", ErrorCode::not_a_number},
      {counts, "+5", ErrorCode::not_a_number},
      {counts, "0x10", ErrorCode::not_a_number},
      {counts, "1.2.3", ErrorCode::not_a_number},
      {counts, "1,23,456", ErrorCode::not_a_number},
      {counts, "1,234.567.890", ErrorCode::not_a_number},
      {counts, "1 23", ErrorCode::not_a_number},
      {counts, "1234,567,890", ErrorCode::not_a_number},
      {counts, "1 234'567", ErrorCode::not_a_number},
      {counts, "٣", ErrorCode::not_a_number},
      {counts, "inf", ErrorCode::not_a_number},
      {counts, "12%", ErrorCode::not_a_number},
      {quotients, "12%", ErrorCode::not_a_number},
      {counts, "% 12", ErrorCode::not_a_number},
      {counts, "--5", ErrorCode::not_a_number},
      {counts, "99999999999999999999", ErrorCode::not_a_number},
      {counts, "-400", ErrorCode::negative_count},
      {counts, "-1.234", ErrorCode::negative_count},
      {counts, "4.5", ErrorCode::not_a_whole_number},
      {counts, "4,7", ErrorCode::not_a_whole_number},
      {counts, "1.234,5", ErrorCode::not_a_whole_number},
      {shares, "100.1", ErrorCode::share_out_of_range},
      {shares, "100,1 %", ErrorCode::share_out_of_range},
      {shares, "-0.1", ErrorCode::share_out_of_range},
      {shares, "1.234.567", ErrorCode::share_out_of_range},
      {quotients, "-1", ErrorCode::negative_count},
      {counts, "-", ErrorCode::unstated_marker},
      {counts, "–", ErrorCode::unstated_marker},
      {counts, "—", ErrorCode::unstated_marker},
      {counts, "..", ErrorCode::unstated_marker},
      {counts, "...", ErrorCode::unstated_marker},
      {counts, "…", ErrorCode::unstated_marker},
      {counts, "n/a", ErrorCode::unstated_marker},
      {counts, "N/A", ErrorCode::unstated_marker},
      {counts, "x", ErrorCode::unstated_marker},
      {shares, ":", ErrorCode::unstated_marker},
      {quotients, "NaN", ErrorCode::unstated_marker},
      {quotients, "1,234", ErrorCode::ambiguous_number},
      {counts, "1.000", ErrorCode::ambiguous_number},
      {counts, "10,000", ErrorCode::ambiguous_number},
  };
  for (const auto& c : cases) {
    Reading reading = alone(c.column, c.text);
    const auto read = reading.at(0, c.column);
    ASSERT_FALSE(read.has_value()) << c.text;
    EXPECT_EQ(read.error().code, c.code) << c.text;
    EXPECT_EQ(read.error().subject.file, "t.csv");
    EXPECT_EQ(read.error().subject.row, 2U);
    EXPECT_EQ(read.error().subject.field, reading.table.columns[c.column]);
    EXPECT_EQ(c.code == ErrorCode::ambiguous_number ? read.error().subject.id : read.error().detail, c.text);
  }
}

TEST(Numbers, WithTwoMeaningsTellBoth) {
  EXPECT_EQ(alone(quotients, "1,234").at(0, quotients).error().detail, "1234|1.234");
  EXPECT_EQ(alone(counts, "10.000").at(0, counts).error().detail, "10000|10");
}

TEST(Numbers, WithTwoMeaningsGoByTheMarkThatOtherCellsProve) {
  for (const char* proof : {"12,5", "1.234.567,5", "0,125"}) {
    Reading table({row_with(quotients, "1,234"), row_with(quotients, proof), row_with(quotients, "2.345")});
    EXPECT_EQ(table.at(0, quotients)->cell, Cell::of(1.234)) << proof;
    EXPECT_EQ(table.at(2, quotients)->cell, Cell::of(2345)) << proof;
  }
  for (const char* proof : {"0.5", "12.5", "1,234,567"}) {
    Reading table({row_with(quotients, "1,234"), row_with(quotients, proof), row_with(quotients, "2.345")});
    EXPECT_EQ(table.at(0, quotients)->cell, Cell::of(1234)) << proof;
    EXPECT_EQ(table.at(2, quotients)->cell, Cell::of(2.345)) << proof;
  }
  // A count can prove it for a quotient, and the other way round.
  Reading table({{"1.234", "", "5,678"}, {"10.000", "", "0,5"}});
  EXPECT_EQ(table.at(0, quotients)->cell, Cell::of(5.678));
  EXPECT_EQ(table.at(1, counts)->cell, Cell::of(10000));
}

TEST(Numbers, WithTwoMeaningsAreErrorsWhereTheTableProvesBothMarks) {
  Reading table({row_with(quotients, "1,5"), row_with(quotients, "1.5"), row_with(quotients, "1.234")});
  EXPECT_EQ(table.at(0, quotients)->cell, Cell::of(1.5));
  EXPECT_EQ(table.at(1, quotients)->cell, Cell::of(1.5));
  ASSERT_ERROR(table.at(2, quotients), ambiguous_number);
}

TEST(Numbers, OfPeopleHaveNoDecimalsUnlessTheMarkIsStated) {
  // "10.000" in a table with decimal points is most likely 10,000 as someone else wrote it.
  Reading table({{"10.000", "", "1.5"}});
  ASSERT_ERROR(table.at(0, counts), ambiguous_number);
  EXPECT_EQ(alone(counts, "10.000", {.decimal = point}).at(0, counts)->cell, Cell::of(10));
  EXPECT_EQ(alone(counts, "10.000", {.decimal = comma}).at(0, counts)->cell, Cell::of(10000));
}

TEST(Numbers, InTheDocumentedFormatAreTakenAndToldWhereNothingIsProven) {
  Reading table({row_with(quotients, "1.234"), row_with(quotients, "2.345")});
  EXPECT_EQ(table.at(0, quotients)->cell, Cell::of(1.234));
  EXPECT_EQ(table.at(1, quotients)->cell, Cell::of(2.345));
  ASSERT_EQ(table.reader.findings().size(), 1U);
  EXPECT_EQ(table.reader.findings()[0].code, ErrorCode::assumed_decimal_points);
  EXPECT_EQ(table.reader.findings()[0].detail, "2");
}

TEST(Numbers, GoByTheMarkThatIsStated) {
  EXPECT_EQ(alone(quotients, "1,234", {.decimal = comma}).at(0, quotients)->cell, Cell::of(1.234));
  EXPECT_EQ(alone(quotients, "1,234", {.decimal = point}).at(0, quotients)->cell, Cell::of(1234));
  EXPECT_EQ(alone(counts, "1.234", {.decimal = comma}).at(0, counts)->cell, Cell::of(1234));
  ASSERT_ERROR(alone(counts, "1.234", {.decimal = point}).at(0, counts), not_a_whole_number);
  ASSERT_ERROR(alone(quotients, "1.5", {.decimal = comma}).at(0, quotients), not_a_number);
  ASSERT_ERROR(alone(quotients, "1,5", {.decimal = point}).at(0, quotients), not_a_number);
}

TEST(Numbers, TakeMarkersForWhatTheNotationSays) {
  const NumberNotation notation{.not_published = {"..", "n/a", "-9"}, .zero = {"-"}};
  EXPECT_EQ(alone(counts, "..", notation).at(0, counts)->cell, Cell::not_published());
  EXPECT_EQ(alone(counts, " n/a ", notation).at(0, counts)->cell, Cell::not_published());
  EXPECT_EQ(alone(counts, "-9", notation).at(0, counts)->cell, Cell::not_published());
  EXPECT_EQ(alone(counts, "-", notation).at(0, counts)->cell, Cell::of(0));
  ASSERT_ERROR(alone(counts, "...", notation).at(0, counts), unstated_marker);
}

TEST(Numbers, ReadOtherwiseThanLiterallyAreToldOncePerColumnAndKind) {
  Reading table({{"12", "1.5", "1.5"}, {"1,234", "2%", "1.5"}, {"2,345", "3 %", "1.5"}, {"3 456", "..", "-"}},
                {.not_published = {".."}, .zero = {"-"}});
  for (std::size_t row = 0; row < 4; ++row)
    for (const std::size_t column : {counts, shares, quotients}) ASSERT_VALUE(table.at(row, column));
  const auto is = [](const Finding& finding, ErrorCode code, std::size_t line, const char* field,
                     const char* mark, const char* count) {
    EXPECT_EQ(finding.code, code);
    EXPECT_EQ(finding.subject, (core::Subject{.file = "t.csv", .row = line, .field = field, .id = mark}));
    EXPECT_EQ(finding.detail, count);
  };
  const std::vector<Finding> findings = table.reader.findings();
  ASSERT_EQ(findings.size(), 5U);
  is(findings[0], ErrorCode::thousands_marks, 3, "employees", ",", "2");
  is(findings[1], ErrorCode::percent_signs, 3, "share", "", "2");
  is(findings[2], ErrorCode::thousands_marks, 5, "employees", " ", "1");
  is(findings[3], ErrorCode::markers_not_published, 5, "share", "..", "1");
  is(findings[4], ErrorCode::markers_zero, 5, "lq", "-", "1");
  Reading commas({{"", "1,5", ""}, {"", "2,5", ""}});
  for (std::size_t row = 0; row < 2; ++row) ASSERT_VALUE(commas.at(row, shares));
  is(commas.reader.findings().at(0), ErrorCode::decimal_commas, 2, "share", "", "2");
}

TEST(Numbers, ReadLiterallyAreNotTold) {
  Reading table({{"12", "1.5", "1.25"}, {"12.0", "100", ""}});
  for (std::size_t row = 0; row < 2; ++row)
    for (const std::size_t column : {counts, shares, quotients}) ASSERT_VALUE(table.at(row, column));
  EXPECT_TRUE(table.reader.findings().empty());
}

TEST(Numbers, CountTheirDecimals) {
  EXPECT_EQ(alone(quotients, "1.50").at(0, quotients)->decimals, 2);
  EXPECT_EQ(alone(quotients, "1.234,5").at(0, quotients)->decimals, 1);
  EXPECT_EQ(alone(shares, "57").at(0, shares)->decimals, 0);
}

/// A number of `decimals` digits behind the mark, as one convention writes it.
std::string written(long long thousandths, int decimals, DecimalMark mark, const std::string& thousands) {
  const long long scale = std::llround(std::pow(10, decimals));
  const long long units = thousandths / scale;
  std::string whole = std::to_string(units);
  if (!thousands.empty())
    for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, thousands);
  if (decimals == 0) return whole;
  std::string part = std::to_string(thousandths % scale);
  part.insert(0, static_cast<std::size_t>(decimals) - part.size(), '0');
  return whole + (mark == point ? "." : ",") + part;
}

struct Written {
  std::string text;
  double number;
};

Written any_number(std::size_t column, DecimalMark mark, const std::string& thousands) {
  const int decimals = column == counts ? 0 : *rc::gen::inRange(0, 5);
  const double scale = std::pow(10, decimals);
  const long long most =
      column == shares ? 100 * std::llround(scale) : *rc::gen::element(1000LL, 100000LL, 10000000000LL);
  const long long scaled = *rc::gen::inRange(0LL, most + 1);
  return {written(scaled, decimals, mark, thousands), std::stod(written(scaled, decimals, point, ""))};
}

/// A whole table in one convention, each cell of which is somehow written.
struct AnyTable {
  DecimalMark mark = *rc::gen::element(point, comma);
  std::string thousands =
      *rc::gen::element<std::string>("", mark == point ? "," : ".", " ", no_break, narrow, thin, "'");
  std::vector<std::vector<Written>> cells{};
  AnyTable() {
    const auto rows = *rc::gen::inRange<std::size_t>(1, 5);
    for (std::size_t row = 0; row < rows; ++row) {
      cells.emplace_back();
      for (const std::size_t column : {counts, shares, quotients})
        cells.back().push_back(any_number(column, mark, thousands));
    }
  }
  [[nodiscard]] std::vector<std::vector<std::string>> texts() const {
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : cells) {
      rows.emplace_back();
      for (const Written& cell : row) rows.back().push_back(cell.text);
    }
    return rows;
  }
};

RC_GTEST_PROP(NumbersProperty, WrittenAndReadWithTheMarkStatedAreTheSame, ()) {
  const AnyTable written;
  Reading reading(written.texts(), {.decimal = written.mark});
  for (std::size_t row = 0; row < written.cells.size(); ++row)
    for (const std::size_t column : {counts, shares, quotients}) {
      const auto read = reading.at(row, column);
      RC_ASSERT(read.has_value());
      RC_ASSERT(read->cell == Cell::of(written.cells[row][column].number));
    }
}

RC_GTEST_PROP(NumbersProperty, WrittenInEitherConventionAreReadAsWrittenOrAskedAbout, ()) {
  const AnyTable written;
  Reading reading(written.texts());
  for (std::size_t row = 0; row < written.cells.size(); ++row)
    for (const std::size_t column : {counts, shares, quotients}) {
      const auto read = reading.at(row, column);
      if (!read) {
        RC_ASSERT(read.error().code == ErrorCode::ambiguous_number);
        continue;
      }
      if (read->cell == Cell::of(written.cells[row][column].number)) continue;
      // The one exception: the documented format is taken at its word where nothing contradicts it, and told.
      RC_ASSERT(written.mark == comma);
      bool is_told = false;
      for (const Finding& finding : reading.reader.findings())
        is_told = is_told || (finding.code == ErrorCode::assumed_decimal_points &&
                              finding.subject.field == reading.table.columns[column]);
      RC_ASSERT(is_told);
    }
}

RC_GTEST_PROP(NumbersProperty, AnyBytesGiveANumberOrAnError, ()) {
  const auto text = *rc::gen::container<std::string>(
      rc::gen::element('0', '1', '9', '.', ',', ' ', '\'', '-', '%', 'x', '\xC2', '\xA0'));
  for (const std::size_t column : {counts, shares, quotients}) {
    Reading reading = alone(column, text);
    const auto read = reading.at(0, column);
    if (!read) {
      RC_ASSERT(read.error().code != ErrorCode::internal);
    } else if (read->cell.has_number()) {
      RC_ASSERT(std::isfinite(read->cell.number()) && read->cell.number() >= 0);
    }
  }
}

}  // namespace
}  // namespace vicinia::test
