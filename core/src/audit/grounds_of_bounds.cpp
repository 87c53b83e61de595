// What bounds were made from, and what rests on a cell.
#include <algorithm>
#include <array>

#include "value_bounds.h"

namespace vicinia::core::audit {

namespace {

/// Where more ends than this are taken back, all steps are gone through.
constexpr std::size_t far_reaching = 1'000;

}  // namespace

std::uint32_t ValueBounds::constraint_of(Why why, std::uint32_t index) const {
  switch (why) {
    case Why::cell: return static_cast<std::uint32_t>(system_.row_of(index));
    case Why::link: return system_.of_link(index);
    case Why::sum: return system_.of_sum(index);
    default: return index;
  }
}

template <class Use>
void ValueBounds::for_cells_of(const Step& step, Use use) const {
  const auto of_row = [&](Field field) { use(system_.cell(step.index, field)); };
  switch (step.why) {
    case Why::cell: use(step.index); break;
    case Why::sector_share: of_row(Field::sector_share); break;
    case Why::district_share: of_row(Field::district_share); break;
    case Why::lq_over_sector_share: of_row(Field::sector_share); [[fallthrough]];
    case Why::lq_by_sector:
    case Why::lq_by_unit:
    case Why::more_than_nothing: of_row(Field::location_quotient); break;
    case Why::lq_over_district_share:
      of_row(Field::location_quotient);
      of_row(Field::district_share);
      break;
    case Why::sum:
      if (system_.sums[step.index].binds != ValueSystem::no_cell) use(system_.sums[step.index].binds);
      break;
    default: break;
  }
}

template <class Use>
void ValueBounds::for_grounds_of(const Step& step, Use use) const {
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
  const auto row = [&]() -> const ValueSystem::Row& { return system_.rows[step.index]; };
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
      const ValueSystem::Sum& sum = system_.sums[step.index];
      if (u != sum.whole) same(sum.whole);
      for (const Unknown part : system_.parts_of(sum))
        if (part != u) u == sum.whole ? same(part) : opposite(part);
      break;
    }
    default: break;
  }
}

ValueBounds::Conflict ValueBounds::conflict() {
  Conflict found;
  std::vector<std::int32_t>& open = open_;
  if (is_seen_.size() < trail_.size()) is_seen_.resize(2 * trail_.size());
  const auto add = [&](End end, std::int32_t before) {
    std::int32_t at = last_[end];
    while (at >= 0 && at >= before) at = trail_[static_cast<std::size_t>(at)].previous;
    if (at < 0 || is_seen_[static_cast<std::size_t>(at)] != 0) return;
    is_seen_[static_cast<std::size_t>(at)] = 1;
    open.push_back(at);
  };
  const auto latest = static_cast<std::int32_t>(trail_.size());
  add(low_of(empty_), latest);
  add(high_of(empty_), latest);
  std::vector<std::int32_t>& steps = steps_;
  steps.clear();
  while (!open.empty()) {
    const std::int32_t at = open.back();
    open.pop_back();
    const Step& step = trail_[static_cast<std::size_t>(at)];
    for_cells_of(step, [&](CellId cell) { found.cells.push_back(cell); });
    steps.push_back(at);
    for_grounds_of(step, [&](End end) { add(end, at); });
  }
  for (const std::int32_t at : steps) is_seen_[static_cast<std::size_t>(at)] = 0;
  std::ranges::sort(found.cells);
  const auto repeated = std::ranges::unique(found.cells);
  found.cells.erase(repeated.begin(), repeated.end());
  std::ranges::sort(steps);
  is_told_.resize(system_.constraints());
  for (const std::int32_t at : steps) {
    const std::uint32_t constraint = trail_[static_cast<std::size_t>(at)].constraint;
    if (is_told_[constraint] != 0) continue;
    is_told_[constraint] = 1;
    found.constraints.push_back(constraint);
  }
  for (const std::uint32_t constraint : found.constraints) is_told_[constraint] = 0;
  return found;
}

bool ValueBounds::has_step(End end, auto test) const {
  for (std::int32_t at = last_[end]; at >= 0; at = trail_[static_cast<std::size_t>(at)].previous)
    if (test(trail_[static_cast<std::size_t>(at)])) return true;
  return false;
}

template <class Use>
void ValueBounds::for_standing_steps_by(std::uint32_t constraint, Use use) const {
  for (std::int32_t at = last_by_[constraint]; at >= 0; at = trail_[static_cast<std::size_t>(at)].previous_by)
    if (const Step& step = trail_[static_cast<std::size_t>(at)]; at > reset_at_[step.end]) use(step);
}

template <class Use>
void ValueBounds::for_ends_by(CellId cell, Use use) const {
  for_standing_steps_by(system_.constraint_with(cell), [&](const Step& step) {
    for_cells_of(step, [&](CellId used) {
      if (used == cell) use(step.end);
    });
  });
}

bool ValueBounds::rests_on(const Step& step, End ground) const {
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
void ValueBounds::add_what_rests_on(std::vector<End>& taken_back) {
  const std::uint32_t first_sum = system_.of_sum(0);
  std::vector<std::array<std::uint32_t, 2>> in_sum(
      system_.sums.size());  // lower and upper ends that are taken back
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
      return is_taken_back_[same] != 0 ||
             in_sum[step.index][1 - is_high] >
                 (is_taken_back_[opposite] != 0 ? 1U : 0U) + is_taken_back_[step.end ^ 1U];
    }
    bool found = false;
    for_grounds_of(step, [&](End ground) { found = found || is_taken_back_[ground] != 0; });
    return found;
  };
  for (std::size_t at = 0; at < trail_.size(); ++at) {
    const Step& step = trail_[at];
    if (step.why == Why::reset || static_cast<std::int32_t>(at) <= reset_at_[step.end] ||
        is_taken_back_[step.end] != 0 || !rests_on_them(step))
      continue;
    is_taken_back_[step.end] = 1;
    taken_back.push_back(step.end);
    count(step.end);
  }
}

/// Takes back every bound that rests on the cells, and those that rest on these.
void ValueBounds::forget(std::span<const CellId> cells) {
  std::vector<End>& taken_back = taken_back_;
  taken_back.clear();
  const auto add = [&](End end) {
    if (is_taken_back_[end] != 0) return;
    is_taken_back_[end] = 1;
    taken_back.push_back(end);
  };
  for (const CellId cell : cells) for_ends_by(cell, add);
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

void ValueBounds::note_dependents() {
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

std::size_t ValueBounds::reach_of(CellId cell, std::size_t most) {
  reached_.clear();
  const auto add = [&](End end) {
    if (is_taken_back_[end] != 0) return;
    is_taken_back_[end] = 1;
    reached_.push_back(end);
  };
  for_ends_by(cell, add);
  bool is_far = false;
  for (std::size_t at = 0; at < reached_.size() && !is_far && reached_.size() <= most; ++at) {
    const End ground = reached_[at];
    is_far = has_step(ground, [&](const Step& step) {
      return step.why == Why::sum && system_.sums[step.index].count > most;
    });
    for (std::uint32_t d = dependents_from_[ground];
         d < dependents_from_[ground + 1] && reached_.size() <= most; ++d)
      add(dependents_[d]);
  }
  for (const End end : reached_) is_taken_back_[end] = 0;
  return is_far ? most + 1 : reached_.size();
}

bool ValueBounds::follows_from_values(const Step& step) const {
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
  for_grounds_of(
      step, [&](End ground) { all = all && (is_proper(ground) || bound_[ground] == bound_[ground ^ 1U]); });
  return all;
}

void ValueBounds::note_supports() {
  sum_ends_.clear();
  for (const ValueSystem::Sum& sum : system_.sums) {
    Ends& ends = sum_ends_.emplace_back(ends_of_parts(sum));
    for (const Unknown u : system_.parts_of(sum)) {
      if (low(u) == high(u)) continue;
      if (!is_proper(low_of(u))) ++ends.improper_least;
      if (!is_proper(high_of(u))) ++ends.improper_most;
    }
  }
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
      if (is_ground[system_.rows[r].counts + f] != 0) supports_[r * field_count + f] = 1;
}

}  // namespace vicinia::core::audit
