/// \file figure_system.h
/// A published table as a system of constraints on numbers that nobody printed: the true count behind each cell, E_i, E_j, E, and the
/// two quotients E/E_i and E/E_j. With these two, every printed ratio is a product of two unknowns, and LQ over district share tells E/E_i
/// whatever the employees are:
///   employees = sector share × E_i = district share × E_j,   employees × E/E_j = LQ × E_i,   employees × E/E_i = LQ × E_j,
///   LQ = sector share × E/E_j = district share × E/E_i.
/// Beside these: a row that sums others, E_j of a group as the sum of its districts', parts that do not exceed their whole,
/// enterprises where there are employees, and totals that are not exceeded.
/// FigureBounds finds the bounds that a chosen set of cells leaves for each unknown, by interval propagation to a fixed point, and tells
/// of an empty one which cells emptied it. What it finds empty is empty; it may overlook a contradiction that only several sums together reveal.
/// Source:  Benhamou and Older (1997), interval constraints; explanations as in Jussien and Barichard (2000).
/// Cost:    making O(rows); a cell more or less costs what its bounds reach, seldom more than its sector and unit.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "table_index.h"
#include "vicinia/core/audit/audit.h"

namespace vicinia::core::audit {

using Unknown = std::uint32_t;
using CellId = std::uint32_t;  ///< row × figure_count + figure; behind these, one for each sum of each count: that it binds the true figures
inline constexpr Unknown no_unknown = static_cast<Unknown>(-1);

/// Unbounded numbers times nothing are nothing.
[[nodiscard]] inline double times(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

struct FigureSystem {
  static constexpr CellId no_cell = static_cast<CellId>(-1);

  explicit FigureSystem(const TableIndex& index);

  struct Row {
    Unknown counts = no_unknown;  ///< that of enterprises; the three others follow
    Unknown sector = no_unknown, national_per_sector = no_unknown, unit = no_unknown, national_per_unit = no_unknown;
    [[nodiscard]] Unknown employees() const { return counts + static_cast<Unknown>(Figure::employees); }
  };
  struct Link {
    Unknown national = 0, part = 0, quotient = 0;  ///< national = part × quotient
  };
  struct Sum {
    Unknown whole = 0;
    std::uint32_t first = 0, count = 0;  ///< in `parts`
    CellId binds = no_cell;              ///< none: it always does
    bool is_lower_bound = false;
    bool of_inverses = false;            ///< 1/whole = Σ 1/part
    CellId whole_cell = no_cell;         ///< of sums of counts
    std::uint32_t first_cell = 0;        ///< in `part_cells`, as many as parts
    [[nodiscard]] bool sums_cells() const { return whole_cell != no_cell; }
  };
  [[nodiscard]] CellId cell(std::size_t row, Figure figure) const {
    return static_cast<CellId>(row * figure_count + static_cast<std::size_t>(figure));
  }
  [[nodiscard]] bool is_assumption(CellId cell) const { return cell >= rows.size() * figure_count; }
  [[nodiscard]] std::size_t row_of(CellId cell) const { return cell / figure_count; }
  [[nodiscard]] Figure figure_of(CellId cell) const { return static_cast<Figure>(cell % figure_count); }
  /// What it takes to believe that a cell is wrong: 1. That a sum was made from figures as printed, wrong ones among them: less than 1,
  /// but not nothing.
  [[nodiscard]] double cost(CellId cell) const;
  /// Negative, or a share of more than the whole.
  [[nodiscard]] bool is_impossible(CellId cell) const;
  [[nodiscard]] std::span<const Unknown> parts_of(const Sum& sum) const { return {parts.data() + sum.first, sum.count}; }
  [[nodiscard]] std::span<const CellId> part_cells_of(const Sum& sum) const { return {part_cells.data() + sum.first_cell, sum.count}; }
  [[nodiscard]] std::size_t cells() const { return rows.size() * figure_count + assumption_cost.size(); }
  [[nodiscard]] std::size_t unknowns() const { return initial.size(); }
  /// Constraints are numbered: those of a row by its number, then links, then sums.
  [[nodiscard]] std::uint32_t of_link(std::size_t link) const { return static_cast<std::uint32_t>(rows.size() + link); }
  [[nodiscard]] std::uint32_t of_sum(std::size_t sum) const { return static_cast<std::uint32_t>(rows.size() + links.size() + sum); }
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
  std::vector<stats::Interval> initial{};         ///< [unknown]
  std::vector<stats::Interval> printed{};         ///< [row × figure_count + figure]
  std::vector<std::uint8_t> is_published{};       ///< the same
  std::vector<Unknown> sector_total{}, national_per_sector{};  ///< [level × sectors + sector]; lists know one level
  std::vector<Unknown> unit_total{}, national_per_unit{};      ///< [unit]
  std::vector<Unknown> national{};                ///< [level]
  std::size_t levels = 1;                         ///< a complete matrix has totals at each

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
void FigureSystem::for_unknowns_of(std::uint32_t constraint, Use use) const {
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

/// The bounds that the cells which count leave for each unknown.
class FigureBounds {
 public:
  explicit FigureBounds(const FigureSystem& system);

  struct Conflict {
    std::vector<CellId> cells{};               ///< cannot all be right, ascending
    std::vector<std::uint32_t> constraints{};  ///< by which it is known, in the order in which they tell it
  };

  [[nodiscard]] bool counts(CellId cell) const { return on_[cell] != 0; }
  /// Takes effect with the next propagate().
  void take(CellId cell);
  void leave_out(CellId cell);
  void leave_out(std::span<const CellId> cells);
  void take_all_published();
  /// False where nothing is left for some unknown.
  [[nodiscard]] bool propagate();
  /// The same, by these constraints alone.
  [[nodiscard]] bool propagate(std::span<const std::uint32_t> constraints);
  /// \pre propagate() was false
  [[nodiscard]] Conflict conflict() const;
  /// From the start, by the cells that count.
  [[nodiscard]] bool propagate_anew();
  /// The same bounds, each in one step from those of the figures that decide it: what is left out then takes back no more than it must.
  /// \pre propagate() was true. Marks from before are void.
  void settle();

  using Mark = std::size_t;
  [[nodiscard]] Mark mark() const { return trail_.size(); }
  /// Bounds as they were; which cells count is for the caller to restore, by restore().
  void undo(Mark mark);
  void restore(CellId cell, bool counts) { on_[cell] = counts; }

  [[nodiscard]] stats::Interval bounds(Unknown u) const { return {bound_[low_of(u)], bound_[high_of(u)]}; }
  /// Both ends follow from figures, and not only from what holds of any table, or nothing but one number is left.
  [[nodiscard]] bool is_determined(Unknown u) const;
  /// Does any bound that stands, or stood on the way to it, rest on the cell? Of a count: any but that of its own unknown.
  [[nodiscard]] bool supports_something(CellId cell) const { return supports_[cell] != 0; }
  void note_supports();
  /// What is left of a count if its own cell says nothing, and whether figures determine it. \pre note_supports(), no bound changed since,
  /// and the cell supports nothing
  struct Released {
    stats::Interval interval{};
    bool is_determined = false;
  };
  [[nodiscard]] Released released(std::size_t row, Figure figure) const;
  /// Leaves a cell out, and finds anew what remains of the unknowns of its row, by the constraints that they are in and no further (nor by sums of units that
  /// they are part of): never narrower than propagate() would, at a cost that does not grow with what rests on the cell. \pre note_supports(), no bound changed since
  void leave_out_nearby(CellId cell);

 private:
  enum class Why : std::uint8_t {
    reset, cell, sector_share, district_share, lq_by_sector, lq_by_unit, lq_over_sector_share, lq_over_district_share,
    within_sector, within_unit, smes, fdi, employer, link, sum
  };
  using End = std::uint32_t;  ///< 2 × unknown, + 1 for the upper
  struct Step {
    double before = 0;
    std::int32_t previous = -1;  ///< step of the same end
    End end = 0;
    std::uint32_t index = 0;     ///< row, cell, link or sum
    std::uint32_t constraint = 0;
    std::int32_t previous_by = -1;  ///< step by the same constraint; of a reset: the reset of the end before
    std::uint16_t depth = 0;
    Why why = Why::reset;
    bool is_proper = false;      ///< it follows from figures, and not only from what holds of any table
  };
  [[nodiscard]] static End low_of(Unknown u) { return 2 * u; }
  [[nodiscard]] static End high_of(Unknown u) { return 2 * u + 1; }
  [[nodiscard]] double low(Unknown u) const { return bound_[low_of(u)]; }
  [[nodiscard]] double high(Unknown u) const { return bound_[high_of(u)]; }
  void raise(Unknown u, double to, Why why, std::uint32_t index);
  void lower(Unknown u, double to, Why why, std::uint32_t index);
  void step(End end, double to, Why why, std::uint32_t index);
  void enqueue(Unknown u);
  void apply(std::uint32_t constraint);
  void apply_row(std::uint32_t row);
  void apply_ratios(std::uint32_t row);
  void apply_link(std::uint32_t link);
  void apply_sum(std::uint32_t sum);
  [[nodiscard]] std::uint32_t constraint_of(Why why, std::uint32_t index) const;
  template <class Use>
  void for_cells_of(const Step& step, Use use) const;
  template <class Use>
  void for_grounds_of(const Step& step, Use use) const;  ///< ends that the step was made from
  void forget(std::span<const CellId> cells);
  void add_what_rests_on(std::vector<End>& taken_back);
  void restart();
  void wake_all();
  struct Ends {
    double least = 0, most = 0;
    std::size_t unbounded = 0;
    std::size_t improper_least = 0, improper_most = 0;
  };
  void note_dependents();
  void take_back(End end);
  template <class Use>
  void for_standing_steps_by(std::uint32_t constraint, Use use) const;
  [[nodiscard]] bool rests_on(const Step& step, End ground) const;  ///< \pre the constraint of the step touches it
  [[nodiscard]] Ends ends_of_parts(const FigureSystem::Sum& sum) const;
  [[nodiscard]] bool has_step(End end, auto test) const;
  [[nodiscard]] bool is_empty(Unknown u) const;
  [[nodiscard]] bool is_proper(End end) const { return last_[end] >= 0 && trail_[static_cast<std::size_t>(last_[end])].is_proper; }
  [[nodiscard]] bool follows_from_figures(const Step& step) const;

  const FigureSystem& system_;
  std::vector<double> bound_{};            ///< [end]
  std::vector<std::int32_t> last_{};       ///< [end] its latest step, or -1
  std::vector<Step> trail_{};
  std::vector<double> goal_{};             ///< [end] while settling: steps that fall short of it are not made
  std::vector<std::uint8_t> on_{}, supports_{};
  std::vector<std::int32_t> last_by_{};    ///< [constraint] its latest step, or -1
  std::vector<std::int32_t> reset_at_{};   ///< [end] steps up to here are void, or -1
  std::vector<Ends> sum_ends_{};           ///< [sum] as of note_supports()
  std::vector<End> dependents_{};          ///< as of note_supports(): ends that rest on an end, by that
  std::vector<std::uint32_t> dependents_from_{};
  std::vector<std::uint32_t> queue_{};
  std::size_t next_ = 0;
  std::vector<std::uint8_t> queued_{};
  std::vector<std::uint8_t> is_taken_back_{};  ///< [end] while forgetting
  bool local_ = false, changed_ = false;
  Unknown empty_ = no_unknown;
};

}  // namespace vicinia::core::audit
