#include "shape/grid.h"

#include <algorithm>

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

bool is_number(std::string_view text) {
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
