/// \file table_size.h
/// What a file holds, looked through before anything is made of it: a few bytes may unpack to all of the memory, and a header may state
/// more records than there are.
/// Errors:  TableTooLarge, TruncatedFile (a DBF that ends before the records that it states). What cannot be looked through is left to
///          the reader, which says what is wrong with it.
/// Cost:    O(bytes, unpacked) for spreadsheets, and no more of them than may be; else a look at the beginning.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/io/table_source.h"

namespace vicinia::gis::io {

/// \param what  "file", "unpacked", "rows", "columns", "cell", "cells"
[[nodiscard]] core::Error too_large(const std::string& file, std::string_view what, std::size_t limit,
                                    std::optional<std::size_t> row = std::nullopt);

/// The bytes of a file of the file system.
[[nodiscard]] core::Status check_file_size(const std::filesystem::path& file, const TableLimits& limits);

/// What a spreadsheet (.xlsx, .xlsm, .ods) unpacks to, and the rows and columns that it tells of.
[[nodiscard]] core::Status check_book_size(const std::filesystem::path& file, const TableLimits& limits);

/// Whether a .dbf is as long as its header says.
[[nodiscard]] core::Status check_dbf_size(const std::filesystem::path& file);

}  // namespace vicinia::gis::io
