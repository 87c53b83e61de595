#include "shape/grid.h"

#include <algorithm>
#include <array>

#include "vicinia/gis/io/number_text.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

CellKind kind_of(std::string_view text) {
  if (text.empty()) return CellKind::blank;
  if (is_number(text)) return is_period(text) ? CellKind::period : CellKind::number;
  if (io::is_marker(text)) return CellKind::marker;
  const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  constexpr std::ptrdiff_t digits_of_a_year = 4;
  return digits >= digits_of_a_year && is_period(text) ? CellKind::period : CellKind::text;
}

}  // namespace

bool is_in_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

namespace {

/// "*", "(1)", "(*)" and raised digits at the end, as often as they stand there.
std::string_view without_marks(std::string_view text) {
  constexpr std::array<std::string_view, 5> raised{"\xC2\xB9", "\xC2\xB2", "\xC2\xB3", "\xE2\x80\xA0",
                                                   "\xE2\x81\xB4"};
  constexpr std::size_t longest = 4;  // "(12)"
  for (bool is_shorter = true; is_shorter;) {
    const std::size_t before = text.size();
    text = io::without_blanks(text);
    if (text.ends_with('*')) text.remove_suffix(1);
    for (const std::string_view mark : raised)
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    if (const std::size_t open = text.rfind('(');
        open != std::string_view::npos && text.ends_with(')') && text.size() - open <= longest &&
        text.substr(open + 1, text.size() - open - 2).find_first_not_of("0123456789*") ==
            std::string_view::npos)
      text = text.substr(0, open);
    is_shorter = text.size() < before;
  }
  return text;
}

}  // namespace

std::string_view without_note_mark(std::string_view text) {
  const std::string_view number = without_marks(text);
  if (number.size() == text.size() || number.empty()) return text;
  const io::NumberReadings readings = io::readings_of(number);
  return readings.point || readings.comma ? number : text;
}

std::string_view name_without_note_mark(std::string_view text) {
  std::string_view name = without_marks(text);
  // "2)" behind a blank; a bracket that was opened before it belongs to the name.
  if (name.ends_with(')') && name.find('(') == std::string_view::npos) {
    const std::size_t blank = name.rfind(' ');
    if (blank != std::string_view::npos && is_in_digits(name.substr(blank + 1, name.size() - blank - 2)))
      name = io::without_blanks(name.substr(0, blank));
  }
  return name.empty() ? text : name;
}

bool is_number(std::string_view text) {
  text = without_note_mark(text);
  const io::NumberReadings readings = io::readings_of(text);
  // Codes with many zeros before them are numbers to look at, too.
  return readings.point || readings.comma || is_in_digits(text);
}

Grid::Grid(const Sheet& sheet) {
  kinds_.reserve(sheet.rows.size());
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    std::vector<CellKind>& kinds = kinds_.emplace_back();
    kinds.reserve(sheet.rows[row].size());
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
      kinds.push_back(kind_of(sheet.at(row, column)));
  }
}

std::size_t Grid::count(std::size_t row, CellKind kind) const {
  return row < kinds_.size() ? static_cast<std::size_t>(std::ranges::count(kinds_[row], kind)) : 0;
}

std::vector<std::size_t> Grid::filled(std::size_t row) const {
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < cells(row); ++column)
    if (kinds_[row][column] != CellKind::blank) columns.push_back(column);
  return columns;
}

}  // namespace vicinia::gis::imports
