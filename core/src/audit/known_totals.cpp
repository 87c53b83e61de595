#include "vicinia/core/audit/known_totals.h"

#include "vicinia/core/indicators/surveyed_matrix.h"

namespace vicinia::core::audit {
namespace {

using stats::Interval;

constexpr admin::Level levels[] = {admin::Level::province, admin::Level::district};

std::size_t place_of(admin::Level level) { return level == admin::Level::province ? 0 : 1; }

std::optional<KnownTotal> from_sum(Cell sum) {
  if (!sum.has_number()) return std::nullopt;
  return KnownTotal{.interval = stats::exactly(sum.number()), .origin = TotalOrigin::summed};
}

KnownTotal from_rows(const stats::MostShared& shared) {
  return {shared.interval, TotalOrigin::reconstructed, shared.supporters, shared.stretches};
}

const KnownTotal* pointer_to(const std::optional<KnownTotal>& total) { return total ? &*total : nullptr; }

}  // namespace

KnownTotals KnownTotals::summed(const Dataset& dataset, industry::PeriodIndex period) {
  KnownTotals known;
  known.by_unit_.resize(dataset.frame.size());
  for (const admin::Level level : levels) {
    Totals& by_sector = known.by_sector_[place_of(level)];
    by_sector.resize(dataset.sectors.size());
    const indicators::SurveyedMatrix surveyed = indicators::surveyed_matrix(dataset, level, period);
    if (surveyed.units.empty()) continue;
    const auto totals = indicators::totals_of(surveyed.matrix());
    if (!totals) continue;  // a negative count, which no data set that was read can hold
    for (std::size_t sector = 0; sector < by_sector.size(); ++sector)
      by_sector[sector] = from_sum(totals->by_sector[sector]);
    for (std::size_t row = 0; row < surveyed.units.size(); ++row)
      known.by_unit_[surveyed.units[row]] = from_sum(totals->by_unit[row]);
    known.national_[place_of(level)] = from_sum(totals->national);
  }
  return known;
}

KnownTotals KnownTotals::reconstructed(const Dataset& dataset, const Audit& audit) {
  KnownTotals known;
  Totals by_sector(dataset.sectors.size());
  known.by_unit_.resize(dataset.frame.size());
  for (const Total& total : audit.by_sector)
    if (const auto sector = industry::find_sector(dataset.sectors, total.key))
      by_sector[*sector] = from_rows(total.shared);
  for (const Total& total : audit.by_unit)
    if (const auto unit = dataset.frame.find(total.key)) known.by_unit_[*unit] = from_rows(total.shared);
  known.by_sector_ = {by_sector, by_sector};  // the nation's, whichever level is looked at
  if (audit.national) known.national_ = {from_rows(*audit.national), from_rows(*audit.national)};
  return known;
}

const KnownTotal* KnownTotals::of_sector(admin::Level level, industry::SectorIndex sector) const {
  return pointer_to(by_sector_[place_of(level)][sector]);
}

const KnownTotal* KnownTotals::of_unit(admin::UnitIndex unit) const { return pointer_to(by_unit_[unit]); }

const KnownTotal* KnownTotals::national(admin::Level level) const {
  return pointer_to(national_[place_of(level)]);
}

RatioRanges KnownTotals::ratios(Interval employees, std::span<const admin::UnitIndex> members,
                                admin::Level level, industry::SectorIndex sector) const {
  RatioRanges ratios;
  const Interval hundred = stats::exactly(100);
  const KnownTotal* of_all = national(level);
  const KnownTotal* in_sector = of_sector(level, sector);
  const bool has_sector = in_sector != nullptr && in_sector->interval.high > 0;
  if (has_sector) ratios.sector_share_pct = employees / in_sector->interval * hundred;
  Interval in_units = stats::exactly(0);
  for (const admin::UnitIndex member : members) {
    const KnownTotal* total = of_unit(member);
    if (total == nullptr) return ratios;
    in_units = in_units + total->interval;
  }
  if (in_units.high <= 0) return ratios;
  ratios.district_share_pct = employees / in_units * hundred;
  if (has_sector && of_all != nullptr)
    ratios.lq = employees * of_all->interval / (in_units * in_sector->interval);
  return ratios;
}

}  // namespace vicinia::core::audit
