/// \file value_system.h
/// A published table as a system of constraints on numbers that nobody printed: the true count behind each cell, E_i, E_j, E, and the
/// two quotients E/E_i and E/E_j. With these two, every printed ratio is a product of two unknowns, and LQ over district share tells E/E_i
/// whatever the employees are:
///   employees = sector share × E_i = district share × E_j,   employees × E/E_j = LQ × E_i,   employees × E/E_i = LQ × E_j,
///   LQ = sector share × E/E_j = district share × E/E_i.
/// Beside these: a row that sums others, E_j of a group as the sum of its districts', parts that do not exceed their whole,
/// enterprises where there are employees, and totals that are not exceeded.
/// Cost:    O(rows) to make.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "table_index.h"
#include "vicinia/core/audit/audit.h"

namespace vicinia::core::audit {

using Unknown = std::uint32_t;
using CellId = std::
    uint32_t;  ///< row × field_count + field; behind these, one for each sum of each count: that it binds the true values
inline constexpr Unknown no_unknown = static_cast<Unknown>(-1);

inline constexpr double endless = std::numeric_limits<double>::infinity();

/// Unbounded numbers times nothing are nothing.
[[nodiscard]] inline double times(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }
/// Lower and upper ends of quotients: nothing over an unbounded number, and unbounded where the divisor may be nothing.
[[nodiscard]] inline double least_quotient(double a, double b) {
  return std::isinf(b) ? 0 : b > 0 ? a / b : a > 0 ? endless : 0;
}
[[nodiscard]] inline double most_quotient(double a, double b) {
  return b > 0 ? (std::isinf(b) ? 0 : a / b) : endless;
}

struct ValueSystem {
  static constexpr CellId no_cell = static_cast<CellId>(-1);

  explicit ValueSystem(const TableIndex& index);

  struct Row {
    Unknown counts = no_unknown;  ///< that of enterprises; the three others follow
    Unknown sector = no_unknown, national_per_sector = no_unknown, unit = no_unknown,
            national_per_unit = no_unknown;
    [[nodiscard]] Unknown employees() const { return counts + static_cast<Unknown>(Field::employees); }
  };
  struct Link {
    Unknown national = 0, part = 0, quotient = 0;  ///< national = part × quotient
  };
  struct Sum {
    Unknown whole = 0;
    std::uint32_t first = 0, count = 0;  ///< in `parts`
    CellId binds = no_cell;              ///< none: it always does
    bool is_lower_bound = false;
    bool of_inverses = false;      ///< 1/whole = Σ 1/part
    CellId whole_cell = no_cell;   ///< of sums of counts
    std::uint32_t first_cell = 0;  ///< in `part_cells`, as many as parts
    [[nodiscard]] bool sums_cells() const { return whole_cell != no_cell; }
  };
  [[nodiscard]] CellId cell(std::size_t row, Field field) const {
    return static_cast<CellId>(row * field_count + static_cast<std::size_t>(field));
  }
  [[nodiscard]] bool is_assumption(CellId cell) const { return cell >= rows.size() * field_count; }
  [[nodiscard]] std::size_t row_of(CellId cell) const { return cell / field_count; }
  [[nodiscard]] Field field_of(CellId cell) const { return static_cast<Field>(cell % field_count); }
  /// What it takes to believe that a cell is wrong: 1. That a sum was made from values as printed, wrong ones among them: less than 1,
  /// but not nothing.
  [[nodiscard]] double cost(CellId cell) const;
  /// Negative, or a share of more than the whole.
  [[nodiscard]] bool is_impossible(CellId cell) const;
  [[nodiscard]] std::span<const Unknown> parts_of(const Sum& sum) const {
    return {parts.data() + sum.first, sum.count};
  }
  [[nodiscard]] std::span<const CellId> part_cells_of(const Sum& sum) const {
    return {part_cells.data() + sum.first_cell, sum.count};
  }
  [[nodiscard]] std::size_t cells() const { return rows.size() * field_count + assumption_cost.size(); }
  [[nodiscard]] std::size_t unknowns() const { return initial.size(); }
  /// Constraints are numbered: those of a row by its number, then links, then sums.
  [[nodiscard]] std::uint32_t of_link(std::size_t link) const {
    return static_cast<std::uint32_t>(rows.size() + link);
  }
  [[nodiscard]] std::uint32_t of_sum(std::size_t sum) const {
    return static_cast<std::uint32_t>(rows.size() + links.size() + sum);
  }
  [[nodiscard]] std::uint32_t constraint_with(CellId cell) const;
  [[nodiscard]] std::size_t constraints() const { return rows.size() + links.size() + sums.size(); }
  [[nodiscard]] std::span<const std::uint32_t> touching(Unknown u) const {
    return {touching_.data() + touching_from_[u], touching_from_[u + 1] - touching_from_[u]};
  }
  template <class Use>
  void for_unknowns_of(std::uint32_t constraint, Use use) const;

  const TableIndex& index;
  std::vector<Row> rows{};
  std::vector<Link> links{};
  std::vector<Sum> sums{};
  std::vector<Unknown> parts{};
  std::vector<CellId> part_cells{};
  std::vector<double> assumption_cost{};
  std::vector<std::uint32_t> sum_of_assumption{};
  std::vector<stats::Interval> initial{};    ///< [unknown]
  std::vector<stats::Interval> printed{};    ///< [row × field_count + field]
  std::vector<std::uint8_t> is_published{};  ///< the same
  std::vector<Unknown> sector_total{},
      national_per_sector{};  ///< [level × sectors + sector]; lists know one level
  std::vector<Unknown> unit_total{}, national_per_unit{};  ///< [unit]
  std::vector<Unknown> national{};                         ///< [level]
  std::size_t levels = 1;                                  ///< a complete matrix has totals at each

 private:
  Unknown add_unknown(stats::Interval from);
  void add_totals();
  void add_rows();
  void add_sums();
  void add_complete_totals();
  void index_constraints();
  [[nodiscard]] std::size_t level_of(std::size_t row) const;

  std::vector<std::uint32_t> touching_{}, touching_from_{};
};

template <class Use>
void ValueSystem::for_unknowns_of(std::uint32_t constraint, Use use) const {
  if (constraint < rows.size()) {
    const Row& row = rows[constraint];
    for (Unknown f = 0; f < 4; ++f) use(row.counts + f);
    for (const Unknown u : {row.sector, row.national_per_sector, row.unit, row.national_per_unit})
      if (u != no_unknown) use(u);
  } else if (constraint < rows.size() + links.size()) {
    const Link& link = links[constraint - rows.size()];
    for (const Unknown u : {link.national, link.part, link.quotient}) use(u);
  } else {
    const Sum& sum = sums[constraint - rows.size() - links.size()];
    use(sum.whole);
    for (const Unknown u : parts_of(sum)) use(u);
  }
}

}  // namespace vicinia::core::audit
