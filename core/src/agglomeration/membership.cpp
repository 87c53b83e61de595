#include "vicinia/core/agglomeration/membership.h"

#include <algorithm>

namespace vicinia::core::agglomeration {

Membership membership_of(std::span<const UnitFigures> figures, std::span<const std::optional<stats::Interval>> lq_ranges,
                         const topology::Adjacency& neighbours, const Rules& rules, std::span<const UnitIndex> members) {
  Membership membership;
  if (!(rules.lq_min > 0)) return membership;
  for (const UnitIndex member : members) {
    if (lq_ranges[member] && lq_ranges[member]->low < rules.lq_min) membership.as_printed.push_back(member);
    for (const UnitIndex other : neighbours.of(member)) {
      const Cell lq = figures[other].lq;
      if (!lq.has_number() || lq.number() >= rules.lq_min) continue;
      if (lq_ranges[other] && lq_ranges[other]->high >= rules.lq_min) membership.may_join.push_back(other);
    }
  }
  std::ranges::sort(membership.may_join);
  const auto again = std::ranges::unique(membership.may_join);
  membership.may_join.erase(again.begin(), again.end());
  return membership;
}

}  // namespace vicinia::core::agglomeration
