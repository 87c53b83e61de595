/// \file table_index.h
/// Which rows of a table belong together: sectors, units, and the rows that sum others.
/// Cost:    O(rows) to make.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/audit/published_table.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::audit {

/// A row that sums others: a group, a total, the total of a unit, or a province with its districts.
struct SumOf {
  std::size_t row = 0;
  std::vector<std::size_t> parts{};
  /// Of a total row: group rows as printed, and the districts without one.
  std::vector<std::size_t> as_groups{};
  bool is_lower_bound = false;  ///< there may be parts that are not in the table
  bool sums_units = false;      ///< so that E_j of the row is the sum of those of its parts
};

struct TableIndex {
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  explicit TableIndex(const PublishedTable& table);

  const PublishedTable& table;
  std::vector<std::string> sectors{}, units{};  ///< in the order of first appearance
  std::vector<std::size_t> sector_of{},
      unit_of{};  ///< [row]; unit: of district rows, sector: of all but totals of units, else nowhere
  std::vector<std::size_t>
      stands_for{};  ///< [row] the first row of the same sector and unit: the same values, printed again
  std::vector<SumOf> sums{};

  [[nodiscard]] const Cell& cell(std::size_t row, Field field) const { return table.rows[row][field]; }
  [[nodiscard]] std::optional<double> number(std::size_t row, Field field) const;
  /// All numbers that print as the cell: counts exactly, shares as fractions. nullopt where it is not published.
  [[nodiscard]] std::optional<stats::Interval> printed(std::size_t row, Field field) const;
};

/// A hair wider, so that ends that are equal but for rounding of the arithmetic still meet.
[[nodiscard]] stats::Interval widened(stats::Interval interval);

}  // namespace vicinia::core::audit
