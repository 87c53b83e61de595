/// \file value_bounds.h
/// The bounds that a chosen set of cells leaves for each unknown of a table, by interval propagation to a fixed point, and of an empty one, which
/// cells emptied it. What it finds empty is empty; it may overlook a contradiction that only several sums together reveal.
/// Every bound is a step on a trail that knows what it was made from. So it is told what rests on a cell, what is tried can be taken back, and a
/// cell less costs no more than its neighbourhood.
/// Source:  Benhamou and Older (1997), interval constraints; explanations as in Jussien and Barichard (2000).
/// Cost:    a cell more or less costs what its bounds reach, seldom more than its sector and unit; a first propagation O(rows).
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "direct_bounds.h"
#include "value_system.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::audit {

/// The bounds that the cells which count leave for each unknown.
class ValueBounds {
 public:
  explicit ValueBounds(const ValueSystem& system);

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
  /// From now on by these constraints alone. \pre nothing is left to propagate
  void restrict_to(std::span<const std::uint32_t> constraints);
  /// \pre propagate() was false
  [[nodiscard]] Conflict conflict();
  /// From the start, by the cells that count.
  [[nodiscard]] bool propagate_anew();
  /// The same bounds, each in one step from those of the values that decide it: what is left out then takes back no more than it must.
  /// \pre propagate() was true. Marks from before are void.
  void settle();

  using Mark = std::size_t;
  [[nodiscard]] Mark mark() const { return trail_.size(); }
  /// Steps that were taken back are kept for undo(), and looked through; where many are, this lets go of them. Marks from before are void.
  void drop_void_steps();
  /// Bounds as they were; which cells count is for the caller to restore, by restore().
  void undo(Mark mark);
  void restore(CellId cell, bool counts) { on_[cell] = counts; }

  [[nodiscard]] stats::Interval bounds(Unknown u) const { return {bound_[low_of(u)], bound_[high_of(u)]}; }
  /// Both ends follow from values, and not only from what holds of any table, or nothing but one number is left.
  [[nodiscard]] bool is_determined(Unknown u) const;
  /// Does any bound that stands, or stood on the way to it, rest on the cell? Of a count: any but that of its own unknown.
  [[nodiscard]] bool supports_something(CellId cell) const { return supports_[cell] != 0; }
  void note_supports();
  /// What is left of a count if its own cell says nothing, and whether values determine it. \pre note_supports(), no bound changed since,
  /// and the cell supports nothing
  struct Released {
    stats::Interval interval{};
    bool is_determined = false;
  };
  [[nodiscard]] Released released(std::size_t row, Field field) const;
  /// How many bounds rest on the cell; one more than `most` where it is more, or one is a sum of more parts. \pre note_supports(), no bound changed since
  [[nodiscard]] std::size_t reach_of(CellId cell, std::size_t most);
  /// Leaves a cell out, and finds anew what remains of the unknowns of its row, by the constraints that they are in and no further (nor by sums of units that
  /// they are part of): never narrower than propagate() would. \pre reach_of() has found all that rests on it, no bound changed since
  void leave_out_nearby(CellId cell);
  /// The same by its row, the sums that it is in, and what other rows say by themselves: at a cost that does not grow with what rests on the cell.
  /// `direct` is of the cells that count, this one among them.
  void leave_out_and_look_at_rows(CellId cell, const DirectBounds& direct);
  [[nodiscard]] DirectBounds direct_bounds() const { return {system_, on_}; }

 private:
  enum class Why : std::uint8_t {
    reset,
    cell,
    sector_share,
    district_share,
    lq_by_sector,
    lq_by_unit,
    lq_over_sector_share,
    lq_over_district_share,
    more_than_nothing,
    within_sector,
    within_unit,
    smes,
    fdi,
    employer,
    link,
    sum,
    other_rows,
    limits_of_others
  };
  /// A bound that would move by less stays: it is worth no further step.
  static constexpr double least_gain = 1e-10;
  using End = std::uint32_t;  ///< 2 × unknown, + 1 for the upper
  struct Step {
    double before = 0;
    std::int32_t previous = -1;  ///< step of the same end
    End end = 0;
    std::uint32_t index = 0;  ///< row, cell, link or sum
    std::uint32_t constraint = 0;
    std::int32_t previous_by = -1;  ///< step by the same constraint; of a reset: the reset of the end before
    std::uint16_t depth = 0;
    Why why = Why::reset;
    bool is_proper = false;  ///< it follows from values, and not only from what holds of any table
  };
  [[nodiscard]] static End low_of(Unknown u) { return 2 * u; }
  [[nodiscard]] static End high_of(Unknown u) { return 2 * u + 1; }
  [[nodiscard]] double low(Unknown u) const { return bound_[low_of(u)]; }
  [[nodiscard]] double high(Unknown u) const { return bound_[high_of(u)]; }
  /// Asked far more often than anything moves: the question is part of whoever asks it.
  [[gnu::always_inline]] void raise(Unknown u, double to, Why why, std::uint32_t index) {
    const double now = low(u);
    if (to > now + least_gain * std::abs(now)) step(low_of(u), to, why, index);
  }
  [[gnu::always_inline]] void lower(Unknown u, double to, Why why, std::uint32_t index) {
    const double now = high(u);
    if (std::isinf(now) ? !std::isinf(to) : to < now - least_gain * std::abs(now))
      step(high_of(u), to, why, index);
  }
  void raise(Unknown u, DirectBounds::Bound to, std::uint32_t row);
  void lower(Unknown u, DirectBounds::Bound to, std::uint32_t row);
  void step(End end, double to, Why why, std::uint32_t index);
  void wake(std::uint32_t constraint);
  void enqueue(Unknown u);
  void apply(std::uint32_t constraint);
  void apply_row(std::uint32_t row);
  void apply_ratios(std::uint32_t row);
  void apply_link(std::uint32_t link);
  void apply_sum(std::uint32_t sum);
  struct OwnInSum {
    std::uint32_t sum = 0;
    Unknown part = no_unknown;  ///< none: the row has the whole
  };
  void apply_sum(OwnInSum own, std::uint32_t row, const DirectBounds& direct);
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
    std::size_t improper_least = 0, improper_most = 0;  ///< as of note_supports()
  };
  void note_dependents();
  void take_back(End end);
  template <class Use>
  void for_standing_steps_by(std::uint32_t constraint, Use use) const;
  template <class Use>
  void for_ends_by(CellId cell, Use use) const;  ///< that the cell itself made
  [[nodiscard]] bool rests_on(const Step& step,
                              End ground) const;  ///< \pre the constraint of the step touches it
  [[nodiscard]] Ends ends_of_parts(const ValueSystem::Sum& sum) const;
  [[nodiscard]] bool has_step(End end, auto test) const;
  [[nodiscard]] bool is_empty(Unknown u) const;
  [[nodiscard]] bool is_proper(End end) const {
    return last_[end] >= 0 && trail_[static_cast<std::size_t>(last_[end])].is_proper;
  }
  [[nodiscard]] bool follows_from_values(const Step& step) const;

  const ValueSystem& system_;
  std::vector<double> bound_{};       ///< [end]
  std::vector<std::int32_t> last_{};  ///< [end] its latest step, or -1
  std::vector<Step> trail_{};
  std::size_t steps_kept_ = 0;  ///< by the last drop_void_steps()
  std::vector<double> goal_{};  ///< [end] while settling: steps that fall short of it are not made
  std::vector<std::uint8_t> on_{}, supports_{};
  std::vector<std::int32_t> last_by_{};   ///< [constraint] its latest step, or -1
  std::vector<std::int32_t> reset_at_{};  ///< [end] steps up to here are void, or -1
  std::vector<Ends> sum_ends_{};          ///< [sum] as of note_supports()
  std::vector<End> dependents_{};         ///< as of note_supports(): ends that rest on an end, by that
  std::vector<std::uint32_t> dependents_from_{};
  std::vector<std::uint32_t> queue_{};
  std::size_t next_ = 0;
  std::vector<std::uint8_t> queued_{};   ///< [constraint] is in the queue, or of no use
  std::vector<std::uint32_t> useful_{};  ///< those that it is restricted to
  bool is_restricted_ = false;
  std::vector<std::uint8_t> is_taken_back_{};   ///< [end] while forgetting
  std::vector<End> reached_{};                  ///< by reach_of()
  std::vector<std::uint8_t> is_seen_{};         ///< [step] while telling a conflict
  std::vector<std::int32_t> open_{}, steps_{};  ///< the same; kept from one to the next
  std::vector<std::uint8_t> is_told_{};         ///< [constraint] the same
  std::vector<End> taken_back_{};               ///< while forgetting cells
  bool local_ = false;
  bool tells_what_is_proper_ = false;  ///< since the first settle(): nobody asks before
  Unknown empty_ = no_unknown;
};

}  // namespace vicinia::core::audit
