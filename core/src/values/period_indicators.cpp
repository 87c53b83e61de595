#include "vicinia/core/values/period_indicators.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "vicinia/core/indicators/concentration/herfindahl.h"
#include "vicinia/core/indicators/concentration/krugman_specialisation.h"

namespace vicinia::core::values {

using admin::Level;
using admin::UnitIndex;
using indicators::Indicator;

namespace {

std::optional<double> upper_end(const audit::KnownTotal* total) {
  return total != nullptr && std::isfinite(total->interval.high) ? std::optional(total->interval.high)
                                                                 : std::nullopt;
}

indicators::grades::TotalsAtMost limits_of(const Dataset& dataset, const audit::KnownTotals& known,
                                           Level level) {
  indicators::grades::TotalsAtMost limits;
  for (industry::SectorIndex sector = 0; sector < dataset.sectors.size(); ++sector)
    limits.by_sector.push_back(upper_end(known.of_sector(level, sector)));
  for (UnitIndex unit = 0; unit < dataset.frame.size(); ++unit)
    limits.by_unit.push_back(upper_end(known.of_unit(unit)));
  return limits;
}

bool is_list(const Dataset& dataset) {
  return dataset.provenance.completeness == Completeness::published_list;
}

}  // namespace

std::shared_ptr<const PeriodIndicators> PeriodIndicators::prepare(Evidence evidence,
                                                                  std::optional<Evidence> base) {
  assert(!base || base->period < evidence.period);
  auto made = std::make_shared<PeriodIndicators>();
  made->evidence_ = std::move(evidence);
  made->base_ = std::move(base);
  const industry::PeriodIndex period = made->period();
  const Dataset& dataset = made->dataset();
  made->row_of_.resize(dataset.frame.size());
  made->matrices_.resize(std::max<std::size_t>(dataset.frame.levels().size(), 1));
  for (const industry::Observation& o : dataset.observations.rows())
    if (o.period == period) made->matrices_[dataset.frame[o.unit].level.rank].has_values = true;
  made->level_ = finest_level(dataset, period);
  auto graded = indicators::grades::GradedTable::compute(dataset, period, made->level_,
                                                         limits_of(dataset, made->totals(), made->level_));
  assert(graded);  // the shapes are the data set's own
  made->graded_ = std::move(*graded);
  if (is_list(dataset)) return made;
  for (const Level level : dataset.frame.levels().all()) {
    AtLevel& at = made->matrices_[level.rank];
    if (!at.has_values) continue;
    if (auto now = indicators::complete_matrix_of(dataset, level, period)) at.now = std::move(*now);
    if (!at.now) continue;
    for (std::size_t row = 0; row < at.now->units.size(); ++row) made->row_of_[at.now->units[row]] = row;
    if (!made->base_) continue;
    if (auto before = indicators::complete_matrix_of(dataset, level, made->base_->period))
      at.before = std::move(*before);
    const bool is_comparable = at.before && at.before->units == at.now->units;
    at.change = is_comparable ? Availability::available : Availability::periods_not_comparable;
    if (!is_comparable) at.before.reset();
  }
  return made;
}

Availability PeriodIndicators::availability(Indicator indicator) const {
  const indicators::IndicatorInfo& info = indicators::info_of(indicator);
  if (info.needs_complete_matrix) {
    if (is_list(dataset())) return Availability::needs_complete_matrix;
    if (!matrices_[level_.rank].now) return Availability::incomplete_matrix;
  }
  if (info.needs_two_periods) {
    if (!base_) return Availability::needs_two_periods;
    if (info.needs_complete_matrix) return matrices_[level_.rank].change;
  }
  return Availability::available;
}

const indicators::CompleteMatrix* PeriodIndicators::matrix(Level level) const {
  if (level.rank >= matrices_.size()) return nullptr;
  const auto& now = matrices_[level.rank].now;
  return now ? &now->matrix : nullptr;
}

const indicators::CompleteMatrix* PeriodIndicators::matrix_before(Level level) const {
  if (level.rank >= matrices_.size()) return nullptr;
  const auto& before = matrices_[level.rank].before;
  return before ? &before->matrix : nullptr;
}

std::optional<std::size_t> PeriodIndicators::row_of(UnitIndex unit) const { return row_of_[unit]; }

const std::vector<UnitIndex>& PeriodIndicators::units(Level level) const {
  static const std::vector<UnitIndex> none;
  if (level.rank >= matrices_.size()) return none;
  const auto& now = matrices_[level.rank].now;
  return now ? now->units : none;
}

Value PeriodIndicators::of_unit(UnitIndex unit, Indicator indicator) const {
  const auto row = row_of_[unit];
  if (!row) return {};
  Value value = of_row(unit, *row, indicator);
  value.rests_on = evidence_.doubtful_employees(unit, std::nullopt);
  return value;
}

Value PeriodIndicators::of_row(UnitIndex unit, std::size_t row, Indicator indicator) const {
  const indicators::CompleteMatrix& all = *matrix(dataset().frame[unit].level);
  namespace concentration = indicators::concentration;
  const auto computed = [](Cell cell) { return Value{.value = cell, .origin = ValueOrigin::computed}; };
  switch (indicator) {
    case Indicator::herfindahl_unit: return computed(concentration::herfindahl_of_unit(all, row).raw);
    case Indicator::herfindahl_unit_normalised:
      return computed(concentration::herfindahl_of_unit(all, row).normalised);
    case Indicator::krugman_specialisation: return computed(concentration::krugman_specialisation(all, row));
    default: return {};
  }
}

}  // namespace vicinia::core::values
