/// \file robustness.h
/// How far the agglomerations of the sector that is looked at depend on the rules, in tables and words. What is varied, and what
/// survival, core, fringe and near mean: core/agglomeration/robustness_report.h.
/// Units:   shares of the grid's points, 0-1.
/// Errors:  those of linked_borders and core's robustness.
#pragma once

#include <string>
#include <vector>

#include "vicinia/core/agglomeration/robustness_report.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::workspace {

using core::agglomeration::assess_robustness;
using core::agglomeration::RobustnessReport;

/// Of the document as it is.
[[nodiscard]] core::Result<RobustnessReport> assess_robustness(
    const Document& document, const Contiguity& contiguity,
    const core::agglomeration::RobustnessOptions& options = {}, const core::Task& task = {});

/// What the variation of the rules says of one unit, in a sentence: core or fringe of its agglomeration, or near one.
/// Empty for a unit that is neither.
[[nodiscard]] std::string unit_robustness_text(const RobustnessReport& report, core::admin::UnitIndex unit,
                                               Language language);
/// Of one agglomeration: how often it survives, what else becomes of it, who is its fringe, who is near.
[[nodiscard]] std::string agglomeration_robustness_text(const core::Dataset& dataset,
                                                        const RobustnessReport& report,
                                                        std::size_t agglomeration, Language language,
                                                        std::size_t most_names);

/// Who is in as printed only, and who may be in, given the range of each LQ: a line for each; empty where rounding decides nothing.
[[nodiscard]] std::string membership_text(const core::Dataset& dataset,
                                          const core::agglomeration::Membership& membership,
                                          Language language, std::size_t most_names);

/// One row per member (core or fringe) and per unit that would join (near), with its agglomeration's survival beside it:
/// sector_no, id, agglomeration_survival, mean_jaccard, absorbed, reduced, gone, unit_code, unit_vi, unit_en, part, survival.
/// `survival` of a near unit: at how large a share of the points it joins. Last: tolerance_m, depends_on_tolerance, period, and by the
/// reference rules agglomeration_membership and membership of the unit: certainly, as_printed, may_be, no (core's membership.h). A unit
/// that may be in by rounding, and by no other rules, is near with a survival of 0.
[[nodiscard]] core::Result<std::string> robustness_csv(const Document& document,
                                                       const RobustnessReport& report);
/// An array with one object per agglomeration: the same, and its survival by the value of each rule that was varied.
[[nodiscard]] core::Result<std::string> robustness_json(const Document& document,
                                                        const RobustnessReport& report);

}  // namespace vicinia::workspace
