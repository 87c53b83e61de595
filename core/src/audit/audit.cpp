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

/// Employees as the row's shares leave them: as printed, or what they were found to be.
Interval employees_found(const CellVerdict& cell) {
  return cell.verdict == Verdict::contradicted && cell.expected ? *cell.expected : stats::exactly(cell.published);
}

/// What sums of rows say of employees. The sums of printed employees are kept, so that each remainder costs O(1).
class EmployeeSums {
 public:
  EmployeeSums(const TableIndex& index, const CellsByRow& cells) : index_(index), cells_(cells) {
    for (const SumOf& sum : index.sums) {
      std::optional<double> printed = 0.0;
      for (const std::size_t d : sum.districts) {
        const auto employees = index.number(d, Figure::employees);
        printed = printed && employees ? std::optional(*printed + *employees) : std::nullopt;
      }
      printed_.push_back(printed);
    }
  }

  /// What the group row, or else the total row, leaves for a district.
  [[nodiscard]] std::optional<SumEvidence> remainder(std::size_t row) const {
    for (const std::size_t s : {index_.group_of[row], index_.total_of[row]}) {
      if (s == TableIndex::nowhere) continue;
      const SumOf& sum = index_.sums[s];
      const auto whole = index_.number(sum.row, Figure::employees), own = index_.number(row, Figure::employees);
      if (!whole || !own || !printed_[s]) continue;
      const double rest = *whole - (*printed_[s] - *own);
      if (rest >= 0) return SumEvidence{stats::exactly(rest), {sum.row}};
    }
    return std::nullopt;
  }

  /// Sum of the districts as found.
  [[nodiscard]] std::optional<SumEvidence> of_districts(std::size_t s) const {
    if (index_.sums[s].districts.empty() || !printed_[s]) return std::nullopt;
    SumEvidence found{.rows = index_.sums[s].districts};
    for (const std::size_t d : found.rows)
      found.interval = found.interval + employees_found(*cells_[d][static_cast<std::size_t>(Figure::employees)]);
    return found;
  }

 private:
  const TableIndex& index_;
  const CellsByRow& cells_;
  std::vector<std::optional<double>> printed_{};
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

  const EmployeeSums sums(index, cells);
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    if (table.rows[row].kind == RowKind::district) check_shares(index, totals, row, cells[row], sums.remainder(row));
  for (std::size_t s = 0; s < index.sums.size(); ++s)
    check_shares(index, totals, index.sums[s].row, cells[index.sums[s].row], sums.of_districts(s));
  check_sums(index, cells);
  check_parts(index, cells);
  for (CellVerdict& cell : result.cells) make_whole(cell);
  return result;
}

}  // namespace vicinia::core::audit
