#include "vicinia/core/indicators/complete_matrix.h"

#include <algorithm>
#include <string>

#include "vicinia/core/indicators/surveyed_matrix.h"

namespace vicinia::core::indicators {
namespace {

Error unpublished_cell(std::size_t unit, std::size_t sector) {
  return {.code = ErrorCode::incomplete_matrix,
          .subject = {.row = unit + 1, .field = std::to_string(sector + 1)},
          .detail = "unit " + std::to_string(unit + 1) + ", sector " + std::to_string(sector + 1)};
}

Status check_every_cell(const EmploymentMatrix& matrix) {
  if (matrix.cells.size() != matrix.units * matrix.sectors)
    return fail({.code = ErrorCode::shape_mismatch,
                 .detail = std::to_string(matrix.cells.size()) + " cells for " +
                           std::to_string(matrix.units) + " units × " + std::to_string(matrix.sectors) +
                           " sectors"});
  const auto bad =
      std::ranges::find_if(matrix.cells, [](Cell cell) { return !cell.has_number() || cell.number() < 0; });
  if (bad == matrix.cells.end()) return {};
  const auto at = static_cast<std::size_t>(bad - matrix.cells.begin());
  const std::size_t unit = at / matrix.sectors, sector = at % matrix.sectors;
  if (!bad->has_number()) return fail(unpublished_cell(unit, sector));
  return fail({.code = ErrorCode::negative_count,
               .subject = {.row = unit + 1, .field = std::to_string(sector + 1)},
               .detail = std::to_string(bad->number())});
}

}  // namespace

Result<CompleteMatrix> CompleteMatrix::from(const EmploymentMatrix& matrix) {
  if (auto ok = check_every_cell(matrix); !ok) return fail(ok.error());
  CompleteMatrix complete;
  complete.by_sector_.resize(matrix.cells.size());
  complete.sector_totals_.assign(matrix.sectors, 0);
  complete.unit_totals_.assign(matrix.units, 0);
  // Rows become columns block by block, so that what is written together stays in the cache; sums keep the order of the units.
  constexpr std::size_t block = 32;
  for (std::size_t first = 0; first < matrix.units; first += block)
    for (std::size_t sector = 0; sector < matrix.sectors; ++sector)
      for (std::size_t unit = first; unit < std::min(first + block, matrix.units); ++unit) {
        const double employees = matrix.cells[unit * matrix.sectors + sector].number();
        complete.by_sector_[sector * matrix.units + unit] = employees;
        complete.sector_totals_[sector] += employees;
        complete.unit_totals_[unit] += employees;
      }
  for (const double total : complete.unit_totals_) complete.national_ += total;
  return complete;
}

Result<CompleteMatrix> CompleteMatrix::with_unit_totals(const EmploymentMatrix& matrix,
                                                        std::span<const Cell> unit_totals) {
  if (unit_totals.size() != matrix.units)
    return fail({.code = ErrorCode::shape_mismatch,
                 .detail = std::to_string(unit_totals.size()) + " totals for " +
                           std::to_string(matrix.units) + " units"});
  auto complete = from(matrix);
  if (!complete) return complete;
  complete->national_ = 0;
  for (std::size_t unit = 0; unit < matrix.units; ++unit) {
    if (!unit_totals[unit].has_number())
      return fail({.code = ErrorCode::incomplete_matrix,
                   .subject = {.row = unit + 1},
                   .detail = "total of unit " + std::to_string(unit + 1)});
    const double total = unit_totals[unit].number();
    if (total < complete->unit_totals_[unit])
      return fail({.code = ErrorCode::invalid_argument,
                   .subject = {.row = unit + 1, .field = "unit_totals"},
                   .detail = std::to_string(total) + " < " + std::to_string(complete->unit_totals_[unit])});
    complete->unit_totals_[unit] = total;
    complete->national_ += total;
  }
  return complete;
}

Result<MatrixOfDataset> complete_matrix_of(const Dataset& dataset, admin::Level level,
                                           industry::PeriodIndex period) {
  if (dataset.provenance.completeness != Completeness::complete_matrix)
    return fail({.code = ErrorCode::incomplete_matrix, .detail = "the data set is a published list"});
  if (period >= dataset.periods.size())
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "period"},
                 .detail = std::to_string(period) + " of " + std::to_string(dataset.periods.size())});
  SurveyedMatrix surveyed = surveyed_matrix(dataset, level, period);
  std::vector<admin::UnitIndex>& units = surveyed.units;
  if (units.empty()) return fail({.code = ErrorCode::no_values});
  auto matrix = CompleteMatrix::from(surveyed.matrix());
  if (!matrix) {
    Error error = std::move(matrix.error());
    if (error.code == ErrorCode::incomplete_matrix) {
      const std::size_t sector = std::stoul(error.subject.field) - 1;
      error.subject.id = dataset.frame[units[*error.subject.row - 1]].code;
      error.subject.field = dataset.sectors[sector].code;
      error.subject.row.reset();
      error.detail = "unit " + error.subject.id + ", sector " + error.subject.field;
    }
    return fail(std::move(error));
  }
  return MatrixOfDataset{std::move(*matrix), std::move(units)};
}

}  // namespace vicinia::core::indicators
