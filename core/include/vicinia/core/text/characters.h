/// \file characters.h
/// Characters that look like others, or like nothing: named, so that people can find them.
/// Source:  Unicode's names and categories (ICU).
/// Missing: bytes that are not UTF-8 are passed over.
/// Cost:    O(bytes).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vicinia::core::text {

enum class HiddenKind : std::uint8_t {
  blank,       ///< looks like a blank and is none: U+00A0
  invisible,   ///< nobody sees it: U+200B, U+FEFF, a soft hyphen, a control character
  decomposed,  ///< a mark beside its letter, where one character for both exists: "a" and U+0300 for "à"
  eth          ///< the Icelandic Ð, which looks like Đ
};

struct HiddenCharacter {
  std::size_t at = 0;  ///< byte of the text, from 0
  char32_t character = 0;
  HiddenKind kind = HiddenKind::invisible;
};

/// In their order. Line ends and tabs are no hidden characters.
[[nodiscard]] std::vector<HiddenCharacter> hidden_characters(std::string_view text);

/// "no-break space (U+00A0)".
[[nodiscard]] std::string name_of(char32_t character);

/// \pre text is UTF-8
/// The Icelandic Ð and ð as the Vietnamese Đ and đ where they begin a Vietnamese word: "Ðất Ðỏ". What is Icelandic stays.
[[nodiscard]] std::string with_vietnamese_d(std::string_view text);

}  // namespace vicinia::core::text
