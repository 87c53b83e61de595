#include "vicinia/workspace/robustness.h"

namespace vicinia::workspace {

core::Result<RobustnessReport> assess_robustness(const SectorFigures& figures, const Contiguity& contiguity,
                                                 const AgglomerationSettings& settings,
                                                 const core::agglomeration::RobustnessOptions& options, const core::Task& task) {
  const auto borders = linked_borders(contiguity, settings);
  if (!borders) return core::fail(borders.error());
  RobustnessReport report{.grid = core::agglomeration::grid_around(settings.rules), .options = options};
  auto found = core::agglomeration::robustness(figures.by_unit(), *borders, settings.rules, report.grid, options, task);
  if (!found) return core::fail(found.error());
  report.found = std::move(*found);
  return report;
}

core::Result<RobustnessReport> assess_robustness(const Document& document, const Contiguity& contiguity,
                                                 const core::agglomeration::RobustnessOptions& options, const core::Task& task) {
  const auto figures = SectorFigures::of(document);
  if (!figures) return core::fail(figures.error());
  return assess_robustness(*figures, contiguity, document.view.agglomerations, options, task);
}

}  // namespace vicinia::workspace
