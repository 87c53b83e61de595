#include "vicinia/core/audit/audited_list.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace vicinia::core::audit {
namespace {

using indicators::Measure;

constexpr std::array<Measure, field_count> measure_of_field{
    Measure::enterprises,       Measure::smes,         Measure::fdi_enterprises, Measure::employees,
    Measure::location_quotient, Measure::sector_share, Measure::district_share};

bool prints_ratios(const industry::PrintedRatios& printed) {
  return printed.location_quotient.has_number() || printed.sector_share_pct.has_number() ||
         printed.district_share_pct.has_number();
}

/// Is there anything that values could contradict, at a cost that opening a data set may have?
bool is_worth_auditing(const Dataset& dataset) {
  const auto& observations = dataset.observations;
  if (dataset.provenance.completeness == Completeness::published_list || !observations.sums().empty())
    return true;
  if (observations.rows().size() <= AuditedList::longest_plain_matrix) return true;
  return std::ranges::any_of(observations.rows(), prints_ratios, &industry::Observation::printed);
}

}  // namespace

Measure measure_of(Field field) { return measure_of_field[static_cast<std::size_t>(field)]; }

Field field_of(Measure measure) {
  return static_cast<Field>(std::ranges::find(measure_of_field, measure) - measure_of_field.begin());
}

std::shared_ptr<const AuditedList> AuditedList::audit(const Dataset& dataset, industry::PeriodIndex period) {
  if (!is_worth_auditing(dataset)) return nullptr;
  auto list = std::make_shared<AuditedList>();
  list->table_ = published_table(dataset, period);
  list->audit_ = audit::audit(list->table_);
  std::unordered_map<std::string, industry::SectorIndex> sectors;
  for (industry::SectorIndex sector = 0; sector < dataset.sectors.size(); ++sector)
    sectors.emplace(dataset.sectors[sector].code, sector);
  for (const PublishedRow& row : list->table_.rows) {
    Place place;
    place.sector = sectors.at(row.sector);  // the row is of this data set
    if (row.kind == RowKind::district) place.unit = dataset.frame.find(row.unit);
    if (place.unit) list->rows_.emplace(std::pair(*place.unit, place.sector), list->places_.size());
    list->places_.push_back(place);
  }
  for (std::size_t i = 0; i < list->audit_.cells.size(); ++i) {
    const CellVerdict& cell = list->audit_.cells[i];
    ++list->counts_[static_cast<std::size_t>(cell.verdict)];
    if (cell.verdict == Verdict::contradicted && cell.field == Field::employees)
      list->contradicted_employees_.push_back(i);
  }
  return list;
}

std::optional<std::size_t> AuditedList::row_of(admin::UnitIndex unit, industry::SectorIndex sector) const {
  const auto at = rows_.find({unit, sector});
  return at == rows_.end() ? std::nullopt : std::optional(at->second);
}

const CellVerdict* AuditedList::find(admin::UnitIndex unit, industry::SectorIndex sector,
                                     Measure measure) const {
  const auto row = row_of(unit, sector);
  return row ? audit_.find(*row, field_of(measure)) : nullptr;
}

const CellVerdict* AuditedList::contradiction(admin::UnitIndex unit, industry::SectorIndex sector,
                                              Measure measure) const {
  const CellVerdict* cell = find(unit, sector, measure);
  return cell != nullptr && cell->verdict == Verdict::contradicted ? cell : nullptr;
}

}  // namespace vicinia::core::audit
