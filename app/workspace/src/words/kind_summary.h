/// \file kind_summary.h
/// Many errors or findings of one kind as one line: how many, and the first three.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "vicinia/core/base/error.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {

/// Errors stopped the work, findings did not: of some kinds this makes other words.
enum class Severity { error, finding };

/// The feature or line, as a sentence names it: "feature 3", "dòng 17".
[[nodiscard]] std::string row_words(const core::Error& error, Language language,
                                    bool begins_sentence = false);

/// Errors about the shape of a file, of which there are few and none has a row to be looked up: all are named in their sum.
[[nodiscard]] bool is_named_in_full(core::ErrorCode code);

/// \param count  how many there are, of which the first are `listed`; two or more
[[nodiscard]] std::string kind_summary(std::span<const core::Error* const> listed, std::size_t count,
                                       Severity severity, Language language);

/// One error alone, without its causes.
[[nodiscard]] std::string one_error_text(const core::Error& error, Language language);
/// What to do about it; may be empty.
[[nodiscard]] std::string advice_text(const core::Error& error, Language language);

}  // namespace vicinia::workspace::inline words
