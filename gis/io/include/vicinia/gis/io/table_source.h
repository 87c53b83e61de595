/// \file table_source.h
/// Where the rows of a table come from: one source for each format, chosen from a registry by what the file is called.
/// A format yields its rows as they stand in the file, the header among them; what must hold of every table (a header that names each
/// column once, rows as long as it, none that are blank) is seen to by read_table, once for all.
/// Errors:  TableTooLarge, where limits are set: nothing beyond them is kept in memory.
/// Formats: gis/io/src/tables/table_formats.cpp lists them; a new one is a file with its source and a line there.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

/// How much of a table is read before it is refused. A file may say more than it holds, and a packed one hold more than it shows.
struct TableLimits {
  std::size_t rows = 1'048'576;  ///< what a sheet of a spreadsheet holds
  std::size_t columns = 2'000;   ///< what GDAL reads of one
  std::size_t cell_bytes = std::size_t{128} << 10;
  std::size_t bytes =
      std::size_t{256}
      << 20;  ///< of the file, of what it unpacks to, and of all cells, 32 for each beside its text
};

/// A table as somebody names it.
struct TableRequest {
  std::filesystem::path file{};
  std::optional<char> separator{};  ///< of text; unset: a comma
  /// Text whose header has no comma, but one other separator, is read by that, with a SeparatorFound finding.
  bool finds_separator = false;
  std::string
      sheet{};  ///< of a book or database with several; empty: the only one, or the first that has rows
  /// Of text and of a .dbf, whatever it states itself; empty: what it states or is recognised in; else UTF-8 or, of a .dbf, ISO-8859-1.
  std::string encoding{};
  /// The first row need be no header: lines may stand above it. The separator of text, unless it is stated, is the one by which most rows
  /// have as many cells.
  bool has_lines_above = false;
  std::optional<TableLimits> limits{};  ///< unset: whatever the memory holds
};

/// A sheet of a book, or a table of a database.
struct SheetListed {
  std::string name{};    ///< empty: of a file that has one alone, and no name for it
  std::size_t rows = 0;  ///< from the first to the last that somebody wrote in, or records and the header
};

/// One row as it stands in its file.
struct TableRow {
  std::size_t line = 1;  ///< of the file or sheet at which it begins, 1 = first
  std::vector<std::string> cells{};
  bool is_cut_off = false;  ///< the file ends within it
};

class TableSource {
 public:
  TableSource() = default;
  virtual ~TableSource() = default;
  TableSource(const TableSource&) = delete;
  TableSource& operator=(const TableSource&) = delete;

  /// The next row, the header first; blank ones too. nullopt: no more. UTF-8.
  [[nodiscard]] virtual core::Result<std::optional<TableRow>> next() = 0;
  /// What was assumed or chosen so far.
  [[nodiscard]] virtual std::vector<core::Finding> findings() const { return {}; }
};
using TableSourcePtr = std::unique_ptr<TableSource>;

struct TableFormat {
  std::string_view name;                      ///< "CSV"
  std::span<const std::string_view> endings;  ///< of files, in lower case: ".csv"
  /// Errors: FileNotFound, NotReadable, and those of the format.
  core::Result<TableSourcePtr> (*open)(const TableRequest& request);
};

/// All formats; a file whose ending none of them has is text.
[[nodiscard]] std::span<const TableFormat> table_formats();
[[nodiscard]] const TableFormat& table_format_of(const std::filesystem::path& file);
/// Whether a format has the ending of this file.
[[nodiscard]] bool is_named_as_table(const std::filesystem::path& file);

/// Every sheet of a book, in its order; those without rows too. Text and PC-Axis have one.
/// Errors: those of its format, TableTooLarge.
[[nodiscard]] core::Result<std::vector<SheetListed>> list_sheets(const std::filesystem::path& file,
                                                                 const TableLimits& limits = {});

}  // namespace vicinia::gis::io
