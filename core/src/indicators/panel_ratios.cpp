#include "vicinia/core/indicators/panel_ratios.h"

#include <tbb/parallel_for.h>

#include <string>
#include <vector>

#include "vicinia/core/indicators/location_quotient.h"
#include "vicinia/core/indicators/packed_cell.h"

namespace vicinia::core::indicators {
namespace {

/// Denominators as doubles, for the loop without states; and the sectors that this loop must not be trusted with.
struct PanelDenominators {
  std::vector<double> sector_total, national_share;
  std::vector<std::size_t> special;  ///< a total is zero or not published
};

PanelDenominators denominators_of(const PanelTotals& totals) {
  const std::size_t sectors = totals.by_sector.size();
  PanelDenominators denominators{std::vector<double>(sectors, 1), std::vector<double>(sectors, 1), {}};
  for (std::size_t sector = 0; sector < sectors; ++sector) {
    if (totals.by_sector[sector] <= 0 || totals.national <= 0) {
      denominators.special.push_back(sector);
      continue;
    }
    denominators.sector_total[sector] = static_cast<double>(totals.by_sector[sector]);
    denominators.national_share[sector] =
        denominators.sector_total[sector] / static_cast<double>(totals.national);
  }
  return denominators;
}

class PanelRow {
 public:
  PanelRow(const EmploymentPanel& panel, std::size_t period, const PanelTotals& totals,
           const PanelRatioTables& out, std::size_t unit)
      : sectors_(panel.sectors()),
        first_(unit * sectors_),
        counts_(panel.counts(period).data() + first_),
        totals_(totals),
        out_(out),
        unit_total_(totals.by_unit[unit]) {}

  /// \pre the unit's total is above zero; special sectors are done again by one_by_one
  void at_once(const PanelDenominators& denominators) const {
    const auto unit_total = static_cast<double>(unit_total_);
    const double* const national_share = denominators.national_share.data();
    const double* const sector_total = denominators.sector_total.data();
    // Quotients of all cells, published or not: loops without a branch, which can be vectorised. Then the few are put right.
    if (!out_.lq.empty())
      for (std::size_t s = 0; s < sectors_; ++s)
        out_.lq[first_ + s] = counts_[s] / unit_total / national_share[s];
    if (!out_.sector_share_pct.empty())
      for (std::size_t s = 0; s < sectors_; ++s)
        out_.sector_share_pct[first_ + s] = counts_[s] / sector_total[s] * 100;
    if (!out_.district_share_pct.empty())
      for (std::size_t s = 0; s < sectors_; ++s)
        out_.district_share_pct[first_ + s] = counts_[s] / unit_total * 100;
    std::int32_t all_bits = 0;
    for (std::size_t s = 0; s < sectors_; ++s) all_bits |= counts_[s];
    if (all_bits >= 0) return;  // no count is negative: every cell is published
    for (std::size_t s = 0; s < sectors_; ++s)
      if (counts_[s] < 0) one_by_one(s);
  }

  void one_by_one(std::size_t sector) const {
    const EmploymentAndTotals e{counts_[sector] < 0 ? Cell::not_published() : Cell::of(counts_[sector]),
                                PanelTotals::cell(totals_.by_sector[sector]), PanelTotals::cell(unit_total_),
                                PanelTotals::cell(totals_.national)};
    if (!out_.lq.empty()) out_.lq[first_ + sector] = pack(location_quotient(e));
    if (!out_.sector_share_pct.empty()) out_.sector_share_pct[first_ + sector] = pack(sector_share_pct(e));
    if (!out_.district_share_pct.empty())
      out_.district_share_pct[first_ + sector] = pack(district_share_pct(e));
  }

 private:
  std::size_t sectors_, first_;
  const std::int32_t* counts_;
  const PanelTotals& totals_;
  const PanelRatioTables& out_;
  std::int64_t unit_total_;
};

Status check_panel_shapes(const EmploymentPanel& panel, std::size_t period, const PanelTotals& totals,
                          const PanelRatioTables& out) {
  if (period >= panel.periods())
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "period"},
                 .detail = std::to_string(period) + " of " + std::to_string(panel.periods())});
  const auto mismatch = [](std::size_t found, std::size_t expected, const char* what) {
    return fail({.code = ErrorCode::shape_mismatch,
                 .subject = {.field = what},
                 .detail = std::to_string(found) + ", " + std::to_string(expected)});
  };
  if (totals.by_unit.size() != panel.units())
    return mismatch(totals.by_unit.size(), panel.units(), "by_unit");
  if (totals.by_sector.size() != panel.sectors())
    return mismatch(totals.by_sector.size(), panel.sectors(), "by_sector");
  const std::size_t cells = panel.units() * panel.sectors();
  for (const auto& table : {out.lq, out.sector_share_pct, out.district_share_pct})
    if (!table.empty() && table.size() != cells) return mismatch(table.size(), cells, "out");
  return {};
}

}  // namespace

Status panel_ratios(const EmploymentPanel& panel, std::size_t period, const PanelTotals& totals,
                    const PanelRatioTables& out) {
  if (auto ok = check_panel_shapes(panel, period, totals, out); !ok) return ok;
  const PanelDenominators denominators = denominators_of(totals);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, panel.units(), 16), [&](const auto& units) {
    for (std::size_t unit = units.begin(); unit < units.end(); ++unit) {
      const PanelRow row(panel, period, totals, out, unit);
      if (totals.by_unit[unit] > 0) {
        row.at_once(denominators);
        for (const std::size_t sector : denominators.special) row.one_by_one(sector);
      } else {
        for (std::size_t sector = 0; sector < panel.sectors(); ++sector) row.one_by_one(sector);
      }
    }
  });
  return {};
}

}  // namespace vicinia::core::indicators
