#include <algorithm>
#include <array>
#include <map>

#include "shape/columns.h"
#include "shape/grid.h"
#include "shape/known_texts.h"
#include "shape/row_kinds.h"
#include "shape/rows.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/imports/table_shape.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Finding;
using core::Result;

/// Titles stand above the headings; what the figures count may stand there too, or beside and below them.
void find_titles(const Sheet& sheet, const Grid& grid, std::size_t from, TableShape& shape) {
  for (std::size_t row = from; row < shape.first_row; ++row) {
    if (std::ranges::find(shape.header_rows, row) != shape.header_rows.end()) continue;
    bool is_title = false;
    for (const std::size_t column : grid.filled(row)) {
      const std::string_view text = sheet.at(row, column);
      if (auto unit = unit_of_figures_in(text); unit && shape.unit_of_figures.empty())
        shape.unit_of_figures = *std::move(unit);
      else if (!unit && grid.kind(row, column) == CellKind::text)
        is_title = true;
    }
    const bool is_above = shape.header_rows.empty() || row < shape.header_rows.front();
    if (is_title && is_above) shape.title_rows.push_back(row);
  }
  // Where nothing says so in words, a text at the right end of the line above the headings.
  if (!shape.unit_of_figures.empty() || shape.title_rows.size() < 2) return;
  const std::size_t last = shape.title_rows.back();
  const std::vector<std::size_t> filled = grid.filled(last);
  if (filled.size() != 1 ||
      filled.front() <= grid.filled(shape.title_rows[shape.title_rows.size() - 2]).back())
    return;
  shape.unit_of_figures = core::names::plain_text(sheet.at(last, filled.front()));
  shape.title_rows.pop_back();
}

/// Below the figures, up to what belongs to the next table.
void find_notes(const Grid& grid, const Sheet& sheet, const Block& block, std::size_t end,
                TableShape& shape) {
  const bool has_next = !shape.other_tables.empty();
  for (std::size_t row = block.end; row < end; ++row) {
    if (grid.is_blank(row)) {
      if (has_next && row > block.end) break;
      continue;
    }
    if (has_next && !is_note(sheet.at(row, grid.filled(row).front()))) break;
    shape.note_rows.push_back(row);
  }
}

std::string joined_list(const std::vector<std::string>& texts) {
  constexpr std::size_t most = 3;
  std::string list;
  for (std::size_t i = 0; i < texts.size() && i < most; ++i) list += (i == 0 ? "" : ", ") + texts[i];
  return texts.size() > most ? list + " …" : list;
}

}  // namespace

Result<TableShape> recognise(const Sheet& sheet, const RecogniseHints& hints) {
  const Grid grid(sheet);
  KnownTexts known(hints);
  RowFinder rows(sheet, grid, known);
  const auto block = rows.block_from(hints.from_row);
  if (!block)
    return core::fail({.code = ErrorCode::no_table_found,
                       .subject = {.file = sheet.file.string()},
                       .detail = std::to_string(sheet.rows.size())});
  TableShape shape{.first_row = block->first, .end_row = block->end};
  shape.header_rows = rows.header_rows(*block, hints.from_row);
  find_titles(sheet, grid, hints.from_row, shape);
  find_columns(sheet, grid, known, shape);
  find_row_kinds(sheet, known, shape);
  find_total_columns(sheet, grid, shape);
  if (shape.of_all.period.empty()) shape.of_all.period = hints.period;

  std::size_t notes_end = sheet.rows.size();
  for (std::size_t from = block->next_headings; from < sheet.rows.size();) {
    const auto next = rows.block_from(from);
    if (!next) break;
    const std::vector<std::size_t> headers = rows.header_rows(*next, block->end);
    const std::size_t begin = headers.empty() ? next->first : headers.front();
    if (shape.other_tables.empty()) notes_end = begin;
    // Titles above it are its own: whoever reads it begins there.
    std::size_t title = begin;
    while (title > block->end && !grid.is_blank(title - 1) &&
           !is_note(sheet.at(title - 1, grid.filled(title - 1).front())))
      --title;
    if (std::ranges::find(shape.other_tables, title) != shape.other_tables.end()) break;
    shape.other_tables.push_back(title);
    from = next->next_headings;
  }
  find_notes(grid, sheet, *block, notes_end, shape);
  return shape;
}

RowShape TableShape::row(std::size_t row) const {
  const auto at = std::ranges::lower_bound(rows, row, {}, &RowShape::row);
  if (at != rows.end() && at->row == row) return *at;
  return {.row = row, .kind = RowKind::figures, .level = usual_level};
}

std::vector<std::size_t> TableShape::columns_of(ColumnRole role) const {
  std::vector<std::size_t> found;
  for (std::size_t column = 0; column < columns.size(); ++column)
    if (columns[column].role == role) found.push_back(column);
  return found;
}

std::vector<Finding> findings_of(const Sheet& sheet, const TableShape& shape) {
  std::vector<Finding> findings;
  const std::string file = sheet.file.string();
  const auto line_of = [&](std::size_t row) { return row < sheet.lines.size() ? sheet.lines[row] : row + 1; };
  const auto label_of = [&](std::size_t row) {
    for (const std::size_t column : shape.columns_of(ColumnRole::unit_name))
      if (const std::string_view text = sheet.at(row, column); !text.empty())
        return core::names::plain_text(text);
    for (std::size_t column = 0; column < sheet.columns; ++column)
      if (const std::string_view text = sheet.at(row, column); !text.empty())
        return core::names::plain_text(text);
    return std::string();
  };
  if (!shape.unit_of_figures.empty())
    findings.push_back(
        {.code = ErrorCode::unit_of_figures, .subject = {.file = file}, .detail = shape.unit_of_figures});
  for (const RowKind kind : {RowKind::country, RowKind::region, RowKind::not_allocated, RowKind::of_which,
                             RowKind::subtotal, RowKind::heading}) {
    std::vector<std::string> labels;
    std::size_t first = 0;
    for (const RowShape& one : shape.rows) {
      if (one.kind != kind) continue;
      if (labels.empty()) first = one.row;
      labels.push_back(label_of(one.row));
    }
    if (labels.empty()) continue;
    findings.push_back({.code = ErrorCode::rows_apart,
                        .subject = {.file = file, .row = line_of(first), .field = std::string(name_of(kind))},
                        .detail = std::to_string(labels.size()) + "|" + joined_list(labels)});
  }
  std::vector<std::string> ignored;
  for (std::size_t column = 0; column < shape.columns.size(); ++column)
    if (const ColumnShape& one = shape.columns[column];
        one.role == ColumnRole::ignored && one.reason != "blank")
      ignored.push_back(one.heading.empty() ? column_letters(column) : one.heading);
  if (!ignored.empty())
    findings.push_back({.code = ErrorCode::columns_apart,
                        .subject = {.file = file},
                        .detail = std::to_string(ignored.size()) + "|" + joined_list(ignored)});
  if (!shape.other_tables.empty())
    findings.push_back({.code = ErrorCode::another_table,
                        .subject = {.file = file, .row = line_of(shape.other_tables.front())},
                        .detail = std::to_string(shape.other_tables.size() + 1)});
  return findings;
}

}  // namespace vicinia::gis::imports
