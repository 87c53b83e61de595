/// \file treatment_effect.h
/// What leaving out or replacing contradicted figures changes in the agglomerations of the sector that is looked at, compared with figures
/// as printed: districts that come in or fall out, and pooled quotients.
/// Missing: empty where figures are as printed, or nothing changes.
/// Errors:  those of find_agglomerations.
/// Cost:    that of finding agglomerations, once more.
#pragma once

#include <string>
#include <vector>

#include "vicinia/workspace/agglomerations.h"

namespace vicinia::workspace {

using core::agglomeration::TreatmentEffect;

[[nodiscard]] core::Result<TreatmentEffect> treatment_effect(const Document& document,
                                                             const Contiguity& contiguity);
/// One sentence for each kind of change; empty where there is none.
[[nodiscard]] std::string treatment_effect_text(const Document& document, const TreatmentEffect& effect,
                                                Language language);

}  // namespace vicinia::workspace
