/// \file written_sheets.h
/// Sheets for tests, written as files that people have.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vicinia::test {

/// What stands in a cell: a text as it is printed, and the number that a spreadsheet holds in its place.
struct WrittenCell {
  std::string text{};
  std::optional<double> number{};
  std::size_t merged_columns = 1;  ///< this one, and those to its right
};
using WrittenRows = std::vector<std::vector<WrittenCell>>;

[[nodiscard]] std::string csv_text(const WrittenRows& rows, char separator);
void write_csv(const std::filesystem::path& file, const WrittenRows& rows, char separator = ',');
/// By libxlsxwriter, with merged cells; a number is a number. Sheets by name.
void write_xlsx(const std::filesystem::path& file,
                const std::vector<std::pair<std::string, WrittenRows>>& sheets);

/// One for each text; "12" stays a text.
[[nodiscard]] WrittenRows texts(const std::vector<std::vector<std::string>>& rows);

/// What a spreadsheet gives back of the cell.
[[nodiscard]] std::string read_back(const WrittenCell& cell, bool is_of_spreadsheet);

}  // namespace vicinia::test
