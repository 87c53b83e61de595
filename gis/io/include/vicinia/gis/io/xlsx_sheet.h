/// \file xlsx_sheet.h
/// One table as the bytes of an XLSX workbook: a bold header that stays in sight and filters, numbers as numbers, in no locale.
/// Missing: a cell that holds nothing; never a zero and never an empty text.
/// Errors:  InvalidArgument: what a sheet cannot hold (detail: what the library said): more than 1,048,576 rows or 16,384 columns, a text of
///          more than 32,767 characters. FileNotWritable: no room for the temporary files of the library.
/// Cost:    O(cells), with all of them in memory.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

/// A text is UTF-8 and stays a text, also where it looks like a number: codes keep their zeros.
using SheetCell = std::variant<std::monostate, double, bool, std::string_view>;

struct Sheet {
  std::string name{};  ///< what no sheet's name may hold is left out of it, and what is too long
  std::vector<std::string> columns{};
  std::vector<std::vector<SheetCell>> rows{};  ///< each as long as columns; numbers are finite
};

[[nodiscard]] core::Result<std::string> xlsx_bytes(const Sheet& sheet);

}  // namespace vicinia::gis::io
