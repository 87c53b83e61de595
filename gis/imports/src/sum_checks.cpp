#include "vicinia/gis/imports/sum_checks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "shape/grid.h"
#include "shape/labels.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/io/table.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Finding;
using Of = SumDifference::Of;

/// A sum as the table states it, before anything is compared.
struct Equation {
  Of of = Of::rows;
  CellPlace whole{};
  std::vector<CellPlace> parts{};
};

struct Number {
  std::optional<double> value{};
  int decimals = 0;
};

/// The figures of a table as numbers, and how exactly each column prints them.
class Figures {
 public:
  Figures(const Sheet& sheet, const TableShape& shape, const io::NumberNotation& notation)
      : first_(shape.first_row), columns_(figure_columns(shape)), at_(shape.columns.size(), npos) {
    for (std::size_t i = 0; i < columns_.size(); ++i) at_[columns_[i]] = i;
    io::Table table{.file = sheet.file};
    for (const std::size_t column : columns_) table.columns.push_back(shape.columns[column].heading);
    for (std::size_t row = first_; row < end_of_rows(sheet, shape); ++row) {
      std::vector<std::string>& cells = table.rows.emplace_back();
      for (const std::size_t column : columns_) cells.emplace_back(without_note_mark(sheet.at(row, column)));
      table.lines.push_back(row + 1);
    }
    std::vector<io::NumberColumn> columns;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      is_count_.push_back(is_counted(shape, columns_[i]));
      columns.push_back({i, is_count_[i] ? io::Quantity::count : io::Quantity::quotient, i});
    }
    // A column of counts that has decimals counts in thousands, whatever it says.
    if (read(table, columns, notation)) return;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (!is_count_[i]) columns[i].quantity = io::Quantity::quotient;
    static_cast<void>(read(table, columns, notation));
  }

  [[nodiscard]] const Number& at(CellPlace place) const {
    static const Number none;
    if (place.column >= at_.size() || at_[place.column] == npos || place.row < first_) return none;
    const std::size_t row = place.row - first_;
    return row < numbers_.size() ? numbers_[row][at_[place.column]] : none;
  }
  /// Half of the last digit that is printed; 0: whole numbers that nobody rounded.
  [[nodiscard]] double rounding(std::size_t column) const {
    const std::size_t i = column < at_.size() ? at_[column] : npos;
    if (i == npos || (is_count_[i] && decimals_[i] == 0)) return 0;
    return 0.5 * std::pow(10.0, -decimals_[i]);
  }

 private:
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  /// Counts of single people or enterprises.
  static bool is_counted(const TableShape& shape, std::size_t column) {
    constexpr std::array<std::string_view, 4> counts{"employees", "enterprises", "smes", "fdi_enterprises"};
    constexpr std::array<std::string_view, 8> many{"nghin", "thous",   "thousand", "thousands",
                                                   "trieu", "million", "mill",     "1000"};
    const std::string words =
        " " + core::names::folded(shape.unit_of_figures + " " + shape.columns[column].heading) + " ";
    if (std::ranges::any_of(many, [&](std::string_view word) {
          return words.find(" " + std::string(word) + " ") != std::string::npos;
        }))
      return false;
    const std::string& field = shape.columns[column].meaning.field;
    const std::string& of = field.empty() ? shape.of_all.field : field;
    return std::ranges::any_of(counts, [&](std::string_view count) { return of.starts_with(count); });
  }

  /// False: a column of counts has decimals, and is none.
  bool read(const io::Table& table, const std::vector<io::NumberColumn>& columns,
            const io::NumberNotation& notation) {
    io::NumberReader reader(table, columns, notation);
    numbers_.assign(table.rows.size(), std::vector<Number>(columns.size()));
    decimals_.assign(columns.size(), 0);
    bool are_counts = true;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto number = reader.read(row, i);
        if (!number) {
          if (number.error().code == ErrorCode::not_a_whole_number) are_counts = is_count_[i] = false;
          continue;
        }
        if (!number->cell.has_number()) continue;
        numbers_[row][i] = {number->cell.number(), number->decimals};
        decimals_[i] = std::max(decimals_[i], number->decimals);
      }
    return are_counts;
  }

  std::size_t first_;
  std::vector<std::size_t> columns_;
  std::vector<std::size_t> at_;
  std::vector<bool> is_count_;
  std::vector<std::vector<Number>> numbers_;
  std::vector<int> decimals_;
};

/// Each row of a sequence that sums others, with these.
std::vector<std::pair<std::size_t, std::vector<std::size_t>>> sums_of_rows(
    const TableShape& shape, const std::vector<std::size_t>& sequence) {
  std::vector<RowShape> rows;
  for (const std::size_t row : sequence)
    if (RowShape one = shape.row(row); one.kind != RowKind::of_which) rows.push_back(std::move(one));
  std::vector<std::pair<std::size_t, std::vector<std::size_t>>> sums;
  // Below: the next rows of a higher level; above: those before. Of these the least level are the parts: others are parts of them.
  const auto span = [&](std::size_t i) {
    std::vector<std::size_t> below;
    if (rows[i].sums_above)
      for (std::size_t other = i; other-- > 0 && rows[other].level > rows[i].level;) below.push_back(other);
    else
      for (std::size_t other = i + 1; other < rows.size() && rows[other].level > rows[i].level; ++other)
        below.push_back(other);
    return below;
  };
  // Each row is looked at once for each level that it lies in, so that a long list of single rows costs no more than its length.
  std::size_t most_levels = 0;
  for (const RowShape& row : rows) most_levels = std::max(most_levels, row.level);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].level == most_levels) continue;
    const std::vector<std::size_t> below = span(i);
    if (below.empty()) continue;
    std::size_t least = most_levels;
    for (const std::size_t other : below) least = std::min(least, rows[other].level);
    std::vector<std::size_t> parts;
    for (const std::size_t other : below)
      if (rows[other].level == least) parts.push_back(rows[other].row);
    std::ranges::sort(parts);
    sums.emplace_back(rows[i].row, std::move(parts));
  }
  return sums;
}

class SumChecker {
 public:
  SumChecker(const Sheet& sheet, const TableShape& shape, const io::NumberNotation& notation)
      : sheet_(sheet), shape_(shape), figures_(sheet, shape, notation) {}

  SumReport run() && {
    const auto sequences = summed_sequences(sheet_, shape_);
    const std::vector<std::size_t> columns = figure_columns(shape_);
    for (const std::size_t column : columns) check_rows(sequences, column);
    for (const std::size_t column : columns)
      if (!shape_.columns[column].parts.empty()) check_columns(sequences, column);
    find_suspects();
    return std::move(report_);
  }

 private:
  [[nodiscard]] bool is_additive_by_words(std::size_t column) const {
    const auto field = field_in(shape_.columns[column].heading);
    if (field && field->is_ratio) return false;
    const auto unit = field_in(shape_.unit_of_figures);
    return !(unit && unit->is_ratio);
  }
  [[nodiscard]] bool is_of_observations(std::size_t column) const {
    constexpr std::array<std::string_view, 4> counts{"employees", "enterprises", "smes", "fdi_enterprises"};
    const std::string& field = shape_.columns[column].meaning.field;
    const std::string& of = field.empty() ? shape_.of_all.field : field;
    return std::ranges::find(counts, of) != counts.end();
  }

  void check_rows(const std::vector<std::vector<std::size_t>>& sequences, std::size_t column) {
    if (!is_additive_by_words(column)) {
      report_.not_additive.push_back(column);
      return;
    }
    const SumReport before{.checked = report_.checked, .not_comparable = report_.not_comparable};
    const std::size_t differences_before = report_.differences.size(), equations_before = equations_.size();
    for (const std::vector<std::size_t>& sequence : sequences) {
      for (const auto& [whole, parts] : sums_of_rows(shape_, sequence)) {
        Equation one{.of = Of::rows, .whole = {whole, column}};
        for (const std::size_t part : parts) one.parts.push_back({part, column});
        compare(std::move(one));
      }
      check_parts(sequence, column);
    }
    const std::size_t compared = report_.checked - before.checked;
    const std::size_t differing = report_.differences.size() - differences_before;
    if (is_of_observations(column) || compared < 2 || differing * 2 <= compared) return;
    report_.checked = before.checked;
    report_.not_comparable = before.not_comparable;
    report_.differences.resize(differences_before);
    equations_.resize(equations_before);
    report_.not_additive.push_back(column);
  }

  /// "Of which" is no more than the row that it stands below.
  void check_parts(const std::vector<std::size_t>& sequence, std::size_t column) {
    std::optional<std::size_t> whole;
    for (const std::size_t row : sequence) {
      if (shape_.row(row).kind != RowKind::of_which) {
        whole = row;
        continue;
      }
      const CellPlace place{row, column};
      if (!whole) continue;
      const Number &part = figures_.at(place), &all = figures_.at({*whole, column});
      if (!part.value || !all.value) continue;
      ++report_.checked;
      if (*part.value <= *all.value + 2 * figures_.rounding(column)) continue;
      report_.differences.push_back({.of = Of::part,
                                     .whole = place,
                                     .parts = {{*whole, column}},
                                     .printed = *part.value,
                                     .sum = *all.value,
                                     .suspects = {place, {*whole, column}}});
    }
  }

  void check_columns(const std::vector<std::vector<std::size_t>>& sequences, std::size_t column) {
    for (const std::vector<std::size_t>& sequence : sequences)
      for (const std::size_t row : sequence) {
        Equation one{.of = Of::columns, .whole = {row, column}};
        for (const std::size_t part : shape_.columns[column].parts) one.parts.push_back({row, part});
        compare(std::move(one));
      }
  }

  void compare(Equation equation) {
    const Number& whole = figures_.at(equation.whole);
    double sum = 0, rounding = figures_.rounding(equation.whole.column);
    std::size_t numbers = 0;
    for (const CellPlace& part : equation.parts) {
      const Number& number = figures_.at(part);
      if (!number.value) continue;
      ++numbers;
      sum += *number.value;
      rounding += figures_.rounding(part.column);
    }
    if (!whole.value || numbers == 0) {
      ++report_.not_comparable;
      return;
    }
    ++report_.checked;
    const bool is_part_missing = numbers < equation.parts.size();
    const double tolerance = rounding * (1 + 1e-9) + 1e-9 * std::abs(sum);
    const bool holds =
        is_part_missing ? sum <= *whole.value + tolerance : std::abs(sum - *whole.value) <= tolerance;
    equations_.push_back({std::move(equation), *whole.value - sum, tolerance, is_part_missing, holds});
    if (holds) return;
    const Equation& kept = equations_.back().equation;
    equations_.back().difference = report_.differences.size();
    report_.differences.push_back({.of = kept.of,
                                   .whole = kept.whole,
                                   .parts = kept.parts,
                                   .printed = *whole.value,
                                   .sum = sum,
                                   .is_part_missing = is_part_missing});
  }

  /// A cell whose change mends every sum that it is in. Where one cell mends several, no other is suspected of these.
  void find_suspects() {
    if (report_.differences.empty()) return;
    struct Change {
      std::size_t mended = 0;
      double by = 0, tolerance = 0;
      bool is_possible = true;
    };
    std::map<CellPlace, Change> changes;
    const auto visit = [](const Compared& one, const auto& call) {
      call(one.equation.whole, -one.gap);
      for (const CellPlace& part : one.equation.parts) call(part, one.gap);
    };
    for (const Compared& one : equations_)
      if (!one.holds)
        visit(one, [&](CellPlace place, double by) {
          Change& change = changes[place];
          if (change.mended > 0 && std::abs(change.by - by) > change.tolerance + one.tolerance)
            change.is_possible = false;
          change.by = by;
          change.tolerance = std::max(change.tolerance, one.tolerance);
          ++change.mended;
        });
    for (const Compared& one : equations_)
      if (one.holds && !one.is_part_missing)
        visit(one, [&](CellPlace place, double) {
          if (const auto at = changes.find(place); at != changes.end()) at->second.is_possible = false;
        });
    for (const Compared& one : equations_) {
      if (one.holds) continue;
      std::size_t most = 0;
      visit(one, [&](CellPlace place, double) {
        if (const Change& change = changes[place]; change.is_possible) most = std::max(most, change.mended);
      });
      std::vector<CellPlace>& suspects = report_.differences[one.difference].suspects;
      visit(one, [&](CellPlace place, double) {
        if (const Change& change = changes[place]; change.is_possible && change.mended == most)
          suspects.push_back(place);
      });
      std::ranges::sort(suspects);
    }
  }

  struct Compared {
    Equation equation{};
    double gap = 0, tolerance = 0;  ///< what is printed, less the sum
    bool is_part_missing = false, holds = true;
    std::size_t difference = 0;  ///< where it does not hold: its number in the report
  };

  const Sheet& sheet_;
  const TableShape& shape_;
  Figures figures_;
  std::vector<Compared> equations_;
  SumReport report_{};
};

std::string as_text(double number) {
  std::string text = std::to_string(number);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

SumReport check_sums(const Sheet& sheet, const TableShape& shape, const io::NumberNotation& notation) {
  return SumChecker(sheet, shape, notation).run();
}

std::vector<Finding> findings_of(const Sheet& sheet, const TableShape& shape, const SumReport& report) {
  std::vector<Finding> findings;
  const Labels labels(sheet, shape);
  const auto label_of = [&](std::size_t row) {
    std::string text;
    for (const ColumnRole role : {ColumnRole::unit_name, ColumnRole::sector_name, ColumnRole::unit_code,
                                  ColumnRole::sector_code, ColumnRole::period})
      if (text.empty()) text = core::names::plain_text(labels.of(row, role));
    return text;
  };
  for (const bool is_part : {false, true}) {
    const auto is_such = [&](const SumDifference& one) { return (one.of == Of::part) == is_part; };
    const auto first = std::ranges::find_if(report.differences, is_such);
    if (first == report.differences.end()) continue;
    const auto count = std::to_string(std::ranges::count_if(report.differences, is_such));
    const std::string& heading = shape.columns[first->whole.column].heading;
    Finding finding{.code = is_part ? ErrorCode::part_exceeds_whole : ErrorCode::sum_differs,
                    .subject = {.file = sheet.file.string(),
                                .row = sheet.lines[first->whole.row],
                                .field = heading.empty() ? column_letters(first->whole.column) : heading,
                                .id = label_of(first->whole.row)}};
    finding.detail = as_text(first->printed) + "|" + as_text(first->sum) + "|" +
                     (is_part ? count : std::to_string(first->parts.size()) + "|" + count);
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace vicinia::gis::imports
