#include "steps/scaled_figures.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "vicinia/core/names/folding.h"

namespace vicinia::gis::imports {
namespace {

constexpr std::size_t group = 3;  ///< digits between marks of thousands

/// A number as printed: its digits and marks, without blanks. nullopt: it is none.
std::optional<std::string> digits_and_marks(std::string_view text) {
  std::string kept;
  for (const char c : core::names::plain_text(text)) {
    if (c == ' ') continue;
    const bool is_sign = (c == '-' || c == '+') && kept.empty();
    if ((c < '0' || c > '9') && c != '.' && c != ',' && !is_sign) return std::nullopt;
    kept += c;
  }
  if (kept.find_first_of("0123456789") == std::string::npos) return std::nullopt;
  return kept;
}

/// What one number says of the mark before decimals.
struct Proof {
  std::optional<char> decimal{};
  bool is_open = false;  ///< "1.234": either
};

Proof proof_of(std::string_view number) {
  const std::size_t last = number.find_last_of(".,");
  if (last == std::string_view::npos) return {};
  const char mark = number[last], other = mark == '.' ? ',' : '.';
  if (number.find(other) != std::string_view::npos) return {.decimal = mark};
  if (number.find(mark) != last) return {.decimal = other};  // "1.234.567"
  if (number.size() - last - 1 != group) return {.decimal = mark};
  const std::string_view whole = number.substr(number.find_first_of("0123456789."), last);
  return whole.size() > group || whole.starts_with('0') || whole.empty() ? Proof{.decimal = mark}
                                                                         : Proof{.is_open = true};
}

std::string with_decimal(std::string_view number, char decimal) {
  std::string text;
  for (const char c : number) {
    if (c == decimal)
      text += '.';
    else if (c != '.' && c != ',' && c != '+')
      text += c;
  }
  return text;
}

/// The mark that is stated, or that all proofs agree on.
std::optional<char> decimal_mark_of(const TidyTable& table, const io::NumberNotation& notation) {
  if (notation.decimal) return *notation.decimal == io::DecimalMark::comma ? ',' : '.';
  std::optional<char> mark;
  for (const TidyRow& row : table.rows)
    for (const Figure& figure : row.figures)
      if (const auto number = digits_and_marks(figure.text))
        if (const Proof proof = proof_of(*number); proof.decimal) {
          if (mark && *mark != *proof.decimal) return std::nullopt;
          mark = proof.decimal;
        }
  return mark;
}

}  // namespace

double scale_said_by(const std::string& unit_of_figures) {
  const std::string words = " " + core::names::folded(unit_of_figures) + " ";
  const auto has = [&](std::string_view word) {
    return words.find(" " + std::string(word)) != std::string::npos;
  };
  if (has("nghin ") || has("ngan ") || has("thous")) return 1e3;
  if (has("trieu ") || has("mill")) return 1e6;
  return 1;
}

core::Status scale_figures(TidyTable& table, double scale, const io::NumberNotation& notation) {
  if (scale == 1) return {};
  const std::optional<char> decimal = decimal_mark_of(table, notation);
  for (TidyRow& row : table.rows)
    for (Figure& figure : row.figures) {
      const auto number = digits_and_marks(figure.text);
      if (!number) continue;
      const Proof proof = proof_of(*number);
      if (proof.is_open && !decimal)
        return core::fail(
            {.code = core::ErrorCode::ambiguous_number,
             .subject = {.file = table.file.string(),
                         .row = figure.row < table.lines.size() ? std::optional(table.lines[figure.row])
                                                                : std::nullopt,
                         .id = figure.text},
             .detail = with_decimal(*number, '\0') + "|" +
                       with_decimal(*number, (*number)[number->find_first_of(".,")])});
      const std::string plain = with_decimal(*number, decimal.value_or(proof.decimal.value_or('.')));
      double value = 0;
      const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
      if (read.ec != std::errc() || read.ptr != plain.data() + plain.size()) continue;
      figure.text = std::to_string(std::llround(value * scale));
    }
  return {};
}

}  // namespace vicinia::gis::imports
