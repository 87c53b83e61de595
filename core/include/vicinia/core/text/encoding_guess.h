/// \file encoding_guess.h
/// Which encoding the names of a layer or the lines of a table are in, from the bytes alone.
/// Source:  how a Vietnamese syllable is written (initial, glide, vowel, final, tone), and how often each letter with a mark stands in
///          names of communes. No list of words.
/// Shapes:  texts → one guess for all of them.
/// Missing: texts of ASCII alone are the same in nearly every encoding: UTF-8, and that it cannot be told.
/// Laws:    the order of the texts makes no difference to the encoding; text that is UTF-8 beyond ASCII is UTF-8.
/// Cost:    O(bytes × encodings), of at most 5,000 different words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/text/encoding.h"

namespace vicinia::core::text {

enum class Certainty : std::uint8_t {
  cannot_be_told,
  likely,  ///< little text, or another encoding is nearly as good
  certain
};

/// A text before and behind: as it would be read, or has been, and as it is. Both UTF-8.
struct EncodingSample {
  std::string before{}, after{};
};

struct EncodingGuess {
  Encoding encoding = Encoding::utf8;
  Certainty certainty = Certainty::cannot_be_told;
  bool stated_is_wrong =
      false;  ///< certainly, or it does not fit the bytes: some text is another one than stated
  /// The first few that differ: read as stated, or, where nothing or the right one is stated, as Windows-1252.
  std::vector<EncodingSample> samples{};
};

/// \param texts   raw bytes
/// \param stated  what the file says; taken where nothing can be told
[[nodiscard]] EncodingGuess guess_encoding(std::span<const std::string> texts,
                                           std::optional<Encoding> stated = std::nullopt);

/// Texts that somebody has read as Latin-1 or Windows-1252 although they are in the guessed encoding: "SÃ´ng", "Th¸i B×nh",
/// "Thaùi Bình". nullopt: they are right as they are, or nobody can tell. Mended by to_utf8(*bytes_read_as_latin(text), guess.encoding).
/// \pre texts are UTF-8
[[nodiscard]] std::optional<EncodingGuess> guess_misread(std::span<const std::string> texts);

}  // namespace vicinia::core::text
