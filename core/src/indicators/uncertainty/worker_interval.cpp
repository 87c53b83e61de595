#include "vicinia/core/indicators/uncertainty/worker_interval.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "vicinia/core/stats/normal.h"

namespace vicinia::core::indicators::uncertainty {
namespace {

struct Ends {
  double low = 0, high = 0;
};

Ends wilson_ends(double successes, double draws, double z) {
  const double share = successes / draws, z2 = z * z;
  const double centre = (share + z2 / (2 * draws)) / (1 + z2 / draws);
  const double half =
      z / (1 + z2 / draws) * std::sqrt(share * (1 - share) / draws + z2 / (4 * draws * draws));
  // At either limit the interval ends there; rounding must not move it.
  return {successes == 0 ? 0 : std::max(0.0, centre - half),
          successes == draws ? 1 : std::min(1.0, centre + half)};
}

}  // namespace

WorkerInterval worker_interval(const EmploymentAndTotals& e, double confidence, WorkerMethod method) {
  assert(confidence > 0 && confidence < 1);
  WorkerInterval interval;
  interval.lq = location_quotient(e);
  interval.low = interval.high = Cell::undefined();
  if (!interval.lq.has_number()) {
    interval.low = interval.high = interval.lq;
    return interval;
  }
  const double cell = e.employment.number(), unit = e.unit_total.number();
  const double sector = e.sector_total.number(), nation = e.national_total.number();
  if (cell > unit || cell > sector || unit > nation || sector - cell > nation - unit) return interval;

  const double z = stats::normal_half_width(confidence);
  const double lq = interval.lq.number(), national_share = sector / nation;
  if (method == WorkerMethod::wilson) {
    const Ends ends = wilson_ends(cell, unit, z);
    interval.low = Cell::of(ends.low / national_share);
    interval.high = Cell::of(ends.high / national_share);
  } else if (cell > 0 && unit < nation) {
    const double share = cell / unit, rest = (sector - cell) / (nation - unit), weight = unit / nation;
    const double by_unit = 1 / share - weight / national_share, by_rest = (1 - weight) / national_share;
    const double variance = by_unit * by_unit * share * (1 - share) / unit +
                            by_rest * by_rest * rest * (1 - rest) / (nation - unit);
    interval.low = Cell::of(lq * std::exp(-z * std::sqrt(variance)));
    interval.high = Cell::of(lq * std::exp(z * std::sqrt(variance)));
  }
  return interval;
}

}  // namespace vicinia::core::indicators::uncertainty
