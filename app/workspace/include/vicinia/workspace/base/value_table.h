/// \file value_table.h
/// A table on its way into a file: named columns, and values that may be missing. Every CSV and every XLSX is written by it.
/// Missing: an empty field in CSV, null in JSON, an empty cell in XLSX; zero is 0.
/// Errors:  those of xlsx_sheet.h in gis/io.
#pragma once

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/result.h"

namespace vicinia::workspace::inline base {

/// Names, with blanks between in CSV and XLSX, a list in JSON; none where it is not known.
using Names = std::optional<std::vector<std::string>>;
/// "true" and "false"; none where it cannot be told.
using Truth = std::optional<bool>;
using TableValue = std::variant<std::string, core::Cell, Names, Truth>;
using TableRow = std::vector<TableValue>;

/// A number; missing where there is none, and where it is not finite.
[[nodiscard]] inline core::Cell number_or_missing(const std::optional<double>& number) {
  return number && std::isfinite(*number) ? core::Cell::of(*number) : core::Cell::not_published();
}
/// One row after another, for parts that several tables have alike.
inline void append(TableRow& row, const TableRow& more) { row.insert(row.end(), more.begin(), more.end()); }

struct ValueTable {
  std::vector<std::string> columns{};
  std::vector<TableRow> rows{};  ///< each as long as columns

  [[nodiscard]] std::string csv() const;
  /// The same, with the mark by which spreadsheets know UTF-8: for files that people open.
  [[nodiscard]] std::string csv_for_spreadsheets() const;
  /// An array of objects.
  [[nodiscard]] nlohmann::ordered_json json() const;
  /// The bytes of a workbook with one sheet, in which numbers are numbers.
  [[nodiscard]] core::Result<std::string> xlsx(std::string_view sheet) const;
};

/// Formats that any table can be written in; some have others of their own.
enum class TableFormat : std::uint8_t { csv, json, xlsx };
/// By the ending of its name, in any case; nullopt where it is another.
[[nodiscard]] std::optional<TableFormat> table_format_of(const std::filesystem::path& file);
/// CSV for spreadsheets, or XLSX. \pre format != json, which tables write with what belongs to them besides
[[nodiscard]] core::Result<std::string> spreadsheet_bytes(const ValueTable& table, TableFormat format,
                                                          std::string_view sheet);

}  // namespace vicinia::workspace::inline base
