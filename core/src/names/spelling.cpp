#include "vicinia/core/names/spelling.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

namespace vicinia::core::names {
namespace {

constexpr std::string_view vowels = "aeiouy";

bool is_vowel(char c) { return vowels.find(c) != std::string_view::npos; }

/// One word in the spelling that stands for both.
void unify(std::string& word) {
  if (word.size() < 2) return;
  // "ly", "quy": y where i sounds the same; not in "thuy" beside "thui", nor in "yen".
  if (word.back() == 'y' && (!is_vowel(word[word.size() - 2]) || word == "quy")) word.back() = 'i';
  if (word.back() == 'k') word.back() = 'c';
  // "kan": k before a vowel where Vietnamese writes c.
  if (word[0] == 'k' && (word[1] == 'a' || word[1] == 'o' || word[1] == 'u')) word[0] = 'c';
}

/// A letter with the marks that make it another letter (circumflex, breve, horn, stroke), and the tone of its word.
struct MarkedWord {
  std::string letters{};
  std::vector<UChar32> qualities{};  ///< [letter]
  std::vector<UChar32> tones{};      ///< several where words are written together
};

bool is_tone(UChar32 c) { return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323; }

std::vector<MarkedWord> marked_words_of(std::string_view marked) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(status);
  const icu::UnicodeString source =
      icu::UnicodeString::fromUTF8({marked.data(), static_cast<std::int32_t>(marked.size())});
  const icu::UnicodeString text = U_SUCCESS(status) ? form->normalize(source, status) : source;
  std::vector<MarkedWord> words(1);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    MarkedWord& word = words.back();
    if (c == ' ') {
      words.emplace_back();
    } else if (is_tone(c)) {
      word.tones.push_back(c);
    } else if (u_charType(c) == U_NON_SPACING_MARK) {
      if (!word.qualities.empty()) word.qualities.back() = c;
    } else {
      const bool has_stroke = c == 0x111;
      std::string letter;
      icu::UnicodeString(has_stroke ? UChar32{'d'} : c).toUTF8String(letter);
      word.letters += letter;
      word.qualities.resize(word.letters.size() - 1, 0);
      word.qualities.push_back(has_stroke ? c : 0);
    }
  }
  return words;
}

}  // namespace

std::string spelling_key(std::string_view folded) {
  std::string key;
  for (std::size_t begin = 0; begin <= folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    std::string word(folded.substr(begin, end - begin));
    unify(word);
    key += word;  // "Bà Rịa", "Bàrịa"
    begin = end + 1;
  }
  return key;
}

Marks compare_marks(std::string_view text, std::string_view name) {
  const auto asked = marked_words_of(text), known = marked_words_of(name);
  // Where blanks differ, letters and tones are compared in their order, whatever word they belong to.
  const bool are_apart_alike = asked.size() == known.size();
  struct Sequence {
    std::string letters{};
    std::vector<UChar32> marks{}, tones{};
  };
  const auto sequence_of = [&](const std::vector<MarkedWord>& words) {
    Sequence all;
    for (const MarkedWord& word : words) {
      std::string letters = word.letters;
      if (are_apart_alike) unify(letters);
      all.letters += letters;
      all.marks.insert(all.marks.end(), word.qualities.begin(), word.qualities.end());
      if (are_apart_alike)
        all.tones.push_back(word.tones.empty() ? 0 : word.tones.back());
      else
        all.tones.insert(all.tones.end(), word.tones.begin(), word.tones.end());
    }
    return all;
  };
  Sequence here = sequence_of(asked);
  const Sequence there = sequence_of(known);
  if (here.letters != there.letters || here.marks.size() != there.marks.size()) return Marks::contradict;
  if (here.tones.empty()) here.tones.resize(there.tones.size(), 0);
  if (here.tones.size() != there.tones.size()) return Marks::contradict;
  bool is_fewer = false;
  const auto agree = [&](const std::vector<UChar32>& of_text, const std::vector<UChar32>& of_name) {
    for (std::size_t i = 0; i < of_text.size(); ++i) {
      if (of_text[i] == of_name[i]) continue;
      if (of_text[i] != 0) return false;
      is_fewer = true;
    }
    return true;
  };
  if (!agree(here.marks, there.marks) || !agree(here.tones, there.tones)) return Marks::contradict;
  return is_fewer ? Marks::fewer : Marks::same;
}

}  // namespace vicinia::core::names
