/// \file variable_texts.h
/// Variables and their values in words, in both languages: what legends, titles, choosers, lists and tooltips say.
/// Missing: "not published" and "undefined" are words of their own.
#pragma once

#include <cstddef>
#include <string>

#include "vicinia/core/dataset.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline words {

/// "Location quotient (LQ)", "Change of employees" …; with the table's own words for what it counts.
[[nodiscard]] std::string variable_name(const core::Provenance& provenance, Variable variable,
                                        Language language);
/// For column heads and tooltips: "LQ", "% of sector" …
[[nodiscard]] std::string variable_short_name(const core::Provenance& provenance, Variable variable,
                                              Language language);
/// One sentence or two.
[[nodiscard]] std::string variable_definition(const core::Provenance& provenance, Variable variable,
                                              Language language);
[[nodiscard]] std::string variable_group_name(core::values::VariableGroup group, Language language);
/// "met", "two stars" …; `number` counts from 1. \pre it is a category that has so many
[[nodiscard]] std::string category_name(Variable variable, std::size_t number, Language language);
/// "4.7", "−120", "met", "not published" …
[[nodiscard]] std::string variable_value_text(const IndicatorValue& value, Variable variable,
                                              Language language);

/// "4.66 – 4.74"; empty where there is none, or where it says no more than the value.
[[nodiscard]] std::string variable_range_text(const IndicatorValue& value, Variable variable,
                                              Language language);

/// "2005 → 2007" of variables that are a change; empty for others.
[[nodiscard]] std::string change_text(const Document& document, Language language);
/// What is looked at, in short: "Textile and Garment – LQ, 2007".
[[nodiscard]] std::string shown_text(const Document& document, Language language);
/// What period_in_title() says; of a change both periods.
[[nodiscard]] std::string shown_period_in_title(const Document& document, Language language);

}  // namespace vicinia::workspace::inline words
