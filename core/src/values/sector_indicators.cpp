#include "vicinia/core/values/sector_indicators.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "vicinia/core/indicators/change/growth.h"
#include "vicinia/core/indicators/change/shift_share.h"
#include "vicinia/core/indicators/concentration/herfindahl.h"
#include "vicinia/core/indicators/concentration/locational_gini.h"
#include "vicinia/core/indicators/dominance.h"
#include "vicinia/core/indicators/enterprise_ratios.h"
#include "vicinia/core/indicators/uncertainty/plant_test.h"
#include "vicinia/core/indicators/uncertainty/worker_interval.h"
#include "vicinia/core/stats/multiple_tests.h"

namespace vicinia::core::values {

using admin::Level;
using admin::UnitIndex;
using indicators::Indicator;
using indicators::Measure;
using industry::Observation;
using stats::Interval;

namespace {

namespace concentration = indicators::concentration;
namespace grades_of = indicators::grades;
namespace uncertainty = indicators::uncertainty;

bool is_quotient_indicator(Indicator indicator) {
  return indicator == Indicator::location_quotient || indicator == Indicator::sector_share ||
         indicator == Indicator::district_share;
}

/// The published values of the unit and sector that it is computed from, whichever of them are there.
std::span<const Measure> inputs_of(Indicator indicator) {
  static constexpr std::array per_enterprise{Measure::employees, Measure::enterprises};
  static constexpr std::array smes{Measure::smes, Measure::enterprises};
  static constexpr std::array foreign{Measure::fdi_enterprises, Measure::enterprises};
  static constexpr std::array few{Measure::location_quotient, Measure::enterprises};
  static constexpr std::array mostly_foreign{Measure::location_quotient, Measure::fdi_enterprises,
                                             Measure::enterprises};
  static constexpr std::array lq{Measure::location_quotient};
  static constexpr std::array employees{Measure::employees};
  static constexpr std::array plants{Measure::employees, Measure::enterprises};
  switch (indicator) {
    case Indicator::symmetric_lq: return lq;
    case Indicator::employees_per_enterprise: return per_enterprise;
    case Indicator::sme_share: return smes;
    case Indicator::fdi_share: return foreign;
    case Indicator::dominance_few_enterprises: return few;
    case Indicator::dominance_foreign: return mostly_foreign;
    case Indicator::plant_z:
    case Indicator::plant_p:
    case Indicator::plant_p_adjusted:
    case Indicator::plant_chance_interval: return plants;
    default: return employees;
  }
}

Value computed_value(Cell cell) {
  return {.value = cell,
          .origin = cell.state() == CellState::not_published ? ValueOrigin::none : ValueOrigin::computed};
}

Cell middle_of(const audit::KnownTotal* total) {
  return total != nullptr && std::isfinite(total->interval.high) ? Cell::of(total->interval.middle())
                                                                 : Cell::not_published();
}

/// The cell with its totals: sums, or the middles of what is reconstructed.
indicators::EmploymentAndTotals with_totals(const audit::KnownTotals& totals, Cell employees, UnitIndex unit,
                                            Level level, industry::SectorIndex sector) {
  return {employees, middle_of(totals.of_sector(level, sector)), middle_of(totals.of_unit(unit)),
          middle_of(totals.national(level))};
}

/// A count over the enterprises, where one of the two is contradicted: what would agree. A part is no more than its whole.
std::optional<Interval> range_of_ratio(const Evidence& evidence, const Observation& observation,
                                       Measure dividend, double scale) {
  const Value above = value_of(evidence, observation, dividend),
              below = value_of(evidence, observation, Measure::enterprises);
  if (above.doubt() != Doubt::contradicted && below.doubt() != Doubt::contradicted) return std::nullopt;
  const auto numbers = [](const Value& value) -> std::optional<Interval> {
    if (value.doubt() == Doubt::contradicted) return value.range;
    return value.value.has_number() ? std::optional(stats::exactly(value.value.number())) : std::nullopt;
  };
  const auto a = numbers(above), b = numbers(below);
  if (!a || !b || !(b->high > 0)) return std::nullopt;
  Interval range = stats::exactly(scale) * (*a / *b);
  if (dividend != Measure::employees) range = {std::min(range.low, scale), std::min(range.high, scale)};
  return range;
}

/// A list says nothing of the enterprises elsewhere: the bound comes from the listed units, each with the least share that fits.
uncertainty::PlantHerfindahl plants_of_list(const PeriodIndicators& period, industry::SectorIndex sector) {
  const audit::KnownTotal* total = period.totals().of_sector(period.level(), sector);
  std::vector<Cell> shares, largest, plants;
  for (const Observation& o : period.dataset().observations.rows()) {
    if (o.sector != sector || o.period != period.period() ||
        period.dataset().frame[o.unit].level != period.level())
      continue;
    const Cell employees = o.counts.employees;
    const bool is_known = total != nullptr && employees.has_number() && total->interval.high > 0;
    shares.push_back(is_known ? Cell::of(100 * employees.number() / total->interval.high)
                              : Cell::not_published());
    largest.push_back(is_known && total->interval.low > 0
                          ? Cell::of(100 * employees.number() / total->interval.low)
                          : Cell::not_published());
    plants.push_back(o.counts.enterprises);
  }
  return uncertainty::herfindahl_of_listed(shares, plants, largest);
}

uncertainty::PlantHerfindahl plants_of_matrix(const PeriodIndicators& period, Level level,
                                              industry::SectorIndex sector) {
  std::vector<Cell> employees, plants;
  for (const UnitIndex unit : period.units(level)) {
    const Observation* o = period.dataset().observations.find(unit, sector, period.period());
    employees.push_back(o ? o->counts.employees : Cell::not_published());
    plants.push_back(o ? o->counts.enterprises : Cell::not_published());
  }
  return uncertainty::herfindahl_of_units(employees, plants);
}

/// With plants lumpier than the bound says, z is nearer to 0, p nearer to one half, and the interval of chance wider.
Bound bound_of(const uncertainty::PlantTest& test, Indicator indicator) {
  if (!test.is_bound) return Bound::exact;
  const bool is_high = test.z.has_number() && test.z.number() >= 0;
  if (indicator == Indicator::plant_z) return is_high ? Bound::at_most : Bound::at_least;
  if (indicator == Indicator::plant_p || indicator == Indicator::plant_p_adjusted)
    return is_high ? Bound::at_least : Bound::at_most;
  return Bound::at_least;
}

}  // namespace

Result<SectorIndicators> SectorIndicators::compute(std::shared_ptr<const PeriodIndicators> period,
                                                   industry::SectorIndex sector,
                                                   const IndicatorOptions& options, const Task& task,
                                                   IndicatorParts parts) {
  SectorIndicators made;
  made.period_ = std::move(period);
  made.sector_ = sector;
  made.options_ = options;
  const PeriodIndicators& all = *made.period_;
  const std::vector<Level> levels = all.dataset().frame.levels().all();
  made.plants_by_level_.resize(std::max<std::size_t>(levels.size(), 1));
  for (const Level level : levels)
    if (all.matrix(level) != nullptr)
      made.plants_by_level_[level.rank] = plants_of_matrix(all, level, sector);
  made.plants_ = all.matrix(all.level()) != nullptr ? made.plants_by_level_[all.level().rank]
                                                    : plants_of_list(all, sector);
  made.standardised_by_unit_.resize(all.dataset().frame.size());
  if (const indicators::CompleteMatrix* matrix = all.matrix(all.level());
      matrix != nullptr && parts.standardised) {
    auto standardised = concentration::standardised_lq(*matrix, sector, options.bootstrap, task);
    if (!standardised && standardised.error().code == ErrorCode::cancelled) return fail(standardised.error());
    if (standardised) {
      for (std::size_t row = 0; row < standardised->values.size(); ++row)
        made.standardised_by_unit_[all.units(all.level())[row]] = standardised->values[row];
      made.standardised_ = std::move(*standardised);
    }
  }
  made.grades_.resize(all.dataset().frame.size());
  made.adjusted_p_.assign(all.dataset().frame.size(), Cell::not_published());
  if (parts.adjusted_p) made.adjust_p();
  if (!parts.grades) return made;
  if (auto ok = made.find_grades(); !ok) return fail(ok.error());
  return made;
}

Result<SectorIndicators> SectorIndicators::with_own_rule(const indicators::grades::OwnRule& rule) const {
  SectorIndicators other = *this;
  other.options_.own_rule = rule;
  if (auto ok = other.find_grades(); !ok) return fail(ok.error());
  return other;
}

void SectorIndicators::adjust_p() {
  const Dataset& data = period_->dataset();
  for (const Level level : data.frame.levels().all()) {
    const std::vector<UnitIndex> units = data.frame.at_level(level);
    std::vector<Cell> p;
    p.reserve(units.size());
    for (const UnitIndex unit : units) p.push_back(of_chance(unit, Indicator::plant_p).value);
    const std::vector<Cell> adjusted = stats::benjamini_hochberg(p);
    for (std::size_t i = 0; i < units.size(); ++i) adjusted_p_[units[i]] = adjusted[i];
  }
}

Status SectorIndicators::find_grades() {
  const Dataset& data = period_->dataset();
  const auto graded = period_->graded().of_sector(sector_);
  if (!graded) return fail(graded.error());
  for (const UnitIndex unit : data.frame.at_level(period_->level())) {
    grades_of::Graded values = (*graded)[unit];
    if (!values.lq.value.has_number()) {  // not printed: by way of the totals, if they tell
      const Value lq = quotient(unit, Measure::location_quotient);
      if (lq.range && lq.value.has_number()) values.lq = {lq.value, *lq.range};
    }
    UnitGrades grades{.published = grades_of::published_rule(values),
                      .stars = grades_of::cluster_stars(values),
                      .local_district = grades_of::local_district(values),
                      .own = grades_of::own_rule(values, options_.own_rule)};
    std::vector<grades_of::Grade> side_by_side{grades.published, grades.stars.grade, grades.local_district};
    if (options_.own_rule == grades_of::OwnRule{}) {
      grades.own.verdict = indicators::Outcome::cannot_be_told;  // no rule is not one that everything meets
    } else {
      side_by_side.push_back(grades.own);
    }
    grades.compared = grades_of::compare(side_by_side);
    static constexpr std::array goes_by{
        Measure::location_quotient, Measure::employees,      Measure::enterprises, Measure::smes,
        Measure::fdi_enterprises,   Measure::district_share, Measure::sector_share};
    grades.rests_on = period_->evidence().doubtful(unit, sector_, goes_by);
    grades_[unit] = std::move(grades);
  }
  return {};
}

const concentration::StandardisedLq* SectorIndicators::standardised() const {
  return standardised_ ? &*standardised_ : nullptr;
}

const UnitGrades* SectorIndicators::grades(UnitIndex unit) const {
  return grades_[unit] ? &*grades_[unit] : nullptr;
}

Value SectorIndicators::quotient(UnitIndex unit, Measure measure) const {
  const Observation* o = period_->dataset().observations.find(unit, sector_, period_->period());
  return o != nullptr ? value_of(period_->evidence(), *o, measure) : Value{};
}

Value SectorIndicators::of_counts(UnitIndex unit, Indicator indicator) const {
  const Observation* o = period_->dataset().observations.find(unit, sector_, period_->period());
  const industry::Counts counts = o ? o->counts : industry::Counts{};
  const auto ratio = [&](Cell quotient, Measure dividend, double scale) {
    Value value = computed_value(quotient);
    if (o != nullptr) value.range = range_of_ratio(period_->evidence(), *o, dividend, scale);
    if (value.range) value.range_origin = ValueOrigin::reconstructed;
    return value;
  };
  switch (indicator) {
    case Indicator::employees_per_enterprise:
      return ratio(indicators::employees_per_enterprise(counts), Measure::employees, 1);
    case Indicator::sme_share: return ratio(indicators::sme_share_pct(counts), Measure::smes, 100);
    case Indicator::fdi_share: return ratio(indicators::fdi_share_pct(counts), Measure::fdi_enterprises, 100);
    default: break;
  }
  const auto lq = quotient(unit, Measure::location_quotient);
  if (indicator == Indicator::symmetric_lq) {
    Value value{.value = indicators::symmetric_lq(lq.value), .origin = lq.origin};
    if (value.origin == ValueOrigin::printed) value.origin = ValueOrigin::computed;
    if (lq.range && std::isfinite(lq.range->high)) {
      value.range = Interval{indicators::symmetric_lq(Cell::of(lq.range->low)).number(),
                             indicators::symmetric_lq(Cell::of(lq.range->high)).number()};
      value.range_origin = lq.range_origin;
    }
    return value;
  }
  if (o == nullptr) return {};  // a unit that is not listed has no flags either
  const indicators::Dominance dominance = indicators::dominance(lq.value, counts);
  return {.origin = ValueOrigin::computed,
          .flag = indicator == Indicator::dominance_few_enterprises ? dominance.few_enterprises
                                                                    : dominance.mostly_foreign};
}

Value SectorIndicators::of_chance(UnitIndex unit, Indicator indicator) const {
  const Observation* o = period_->dataset().observations.find(unit, sector_, period_->period());
  if (o == nullptr) return {};
  const Level level = period_->dataset().frame[unit].level;
  const auto e = with_totals(period_->totals(), o->counts.employees, unit, level, sector_);
  const audit::KnownTotal* national = period_->totals().national(level);
  const bool is_reconstructed = national != nullptr && national->origin == audit::TotalOrigin::reconstructed;
  const ValueOrigin origin = is_reconstructed ? ValueOrigin::reconstructed : ValueOrigin::computed;
  const auto interval = [&](Cell low, Cell high) {
    Value value;
    if (low.has_number() && high.has_number()) {
      value.range = Interval{low.number(), high.number()};
      value.range_origin = origin;
    }
    return value;
  };
  if (indicator == Indicator::worker_interval) {
    const auto workers = uncertainty::worker_interval(e, options_.confidence);
    return interval(workers.low, workers.high);
  }
  const auto shares = uncertainty::shares_of(e);
  const bool has_totals = shares.share.has_number() && shares.expected.has_number();
  const auto& plants = period_->matrix(level) != nullptr ? plants_by_level_[level.rank] : plants_;
  const uncertainty::PlantTest test = uncertainty::plant_test(
      has_totals
          ? shares
          : uncertainty::shares_from_printed(o->printed.location_quotient, o->printed.sector_share_pct),
      plants, options_.confidence);
  Value value =
      indicator == Indicator::plant_chance_interval ? interval(test.chance_low, test.chance_high) : Value{};
  if (indicator != Indicator::plant_chance_interval) {
    value.value = indicator == Indicator::plant_z   ? test.z
                  : indicator == Indicator::plant_p ? test.p
                                                    : adjusted_p_[unit];
    const Cell here = indicator == Indicator::plant_z ? test.z : test.p,
               lumpiest = indicator == Indicator::plant_z ? test.lumpiest_z : test.lumpiest_p;
    if (indicator != Indicator::plant_p_adjusted && here.has_number() && lumpiest.has_number()) {
      value.range =
          Interval{std::min(here.number(), lumpiest.number()), std::max(here.number(), lumpiest.number())};
      value.range_origin = origin;
    }
    value.origin = value.value.state() == CellState::not_published ? ValueOrigin::none
                   : has_totals                                    ? origin
                                                                   : ValueOrigin::computed;
  }
  value.bound = bound_of(test, indicator);
  value.is_rough = test.is_rough;
  return value;
}

Value SectorIndicators::of_change(UnitIndex unit, Indicator indicator) const {
  const Level level = period_->dataset().frame[unit].level;
  const indicators::CompleteMatrix* now = period_->matrix(level);
  const indicators::CompleteMatrix* before = period_->matrix_before(level);
  const auto row = period_->row_of(unit);
  if (now == nullptr || before == nullptr || !row) return {};
  if (indicator == Indicator::growth || indicator == Indicator::growth_pct) {
    const auto growth =
        indicators::change::growth(Cell::of(before->at(*row, sector_)), Cell::of(now->at(*row, sector_)));
    return computed_value(indicator == Indicator::growth ? growth.absolute : growth.pct);
  }
  const auto shift = indicators::change::shift_share(*before, *now, *row, sector_);
  if (!shift) return {};
  switch (indicator) {
    case Indicator::shift_national: return computed_value(shift->national);
    case Indicator::shift_industry_mix: return computed_value(shift->industry_mix);
    case Indicator::shift_competitive: return computed_value(shift->competitive);
    case Indicator::shift_pure_competitive: return computed_value(shift->pure_competitive);
    case Indicator::shift_allocation: return computed_value(shift->allocation);
    default: return {};
  }
}

Value SectorIndicators::at(UnitIndex unit, Indicator indicator) const {
  Value value = without_standing(unit, indicator);
  const indicators::IndicatorInfo& info = indicators::info_of(indicator);
  const bool has_own = !value.rests_on.empty() || info.of != indicators::ValueOf::unit_and_sector ||
                       is_quotient_indicator(indicator);
  const bool is_there = value.value.state() != CellState::not_published || value.range || value.flag;
  if (const Observation* o = period_->dataset().observations.find(unit, sector_, period_->period());
      o != nullptr && is_estimated(period_->dataset(), *o)) {
    if (value.origin == ValueOrigin::computed) value.origin = ValueOrigin::estimated;
    if (value.range_origin == ValueOrigin::computed) value.range_origin = ValueOrigin::estimated;
  }
  if (!has_own && is_there)
    value.rests_on = period_->evidence().doubtful(unit, sector_, inputs_of(indicator));
  if (info.needs_two_periods && is_there)
    for (const DoubtfulValue& field : period_->base_evidence()->doubtful(unit, sector_, inputs_of(indicator)))
      value.rests_on.push_back(field);
  return value;
}

Value SectorIndicators::without_standing(UnitIndex unit, Indicator indicator) const {
  const indicators::IndicatorInfo& info = indicators::info_of(indicator);
  if (period_->availability(indicator) != Availability::available) return {};
  if (info.needs_two_periods) return of_change(unit, indicator);
  switch (indicator) {
    case Indicator::location_quotient: return quotient(unit, Measure::location_quotient);
    case Indicator::sector_share: return quotient(unit, Measure::sector_share);
    case Indicator::district_share: return quotient(unit, Measure::district_share);
    case Indicator::plant_z:
    case Indicator::plant_p:
    case Indicator::plant_p_adjusted:
    case Indicator::plant_chance_interval:
    case Indicator::worker_interval: return of_chance(unit, indicator);
    case Indicator::standardised_lq: return computed_value(standardised_by_unit_[unit]);
    default: break;
  }
  if (info.of == indicators::ValueOf::unit) return period_->of_unit(unit, indicator);
  return info.of == indicators::ValueOf::unit_and_sector ? of_counts(unit, indicator) : Value{};
}

Value SectorIndicators::of_sector(Level level, Indicator indicator) const {
  const indicators::CompleteMatrix* matrix = period_->matrix(level);
  if (matrix == nullptr) return {};
  Value value = of_matrix(*matrix, level, indicator);
  value.rests_on = period_->evidence().doubtful_employees(std::nullopt, sector_);
  return value;
}

Value SectorIndicators::of_matrix(const indicators::CompleteMatrix& all, Level level,
                                  Indicator indicator) const {
  const indicators::CompleteMatrix* const matrix = &all;
  switch (indicator) {
    case Indicator::herfindahl_sector:
      return computed_value(concentration::herfindahl_of_sector(*matrix, sector_).raw);
    case Indicator::herfindahl_sector_normalised:
      return computed_value(concentration::herfindahl_of_sector(*matrix, sector_).normalised);
    case Indicator::locational_gini:
      return computed_value(concentration::locational_gini(*matrix, sector_).gini);
    case Indicator::locational_gini_normalised:
      return computed_value(concentration::locational_gini(*matrix, sector_).normalised);
    case Indicator::ellison_glaeser: {
      const auto index = concentration::ellison_glaeser(*matrix, sector_, plants_by_level_[level.rank]);
      Value value = computed_value(index.gamma);
      value.bound = index.bound;
      if (index.low.has_number() && index.high.has_number()) {
        value.range = Interval{index.low.number(), index.high.number()};
        value.range_origin = ValueOrigin::computed;
      }
      return value;
    }
    default: return {};
  }
}

}  // namespace vicinia::core::values
