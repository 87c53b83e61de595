#include "vicinia/core/indicators/concentration/herfindahl.h"

namespace vicinia::core::indicators::concentration {
namespace {

template <class PartAt>
Herfindahl herfindahl_of_parts(std::size_t count, PartAt part) {
  double total = 0, squares = 0;
  for (std::size_t i = 0; i < count; ++i) total += part(i);
  if (total <= 0) return {Cell::undefined(), Cell::undefined()};
  for (std::size_t i = 0; i < count; ++i) {
    const double share = part(i) / total;
    squares += share * share;
  }
  if (count == 1) return {Cell::of(squares), Cell::undefined()};
  const double least = 1.0 / static_cast<double>(count);
  return {Cell::of(squares), Cell::of((squares - least) / (1 - least))};
}

}  // namespace

Herfindahl herfindahl_of_sector(const CompleteMatrix& matrix, std::size_t sector) {
  const auto employment = matrix.of_sector(sector);
  return herfindahl_of_parts(matrix.units(), [&](std::size_t unit) { return employment[unit]; });
}

Herfindahl herfindahl_of_unit(const CompleteMatrix& matrix, std::size_t unit) {
  return herfindahl_of_parts(matrix.sectors(), [&](std::size_t sector) { return matrix.at(unit, sector); });
}

}  // namespace vicinia::core::indicators::concentration
