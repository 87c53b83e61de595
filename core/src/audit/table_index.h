/// \file table_index.h
/// Which rows of a table belong together: sectors, units, and the rows that group and total rows sum.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/audit/published_table.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::audit {

/// A group or total row, and the district rows it sums.
struct SumOf {
  std::size_t row = 0;
  std::vector<std::size_t> districts{};
  /// Of a total row: group rows as printed, and the districts without one.
  std::vector<std::size_t> as_groups{};
};

struct TableIndex {
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  explicit TableIndex(const PublishedTable& table);

  const PublishedTable& table;
  std::vector<std::string> sectors{}, units{};      ///< in the order of first appearance
  std::vector<std::size_t> sector_of{}, unit_of{};  ///< [row]; unit: of district rows, else nowhere
  std::vector<SumOf> sums{};                        ///< groups before totals
  std::vector<std::size_t> group_of{}, total_of{};  ///< [row] position in `sums` of what sums a district row, or nowhere

  [[nodiscard]] const Cell& cell(std::size_t row, Figure figure) const { return table.rows[row][figure]; }
  [[nodiscard]] std::optional<double> number(std::size_t row, Figure figure) const;
  /// All numbers that print as the cell: counts exactly, shares as fractions. nullopt where it is not published.
  [[nodiscard]] std::optional<stats::Interval> printed(std::size_t row, Figure figure) const;
};

}  // namespace vicinia::core::audit
