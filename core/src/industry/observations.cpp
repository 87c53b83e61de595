#include "vicinia/core/industry/observations.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <utility>

namespace vicinia::core::industry {
namespace {

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

Result<ObservationTable> ObservationTable::from_rows(std::vector<Observation> rows,
                                                     std::vector<PrintedSum> sums) {
  ObservationTable table;
  table.rows_ = std::move(rows);
  table.sums_ = std::move(sums);
  for (const Observation& row : table.rows_)
    if (auto ok = require_no_negative(row.counts, row.source); !ok) return fail(ok.error());
  for (const PrintedSum& sum : table.sums_)
    if (auto ok = require_no_negative(sum.counts, sum.source); !ok) return fail(ok.error());
  if (auto ok = table.make_index(); !ok) return fail(ok.error());
  return table;
}

Status ObservationTable::make_index() {
  assert(rows_.size() <= std::numeric_limits<std::uint32_t>::max());
  std::size_t periods = 0;
  for (const Observation& row : rows_) {
    units_ = std::max(units_, row.unit + 1);
    periods = std::max(periods, row.period + 1);
  }
  const auto bucket_of = [&](const Observation& row) { return row.period * units_ + row.unit; };
  first_.assign(periods * units_ + 1, 0);
  for (const Observation& row : rows_) ++first_[bucket_of(row) + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  entries_.resize(rows_.size());
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t i = 0; i < rows_.size(); ++i)
    entries_[next[bucket_of(rows_[i])]++] = {static_cast<std::uint32_t>(rows_[i].sector),
                                             static_cast<std::uint32_t>(i)};

  std::optional<std::pair<std::size_t, std::size_t>> twice;  // second row, first row: the earliest second
  for (std::size_t bucket = 0; bucket + 1 < first_.size(); ++bucket) {
    const std::span<Entry> entries(entries_.data() + first_[bucket], first_[bucket + 1] - first_[bucket]);
    const auto by_sector = [](const Entry& a, const Entry& b) {
      return a.sector != b.sector ? a.sector < b.sector : a.row < b.row;
    };
    if (!std::ranges::is_sorted(entries, by_sector)) std::ranges::sort(entries, by_sector);
    for (std::size_t i = 1; i < entries.size(); ++i)
      if (entries[i].sector == entries[i - 1].sector && (!twice || entries[i].row < twice->first))
        twice = {entries[i].row, entries[i - 1].row};
  }
  if (twice)
    return fail({.code = ErrorCode::duplicate_observation,
                 .subject = {.row = rows_[twice->first].source.table_line},
                 .detail = std::to_string(rows_[twice->second].source.table_line)});
  return {};
}

std::span<const ObservationTable::Entry> ObservationTable::entries_of(admin::UnitIndex unit,
                                                                      PeriodIndex period) const {
  if (unit >= units_ || period * units_ + unit + 1 >= first_.size()) return {};
  const std::size_t bucket = period * units_ + unit;
  return {entries_.data() + first_[bucket], first_[bucket + 1] - first_[bucket]};
}

const Observation* ObservationTable::find(admin::UnitIndex unit, SectorIndex sector,
                                          PeriodIndex period) const {
  const std::span<const Entry> entries = entries_of(unit, period);
  if (sector < entries.size() && entries[sector].sector == sector) return &rows_[entries[sector].row];
  const auto at = std::ranges::lower_bound(entries, sector, {},
                                           [](const Entry& entry) { return std::size_t{entry.sector}; });
  return at == entries.end() || at->sector != sector ? nullptr : &rows_[at->row];
}

std::vector<const Observation*> ObservationTable::of_unit(admin::UnitIndex unit, PeriodIndex period) const {
  std::vector<const Observation*> found;
  for (const Entry& entry : entries_of(unit, period)) found.push_back(&rows_[entry.row]);
  std::ranges::sort(found);  // rows lie one behind the other in memory
  return found;
}

std::vector<const Observation*> ObservationTable::of_sector(SectorIndex sector, PeriodIndex period) const {
  std::vector<const Observation*> found;
  for (admin::UnitIndex unit = 0; unit < units_; ++unit)
    if (const Observation* const row = find(unit, sector, period)) found.push_back(row);
  return found;
}

}  // namespace vicinia::core::industry
