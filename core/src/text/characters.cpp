#include "vicinia/core/text/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>

#include "text/decoding.h"
#include "text/syllable.h"
#include "vicinia/core/base/ascii.h"

namespace vicinia::core::text {
namespace {

constexpr char32_t capital_eth = 0xD0, small_eth = 0xF0;

bool is_eth(char32_t c) { return c == capital_eth || c == small_eth; }
bool is_alphabetic(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0 || is_combining(c); }

/// \param before  the character it stands behind; 0: none
std::optional<HiddenKind> kind_of(char32_t c, char32_t before) {
  const auto type = u_charType(static_cast<UChar32>(c));
  if (c == '\n' || c == '\r' || c == '\t' || c == ' ') return std::nullopt;
  if (is_eth(c)) return HiddenKind::eth;
  if (type == U_SPACE_SEPARATOR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR)
    return HiddenKind::blank;
  if (type == U_FORMAT_CHAR || type == U_CONTROL_CHAR) return HiddenKind::invisible;
  if (before != 0 && is_combining(c)) {
    // Marks that come before it do not matter: what is decomposed once is listed once more for its second mark.
    const std::u32string pair{before, c};
    if (is_combining(before) || nfc(pair) != pair) return HiddenKind::decomposed;
  }
  return std::nullopt;
}

/// Control characters have no name of their own.
constexpr std::array<std::pair<char32_t, std::string_view>, 4> usual_names{
    {{0x0, "null character"}, {0xFEFF, "byte-order mark"}, {0xD0, "Icelandic Ð"}, {0xF0, "Icelandic ð"}}};

}  // namespace

std::vector<HiddenCharacter> hidden_characters(std::string_view text) {
  std::vector<HiddenCharacter> found;
  const auto* units = reinterpret_cast<const std::uint8_t*>(text.data());
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t first = at;
    UChar32 c = 0;
    U8_NEXT(units, at, text.size(), c);
    if (c < 0) {
      before = 0;
      continue;
    }
    const auto character = static_cast<char32_t>(c);
    if (const auto kind = kind_of(character, before)) found.push_back({first, character, *kind});
    before = character;
  }
  return found;
}

std::string name_of(char32_t character) {
  std::array<char, 16> code{};
  std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(character));
  std::string name;
  if (const auto usual =
          std::ranges::find(usual_names, character, &std::pair<char32_t, std::string_view>::first);
      usual != usual_names.end()) {
    name = usual->second;
  } else {
    std::array<char, 100> buffer{};
    UErrorCode status = U_ZERO_ERROR;
    u_charName(static_cast<UChar32>(character), U_UNICODE_CHAR_NAME, buffer.data(),
               static_cast<std::int32_t>(buffer.size()), &status);
    name = U_SUCCESS(status) ? ascii_lower(buffer.data()) : std::string();
    if (name.empty())
      name =
          u_charType(static_cast<UChar32>(character)) == U_CONTROL_CHAR ? "control character" : "character";
  }
  return name + " (" + code.data() + ")";
}

std::string with_vietnamese_d(std::string_view text) {
  std::u32string letters = characters_of(text);
  if (std::ranges::none_of(letters, is_eth)) return std::string(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (!is_alphabetic(letters[i])) continue;
    std::size_t end = i;
    while (end < letters.size() && is_alphabetic(letters[end])) ++end;
    if (is_eth(letters[i])) {
      std::u32string word = nfc(std::u32string_view(letters).substr(i, end - i));
      // "ÐÐ" is no word: only the first letter is changed.
      word.front() = letters[i] == capital_eth ? U'Đ' : U'đ';
      const Plausibility is = plausibility(word);
      if (is == Plausibility::syllable || is == Plausibility::highland) letters[i] = word.front();
    }
    i = end - 1;
  }
  return utf8_of(letters);
}

}  // namespace vicinia::core::text
