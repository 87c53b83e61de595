#include "vicinia/core/indicators/grades/graded_units.h"

#include <algorithm>
#include <string>

#include "vicinia/core/indicators/enterprise_ratios.h"
#include "vicinia/core/indicators/location_quotient.h"
#include "vicinia/core/stats/sum.h"

namespace vicinia::core::indicators::grades {

using industry::Observation;

/// Values of one level and period: [row × sector], a row for each unit that counts.
struct LevelValues {
  std::vector<admin::UnitIndex> units;
  std::size_t sectors = 0;
  std::vector<const Observation*> observations;  ///< nullptr where nothing is published
  std::vector<Cell> employees, lqs, district_shares_pct, sector_shares_pct;
};

/// Both quotients of all manufacturing, [row of values]; not published unless the sums are those of a complete matrix.
struct ManufacturingQuotients {
  std::vector<Cell> lqs, sme_lqs;
};

namespace {

LevelValues observed_at(const Dataset& dataset, industry::PeriodIndex period, admin::Level level) {
  constexpr auto absent = static_cast<std::size_t>(-1);
  LevelValues values;
  values.sectors = dataset.sectors.size();
  const bool is_list = dataset.provenance.completeness == Completeness::published_list;
  std::vector<bool> counts(dataset.frame.size(), false);
  if (is_list)
    for (const admin::UnitIndex unit : dataset.frame.at_level(level)) counts[unit] = true;
  const auto belongs = [&](const Observation& o) {
    return o.period == period && dataset.frame[o.unit].level == level;
  };
  for (const Observation& o : dataset.observations.rows())
    if (belongs(o)) counts[o.unit] = true;
  std::vector<std::size_t> row_of(dataset.frame.size(), absent);
  for (admin::UnitIndex unit = 0; unit < counts.size(); ++unit)
    if (counts[unit]) {
      row_of[unit] = values.units.size();
      values.units.push_back(unit);
    }
  values.observations.assign(values.units.size() * values.sectors, nullptr);
  for (const Observation& o : dataset.observations.rows())
    if (belongs(o)) values.observations[row_of[o.unit] * values.sectors + o.sector] = &o;
  return values;
}

/// Printed ratios, or computed ones of a complete matrix.
Status fill_ratios(LevelValues& values, bool is_complete) {
  const std::size_t cells = values.observations.size();
  values.employees.resize(cells);
  values.lqs.resize(cells);
  values.district_shares_pct.resize(cells);
  values.sector_shares_pct.resize(cells);
  for (std::size_t at = 0; at < cells; ++at) {
    const Observation* const o = values.observations[at];
    if (o == nullptr) continue;
    values.employees[at] = o->counts.employees;
    values.lqs[at] = o->printed.location_quotient;
    values.district_shares_pct[at] = o->printed.district_share_pct;
    values.sector_shares_pct[at] = o->printed.sector_share_pct;
  }
  if (!is_complete) return {};
  const auto totals = totals_of(EmploymentMatrix{values.units.size(), values.sectors, values.employees});
  if (!totals) return fail(totals.error());
  const auto prefer_printed = [](Cell& printed, Cell computed) {
    if (printed.state() == CellState::not_published) printed = computed;
  };
  for (std::size_t at = 0; at < cells; ++at) {
    const EmploymentAndTotals e{values.employees[at], totals->by_sector[at % values.sectors],
                                totals->by_unit[at / values.sectors], totals->national};
    prefer_printed(values.lqs[at], location_quotient(e));
    prefer_printed(values.district_shares_pct[at], district_share_pct(e));
    prefer_printed(values.sector_shares_pct[at], sector_share_pct(e));
  }
  return {};
}

/// What unpublished values can come to together. nullopt: no limit is known.
std::optional<double> left_of(const std::vector<std::optional<double>>& totals, std::size_t of,
                              const std::vector<Cell>& published) {
  if (totals.empty() || !totals[of]) return std::nullopt;
  double left = *totals[of];
  for (const Cell cell : published)
    if (cell.has_number()) left -= cell.number();
  return std::max(0.0, left);
}

/// Which sectors are manufacturing, where the data set says it of every one.
std::optional<std::vector<bool>> manufacturing_of(const Dataset& dataset) {
  std::vector<bool> is_manufacturing;
  for (const industry::Sector& sector : dataset.sectors) {
    if (!sector.manufacturing) return std::nullopt;
    is_manufacturing.push_back(*sector.manufacturing);
  }
  return is_manufacturing;
}

/// Of one unit, or of all: what its manufacturing has, and all of its employment.
struct ManufacturingSums {
  Cell employees = Cell::of(0), all_employees = Cell::of(0), enterprises = Cell::of(0), smes = Cell::of(0);
  void add(const ManufacturingSums& other) {
    employees = stats::add(employees, other.employees);
    all_employees = stats::add(all_employees, other.all_employees);
    enterprises = stats::add(enterprises, other.enterprises);
    smes = stats::add(smes, other.smes);
  }
};

/// [row of values]
std::vector<ManufacturingSums> sums_of(const LevelValues& values, const std::vector<bool>& is_manufacturing) {
  std::vector<ManufacturingSums> sums(values.units.size());
  for (std::size_t at = 0; at < values.observations.size(); ++at) {
    ManufacturingSums& unit = sums[at / values.sectors];
    const Observation* const o = values.observations[at];
    const industry::Counts counts = o == nullptr ? industry::Counts{} : o->counts;
    unit.all_employees = stats::add(unit.all_employees, counts.employees);
    if (!is_manufacturing[at % values.sectors]) continue;
    unit.employees = stats::add(unit.employees, counts.employees);
    unit.enterprises = stats::add(unit.enterprises, counts.enterprises);
    unit.smes = stats::add(unit.smes, counts.smes);
  }
  return sums;
}

ManufacturingQuotients manufacturing_quotients(const Dataset& dataset, const LevelValues& values,
                                               const std::optional<std::vector<bool>>& is_manufacturing) {
  const std::size_t units = values.units.size();
  ManufacturingQuotients quotients{std::vector<Cell>(units), std::vector<Cell>(units)};
  if (!is_manufacturing || dataset.provenance.completeness != Completeness::complete_matrix) return quotients;
  // The LQ is over all employment: a table of manufacturing alone does not have that.
  const bool has_all_employment = dataset.provenance.denominator == Denominator::all_employment &&
                                  std::ranges::find(*is_manufacturing, false) != is_manufacturing->end();
  const std::vector<ManufacturingSums> sums = sums_of(values, *is_manufacturing);
  ManufacturingSums nation;
  for (const ManufacturingSums& unit : sums) nation.add(unit);
  for (std::size_t row = 0; row < units; ++row) {
    if (has_all_employment)
      quotients.lqs[row] = location_quotient(
          {sums[row].employees, nation.employees, sums[row].all_employees, nation.all_employees});
    // (SMEs/enterprises) over the nation's is an LQ with SMEs in place of the sector.
    quotients.sme_lqs[row] =
        location_quotient({sums[row].smes, nation.smes, sums[row].enterprises, nation.enterprises});
  }
  return quotients;
}

/// The largest of the unit's sectors in which it is specialised; among the manufacturing ones, where they are known.
Outcome dominant_in(const LevelValues& values, std::size_t row, std::size_t sector,
                    std::optional<double> left, const std::optional<std::vector<bool>>& is_manufacturing) {
  if (is_manufacturing && !(*is_manufacturing)[sector]) return Outcome::not_met;
  const std::size_t first = row * values.sectors;
  const Cell own = values.employees[first + sector];
  std::vector<Cell> rivals{own};
  bool larger_one_may_be_specialised = false;
  for (std::size_t s = 0; s < values.sectors; ++s) {
    const Cell lq = values.lqs[first + s], employees = values.employees[first + s];
    if (s == sector || more_than(lq, 1) == Outcome::not_met) continue;
    if (is_manufacturing && !(*is_manufacturing)[s]) continue;
    if (lq.has_number() || !employees.has_number()) {
      rivals.push_back(employees);
    } else if (own.has_number() && employees.number() > own.number()) {
      larger_one_may_be_specialised = true;
    }
  }
  const Outcome largest = Ranking(rivals, left).is_largest(own);
  return larger_one_may_be_specialised && largest == Outcome::met ? Outcome::cannot_be_told : largest;
}

Graded estimates_of_cell(const LevelValues& values, std::size_t at) {
  Graded graded;
  graded.lq = values.lqs[at];
  graded.sector_share_pct = values.sector_shares_pct[at];
  graded.district_share_pct = values.district_shares_pct[at];
  if (values.observations[at] == nullptr) return graded;
  const industry::Counts& counts = values.observations[at]->counts;
  graded.employees = counts.employees;
  graded.enterprises = counts.enterprises;
  graded.sme_share_pct = sme_share_pct(counts);
  graded.fdi_share_pct = fdi_share_pct(counts);
  return graded;
}

Error graded_out_of_range(const char* what, std::size_t index, std::size_t count) {
  return {.code = ErrorCode::invalid_argument,
          .subject = {.field = what},
          .detail = std::to_string(index) + " of " + std::to_string(count)};
}

}  // namespace

struct GradedTable::Content {
  std::size_t frame_size = 0;
  LevelValues values{};
  TotalsAtMost totals{};
  std::optional<Ranking> by_focus{};
  std::optional<std::vector<bool>> is_manufacturing{};
  ManufacturingQuotients manufacturing{};
};

Result<GradedTable> GradedTable::compute(const Dataset& dataset, industry::PeriodIndex period,
                                         admin::Level level, TotalsAtMost totals) {
  if (period >= dataset.periods.size())
    return fail(graded_out_of_range("period", period, dataset.periods.size()));
  if ((!totals.by_sector.empty() && totals.by_sector.size() != dataset.sectors.size()) ||
      (!totals.by_unit.empty() && totals.by_unit.size() != dataset.frame.size()))
    return fail(
        {.code = ErrorCode::shape_mismatch,
         .detail = std::to_string(totals.by_sector.size()) + ", " + std::to_string(totals.by_unit.size())});
  auto content = std::make_shared<Content>();
  content->frame_size = dataset.frame.size();
  content->values = observed_at(dataset, period, level);
  const bool is_complete = dataset.provenance.completeness == Completeness::complete_matrix;
  if (auto ok = fill_ratios(content->values, is_complete); !ok) return fail(ok.error());
  content->totals = std::move(totals);
  content->by_focus.emplace(content->values.district_shares_pct);
  content->is_manufacturing = manufacturing_of(dataset);
  content->manufacturing = manufacturing_quotients(dataset, content->values, content->is_manufacturing);
  return GradedTable(std::move(content));
}

Result<std::vector<Graded>> GradedTable::of_sector(industry::SectorIndex sector) const {
  const LevelValues& values = content_->values;
  if (sector >= values.sectors) return fail(graded_out_of_range("sector", sector, values.sectors));
  std::vector<Cell> of_sector;
  for (std::size_t row = 0; row < values.units.size(); ++row)
    of_sector.push_back(values.employees[row * values.sectors + sector]);
  const Ranking by_size(of_sector, left_of(content_->totals.by_sector, sector, of_sector));

  std::vector<Graded> graded(content_->frame_size);
  for (std::size_t row = 0; row < values.units.size(); ++row) {
    const std::size_t at = row * values.sectors + sector;
    const admin::UnitIndex unit = values.units[row];
    Graded& one = graded[unit] = estimates_of_cell(values, at);
    one.size = by_size.in_top_tenth(of_sector[row]);
    one.focus = content_->by_focus->in_top_tenth(values.district_shares_pct[at]);
    const auto first = values.employees.begin() + static_cast<std::ptrdiff_t>(row * values.sectors);
    const std::vector<Cell> of_unit(first, first + static_cast<std::ptrdiff_t>(values.sectors));
    one.is_dominant = dominant_in(values, row, sector, left_of(content_->totals.by_unit, unit, of_unit),
                                  content_->is_manufacturing);
    one.manufacturing_lq = content_->manufacturing.lqs[row];
    one.sme_lq = content_->manufacturing.sme_lqs[row];
  }
  return graded;
}

Result<std::vector<Graded>> graded_units(const Dataset& dataset, industry::SectorIndex sector,
                                         industry::PeriodIndex period, admin::Level level,
                                         const TotalsAtMost& totals) {
  const auto table = GradedTable::compute(dataset, period, level, totals);
  if (!table) return fail(table.error());
  return table->of_sector(sector);
}

}  // namespace vicinia::core::indicators::grades
