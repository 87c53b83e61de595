/// \file robustness.h
/// How far the agglomerations of the sector that is looked at depend on the rules: what a planner must know before relying on one.
/// What survival, core, fringe and near mean: vicinia/core/agglomeration/robustness.h. The grid is grid_around(the settings' rules);
/// links by hand stay as they are. Where units run beside each other without meeting, the tolerance is varied too: 0, the one in
/// force and next_tolerance_m of it and of what the data need.
/// Units:   shares of the grid's points, 0-1.
/// Errors:  those of linked_borders and core's robustness.
/// Cost:    O(points of the grid × (units + borders)), in parallel: milliseconds for a country's districts.
#pragma once

#include <string>
#include <vector>

#include "vicinia/core/agglomeration/robustness.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/workspace/agglomerations.h"

namespace vicinia::workspace {

struct RobustnessReport {
  std::vector<core::agglomeration::Rules> grid{};
  core::agglomeration::RobustnessOptions options{};
  /// In the order of find_agglomerations for the same settings; units are those of the frame.
  core::agglomeration::Robustness found{};
  double tolerance_m = 0;  ///< within which borders are matched by the reference rules
  std::vector<core::agglomeration::ToleranceEffect> tolerance{};  ///< [agglomeration of the reference]
};

[[nodiscard]] core::Result<RobustnessReport> assess_robustness(const SectorFigures& figures, const Contiguity& contiguity,
                                                               const AgglomerationSettings& settings,
                                                               const core::agglomeration::RobustnessOptions& options = {},
                                                               const core::Task& task = {});
/// Of the document as it is.
[[nodiscard]] core::Result<RobustnessReport> assess_robustness(const Document& document, const Contiguity& contiguity,
                                                               const core::agglomeration::RobustnessOptions& options = {},
                                                               const core::Task& task = {});

/// What the variation of the rules says of one unit, in a sentence: core or fringe of its agglomeration, or near one.
/// Empty for a unit that is neither.
[[nodiscard]] std::string unit_robustness_text(const RobustnessReport& report, core::admin::UnitIndex unit, Language language);
/// Of one agglomeration: how often it survives, what else becomes of it, who is its fringe, who is near.
[[nodiscard]] std::string agglomeration_robustness_text(const core::Dataset& dataset, const RobustnessReport& report,
                                                        std::size_t agglomeration, Language language, std::size_t most_names);

/// One row per member (core or fringe) and per unit that would join (near), with its agglomeration's survival beside it:
/// sector_no, id, agglomeration_survival, mean_jaccard, absorbed, reduced, gone, unit_code, unit_vi, unit_en, part, survival.
/// `survival` of a near unit: at how large a share of the points it joins. Last: tolerance_m, depends_on_tolerance.
[[nodiscard]] core::Result<std::string> robustness_csv(const Document& document, const RobustnessReport& report);
/// An array with one object per agglomeration: the same, and its survival by the value of each rule that was varied.
[[nodiscard]] core::Result<std::string> robustness_json(const Document& document, const RobustnessReport& report);

}  // namespace vicinia::workspace
