#include "steps/continued_sheets.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "vicinia/gis/io/table_source.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

/// In the first lines, which stand above the headings.
bool says_that_it_continues(const Sheet& sheet) {
  constexpr std::size_t looked_at = 6;
  for (std::size_t row = 0; row < std::min(sheet.rows.size(), looked_at); ++row)
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
      if (is_continued_title(sheet.at(row, column))) return true;
  return false;
}

void append(Sheet& sheet, Sheet more) {
  sheet.rows.emplace_back();
  sheet.lines.push_back(sheet.lines.empty() ? 1 : sheet.lines.back() + 1);
  for (std::size_t row = 0; row < more.rows.size(); ++row) {
    sheet.rows.push_back(std::move(more.rows[row]));
    sheet.lines.push_back(more.lines[row]);
  }
  sheet.columns = std::max(sheet.columns, more.columns);
}

}  // namespace

core::Status add_continued_sheets(const TableChoice& choice, Sheet& sheet) {
  using core::ErrorCode;
  const auto chosen = std::ranges::find(sheet.findings, ErrorCode::layer_chosen, &core::Finding::code);
  const bool is_of_several = chosen != sheet.findings.end();
  if (is_of_several) chosen->subject.field = "sheet";
  if (!is_of_several && choice.sheet.empty()) return {};
  const std::string name = choice.sheet.empty() ? chosen->subject.id : choice.sheet;
  const auto sheets = io::list_sheets(choice.file);
  if (!sheets) return core::fail(sheets.error());
  auto next = std::ranges::find(*sheets, name, &io::SheetListed::name);
  std::string continued;
  for (next = next == sheets->end() ? next : std::next(next); next != sheets->end(); ++next) {
    if (next->rows == 0) continue;
    auto more = read_sheet({.file = choice.file, .sheet = next->name});
    if (!more) return core::fail(more.error());
    if (!is_continued_title(next->name) && !says_that_it_continues(*more)) break;
    if (sheet.rows.size() + more->rows.size() > io::TableLimits{}.rows)
      return core::fail({.code = ErrorCode::table_too_large,
                         .subject = {.file = choice.file.string(), .field = "rows"},
                         .detail = std::to_string(io::TableLimits{}.rows)});
    append(sheet, *std::move(more));
    continued += (continued.empty() ? "" : ", ") + next->name;
  }
  if (!continued.empty())
    sheet.findings.push_back({.code = ErrorCode::tables_beside,
                              .subject = {.file = choice.file.string(), .field = "sheets"},
                              .detail = continued});
  return {};
}

}  // namespace vicinia::gis::imports
