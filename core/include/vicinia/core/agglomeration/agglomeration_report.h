/// \file agglomeration_report.h
/// The agglomerations of one sector with what a person must know of each: members, provinces, pooled quotient and shares (summed and
/// recomputed, never averaged), what its values rest on, who is in by rounding alone, and which depend on the tolerance within which
/// borders are matched. And what the treatment of contradicted values changes in them.
/// Shapes:  evidence and sector → values [unit of the frame]; with contiguity and settings → reports, largest first.
/// Units:   employees; shares in per cent. Values are intervals where totals had to be reconstructed, exact ones elsewhere.
/// Missing: nullopt where a total is neither known nor can be reconstructed.
/// Errors:  those of values_of, with_links and find_agglomerations.
/// Cost:    O(units + borders) for each sector and rule.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/agglomeration/contiguity.h"
#include "vicinia/core/agglomeration/membership.h"
#include "vicinia/core/agglomeration/tolerance.h"
#include "vicinia/core/audit/known_totals.h"
#include "vicinia/core/stats/interval.h"
#include "vicinia/core/values/evidence.h"

namespace vicinia::core::agglomeration {

using Pooled = audit::RatioRanges;

/// What stays the same while rules change: the values of one sector and period, and their totals.
class SectorValues {
 public:
  [[nodiscard]] static Result<SectorValues> collect(values::Evidence evidence, industry::SectorIndex sector);

  [[nodiscard]] const Dataset& dataset() const { return *evidence_.dataset; }
  [[nodiscard]] const values::Evidence& evidence() const { return evidence_; }
  [[nodiscard]] industry::SectorIndex sector() const { return sector_; }
  /// [unit of the frame]; not published for units of another level than the one that is drawn.
  [[nodiscard]] const std::vector<UnitValues>& by_unit() const { return by_unit_; }
  /// LQ = (ΣE_ij / ΣE_j) / (E_i / E) and the shares, of several units together.
  /// Employees that are contradicted enter as what would agree.
  [[nodiscard]] Pooled pooled(std::span<const UnitIndex> members) const;
  /// [unit of the frame] what its LQ can be, given that it is rounded, and the totals.
  [[nodiscard]] const std::vector<std::optional<stats::Interval>>& lq_ranges() const { return lq_ranges_; }
  /// Values of the members that the audit speaks against.
  [[nodiscard]] std::vector<values::DoubtfulValue> rests_on(std::span<const UnitIndex> members) const;

 private:
  values::Evidence evidence_{};
  std::vector<UnitValues> by_unit_{};
  std::vector<std::vector<values::DoubtfulValue>> rests_on_{};  ///< [unit]
  std::vector<std::optional<stats::Interval>> lq_ranges_{};     ///< [unit]
  admin::Level level_{};
  industry::SectorIndex sector_ = 0;
};

struct AgglomerationReport {
  Agglomeration found{};                      ///< members are units of the frame
  std::vector<admin::UnitIndex> provinces{};  ///< in the drawn frame, ascending; more than one: it crosses
  Pooled pooled{};
  double tolerance_m = 0;                         ///< within which borders were matched
  ToleranceEffect tolerance{};                    ///< what it would be at others
  std::vector<values::DoubtfulValue> rests_on{};  ///< values of its members that the audit speaks against
  Membership membership{};                        ///< who is in only as printed, and who may be
  [[nodiscard]] bool depends_on_tolerance() const { return tolerance.depends; }
};

/// Largest first. The contiguity may be of another tolerance than the settings ask for.
[[nodiscard]] Result<std::vector<AgglomerationReport>> find_agglomerations(const SectorValues& values,
                                                                           const Contiguity& contiguity,
                                                                           const Settings& settings);

/// What leaving out or replacing contradicted values changes: units that come in or fall out, and pooled quotients.
struct TreatmentEffect {
  std::vector<admin::UnitIndex> come_in{};   ///< members now, and not as printed; ascending
  std::vector<admin::UnitIndex> fall_out{};  ///< members as printed, and not now
  struct Changed {
    std::size_t agglomeration = 0;  ///< position in the list
    stats::Interval as_printed{}, now{};
  };
  std::vector<Changed> pooled_lq{};  ///< of agglomerations with the same first member
  [[nodiscard]] bool is_empty() const { return come_in.empty() && fall_out.empty() && pooled_lq.empty(); }
};

/// Both of the same sector, contiguity and settings. Cost: O(agglomerations² + members log members).
[[nodiscard]] TreatmentEffect treatment_effect(const std::vector<AgglomerationReport>& as_printed,
                                               const std::vector<AgglomerationReport>& now);

}  // namespace vicinia::core::agglomeration
