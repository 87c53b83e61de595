#include "vicinia/core/indicators/location_quotient.h"

#include <string>

#include "vicinia/core/stats/ratio.h"
#include "vicinia/core/stats/sum.h"

namespace vicinia::core::indicators {

Result<EmploymentTotals> totals_of(const EmploymentMatrix& matrix) {
  if (matrix.cells.size() != matrix.units * matrix.sectors)
    return fail({.code = ErrorCode::shape_mismatch,
                 .detail = std::to_string(matrix.cells.size()) + " cells for " +
                           std::to_string(matrix.units) + " units × " + std::to_string(matrix.sectors) +
                           " sectors"});
  EmploymentTotals totals{std::vector<Cell>(matrix.sectors, Cell::of(0)),
                          std::vector<Cell>(matrix.units, Cell::of(0)), Cell::of(0)};
  for (std::size_t unit = 0; unit < matrix.units; ++unit)
    for (std::size_t sector = 0; sector < matrix.sectors; ++sector) {
      const Cell cell = matrix.cells[unit * matrix.sectors + sector];
      if (cell.has_number() && cell.number() < 0)
        return fail({.code = ErrorCode::negative_count,
                     .subject = {.row = unit + 1, .field = std::to_string(sector + 1)},
                     .detail = std::to_string(cell.number())});
      totals.by_unit[unit] = stats::add(totals.by_unit[unit], cell);
      totals.by_sector[sector] = stats::add(totals.by_sector[sector], cell);
    }
  totals.national = stats::sum(totals.by_unit);
  return totals;
}

EmploymentAndTotals pooled(const EmploymentMatrix& matrix, const EmploymentTotals& totals,
                           std::span<const std::size_t> members, std::size_t sector) {
  EmploymentAndTotals e{Cell::of(0), totals.by_sector[sector], Cell::of(0), totals.national};
  for (const std::size_t unit : members) {
    e.employment = stats::add(e.employment, matrix.cells[unit * matrix.sectors + sector]);
    e.unit_total = stats::add(e.unit_total, totals.by_unit[unit]);
  }
  return e;
}

}  // namespace vicinia::core::indicators
