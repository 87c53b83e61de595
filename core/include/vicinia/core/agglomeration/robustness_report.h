/// \file robustness_report.h
/// How far the agglomerations of a sector depend on the rules: what a planner must know before relying on one.
/// What survival, core, fringe and near mean: robustness.h; who is in by rounding alone: membership.h. The grid is grid_around(the settings' rules); links by hand stay as they
/// are. Where units run beside each other without meeting, the tolerance is varied too: 0, the one in force and next_tolerance_m of it
/// and of what the data need.
/// Units:   shares of the grid's points, 0-1.
/// Errors:  those of linked_borders and robustness.
/// Cost:    O(points of the grid × (units + borders)), in parallel: milliseconds for a country's districts.
#pragma once

#include <vector>

#include "vicinia/core/agglomeration/agglomeration_report.h"
#include "vicinia/core/agglomeration/robustness.h"

namespace vicinia::core::agglomeration {

struct RobustnessReport {
  std::vector<Rules> grid{};
  RobustnessOptions options{};
  /// In the order of find_agglomerations for the same settings; units are those of the frame.
  Robustness found{};
  double tolerance_m = 0;                    ///< within which borders are matched by the reference rules
  std::vector<ToleranceEffect> tolerance{};  ///< [agglomeration of the reference]
  std::vector<Membership>
      membership{};  ///< [agglomeration of the reference] who is in by rounding alone, and who may be
  /// Of a member, or of a unit that is near, by the reference rules.
  [[nodiscard]] Certainty certainty_of(std::size_t agglomeration, UnitIndex unit) const {
    return agglomeration::certainty_of(found.reference[agglomeration], membership[agglomeration], unit);
  }
};

[[nodiscard]] Result<RobustnessReport> assess_robustness(const SectorValues& values,
                                                         const Contiguity& contiguity,
                                                         const Settings& settings,
                                                         const RobustnessOptions& options = {},
                                                         const Task& task = {});

}  // namespace vicinia::core::agglomeration
