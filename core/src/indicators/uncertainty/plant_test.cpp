#include "vicinia/core/indicators/uncertainty/plant_test.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "vicinia/core/stats/normal.h"
#include "vicinia/core/stats/ratio.h"

namespace vicinia::core::indicators::uncertainty {
namespace {

constexpr double plants_for_the_normal = 5;

Cell weakest_of_inputs(const ShareAndExpectation& shares, const PlantHerfindahl& herfindahl) {
  for (const CellState state : {CellState::undefined, CellState::not_published})
    for (const Cell cell : {shares.share, shares.expected, herfindahl.value})
      if (cell.state() == state) return cell;
  return Cell::of(0);
}

}  // namespace

ShareAndExpectation shares_of(const EmploymentAndTotals& e) {
  return {stats::ratio(e.employment, e.sector_total), stats::ratio(e.unit_total, e.national_total)};
}

ShareAndExpectation shares_from_printed(Cell lq, Cell sector_share_pct) {
  const Cell share = stats::ratio(sector_share_pct, Cell::of(100));
  return {share, stats::ratio(share, lq)};
}

PlantTest plant_test(const ShareAndExpectation& shares, const PlantHerfindahl& herfindahl,
                     double confidence) {
  assert(confidence > 0 && confidence < 1);
  PlantTest test{.is_bound = herfindahl.is_lower_bound};
  test.lq = stats::ratio(shares.share, shares.expected);
  const auto all_are = [&](Cell cell) {
    test.z = test.p = test.chance_low = test.chance_high = test.lumpiest_z = test.lumpiest_p =
        test.expected_plants = cell;
    return test;
  };
  const Cell weakest = weakest_of_inputs(shares, herfindahl);
  if (!weakest.has_number()) return all_are(weakest);
  const double s = shares.share.number(), x = shares.expected.number(), h = herfindahl.value.number();
  if (x <= 0 || x >= 1 || h <= 0) return all_are(Cell::undefined());

  const double z = (s - x) / std::sqrt(h * x * (1 - x));
  test.z = Cell::of(z);
  test.p = Cell::of(stats::normal_upper_tail(z));
  if (const Cell most = herfindahl.is_lower_bound ? herfindahl.at_most : herfindahl.value;
      most.has_number()) {
    const double least_z = (s - x) / std::sqrt(most.number() * x * (1 - x));
    test.lumpiest_z = Cell::of(least_z);
    test.lumpiest_p = Cell::of(stats::normal_upper_tail(least_z));
  }
  const double half_width = stats::normal_half_width(confidence) * std::sqrt(h * (1 - x) / x);
  test.chance_low = Cell::of(std::max(0.0, 1 - half_width));
  test.chance_high = Cell::of(1 + half_width);
  test.expected_plants = Cell::of(x / h);
  test.is_rough = std::min(x, 1 - x) / h < plants_for_the_normal;
  return test;
}

}  // namespace vicinia::core::indicators::uncertainty
