#include <charconv>
#include <cmath>
#include <optional>

#include "text.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::io {
namespace {

using core::Cell;
using core::ErrorCode;
using core::Result;

/// Above this a double no longer holds every whole number.
constexpr double largest_count = 9007199254740992.0;

/// Optional sign, digits, optional decimal point with digits; nothing else, so that "1,234", "12%", "1e3" and
/// "inf" are asked about rather than guessed at.
std::optional<double> plain_number(std::string_view text) {
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  if (digits.empty() || digits.find_first_not_of("0123456789.") != std::string_view::npos)
    return std::nullopt;
  if (digits.front() == '.' || digits.back() == '.') return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number == 0 ? 0.0 : number;  // never -0
}

core::Error error_at(ErrorCode code, const Table& table, std::size_t row, std::size_t column) {
  return {.code = code,
          .subject = {.file = table.file.string(), .row = table.lines[row], .field = table.columns[column]},
          .detail = table.rows[row][column]};
}

/// `check` looks at the number and names what is wrong with it, if anything is.
template <class Check>
Result<Cell> parse(const Table& table, std::size_t row, std::size_t column, Check check) {
  const std::string_view text = trimmed(table.rows[row][column]);
  if (text.empty()) return Cell::not_published();
  const auto number = plain_number(text);
  if (!number) return core::fail(error_at(ErrorCode::not_a_number, table, row, column));
  if (const std::optional<ErrorCode> wrong = check(*number))
    return core::fail(error_at(*wrong, table, row, column));
  return Cell::of(*number);
}

}  // namespace

Result<Cell> parse_count(const Table& table, std::size_t row, std::size_t column) {
  return parse(table, row, column, [](double number) -> std::optional<ErrorCode> {
    if (number < 0) return ErrorCode::negative_count;
    if (number != std::floor(number)) return ErrorCode::not_a_whole_number;
    if (number > largest_count) return ErrorCode::not_a_number;
    return std::nullopt;
  });
}

Result<Cell> parse_share_pct(const Table& table, std::size_t row, std::size_t column) {
  return parse(table, row, column, [](double number) -> std::optional<ErrorCode> {
    if (number < 0 || number > 100) return ErrorCode::share_out_of_range;
    return std::nullopt;
  });
}

Result<Cell> parse_quotient(const Table& table, std::size_t row, std::size_t column) {
  return parse(table, row, column, [](double number) -> std::optional<ErrorCode> {
    if (number < 0) return ErrorCode::negative_count;
    return std::nullopt;
  });
}

}  // namespace vicinia::gis::io
