/// \file sheet.h
/// One sheet of a file as its cells stand, whatever stands in them: no row is taken for a header, and blank ones count.
/// Formats: those of gis/io/table_source.h. Of a .dbf, a table of a GeoPackage and .px the first row has the names of the columns.
/// Merged cells: have their text in the first of them; the others are blank.
/// Missing: a cell that holds nothing, or lies beyond the end of its row, is an empty text.
/// Errors:  TableTooLarge, and those of the format (table.h of gis/io). A quote that is never closed is a TruncatedFile.
/// Findings: SeparatorFound, LayerChosen, those of the encoding.
/// Cost:    O(bytes); all cells are kept in memory, within the limits.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/table_source.h"

namespace vicinia::gis::imports {

struct Sheet {
  std::filesystem::path file{};
  std::string name{};  ///< as it was asked for; empty: the only one, or the first that has rows
  std::vector<std::vector<std::string>> rows{};  ///< without the blank cells at the end of each
  std::vector<std::size_t>
      lines{};              ///< [row] of the file, 1 = first; of a sheet the number that a spreadsheet shows
  std::size_t columns = 0;  ///< of the widest row
  std::vector<core::Finding> findings{};

  /// Without blanks around it.
  [[nodiscard]] std::string_view at(std::size_t row, std::size_t column) const;
};

/// \param request  its limits, unless they are set, are those of TableLimits
[[nodiscard]] core::Result<Sheet> read_sheet(io::TableRequest request);

/// "A", "Z", "AA": as spreadsheets name the columns. \param column  from 0
[[nodiscard]] std::string column_letters(std::size_t column);

}  // namespace vicinia::gis::imports
