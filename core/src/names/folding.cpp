#include "vicinia/core/names/folding.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace vicinia::core::names {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

using Instance = const icu::Normalizer2* (*)(UErrorCode&);

/// The tables of these forms are part of ICU itself: getting them does not fail.
icu::UnicodeString normalized(const icu::UnicodeString& text, Instance form) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = form(status);
  icu::UnicodeString normal = U_SUCCESS(status) ? normalizer->normalize(text, status) : text;
  return U_SUCCESS(status) ? normal : text;
}

const icu::Normalizer2* nfc(UErrorCode& status) { return icu::Normalizer2::getNFCInstance(status); }
const icu::Normalizer2* nfkd(UErrorCode& status) { return icu::Normalizer2::getNFKDInstance(status); }
const icu::Normalizer2* casefold(UErrorCode& status) {
  return icu::Normalizer2::getNFKCCasefoldInstance(status);
}

/// Nobody sees them.
bool is_hidden(UChar32 c) {
  return u_charType(c) == U_FORMAT_CHAR || (u_isISOControl(c) && !u_isUWhiteSpace(c));
}

bool is_mark(UChar32 c) { return u_charType(c) == U_NON_SPACING_MARK; }

/// The stroke of Đ is no mark that decomposes; old files write it as the Icelandic Ð.
bool is_d_with_stroke(UChar32 c) { return c == 0x111 || c == 0xF0; }

struct Word {
  std::string marked{}, plain{};
  bool has_stop_behind = false;   ///< "TP."
  bool has_comma_behind = false;  ///< the next word is of another part
};

std::string marked_of(const icu::UnicodeString& letters) {
  icu::UnicodeString composed = normalized(letters, nfc);
  composed.findAndReplace(icu::UnicodeString(UChar32{0xF0}), icu::UnicodeString(UChar32{0x111}));
  return to_utf8(composed);
}

std::vector<Word> words_of(std::string_view text) {
  const icu::UnicodeString decomposed = normalized(normalized(from_utf8(text), casefold), nfkd);
  std::vector<Word> words;
  icu::UnicodeString marked, plain;
  const auto end_word = [&] {
    if (!plain.isEmpty()) words.push_back({.marked = marked_of(marked), .plain = to_utf8(plain)});
    marked.remove();
    plain.remove();
  };
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (is_hidden(c)) continue;
    if (is_mark(c)) {
      if (!plain.isEmpty()) marked.append(c);
    } else if (u_isalnum(c)) {
      marked.append(c);
      plain.append(is_d_with_stroke(c) ? UChar32{'d'} : c);
    } else {
      const bool was_in_word = !plain.isEmpty();
      end_word();
      if (c == '.' && was_in_word) words.back().has_stop_behind = true;
      if (c == ',' && !words.empty()) words.back().has_comma_behind = true;
    }
  }
  end_word();
  return words;
}

std::string joined(std::span<const Word> words, std::string Word::*form) {
  std::string text;
  for (const Word& word : words) {
    if (!text.empty()) text += ' ';
    text += word.*form;
  }
  return text;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A word, or two, for a class of units.
struct ClassWords {
  UnitClasses classes;
  std::array<std::string_view, 2> plain, marked;  ///< a Vietnamese word has marks; the second may be empty
  bool is_english = false;
};

using namespace unit_class;
/// Longer ones first, so that "thi xa" goes before "xa" could.
constexpr std::array<ClassWords, 23> class_words{{
    {city, {"thanh", "pho"}, {"thành", "phố"}},
    {town, {"thi", "xa"}, {"thị", "xã"}},
    {township, {"thi", "tran"}, {"thị", "trấn"}},
    {special_zone, {"dac", "khu"}, {"đặc", "khu"}},
    {urban_district, {"urban", "district"}, {}, true},
    {rural_district, {"rural", "district"}, {}, true},
    {special_zone, {"special", "zone"}, {}, true},
    {rural_district, {"huyen"}, {"huyện"}},
    {urban_district, {"quan"}, {"quận"}},
    {province, {"tinh"}, {"tỉnh"}},
    {ward, {"phuong"}, {"phường"}},
    {commune, {"xa"}, {"xã"}},
    {township, {"township"}, {}, true},
    {town | township, {"town"}, {}, true},
    {city, {"city"}, {}, true},
    {urban_district | rural_district, {"district"}, {}, true},
    {urban_district | rural_district, {"dist"}, {}, true},
    {province, {"province"}, {}, true},
    {ward, {"ward"}, {}, true},
    {commune, {"commune"}, {}, true},
    {city, {"tp"}, {"tp"}},
    {town, {"tx"}, {"tx"}},
    {township, {"tt"}, {"tt"}},
}};

/// Letters that mean a class with a full stop behind them ("Q. 12"), or before a number ("Q12", "Q 12").
constexpr std::array<std::pair<std::string_view, UnitClasses>, 5> class_letters{
    {{"q", urban_district}, {"h", rural_district}, {"p", ward}, {"x", commune}, {"t", province}}};

std::size_t length_of(const ClassWords& words) { return words.plain[1].empty() ? 1 : 2; }

/// Words of names too, as they stand without marks: "Quan Hóa", "Xa Mát".
bool is_word_of_names(std::string_view plain) { return plain == "quan" || plain == "xa"; }

bool says(const ClassWords& wanted, std::span<const Word> words, bool name_has_marks) {
  for (std::size_t i = 0; i < length_of(wanted); ++i) {
    const Word& word = words[i];
    if (word.plain != wanted.plain[i]) return false;
    const bool is_plain = word.marked == word.plain,
               may_be_plain = wanted.is_english || !name_has_marks || !is_word_of_names(word.plain);
    if (is_plain ? !may_be_plain : wanted.is_english || word.marked != wanted.marked[i]) return false;
  }
  return true;
}

/// "T.P. Hồ Chí Minh", "T.X Sơn Tây": two letters, the first with a full stop behind it.
UnitClasses take_two_letters_off(std::span<Word>& words) {
  if (words.size() < 3 || !words[0].has_stop_behind || words[0].plain != "t") return none;
  const std::string& second = words[1].plain;
  const UnitClasses classes = second == "p" ? city : second == "x" ? town : second == "t" ? township : none;
  if (classes != none) words = words.subspan(2);
  return classes;
}

/// A letter for the class before the name.
UnitClasses take_letter_off(std::span<Word>& words) {
  Word& first = words.front();
  for (const auto& [letter, classes] : class_letters) {
    if (!first.plain.starts_with(letter)) continue;
    const std::string_view rest = std::string_view(first.plain).substr(letter.size());
    if (rest.empty() && words.size() > 1 &&
        (first.has_stop_behind || (words.size() == 2 && is_number(words[1].plain)))) {
      words = words.subspan(1);
      return classes;
    }
    if (words.size() == 1 && is_number(rest)) {
      first.plain = std::string(rest);
      return classes;
    }
  }
  return none;
}

/// Takes the words for the class off one part of a name, unless nothing would be left. \pre !words.empty()
UnitClasses take_class_off(std::span<Word>& words, bool name_has_marks) {
  // English ones stand behind the name, and then what it begins with belongs to it: "Quan Hoa District". No Vietnamese ones do, though
  // "Hà Tĩnh" and "Ba Xa" look as if.
  for (const ClassWords& wanted : class_words) {
    const std::size_t length = length_of(wanted);
    if (!wanted.is_english || words.size() <= length || !says(wanted, words.last(length), name_has_marks))
      continue;
    words = words.first(words.size() - length);
    return wanted.classes;
  }
  for (const ClassWords& wanted : class_words) {
    const std::size_t length = length_of(wanted);
    if (words.size() <= length || !says(wanted, words.first(length), name_has_marks)) continue;
    words = words.subspan(length);
    return wanted.classes;
  }
  if (const UnitClasses classes = take_two_letters_off(words); classes != none) return classes;
  return take_letter_off(words);
}

/// The words for one class that come first; "" for several.
std::string words_for(UnitClasses wanted, bool in_english) {
  if (!std::has_single_bit(wanted)) return {};
  for (const ClassWords& one : class_words) {
    if ((one.classes & wanted) == none || one.is_english != in_english) continue;
    const auto& words = in_english ? one.plain : one.marked;
    return std::string(words[0]) + (words[1].empty() ? "" : " ") + std::string(words[1]);
  }
  return {};
}

std::u32string letters_of(std::string_view text) {
  const icu::UnicodeString source = from_utf8(text);
  std::u32string letters;
  for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1))
    letters.push_back(static_cast<char32_t>(source.char32At(i)));
  return letters;
}

}  // namespace

std::string plain_text(std::string_view text) {
  const icu::UnicodeString source = normalized(from_utf8(text), nfc);
  icu::UnicodeString plain;
  bool gap = false;
  for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
    const UChar32 c = source.char32At(i);
    if (u_isUWhiteSpace(c)) {
      gap = !plain.isEmpty();
    } else if (!is_hidden(c)) {
      if (gap) plain.append(u' ');
      gap = false;
      plain.append(c);
    }
  }
  return to_utf8(normalized(plain, nfc));  // what stood between marks is gone
}

std::string folded(std::string_view text) { return joined(words_of(text), &Word::plain); }

std::optional<StatedClass> stated_class(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  const bool has_marks =
      std::ranges::any_of(words, [](const Word& word) { return word.marked != word.plain; });
  for (const ClassWords& one : class_words) {
    if (words.size() != length_of(one) || !says(one, words, has_marks)) continue;
    StatedClass stated{.classes = one.classes, .is_english = one.is_english};
    stated.words.vi = words_for(one.classes, false);
    stated.words.en = one.is_english ? joined(words, &Word::plain) : words_for(one.classes, true);
    return stated;
  }
  return std::nullopt;
}

std::string lower_case(std::string_view text) {
  return to_utf8(from_utf8(text).toLower(icu::Locale::getRoot()));
}

FoldedName take_apart(std::string_view name) {
  std::vector<Word> words = words_of(name);
  FoldedName parts{.marked = joined(words, &Word::marked), .whole = joined(words, &Word::plain)};
  parts.has_marks = std::ranges::any_of(words, [](const Word& word) { return word.marked != word.plain; });
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end - 1].has_comma_behind) ++end;
    std::span<Word> part = std::span(words).subspan(begin, end - begin);
    const UnitClasses classes = take_class_off(part, parts.has_marks);
    if (begin == 0) parts.classes = classes;
    parts.bare += (begin == 0 ? "" : " ") + joined(part, &Word::plain);
    begin = end;
  }
  return parts;
}

std::string without_class(std::string_view name) { return take_apart(name).bare; }

std::string file_stem(std::string_view name, char between, std::size_t longest) {
  std::string stem;
  for (const char c : folded(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      stem += c;
    else if (!stem.empty() && stem.back() != between)
      stem += between;
    if (stem.size() >= longest) break;
  }
  while (!stem.empty() && stem.back() == between) stem.pop_back();
  return stem;
}

std::size_t letters_apart(std::string_view first, std::string_view second) {
  const std::u32string a = letters_of(first), b = letters_of(second);
  std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1)});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
        row[j + 1] = std::min(row[j + 1], before_last[j - 1] + 1);
    }
    before_last = std::exchange(last, row);
  }
  return last.back();
}

}  // namespace vicinia::core::names
