#include "shape/rows.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "vicinia/core/names/folding.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {

bool RowFinder::numbers_columns(std::size_t row) const {
  const std::vector<std::size_t> filled = grid_.filled(row);
  if (filled.size() < 2) return false;
  std::size_t expected = 0, numbers = 0;
  int next_letter = 'A';
  bool are_in_order = true;
  for (const std::size_t column : filled) {
    std::string text(sheet_.at(row, column));
    std::erase_if(text, [](char c) { return c == '(' || c == ')' || c == '[' || c == ']' || c == ' '; });
    if (text.size() == 1 && std::isalpha(static_cast<unsigned char>(text[0])) != 0) {
      are_in_order = are_in_order && std::toupper(static_cast<unsigned char>(text[0])) == next_letter++;
      continue;
    }
    // "3=1+2", "3 = (1)/(2)"
    const std::string number = text.substr(0, text.find_first_of("=:"));
    if (!is_in_digits(number) || number.size() > 2) return false;
    const auto value = static_cast<std::size_t>(std::stoul(number));
    if (expected != 0 && value != expected) return false;
    if (expected == 0 && value > 2) return false;
    expected = value + 1;
    ++numbers;
  }
  const bool begins_with_1 = expected == numbers + 1;
  return numbers >= 2 || (numbers == 1 && begins_with_1 && are_in_order);
}

bool RowFinder::has_known_label(std::size_t row, const std::vector<std::size_t>& but) {
  for (const std::size_t column : grid_.filled(row)) {
    const CellKind kind = grid_.kind(row, column);
    if (but.empty() && (kind == CellKind::number || kind == CellKind::period)) return false;
    if (kind != CellKind::text || std::ranges::binary_search(but, column)) continue;
    const std::string_view text = sheet_.at(row, column);
    if (kind_of_label(text) != RowKind::figures || known_.is_unit(text) || known_.is_sector(text))
      return true;
  }
  return false;
}

/// "Tỉnh | 10 | 11 | 13": codes of sectors as headings.
bool RowFinder::has_sector_headings(std::size_t row) {
  std::set<std::string_view> codes;
  for (const std::size_t column : grid_.filled(row)) {
    if (grid_.kind(row, column) != CellKind::number) continue;
    const std::string_view text = sheet_.at(row, column);
    if (!known_.is_sector(text) || !codes.insert(text).second) return false;
  }
  if (codes.size() < 2) return false;
  const std::string_view label = sheet_.at(row, grid_.filled(row).front());
  return kind_of_label(label) == RowKind::figures && !known_.is_unit(label) && !known_.is_sector(label);
}

bool RowFinder::has_figures(std::size_t row) {
  const std::size_t numbers = grid_.count(row, CellKind::number),
                    markers = grid_.count(row, CellKind::marker),
                    periods = grid_.count(row, CellKind::period), texts = grid_.count(row, CellKind::text);
  if (numbers + markers + periods == 0 || numbers_columns(row)) return false;
  if (numbers == 0) {
    // A year of a unit that stands above, and a mark where its figure would be.
    if (texts == 0 && periods == 1 && markers > 0) return true;
    // Years, or figures that look like them.
    if (periods == 0) return markers > 0 && texts > 0 && has_known_label(row);
    return texts > 0 && has_known_label(row);
  }
  if (texts == 0 && numbers + periods < 2) return false;
  if (numbers == 1 && texts > 0 && markers + periods == 0) {
    // "95 | Số doanh nghiệp": the number of a table.
    const std::vector<std::size_t> filled = grid_.filled(row);
    if (grid_.kind(row, filled.front()) == CellKind::number) return false;
  }
  return !has_sector_headings(row);
}

/// A title that is none of the table's, between its figures and the row.
bool RowFinder::has_new_title_above(std::size_t row, std::size_t first) {
  const auto is_known_title = [&](std::string_view title) {
    for (std::size_t above = 0; above < first; ++above)
      for (const std::size_t column : grid_.filled(above))
        if (sheet_.at(above, column) == title) return true;
    return false;
  };
  while (row-- > first) {
    const std::vector<std::size_t> filled = grid_.filled(row);
    if (filled.empty()) continue;
    if (filled.size() > 1 || grid_.kind(row, filled.front()) != CellKind::text) return false;
    const std::string_view text = sheet_.at(row, filled.front());
    if (unit_of_figures_in(text)) continue;
    return !is_note(text) && !says_continued(text) && !has_known_label(row) && !is_known_title(text);
  }
  return false;
}

/// The headings once more, on a new page. \param first  row of figures
bool RowFinder::repeats_headings(std::size_t row, std::size_t first) {
  constexpr std::size_t looked_at = 6;
  const std::vector<std::size_t> filled = grid_.filled(row);
  for (std::size_t above = first; above-- > 0 && above + looked_at > first;)
    if (!filled.empty() && grid_.filled(above) == filled &&
        std::ranges::all_of(filled,
                            [&](std::size_t column) {
                              return core::names::folded(sheet_.at(row, column)) ==
                                     core::names::folded(sheet_.at(above, column));
                            }) &&
        // One alone may be a group above headings that come again as well.
        (filled.size() >= 2 || (above + 1 < first && repeats_headings(row + 1, first))))
      return !has_new_title_above(row, first);
  return false;
}

/// Words or years stand where the table has figures.
bool RowFinder::heads_columns(std::size_t row, const std::vector<std::size_t>& figure_columns) {
  if (grid_.is_blank(row) || has_known_label(row, figure_columns)) return false;
  std::size_t words = 0, figures = 0;
  for (const std::size_t column : figure_columns) {
    const CellKind kind = grid_.kind(row, column);
    if (kind == CellKind::text || kind == CellKind::period) ++words;
    if (kind == CellKind::number || kind == CellKind::marker) ++figures;
  }
  if (numbers_columns(row)) return false;
  return words > 0 && (figures == 0 || has_sector_headings(row)) &&
         words * 2 >= std::min<std::size_t>(figure_columns.size(), 4);
}

/// A heading that stands alone between the headings of the columns and the first figures belongs to the rows.
std::size_t RowFinder::first_with_headings(std::size_t first,
                                           const std::vector<std::size_t>& figure_columns) {
  constexpr std::size_t most = 3;
  for (std::size_t row = first; row-- > 0 && row + most >= first;) {
    const std::vector<std::size_t> filled = grid_.filled(row);
    if (heads_columns(row, figure_columns)) return row + 1;
    const bool is_lone = filled.size() == 1 && filled.front() == 0 && grid_.kind(row, 0) == CellKind::text &&
                         !unit_of_figures_in(sheet_.at(row, 0));
    if (!is_lone) break;
  }
  return first;
}

/// The name of a unit, and beside it no other, nor a time: a row of figures, whatever stands in their place.
bool RowFinder::is_row_of_a_unit(std::size_t row) {
  const std::vector<std::size_t> filled = grid_.filled(row);
  if (filled.size() < 2 || filled.front() != 0 || grid_.kind(row, 0) != CellKind::text ||
      !known_.is_unit(sheet_.at(row, 0)))
    return false;
  return std::ranges::none_of(filled.begin() + 1, filled.end(), [&](std::size_t column) {
    const std::string_view text = sheet_.at(row, column);
    return grid_.kind(row, column) == CellKind::period || known_.is_unit(text) || known_.is_sector(text);
  });
}

Block RowFinder::block_at(std::size_t first) {
  std::vector<std::size_t> figure_columns;
  for (const CellKind kind :
       {CellKind::number, CellKind::period})  // figures that look like years, where there are no others
    for (std::size_t column = 0; column < grid_.cells(first); ++column)
      if (grid_.kind(first, column) == kind || (kind == CellKind::number && grid_.is_figure(first, column)))
        if (kind == CellKind::number || figure_columns.empty() ||
            grid_.kind(first, figure_columns.front()) == kind)
          figure_columns.push_back(column);

  std::size_t first_row = first;
  while (first_row > 0 && is_row_of_a_unit(first_row - 1)) --first_row;
  Block block{.first = first_with_headings(first_row, figure_columns),
              .end = first + 1,
              .next_headings = sheet_.rows.size()};
  for (std::size_t row = first + 1; row < sheet_.rows.size(); ++row) {
    // A year alone below a year: its figure is blank.
    const std::vector<std::size_t> filled = grid_.filled(row);
    const bool is_lone_year = block.end == row && filled.size() == 1 &&
                              grid_.kind(row, filled.front()) == CellKind::period &&
                              grid_.kind(row - 1, filled.front()) == CellKind::period;
    // A unit or sector whose figures are all blank.
    const bool is_lone_label = block.end == row && filled.size() == 1 && filled.front() == 0 &&
                               (known_.is_unit(sheet_.at(row, 0)) || known_.is_sector(sheet_.at(row, 0)));
    if (has_figures(row) || is_lone_year || is_lone_label) {
      block.end = row + 1;
    } else if (!repeats_headings(row, first) && heads_columns(row, figure_columns)) {
      block.next_headings = row;
      return block;
    }
  }
  return block;
}

std::optional<Block> RowFinder::block_from(std::size_t from) {
  std::optional<Block> short_one;
  for (std::size_t row = from; row < sheet_.rows.size(); ++row) {
    if (!has_figures(row)) continue;
    const Block block = block_at(row);
    std::size_t rows = 0;
    for (std::size_t i = block.first; i < block.end && rows < 2; ++i) rows += has_figures(i) ? 1 : 0;
    if (rows >= 2) return block;
    // One row may be a line above the table that has a number in it.
    if (!short_one || has_known_label(row)) short_one = block;
    if (block.next_headings == sheet_.rows.size()) break;
  }
  return short_one;
}

/// "95 | Số doanh nghiệp": a title with its number, and the lines of it below.
bool RowFinder::is_numbered_title(std::size_t row, std::size_t from) const {
  constexpr std::size_t most_lines = 3, longest_number = 5;
  const std::size_t column = grid_.filled(row).back();
  for (std::size_t above = row + 1; above-- > from && above + most_lines > row;) {
    const std::vector<std::size_t> filled = grid_.filled(above);
    if (filled.empty() || filled.back() != column) return false;
    if (filled.size() == 1) continue;
    return filled.size() == 2 && grid_.kind(above, column) == CellKind::text &&
           grid_.kind(above, filled.front()) == CellKind::number &&
           sheet_.at(above, filled.front()).size() <= longest_number;
  }
  return false;
}

std::vector<std::size_t> RowFinder::header_rows(const Block& block, std::size_t from) {
  constexpr std::size_t most = 3, most_blank = 2;
  std::vector<std::size_t> headers;  // from the bottom up
  std::size_t blank = 0;
  for (std::size_t row = block.first; row-- > from && headers.size() < most;) {
    std::vector<std::size_t> filled = grid_.filled(row);
    if (filled.empty()) {
      if (!headers.empty() || ++blank > most_blank) break;
      continue;
    }
    if (numbers_columns(row) && headers.empty()) continue;
    std::erase_if(filled,
                  [&](std::size_t column) { return unit_of_figures_in(sheet_.at(row, column)).has_value(); });
    if (filled.empty()) {
      if (headers.empty()) continue;  // the unit between headings and figures
      break;
    }
    const bool has_note = filled.size() < grid_.filled(row).size();
    bool is_header = filled.size() >= 2;
    if (filled.size() == 1 && !has_note) {
      const std::size_t column = filled.front();
      if (headers.empty()) {
        // A table of one column of figures has one heading.
        std::size_t figures = block.first;
        while (figures + 1 < block.end && !has_figures(figures)) ++figures;
        const bool is_figure =
            grid_.is_figure(figures, column) || grid_.kind(figures, column) == CellKind::period;  // 1973
        is_header = column > 0 && is_figure;
      } else {
        // A group above columns that have headings of their own.
        const std::vector<std::size_t> below = grid_.filled(headers.back());
        const auto right = std::ranges::count_if(below, [&](std::size_t one) { return one >= column; });
        is_header = column > 0 && right >= 2 && std::ranges::find(below, column) != below.end();
      }
    }
    if (!is_header || is_numbered_title(row, from) || is_row_of_a_unit(row)) break;
    headers.push_back(row);
  }
  std::ranges::reverse(headers);
  return headers;
}

}  // namespace vicinia::gis::imports
