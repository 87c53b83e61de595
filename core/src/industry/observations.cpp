#include "vicinia/core/industry/observations.h"

#include <cassert>
#include <utility>

namespace vicinia::core::industry {
namespace {

constexpr std::size_t bits_per_part = 21;

Status require_no_negative(const Counts& counts, const SourceRow& source) {
  const std::pair<const char*, Cell> named[] = {{"enterprises", counts.enterprises},
                                                {"smes", counts.smes},
                                                {"fdi_enterprises", counts.fdi_enterprises},
                                                {"employees", counts.employees}};
  for (const auto& [field, cell] : named)
    if (cell.has_number() && cell.number() < 0)
      return fail({.code = ErrorCode::negative_count,
                   .subject = {.row = source.table_line, .field = field},
                   .detail = std::to_string(cell.number())});
  return {};
}

}  // namespace

std::uint64_t key_of(admin::UnitIndex unit, SectorIndex sector, PeriodIndex period) {
  assert(unit >> bits_per_part == 0 && sector >> bits_per_part == 0 && period >> bits_per_part == 0);
  return (((std::uint64_t{unit} << bits_per_part) | sector) << bits_per_part) | period;
}

Result<ObservationTable> ObservationTable::from_rows(std::vector<Observation> rows, std::vector<PrintedSum> sums) {
  ObservationTable table;
  table.rows_ = std::move(rows);
  table.sums_ = std::move(sums);
  const auto key_at = [&](PositionIndex::Position i) {
    const Observation& row = table.rows_[i];
    return key_of(row.unit, row.sector, row.period);
  };
  table.by_key_.reserve(table.rows_.size(), key_at);
  for (std::size_t i = 0; i < table.rows_.size(); ++i) {
    const Observation& row = table.rows_[i];
    if (auto ok = require_no_negative(row.counts, row.source); !ok) return fail(ok.error());
    const auto [at, is_new] = table.by_key_.try_emplace(key_of(row.unit, row.sector, row.period),
                                                         static_cast<PositionIndex::Position>(i), key_at);
    if (!is_new)
      return fail({.code = ErrorCode::duplicate_observation,
                   .subject = {.row = row.source.table_line},
                   .detail = std::to_string(table.rows_[at].source.table_line)});
  }
  for (const PrintedSum& sum : table.sums_)
    if (auto ok = require_no_negative(sum.counts, sum.source); !ok) return fail(ok.error());
  return table;
}

const Observation* ObservationTable::find(admin::UnitIndex unit, SectorIndex sector, PeriodIndex period) const {
  const auto at = by_key_.find(key_of(unit, sector, period), [&](PositionIndex::Position i) {
    return key_of(rows_[i].unit, rows_[i].sector, rows_[i].period);
  });
  return at ? &rows_[*at] : nullptr;
}

std::vector<const Observation*> ObservationTable::of_unit(admin::UnitIndex unit, PeriodIndex period) const {
  std::vector<const Observation*> found;
  for (const Observation& row : rows_)
    if (row.unit == unit && row.period == period) found.push_back(&row);
  return found;
}

}  // namespace vicinia::core::industry
