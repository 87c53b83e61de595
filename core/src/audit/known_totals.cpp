#include "vicinia/core/audit/known_totals.h"

#include <algorithm>

#include "vicinia/core/indicators/surveyed_matrix.h"

namespace vicinia::core::audit {
namespace {

using stats::Interval;

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
  const std::size_t count = std::max<std::size_t>(dataset.frame.levels().size(), 1);
  known.by_sector_.resize(count);
  known.national_.resize(count);
  for (const admin::Level level : dataset.frame.levels().all()) {
    Totals& by_sector = known.by_sector_[level.rank];
    by_sector.resize(dataset.sectors.size());
    const indicators::SurveyedMatrix surveyed = indicators::surveyed_matrix(dataset, level, period);
    if (surveyed.units.empty()) continue;
    const auto totals = indicators::totals_of(surveyed.matrix());
    if (!totals) continue;  // a negative count, which no data set that was read can hold
    for (std::size_t sector = 0; sector < by_sector.size(); ++sector)
      by_sector[sector] = from_sum(totals->by_sector[sector]);
    for (std::size_t row = 0; row < surveyed.units.size(); ++row)
      known.by_unit_[surveyed.units[row]] = from_sum(totals->by_unit[row]);
    known.national_[level.rank] = from_sum(totals->national);
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
  // The nation's, whichever level is looked at.
  const std::size_t count = std::max<std::size_t>(dataset.frame.levels().size(), 1);
  known.by_sector_.assign(count, by_sector);
  known.national_.assign(count, audit.national ? std::optional(from_rows(*audit.national)) : std::nullopt);
  return known;
}

KnownTotals KnownTotals::carried(
    const Dataset& in_frame, admin::Level level,
    std::span<const std::optional<std::vector<admin::UnitIndex>>> made_of) const {
  KnownTotals known;
  const std::size_t count = std::max<std::size_t>(in_frame.frame.levels().size(), 1);
  Totals sectors(in_frame.sectors.size());
  for (industry::SectorIndex sector = 0; sector < sectors.size(); ++sector)
    if (const KnownTotal* total = of_sector(level, sector)) sectors[sector] = *total;
  const KnownTotal* const all = national(level);
  known.by_sector_.assign(count, sectors);
  known.national_.assign(count, all != nullptr ? std::optional(*all) : std::nullopt);
  known.by_unit_.resize(in_frame.frame.size());
  for (admin::UnitIndex unit = 0; unit < known.by_unit_.size(); ++unit) {
    if (!made_of[unit] || all == nullptr) continue;
    KnownTotal sum{.interval = stats::exactly(0), .origin = all->origin};
    bool is_all_known = true;
    for (const admin::UnitIndex part : *made_of[unit])
      if (const KnownTotal* total = of_unit(part)) {
        sum.interval = sum.interval + total->interval;
        sum.supporters += total->supporters;
      } else {
        is_all_known = false;
      }
    if (!is_all_known) sum.interval.high = all->interval.high;
    if (sum.interval.high > 0) known.by_unit_[unit] = sum;
  }
  return known;
}

const KnownTotal* KnownTotals::of_sector(admin::Level level, industry::SectorIndex sector) const {
  return level.rank < by_sector_.size() ? pointer_to(by_sector_[level.rank][sector]) : nullptr;
}

const KnownTotal* KnownTotals::of_unit(admin::UnitIndex unit) const { return pointer_to(by_unit_[unit]); }

const KnownTotal* KnownTotals::national(admin::Level level) const {
  return level.rank < national_.size() ? pointer_to(national_[level.rank]) : nullptr;
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
