/// \file audit.h
/// The published values against each other. Every published cell gets a verdict, the numbers that would agree, and the rows that speak
/// against it. The values themselves are never changed.
///
/// What is compared, each with all that reaches it, by way of any other row:
/// - The employees of a row, its sectoral share (× E_i), its district share (× E_j) and its LQ (× E_i × E_j / E); LQ over district share,
///   which is E / E_i whatever the employees are, and LQ over sectoral share, which is E / E_j.
/// - A row that sums others with their sum: group rows, total rows, totals of a unit, provinces with districts. A total row may also be the
///   sum of the group rows as printed. E_j of a group is that of its districts together.
/// - Of a complete matrix, E_i, E_j and E with the sums that they are.
/// - SMEs, and foreign-invested enterprises, with the enterprises of their row; employees, which need one; shares with the whole.
///
/// A contradiction is explained by as few wrong cells as possible: one wrong value that several others contradict is named, and they
/// are not. Where one explanation is best its cells are certainly wrong, or likely so; where several are as good, their cells are named as
/// alternatives, and none is certain. What may be wrong in place of a cell that is not certain is always named: other values, or rows whose names
/// are exchanged. A sum that was made from a wrong value as printed counts as less than one wrong cell, and is not named.
///
/// All arithmetic is of closed intervals over the rounding of what is printed, so values that were rounded from one complete
/// matrix never contradict each other.
/// Source:  Moore (1966), interval arithmetic; Reiter (1987), diagnosis from first principles.
/// Shapes:  table of rows → one entry per published cell, in the order of rows and values.
/// Units:   as printed: counts, per cent, quotients.
/// Missing: a cell that is not published has no entry and enters no comparison; a sum with such a part is only a lower bound.
/// Cost:    O(rows log rows), and for each contradiction what it reaches, of a complete matrix all of it: the list of 2007 50 ms; of 213,000 listed rows 2 s, with
///          100 errors 4 s; of 66,000 rows of a matrix 0.4 s, with 50 errors 2 s with ratios and 4 s without; of 288,000 rows of one level 1.7 s, with 50 errors 6 s.
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
  agrees,           ///< among the numbers that the other values allow, or the middle of these prints as it
  rounding,         ///< they meet only because all of them are rounded
  contradicted,     ///< no numbers that print as the values can satisfy all of them
  not_recomputable  ///< nothing published determines it
};
[[nodiscard]] std::string_view name_of(Verdict verdict);

/// What decided.
enum class Check : std::uint8_t {
  none,
  shares,         ///< employees, shares and LQ of the row, by way of the totals
  sum,            ///< the sum of rows
  part_of_whole,  ///< SMEs or foreign-invested enterprises against enterprises
  employer,       ///< employees where there is no enterprise
  range           ///< a negative value, a share of more than the whole
};

/// How sure it is that a contradicted cell is the wrong one.
enum class Blame : std::uint8_t {
  none,     ///< not contradicted
  certain,  ///< no other explanation comes near
  likely,  ///< the best explanation of several errors that hang together; CellVerdict::or_else names another, of but one wrong value more or one mistake
  one_of_several  ///< other cells may be the wrong ones just as well: CellVerdict::or_else and Audit::contradictions name them
};

[[nodiscard]] std::string_view name_of(Check check);
[[nodiscard]] std::string_view name_of(Blame blame);

struct CellPlace {
  std::size_t row = 0;
  Field field = Field::enterprises;
  friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

/// Values that cannot all be right, and what would explain it: the cells of any one explanation are wrong. Usually each is of one cell.
struct Contradiction {
  std::vector<std::vector<CellPlace>> explanations{};  ///< the best first; cells ascending
};

/// What may be wrong in place of a cell, which then is right.
struct OtherExplanation {
  enum class Kind : std::uint8_t {
    values,             ///< `cells`, together
    exchanged_units,    ///< the names of the units of two `rows` of a sector are exchanged
    exchanged_sectors,  ///< the sectors of two `rows` of a unit are exchanged
    misplaced_row,      ///< the one of `rows` holds the values of another
    row_of_sum          ///< one of the lines that the one of `rows` sums holds the values of another
  };
  Kind kind = Kind::values;
  std::vector<CellPlace> cells{};   ///< ascending; without any of them the values would be in conflict
  std::vector<std::size_t> rows{};  ///< ascending
  friend bool operator==(const OtherExplanation&, const OtherExplanation&) = default;
};
[[nodiscard]] std::string_view name_of(OtherExplanation::Kind kind);

struct CellVerdict {
  std::size_t row = 0;
  Field field = Field::enterprises;
  double published = 0;
  Verdict verdict = Verdict::not_recomputable;
  Check check = Check::none;
  /// What the other values allow, without this one: of a contradicted cell, those that its explanation leaves. Within the value's range: nothing negative,
  /// no share above 100, no SMEs beyond enterprises. The upper end may be infinite. Of a cell that is not recomputable: a bound, if
  /// there is one.
  std::optional<stats::Interval> expected{};
  /// The value, as it would be printed, in the middle of what is allowed; of cells that are recomputable.
  std::optional<double> agreeing{};
  std::vector<std::size_t> contradicted_by{};  ///< rows, ascending; may hold the cell's own
  Blame blame = Blame::none;
  std::vector<CellPlace>
      alternatives{};  ///< cells of explanations that are as good, ascending: they may be wrong in place of this one
  /// Of a cell that is likely wrong, or one of several, what may be wrong in its place: never empty. Of one that is certainly wrong: none.
  std::vector<OtherExplanation> or_else{};
  std::optional<std::size_t> contradiction{};  ///< position in Audit::contradictions
};

struct Total {
  std::string key{};           ///< sector or unit
  stats::MostShared shared{};  ///< what all rows leave whose values nobody contradicts
};

struct Audit {
  std::vector<CellVerdict> cells{};
  std::vector<Contradiction> contradictions{};
  std::vector<Total> by_sector{};  ///< E_i where something is known of it, in the order of first appearance
  std::vector<Total> by_unit{};    ///< E_j
  std::optional<stats::MostShared> national{};  ///< E

  [[nodiscard]] const CellVerdict* find(std::size_t row, Field field) const;
};

[[nodiscard]] Audit audit(const PublishedTable& table);

}  // namespace vicinia::core::audit
