/// \file table_shape.h
/// What stands where in a sheet: titles, headings, the rows of figures, what each column holds, which rows are no units. It is recognised
/// from the words of tables in Vietnamese and English and from what the cells hold; it is a plain value, and whatever is wrong in it can be
/// set otherwise before `tidy` and `check_sums` read by it.
/// Shapes:  positions of rows and columns are those of the Sheet, from 0.
/// Headings: one to three rows. A blank cell in any but the lowest has the text to its left, as far as the same cell stands above both. Rows
///          that number the columns ("A", "1", "2") are passed over.
/// Periods: as core/industry/period.h reads them, also within a heading ("Lao động Sơ bộ 2008"); a quarter under its year is one period.
/// Laws:    parse_shape(shape_text(s)) == s. The same sheet and hints give the same shape.
/// Missing: what is not found is empty. A column that nothing is known of is ignored, with the reason.
/// Errors:  NoTableFound; of JSON BadDocument (field: the key).
/// Findings: AnotherTable, RowsApart, ColumnsApart, UnitOfFigures.
/// Cost:    O(cells); the callbacks are asked once for each different text, and for no more than some thousand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/bilingual_text.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/imports/sheet.h"

namespace vicinia::gis::imports {

enum class ColumnRole : std::uint8_t {
  ignored,
  unit_code,
  unit_name,
  parent,  ///< of the unit: its province
  kind,    ///< what a unit is: "Huyện"
  period,
  sector_code,
  sector_name,
  field,  ///< what the figures of the row count: "Số doanh nghiệp"
  value,
  total  ///< figures that sum those of other columns: kept apart
};

enum class RowKind : std::uint8_t {
  figures,
  region,
  country,
  of_which,  ///< a part of the row above it
  not_allocated,
  subtotal,
  heading,          ///< no figures: its text holds for the rows below
  repeated_header,  ///< the headings once more, on a new page
  ignored
};

/// "unit_code" …; as recipes and findings have them.
[[nodiscard]] std::string_view name_of(ColumnRole role);
[[nodiscard]] std::string_view name_of(RowKind kind);

/// What a figure is of, as far as a heading or a title says it.
struct Meaning {
  std::string field{};   ///< a column of observations ("employees"), or another in small letters ("area_km2")
  std::string period{};  ///< as printed: "Prel. 2008"
  std::string sector{};  ///< its code or name, as printed
  std::string unit{};
  std::string parent{};  ///< of the units below a row: the province that it is of
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

struct ColumnShape {
  std::string heading{};  ///< from the top down, with " / " between rows
  ColumnRole role = ColumnRole::ignored;
  std::string
      reason{};  ///< of an ignored one: "blank", "numbering", "parent_code", "unit_of_figures", "text"
  bool fills_down = false;           ///< a blank cell has the text above it (merged cells)
  Meaning meaning{};                 ///< of figures
  std::vector<std::size_t> parts{};  ///< columns that figures of this one are the sum of
  friend bool operator==(const ColumnShape&, const ColumnShape&) = default;
};

struct RowShape {
  std::size_t row = 0;
  RowKind kind = RowKind::figures;
  /// A row is the sum of those of the next higher level below it, up to the next row of its own or a lower one.
  std::size_t level = 0;
  bool sums_above = false;  ///< of those above it instead
  Meaning meaning{};        ///< of a heading, and of a sum of units: what holds for the rows below
  friend bool operator==(const RowShape&, const RowShape&) = default;
};

struct TableShape {
  std::vector<std::size_t> title_rows{};
  std::string unit_of_figures{};           ///< "Nghìn người - Thous. pers."; as printed above the table
  std::vector<std::size_t> header_rows{};  ///< from the top down, none that numbers columns
  std::size_t first_row = 0, end_row = 0;  ///< of figures, and one behind the last
  std::vector<ColumnShape> columns{};
  std::vector<RowShape> rows{};  ///< ascending; all that are not plain figures of the usual level
  std::size_t usual_level = 0;
  Meaning of_all{};                      ///< what titles or hints say, where headings and cells say nothing
  std::vector<std::size_t> note_rows{};  ///< below the table: notes and sources
  std::vector<std::size_t> other_tables{};  ///< where further tables of the sheet begin
  friend bool operator==(const TableShape&, const TableShape&) = default;

  /// Of a row between first_row and end_row.
  [[nodiscard]] RowShape row(std::size_t row) const;
  [[nodiscard]] std::vector<std::size_t> columns_of(ColumnRole role) const;
};

/// What a text may mean among units that lie in others, by ids of the caller's own.
struct UnitPlaces {
  std::vector<std::string> as_whole{};  ///< units that others lie in, of this name
  std::vector<std::string> within{};    ///< units that those of this name lie in
};

/// What the caller knows. Without a callback, columns are judged by their headings and places alone.
struct RecogniseHints {
  std::function<bool(std::string_view)> is_unit{};    ///< a name or code of a unit
  std::function<bool(std::string_view)> is_sector{};  ///< a name or code of a sector
  std::function<std::vector<UnitPlaces>(std::string_view)>
      places{};  ///< [frame]: units of two dates lie in different ones; tells a province above its districts
  std::string period{};      ///< of the data, where the table says none
  std::size_t from_row = 0;  ///< what stands above is passed over: for further tables
};

[[nodiscard]] core::Result<TableShape> recognise(const Sheet& sheet, const RecogniseHints& hints = {});

/// One finding for each kind, with how many there are and the first.
[[nodiscard]] std::vector<core::Finding> findings_of(const Sheet& sheet, const TableShape& shape);

/// JSON, with defaults left out.
[[nodiscard]] std::string shape_text(const TableShape& shape);
[[nodiscard]] core::Result<TableShape> parse_shape(std::string_view text);

/// "Hà Nội - Ha Noi", "Tổng số\nTotal" and "Năm / Year" in two; of one language the text stands for both. A dash within a name is none between
/// languages: "Bà Rịa - Vũng Tàu" is one, "Bà Rịa - Vũng Tàu - Ba Ria - Vung Tau" two.
[[nodiscard]] core::BilingualText in_two_languages(std::string_view text);

}  // namespace vicinia::gis::imports
