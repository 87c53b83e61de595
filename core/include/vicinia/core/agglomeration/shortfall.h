/// \file shortfall.h
/// How far a unit is from a threshold, in employees or enterprises: "260 employees short of an LQ of 1.0".
/// Source:  an LQ of t takes t × E_j × E_i / E employees; what is lacking is that less E_ij. For t = 1 it is the horizontal location
///          quotient (Fingleton, Igliori and Moore 2004) with its sign turned. Every total is taken as it is: that the lacking employees would
///          be counted in them too is not considered, so they would have to come from other sectors and places.
/// Shapes:  values, unit, threshold → an interval; it is one number where the totals are exact.
/// Units:   employees, enterprises.
/// Missing: nullopt where employees are not published, or neither totals nor an LQ tell what they would have to be.
/// Cost:    O(log observations).
#pragma once

#include <optional>

#include "vicinia/core/agglomeration/agglomeration_report.h"

namespace vicinia::core::agglomeration {

/// Negative: so many above the threshold.
[[nodiscard]] std::optional<stats::Interval> employees_short_of_lq(const SectorValues& values,
                                                                   admin::UnitIndex unit, double lq);
/// The same of the unit's share in the sector: share × E_i / 100 − E_ij.
[[nodiscard]] std::optional<stats::Interval> employees_short_of_share(const SectorValues& values,
                                                                      admin::UnitIndex unit,
                                                                      double sector_share_pct);

}  // namespace vicinia::core::agglomeration
