#include "vicinia/gis/io/table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/guard.h"
#include "base/text.h"
#include "tables/table_formats.h"
#include "vicinia/core/base/error_list.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

/// A column that is there twice.
std::optional<Error> header_error(const std::vector<std::string>& columns, const std::string& file) {
  for (auto column = columns.begin(); column != columns.end(); ++column)
    if (!column->empty() && std::find(columns.begin(), column, *column) != column)
      return Error{.code = ErrorCode::wrong_column_count,
                   .subject = {.file = file, .row = 1, .field = *column},
                   .detail = "2, 1"};
  return std::nullopt;
}

Result<Table> read(const TableRequest& request) {
  const std::string name = request.file.string();
  const auto source = table_format_of(request.file).open(request);
  if (!source) return core::fail(source.error());
  Table table{.file = request.file};
  core::ErrorList errors;
  while (true) {
    auto next = (*source)->next();
    if (!next) return core::fail(next.error());
    if (!*next) break;
    TableRow& row = **next;
    if (is_blank(row) && !row.is_cut_off) continue;
    if (table.columns.empty()) {
      for (const std::string& column : row.cells) table.columns.emplace_back(trimmed(column));
      if (const auto error = header_error(table.columns, name)) return core::fail(*error);
      continue;
    }
    if (row.is_cut_off || row.cells.size() != table.columns.size()) {
      errors.add({.code = ErrorCode::wrong_column_count,
                  .subject = {.file = name, .row = row.line},
                  .detail = std::to_string(row.cells.size()) + ", " + std::to_string(table.columns.size())});
      continue;
    }
    table.lines.push_back(row.line);
    table.rows.push_back(std::move(row.cells));
  }
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  if (table.rows.empty()) return core::fail({.code = ErrorCode::empty_table, .subject = {.file = name}});
  table.findings = (*source)->findings();
  return table;
}

/// What tables before version 2 of the manifest call the column; the name itself where it is the same.
std::string_view older_name_of(std::string_view name) {
  return name == "fdi_enterprises" ? std::string_view("fdi_firms") : name;
}

}  // namespace

Result<std::size_t> Table::column(std::string_view name) const {
  for (const std::string_view one : {name, older_name_of(name)})
    if (const auto at = std::ranges::find(columns, one); at != columns.end())
      return static_cast<std::size_t>(at - columns.begin());
  std::string there;
  for (const std::string& column : columns) there += (there.empty() ? "" : ", ") + column;
  return core::fail({.code = ErrorCode::missing_column,
                     .subject = {.file = file.string(), .field = std::string(name)},
                     .detail = there});
}

bool Table::has_column(std::string_view name) const { return column(name).has_value(); }

Result<Table> read_table(const TableRequest& request) {
  return guarded(request.file.string(), [&] { return read(request); });
}

}  // namespace vicinia::gis::io
