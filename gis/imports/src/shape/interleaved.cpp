#include "shape/interleaved.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shape/labels.h"
#include "shape/nesting.h"
#include "vicinia/core/names/folding.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

enum class Of : std::uint8_t { unit, sector, sum, unknown };

struct Line {
  std::size_t row = 0;
  Of of = Of::unknown;
  RowKind kind = RowKind::figures;
  std::string label{};
};

/// The one column of names.
std::optional<std::size_t> column_of_names(const TableShape& shape) {
  const std::vector<std::size_t> units = shape.columns_of(ColumnRole::unit_name),
                                 sectors = shape.columns_of(ColumnRole::sector_name);
  const bool has_other = !shape.columns_of(ColumnRole::unit_code).empty() ||
                         !shape.columns_of(ColumnRole::parent).empty() ||
                         !shape.columns_of(ColumnRole::field).empty();
  if (has_other || units.size() + sectors.size() != 1) return std::nullopt;
  return units.empty() ? sectors.front() : units.front();
}

std::vector<Line> lines_of(const Sheet& sheet, KnownTexts& known, const TableShape& shape,
                           std::size_t column) {
  std::vector<Line> lines;
  for (std::size_t row = shape.first_row; row < end_of_rows(sheet, shape); ++row) {
    const std::string_view text = sheet.at(row, column);
    if (text.empty() || repeats_headings(sheet, shape, row)) continue;
    Line line{.row = row,
              .kind = kind_of_label(text),
              .label = core::names::plain_text(without_outline_number(text))};
    const bool is_unit = known.is_unit(line.label), is_sector = known.is_sector(line.label);
    if (line.kind == RowKind::country || line.kind == RowKind::region)
      line.of = Of::sum;
    else if (line.kind == RowKind::figures && is_unit != is_sector)
      line.of = is_unit ? Of::unit : Of::sector;
    lines.push_back(std::move(line));
  }
  return lines;
}

struct Count {
  std::size_t rows = 0, different = 0;
};
Count count_of(const std::vector<Line>& lines, Of of) {
  std::set<std::string> labels;
  Count count;
  for (const Line& line : lines)
    if (line.of == of) {
      ++count.rows;
      labels.insert(core::names::folded(line.label));
    }
  count.different = labels.size();
  return count;
}

/// Each stands once above several of the others, which come again below the next.
std::optional<Of> outer_of(const std::vector<Line>& lines) {
  const Count units = count_of(lines, Of::unit), sectors = count_of(lines, Of::sector),
              unknown = count_of(lines, Of::unknown);
  const std::size_t both = units.rows + sectors.rows;
  if (units.rows < 2 || sectors.rows < 2 || unknown.rows * 4 > both) return std::nullopt;
  const auto holds = [&](Of outer, const Count& is_outer, const Count& is_inner) {
    if (is_outer.different != is_outer.rows || is_inner.rows < is_outer.rows) return false;
    if (is_outer.rows > 1 && is_inner.different == is_inner.rows) return false;
    std::size_t with_inner = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      with_inner += lines[i].of == outer && lines[i + 1].of != outer && lines[i + 1].of != Of::sum ? 1 : 0;
    return with_inner * 4 >= is_outer.rows * 3;
  };
  if (holds(Of::unit, units, sectors)) return Of::unit;
  if (holds(Of::sector, sectors, units)) return Of::sector;
  return std::nullopt;
}

}  // namespace

Interleaved find_interleaved(const Sheet& sheet, KnownTexts& known, TableShape& shape) {
  const auto column = column_of_names(shape);
  if (!column || !known.knows_units() || !known.knows_sectors()) return {};
  const std::vector<Line> lines = lines_of(sheet, known, shape, *column);
  const auto outer = outer_of(lines);
  if (!outer) return {};
  const bool are_units = *outer == Of::unit;
  shape.columns[*column].role = are_units ? ColumnRole::sector_name : ColumnRole::unit_name;
  Interleaved found;
  std::optional<RowKind> sum;  // that rows are of until the next unit or sector
  for (const Line& line : lines) {
    if (line.of == *outer) {
      (are_units ? found.outer[line.row].unit : found.outer[line.row].sector) = line.label;
      sum.reset();
    } else if (line.of == Of::sum && are_units) {
      sum = line.kind;
    } else if (sum && line.kind == RowKind::figures) {
      found.of_sums[line.row] = *sum;
    }
  }
  return found;
}

}  // namespace vicinia::gis::imports
