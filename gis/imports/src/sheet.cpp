#include "vicinia/gis/imports/sheet.h"

#include <algorithm>
#include <exception>
#include <new>
#include <optional>
#include <utility>

#include "vicinia/gis/io/number_text.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Result;

core::Error too_large(const std::string& file, const char* what, std::size_t limit, std::size_t line) {
  return {.code = ErrorCode::table_too_large,
          .subject = {.file = file, .row = line, .field = what},
          .detail = std::to_string(limit)};
}

Result<Sheet> read(const io::TableRequest& request) {
  const std::string name = request.file.string();
  const io::TableLimits& limits = *request.limits;
  const auto source = io::table_format_of(request.file).open(request);
  if (!source) return core::fail(source.error());
  Sheet sheet{.file = request.file, .name = request.sheet};
  std::size_t bytes = 0;
  while (true) {
    auto next = (*source)->next();
    if (!next) return core::fail(next.error());
    if (!*next) break;
    io::TableRow& row = **next;
    if (row.is_cut_off)
      return core::fail(
          {.code = ErrorCode::truncated_file, .subject = {.file = name, .row = row.line}, .detail = "\""});
    if (sheet.rows.size() == limits.rows) return core::fail(too_large(name, "rows", limits.rows, row.line));
    while (!row.cells.empty() && io::without_blanks(row.cells.back()).empty()) row.cells.pop_back();
    if (row.cells.size() > limits.columns)
      return core::fail(too_large(name, "columns", limits.columns, row.line));
    for (const std::string& cell : row.cells) {
      if (cell.size() > limits.cell_bytes)
        return core::fail(too_large(name, "cell", limits.cell_bytes, row.line));
      bytes += sizeof(std::string) + cell.size();
    }
    bytes += sizeof(std::vector<std::string>);
    if (bytes > limits.bytes) return core::fail(too_large(name, "cells", limits.bytes, row.line));
    sheet.columns = std::max(sheet.columns, row.cells.size());
    row.cells.shrink_to_fit();
    sheet.lines.push_back(row.line);
    sheet.rows.push_back(std::move(row.cells));
  }
  while (!sheet.rows.empty() && sheet.rows.back().empty()) {
    sheet.rows.pop_back();
    sheet.lines.pop_back();
  }
  if (sheet.rows.empty()) return core::fail({.code = ErrorCode::empty_table, .subject = {.file = name}});
  sheet.findings = (*source)->findings();
  return sheet;
}

}  // namespace

std::string_view Sheet::at(std::size_t row, std::size_t column) const {
  if (row >= rows.size() || column >= rows[row].size()) return {};
  return io::without_blanks(rows[row][column]);
}

Result<Sheet> read_sheet(io::TableRequest request) {
  request.has_lines_above = true;
  if (!request.limits) request.limits = io::TableLimits{};
  const std::string name = request.file.string();
  try {
    return read(request);
  } catch (const std::bad_alloc&) {
    return core::fail(
        {.code = ErrorCode::file_not_readable, .subject = {.file = name}, .detail = "out of memory"});
  } catch (const std::exception& e) {
    return core::fail({.code = ErrorCode::internal, .subject = {.file = name}, .detail = e.what()});
  }
}

std::string column_letters(std::size_t column) {
  constexpr std::size_t letters = 26;
  std::string text;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / letters)
    text.insert(text.begin(), static_cast<char>('A' + (rest - 1) % letters));
  return text;
}

}  // namespace vicinia::gis::imports
