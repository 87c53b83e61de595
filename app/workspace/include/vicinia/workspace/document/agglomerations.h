/// \file agglomerations.h
/// The agglomerations of the sector that is looked at. What they are, and what a person must know of each, is found by
/// core/agglomeration; here the parts of the document are handed to it.
/// Errors:  those of values_of, build_topology and find_agglomerations.
/// Cost:    as core/agglomeration has it: O(units + borders) for each sector and rule, once the contiguity is there.
#pragma once

#include <string>
#include <vector>

#include "vicinia/core/agglomeration/agglomeration_report.h"
#include "vicinia/core/agglomeration/contiguity.h"
#include "vicinia/core/agglomeration/explanation.h"
#include "vicinia/core/agglomeration/robustness_report.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline document {

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
using core::agglomeration::SectorValues;

/// Of the sector, the period and the treatment that are looked at.
[[nodiscard]] core::Result<SectorValues> sector_values(const Document& document);
/// Those of the document as it is.
[[nodiscard]] core::Result<std::vector<AgglomerationReport>> find_agglomerations(
    const Document& document, const Contiguity& contiguity);
[[nodiscard]] core::Result<Explanation> explain(const Document& document, const Contiguity& contiguity,
                                                core::admin::UnitIndex unit);

using core::agglomeration::TreatmentEffect;
/// What leaving out or replacing contradicted values changes, compared with values as printed: districts that come in or fall out, and pooled
/// quotients; empty where values are as printed, or nothing changes. Cost: that of finding agglomerations, once more.
[[nodiscard]] core::Result<TreatmentEffect> treatment_effect(const Document& document,
                                                             const Contiguity& contiguity);

using core::agglomeration::assess_robustness;
using core::agglomeration::RobustnessReport;
/// How far they depend on the rules. What is varied, and what survival, core, fringe and near mean: core/agglomeration/robustness_report.h.
/// Errors: those of linked_borders and core's robustness.
[[nodiscard]] core::Result<RobustnessReport> assess_robustness(
    const Document& document, const Contiguity& contiguity,
    const core::agglomeration::RobustnessOptions& options = {}, const core::Task& task = {});

}  // namespace vicinia::workspace::inline document
