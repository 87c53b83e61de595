/// \file decoding.h
/// Bytes to characters, whatever they are: for guesses, which must look at text that is wrong.
/// Cost: O(bytes).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "vicinia/core/text/encoding.h"

namespace vicinia::core::text {

struct Decoded {
  std::u32string text{};                   ///< normalization form C; U+FFFD in place of bytes that are none
  std::optional<std::size_t> first_bad{};  ///< from 0
};

[[nodiscard]] Decoded decode(std::string_view bytes, Encoding encoding);

[[nodiscard]] std::u32string nfc(std::u32string_view text);
[[nodiscard]] std::u32string nfd(std::u32string_view text);
[[nodiscard]] std::string utf8_of(std::u32string_view text);
/// U+FFFD in place of bytes that are no UTF-8.
[[nodiscard]] std::u32string characters_of(std::string_view utf8);

[[nodiscard]] bool is_tone(char32_t c);
[[nodiscard]] bool is_combining(char32_t c);

/// A letter with a tone that TCVN3 has only as a small one.
[[nodiscard]] bool has_no_capital_in_tcvn3(char32_t c);

}  // namespace vicinia::core::text
