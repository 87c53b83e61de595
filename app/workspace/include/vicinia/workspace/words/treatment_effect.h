/// \file treatment_effect.h
/// Sentences on what leaving out or replacing contradicted values changes in the agglomerations (agglomerations.h).
#pragma once

#include <string>
#include <vector>

#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::workspace::inline words {

/// One sentence for each kind of change; empty where there is none.
[[nodiscard]] std::string treatment_effect_text(const Document& document, const TreatmentEffect& effect,
                                                Language language);

}  // namespace vicinia::workspace::inline words
