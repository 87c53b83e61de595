#include "vicinia/workspace/robustness.h"

namespace vicinia::workspace {

core::Result<RobustnessReport> assess_robustness(const SectorFigures& figures, const Contiguity& contiguity,
                                                 const AgglomerationSettings& settings,
                                                 const core::agglomeration::RobustnessOptions& options, const core::Task& task) {
  const auto borders = linked_borders(contiguity, settings);
  if (!borders) return core::fail(borders.error());
  const core::agglomeration::Rules rules = rules_in_force(contiguity, settings);
  const double proposed_m = contiguity.match().proposed_m;
  core::agglomeration::GridSteps steps;
  // Only where it can change anything: on boundaries that meet, the grid is that of the other rules.
  if (core::agglomeration::tolerance_matters(*borders, {.within_m = rules.link.within_m}, proposed_m))
    steps.tolerances_m = {0, core::agglomeration::next_tolerance_m(rules.link.within_m, proposed_m)};
  RobustnessReport report{.grid = core::agglomeration::grid_around(rules, steps), .options = options};
  auto found = core::agglomeration::robustness(figures.by_unit(), *borders, rules, report.grid, options, task);
  if (!found) return core::fail(found.error());
  report.found = std::move(*found);
  auto effects = core::agglomeration::tolerance_effects(figures.by_unit(), *borders, rules, report.found.reference, proposed_m);
  if (!effects) return core::fail(effects.error());
  report.tolerance_m = rules.link.within_m;
  report.tolerance = std::move(*effects);
  return report;
}

core::Result<RobustnessReport> assess_robustness(const Document& document, const Contiguity& contiguity,
                                                 const core::agglomeration::RobustnessOptions& options, const core::Task& task) {
  const auto figures = SectorFigures::of(document);
  if (!figures) return core::fail(figures.error());
  return assess_robustness(*figures, contiguity, document.view.agglomerations, options, task);
}

}  // namespace vicinia::workspace
