#include "steps/scaled_figures.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
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

/// Texts are folded, with a blank at both ends.
std::string in_blanks(std::string_view text) { return " " + core::names::folded(text) + " "; }

bool says(std::string_view words, std::initializer_list<std::string_view> any) {
  return std::ranges::any_of(
      any, [&](std::string_view word) { return words.find(word) != std::string_view::npos; });
}

/// 1,000, 1,000,000, or 1: it says no number.
double multiple_in(std::string_view words) {
  if (says(words, {" nghin ", " ngan ", " thous"}) || words.starts_with(" 1000 ") ||
      words.starts_with(" 1 000 "))
    return 1e3;
  if (says(words, {" trieu ", " mill"})) return 1e6;
  return 1;
}

bool speaks_of_people(std::string_view words) {
  return says(words, {" nguoi ", " lao dong ", " person", " people ", " pers ", " worker", " employee"});
}
bool speaks_of_enterprises(std::string_view words) {
  return says(words, {" doanh nghiep ", " dn ", " enterprise", " firm"});
}

/// Of what a unit says for a whole table: "Nghìn người" says nothing of enterprises.
double multiple_for(std::string_view words, std::string_view field) {
  const double multiple = multiple_in(words);
  if (multiple == 1) return 1;
  const bool is_of_enterprises = field == "enterprises" || field == "smes" || field == "fdi_enterprises";
  if (is_of_enterprises && speaks_of_people(words) && !speaks_of_enterprises(words)) return 1;
  if (field == "employees" && speaks_of_enterprises(words) && !speaks_of_people(words)) return 1;
  const bool is_ratio = field == "lq" || field.ends_with("_pct");
  return is_ratio ? 1 : multiple;
}

/// What stands in brackets at the end of a heading, or behind its last comma.
std::string unit_in_heading(std::string_view heading) {
  const std::size_t open = heading.rfind('(');
  if (open != std::string_view::npos && heading.find(')', open) != std::string_view::npos)
    return in_blanks(heading.substr(open, heading.find(')', open) - open));
  const std::size_t comma = heading.rfind(',');
  return comma == std::string_view::npos ? std::string() : in_blanks(heading.substr(comma));
}

/// Whether a heading says in what its own figures count, be it in single people.
bool states_a_unit(std::string_view heading) {
  const std::string unit = unit_in_heading(heading);
  return speaks_of_people(unit) || speaks_of_enterprises(unit);
}

}  // namespace

FigureScales::FigureScales(const Sheet& sheet, const TableShape& shape, double stated)
    : sheet_(sheet), shape_(shape), stated_(stated) {
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    const ColumnShape& one = shape.columns[column];
    headings_.push_back(in_blanks(one.heading));
    if ((one.role == ColumnRole::ignored && one.reason == "unit_of_figures") || one.role == ColumnRole::field)
      units_of_rows_.push_back(column);
  }
}

double FigureScales::of(const Figure& figure, std::string_view field) const {
  if (stated_ != 0) return stated_;
  if (figure.column < headings_.size()) {
    const ColumnShape& column = shape_.columns[figure.column];
    const std::string& heading = column.heading;
    if (column.meaning.unit.empty()) {  // "Triệu Phong" is a district
      if (const std::string words = unit_in_heading(heading); multiple_in(words) != 1)
        return multiple_for(words, field);
      if (says(headings_[figure.column],
               {" nghin nguoi ", " ngan nguoi ", " nghin lao dong ", " nghin doanh nghiep ", " thous pers ",
                " thousand persons ", " thousand people ", " thousand enterprises ", " trieu nguoi ",
                " million persons "}))
        return multiple_for(headings_[figure.column], field);
    }
    if (states_a_unit(heading)) return 1;
  }
  for (const std::size_t column : units_of_rows_)
    if (const std::string_view text = sheet_.at(figure.row, column); !text.empty()) {
      const std::string words = in_blanks(text);
      if (multiple_in(words) != 1 || shape_.columns[column].role == ColumnRole::ignored)
        return multiple_for(words, field);
    }
  // "Lao động (Nghìn người)" as a title
  if (shape_.unit_of_figures.empty())
    for (const std::size_t row : shape_.title_rows)
      for (std::size_t column = 0; column < sheet_.columns; ++column)
        if (const std::string_view title = sheet_.at(row, column); title.find('(') != std::string_view::npos)
          if (const std::string words = unit_in_heading(title); multiple_in(words) != 1)
            return multiple_for(words, field);
  return multiple_for(in_blanks(shape_.unit_of_figures), field);
}

std::optional<io::DecimalMark> decimal_proved_by(const TidyTable& table) {
  const auto mark = decimal_mark_of(table, {});
  if (!mark) return std::nullopt;
  return *mark == ',' ? io::DecimalMark::comma : io::DecimalMark::point;
}

core::Result<FiguresScaled> scale_figures(TidyTable& table, const FigureScales& scales,
                                          const io::NumberNotation& notation) {
  FiguresScaled made;
  std::optional<char> decimal;
  std::optional<double> all;
  bool is_decimal_known = false;
  for (TidyRow& row : table.rows)
    for (Figure& figure : row.figures) {
      const double scale = scales.of(figure, table.fields[figure.field]);
      if (!all) all = scale;
      if (*all != scale) made.all = 0;
      if (scale == 1) continue;
      if (std::ranges::find(made.multiplied, figure.column) == made.multiplied.end())
        made.multiplied.push_back(figure.column);
      if (!is_decimal_known) decimal = decimal_mark_of(table, notation);
      is_decimal_known = true;
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
  if (made.all != 0) made.all = all.value_or(1);
  if (decimal) made.decimal = *decimal == ',' ? io::DecimalMark::comma : io::DecimalMark::point;
  return made;
}

}  // namespace vicinia::gis::imports
