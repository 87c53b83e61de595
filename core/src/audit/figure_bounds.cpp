#include "figure_bounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

namespace vicinia::core::audit {

using stats::Interval;

namespace {

/// Ends that differ by less are the same but for rounding of the arithmetic.
constexpr double same_within = 1e-11;
/// A bound that would move by less stays: it is worth no further step.
constexpr double least_gain = 1e-10;
constexpr double goal_reached = 1e-9;
/// A bound is moved no more often than this: some contradictions would shave off a little for ever.
constexpr std::uint16_t most_steps = 200;

/// Where more ends than this are taken back, all steps are gone through.
constexpr std::size_t far_reaching = 1'000;

}  // namespace

FigureBounds::FigureBounds(const FigureSystem& system)
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

void FigureBounds::take_all_published() {
  for (CellId c = 0; c < system_.cells(); ++c)
    on_[c] = system_.is_assumption(c) || (system_.is_published[c] != 0 && !system_.is_impossible(c));
  wake_all();
}

void FigureBounds::take(CellId cell) {
  if (on_[cell] != 0) return;
  on_[cell] = 1;
  if (local_) return;
  wake(system_.constraint_with(cell));
}

bool FigureBounds::is_empty(Unknown u) const {
  return std::isinf(low(u)) || low(u) > high(u) + same_within * std::abs(high(u));
}

void FigureBounds::step(End end, double to, Why why, std::uint32_t index) {
  if (empty_ != no_unknown) return;  // what it would be made from is not to be trusted
  if (!goal_.empty()) {
    const double short_of = end % 2 == 1 ? to - goal_[end] : goal_[end] - to;
    if (!(short_of <= goal_reached * std::abs(goal_[end]))) return;
  }
  const std::int32_t previous = last_[end];
  const auto depth = static_cast<std::uint16_t>(previous < 0 ? 1 : trail_[static_cast<std::size_t>(previous)].depth + 1);
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
  trail_.back().is_proper = follows_from_figures(trail_.back());
  last_[end] = last_by_[constraint] = static_cast<std::int32_t>(trail_.size() - 1);
  bound_[end] = to;
  changed_ = true;
  const Unknown u = end / 2;
  if (!local_) enqueue(u);
  if (is_empty(u)) empty_ = u;
}

void FigureBounds::raise(Unknown u, double to, Why why, std::uint32_t index) {
  const double now = low(u);
  if (to > now + least_gain * std::abs(now)) step(low_of(u), to, why, index);
}

void FigureBounds::lower(Unknown u, double to, Why why, std::uint32_t index) {
  const double now = high(u);
  if (std::isinf(now) ? !std::isinf(to) : to < now - least_gain * std::abs(now)) step(high_of(u), to, why, index);
}

void FigureBounds::raise(Unknown u, DirectBounds::Bound to, std::uint32_t row) { raise(u, to.to, to.follows ? Why::other_rows : Why::limits_of_others, row); }

void FigureBounds::lower(Unknown u, DirectBounds::Bound to, std::uint32_t row) { lower(u, to.to, to.follows ? Why::other_rows : Why::limits_of_others, row); }

void FigureBounds::wake(std::uint32_t constraint) {
  if (queued_[constraint] != 0) return;
  queued_[constraint] = 1;
  queue_.push_back(constraint);
}

void FigureBounds::enqueue(Unknown u) {
  for (const std::uint32_t c : system_.touching(u)) wake(c);
}

bool FigureBounds::propagate() {
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

bool FigureBounds::propagate(std::span<const std::uint32_t> constraints) {
  local_ = true;
  std::vector<std::size_t> applied_at(constraints.size());  // how many steps there were
  const auto has_news = [&](std::size_t place) {
    bool found = false;
    const auto is_new = [&](End end) { return last_[end] >= 0 && static_cast<std::size_t>(last_[end]) >= applied_at[place]; };
    system_.for_unknowns_of(constraints[place], [&](Unknown u) { found = found || is_new(low_of(u)) || is_new(high_of(u)); });
    return found;
  };
  for (bool is_first = true; is_first || changed_; is_first = false) {
    changed_ = false;
    for (std::size_t place = 0; place < constraints.size() && empty_ == no_unknown; ++place) {
      if (!is_first && !has_news(place)) continue;
      applied_at[place] = trail_.size();
      apply(constraints[place]);
    }
    if (empty_ != no_unknown) break;
  }
  local_ = false;
  return empty_ == no_unknown;
}

void FigureBounds::wake_all() {
  queue_.resize(system_.constraints());
  for (std::uint32_t c = 0; c < queue_.size(); ++c) queue_[c] = c;
  std::ranges::fill(queued_, std::uint8_t{1});
  next_ = 0;
}

void FigureBounds::restart() {
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

bool FigureBounds::propagate_anew() {
  restart();
  return propagate();
}

void FigureBounds::settle() {
  goal_ = bound_;
  restart();
  for (const bool is_free : {false, true}) {  // what no single step reaches is reached as it was before
    if (is_free) {
      const auto has_arrived = [&](End end) {
        return bound_[end] == goal_[end] || std::abs(bound_[end] - goal_[end]) <= goal_reached * std::abs(goal_[end]);
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

void FigureBounds::apply(std::uint32_t constraint) {
  const std::size_t rows = system_.rows.size(), links = system_.links.size();
  if (constraint < rows)
    apply_row(constraint);
  else if (constraint < rows + links)
    apply_link(static_cast<std::uint32_t>(constraint - rows));
  else
    apply_sum(static_cast<std::uint32_t>(constraint - rows - links));
}

void FigureBounds::apply_row(std::uint32_t r) {
  const FigureSystem::Row& row = system_.rows[r];
  for (Unknown f = 0; f < 4; ++f) {
    const CellId cell = r * static_cast<CellId>(figure_count) + f;
    if (on_[cell] == 0) continue;
    raise(row.counts + f, system_.printed[cell].low, Why::cell, cell);
    lower(row.counts + f, system_.printed[cell].high, Why::cell, cell);
  }
  const Unknown enterprises = row.counts, smes = row.counts + 1, fdi = row.counts + 2, employees = row.employees();
  raise(enterprises, low(smes), Why::smes, r);
  lower(smes, high(enterprises), Why::smes, r);
  raise(enterprises, low(fdi), Why::fdi, r);
  lower(fdi, high(enterprises), Why::fdi, r);
  if (low(employees) > 0) raise(enterprises, 1, Why::employer, r);
  if (high(enterprises) < 1) lower(employees, 0, Why::employer, r);
  if (empty_ == no_unknown) apply_ratios(r);
}

void FigureBounds::apply_ratios(std::uint32_t r) {
  const FigureSystem::Row& row = system_.rows[r];
  const CellId lq_cell = system_.cell(r, Figure::location_quotient), ss_cell = system_.cell(r, Figure::sector_share),
               ds_cell = system_.cell(r, Figure::district_share);
  const bool has_lq = on_[lq_cell] != 0, has_ss = on_[ss_cell] != 0, has_ds = on_[ds_cell] != 0;
  const Unknown x = row.employees(), i = row.sector, y = row.national_per_sector, j = row.unit, z = row.national_per_unit;
  // x = ratio × total
  const auto share = [&](Interval s, Unknown total, Why why) {
    if (s.low > 0) raise(total, 0.5, why, r);  // nobody prints shares of nothing, and people are whole
    raise(total, least_quotient(low(x), s.high), why, r);
    lower(total, most_quotient(high(x), s.low), why, r);
    raise(x, times(s.low, low(total)), why, r);
    lower(x, times(s.high, high(total)), why, r);
  };
  // x × quotient = lq × total
  const auto quotient = [&](Interval q, Unknown of_all, Unknown total, Why why) {
    raise(total, least_quotient(times(low(x), low(of_all)), q.high), why, r);
    lower(total, most_quotient(times(high(x), high(of_all)), q.low), why, r);
    raise(of_all, least_quotient(times(q.low, low(total)), high(x)), why, r);
    lower(of_all, most_quotient(times(q.high, high(total)), low(x)), why, r);
    raise(x, least_quotient(times(q.low, low(total)), high(of_all)), why, r);
    lower(x, most_quotient(times(q.high, high(total)), low(of_all)), why, r);
  };
  // quotient = lq / share
  const auto ratio = [&](Interval q, Interval s, Unknown of_all, Why why) {
    raise(of_all, least_quotient(q.low, s.high), why, r);
    lower(of_all, most_quotient(q.high, s.low), why, r);
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
  quotient(q, z, i, Why::lq_by_sector);
  quotient(q, y, j, Why::lq_by_unit);
  if (has_ss) ratio(q, s, z, Why::lq_over_sector_share);
  if (has_ds) ratio(q, d, y, Why::lq_over_district_share);
}

void FigureBounds::apply_link(std::uint32_t l) {
  const auto& [national, part, quotient] = system_.links[l];
  raise(national, times(low(part), low(quotient)), Why::link, l);
  lower(national, times(high(part), high(quotient)), Why::link, l);
  raise(part, least_quotient(low(national), high(quotient)), Why::link, l);
  lower(part, most_quotient(high(national), low(quotient)), Why::link, l);
  raise(quotient, least_quotient(low(national), high(part)), Why::link, l);
  lower(quotient, most_quotient(high(national), low(part)), Why::link, l);
}

FigureBounds::Ends FigureBounds::ends_of_parts(const FigureSystem::Sum& sum) const {
  Ends ends;
  for (const Unknown u : system_.parts_of(sum)) {
    const bool is_one_number = low(u) == high(u);
    if (!is_one_number && !is_proper(low_of(u))) ++ends.improper_least;
    if (!is_one_number && !is_proper(high_of(u))) ++ends.improper_most;
    ends.least += sum.of_inverses ? most_quotient(1, high(u)) : low(u);
    if (const double most = sum.of_inverses ? least_quotient(1, low(u)) : high(u); std::isinf(most))
      ++ends.unbounded;
    else
      ends.most += most;
  }
  return ends;
}

void FigureBounds::apply_sum(std::uint32_t s) {
  const FigureSystem::Sum& sum = system_.sums[s];
  if (sum.binds != FigureSystem::no_cell && on_[sum.binds] == 0) return;
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

std::uint32_t FigureBounds::constraint_of(Why why, std::uint32_t index) const {
  switch (why) {
    case Why::cell: return static_cast<std::uint32_t>(system_.row_of(index));
    case Why::link: return system_.of_link(index);
    case Why::sum: return system_.of_sum(index);
    default: return index;
  }
}

template <class Use>
void FigureBounds::for_cells_of(const Step& step, Use use) const {
  const auto of_row = [&](Figure figure) { use(system_.cell(step.index, figure)); };
  switch (step.why) {
    case Why::cell: use(step.index); break;
    case Why::sector_share: of_row(Figure::sector_share); break;
    case Why::district_share: of_row(Figure::district_share); break;
    case Why::lq_over_sector_share: of_row(Figure::sector_share); [[fallthrough]];
    case Why::lq_by_sector:
    case Why::lq_by_unit: of_row(Figure::location_quotient); break;
    case Why::lq_over_district_share:
      of_row(Figure::location_quotient);
      of_row(Figure::district_share);
      break;
    case Why::sum:
      if (system_.sums[step.index].binds != FigureSystem::no_cell) use(system_.sums[step.index].binds);
      break;
    default: break;
  }
}

template <class Use>
void FigureBounds::for_grounds_of(const Step& step, Use use) const {
  const Unknown u = step.end / 2;
  const bool is_high = step.end % 2 == 1;
  const auto same = [&](Unknown other) { use(is_high ? high_of(other) : low_of(other)); };
  const auto opposite = [&](Unknown other) { use(is_high ? low_of(other) : high_of(other)); };
  // product = factor × other factor, or as here: a × b = c × (what is printed)
  const auto product = [&](Unknown a, Unknown b, Unknown c) {
    if (u == c) {
      same(a);
      same(b);
    } else {
      same(c);
      opposite(u == a ? b : a);
    }
  };
  const auto row = [&]() -> const FigureSystem::Row& { return system_.rows[step.index]; };
  switch (step.why) {
    case Why::sector_share:
    case Why::within_sector: same(u == row().sector ? row().employees() : row().sector); break;
    case Why::district_share:
    case Why::within_unit: same(u == row().unit ? row().employees() : row().unit); break;
    case Why::lq_by_sector: product(row().employees(), row().national_per_unit, row().sector); break;
    case Why::lq_by_unit: product(row().employees(), row().national_per_sector, row().unit); break;
    case Why::smes: same(is_high ? row().counts : row().counts + 1); break;
    case Why::fdi: same(is_high ? row().counts : row().counts + 2); break;
    case Why::employer: same(is_high ? row().counts : row().employees()); break;
    case Why::link: {
      const auto& [national, part, quotient] = system_.links[step.index];
      product(part, quotient, national);
      break;
    }
    case Why::sum: {
      const FigureSystem::Sum& sum = system_.sums[step.index];
      if (u != sum.whole) same(sum.whole);
      for (const Unknown part : system_.parts_of(sum))
        if (part != u) u == sum.whole ? same(part) : opposite(part);
      break;
    }
    default: break;
  }
}

FigureBounds::Conflict FigureBounds::conflict() const {
  Conflict found;
  std::vector<std::int32_t> open;
  std::vector<std::uint8_t> seen(trail_.size());
  const auto add = [&](End end, std::int32_t before) {
    std::int32_t at = last_[end];
    while (at >= 0 && at >= before) at = trail_[static_cast<std::size_t>(at)].previous;
    if (at < 0 || seen[static_cast<std::size_t>(at)] != 0) return;
    seen[static_cast<std::size_t>(at)] = 1;
    open.push_back(at);
  };
  const auto latest = static_cast<std::int32_t>(trail_.size());
  add(low_of(empty_), latest);
  add(high_of(empty_), latest);
  std::vector<std::int32_t> steps;
  while (!open.empty()) {
    const std::int32_t at = open.back();
    open.pop_back();
    const Step& step = trail_[static_cast<std::size_t>(at)];
    for_cells_of(step, [&](CellId cell) { found.cells.push_back(cell); });
    steps.push_back(at);
    for_grounds_of(step, [&](End end) { add(end, at); });
  }
  std::ranges::sort(found.cells);
  const auto repeated = std::ranges::unique(found.cells);
  found.cells.erase(repeated.begin(), repeated.end());
  std::ranges::sort(steps);
  std::unordered_set<std::uint32_t> told;
  for (const std::int32_t at : steps) {
    const std::uint32_t constraint = trail_[static_cast<std::size_t>(at)].constraint;
    if (told.insert(constraint).second) found.constraints.push_back(constraint);
  }
  return found;
}

bool FigureBounds::has_step(End end, auto test) const {
  for (std::int32_t at = last_[end]; at >= 0; at = trail_[static_cast<std::size_t>(at)].previous)
    if (test(trail_[static_cast<std::size_t>(at)])) return true;
  return false;
}

void FigureBounds::leave_out(CellId cell) { leave_out({&cell, 1}); }

void FigureBounds::leave_out(std::span<const CellId> cells) {
  std::vector<CellId> counted;
  for (const CellId cell : cells) {
    if (on_[cell] != 0) counted.push_back(cell);
    on_[cell] = 0;
  }
  forget(counted);
  // What was empty may still be so for other reasons.
  if (empty_ != no_unknown && !is_empty(empty_)) empty_ = no_unknown;
}

template <class Use>
void FigureBounds::for_standing_steps_by(std::uint32_t constraint, Use use) const {
  for (std::int32_t at = last_by_[constraint]; at >= 0; at = trail_[static_cast<std::size_t>(at)].previous_by)
    if (const Step& step = trail_[static_cast<std::size_t>(at)]; at > reset_at_[step.end]) use(step);
}

bool FigureBounds::rests_on(const Step& step, End ground) const {
  if (step.why == Why::sum) {  // long ones are not gone through
    const Unknown u = step.end / 2, other = ground / 2, whole = system_.sums[step.index].whole;
    const bool is_same_end = step.end % 2 == ground % 2;
    return u != other && is_same_end == (u == whole || other == whole);
  }
  bool found = false;
  for_grounds_of(step, [&](End end) { found = found || end == ground; });
  return found;
}

/// The same as going from ground to ground, in one pass through all steps.
void FigureBounds::add_what_rests_on(std::vector<End>& taken_back) {
  const std::uint32_t first_sum = system_.of_sum(0);
  std::vector<std::array<std::uint32_t, 2>> in_sum(system_.sums.size());  // lower and upper ends that are taken back
  const auto count = [&](End end) {
    for (const std::uint32_t c : system_.touching(end / 2))
      if (c >= first_sum) ++in_sum[c - first_sum][end % 2];
  };
  for (const End end : taken_back) count(end);
  const auto rests_on_them = [&](const Step& step) {
    if (step.why == Why::sum) {  // its own end is not among them
      const std::uint32_t is_high = step.end % 2;
      const Unknown whole = system_.sums[step.index].whole;
      if (step.end / 2 == whole) return in_sum[step.index][is_high] > 0;
      const End same = 2 * whole + is_high, opposite = same ^ 1U;
      return is_taken_back_[same] != 0 || in_sum[step.index][1 - is_high] > (is_taken_back_[opposite] != 0 ? 1U : 0U) + is_taken_back_[step.end ^ 1U];
    }
    bool found = false;
    for_grounds_of(step, [&](End ground) { found = found || is_taken_back_[ground] != 0; });
    return found;
  };
  for (std::size_t at = 0; at < trail_.size(); ++at) {
    const Step& step = trail_[at];
    if (step.why == Why::reset || static_cast<std::int32_t>(at) <= reset_at_[step.end] || is_taken_back_[step.end] != 0 || !rests_on_them(step)) continue;
    is_taken_back_[step.end] = 1;
    taken_back.push_back(step.end);
    count(step.end);
  }
}

/// Takes back every bound that rests on the cells, and those that rest on these.
void FigureBounds::forget(std::span<const CellId> cells) {
  std::vector<End> taken_back;
  const auto add = [&](End end) {
    if (is_taken_back_[end] != 0) return;
    is_taken_back_[end] = 1;
    taken_back.push_back(end);
  };
  for (const CellId cell : cells)
    for_standing_steps_by(system_.constraint_with(cell), [&](const Step& step) {
      for_cells_of(step, [&](CellId used) {
        if (used == cell) add(step.end);
      });
    });
  for (std::size_t at = 0; at < taken_back.size(); ++at) {
    if (taken_back.size() > far_reaching) {
      add_what_rests_on(taken_back);
      break;
    }
    const End ground = taken_back[at];
    for (const std::uint32_t c : system_.touching(ground / 2))
      for_standing_steps_by(c, [&](const Step& step) {
        if (is_taken_back_[step.end] == 0 && rests_on(step, ground)) add(step.end);
      });
  }
  for (const End end : taken_back) {
    take_back(end);
    is_taken_back_[end] = 0;
    enqueue(end / 2);
  }
}

void FigureBounds::drop_void_steps() {
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

void FigureBounds::take_back(End end) {
  trail_.push_back({.before = bound_[end], .previous = last_[end], .end = end, .previous_by = reset_at_[end]});
  reset_at_[end] = static_cast<std::int32_t>(trail_.size() - 1);
  const Interval from = system_.initial[end / 2];
  bound_[end] = end % 2 == 1 ? from.high : from.low;
  last_[end] = -1;
}

void FigureBounds::note_dependents() {
  const auto for_each = [&](auto use) {
    for (End end = 0; end < last_.size(); ++end)
      for (std::int32_t at = last_[end]; at >= 0; at = trail_[static_cast<std::size_t>(at)].previous)
        for_grounds_of(trail_[static_cast<std::size_t>(at)], [&](End ground) { use(ground, end); });
  };
  dependents_from_.assign(last_.size() + 1, 0);
  for_each([&](End ground, End) { ++dependents_from_[ground + 1]; });
  for (std::size_t end = 0; end < last_.size(); ++end) dependents_from_[end + 1] += dependents_from_[end];
  dependents_.resize(dependents_from_.back());
  std::vector<std::uint32_t> next(dependents_from_.begin(), dependents_from_.end() - 1);
  for_each([&](End ground, End end) { dependents_[next[ground]++] = end; });
}

std::size_t FigureBounds::reach_of(CellId cell, std::size_t most) {
  reached_.clear();
  const auto add = [&](End end) {
    if (is_taken_back_[end] != 0) return;
    is_taken_back_[end] = 1;
    reached_.push_back(end);
  };
  for_standing_steps_by(system_.constraint_with(cell), [&](const Step& step) {
    for_cells_of(step, [&](CellId used) {
      if (used == cell) add(step.end);
    });
  });
  bool is_far = false;
  for (std::size_t at = 0; at < reached_.size() && !is_far && reached_.size() <= most; ++at) {
    const End ground = reached_[at];
    is_far = has_step(ground, [&](const Step& step) { return step.why == Why::sum && system_.sums[step.index].count > most; });
    for (std::uint32_t d = dependents_from_[ground]; d < dependents_from_[ground + 1] && reached_.size() <= most; ++d) add(dependents_[d]);
  }
  for (const End end : reached_) is_taken_back_[end] = 0;
  return is_far ? most + 1 : reached_.size();
}

void FigureBounds::leave_out_nearby(CellId cell) {
  on_[cell] = 0;
  const auto row = static_cast<std::uint32_t>(system_.row_of(cell));
  for (const End end : reached_) take_back(end);
  std::vector<std::uint32_t> nearby;
  system_.for_unknowns_of(row, [&](Unknown u) {
    const auto was_taken_back = [&](End end) { return last_[end] < 0 && reset_at_[end] >= 0; };
    if (!was_taken_back(low_of(u)) && !was_taken_back(high_of(u))) return;
    for (const std::uint32_t c : system_.touching(u)) {
      const bool is_sum = c >= system_.of_sum(0);
      if (!is_sum || system_.sums[c - system_.of_sum(0)].sums_cells() || system_.sums[c - system_.of_sum(0)].whole == u) nearby.push_back(c);
    }
  });
  nearby.push_back(row);
  local_ = true;
  for (int pass = 0; pass < 2; ++pass)
    for (const std::uint32_t c : nearby) apply(c);
  local_ = false;
  empty_ = no_unknown;  // with fewer cells, nothing is
}

void FigureBounds::leave_out_and_look_at_rows(CellId cell, const DirectBounds& direct) {
  on_[cell] = 0;
  const auto r = static_cast<std::uint32_t>(system_.row_of(cell));
  const FigureSystem::Row& row = system_.rows[r];
  std::vector<std::uint32_t> links;
  std::vector<OwnInSum> sums;
  const auto add_sums_with = [&](Unknown u) {
    const auto touching = system_.touching(u);
    for (auto c = std::ranges::lower_bound(touching, system_.of_sum(0)); c != touching.end(); ++c) {
      const std::uint32_t sum = *c - system_.of_sum(0);
      if (system_.sums[sum].of_inverses || std::ranges::find(sums, sum, &OwnInSum::sum) != sums.end()) continue;
      sums.push_back({sum, u == system_.sums[sum].whole ? no_unknown : u});
    }
  };
  const auto replace = [&](Unknown u, DirectBounds::Range by) {
    take_back(low_of(u));
    take_back(high_of(u));
    raise(u, by.low, r);
    lower(u, by.high, r);
  };
  local_ = true;
  for (Unknown f = 0; f < 4; ++f) {
    replace(row.counts + f, {});
    add_sums_with(row.counts + f);
  }
  for (const auto& [total, quotient] : {std::pair(row.sector, row.national_per_sector), std::pair(row.unit, row.national_per_unit)}) {
    if (total == no_unknown) continue;
    replace(total, direct.without(total, r));
    replace(quotient, direct.without(quotient, r));
    add_sums_with(total);
    const std::uint32_t link = *std::ranges::lower_bound(system_.touching(quotient), system_.of_link(0));
    const Unknown national = system_.links[link - system_.of_link(0)].national;
    if (links.empty()) {
      replace(national, direct.without(national, r));
      add_sums_with(national);
    }
    links.push_back(link);
  }
  for (int pass = 0; pass < 3; ++pass) {
    apply_row(r);
    for (const OwnInSum& own : sums) apply_sum(own, r, direct);
    for (const std::uint32_t link : links) apply(link);
  }
  local_ = false;
  empty_ = no_unknown;  // with fewer cells, nothing is
}

/// The other parts, and the whole of another row, as they are by themselves.
void FigureBounds::apply_sum(OwnInSum own, std::uint32_t r, const DirectBounds& direct) {
  const FigureSystem::Row& row = system_.rows[r];
  const FigureSystem::Sum& sum = system_.sums[own.sum];
  if (sum.binds != FigureSystem::no_cell && on_[sum.binds] == 0) return;
  const auto is_of_row = [&](Unknown u) {
    return (u >= row.counts && u < row.counts + 4) || u == row.sector || u == row.unit || std::ranges::find(system_.national, u) != system_.national.end();
  };
  const auto [others, slack] = direct.others(own.sum, own.part);
  const auto here = [&](Unknown u) { return DirectBounds::Range{{low(u), is_proper(low_of(u)) || low(u) == high(u)}, {high(u), is_proper(high_of(u)) || low(u) == high(u)}}; };
  const DirectBounds::Range part = own.part == no_unknown ? DirectBounds::Range{{0, true}, {0, true}} : here(own.part);
  const bool is_equal = !sum.is_lower_bound;
  if (is_of_row(sum.whole)) {
    raise(sum.whole, {part.low.to + others.low.to - slack, is_equal && part.low.follows && others.low.follows}, r);
    if (is_equal) lower(sum.whole, {part.high.to + others.high.to + slack, part.high.follows && others.high.follows}, r);
  }
  if (own.part == no_unknown) return;
  const DirectBounds::Range whole = is_of_row(sum.whole) ? here(sum.whole) : direct.of(sum.whole);
  lower(own.part, {whole.high.to - others.low.to + slack, is_equal && whole.high.follows && others.low.follows}, r);
  if (is_equal && !std::isinf(others.high.to)) raise(own.part, {whole.low.to - others.high.to - slack, whole.low.follows && others.high.follows}, r);
}

void FigureBounds::undo(Mark mark) {
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

bool FigureBounds::follows_from_figures(const Step& step) const {
  switch (step.why) {
    case Why::other_rows: return true;
    case Why::reset:
    case Why::limits_of_others:
    case Why::within_sector:
    case Why::within_unit:
    case Why::smes:
    case Why::fdi:
    case Why::employer: return false;
    case Why::sum:
      if (system_.sums[step.index].is_lower_bound) return false;
      break;
    default: break;
  }
  bool all = true;
  for_grounds_of(step, [&](End ground) { all = all && (is_proper(ground) || bound_[ground] == bound_[ground ^ 1U]); });
  return all;
}

bool FigureBounds::is_determined(Unknown u) const {
  return is_proper(high_of(u)) && (low(u) == high(u) || is_proper(low_of(u)));
}

FigureBounds::Released FigureBounds::released(std::size_t r, Figure figure) const {
  const FigureSystem::Row& row = system_.rows[r];
  const Unknown own = row.counts + static_cast<Unknown>(figure);
  double least = 0, most = endless;
  bool least_is_proper = false, most_is_proper = false;
  const auto at_least = [&](double to, bool is_proper) {
    if (to > least) least = to, least_is_proper = is_proper;
  };
  const auto at_most = [&](double to, bool is_proper) {
    if (to < most) most = to, most_is_proper = is_proper;
  };
  const Unknown enterprises = row.counts;
  if (figure == Figure::enterprises) {
    at_least(std::max(low(row.counts + 1), low(row.counts + 2)), false);
    if (low(row.employees()) > 0) at_least(1, false);
  } else if (figure != Figure::employees) {
    at_most(high(enterprises), false);
  } else {
    if (high(enterprises) < 1) at_most(0, false);
    const auto cell = [&](Figure f) { return system_.cell(r, f); };
    const CellId q = cell(Figure::location_quotient), s = cell(Figure::sector_share), d = cell(Figure::district_share);
    const Unknown i = row.sector, j = row.unit, y = row.national_per_sector, z = row.national_per_unit;
    const auto product = [&](CellId ratio, Unknown total) {
      at_least(times(system_.printed[ratio].low, low(total)), is_proper(low_of(total)));
      at_most(times(system_.printed[ratio].high, high(total)), is_proper(high_of(total)));
    };
    const auto quotient = [&](Unknown total, Unknown of_all) {
      at_least(least_quotient(times(system_.printed[q].low, low(total)), high(of_all)), is_proper(low_of(total)) && is_proper(high_of(of_all)));
      at_most(most_quotient(times(system_.printed[q].high, high(total)), low(of_all)), is_proper(high_of(total)) && is_proper(low_of(of_all)));
    };
    for (const Unknown total : {i, j})
      if (total != no_unknown) at_most(high(total), false);
    if (i != no_unknown && counts(s)) product(s, i);
    if (j != no_unknown && counts(d)) product(d, j);
    if (i != no_unknown && j != no_unknown && counts(q)) quotient(i, z), quotient(j, y);
  }
  const std::uint32_t first_sum = system_.of_sum(0);
  for (const std::uint32_t c : system_.touching(own)) {
    if (c < first_sum) continue;
    const FigureSystem::Sum& sum = system_.sums[c - first_sum];
    if (!sum.sums_cells() || (sum.binds != FigureSystem::no_cell && !counts(sum.binds))) continue;
    const Ends& ends = sum_ends_[c - first_sum];
    // Its own cell fixes it, so that it is not among what is improper.
    const bool is_equal = !sum.is_lower_bound, least_is_known = ends.improper_least == 0, most_is_known = ends.improper_most == 0;
    if (sum.whole == own) {
      at_least(ends.least, is_equal && least_is_known);
      if (is_equal && ends.unbounded == 0) at_most(ends.most, most_is_known);
      continue;
    }
    at_most(high(sum.whole) - (ends.least - low(own)), is_equal && least_is_known && is_proper(high_of(sum.whole)));
    if (is_equal && ends.unbounded == 0)
      at_least(low(sum.whole) - (ends.most - high(own)), most_is_known && is_proper(low_of(sum.whole)));
  }
  return {{least, std::max(least, most)}, most_is_proper && (least_is_proper || least == most)};
}

void FigureBounds::note_supports() {
  sum_ends_.clear();
  for (const FigureSystem::Sum& sum : system_.sums) sum_ends_.push_back(ends_of_parts(sum));
  std::ranges::fill(supports_, std::uint8_t{0});
  std::vector<std::uint8_t> is_ground(system_.unknowns());
  for (End end = 0; end < last_.size(); ++end)
    for (std::int32_t at = last_[end]; at >= 0; at = trail_[static_cast<std::size_t>(at)].previous) {
      const Step& step = trail_[static_cast<std::size_t>(at)];
      if (step.why == Why::reset) break;
      if (step.why != Why::cell) for_cells_of(step, [&](CellId cell) { supports_[cell] = 1; });
      for_grounds_of(step, [&](End ground) { is_ground[ground / 2] = 1; });
    }
  note_dependents();
  for (std::size_t r = 0; r < system_.rows.size(); ++r)
    for (Unknown f = 0; f < 4; ++f)
      if (is_ground[system_.rows[r].counts + f] != 0) supports_[r * figure_count + f] = 1;
}

}  // namespace vicinia::core::audit
