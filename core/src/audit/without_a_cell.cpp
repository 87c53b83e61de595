// What is left for the values of a row when one of its cells says nothing, at a cost that does not grow with the table.
#include <algorithm>
#include <cmath>
#include <utility>

#include "value_bounds.h"

namespace vicinia::core::audit {

void ValueBounds::leave_out_nearby(CellId cell) {
  on_[cell] = 0;
  const auto row = static_cast<std::uint32_t>(system_.row_of(cell));
  for (const End end : reached_) take_back(end);
  std::vector<std::uint32_t> nearby;
  system_.for_unknowns_of(row, [&](Unknown u) {
    const auto was_taken_back = [&](End end) { return last_[end] < 0 && reset_at_[end] >= 0; };
    if (!was_taken_back(low_of(u)) && !was_taken_back(high_of(u))) return;
    for (const std::uint32_t c : system_.touching(u)) {
      const bool is_sum = c >= system_.of_sum(0);
      if (!is_sum || system_.sums[c - system_.of_sum(0)].sums_cells() ||
          system_.sums[c - system_.of_sum(0)].whole == u)
        nearby.push_back(c);
    }
  });
  nearby.push_back(row);
  local_ = true;
  for (int pass = 0; pass < 2; ++pass)
    for (const std::uint32_t c : nearby) apply(c);
  local_ = false;
  empty_ = no_unknown;  // with fewer cells, nothing is
}

void ValueBounds::leave_out_and_look_at_rows(CellId cell, const DirectBounds& direct) {
  on_[cell] = 0;
  const auto r = static_cast<std::uint32_t>(system_.row_of(cell));
  const ValueSystem::Row& row = system_.rows[r];
  std::vector<std::uint32_t> links;
  std::vector<OwnInSum> sums;
  const auto add_sums_with = [&](Unknown u) {
    const auto touching = system_.touching(u);
    for (auto c = std::ranges::lower_bound(touching, system_.of_sum(0)); c != touching.end(); ++c) {
      const std::uint32_t sum = *c - system_.of_sum(0);
      if (system_.sums[sum].of_inverses || std::ranges::find(sums, sum, &OwnInSum::sum) != sums.end())
        continue;
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
  for (const auto& [total, quotient] :
       {std::pair(row.sector, row.national_per_sector), std::pair(row.unit, row.national_per_unit)}) {
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
void ValueBounds::apply_sum(OwnInSum own, std::uint32_t r, const DirectBounds& direct) {
  const ValueSystem::Row& row = system_.rows[r];
  const ValueSystem::Sum& sum = system_.sums[own.sum];
  if (sum.binds != ValueSystem::no_cell && on_[sum.binds] == 0) return;
  const auto is_of_row = [&](Unknown u) {
    return (u >= row.counts && u < row.counts + 4) || u == row.sector || u == row.unit ||
           std::ranges::find(system_.national, u) != system_.national.end();
  };
  const auto [others, slack] = direct.others(own.sum, own.part);
  const auto here = [&](Unknown u) {
    return DirectBounds::Range{{low(u), is_proper(low_of(u)) || low(u) == high(u)},
                               {high(u), is_proper(high_of(u)) || low(u) == high(u)}};
  };
  const DirectBounds::Range part =
      own.part == no_unknown ? DirectBounds::Range{{0, true}, {0, true}} : here(own.part);
  const bool is_equal = !sum.is_lower_bound;
  if (is_of_row(sum.whole)) {
    raise(sum.whole,
          {part.low.to + others.low.to - slack, is_equal && part.low.follows && others.low.follows}, r);
    if (is_equal)
      lower(sum.whole, {part.high.to + others.high.to + slack, part.high.follows && others.high.follows}, r);
  }
  if (own.part == no_unknown) return;
  const DirectBounds::Range whole = is_of_row(sum.whole) ? here(sum.whole) : direct.of(sum.whole);
  lower(own.part,
        {whole.high.to - others.low.to + slack, is_equal && whole.high.follows && others.low.follows}, r);
  if (is_equal && !std::isinf(others.high.to))
    raise(own.part, {whole.low.to - others.high.to - slack, whole.low.follows && others.high.follows}, r);
}

ValueBounds::Released ValueBounds::released(std::size_t r, Field field) const {
  const ValueSystem::Row& row = system_.rows[r];
  const Unknown own = row.counts + static_cast<Unknown>(field);
  double least = 0, most = endless;
  bool least_is_proper = false, most_is_proper = false;
  const auto at_least = [&](double to, bool is_proper) {
    if (to > least) least = to, least_is_proper = is_proper;
  };
  const auto at_most = [&](double to, bool is_proper) {
    if (to < most) most = to, most_is_proper = is_proper;
  };
  const Unknown enterprises = row.counts;
  if (field == Field::enterprises) {
    at_least(std::max(low(row.counts + 1), low(row.counts + 2)), false);
    if (low(row.employees()) > 0) at_least(1, false);
  } else if (field != Field::employees) {
    at_most(high(enterprises), false);
  } else {
    if (high(enterprises) < 1) at_most(0, false);
    const auto cell = [&](Field f) { return system_.cell(r, f); };
    const CellId q = cell(Field::location_quotient), s = cell(Field::sector_share),
                 d = cell(Field::district_share);
    const Unknown i = row.sector, j = row.unit, y = row.national_per_sector, z = row.national_per_unit;
    const auto product = [&](CellId ratio, Unknown total) {
      at_least(times(system_.printed[ratio].low, low(total)), is_proper(low_of(total)));
      at_most(times(system_.printed[ratio].high, high(total)), is_proper(high_of(total)));
    };
    const auto quotient = [&](Unknown total, Unknown of_all) {
      at_least(least_quotient(times(system_.printed[q].low, low(total)), high(of_all)),
               is_proper(low_of(total)) && is_proper(high_of(of_all)));
      at_most(most_quotient(times(system_.printed[q].high, high(total)), low(of_all)),
              is_proper(high_of(total)) && is_proper(low_of(of_all)));
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
    const ValueSystem::Sum& sum = system_.sums[c - first_sum];
    if (!sum.sums_cells() || (sum.binds != ValueSystem::no_cell && !counts(sum.binds))) continue;
    const Ends& ends = sum_ends_[c - first_sum];
    // Its own cell fixes it, so that it is not among what is improper.
    const bool is_equal = !sum.is_lower_bound, least_is_known = ends.improper_least == 0,
               most_is_known = ends.improper_most == 0;
    if (sum.whole == own) {
      at_least(ends.least, is_equal && least_is_known);
      if (is_equal && ends.unbounded == 0) at_most(ends.most, most_is_known);
      continue;
    }
    at_most(high(sum.whole) - (ends.least - low(own)),
            is_equal && least_is_known && is_proper(high_of(sum.whole)));
    if (is_equal && ends.unbounded == 0)
      at_least(low(sum.whole) - (ends.most - high(own)), most_is_known && is_proper(low_of(sum.whole)));
  }
  return {{least, std::max(least, most)}, most_is_proper && (least_is_proper || least == most)};
}

}  // namespace vicinia::core::audit
