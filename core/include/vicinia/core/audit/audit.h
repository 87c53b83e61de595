/// \file audit.h
/// The published figures against each other. Every published cell gets a verdict, the numbers that would agree, and the rows that speak
/// against it. The figures themselves are never changed.
///
/// What is compared:
/// - The employees of a row, and what its sectoral share (× E_i), its district share (× E_j) and its LQ (× E_i × E_j / E) make of them.
///   E_i, E_j and E are the stretches that most *other* rows share. What most of these say stands; a cell that cannot be reconciled with
///   it is contradicted. Where one total is unknown, the two figures that do not need it are compared with each other: LQ =
///   district share / (E_i / E).
/// - A group row, and a total row, with the sum of its districts; a total row may also be the sum of the group rows as printed.
///   A sum that fails is contradicted, unless the figures tell which of its parts is wrong.
/// - SMEs, and foreign-invested enterprises, with the enterprises of their row.
/// Where the figures cannot tell which one of two is wrong, both are contradicted and marked `undecided`.
///
/// All arithmetic is of closed intervals over the rounding of what is printed, so figures that were rounded from one complete
/// matrix never contradict each other.
/// Source:  Moore (1966), interval arithmetic.
/// Shapes:  table of rows → one entry per published cell, in the order of rows and figures.
/// Units:   as printed: counts, per cent, quotients.
/// Missing: a cell that is not published has no entry and enters no comparison; a sum with such a part is only a lower bound.
/// Cost:    O(rows log rows).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/audit/published_table.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::audit {

enum class Verdict : std::uint8_t {
  agrees,          ///< among the numbers that the other figures allow, or the middle of these prints as it
  rounding,        ///< they meet only because all of them are rounded
  contradicted,    ///< no numbers that print as the figures can satisfy all of them
  not_recomputable ///< nothing published determines it
};
[[nodiscard]] std::string_view name_of(Verdict verdict);

/// What decided.
enum class Check : std::uint8_t {
  none,
  shares,         ///< employees, shares and LQ of the row, by way of the totals
  sum,            ///< the sum of rows
  part_of_whole   ///< SMEs or foreign-invested enterprises against enterprises
};

struct CellVerdict {
  std::size_t row = 0;
  Figure figure = Figure::enterprises;
  double published = 0;
  Verdict verdict = Verdict::not_recomputable;
  Check check = Check::none;
  /// What the other figures allow; the upper end may be infinite. Of a cell that is not recomputable: a bound, if there is one.
  std::optional<stats::Interval> expected{};
  std::vector<std::size_t> contradicted_by{};  ///< rows, ascending; may hold the cell's own
  bool undecided = false;        ///< another figure may be the wrong one just as well
  bool confirmed_by_sum = false; ///< contradicted by its row, but the group or total row agrees with it
};

struct Total {
  std::string key{};  ///< sector or unit
  stats::MostShared shared{};
};

struct Audit {
  std::vector<CellVerdict> cells{};
  std::vector<Total> by_sector{};  ///< E_i where something is known of it, in the order of first appearance
  std::vector<Total> by_unit{};    ///< E_j
  std::optional<stats::MostShared> national{};  ///< E

  [[nodiscard]] const CellVerdict* find(std::size_t row, Figure figure) const;
};

/// \pre no figure is negative
[[nodiscard]] Audit audit(const PublishedTable& table);

}  // namespace vicinia::core::audit
