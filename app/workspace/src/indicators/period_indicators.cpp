#include "vicinia/workspace/indicators/period_indicators.h"

#include <cassert>
#include <cmath>

#include "vicinia/core/indicators/concentration/herfindahl.h"
#include "vicinia/core/indicators/concentration/krugman_specialisation.h"

namespace vicinia::workspace {

using core::admin::Level;
using core::admin::UnitIndex;
using core::indicators::Indicator;

namespace {

constexpr Level both_levels[] = {Level::province, Level::district};

std::optional<double> upper_end(const core::audit::KnownTotal* total) {
  return total != nullptr && std::isfinite(total->interval.high) ? std::optional(total->interval.high) : std::nullopt;
}

core::indicators::grades::TotalsAtMost limits_of(const core::Dataset& dataset, const core::audit::KnownTotals& known, Level level) {
  core::indicators::grades::TotalsAtMost limits;
  for (core::industry::SectorIndex sector = 0; sector < dataset.sectors.size(); ++sector)
    limits.by_sector.push_back(upper_end(known.of_sector(level, sector)));
  for (UnitIndex unit = 0; unit < dataset.frame.size(); ++unit) limits.by_unit.push_back(upper_end(known.of_unit(unit)));
  return limits;
}

bool is_list(const core::Dataset& dataset) {
  return dataset.provenance.completeness == core::Completeness::published_list;
}

}  // namespace

const char* id_of(ValueOrigin origin) {
  static constexpr const char* ids[] = {"", "printed", "computed", "reconstructed"};
  return ids[static_cast<std::size_t>(origin)];
}

const char* id_of(Bound bound) {
  static constexpr const char* ids[] = {"exact", "at_most", "at_least"};
  return ids[static_cast<std::size_t>(bound)];
}

std::shared_ptr<const PeriodIndicators> PeriodIndicators::of(std::shared_ptr<const OpenDataset> data,
                                                             core::industry::PeriodIndex period,
                                                             std::optional<core::industry::PeriodIndex> base) {
  assert(!base || *base < period);
  auto made = std::make_shared<PeriodIndicators>();
  made->data_ = std::move(data);
  made->period_ = period;
  made->base_ = base;
  const core::Dataset& dataset = made->dataset();
  made->row_of_.resize(dataset.frame.size());
  for (const core::industry::Observation& o : dataset.observations.rows())
    if (o.period == period) made->matrices_[place(dataset.frame[o.unit].level)].has_figures = true;
  made->level_ = made->has_level(Level::district) || !made->has_level(Level::province) ? Level::district : Level::province;
  auto graded = core::indicators::grades::GradedTable::of(dataset, period, made->level_, limits_of(dataset, made->totals(), made->level_));
  assert(graded);  // the shapes are the data set's own
  made->graded_ = std::move(*graded);
  if (is_list(dataset)) return made;
  for (const Level level : both_levels) {
    AtLevel& at = made->matrices_[place(level)];
    if (!at.has_figures) continue;
    if (auto now = core::indicators::complete_matrix_of(dataset, level, period)) at.now = std::move(*now);
    if (!at.now) continue;
    for (std::size_t row = 0; row < at.now->units.size(); ++row) made->row_of_[at.now->units[row]] = row;
    if (!base) continue;
    if (auto before = core::indicators::complete_matrix_of(dataset, level, *base)) at.before = std::move(*before);
    const bool is_comparable = at.before && at.before->units == at.now->units;
    at.change = is_comparable ? Availability::available : Availability::periods_not_comparable;
    if (!is_comparable) at.before.reset();
  }
  return made;
}

Availability PeriodIndicators::availability(Indicator indicator) const {
  const core::indicators::IndicatorInfo& info = core::indicators::info_of(indicator);
  if (info.needs_complete_matrix) {
    if (is_list(dataset())) return Availability::needs_complete_matrix;
    if (!matrices_[place(level_)].now) return Availability::incomplete_matrix;
  }
  if (info.needs_two_periods) {
    if (!base_) return Availability::needs_two_periods;
    if (info.needs_complete_matrix) return matrices_[place(level_)].change;
  }
  return Availability::available;
}

const core::indicators::CompleteMatrix* PeriodIndicators::matrix(Level level) const {
  const auto& now = matrices_[place(level)].now;
  return now ? &now->matrix : nullptr;
}

const core::indicators::CompleteMatrix* PeriodIndicators::matrix_before(Level level) const {
  const auto& before = matrices_[place(level)].before;
  return before ? &before->matrix : nullptr;
}

std::optional<std::size_t> PeriodIndicators::row_of(UnitIndex unit) const { return row_of_[unit]; }

const std::vector<UnitIndex>& PeriodIndicators::units(Level level) const {
  static const std::vector<UnitIndex> none;
  const auto& now = matrices_[place(level)].now;
  return now ? now->units : none;
}

IndicatorValue PeriodIndicators::of_unit(UnitIndex unit, Indicator indicator) const {
  const auto row = row_of_[unit];
  if (!row) return {};
  const core::indicators::CompleteMatrix& all = *matrix(dataset().frame[unit].level);
  namespace concentration = core::indicators::concentration;
  const auto computed = [](core::Cell cell) { return IndicatorValue{.value = cell, .origin = ValueOrigin::computed}; };
  switch (indicator) {
    case Indicator::herfindahl_unit: return computed(concentration::herfindahl_of_unit(all, *row).raw);
    case Indicator::herfindahl_unit_normalised: return computed(concentration::herfindahl_of_unit(all, *row).normalised);
    case Indicator::krugman_specialisation: return computed(concentration::krugman_specialisation(all, *row));
    default: return {};
  }
}

}  // namespace vicinia::workspace
