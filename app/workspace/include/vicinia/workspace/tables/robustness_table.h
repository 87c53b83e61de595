/// \file robustness_table.h
/// How far agglomerations depend on the rules, as a table.
/// Units:   shares of the grid's points, 0-1.
/// Errors:  InvalidText: a name cannot be written as UTF-8.
#pragma once

#include <string>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::workspace::inline tables {

/// One row per member (core or fringe) and per unit that would join (near), with its agglomeration's survival beside it:
/// sector_no, id, agglomeration_survival, mean_jaccard, absorbed, reduced, gone, unit_code, unit_vi, unit_en, part, survival.
/// `survival` of a near unit: at how large a share of the points it joins. Last: tolerance_m, depends_on_tolerance, period, and by the
/// reference rules agglomeration_membership and membership of the unit: certainly, as_printed, may_be, no (core's membership.h). A unit
/// that may be in by rounding, and by no other rules, is near with a survival of 0.
[[nodiscard]] core::Result<ValueTable> robustness_table(const Document& document,
                                                        const RobustnessReport& report);
/// An array with one object per agglomeration: the same, and its survival by the value of each rule that was varied.
[[nodiscard]] core::Result<std::string> robustness_json(const Document& document,
                                                        const RobustnessReport& report);

}  // namespace vicinia::workspace::inline tables
