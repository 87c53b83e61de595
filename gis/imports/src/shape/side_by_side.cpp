#include "shape/side_by_side.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "shape/grid.h"
#include "vicinia/core/names/folding.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

struct Cut {
  std::size_t headings = 0;  ///< the lowest row of them
  std::size_t width = 0;     ///< columns of each table, with a blank one between
  std::size_t tables = 1;
};

bool is_alike(std::string_view a, std::string_view b) {
  return a == b || core::names::folded(a) == core::names::folded(b);
}

/// Headings of the columns from `begin` on are those of the first `width`, in full.
bool repeats(const Sheet& sheet, std::size_t row, std::size_t begin, std::size_t width) {
  std::size_t filled = 0;
  for (std::size_t column = 0; column < width; ++column) {
    const std::string_view first = sheet.at(row, column), again = sheet.at(row, begin + column);
    if (!is_alike(first, again)) return false;
    filled += first.empty() ? 0 : 1;
  }
  return filled >= 2 || (filled == 1 && width >= 2 && sheet.at(row, 0).empty());
}

/// Names stand in a column of both, other ones in each row, and figures beside them.
bool has_names_in_both(const Sheet& sheet, const Grid& grid, std::size_t row, std::size_t begin,
                       std::size_t width, std::size_t least_rows) {
  constexpr std::size_t looked_at = 12;
  for (std::size_t column = 0; column + 1 < width; ++column) {
    std::size_t rows = 0, figures = 0;
    for (std::size_t below = row + 1; below < sheet.rows.size() && below <= row + looked_at; ++below) {
      if (grid.kind(below, column) != CellKind::text || grid.kind(below, begin + column) != CellKind::text)
        continue;
      if (is_alike(sheet.at(below, column), sheet.at(below, begin + column))) return false;
      ++rows;
      for (std::size_t right = column + 1; right < width; ++right)
        if (grid.is_figure(below, column + (right - column)) && grid.is_figure(below, begin + right)) {
          ++figures;
          break;
        }
    }
    if (rows >= least_rows && figures * 2 >= rows) return true;
  }
  return false;
}

/// Above the headings, each has a title or a group of its own: they are of different things.
bool have_titles_of_their_own(const Sheet& sheet, const Cut& cut) {
  constexpr std::size_t looked_at = 3;
  const auto first_text = [&](std::size_t row, std::size_t begin) {
    for (std::size_t column = begin; column < begin + cut.width; ++column)
      if (const std::string_view text = sheet.at(row, column); !text.empty() && !unit_of_figures_in(text))
        return text;
    return std::string_view();
  };
  for (std::size_t row = cut.headings; row-- > 0 && row + looked_at >= cut.headings;)
    for (std::size_t table = 1; table < cut.tables; ++table)
      if (const std::string_view first = first_text(row, 0), other = first_text(row, table * cut.width);
          !first.empty() && !other.empty() && !is_alike(first, other) && !is_continued_title(other))
        return true;
  return false;
}

Cut cut_of(const Sheet& sheet, const Grid& grid) {
  constexpr std::size_t looked_at = 40, most_tables = 4;
  for (std::size_t row = 0; row < std::min(sheet.rows.size(), looked_at); ++row)
    for (std::size_t width = 2; width * 2 <= sheet.rows[row].size() + 1; ++width) {
      // The last heading may be followed by a blank column, which the last table has not.
      std::size_t tables = 1;
      while (tables < most_tables && repeats(sheet, row, tables * width, width) &&
             has_names_in_both(sheet, grid, row, tables * width, width, tables == 1 ? 2 : 1))
        ++tables;
      const Cut cut{.headings = row, .width = width, .tables = tables};
      if (tables > 1) return have_titles_of_their_own(sheet, cut) ? Cut{} : cut;
    }
  return {};
}

}  // namespace

std::size_t put_below_each_other(Sheet& sheet) {
  const Grid grid(sheet);
  const Cut cut = cut_of(sheet, grid);
  if (cut.tables == 1) return 1;
  const auto part_of = [&](std::size_t row, std::size_t table) {
    const std::vector<std::string>& cells = sheet.rows[row];
    const std::size_t begin = std::min(cells.size(), table * cut.width),
                      end =
                          table + 1 == cut.tables ? cells.size() : std::min(cells.size(), begin + cut.width);
    return std::vector<std::string>(cells.begin() + static_cast<std::ptrdiff_t>(begin),
                                    cells.begin() + static_cast<std::ptrdiff_t>(end));
  };
  const auto has_figures = [&](std::size_t row) {
    for (std::size_t column = 0; column < grid.cells(row); ++column)
      if (grid.is_figure(row, column)) return true;
    return false;
  };
  std::size_t end = cut.headings + 1;  // one behind the last row of figures
  for (std::size_t row = end; row < sheet.rows.size(); ++row)
    if (has_figures(row)) end = row + 1;

  Sheet stacked{.file = sheet.file, .name = sheet.name, .findings = std::move(sheet.findings)};
  const auto add = [&](std::size_t row, std::vector<std::string> cells) {
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    stacked.columns = std::max(stacked.columns, cells.size());
    stacked.rows.push_back(std::move(cells));
    stacked.lines.push_back(row < sheet.lines.size() ? sheet.lines[row] : row + 1);
  };
  for (std::size_t row = 0; row < cut.headings; ++row) {
    // Groups of headings are there as often as the headings; a title or the unit of figures may stand at the right.
    std::vector<std::string> cells = part_of(row, 0);
    for (std::size_t column = cut.width; column < sheet.rows[row].size(); ++column) {
      const std::string_view text = sheet.at(row, column);
      if (text.empty() || is_alike(text, sheet.at(row, column % cut.width))) continue;
      cells.resize(std::max(cells.size(), cut.width));
      if (cells.back().empty()) cells.back() = text;
    }
    add(row, std::move(cells));
  }
  add(cut.headings, part_of(cut.headings, 0));
  for (std::size_t table = 0; table < cut.tables; ++table)
    for (std::size_t row = cut.headings + 1; row < end; ++row)
      if (std::vector<std::string> cells = part_of(row, table);
          std::ranges::any_of(cells, [](const std::string& cell) { return !cell.empty(); }))
        add(row, std::move(cells));
  for (std::size_t row = end; row < sheet.rows.size(); ++row) add(row, sheet.rows[row]);
  sheet = std::move(stacked);
  return cut.tables;
}

}  // namespace vicinia::gis::imports
