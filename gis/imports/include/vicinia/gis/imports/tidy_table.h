/// \file tidy_table.h
/// The rows of a sheet as a data set reads them: one for each unit, period and sector, each figure with the cell that it comes from.
/// Rows and columns that sum others are kept apart with what they are.
/// Shapes:  rows × columns of figures → rows × fields; years, sectors or units across become rows.
/// Missing: a cell that holds nothing gives no figure; a marker such as "-" is kept as its text.
/// Laws:    every cell of a column of figures that is not blank, in rows first_row to end_row that are no headings, comes out once.
/// Errors:  none: what a shape says beyond the sheet is not there.
/// Cost:    O(cells log rows).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/gis/imports/sheet.h"
#include "vicinia/gis/imports/table_shape.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::imports {

/// The field of figures of which the table does not say what they count.
inline constexpr std::string_view unnamed_field = "value";

struct Figure {
  std::size_t field = 0;            ///< of TidyTable::fields
  std::string text{};               ///< as printed
  std::size_t row = 0, column = 0;  ///< of the sheet
  friend bool operator==(const Figure&, const Figure&) = default;
};

struct TidyRow {
  std::string unit{}, unit_in_other_language{}, unit_code{}, parent{}, unit_kind{};
  std::string period{};
  std::string sector{}, sector_code{};
  std::vector<Figure> figures{};  ///< each field once
  friend bool operator==(const TidyRow&, const TidyRow&) = default;

  [[nodiscard]] const Figure* figure(std::size_t field) const;
};

/// A row that is none of a unit and a sector, or what a column of totals says of one.
struct RowApart {
  RowKind kind = RowKind::subtotal;
  bool is_of_total_column = false;
  TidyRow row{};
  friend bool operator==(const RowApart&, const RowApart&) = default;
};

struct TidyTable {
  std::filesystem::path file{};
  std::vector<std::string> fields{};  ///< "employees", or any other
  std::vector<TidyRow> rows{};        ///< in order of their first figure
  std::vector<RowApart> apart{};
  std::vector<std::size_t> lines{};  ///< [row of the sheet] of the file
};

[[nodiscard]] TidyTable tidy(const Sheet& sheet, const TableShape& shape);

/// What rows are called in a data set; nullopt: the row is left out.
struct Codes {
  std::function<std::optional<std::string>(const TidyRow&)> unit_code{};
  std::function<std::optional<std::string>(const TidyRow&)> sector_no{};
};

/// A long table of observations (resources/data/README.md): unit_code, period, sector_no, and the fields of the table that observations have.
/// Without a callback, the code that the row has, else its name, stands for the code. `lines` are those of the first figure of each row.
[[nodiscard]] io::Table long_table(const TidyTable& table, const Codes& codes = {});

}  // namespace vicinia::gis::imports
