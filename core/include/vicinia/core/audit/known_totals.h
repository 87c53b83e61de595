/// \file known_totals.h
/// E_i, E_j and E of one period, as far as they are known, and what quotients they make.
///   summed:         from a complete matrix, level by level; exact.
///   reconstructed:  from the rounding of what a truncated list prints (audit.h): the stretch that most rows share.
/// Quotients of intervals hold every number that the totals allow; of exact totals they are exact.
/// Shapes:  observations of one period → totals [level][sector], [unit], one national per level.
/// Units:   employees; LQ dimensionless; shares in per cent.
/// Missing: nullptr where a total is not known: a sum over an unpublished cell, or no row that says anything.
/// Cost:    summed O(units × sectors), reconstructed O(totals log units); a quotient O(members).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/audit/audit.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::audit {

enum class TotalOrigin : std::uint8_t { summed, reconstructed };

struct KnownTotal {
  stats::Interval interval{};
  TotalOrigin origin = TotalOrigin::summed;
  std::size_t supporters = 0;  ///< reconstructed: rows that agree on it
  std::size_t stretches = 1;   ///< reconstructed: more than one is a tie, of which this is the lowest
};

struct RatioRanges {
  std::optional<stats::Interval> lq{};
  std::optional<stats::Interval> sector_share_pct{};
  std::optional<stats::Interval> district_share_pct{};
};

class KnownTotals {
 public:
  [[nodiscard]] static KnownTotals summed(const Dataset& dataset, industry::PeriodIndex period);
  /// `audit` is of the published table of that data set and period.
  [[nodiscard]] static KnownTotals reconstructed(const Dataset& dataset, const Audit& audit);

  /// The same in another frame: E_i and E stay what they are; E_j of a unit is the sum of those that it is made of, and where one of them
  /// is not known, anything from the others' sum to E. \param in_frame  the data set as shown in that frame; `made_of` [its unit]: units of
  /// this one, of `level`; nullopt: it is not known what it is made of.
  [[nodiscard]] KnownTotals carried(
      const Dataset& in_frame, admin::Level level,
      std::span<const std::optional<std::vector<admin::UnitIndex>>> made_of) const;

  [[nodiscard]] const KnownTotal* of_sector(admin::Level level, industry::SectorIndex sector) const;  ///< E_i
  [[nodiscard]] const KnownTotal* of_unit(admin::UnitIndex unit) const;                               ///< E_j
  [[nodiscard]] const KnownTotal* national(admin::Level level) const;                                 ///< E

  /// Of one or more units of a level together, whose employees in the sector sum to `employees`: LQ = (ΣE_ij / ΣE_j) / (E_i / E).
  /// Never an average of quotients. \pre members are of that level, none twice
  [[nodiscard]] RatioRanges ratios(stats::Interval employees, std::span<const admin::UnitIndex> members,
                                   admin::Level level, industry::SectorIndex sector) const;

 private:
  using Totals = std::vector<std::optional<KnownTotal>>;
  std::vector<Totals> by_sector_{};                    ///< [rank of the level][sector]
  Totals by_unit_{};                                   ///< [unit]
  std::vector<std::optional<KnownTotal>> national_{};  ///< [rank of the level]
};

}  // namespace vicinia::core::audit
