/// \file grid.h
/// What kind of text stands in each cell.
/// Cost:    O(cells), once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/gis/imports/sheet.h"

namespace vicinia::gis::imports {

enum class CellKind : std::uint8_t {
  blank,
  number,
  marker,  ///< "-", "..": no number, in place of one
  period,  ///< a year, or a text that says a time; a number may be both, and what it is, the cells around it tell
  text
};

class Grid {
 public:
  explicit Grid(const Sheet& sheet);

  [[nodiscard]] CellKind kind(std::size_t row, std::size_t column) const {
    return row < kinds_.size() && column < kinds_[row].size() ? kinds_[row][column] : CellKind::blank;
  }
  [[nodiscard]] std::size_t count(std::size_t row, CellKind kind) const;
  [[nodiscard]] std::size_t cells(std::size_t row) const {
    return row < kinds_.size() ? kinds_[row].size() : 0;
  }
  /// Of the cells that are not blank.
  [[nodiscard]] std::vector<std::size_t> filled(std::size_t row) const;
  [[nodiscard]] bool is_blank(std::size_t row) const { return filled(row).empty(); }
  /// A number, or a marker in place of one.
  [[nodiscard]] bool is_figure(std::size_t row, std::size_t column) const {
    const CellKind one = kind(row, column);
    return one == CellKind::number || one == CellKind::marker;
  }

 private:
  std::vector<std::vector<CellKind>> kinds_;
};

/// Written in digits alone.
[[nodiscard]] bool is_in_digits(std::string_view text);
[[nodiscard]] bool is_number(std::string_view text);
/// The number without the mark of a note behind it: "110*", "330 (1)", "12²". What is no number stays as it is.
[[nodiscard]] std::string_view without_note_mark(std::string_view text);
/// The same of a name: "Hà Nội (1)", "Thái Bình 2)", "Hà Tây*". What is nothing but marks stays.
[[nodiscard]] std::string_view name_without_note_mark(std::string_view text);

}  // namespace vicinia::gis::imports
