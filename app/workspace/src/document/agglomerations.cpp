#include "vicinia/workspace/document/agglomerations.h"

#include "vicinia/workspace/document/robustness.h"
#include "vicinia/workspace/document/values.h"

namespace vicinia::workspace {

core::Result<SectorFigures> sector_figures(const Document& document) {
  return SectorFigures::collect(evidence_of(document), document.view.sector);
}

core::Result<std::vector<AgglomerationReport>> find_agglomerations(const Document& document,
                                                                   const Contiguity& contiguity) {
  return sector_figures(document).and_then([&](const SectorFigures& figures) {
    return find_agglomerations(figures, contiguity, document.view.agglomerations);
  });
}

core::Result<Explanation> explain(const Document& document, const Contiguity& contiguity,
                                  core::admin::UnitIndex unit) {
  const auto figures = sector_figures(document);
  if (!figures) return core::fail(figures.error());
  return find_agglomerations(*figures, contiguity, document.view.agglomerations)
      .and_then([&](const std::vector<AgglomerationReport>& reports) {
        return explain(*figures, contiguity, document.view.agglomerations, reports, unit);
      });
}

core::Result<RobustnessReport> assess_robustness(const Document& document, const Contiguity& contiguity,
                                                 const core::agglomeration::RobustnessOptions& options,
                                                 const core::Task& task) {
  return sector_figures(document).and_then([&](const SectorFigures& figures) {
    return assess_robustness(figures, contiguity, document.view.agglomerations, options, task);
  });
}

core::Result<TreatmentEffect> treatment_effect(const Document& document, const Contiguity& contiguity) {
  if (document.view.treatment == core::values::Treatment::as_printed) return TreatmentEffect{};
  Document printed = document;
  printed.view.treatment = core::values::Treatment::as_printed;
  const auto now = find_agglomerations(document, contiguity);
  if (!now) return core::fail(now.error());
  return find_agglomerations(printed, contiguity)
      .transform([&](const std::vector<AgglomerationReport>& as_printed) {
        return core::agglomeration::treatment_effect(as_printed, *now);
      });
}

}  // namespace vicinia::workspace
