#include "vicinia/core/indicators/concentration/locational_gini.h"

#include <algorithm>
#include <vector>

namespace vicinia::core::indicators::concentration {
namespace {

struct LorenzStep {
  double of_sector = 0, of_all = 0;  // shares of one unit; of_all > 0
  std::size_t row = 0;
  [[nodiscard]] double quotient() const { return of_sector / of_all; }
};

/// Empty where the sector has no employment.
std::vector<LorenzStep> steps_by_quotient(const CompleteMatrix& matrix, std::size_t sector) {
  const double sector_total = matrix.sector_totals()[sector];
  if (sector_total <= 0) return {};
  const auto employment = matrix.of_sector(sector);
  std::vector<LorenzStep> steps;
  for (std::size_t unit = 0; unit < matrix.units(); ++unit)
    if (matrix.unit_totals()[unit] > 0)
      steps.push_back(
          {employment[unit] / sector_total, matrix.unit_totals()[unit] / matrix.national_total(), unit});
  // By LQ; among equal ones the order does not change the curve, but it would change the rounding: largest weight first.
  std::ranges::sort(steps, [](const LorenzStep& a, const LorenzStep& b) {
    const double left = a.quotient(), right = b.quotient();
    if (left != right) return left < right;
    return a.of_all != b.of_all ? a.of_all > b.of_all : a.row < b.row;
  });
  return steps;
}

}  // namespace

std::vector<LorenzPoint> lorenz_curve(const CompleteMatrix& matrix, std::size_t sector) {
  std::vector<LorenzPoint> curve;
  double of_all = 0, of_sector = 0;
  for (const LorenzStep& step : steps_by_quotient(matrix, sector)) {
    of_all += step.of_all;
    of_sector += step.of_sector;
    curve.push_back({std::min(of_all, 1.0), std::min(of_sector, 1.0), step.row});
  }
  return curve;
}

LocationalGini locational_gini(const CompleteMatrix& matrix, std::size_t sector) {
  const std::vector<LorenzStep> steps = steps_by_quotient(matrix, sector);
  if (steps.empty()) return {Cell::undefined(), Cell::undefined(), Cell::undefined()};
  double cumulated = 0, twice_below = 0, least = 1;
  for (const LorenzStep& step : steps) {
    twice_below += step.of_all * (2 * cumulated + step.of_sector);
    cumulated += step.of_sector;
    least = std::min(least, step.of_all);
  }
  const double gini =
      std::max(0.0, 1 - twice_below);  // of a sector spread like all employment: 0, not −1e-17
  return {Cell::of(gini / 2), Cell::of(gini), least < 1 ? Cell::of(gini / (1 - least)) : Cell::undefined()};
}

}  // namespace vicinia::core::indicators::concentration
