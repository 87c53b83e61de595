/// \file agglomerations.h
/// The agglomerations of the sector that is looked at. What they are, and what a person must know of each, is found by
/// core/agglomeration; here the parts of the document are handed to it, and its answers are written as tables.
/// Errors:  those of figures_of, build_topology and find_agglomerations.
/// Cost:    as core/agglomeration has it: O(units + borders) for each sector and rule, once the contiguity is there.
#pragma once

#include <string>
#include <vector>

#include "vicinia/core/agglomeration/agglomeration_report.h"
#include "vicinia/core/agglomeration/contiguity.h"
#include "vicinia/core/agglomeration/explanation.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace {

using core::agglomeration::AgglomerationReport;
using core::agglomeration::Contiguity;
using core::agglomeration::explain;
using core::agglomeration::Explanation;
using core::agglomeration::find_agglomerations;
using core::agglomeration::ledger_of;
using core::agglomeration::linked_borders;
using core::agglomeration::name_of;
using core::agglomeration::Pooled;
using core::agglomeration::rules_in_force;
using core::agglomeration::SectorFigures;

/// Of the sector, the period and the treatment that are looked at.
[[nodiscard]] core::Result<SectorFigures> sector_figures(const Document& document);
/// Those of the document as it is.
[[nodiscard]] core::Result<std::vector<AgglomerationReport>> find_agglomerations(
    const Document& document, const Contiguity& contiguity);
[[nodiscard]] core::Result<Explanation> explain(const Document& document, const Contiguity& contiguity,
                                                core::admin::UnitIndex unit);

/// The list as CSV or JSON, largest first. Intervals have a low and a high; they are equal where the value is exact.
[[nodiscard]] core::Result<std::string> agglomerations_csv(const Document& document,
                                                           const std::vector<AgglomerationReport>& reports);
[[nodiscard]] core::Result<std::string> agglomerations_json(const Document& document,
                                                            const std::vector<AgglomerationReport>& reports);

using core::agglomeration::TreatmentEffect;
/// What leaving out or replacing contradicted figures changes, compared with figures as printed: districts that come in or fall out, and pooled
/// quotients; empty where figures are as printed, or nothing changes. Cost: that of finding agglomerations, once more.
[[nodiscard]] core::Result<TreatmentEffect> treatment_effect(const Document& document,
                                                             const Contiguity& contiguity);

}  // namespace vicinia::workspace
