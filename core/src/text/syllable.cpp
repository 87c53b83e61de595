#include "text/syllable.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "text/decoding.h"

namespace vicinia::core::text {
namespace {

using Letters = std::u32string_view;

constexpr std::array<std::pair<char32_t, int>, 67> frequencies{
    {{U'à', 55}, {U'á', 31}, {U'ả', 26}, {U'ã', 6},  {U'ạ', 40}, {U'â', 86}, {U'ầ', 10}, {U'ấ', 6},
     {U'ẩ', 4},  {U'ẫ', 1},  {U'ậ', 18}, {U'ă', 15}, {U'ằ', 4},  {U'ắ', 13}, {U'ẳ', 1},  {U'ẵ', 1},
     {U'ặ', 1},  {U'đ', 73}, {U'è', 2},  {U'é', 2},  {U'ẻ', 1},  {U'ẽ', 1},  {U'ẹ', 1},  {U'ê', 49},
     {U'ề', 12}, {U'ế', 16}, {U'ể', 2},  {U'ễ', 4},  {U'ệ', 20}, {U'ì', 30}, {U'í', 6},  {U'ỉ', 1},
     {U'ĩ', 23}, {U'ị', 12}, {U'ò', 25}, {U'ó', 5},  {U'ỏ', 2},  {U'õ', 1},  {U'ọ', 9},  {U'ô', 38},
     {U'ồ', 21}, {U'ố', 9},  {U'ổ', 3},  {U'ỗ', 1},  {U'ộ', 20}, {U'ơ', 57}, {U'ờ', 21}, {U'ớ', 18},
     {U'ở', 1},  {U'ỡ', 1},  {U'ợ', 13}, {U'ù', 9},  {U'ú', 35}, {U'ủ', 7},  {U'ũ', 6},  {U'ụ', 8},
     {U'ư', 79}, {U'ừ', 2},  {U'ứ', 10}, {U'ử', 2},  {U'ữ', 2},  {U'ự', 3},  {U'ỳ', 6},  {U'ý', 5},
     {U'ỷ', 1},  {U'ỹ', 14}, {U'ỵ', 1}}};

char32_t lowered(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }
bool is_vowel(char32_t c) { return Letters(U"aăâeêioôơuưy").find(c) != Letters::npos; }
bool is_shaped(char32_t c) { return Letters(U"ăâêôơư").find(c) != Letters::npos; }

/// A word without its tone.
struct Toned {
  std::u32string letters{};
  char32_t tone = 0;
  std::size_t toned_at = 0;
};

/// nullopt: letters of another alphabet, two tones, or a tone on a consonant.
std::optional<Toned> without_tone(Letters word) {
  Toned toned;
  for (const char32_t c : word) {
    const char32_t letter = lowered(c);
    if (letter < 0x80) {
      toned.letters.push_back(letter);
      continue;
    }
    if (letter_frequency(letter) == 0) return std::nullopt;
    std::u32string base;
    for (const char32_t part : nfd(std::u32string(1, letter))) {
      if (!is_tone(part)) {
        base.push_back(part);
      } else if (toned.tone != 0) {
        return std::nullopt;
      } else {
        toned.tone = part;
        toned.toned_at = toned.letters.size();
      }
    }
    toned.letters += nfc(base);
  }
  return toned;
}

/// A vowel, with the finals that may stand behind it, between blanks; "-": none.
struct Rime {
  Letters vowel, finals;
};
constexpr std::array<Rime, 31> rimes{{{U"a", U" - c ch i m n ng nh o p t u y "},
                                      {U"ă", U" c m n ng p t "},
                                      {U"â", U" c m n ng p t u y "},
                                      {U"e", U" - c m n ng o p t "},
                                      {U"ê", U" - ch m n nh p t u "},
                                      {U"i", U" - ch m n nh p t u "},
                                      {U"y", U" - "},
                                      {U"o", U" - c i m n ng p t "},
                                      {U"oo", U" c ng "},
                                      {U"ô", U" - c i m n ng p t "},
                                      {U"ơ", U" - i m n p t "},
                                      {U"u", U" - c i m n ng p t "},
                                      {U"ư", U" - c i m n ng t u "},
                                      {U"ia", U" - "},
                                      {U"iê", U" c m n ng p t u "},
                                      {U"yê", U" m n ng t u "},
                                      {U"ua", U" - "},
                                      {U"uô", U" c i m n ng t "},
                                      {U"ưa", U" - "},
                                      {U"ươ", U" c i m n ng p t u "},
                                      {U"oa", U" - c ch i m n ng nh o p t y "},
                                      {U"oă", U" c m n ng t "},
                                      {U"oe", U" - n o t "},
                                      {U"uâ", U" n ng t y "},
                                      {U"uê", U" - ch n nh "},
                                      {U"uơ", U" - n "},
                                      {U"uy", U" - ch n nh p t u "},
                                      {U"uyê", U" n t "},
                                      {U"uya", U" - "},
                                      // Behind "qu" alone, whose "u" is counted with the initial.
                                      {U"qy", U" - ch n nh t "},
                                      {U"qyê", U" n t "}}};

bool is_in(Letters finals, Letters final_letters) {
  std::u32string wanted(1, U' ');
  wanted.append(final_letters.empty() ? Letters(U"-") : final_letters).push_back(U' ');
  return finals.find(wanted) != Letters::npos;
}

bool is_rime(Letters rest, bool behind_qu) {
  std::u32string behind;
  if (behind_qu && rest.starts_with(U'y')) rest = behind = std::u32string(1, U'q').append(rest);
  return std::ranges::any_of(rimes, [&](const Rime& rime) {
    return rest.starts_with(rime.vowel) && is_in(rime.finals, rest.substr(rime.vowel.size()));
  });
}

constexpr std::array<Letters, 29> initials{
    U"ngh", U"ch", U"gh", U"gi", U"kh", U"ng", U"nh", U"ph", U"qu", U"th", U"tr", U"b", U"c", U"d", U"đ",
    U"g",   U"h",  U"k",  U"l",  U"m",  U"n",  U"p",  U"r",  U"s",  U"t",  U"v",  U"x", U"",  U"gi"};

/// c, g, ng go before other vowels than k, gh, ngh.
bool agree(Letters initial, Letters rest) {
  const bool before_front = !rest.empty() && Letters(U"eêiy").find(rest.front()) != Letters::npos;
  if (initial == U"k" || initial == U"gh" || initial == U"ngh") return before_front;
  if (initial == U"c" || initial == U"ng") return !before_front;
  if (initial == U"g") return !before_front || rest.front() == U'i';  // gì
  return true;
}

bool is_stopped(Letters letters) {
  return letters.ends_with(U"c") || letters.ends_with(U"ch") || letters.ends_with(U"p") ||
         letters.ends_with(U"t");
}

/// On the last vowel with a shape of its own; else on any.
bool is_tone_in_place(const Toned& word) {
  if (word.tone == 0) return true;
  const char32_t letter = word.letters[word.toned_at];
  if (!is_vowel(letter)) return false;
  for (std::size_t i = word.letters.size(); i-- > 0;)
    if (is_shaped(word.letters[i])) return i == word.toned_at;
  return true;
}

bool is_syllable(const Toned& word) {
  const Letters letters = word.letters;
  if (!is_tone_in_place(word)) return false;
  constexpr char32_t acute = 0x301, dot = 0x323;
  if (is_stopped(letters) && word.tone != acute && word.tone != dot) return false;
  return std::ranges::any_of(initials, [&](Letters initial) {
    if (!letters.starts_with(initial)) return false;
    const Letters rest = letters.substr(initial.size());
    return agree(initial, rest) && is_rime(rest, initial == U"qu");
  });
}

/// Consonants of the languages of the Central Highlands around a vowel that Vietnamese can write.
bool is_of_the_highlands(const Toned& word) {
  constexpr std::array<Letters, 30> before{U"kr", U"br", U"bl", U"dr", U"đr",  U"gr", U"kl", U"pl",
                                           U"pr", U"tl", U"hr", U"hl", U"ml",  U"mr", U"kb", U"kp",
                                           U"kn", U"km", U"dl", U"đl", U"hn",  U"hd", U"j",  U"chr",
                                           U"w",  U"y",  U"s",  U"r",  U"nhr", U"k"};
  constexpr std::array<Letters, 17> behind{U"k", U"l",  U"r",  U"h", U"ng", U"n", U"m", U"p", U"t",
                                           U"c", U"ch", U"nh", U"i", U"o",  U"u", U"y", U""};
  if (!is_tone_in_place(word)) return false;
  const Letters letters = word.letters;
  const auto first = std::ranges::find_if(letters, is_vowel) - letters.begin();
  const Letters start = letters.substr(0, static_cast<std::size_t>(first));
  Letters rest = letters.substr(start.size());
  std::size_t vowels = 0;
  while (vowels < rest.size() && is_vowel(rest[vowels])) ++vowels;
  return vowels >= 1 && vowels <= 3 &&
         (std::ranges::find(before, start) != before.end() ||
          std::ranges::find(initials, start) != initials.end()) &&
         std::ranges::find(behind, rest.substr(vowels)) != behind.end();
}

}  // namespace

int letter_frequency(char32_t letter) {
  const char32_t small = lowered(letter);
  const auto found = std::ranges::find(frequencies, small, &std::pair<char32_t, int>::first);
  return found == frequencies.end() ? 0 : found->second;
}

bool is_cased_well(Letters word) {
  bool has_small = false;
  for (const char32_t c : word) {
    const bool is_small = u_islower(static_cast<UChar32>(c)) != 0;
    if (has_small && u_isupper(static_cast<UChar32>(c)) != 0) return false;
    has_small |= is_small;
  }
  // "HÀNội": more capitals than the first before small ones.
  if (!has_small || word.size() < 3) return true;
  return u_isupper(static_cast<UChar32>(word[1])) == 0 || u_isupper(static_cast<UChar32>(word[0])) == 0;
}

Plausibility plausibility(Letters word) {
  if (!is_cased_well(word)) return Plausibility::wrong;
  const auto toned = without_tone(word);
  if (!toned) return Plausibility::wrong;
  if (is_syllable(*toned)) return Plausibility::syllable;
  if (is_of_the_highlands(*toned)) return Plausibility::highland;
  return Plausibility::letters;
}

}  // namespace vicinia::core::text
