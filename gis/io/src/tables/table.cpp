#include "vicinia/gis/io/table.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/guard.h"
#include "base/text.h"
#include "tables/table_formats.h"
#include "vicinia/core/base/error_list.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/core/text/characters.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;

/// Texts that hold what nobody sees: how many, and the first.
class HiddenCharacters {
 public:
  /// Takes them out: blanks that are none around the text, and what is invisible anywhere.
  /// \param is_name  of a column: then within it as well
  void take_out(std::string& text, bool is_name, std::size_t line, const std::string& column) {
    if (std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; })) return;
    namespace ct = core::text;
    const auto found = ct::hidden_characters(text);
    const auto is_taken = [&](const ct::HiddenCharacter& one) {
      if (one.kind == ct::HiddenKind::invisible) return true;
      if (one.kind == ct::HiddenKind::eth) return is_name;
      if (one.kind != ct::HiddenKind::blank) return false;
      return is_name || text.find_first_not_of(" \xC2\xA0\t", one.at) == std::string::npos ||
             text.find_last_not_of(" \xC2\xA0\t", one.at) == std::string::npos;
    };
    const auto first = std::ranges::find_if(found, is_taken);
    if (first == found.end()) return;
    const std::string plain = core::names::plain_text(text);
    std::string cleaned = is_name ? ct::with_vietnamese_d(plain) : plain;
    if (cleaned == text) return;
    if (count_++ == 0)
      finding_ = {.code = ErrorCode::hidden_characters,
                  .subject = {.row = line, .field = column, .id = cleaned},
                  .detail = ct::name_of(first->character)};
    text = std::move(cleaned);
  }
  void tell(std::vector<core::Finding>& findings, const std::string& file) {
    if (count_ == 0) return;
    finding_.subject.file = file;
    finding_.detail = std::to_string(count_) + "|" + finding_.detail;
    findings.push_back(finding_);
  }

 private:
  std::size_t count_ = 0;
  core::Finding finding_{};
};

/// A column that is there twice.
std::optional<Error> header_error(const std::vector<std::string>& columns, const std::string& file) {
  for (auto column = columns.begin(); column != columns.end(); ++column)
    if (const auto first = std::find(columns.begin(), column, *column); !column->empty() && first != column)
      return Error{.code = ErrorCode::column_twice,
                   .subject = {.file = file, .row = 1, .field = *column},
                   .detail = std::to_string(first - columns.begin() + 1) + "|" +
                             std::to_string(column - columns.begin() + 1)};
  return std::nullopt;
}

Result<Table> read(const TableRequest& request) {
  const std::string name = request.file.string();
  const auto source = table_format_of(request.file).open(request);
  if (!source) return core::fail(source.error());
  Table table{.file = request.file};
  core::ErrorList errors;
  HiddenCharacters hidden;
  while (true) {
    auto next = (*source)->next();
    if (!next) return core::fail(next.error());
    if (!*next) break;
    TableRow& row = **next;
    if (is_blank(row) && !row.is_cut_off) continue;
    if (table.columns.empty()) {
      for (std::string& column : row.cells) {
        hidden.take_out(column, true, row.line, {});
        table.columns.emplace_back(trimmed(column));
      }
      if (const auto error = header_error(table.columns, name)) return core::fail(*error);
      continue;
    }
    if (row.is_cut_off || row.cells.size() != table.columns.size()) {
      errors.add({.code = ErrorCode::wrong_column_count,
                  .subject = {.file = name, .row = row.line},
                  .detail = std::to_string(row.cells.size()) + ", " + std::to_string(table.columns.size())});
      continue;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      hidden.take_out(row.cells[i], false, row.line, table.columns[i]);
    table.lines.push_back(row.line);
    table.rows.push_back(std::move(row.cells));
  }
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  if (table.rows.empty()) return core::fail({.code = ErrorCode::empty_table, .subject = {.file = name}});
  table.findings = (*source)->findings();
  hidden.tell(table.findings, name);
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
