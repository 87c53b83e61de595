#include "value_bounds.h"

#include <algorithm>
#include <cmath>

namespace vicinia::core::audit {

using stats::Interval;

namespace {

/// Ends that differ by less are the same but for rounding of the arithmetic.
constexpr double same_within = 1e-11;
constexpr double goal_reached = 1e-9;
/// A bound is moved no more often than this: some contradictions would shave off a little for ever.
constexpr std::uint16_t most_steps = 200;

}  // namespace

ValueBounds::ValueBounds(const ValueSystem& system)
    : system_(system),
      bound_(2 * system.unknowns()),
      last_(2 * system.unknowns(), -1),
      on_(system.cells()),
      supports_(system.cells()),
      last_by_(system.constraints(), -1),
      reset_at_(2 * system.unknowns(), -1),
      queued_(system.constraints()),
      is_taken_back_(2 * system.unknowns()) {
  for (Unknown u = 0; u < system.unknowns(); ++u) {
    bound_[low_of(u)] = system.initial[u].low;
    bound_[high_of(u)] = system.initial[u].high;
  }
}

void ValueBounds::take_all_published() {
  for (CellId c = 0; c < system_.cells(); ++c)
    on_[c] = system_.is_assumption(c) || (system_.is_published[c] != 0 && !system_.is_impossible(c));
  wake_all();
}

void ValueBounds::take(CellId cell) {
  if (on_[cell] != 0) return;
  on_[cell] = 1;
  if (local_) return;
  wake(system_.constraint_with(cell));
}

bool ValueBounds::is_empty(Unknown u) const {
  return std::isinf(low(u)) || low(u) > high(u) + same_within * std::abs(high(u));
}

void ValueBounds::step(End end, double to, Why why, std::uint32_t index) {
  if (empty_ != no_unknown) return;  // what it would be made from is not to be trusted
  if (!goal_.empty()) {
    const double short_of = end % 2 == 1 ? to - goal_[end] : goal_[end] - to;
    if (!(short_of <= goal_reached * std::abs(goal_[end]))) return;
  }
  const std::int32_t previous = last_[end];
  const auto depth =
      static_cast<std::uint16_t>(previous < 0 ? 1 : trail_[static_cast<std::size_t>(previous)].depth + 1);
  if (depth > most_steps) return;
  const std::uint32_t constraint = constraint_of(why, index);
  trail_.push_back({.before = bound_[end],
                    .previous = previous,
                    .end = end,
                    .index = index,
                    .constraint = constraint,
                    .previous_by = last_by_[constraint],
                    .depth = depth,
                    .why = why});
  if (tells_what_is_proper_) trail_.back().is_proper = follows_from_values(trail_.back());
  last_[end] = last_by_[constraint] = static_cast<std::int32_t>(trail_.size() - 1);
  bound_[end] = to;
  const Unknown u = end / 2;
  if (!local_) enqueue(u);
  if (is_empty(u)) empty_ = u;
}

void ValueBounds::raise(Unknown u, DirectBounds::Bound to, std::uint32_t row) {
  raise(u, to.to, to.follows ? Why::other_rows : Why::limits_of_others, row);
}

void ValueBounds::lower(Unknown u, DirectBounds::Bound to, std::uint32_t row) {
  lower(u, to.to, to.follows ? Why::other_rows : Why::limits_of_others, row);
}

void ValueBounds::wake(std::uint32_t constraint) {
  if (queued_[constraint] != 0) return;
  queued_[constraint] = 1;
  queue_.push_back(constraint);
}

void ValueBounds::enqueue(Unknown u) {
  for (const std::uint32_t c : system_.touching(u)) wake(c);
}

bool ValueBounds::propagate() {
  while (next_ < queue_.size() && empty_ == no_unknown) {
    const std::uint32_t c = queue_[next_++];
    queued_[c] = 0;
    apply(c);
    if (empty_ != no_unknown) wake(c);  // it was not done
    if (next_ == queue_.size()) {
      queue_.clear();
      next_ = 0;
    }
  }
  return empty_ == no_unknown;
}

void ValueBounds::restrict_to(std::span<const std::uint32_t> constraints) {
  if (!is_restricted_) std::ranges::fill(queued_, std::uint8_t{1});
  for (const std::uint32_t c : useful_) queued_[c] = 1;
  is_restricted_ = true;
  useful_.assign(constraints.begin(), constraints.end());
  for (const std::uint32_t c : useful_) queued_[c] = 0;
}

void ValueBounds::wake_all() {
  queue_.resize(system_.constraints());
  for (std::uint32_t c = 0; c < queue_.size(); ++c) queue_[c] = c;
  std::ranges::fill(queued_, std::uint8_t{1});
  next_ = 0;
}

void ValueBounds::restart() {
  trail_.clear();
  steps_kept_ = 0;
  std::ranges::fill(last_, -1);
  std::ranges::fill(last_by_, -1);
  std::ranges::fill(reset_at_, -1);
  for (Unknown u = 0; u < system_.unknowns(); ++u) {
    bound_[low_of(u)] = system_.initial[u].low;
    bound_[high_of(u)] = system_.initial[u].high;
  }
  empty_ = no_unknown;
  wake_all();
}

bool ValueBounds::propagate_anew() {
  restart();
  return propagate();
}

void ValueBounds::settle() {
  goal_ = bound_;
  tells_what_is_proper_ = true;
  restart();
  for (const bool is_free : {false, true}) {  // what no single step reaches is reached as it was before
    if (is_free) {
      const auto has_arrived = [&](End end) {
        return bound_[end] == goal_[end] ||
               std::abs(bound_[end] - goal_[end]) <= goal_reached * std::abs(goal_[end]);
      };
      bool have_all_arrived = true;
      for (End end = 0; end < bound_.size() && have_all_arrived; ++end) have_all_arrived = has_arrived(end);
      goal_.clear();
      if (have_all_arrived) break;
    }
    wake_all();
    (void)propagate();  // it was true
  }
}

void ValueBounds::apply(std::uint32_t constraint) {
  const std::size_t rows = system_.rows.size(), links = system_.links.size();
  if (constraint < rows)
    apply_row(constraint);
  else if (constraint < rows + links)
    apply_link(static_cast<std::uint32_t>(constraint - rows));
  else
    apply_sum(static_cast<std::uint32_t>(constraint - rows - links));
}

void ValueBounds::apply_row(std::uint32_t r) {
  const ValueSystem::Row& row = system_.rows[r];
  for (Unknown f = 0; f < 4; ++f) {
    const CellId cell = r * static_cast<CellId>(field_count) + f;
    if (on_[cell] == 0) continue;
    raise(row.counts + f, system_.printed[cell].low, Why::cell, cell);
    lower(row.counts + f, system_.printed[cell].high, Why::cell, cell);
  }
  const Unknown enterprises = row.counts, smes = row.counts + 1, fdi = row.counts + 2,
                employees = row.employees();
  raise(enterprises, low(smes), Why::smes, r);
  lower(smes, high(enterprises), Why::smes, r);
  raise(enterprises, low(fdi), Why::fdi, r);
  lower(fdi, high(enterprises), Why::fdi, r);
  if (low(employees) > 0) raise(enterprises, 1, Why::employer, r);
  if (high(enterprises) < 1) lower(employees, 0, Why::employer, r);
  if (empty_ == no_unknown) apply_ratios(r);
}

void ValueBounds::apply_ratios(std::uint32_t r) {
  const ValueSystem::Row& row = system_.rows[r];
  const CellId lq_cell = system_.cell(r, Field::location_quotient),
               ss_cell = system_.cell(r, Field::sector_share),
               ds_cell = system_.cell(r, Field::district_share);
  const bool has_lq = on_[lq_cell] != 0, has_ss = on_[ss_cell] != 0, has_ds = on_[ds_cell] != 0;
  const Unknown x = row.employees(), i = row.sector, y = row.national_per_sector, j = row.unit,
                z = row.national_per_unit;
  // Whether a bound moves is asked by multiplication; seldom does it, and only then is anything divided.
  const auto raise_to_quotient = [&](Unknown u, double a, double b, Why why) {
    if (a > low(u) * b) raise(u, least_quotient(a, b), why, r);
  };
  const auto lower_to_quotient = [&](Unknown u, double a, double b, Why why) {
    if (a < high(u) * b) lower(u, most_quotient(a, b), why, r);
  };
  // x = ratio × total
  const auto share = [&](Interval s, Unknown total, Why why) {
    if (s.low > 0) raise(total, 0.5, why, r);  // nobody prints shares of nothing, and people are whole
    raise_to_quotient(total, low(x), s.high, why);
    lower_to_quotient(total, high(x), s.low, why);
    raise(x, times(s.low, low(total)), why, r);
    lower(x, times(s.high, high(total)), why, r);
  };
  // x × quotient = lq × total
  const auto quotient = [&](Interval q, Unknown of_all, Unknown total, Why why) {
    raise_to_quotient(total, times(low(x), low(of_all)), q.high, why);
    lower_to_quotient(total, times(high(x), high(of_all)), q.low, why);
    const double least = times(q.low, low(total)), most = times(q.high, high(total));
    raise_to_quotient(of_all, least, high(x), why);
    lower_to_quotient(of_all, most, low(x), why);
    raise_to_quotient(x, least, high(of_all), why);
    lower_to_quotient(x, most, low(of_all), why);
  };
  // quotient = lq / share
  const auto ratio = [&](Interval q, Interval s, Unknown of_all, Why why) {
    raise_to_quotient(of_all, q.low, s.high, why);
    lower_to_quotient(of_all, q.high, s.low, why);
  };
  const Interval q = system_.printed[lq_cell], s = system_.printed[ss_cell], d = system_.printed[ds_cell];
  if (i != no_unknown) {
    raise(i, low(x), Why::within_sector, r);
    lower(x, high(i), Why::within_sector, r);
    if (has_ss) share(s, i, Why::sector_share);
  }
  if (j != no_unknown) {
    raise(j, low(x), Why::within_unit, r);
    lower(x, high(j), Why::within_unit, r);
    if (has_ds) share(d, j, Why::district_share);
  }
  if (i == no_unknown || j == no_unknown || !has_lq) return;
  if (q.low > 0)  // without employees it is nothing, and of a unit or sector without any there is none
    for (const Unknown u : {x, i, j}) raise(u, 0.5, Why::more_than_nothing, r);
  quotient(q, z, i, Why::lq_by_sector);
  quotient(q, y, j, Why::lq_by_unit);
  if (has_ss) ratio(q, s, z, Why::lq_over_sector_share);
  if (has_ds) ratio(q, d, y, Why::lq_over_district_share);
}

void ValueBounds::apply_link(std::uint32_t l) {
  const auto& [national, part, quotient] = system_.links[l];
  raise(national, times(low(part), low(quotient)), Why::link, l);
  lower(national, times(high(part), high(quotient)), Why::link, l);
  if (low(national) > low(part) * high(quotient))
    raise(part, least_quotient(low(national), high(quotient)), Why::link, l);
  if (high(national) < high(part) * low(quotient))
    lower(part, most_quotient(high(national), low(quotient)), Why::link, l);
  if (low(national) > low(quotient) * high(part))
    raise(quotient, least_quotient(low(national), high(part)), Why::link, l);
  if (high(national) < high(quotient) * low(part))
    lower(quotient, most_quotient(high(national), low(part)), Why::link, l);
}

ValueBounds::Ends ValueBounds::ends_of_parts(const ValueSystem::Sum& sum) const {
  Ends ends;
  for (const Unknown u : system_.parts_of(sum)) {
    ends.least += sum.of_inverses ? most_quotient(1, high(u)) : low(u);
    if (const double most = sum.of_inverses ? least_quotient(1, low(u)) : high(u); std::isinf(most))
      ++ends.unbounded;
    else
      ends.most += most;
  }
  return ends;
}

void ValueBounds::apply_sum(std::uint32_t s) {
  const ValueSystem::Sum& sum = system_.sums[s];
  if (sum.binds != ValueSystem::no_cell && on_[sum.binds] == 0) return;
  const auto parts = system_.parts_of(sum);
  const bool inverse = sum.of_inverses;
  const auto least = [&](Unknown u) { return inverse ? most_quotient(1, high(u)) : low(u); };
  const auto most = [&](Unknown u) { return inverse ? least_quotient(1, low(u)) : high(u); };
  const auto at_least = [&](Unknown u, double to) {
    if (!inverse)
      raise(u, to, Why::sum, s);
    else if (to > 0)
      lower(u, 1 / to, Why::sum, s);
  };
  const auto at_most = [&](Unknown u, double to) {
    if (!inverse)
      lower(u, to, Why::sum, s);
    else
      raise(u, to > 0 ? 1 / to : endless, Why::sum, s);
  };
  const Ends ends = ends_of_parts(sum);
  const double all_least = ends.least, all_most = ends.most;
  const std::size_t unbounded = ends.unbounded;
  // Sums of whole numbers are exact; others are as exact as their largest member.
  const bool is_exact = all_least == std::floor(all_least) && all_most == std::floor(all_most);
  const double slack = is_exact ? 0 : 1e-13 * std::max(all_least, all_most);
  at_least(sum.whole, all_least - slack);
  if (!sum.is_lower_bound && unbounded == 0) at_most(sum.whole, all_most + slack);
  const double whole_most = most(sum.whole), whole_least = least(sum.whole);
  for (const Unknown u : parts) {
    if (empty_ != no_unknown) return;
    const double own_least = least(u), own_most = most(u);
    if (!std::isinf(whole_most)) at_most(u, whole_most - (all_least - own_least) + slack);
    if (sum.is_lower_bound) continue;
    if (unbounded == 0)
      at_least(u, whole_least - (all_most - own_most) - slack);
    else if (unbounded == 1 && std::isinf(own_most))
      at_least(u, whole_least - all_most - slack);
  }
}

void ValueBounds::leave_out(CellId cell) { leave_out({&cell, 1}); }

void ValueBounds::leave_out(std::span<const CellId> cells) {
  std::vector<CellId> counted;
  for (const CellId cell : cells) {
    if (on_[cell] != 0) counted.push_back(cell);
    on_[cell] = 0;
  }
  forget(counted);
  // What was empty may still be so for other reasons.
  if (empty_ != no_unknown && !is_empty(empty_)) empty_ = no_unknown;
}

void ValueBounds::drop_void_steps() {
  if (trail_.size() < 2 * steps_kept_ + 1'000) return;
  std::vector<std::int32_t> number(trail_.size(), -1);
  std::int32_t kept = 0;
  std::ranges::fill(last_by_, -1);
  for (std::size_t at = 0; at < trail_.size(); ++at) {
    Step step = trail_[at];
    if (step.why == Why::reset || static_cast<std::int32_t>(at) <= reset_at_[step.end]) continue;
    if (step.previous >= 0) step.previous = number[static_cast<std::size_t>(step.previous)];
    step.previous_by = last_by_[step.constraint];
    last_[step.end] = last_by_[step.constraint] = number[at] = kept;
    trail_[static_cast<std::size_t>(kept++)] = step;
  }
  trail_.resize(static_cast<std::size_t>(kept));
  std::ranges::fill(reset_at_, -1);
  steps_kept_ = trail_.size();
}

void ValueBounds::take_back(End end) {
  trail_.push_back(
      {.before = bound_[end], .previous = last_[end], .end = end, .previous_by = reset_at_[end]});
  reset_at_[end] = static_cast<std::int32_t>(trail_.size() - 1);
  const Interval from = system_.initial[end / 2];
  bound_[end] = end % 2 == 1 ? from.high : from.low;
  last_[end] = -1;
}

void ValueBounds::undo(Mark mark) {
  while (trail_.size() > mark) {
    const Step& step = trail_.back();
    bound_[step.end] = step.before;
    last_[step.end] = step.previous;
    (step.why == Why::reset ? reset_at_[step.end] : last_by_[step.constraint]) = step.previous_by;
    trail_.pop_back();
  }
  for (std::size_t at = next_; at < queue_.size(); ++at) queued_[queue_[at]] = 0;
  queue_.clear();
  next_ = 0;
  empty_ = no_unknown;
}

bool ValueBounds::is_determined(Unknown u) const {
  return is_proper(high_of(u)) && (low(u) == high(u) || is_proper(low_of(u)));
}

}  // namespace vicinia::core::audit
