// The letters of Vietnamese, and what of a text an encoding without capitals with tones keeps.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/text/encoding.h"

namespace vicinia::core::text {

/// Those that have all of its letters.
inline constexpr std::array vietnamese_encodings{Encoding::utf8,        Encoding::utf16le, Encoding::utf16be,
                                                 Encoding::windows1258, Encoding::tcvn3,   Encoding::vni,
                                                 Encoding::vps,         Encoding::viscii};

/// The 134 that ASCII lacks: 67 of each case.
inline constexpr std::string_view marked_letters =
    "à á ả ã ạ â ầ ấ ẩ ẫ ậ ă ằ ắ ẳ ẵ ặ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ "
    "ự ỳ ý ỷ ỹ ỵ À Á Ả Ã Ạ Â Ầ Ấ Ẩ Ẫ Ậ Ă Ằ Ắ Ẳ Ẵ Ặ Đ È É Ẻ Ẽ Ẹ Ê Ề Ế Ể Ễ Ệ Ì Í Ỉ Ĩ Ị Ò Ó Ỏ Õ Ọ Ô Ồ Ố Ổ Ỗ Ộ Ơ Ờ Ớ Ở Ỡ Ợ Ù Ú Ủ Ũ "
    "Ụ Ư Ừ Ứ Ử Ữ Ự Ỳ Ý Ỷ Ỹ Ỵ";

inline std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// As files in the fonts of ABC have it: capitals with tones are small letters there; Ă Â Ê Ô Ơ Ư Đ have capitals of their own.
inline std::string with_small_toned_letters(std::string text) {
  const std::vector<std::string> letters = words_of(marked_letters);
  const std::size_t half = letters.size() / 2;
  constexpr std::string_view capitals = "Ă Â Ê Ô Ơ Ư Đ";
  for (std::size_t i = half; i < letters.size(); ++i) {
    if (capitals.find(letters[i]) != std::string_view::npos) continue;
    for (std::size_t at = 0; (at = text.find(letters[i], at)) != std::string::npos;)
      text.replace(at, letters[i].size(), letters[i - half]);
  }
  return text;
}

}  // namespace vicinia::core::text
