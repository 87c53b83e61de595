#include "vicinia/workspace/audit/audited_list.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace vicinia::workspace {
namespace {

using core::audit::CellVerdict;
using core::audit::Figure;
using core::audit::Verdict;
using core::indicators::Measure;

constexpr std::array<Measure, core::audit::figure_count> measure_of_figure{
    Measure::enterprises,       Measure::smes,         Measure::fdi_enterprises, Measure::employees,
    Measure::location_quotient, Measure::sector_share, Measure::district_share};

bool prints_ratios(const core::industry::PrintedRatios& printed) {
  return printed.location_quotient.has_number() || printed.sector_share_pct.has_number() ||
         printed.district_share_pct.has_number();
}

/// Is there anything that figures could contradict, at a cost that opening a data set may have?
bool is_worth_auditing(const core::Dataset& dataset) {
  const auto& observations = dataset.observations;
  if (dataset.provenance.completeness == core::Completeness::published_list || !observations.sums().empty())
    return true;
  if (observations.rows().size() <= AuditedList::longest_plain_matrix) return true;
  return std::ranges::any_of(observations.rows(), prints_ratios, &core::industry::Observation::printed);
}

}  // namespace

Measure measure_of(Figure figure) { return measure_of_figure[static_cast<std::size_t>(figure)]; }

Figure figure_of(Measure measure) {
  return static_cast<Figure>(std::ranges::find(measure_of_figure, measure) - measure_of_figure.begin());
}

std::shared_ptr<const AuditedList> AuditedList::of(const core::Dataset& dataset,
                                                   core::industry::PeriodIndex period) {
  if (!is_worth_auditing(dataset)) return nullptr;
  auto list = std::make_shared<AuditedList>();
  list->table_ = core::audit::published_table(dataset, period);
  list->audit_ = core::audit::audit(list->table_);
  std::unordered_map<std::string, core::industry::SectorIndex> sectors;
  for (core::industry::SectorIndex sector = 0; sector < dataset.sectors.size(); ++sector)
    sectors.emplace(dataset.sectors[sector].code, sector);
  for (const core::audit::PublishedRow& row : list->table_.rows) {
    Place place;
    place.sector = sectors.at(row.sector);  // the row is of this data set
    if (row.kind == core::audit::RowKind::district) place.unit = dataset.frame.find(row.unit);
    if (place.unit) list->rows_.emplace(std::pair(*place.unit, place.sector), list->places_.size());
    list->places_.push_back(place);
  }
  for (const CellVerdict& cell : list->audit_.cells) ++list->counts_[static_cast<std::size_t>(cell.verdict)];
  return list;
}

std::optional<std::size_t> AuditedList::row_of(core::admin::UnitIndex unit,
                                               core::industry::SectorIndex sector) const {
  const auto at = rows_.find({unit, sector});
  return at == rows_.end() ? std::nullopt : std::optional(at->second);
}

const CellVerdict* AuditedList::find(core::admin::UnitIndex unit, core::industry::SectorIndex sector,
                                     Measure measure) const {
  const auto row = row_of(unit, sector);
  return row ? audit_.find(*row, figure_of(measure)) : nullptr;
}

const CellVerdict* AuditedList::contradiction(core::admin::UnitIndex unit, core::industry::SectorIndex sector,
                                              Measure measure) const {
  const CellVerdict* cell = find(unit, sector, measure);
  return cell != nullptr && cell->verdict == Verdict::contradicted ? cell : nullptr;
}

std::shared_ptr<const AuditedList> shared_audited_list(const Document& document) {
  const auto& audits = document.data->audits;
  return document.view.period < audits.size() ? audits[document.view.period] : nullptr;
}

const AuditedList* audited_list(const Document& document) { return shared_audited_list(document).get(); }

}  // namespace vicinia::workspace
