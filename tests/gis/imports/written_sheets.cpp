#include "written_sheets.h"

#include <xlsxwriter.h>

#include <array>
#include <charconv>
#include <stdexcept>

#include "files.h"

namespace vicinia::test {

std::string csv_text(const WrittenRows& rows, char separator) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += separator;
      std::string cell = row[i].text;
      const std::string special = std::string("\"\r\n") + separator;
      if (cell.find_first_of(special) != std::string::npos) {
        for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2))
          cell.insert(at, 1, '"');
        cell = "\"" + cell + "\"";
      }
      text += cell;
    }
    text += "\r\n";
  }
  return text;
}

void write_csv(const std::filesystem::path& file, const WrittenRows& rows, char separator) {
  write_file(file, csv_text(rows, separator));
}

void write_xlsx(const std::filesystem::path& file,
                const std::vector<std::pair<std::string, WrittenRows>>& sheets) {
  lxw_workbook* const book = workbook_new(file.c_str());
  if (book == nullptr) throw std::runtime_error("cannot write " + file.string());
  for (const auto& [name, rows] : sheets) {
    lxw_worksheet* const sheet = workbook_add_worksheet(book, name.c_str());
    for (std::size_t r = 0; r < rows.size(); ++r)
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        const WrittenCell& cell = rows[r][c];
        const auto row = static_cast<lxw_row_t>(r);
        const auto column = static_cast<lxw_col_t>(c);
        if (cell.merged_columns > 1)
          worksheet_merge_range(sheet, row, column, row, static_cast<lxw_col_t>(c + cell.merged_columns - 1),
                                cell.text.c_str(), nullptr);
        else if (cell.number)
          worksheet_write_number(sheet, row, column, *cell.number, nullptr);
        else if (!cell.text.empty())
          worksheet_write_string(sheet, row, column, cell.text.c_str(), nullptr);
      }
  }
  if (const lxw_error failed = workbook_close(book); failed != LXW_NO_ERROR)
    throw std::runtime_error(lxw_strerror(failed));
}

WrittenRows texts(const std::vector<std::vector<std::string>>& rows) {
  WrittenRows written;
  for (const auto& row : rows) {
    written.emplace_back();
    for (const std::string& text : row) written.back().push_back({.text = text});
  }
  return written;
}

std::string read_back(const WrittenCell& cell, bool is_of_spreadsheet) {
  if (!is_of_spreadsheet || !cell.number) return cell.text;
  std::array<char, 64> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), *cell.number);
  return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

}  // namespace vicinia::test
