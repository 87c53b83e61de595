#include "vicinia/workspace/document/agglomerations.h"

#include "vicinia/workspace/document/values.h"

namespace vicinia::workspace::inline document {

core::Result<SectorValues> sector_values(const Document& document) {
  return SectorValues::collect(evidence_of(document), document.view.sector);
}

core::Result<std::vector<AgglomerationReport>> find_agglomerations(const Document& document,
                                                                   const Contiguity& contiguity) {
  return sector_values(document).and_then([&](const SectorValues& values) {
    return find_agglomerations(values, contiguity, document.view.agglomerations);
  });
}

core::Result<Explanation> explain(const Document& document, const Contiguity& contiguity,
                                  core::admin::UnitIndex unit) {
  const auto values = sector_values(document);
  if (!values) return core::fail(values.error());
  return find_agglomerations(*values, contiguity, document.view.agglomerations)
      .and_then([&](const std::vector<AgglomerationReport>& reports) {
        return explain(*values, contiguity, document.view.agglomerations, reports, unit);
      });
}

core::Result<RobustnessReport> assess_robustness(const Document& document, const Contiguity& contiguity,
                                                 const core::agglomeration::RobustnessOptions& options,
                                                 const core::Task& task) {
  return sector_values(document).and_then([&](const SectorValues& values) {
    return assess_robustness(values, contiguity, document.view.agglomerations, options, task);
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

}  // namespace vicinia::workspace::inline document
