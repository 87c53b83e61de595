/// \file totals_text.h
/// What totals are known and what they allow a printed quotient to be, in words, in both languages.
/// Missing: empty where nothing is known, or where it says no more than the value.
#pragma once

#include <string>

#include "vicinia/core/indicators/measure.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline words {

/// "the reconstructed totals allow 4.66 – 4.69", "the totals give 4.67". Of the LQ and the shares; empty for other measures.
[[nodiscard]] std::string allowed_text(const IndicatorValue& value, core::indicators::Measure measure,
                                       Language language);

/// "E: 7,378,892 – 7,386,835, reconstructed"; as the units of that level make it, in the period that is looked at.
[[nodiscard]] std::string national_total_text(const Document& document, core::admin::Level level,
                                              Language language);
/// What E is, how it came about, and what it is used for.
[[nodiscard]] std::string national_total_note(const Document& document, core::admin::Level level,
                                              Language language);

}  // namespace vicinia::workspace::inline words
