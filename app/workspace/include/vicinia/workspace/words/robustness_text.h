/// \file robustness_text.h
/// How far agglomerations depend on the rules, in words.
#pragma once

#include <string>

#include "vicinia/core/agglomeration/robustness_report.h"
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::workspace::inline words {

/// What the variation of the rules says of one unit, in a sentence: core or fringe of its agglomeration, or near one.
/// Empty for a unit that is neither.
[[nodiscard]] std::string unit_robustness_text(const RobustnessReport& report, core::admin::UnitIndex unit,
                                               Language language);
/// Of one agglomeration: how often it survives, what else becomes of it, who is its fringe, who is near.
[[nodiscard]] std::string agglomeration_robustness_text(const core::Dataset& dataset,
                                                        const RobustnessReport& report,
                                                        std::size_t agglomeration, Language language,
                                                        std::size_t most_names);

/// Who is in as printed only, and who may be in, given the range of each LQ: a line for each; empty where rounding decides nothing.
[[nodiscard]] std::string membership_text(const core::Dataset& dataset,
                                          const core::agglomeration::Membership& membership,
                                          Language language, std::size_t most_names);

}  // namespace vicinia::workspace::inline words
