#include "vicinia/core/indicators/concentration/krugman_specialisation.h"

#include <cmath>

namespace vicinia::core::indicators::concentration {

Cell krugman_specialisation(const CompleteMatrix& matrix, std::size_t unit, ComparedWith compared_with) {
  double own = 0, all = 0;
  for (std::size_t sector = 0; sector < matrix.sectors(); ++sector) {
    own += matrix.at(unit, sector);
    all += matrix.sector_totals()[sector];
  }
  const bool without_own = compared_with == ComparedWith::rest;
  const double others = without_own ? all - own : all;
  if (own <= 0 || others <= 0) return Cell::undefined();
  double sum = 0;
  for (std::size_t sector = 0; sector < matrix.sectors(); ++sector) {
    const double mine = matrix.at(unit, sector), total = matrix.sector_totals()[sector];
    sum += std::abs(mine / own - (without_own ? total - mine : total) / others);
  }
  return Cell::of(sum);
}

}  // namespace vicinia::core::indicators::concentration
