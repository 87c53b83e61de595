#include "direct_bounds.h"

#include <algorithm>
#include <cmath>

namespace vicinia::core::audit {

namespace {

bool is_better(DirectBounds::Bound a, DirectBounds::Bound b, bool is_high) {
  return is_high ? a.to < b.to : a.to > b.to;
}

}  // namespace

DirectBounds::Ends::Ends() {
  low.best.fill({{0, false}, nobody});
  high.best.fill({{endless, false}, nobody});
}

void DirectBounds::BestTwo::offer(Bound bound, std::uint32_t by, bool is_high) {
  if (is_better(bound, best[0].bound, is_high)) {
    if (best[0].by != by) best[1] = best[0];
    best[0] = {bound, by};
  } else if (best[0].by != by && is_better(bound, best[1].bound, is_high)) {
    best[1] = {bound, by};
  }
}

DirectBounds::DirectBounds(const ValueSystem& system, std::span<const std::uint8_t> counts)
    : system_(system),
      first_total_(system.national.front()),
      counts_(first_total_, Range{{0, false}, {endless, false}}),
      totals_(system.unknowns() - first_total_),
      by_sums_(totals_.size(), Range{{0, false}, {endless, false}}),
      nations_by_unit_(system.levels) {
  for (std::size_t r = 0; r < system.rows.size(); ++r)
    for (Unknown f = 0; f < 4; ++f) {
      const CellId cell = system.cell(r, static_cast<Field>(f));
      if (counts[cell] == 0) continue;
      Range& range = counts_[system.rows[r].counts + f];
      range = narrowed(range, {{system.printed[cell].low, true}, {system.printed[cell].high, true}});
    }
  add_claims_of_rows(counts);
  for (const ValueSystem::Sum& sum : system.sums) {  // sums of totals come after those that they are made of
    Together& all = sums_.emplace_back();
    if (sum.of_inverses) continue;
    for (const Unknown part : system.parts_of(sum)) {
      const auto [low, high] = of(part);
      all.least += low.to;
      all.low_does_not_follow += low.follows ? 0 : 1;
      all.high_does_not_follow += high.follows ? 0 : 1;
      if (std::isinf(high.to))
        ++all.unbounded;
      else
        all.most += high.to;
    }
    if (sum.whole >= first_total_ && !sum.is_lower_bound)
      by_sums_[sum.whole - first_total_] = others(sums_.size() - 1, no_unknown).range;
  }
  add_claims_on_nations();
}

void DirectBounds::add_claims_of_rows(std::span<const std::uint8_t> counts) {
  for (std::uint32_t r = 0; r < system_.rows.size(); ++r) {
    const ValueSystem::Row& row = system_.rows[r];
    const Range employees = counts_[row.employees()];
    const auto ratio = [&](Field field) -> const stats::Interval* {
      const CellId cell = system_.cell(r, field);
      return counts[cell] != 0 ? &system_.printed[cell] : nullptr;
    };
    const auto claim = [&](Unknown total, double low, bool low_follows, double high, bool high_follows) {
      ends_of(total).low.offer({low, low_follows}, r, false);
      ends_of(total).high.offer({high, high_follows}, r, true);
    };
    const auto share_of = [&](Unknown total, Field field) {
      if (total == no_unknown) return;
      claim(total, employees.low.to, false, endless, false);
      if (const auto* share = ratio(field))
        claim(total, least_quotient(employees.low.to, share->high), employees.low.follows,
              most_quotient(employees.high.to, share->low), employees.high.follows);
    };
    share_of(row.sector, Field::sector_share);
    share_of(row.unit, Field::district_share);
    const auto* lq = ratio(Field::location_quotient);
    const auto of_nation = [&](Unknown quotient, Field field) {
      if (const auto* share = ratio(field); share != nullptr && lq != nullptr && quotient != no_unknown)
        claim(quotient, least_quotient(lq->low, share->high), true, most_quotient(lq->high, share->low),
              true);
    };
    of_nation(row.national_per_sector, Field::district_share);
    of_nation(row.national_per_unit, Field::sector_share);
  }
}

void DirectBounds::add_claims_on_nations() {
  for (std::size_t l = 0; l < system_.links.size(); ++l) {
    const ValueSystem::Link& link = system_.links[l];
    const bool is_sector = l < system_.sector_total.size();  // those of sectors come first
    const Range part = of(link.part), quotient = of(link.quotient);
    const bool low_follows = part.low.follows && quotient.low.follows,
               high_follows = part.high.follows && quotient.high.follows;
    const auto level = static_cast<std::size_t>(std::ranges::find(system_.national, link.national) -
                                                system_.national.begin());
    Ends& ends = is_sector ? ends_of(link.national) : nations_by_unit_[level];
    ends.low.offer({times(part.low.to, std::max(1.0, quotient.low.to)), low_follows}, link.part, false);
    ends.high.offer({times(part.high.to, quotient.high.to), high_follows}, link.part, true);
  }
}

DirectBounds::Range DirectBounds::narrowed(Range a, Range b) {
  return {is_better(b.low, a.low, false) || (b.low.to == a.low.to && b.low.follows) ? b.low : a.low,
          is_better(b.high, a.high, true) || (b.high.to == a.high.to && b.high.follows) ? b.high : a.high};
}

DirectBounds::Range DirectBounds::of(Unknown u) const {
  if (u < first_total_) return counts_[u];
  const Ends& ends = totals_[u - first_total_];
  return narrowed({ends.low.best[0].bound, ends.high.best[0].bound}, by_sums_[u - first_total_]);
}

DirectBounds::Range DirectBounds::without(Unknown total, std::uint32_t row) const {
  const Ends& ends = totals_[total - first_total_];
  const auto nation = std::ranges::find(system_.national, total);
  if (nation == system_.national.end()) return {ends.low.without(row), ends.high.without(row)};
  const Ends& by_unit = nations_by_unit_[static_cast<std::size_t>(nation - system_.national.begin())];
  const Unknown sector = system_.rows[row].sector, unit = system_.rows[row].unit;
  return narrowed({ends.low.without(sector), ends.high.without(sector)},
                  {by_unit.low.without(unit), by_unit.high.without(unit)});
}

DirectBounds::Others DirectBounds::others(std::size_t sum, Unknown part) const {
  Together all = sums_[sum];
  double largest = std::max(all.least, all.most);
  if (part != no_unknown) {
    const auto [low, high] = of(part);
    all.least -= low.to;
    all.low_does_not_follow -= low.follows ? 0 : 1;
    all.high_does_not_follow -= high.follows ? 0 : 1;
    if (std::isinf(high.to))
      --all.unbounded;
    else
      all.most -= high.to;
  }
  const bool is_exact = all.least == std::floor(all.least) && all.most == std::floor(all.most);
  return {{{all.least, all.low_does_not_follow == 0},
           {all.unbounded == 0 ? all.most : endless, all.unbounded == 0 && all.high_does_not_follow == 0}},
          is_exact ? 0 : 1e-13 * largest};
}

}  // namespace vicinia::core::audit
