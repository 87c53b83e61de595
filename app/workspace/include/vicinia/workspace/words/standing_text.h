/// \file standing_text.h
/// The sign of a value that rests on a value which the audit speaks against, and what it says, in both languages: one for screen, terminal,
/// tables on figures and files.
/// Missing: nothing is said of values without a doubt.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "vicinia/core/dataset.h"
#include "vicinia/core/values/evidence.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {

/// "3,206 !": the text as it is where there is no doubt.
[[nodiscard]] std::string marked(std::string text, core::values::Doubt doubt);
/// "! rests on a value that other published values contradict": the footnote of a table with signs.
[[nodiscard]] std::string mark_footnote(Language language);
/// "contradicted"; empty where nothing speaks against it.
[[nodiscard]] std::string doubt_text(core::values::Doubt doubt, Language language);
/// "Bến Cát: SMEs (contradicted)" for each; of more than `most`, how many more.
[[nodiscard]] std::string rests_on_text(const core::Dataset& dataset,
                                        std::span<const core::values::DoubtfulValue> values,
                                        Language language, std::size_t most = 3);
/// "0718:smes:contradicted": unit, column of tables, doubt.
[[nodiscard]] std::vector<std::string> rests_on_ids(const core::Dataset& dataset,
                                                    std::span<const core::values::DoubtfulValue> values);
/// The gravest doubt against one measure of these values.
[[nodiscard]] core::values::Doubt doubt_about(std::span<const core::values::DoubtfulValue> values,
                                              core::indicators::Measure measure);

/// "as printed", "left out", "with the value that would agree".
[[nodiscard]] std::string treatment_text(core::values::Treatment treatment, Language language);

}  // namespace vicinia::workspace::inline words
