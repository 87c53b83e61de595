/// \file labels.h
/// What the rows of a table are of: their labels, with those of merged cells, and which rows belong to one sum.
/// \pre the columns of the shape are set
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "vicinia/gis/imports/table_shape.h"

namespace vicinia::gis::imports {

/// One behind the last row of figures that the sheet has: a shape may be of another sheet.
[[nodiscard]] std::size_t end_of_rows(const Sheet& sheet, const TableShape& shape);

class Labels {
 public:
  /// The sheet outlives it; the columns of the shape are copied.
  Labels(const Sheet& sheet, const TableShape& shape);

  /// In a column whose blanks are filled: the text above.
  [[nodiscard]] std::string_view at(std::size_t row, std::size_t column) const;
  /// The first that is not blank; "" for none.
  [[nodiscard]] std::string_view of(std::size_t row, ColumnRole role) const;
  /// The columns of a role, in their order.
  [[nodiscard]] const std::vector<std::size_t>& columns(ColumnRole role) const {
    return by_role_[static_cast<std::size_t>(role)];
  }

 private:
  const Sheet& sheet_;
  std::size_t first_ = 0;
  std::vector<std::vector<std::size_t>> by_role_;
  std::vector<std::vector<std::size_t>>
      filled_from_;  ///< [column][row - first] the row that has the text; empty: not filled
};

/// The row has what one of the rows of headings has, cell by cell.
[[nodiscard]] bool repeats_headings(const Sheet& sheet, const TableShape& shape, std::size_t row);

/// Columns of figures, totals among them.
[[nodiscard]] std::vector<std::size_t> figure_columns(const TableShape& shape);

/// A column of figures has something in the row that is no word.
[[nodiscard]] bool has_figures(const Sheet& sheet, const std::vector<std::size_t>& columns, std::size_t row);

/// Rows with figures, apart by what they are of besides the dimension that is summed: of units by period and sector, of sectors by period and
/// unit, and by the heading above them. In order of rows.
/// \pre the kinds of rows are set
[[nodiscard]] std::vector<std::vector<std::size_t>> summed_sequences(const Sheet& sheet,
                                                                     const TableShape& shape);

}  // namespace vicinia::gis::imports
