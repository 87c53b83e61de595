/// \file texts.h
/// Words that stand on maps, in legends, figures, tables and messages, in both languages: a figure may be in
/// Vietnamese while the window is in English, so these do not come from the window's translator.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "vicinia/core/base/error.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/core/stats/classification.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {

/// "Location quotient (LQ)", "Employees" …
[[nodiscard]] std::string measure_name(core::indicators::Measure measure, Language language);
/// For column heads and tooltips: "LQ", "Employees", "% of sector" …
[[nodiscard]] std::string measure_short_name(core::indicators::Measure measure, Language language);
/// One sentence that says what is divided by what.
[[nodiscard]] std::string measure_definition(core::indicators::Measure measure, Language language);
/// The same with the words of the table, where it counts something else than employees and enterprises: "Beds", "Farms". A data set without
/// words of its own has those above.
[[nodiscard]] std::string measure_name(const core::Provenance& provenance, core::indicators::Measure measure,
                                       Language language);
[[nodiscard]] std::string measure_short_name(const core::Provenance& provenance,
                                             core::indicators::Measure measure, Language language);
[[nodiscard]] std::string measure_definition(const core::Provenance& provenance,
                                             core::indicators::Measure measure, Language language);
/// As within a sentence: "beds", "employees", "enterprises". Of other measures empty.
[[nodiscard]] std::string counted_word(const core::Provenance& provenance, core::indicators::Measure measure,
                                       Language language);
/// A text that speaks of employees (or employment) and enterprises, with the table's own words in their place, where it has any; a capital
/// stays one. Small and medium, foreign-invested and FDI enterprises keep their names: they are columns of their own.
/// With a capital at its beginning.
[[nodiscard]] std::string capitalised(const std::string& words);
/// The same text with what the units of the finest level are called in place of "huyện" and "district".
[[nodiscard]] std::string in_unit_words(std::string text, const core::Provenance& provenance,
                                        Language language);
[[nodiscard]] std::string in_own_words(std::string text, const core::Provenance& provenance,
                                       Language language);
[[nodiscard]] std::string in_own_words(std::string text, const core::BilingualText& employees_word,
                                       const core::BilingualText& enterprises_word, Language language);
[[nodiscard]] std::string method_name(core::stats::ClassMethod method, Language language);
[[nodiscard]] std::string origin_name(core::indicators::Origin origin, Language language);

/// More than three errors of one kind are one line, with their number and the first three; or each has a line.
enum class ErrorLength : std::uint8_t { summed_up, in_full };
/// What happened, to what, and what to do: one to three sentences, with file, row and field where known; what GDAL or another
/// library said of it comes last, as a quotation. Further errors of the same file (the causes) follow, one a line.
[[nodiscard]] std::string error_text(const core::Error& error, Language language,
                                     ErrorLength length = ErrorLength::summed_up);
/// How many errors are in the sums of error_text, and would have a line of their own in full; 0: there are no sums.
[[nodiscard]] std::size_t errors_left_out(const core::Error& error);

}  // namespace vicinia::workspace::inline words
