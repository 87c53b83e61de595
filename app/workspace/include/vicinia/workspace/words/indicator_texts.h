/// \file indicator_texts.h
/// What every indicator, criterion and grade is called, what it divides by what, and what it does not say; in both languages.
/// The source of a formula stands in the header that computes it.
#pragma once

#include <string>

#include "vicinia/core/indicators/catalogue.h"
#include "vicinia/core/indicators/grades/agreement.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/values.h"

namespace vicinia::workspace::inline words {

[[nodiscard]] std::string indicator_name(core::indicators::Indicator indicator, Language language);
/// What it is, in a sentence or two with its formula.
[[nodiscard]] std::string indicator_definition(core::indicators::Indicator indicator, Language language);
/// What is divided by what, or counted against what.
[[nodiscard]] std::string indicator_denominator(core::indicators::Indicator indicator, Language language);
/// What it does not say, and where it misleads.
[[nodiscard]] std::string indicator_limits(core::indicators::Indicator indicator, Language language);
/// The same with the table's own words for what it counts (in_own_words).
[[nodiscard]] std::string indicator_name(const core::Provenance& provenance,
                                         core::indicators::Indicator indicator, Language language);
[[nodiscard]] std::string indicator_definition(const core::Provenance& provenance,
                                               core::indicators::Indicator indicator, Language language);
[[nodiscard]] std::string indicator_denominator(const core::Provenance& provenance,
                                                core::indicators::Indicator indicator, Language language);
[[nodiscard]] std::string indicator_limits(const core::Provenance& provenance,
                                           core::indicators::Indicator indicator, Language language);
/// Author and year.
[[nodiscard]] std::string indicator_source(core::indicators::Indicator indicator);

/// "4.7", "≤ 12.30", "1.94 – 1.96", "yes", "not published" …; of a value with a range, the value alone.
[[nodiscard]] std::string indicator_value_text(const IndicatorValue& value,
                                               core::indicators::Indicator indicator, Language language);
/// "4.66 – 4.74"; empty where there is none, or where it says no more than the value.
[[nodiscard]] std::string indicator_range_text(const IndicatorValue& value,
                                               core::indicators::Indicator indicator, Language language);
/// "at most", "at least; rough": what the value's sign says, and how far to trust it; empty where it is exact.
[[nodiscard]] std::string indicator_note_text(const IndicatorValue& value, Language language);
[[nodiscard]] std::string origin_text(ValueOrigin origin, Language language);
/// Why an indicator is not computed; empty where it is.
[[nodiscard]] std::string availability_text(Availability availability, Language language);

[[nodiscard]] std::string scheme_name(core::indicators::grades::Scheme scheme, Language language);
/// What it asks for, and whose it is.
[[nodiscard]] std::string scheme_definition(core::indicators::grades::Scheme scheme, Language language);
[[nodiscard]] std::string criterion_name(core::indicators::grades::CriterionId criterion, Language language);
/// "LQ: 4.7 (wanted ≥ 2.0)" …
[[nodiscard]] std::string criterion_text(const core::indicators::grades::Criterion& criterion,
                                         Language language);
/// The same with the table's own words for what it counts.
[[nodiscard]] std::string scheme_definition(const core::Provenance& provenance,
                                            core::indicators::grades::Scheme scheme, Language language);
[[nodiscard]] std::string criterion_name(const core::Provenance& provenance,
                                         core::indicators::grades::CriterionId criterion, Language language);
[[nodiscard]] std::string criterion_text(const core::Provenance& provenance,
                                         const core::indicators::grades::Criterion& criterion,
                                         Language language);
/// "met", "not met", "cannot be told".
[[nodiscard]] std::string outcome_text(core::indicators::Outcome outcome, Language language);
/// "All say yes" …
[[nodiscard]] std::string agreement_text(core::indicators::grades::Agreement agreement, Language language);
/// "2", "1 – 3".
[[nodiscard]] std::string stars_text(int least, int most);

}  // namespace vicinia::workspace::inline words
