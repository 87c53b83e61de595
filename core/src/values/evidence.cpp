#include "vicinia/core/values/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "vicinia/core/indicators/location_quotient.h"

namespace vicinia::core::values {

using audit::AuditedList;
using audit::CellVerdict;
using indicators::Measure;
using industry::Observation;
using stats::Interval;

namespace {

constexpr std::array<Treatment, 3> treatments{Treatment::as_printed, Treatment::left_out,
                                              Treatment::agreeing};
constexpr std::array<std::string_view, 3> treatment_ids{"as-printed", "left-out", "agreeing"};

Doubt doubt_in(const CellVerdict& cell) {
  if (cell.verdict != audit::Verdict::contradicted) return Doubt::none;
  return cell.blame == audit::Blame::one_of_several ? Doubt::undecided : Doubt::contradicted;
}

Cell& cell_of(Observation& observation, Measure measure) {
  switch (measure) {
    case Measure::location_quotient: return observation.printed.location_quotient;
    case Measure::sector_share: return observation.printed.sector_share_pct;
    case Measure::district_share: return observation.printed.district_share_pct;
    case Measure::enterprises: return observation.counts.enterprises;
    case Measure::smes: return observation.counts.smes;
    case Measure::fdi_enterprises: return observation.counts.fdi_enterprises;
    case Measure::employees: break;
  }
  return observation.counts.employees;
}

/// As it would be printed; nothing where no bound is known above.
Cell agreeing_number(const CellVerdict& cell) {
  return cell.agreeing ? Cell::of(*cell.agreeing) : Cell::not_published();
}

Cell exact_total(const audit::KnownTotal* total) {
  return total != nullptr && total->interval.is_exact() ? Cell::of(total->interval.low)
                                                        : Cell::not_published();
}

/// Of a complete matrix: exact, and undefined where a total is zero, which no interval can say.
Cell exact_quotient(const Evidence& evidence, const Observation& observation, Measure measure) {
  const admin::Level level = evidence.dataset->frame[observation.unit].level;
  const indicators::EmploymentAndTotals e{
      observation.counts.employees, exact_total(evidence.totals->of_sector(level, observation.sector)),
      exact_total(evidence.totals->of_unit(observation.unit)), exact_total(evidence.totals->national(level))};
  return measure == Measure::location_quotient ? indicators::location_quotient(e)
         : measure == Measure::sector_share    ? indicators::sector_share_pct(e)
                                               : indicators::district_share_pct(e);
}

/// What is known of a count that was made for another frame; nullptr: it was not.
const industry::DerivedCount* derived_count(const Dataset& dataset, admin::UnitIndex unit,
                                            industry::SectorIndex sector, industry::PeriodIndex period,
                                            Measure measure) {
  if (!dataset.derived) return nullptr;
  const industry::DerivedRow* const row = dataset.derived->find(unit, sector, period);
  if (row == nullptr) return nullptr;
  switch (measure) {
    case Measure::enterprises: return &(*row)[0];
    case Measure::smes: return &(*row)[1];
    case Measure::fdi_enterprises: return &(*row)[2];
    case Measure::employees: return &(*row)[3];
    default: return nullptr;
  }
}

/// As far as they are known; never more than the sector has.
std::optional<Interval> derived_employees(const Evidence& evidence, const Observation& observation) {
  const Cell employees = observation.counts.employees;
  if (employees.has_number()) return stats::exactly(employees.number());
  const industry::DerivedCount* const count = derived_count(
      *evidence.dataset, observation.unit, observation.sector, observation.period, Measure::employees);
  if (count == nullptr || !count->range) return std::nullopt;
  Interval range = *count->range;
  if (const audit::KnownTotal* const all =
          evidence.totals->of_sector(evidence.dataset->frame[observation.unit].level, observation.sector))
    range.high = std::max(range.low, std::min(range.high, all->interval.high));
  return range;
}

bool is_complete(const Dataset& dataset) {
  return dataset.provenance.completeness == Completeness::complete_matrix;
}

ValueOrigin origin_of(const audit::KnownTotal& total) {
  return total.origin == audit::TotalOrigin::summed ? ValueOrigin::computed : ValueOrigin::reconstructed;
}

void add_range(const Evidence& evidence, const Observation& observation, Measure measure, Value& value) {
  const auto employees = employees_for_totals(evidence, observation);
  if (!employees) return;
  const admin::Level level = evidence.dataset->frame[observation.unit].level;
  const admin::UnitIndex member[] = {observation.unit};
  const auto ratios = evidence.totals->ratios(*employees, member, level, observation.sector);
  value.range = measure == Measure::location_quotient ? ratios.lq
                : measure == Measure::sector_share    ? ratios.sector_share_pct
                                                      : ratios.district_share_pct;
  // Of counts that are only known from below, no part is more than its whole.
  constexpr double all_pct = 100;
  if (value.range && evidence.dataset->derived && measure != Measure::location_quotient)
    value.range->high = std::max(value.range->low, std::min(value.range->high, all_pct));
  if (value.range)
    value.range_origin = origin_of(measure == Measure::district_share
                                       ? *evidence.totals->of_unit(observation.unit)
                                       : *evidence.totals->of_sector(level, observation.sector));
}

}  // namespace

std::span<const Treatment> all_treatments() { return treatments; }

std::string_view id_of(Treatment treatment) { return treatment_ids[static_cast<std::size_t>(treatment)]; }

std::optional<Treatment> treatment_by_id(std::string_view id) {
  const auto at = std::ranges::find(treatment_ids, id);
  if (at == treatment_ids.end()) return std::nullopt;
  return treatments[static_cast<std::size_t>(at - treatment_ids.begin())];
}

std::shared_ptr<const Dataset> treated(const std::shared_ptr<const Dataset>& dataset,
                                       const PeriodAudits& audits, Treatment treatment) {
  if (treatment == Treatment::as_printed) return dataset;
  std::vector<Observation> rows = dataset->observations.rows();
  bool changed = false;
  for (Observation& row : rows) {
    const AuditedList* const list = row.period < audits.size() ? audits[row.period].get() : nullptr;
    if (list == nullptr) continue;
    for (const indicators::MeasureInfo& info : indicators::all_measures()) {
      Cell& field = cell_of(row, info.measure);
      const CellVerdict* const cell = list->find(row.unit, row.sector, info.measure);
      if (cell == nullptr || doubt_in(*cell) != Doubt::contradicted ||
          field.state() == CellState::not_published)
        continue;
      field = treatment == Treatment::agreeing ? agreeing_number(*cell) : Cell::not_published();
      changed = true;
    }
  }
  if (!changed) return dataset;
  auto result = std::make_shared<Dataset>(*dataset);
  auto table = industry::ObservationTable::from_rows(std::move(rows), dataset->observations.sums());
  if (!table) return dataset;  // the rows are those of a table: no second one, nothing negative
  result->observations = std::move(*table);
  return result;
}

Doubt Evidence::doubt_of(admin::UnitIndex unit, industry::SectorIndex sector, Measure measure) const {
  if (dataset != nullptr && dataset->derived)
    if (const industry::DerivedCount* const count = derived_count(*dataset, unit, sector, period, measure))
      return count->has_contradicted ? Doubt::contradicted
             : count->has_doubted    ? Doubt::undecided
                                     : Doubt::none;
  if (audit == nullptr) return Doubt::none;
  const CellVerdict* const cell = audit->find(unit, sector, measure);
  if (cell == nullptr) return Doubt::none;
  const Doubt doubt = doubt_in(*cell);
  // What is left out or replaced is doubted no more.
  return doubt == Doubt::contradicted && treatment != Treatment::as_printed ? Doubt::none : doubt;
}

std::vector<DoubtfulValue> Evidence::doubtful(admin::UnitIndex unit, industry::SectorIndex sector,
                                              std::span<const Measure> measures) const {
  std::vector<DoubtfulValue> found;
  for (const Measure measure : measures)
    if (const Doubt doubt = doubt_of(unit, sector, measure); doubt != Doubt::none)
      found.push_back({unit, sector, measure, doubt, period});
  return found;
}

std::vector<DoubtfulValue> Evidence::doubtful_employees(std::optional<admin::UnitIndex> unit,
                                                        std::optional<industry::SectorIndex> sector) const {
  std::vector<DoubtfulValue> found;
  if (audit == nullptr) return found;
  for (const std::size_t position : audit->contradicted_employees()) {
    const CellVerdict& cell = audit->audit().cells[position];
    const auto cell_unit = audit->unit_of(cell.row);
    const industry::SectorIndex cell_sector = audit->sector_of(cell.row);
    if (!cell_unit || (unit && *unit != *cell_unit) || (sector && *sector != cell_sector)) continue;
    if (const Doubt doubt = doubt_of(*cell_unit, cell_sector, Measure::employees); doubt != Doubt::none)
      found.push_back({*cell_unit, cell_sector, Measure::employees, doubt, period});
  }
  return found;
}

bool is_estimated(const Dataset& dataset, const Observation& observation) {
  const auto* const count =
      derived_count(dataset, observation.unit, observation.sector, observation.period, Measure::employees);
  return count != nullptr && count->from == industry::DerivedFrom::shares;
}

bool is_quotient(Measure measure) {
  return measure == Measure::location_quotient || measure == Measure::sector_share ||
         measure == Measure::district_share;
}

std::optional<Interval> employees_for_totals(const Evidence& evidence, const Observation& observation) {
  if (evidence.dataset->derived) return derived_employees(evidence, observation);
  if (evidence.doubt_of(observation.unit, observation.sector, Measure::employees) == Doubt::contradicted)
    return evidence.audit->find(observation.unit, observation.sector, Measure::employees)->expected;
  const Cell employees = observation.counts.employees;
  return employees.has_number() ? std::optional(stats::exactly(employees.number())) : std::nullopt;
}

Value value_of(const Evidence& evidence, const Observation& observation, Measure measure) {
  Value value{.value = indicators::printed_value(observation, measure)};
  const bool is_printed = value.value.state() != CellState::not_published;
  if (is_printed) {
    value.origin = ValueOrigin::printed;
    value.rests_on = evidence.doubtful(observation.unit, observation.sector, std::array{measure});
  }
  if (!is_quotient(measure)) {
    if (const industry::DerivedCount* const count = derived_count(
            *evidence.dataset, observation.unit, observation.sector, observation.period, measure)) {
      if (is_printed && count->from != industry::DerivedFrom::same)
        value.origin =
            count->from == industry::DerivedFrom::sum ? ValueOrigin::computed : ValueOrigin::estimated;
      value.range = measure == Measure::employees && count->range ? derived_employees(evidence, observation)
                                                                  : count->range;
      if (value.range)
        value.range_origin =
            count->from == industry::DerivedFrom::shares ? ValueOrigin::estimated : ValueOrigin::computed;
      return value;
    }
    if (value.doubt() == Doubt::contradicted) {
      value.range = evidence.audit->find(observation.unit, observation.sector, measure)->expected;
      if (value.range) value.range_origin = ValueOrigin::reconstructed;
    }
    return value;
  }
  add_range(evidence, observation, measure, value);
  if (is_printed) return value;
  if (is_complete(*evidence.dataset)) {
    value.value = exact_quotient(evidence, observation, measure);
    if (value.value.state() != CellState::not_published)
      value.origin =
          is_estimated(*evidence.dataset, observation) ? ValueOrigin::estimated : ValueOrigin::computed;
  } else if (value.range && std::isfinite(value.range->high) &&
             (!evidence.dataset->derived || observation.counts.employees.has_number())) {
    value.value = Cell::of(value.range->middle());
    value.origin = value.range_origin;
  }
  if (value.origin != ValueOrigin::none)
    value.rests_on = evidence.doubtful(observation.unit, observation.sector, std::array{Measure::employees});
  return value;
}

Value shown_value_of(const Evidence& evidence, const Observation& observation, Measure measure) {
  Value value = value_of(evidence, observation, measure);
  if (value.origin == ValueOrigin::reconstructed)
    value = {.range = value.range, .range_origin = value.range_origin};
  return value;
}

Result<std::vector<Value>> values_of(const Evidence& evidence, industry::SectorIndex sector,
                                     Measure measure) {
  const auto shown = indicators::measure_values(*evidence.dataset, sector, evidence.period, measure);
  if (!shown) return fail(shown.error());
  std::vector<Value> values(shown->values.size());
  for (std::size_t unit = 0; unit < values.size(); ++unit)
    values[unit] = {.value = shown->values[unit], .origin = static_cast<ValueOrigin>(shown->origins[unit])};
  for (const Observation* const observation :
       evidence.dataset->observations.of_sector(sector, evidence.period))
    values[observation->unit] = shown_value_of(evidence, *observation, measure);
  return values;
}

}  // namespace vicinia::core::values
