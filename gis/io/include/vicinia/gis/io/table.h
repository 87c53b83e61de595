/// \file table.h
/// Tables of any format that table_source.h lists, each row with its line in the file.
/// Missing: an empty field comes as an empty string.
/// Errors:  FileNotFound, NotReadable, BadEncoding (not UTF-8), EmptyTable, WrongSeparator (the header has one
///          column and another separator stands in it), WrongColumnCount (detail "found, expected"; also a column twice, and a
///          quote that is never closed), MissingColumn. Rows of a wrong count come chained, see core/base/error_list.h; a file that is no text at all
///          is a BadEncoding whose field says what it is ("file:office"). Of other formats also NotAVectorFile, UnknownName (no such sheet),
///          TruncatedFile.
/// Findings: of the format: SeparatorFound, LayerChosen (of several sheets), EncodingUnknown.
/// Cost:    O(bytes).
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/table_source.h"

namespace vicinia::gis::io {

struct Table {
  std::filesystem::path file{};
  std::vector<std::string> columns{};
  std::vector<std::vector<std::string>> rows{};
  std::vector<std::size_t>
      lines{};  ///< [row] line of the file or sheet at which the row begins; of a DBF 1 = header
  std::vector<core::Finding> findings{};  ///< what was assumed or chosen

  [[nodiscard]] core::Result<std::size_t> column(std::string_view name) const;
  [[nodiscard]] bool has_column(std::string_view name) const;
};

/// A header row, and rows as long as it; blank lines, and rows with nothing but empty fields, are passed over.
[[nodiscard]] core::Result<Table> read_table(const TableRequest& request);
[[nodiscard]] inline core::Result<Table> read_table(const std::filesystem::path& file, char separator = ',') {
  return read_table(TableRequest{.file = file, .separator = separator});
}

}  // namespace vicinia::gis::io
