#include "vicinia/gis/io/numbers.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <utility>

#include "vicinia/gis/io/number_text.h"

namespace vicinia::gis::io {
namespace {

using core::Cell;
using core::ErrorCode;
using core::Result;

/// Above this a double no longer holds every whole number.
constexpr double largest_count = 9007199254740992.0;
/// Digits that surely stay below it.
constexpr std::size_t plain_digits = 15;

/// What the column says against the number, if anything.
std::optional<ErrorCode> objection(const NumberReading& reading, Quantity quantity) {
  const double number = reading.number;
  if (quantity == Quantity::share_pct) {
    if (number < 0 || number > 100) return ErrorCode::share_out_of_range;
    return std::nullopt;
  }
  if (number < 0) return ErrorCode::negative_count;
  if (quantity == Quantity::quotient) return std::nullopt;
  if (number != std::floor(number)) return ErrorCode::not_a_whole_number;
  if (number > largest_count) return ErrorCode::not_a_number;
  return std::nullopt;
}

/// Digits alone, few enough: what nearly all cells are.
std::optional<double> plain_count(std::string_view text) {
  if (text.empty() || text.size() > plain_digits) return std::nullopt;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return static_cast<double>(number);
}

void rule_out(NumberReadings& readings, Quantity quantity) {
  for (auto* reading : {&readings.point, &readings.comma})
    if (*reading && objection(**reading, quantity)) reading->reset();
}

std::string as_text(double number) {
  char digits[32];
  const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), number);
  return error == std::errc() ? std::string(std::begin(digits), end) : std::string();
}

bool holds(const std::vector<std::string>& markers, std::string_view text) {
  return std::ranges::find(markers, text) != markers.end();
}

}  // namespace

std::optional<double> number_of(std::string_view text, Quantity quantity,
                                std::optional<DecimalMark> decimal) {
  if (const auto count = plain_count(text); count && quantity != Quantity::share_pct) return count;
  NumberReadings readings = readings_of(text);
  if (readings.has_percent && quantity != Quantity::share_pct) return std::nullopt;
  if (decimal == DecimalMark::point) readings.comma.reset();
  if (decimal == DecimalMark::comma) readings.point.reset();
  rule_out(readings, quantity);
  if (!readings.point && !readings.comma) return std::nullopt;
  if (readings.point && readings.comma && readings.point->number != readings.comma->number)
    return std::nullopt;
  return (readings.point ? readings.point : readings.comma)->number;
}

NumberReader::NumberReader(const Table& table, const std::vector<NumberColumn>& columns,
                           NumberNotation notation)
    : table_(table), notation_(std::move(notation)), columns_(table.columns.size()) {
  for (const NumberColumn& column : columns) columns_[column.column] = column;
  if (notation_.decimal) return;
  for (const auto& row : table.rows)
    for (const NumberColumn& column : columns) {
      if (point_is_proven_ && comma_is_proven_) return;
      look_for_proof(row[column.column], column.quantity);
    }
}

void NumberReader::look_for_proof(std::string_view text, Quantity quantity) {
  if (text.find_first_of(".,") == std::string_view::npos) return;
  text = without_blanks(text);
  if (holds(notation_.not_published, text) || holds(notation_.zero, text)) return;
  NumberReadings readings = readings_of(text);
  if (readings.has_percent && quantity != Quantity::share_pct) return;
  rule_out(readings, quantity);
  if (readings.point.has_value() == readings.comma.has_value()) return;
  (readings.point ? point_is_proven_ : comma_is_proven_) = true;
}

core::Error NumberReader::error_at(ErrorCode code, std::size_t row, std::size_t column,
                                   std::string_view text) const {
  return {
      .code = code,
      .subject = {.file = table_.file.string(), .row = table_.lines[row], .field = table_.columns[column]},
      .detail = std::string(text)};
}

void NumberReader::note(ErrorCode code, std::string mark, std::size_t row, const NumberColumn& column) {
  const auto [at, is_new] = noted_.try_emplace({column.label, code, mark}, findings_.size(), 0);
  auto& [finding, count] = at->second;
  if (is_new) {
    findings_.push_back(error_at(code, row, column.column, {}));
    findings_.back().subject.id = std::move(mark);
  }
  findings_[finding].detail = std::to_string(++count);
}

std::optional<Cell> NumberReader::stated_marker(std::string_view text, std::size_t row,
                                                const NumberColumn& column) {
  if (holds(notation_.not_published, text)) {
    note(ErrorCode::markers_not_published, std::string(text), row, column);
    return Cell::not_published();
  }
  if (holds(notation_.zero, text)) {
    note(ErrorCode::markers_zero, std::string(text), row, column);
    return Cell::of(0);
  }
  return std::nullopt;
}

Result<NumberRead> NumberReader::read(std::size_t row, std::size_t column) {
  assert(columns_[column].column == column);
  const std::string_view text = without_blanks(table_.rows[row][column]);
  if (text.empty()) return NumberRead{};
  if (const auto marker = stated_marker(text, row, columns_[column])) return NumberRead{*marker};
  if (columns_[column].quantity == Quantity::count)
    if (const auto count = plain_count(text)) return NumberRead{Cell::of(*count)};
  return read_marked(text, row, columns_[column]);
}

Result<NumberRead> NumberReader::read_marked(std::string_view text, std::size_t row,
                                             const NumberColumn& column) {
  const auto wrong = [&](ErrorCode code) { return core::fail(error_at(code, row, column.column, text)); };
  NumberReadings readings = readings_of(text);
  if (notation_.decimal == DecimalMark::point) readings.comma.reset();
  if (notation_.decimal == DecimalMark::comma) readings.point.reset();
  const NumberReadings all = readings;
  if (!all.point && !all.comma)
    return wrong(is_marker(text) ? ErrorCode::unstated_marker : ErrorCode::not_a_number);
  if (all.has_percent && column.quantity != Quantity::share_pct) return wrong(ErrorCode::not_a_number);
  rule_out(readings, column.quantity);
  if (!readings.point && !readings.comma)
    return wrong(*objection(all.point ? *all.point : *all.comma, column.quantity));

  bool is_comma = !readings.point;
  if (readings.point && readings.comma && readings.point->number != readings.comma->number) {
    // One of the two has decimals, the other thousands, and both are three digits.
    const bool decides_point = point_is_proven_ && !comma_is_proven_;
    const bool decides_comma = comma_is_proven_ && !point_is_proven_;
    is_comma = decides_comma;
    const NumberReading& taken = is_comma ? *readings.comma : *readings.point;
    const bool is_documented = !point_is_proven_ && !comma_is_proven_ && taken.thousands == 0;
    const bool has_decimals_of_people = column.quantity == Quantity::count && taken.decimals > 0;
    if ((!decides_point && !decides_comma && !is_documented) || has_decimals_of_people) {
      const bool point_is_whole = readings.point->decimals == 0;
      const double whole = (point_is_whole ? readings.point : readings.comma)->number;
      const double part = (point_is_whole ? readings.comma : readings.point)->number;
      core::Error error =
          error_at(ErrorCode::ambiguous_number, row, column.column, as_text(whole) + "|" + as_text(part));
      error.subject.id = std::string(text);
      return core::fail(std::move(error));
    }
    if (is_documented) note(ErrorCode::assumed_decimal_points, {}, row, column);
  }
  const NumberReading& taken = is_comma ? *readings.comma : *readings.point;
  if (taken.thousands != 0) note(ErrorCode::thousands_marks, std::string(1, taken.thousands), row, column);
  if (is_comma && taken.decimals > 0) note(ErrorCode::decimal_commas, {}, row, column);
  if (all.has_percent) note(ErrorCode::percent_signs, {}, row, column);
  return NumberRead{Cell::of(taken.number), taken.decimals};
}

}  // namespace vicinia::gis::io
