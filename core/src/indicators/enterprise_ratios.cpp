#include "vicinia/core/indicators/enterprise_ratios.h"

#include "vicinia/core/stats/ratio.h"

namespace vicinia::core::indicators {

Cell symmetric_lq(Cell lq) { return lq.has_number() ? Cell::of((lq.number() - 1) / (lq.number() + 1)) : lq; }

Cell employees_per_enterprise(const industry::Counts& counts) {
  return stats::ratio(counts.employees, counts.enterprises);
}

Cell sme_share_pct(const industry::Counts& counts) {
  return stats::percent(stats::ratio(counts.smes, counts.enterprises));
}

Cell fdi_share_pct(const industry::Counts& counts) {
  return stats::percent(stats::ratio(counts.fdi_enterprises, counts.enterprises));
}

}  // namespace vicinia::core::indicators
