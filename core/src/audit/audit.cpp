#include "vicinia/core/audit/audit.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "row_check.h"
#include "sum_check.h"
#include "table_index.h"
#include "total_claims.h"

namespace vicinia::core::audit {

using stats::Interval;

namespace {

std::vector<CellVerdict> published_cells(const PublishedTable& table) {
  std::vector<CellVerdict> cells;
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    for (std::size_t f = 0; f < figure_count; ++f)
      if (const Cell& cell = table.rows[row].figures[f]; cell.has_number())
        cells.push_back({.row = row, .figure = static_cast<Figure>(f), .published = cell.number()});
  return cells;
}

CellsByRow by_row(std::vector<CellVerdict>& cells, std::size_t rows) {
  CellsByRow found(rows);
  for (CellVerdict& cell : cells) found[cell.row][static_cast<std::size_t>(cell.figure)] = &cell;
  return found;
}

/// As printed, or what the row's shares make of them where these leave no doubt.
Interval employees_found(const CellVerdict& cell) {
  const bool is_wrong = cell.verdict == Verdict::contradicted && !cell.undecided && cell.expected;
  return is_wrong ? *cell.expected : stats::exactly(cell.published);
}

/// What sums of rows say of employees, once some of these were found to be wrong. The sums are kept, so that each remainder costs O(1).
class EmployeeSums {
 public:
  EmployeeSums(const TableIndex& index, const CellsByRow& cells) : index_(index), cells_(cells) {
    for (const SumOf& sum : index.sums) {
      std::optional<Interval> found = sum.districts.empty() ? std::nullopt : std::optional(Interval{});
      for (const std::size_t d : sum.districts) {
        const CellVerdict* employees = cell(d);
        found = found && employees ? std::optional(*found + employees_found(*employees)) : std::nullopt;
      }
      found_.push_back(found);
    }
  }

  /// What the group row, or else the total row, leaves for a district.
  [[nodiscard]] std::optional<SumEvidence> remainder(std::size_t row) const {
    for (const std::size_t s : {index_.group_of[row], index_.total_of[row]}) {
      if (s == TableIndex::nowhere || !cell(row) || !found_[s]) continue;
      const auto whole = index_.number(index_.sums[s].row, Figure::employees);
      if (!whole) continue;
      const Interval own = employees_found(*cell(row));
      const Interval rest{*whole - (found_[s]->high - own.high), *whole - (found_[s]->low - own.low)};
      if (rest.low >= 0 && std::isfinite(rest.high)) return SumEvidence{rest, {index_.sums[s].row}};
    }
    return std::nullopt;
  }

  /// Sum of the districts.
  [[nodiscard]] std::optional<SumEvidence> of_districts(std::size_t s) const {
    if (!found_[s]) return std::nullopt;
    return SumEvidence{*found_[s], index_.sums[s].districts};
  }

 private:
  [[nodiscard]] const CellVerdict* cell(std::size_t row) const { return cells_[row][static_cast<std::size_t>(Figure::employees)]; }

  const TableIndex& index_;
  const CellsByRow& cells_;
  std::vector<std::optional<Interval>> found_{};
};

void make_whole(CellVerdict& cell) {
  if (!cell.expected || !is_count(cell.figure)) return;
  const double low = std::max(0.0, std::ceil(cell.expected->low - 1e-6)), high = std::floor(cell.expected->high + 1e-6);
  if (low <= high) cell.expected = Interval{low, high};
}

std::vector<Total> totals_of(const std::vector<std::string>& keys, const std::vector<Consensus>& known) {
  std::vector<Total> totals;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (known[i].shared()) totals.push_back({keys[i], *known[i].shared()});
  return totals;
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  static constexpr std::array<std::string_view, 4> names{"agrees", "rounding", "contradicted", "not_recomputable"};
  return names[static_cast<std::size_t>(verdict)];
}

const CellVerdict* Audit::find(std::size_t row, Figure figure) const {
  const auto before = [](const CellVerdict& cell, std::pair<std::size_t, Figure> place) {
    return std::pair(cell.row, cell.figure) < place;
  };
  const auto at = std::lower_bound(cells.begin(), cells.end(), std::pair(row, figure), before);
  return at != cells.end() && at->row == row && at->figure == figure ? &*at : nullptr;
}

Audit audit(const PublishedTable& table) {
  const TableIndex index(table);
  const TotalClaims totals(index);
  Audit result{.cells = published_cells(table),
               .by_sector = totals_of(index.sectors, totals.by_sector()),
               .by_unit = totals_of(index.units, totals.by_unit()),
               .national = totals.national().shared()};
  const CellsByRow cells = by_row(result.cells, table.rows.size());

  // Twice: the remainder that decides a tie is right only after the errors that need no deciding have been found.
  for (int round = 0; round < 2; ++round) {
    const EmployeeSums sums(index, cells);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      if (table.rows[row].kind == RowKind::district) check_shares(index, totals, row, cells[row], sums.remainder(row));
  }
  const EmployeeSums sums(index, cells);
  for (std::size_t s = 0; s < index.sums.size(); ++s)
    check_shares(index, totals, index.sums[s].row, cells[index.sums[s].row], sums.of_districts(s));
  check_sums(index, cells);
  check_parts(index, cells);
  for (CellVerdict& cell : result.cells) make_whole(cell);
  return result;
}

}  // namespace vicinia::core::audit
