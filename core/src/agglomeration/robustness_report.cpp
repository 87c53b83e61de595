#include "vicinia/core/agglomeration/robustness_report.h"

#include <utility>

namespace vicinia::core::agglomeration {

Result<RobustnessReport> assess_robustness(const SectorValues& values, const Contiguity& contiguity,
                                           const Settings& settings, const RobustnessOptions& options,
                                           const Task& task) {
  const auto borders = linked_borders(contiguity, settings);
  if (!borders) return fail(borders.error());
  const Rules rules = rules_in_force(contiguity, settings);
  const double proposed_m = contiguity.match().proposed_m;
  GridSteps steps;
  // Only where it can change anything: on boundaries that meet, the grid is that of the other rules.
  if (tolerance_matters(*borders, {.within_m = rules.link.within_m}, proposed_m))
    steps.tolerances_m = {0, next_tolerance_m(rules.link.within_m, proposed_m)};
  RobustnessReport report{.grid = grid_around(rules, steps), .options = options};
  auto found = robustness(values.by_unit(), *borders, rules, report.grid, options, task);
  if (!found) return fail(found.error());
  report.found = std::move(*found);
  auto effects = tolerance_effects(values.by_unit(), *borders, rules, report.found.reference, proposed_m);
  if (!effects) return fail(effects.error());
  report.tolerance_m = rules.link.within_m;
  report.tolerance = std::move(*effects);
  const auto neighbours = topology::adjacency(*borders, contiguity.frame_size(), rules.link);
  auto by_rounding =
      memberships(values.by_unit(), values.lq_ranges(), neighbours, rules, report.found.reference);
  if (!by_rounding) return fail(by_rounding.error());
  report.membership = std::move(*by_rounding);
  return report;
}

}  // namespace vicinia::core::agglomeration
