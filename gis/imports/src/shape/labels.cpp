#include "shape/labels.h"

#include <algorithm>
#include <map>
#include <string>

#include "shape/grid.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/io/number_text.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {

constexpr std::size_t role_count = static_cast<std::size_t>(ColumnRole::total) + 1;

std::size_t end_of_rows(const Sheet& sheet, const TableShape& shape) {
  return std::min(shape.end_row, sheet.rows.size());
}

Labels::Labels(const Sheet& sheet, const TableShape& shape)
    : sheet_(sheet), first_(shape.first_row), by_role_(role_count), filled_from_(shape.columns.size()) {
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    by_role_[static_cast<std::size_t>(shape.columns[column].role)].push_back(column);
    if (!shape.columns[column].fills_down) continue;
    std::size_t last = shape.first_row;
    for (std::size_t row = shape.first_row; row < end_of_rows(sheet, shape); ++row) {
      if (!sheet.at(row, column).empty()) last = row;
      filled_from_[column].push_back(last);
    }
  }
}

std::string_view Labels::at(std::size_t row, std::size_t column) const {
  if (column >= filled_from_.size() || row < first_ || row - first_ >= filled_from_[column].size())
    return sheet_.at(row, column);
  return sheet_.at(filled_from_[column][row - first_], column);
}

std::string_view Labels::of(std::size_t row, ColumnRole role) const {
  for (const std::size_t column : columns(role))
    if (const std::string_view text = at(row, column); !text.empty()) return text;
  return {};
}

bool repeats_headings(const Sheet& sheet, const TableShape& shape, std::size_t row) {
  return std::ranges::any_of(shape.header_rows, [&](std::size_t header) {
    std::size_t same = 0;
    for (std::size_t column = 0; column < sheet.columns; ++column) {
      const std::string_view here = sheet.at(row, column), there = sheet.at(header, column);
      if (here.empty() != there.empty()) return false;
      if (here != there && core::names::folded(here) != core::names::folded(there)) return false;
      same += here.empty() ? 0 : 1;
    }
    // One alone may be a group above headings that come again as well.
    return same >= 2 ||
           (same == 1 && header != shape.header_rows.back() && repeats_headings(sheet, shape, row + 1));
  });
}

std::vector<std::size_t> figure_columns(const TableShape& shape) {
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < shape.columns.size(); ++column)
    if (const ColumnRole role = shape.columns[column].role;
        role == ColumnRole::value || role == ColumnRole::total)
      columns.push_back(column);
  return columns;
}

bool has_figures(const Sheet& sheet, const std::vector<std::size_t>& columns, std::size_t row) {
  return std::ranges::any_of(columns, [&](std::size_t column) {
    const std::string_view text = sheet.at(row, column);
    return !text.empty() && (is_number(text) || io::is_marker(text));
  });
}

std::vector<std::vector<std::size_t>> summed_sequences(const Sheet& sheet, const TableShape& shape) {
  const Labels labels(sheet, shape);
  const std::vector<std::size_t> figures = figure_columns(shape);
  const auto has_kind = [&](std::size_t row, ColumnRole role) {
    return std::ranges::any_of(labels.columns(role), [&](std::size_t column) {
      return kind_of_label(sheet.at(row, column)) != RowKind::figures;
    });
  };
  // The dimension that has totals among its labels, or that alone is there.
  std::size_t among_units = 0, among_sectors = 0;
  for (const RowShape& row : shape.rows) {
    if (row.kind == RowKind::heading || row.kind == RowKind::ignored || row.kind == RowKind::repeated_header)
      continue;
    among_units += has_kind(row.row, ColumnRole::unit_name) ? 1 : 0;
    among_sectors +=
        has_kind(row.row, ColumnRole::sector_name) || has_kind(row.row, ColumnRole::sector_code) ? 1 : 0;
  }
  const bool has_units =
      !labels.columns(ColumnRole::unit_name).empty() || !labels.columns(ColumnRole::unit_code).empty();
  const bool is_of_sectors = among_sectors > among_units || (!has_units && among_units == 0);

  std::map<std::string, std::size_t> sequence_of;
  std::vector<std::vector<std::size_t>> sequences;
  std::size_t heading = 0;
  for (std::size_t row = shape.first_row; row < end_of_rows(sheet, shape); ++row) {
    const RowKind kind = shape.row(row).kind;
    if (kind == RowKind::heading) ++heading;
    if (kind == RowKind::heading || kind == RowKind::ignored || kind == RowKind::repeated_header) continue;
    if (!has_figures(sheet, figures, row)) continue;
    std::string key = std::to_string(heading) + "\n" + std::string(labels.of(row, ColumnRole::period)) +
                      "\n" + std::string(labels.of(row, ColumnRole::field));
    for (const ColumnRole role : is_of_sectors
                                     ? std::vector{ColumnRole::unit_code, ColumnRole::unit_name}
                                     : std::vector{ColumnRole::sector_code, ColumnRole::sector_name})
      key.append("\n").append(labels.of(row, role));
    const auto [at, is_new] = sequence_of.try_emplace(std::move(key), sequences.size());
    if (is_new) sequences.emplace_back();
    sequences[at->second].push_back(row);
  }
  return sequences;
}

}  // namespace vicinia::gis::imports
