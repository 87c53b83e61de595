#include "vicinia/core/indicators/concentration/ellison_glaeser.h"

namespace vicinia::core::indicators::concentration {

EllisonGlaeser ellison_glaeser(const CompleteMatrix& matrix, std::size_t sector,
                               const uncertainty::PlantHerfindahl& herfindahl) {
  const double sector_total = matrix.sector_totals()[sector];
  if (sector_total <= 0) return {Cell::undefined(), Cell::undefined(), Bound::exact};
  const auto employment = matrix.of_sector(sector);
  double
      raw = 0,
      room =
          0;  // room = 1 − Σ x², summed as Σ x (1 − x), which does not cancel where one unit has nearly all
  for (std::size_t unit = 0; unit < matrix.units(); ++unit) {
    const double all = matrix.unit_totals()[unit] / matrix.national_total();
    const double difference = employment[unit] / sector_total - all;
    raw += difference * difference;
    room += all * (1 - all);
  }
  EllisonGlaeser result{Cell::of(raw), Cell::undefined(), Bound::exact};
  if (!herfindahl.value.has_number()) {
    result.gamma = herfindahl.value;
    return result;
  }
  const double h = herfindahl.value.number();
  if (room <= 0 || h >= 1) return result;
  const double g = raw / room;
  const auto gamma_of = [&](double plants) { return Cell::of((g - plants) / (1 - plants)); };
  result.gamma = result.low = result.high = gamma_of(h);
  if (!herfindahl.is_lower_bound || g == 1) return result;
  result.bound = g < 1 ? Bound::at_most : Bound::at_least;
  const Cell most = herfindahl.at_most;
  (g < 1 ? result.low : result.high) =
      most.has_number() && most.number() < 1 ? gamma_of(most.number()) : Cell::not_published();
  return result;
}

}  // namespace vicinia::core::indicators::concentration
