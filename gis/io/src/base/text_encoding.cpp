#include "base/text_encoding.h"

#include <algorithm>

#include "base/text.h"
#include "vicinia/core/base/ascii.h"
#include "vicinia/core/text/encoding_guess.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::text::Certainty;
using core::text::Encoding;
using core::text::EncodingGuess;

/// "before|after"; the bar parts the two.
std::string sample_of(const EncodingGuess& guess) {
  if (guess.samples.empty()) return "|";
  std::string before = guess.samples.front().before, after = guess.samples.front().after;
  std::ranges::replace(before, '|', '/');
  std::ranges::replace(after, '|', '/');
  return before + "|" + after;
}

bool is_same(const std::string& a, const std::string& b) {
  const auto first = core::text::encoding_named(a), second = core::text::encoding_named(b);
  return first || second ? first == second : core::ascii_lower(a) == core::ascii_lower(b);
}

/// Those that are told by Vietnamese. UTF-8 tells itself, and what is western is taken for what it always was.
bool is_told(const EncodingGuess& guess) {
  return guess.certainty != Certainty::cannot_be_told && guess.encoding != Encoding::utf8 &&
         guess.encoding != Encoding::windows1252;
}

bool all_utf8(std::span<const std::string> texts) {
  return std::ranges::all_of(texts, [](const std::string& text) { return is_utf8(text); });
}

/// What is misread must at least be read: a guess that does not fit every text leaves things as they were.
bool fits(std::span<const std::string> texts, const std::string& encoding) {
  return std::ranges::all_of(texts,
                             [&](const std::string& text) { return decoded(text, encoding).has_value(); });
}

core::Result<EncodingChoice> as_stated_by_person(std::span<const std::string> texts,
                                                 const StatedEncodings& stated, const std::string& file) {
  EncodingChoice choice{.encoding = stated.by_person};
  if (!is_known_encoding(stated.by_person))
    return core::fail({.code = ErrorCode::bad_encoding,
                       .subject = {.file = file, .field = "unknown"},
                       .detail = stated.by_person});
  const auto person = core::text::encoding_named(stated.by_person);
  const EncodingGuess guess = core::text::guess_encoding(texts, person);
  if (person && guess.stated_is_wrong && fits(texts, choice.encoding))
    choice.findings.push_back(
        {.code = ErrorCode::encoding_doubted,
         .subject = {.file = file, .field = std::string(name_of(guess.encoding)), .id = stated.by_person},
         .detail = sample_of(guess)});
  // Where all is ASCII, the two say the same.
  else if (!stated.by_file.empty() && !is_same(stated.by_person, stated.by_file) &&
           std::ranges::any_of(texts, is_beyond_ascii))
    choice.findings.push_back({.code = ErrorCode::encoding_overridden,
                               .subject = {.file = file, .id = stated.by_person},
                               .detail = stated.by_file});
  return choice;
}

}  // namespace

bool is_beyond_ascii(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r');
  });
}

core::Result<EncodingChoice> choose_encoding(std::span<const std::string> texts,
                                             const StatedEncodings& stated, const std::string& file) {
  if (!stated.by_person.empty()) return as_stated_by_person(texts, stated, file);
  const auto by_file = core::text::encoding_named(stated.by_file);
  const EncodingGuess guess = core::text::guess_encoding(texts, by_file);
  const std::string guessed(name_of(guess.encoding));
  if (!stated.by_file.empty() && is_known_encoding(stated.by_file)) {
    EncodingChoice choice{.encoding = stated.by_file};
    if (by_file && guess.stated_is_wrong && fits(texts, guessed)) {
      choice.encoding = guessed;
      choice.findings.push_back(
          {.code = ErrorCode::encoding_misstated,
           .subject = {.file = file, .field = std::string(name_of(*by_file)), .id = guessed},
           .detail = sample_of(guess)});
    }
    return choice;
  }
  if (is_told(guess) && fits(texts, guessed)) {
    EncodingChoice choice{.encoding = guessed};
    choice.findings.push_back({.code = ErrorCode::encoding_recognised,
                               .subject = {.file = file, .id = guessed},
                               .detail = sample_of(guess)});
    return choice;
  }
  return EncodingChoice{.encoding = all_utf8(texts) ? "UTF-8" : "ISO-8859-1", .is_assumed = true};
}

}  // namespace vicinia::gis::io
