/// \file detail_words.h
/// What an error carries beside its code, in the reader's language. Words of GDAL, PROJ, the system and other strangers are in
/// English only: those that are known are put into the language, all others become a quotation that follows our sentence.
/// Every such word reaches people through here.
#pragma once

#include <string>
#include <string_view>

#include "base/phrase.h"
#include "vicinia/core/base/error.h"

namespace vicinia::workspace::inline words {

struct DetailWords {
  std::string words{};      ///< for {detail}; empty: nothing to say
  std::string quotation{};  ///< `GDAL: "what it said".`; empty: none
};
[[nodiscard]] DetailWords detail_words(const core::Error& error, Language language);

/// What to do where a file cannot be written for this reason of the system; nullptr: nothing special.
[[nodiscard]] const Phrase* advice_on_writing(std::string_view reason);
/// The same where it cannot be read.
[[nodiscard]] const Phrase* advice_on_reading(std::string_view reason);

/// A field of an error that is no column of a file: "province" → "tỉnh", "tolerance_m" → "--tolerance".
[[nodiscard]] std::string field_words(const core::Error& error, Language language);

}  // namespace vicinia::workspace::inline words
