#include "vicinia/core/indicators/dominance.h"

#include "vicinia/core/indicators/enterprise_ratios.h"

namespace vicinia::core::indicators {

Dominance dominance(Cell lq, const industry::Counts& counts) {
  const Outcome is_high = at_least(lq, dominance_lq_min);
  const Cell enterprises = counts.enterprises;
  const Outcome few = !enterprises.has_number() ? Outcome::cannot_be_told
                                                : outcome_of(enterprises.number() >= 1 &&
                                                             enterprises.number() <= few_enterprises_max);
  // Where there are no enterprises the share is undefined, and no LQ rests on them.
  const Cell foreign = fdi_share_pct(counts);
  const Outcome mostly = foreign.state() == CellState::undefined
                             ? Outcome::not_met
                             : more_than(foreign, mostly_foreign_above_pct);
  return {both(is_high, few), both(is_high, mostly)};
}

}  // namespace vicinia::core::indicators
