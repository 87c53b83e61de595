#include "vicinia/core/indicators/change/shift_share.h"

#include <string>

#include "vicinia/core/stats/sum.h"

namespace vicinia::core::indicators::change {
namespace {

std::string shape_in_words(const CompleteMatrix& matrix) {
  return std::to_string(matrix.units()) + " units × " + std::to_string(matrix.sectors()) + " sectors";
}

Error index_out_of_range(const char* what, std::size_t index, std::size_t count) {
  return {.code = ErrorCode::invalid_argument,
          .subject = {.field = what},
          .detail = std::to_string(index) + " of " + std::to_string(count)};
}

Status check_comparable(const CompleteMatrix& before, const CompleteMatrix& after, std::size_t unit) {
  if (before.units() != after.units() || before.sectors() != after.sectors())
    return fail(
        {.code = ErrorCode::shape_mismatch, .detail = shape_in_words(before) + ", " + shape_in_words(after)});
  if (unit >= before.units()) return fail(index_out_of_range("unit", unit, before.units()));
  return {};
}

/// Written with differences of employment instead of rates: no division by a sector or cell that was empty.
ShiftShare components(const CompleteMatrix& before, const CompleteMatrix& after, std::size_t unit,
                      std::size_t sector) {
  const double cell = before.at(unit, sector), cell_then = after.at(unit, sector);
  const double in_sector = before.sector_totals()[sector], in_sector_then = after.sector_totals()[sector];
  const double nation = before.national_total(), in_unit = before.unit_totals()[unit];
  ShiftShare split{.growth = Cell::of(cell_then - cell)};
  split.national = split.industry_mix = split.competitive = Cell::undefined();
  split.pure_competitive = split.allocation = Cell::undefined();
  if (nation <= 0) return split;
  const double national_rate = (after.national_total() - nation) / nation;
  if (in_sector <=
      0) {  // nobody's lead: there is no growth of the sector that the unit could have been ahead of
    split.national = split.competitive = Cell::of(0);
    split.industry_mix = Cell::of(cell_then);
    return split;
  }
  if (cell <= 0) {
    split.national = split.industry_mix = Cell::of(0);
    split.competitive = Cell::of(cell_then);
    return split;
  }
  const double sector_rate = (in_sector_then - in_sector) / in_sector;
  const double own_lead = (cell_then - cell) / cell - sector_rate;
  split.national = Cell::of(cell * national_rate);
  split.industry_mix = Cell::of(cell * (sector_rate - national_rate));
  split.competitive = Cell::of(cell * own_lead);
  const double homothetic = in_unit * in_sector / nation;
  split.pure_competitive = Cell::of(homothetic * own_lead);
  split.allocation = Cell::of((cell - homothetic) * own_lead);
  return split;
}

}  // namespace

Result<ShiftShare> shift_share(const CompleteMatrix& before, const CompleteMatrix& after, std::size_t unit,
                               std::size_t sector) {
  if (auto ok = check_comparable(before, after, unit); !ok) return fail(ok.error());
  if (sector >= before.sectors()) return fail(index_out_of_range("sector", sector, before.sectors()));
  return components(before, after, unit, sector);
}

Result<ShiftShare> shift_share_of_unit(const CompleteMatrix& before, const CompleteMatrix& after,
                                       std::size_t unit) {
  if (auto ok = check_comparable(before, after, unit); !ok) return fail(ok.error());
  ShiftShare sum{Cell::of(0), Cell::of(0), Cell::of(0), Cell::of(0), Cell::of(0), Cell::of(0)};
  for (std::size_t sector = 0; sector < before.sectors(); ++sector) {
    const ShiftShare one = components(before, after, unit, sector);
    for (Cell ShiftShare::*part :
         {&ShiftShare::growth, &ShiftShare::national, &ShiftShare::industry_mix, &ShiftShare::competitive,
          &ShiftShare::pure_competitive, &ShiftShare::allocation})
      sum.*part = stats::add(sum.*part, one.*part);
  }
  return sum;
}

}  // namespace vicinia::core::indicators::change
