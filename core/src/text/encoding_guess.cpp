#include "vicinia/core/text/encoding_guess.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "text/code_tables.h"
#include "text/decoding.h"
#include "text/syllable.h"

namespace vicinia::core::text {
namespace {

constexpr std::size_t most_words = 5000, most_samples = 3;

/// Those of one byte and more a letter, in the order in which equal ones are taken. Windows-1252 is the last.
constexpr std::array<Encoding, 7> candidates{Encoding::utf8,       Encoding::windows1258, Encoding::tcvn3,
                                             Encoding::vni,        Encoding::viscii,      Encoding::vps,
                                             Encoding::windows1252};

/// Letters beyond ASCII that a code of 128 characters puts in place of a control character count as letters.
bool is_control(unsigned char byte) {
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != 0;
}

/// Parts of a text between signs of ASCII: which of them hold anything to tell encodings apart by, and how often.
class WordCounts {
 public:
  void add(std::string_view text) {
    std::size_t begin = 0;
    bool tells = false;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const auto byte =
          at < text.size() ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>(' ');
      const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
      if (byte >= 0x80 || is_control(byte)) {
        tells = true;
      } else if (!is_letter) {
        if (tells) note(text.substr(begin, at - begin));
        begin = at + 1;
        tells = false;
      }
    }
  }
  [[nodiscard]] const std::map<std::string, std::size_t, std::less<>>& counts() const { return counts_; }

 private:
  void note(std::string_view word) {
    constexpr std::size_t longest = 200;  // a letter is four bytes at most; what is longer is no word
    word = word.substr(0, longest);
    if (const auto found = counts_.find(word); found != counts_.end())
      ++found->second;
    else if (counts_.size() < most_words)
      counts_.emplace(word, 1);
  }
  std::map<std::string, std::size_t, std::less<>> counts_{};
};

/// Unicode counts µ, ª and º among the letters.
bool is_letter_of_names(char32_t c) {
  return c != 0xB5 && c != 0xAA && c != 0xBA && (u_isalpha(static_cast<UChar32>(c)) != 0 || is_combining(c));
}

bool is_punctuation_beyond_ascii(char32_t c) {
  return std::u32string_view(U"\u00A0\u00AD\u200B\uFEFF–—‘’“”•…·°²³½").find(c) != std::u32string_view::npos;
}

/// Letters of western languages, of which hardly any word has more than a few with marks.
bool is_western(std::u32string_view word) {
  constexpr std::u32string_view letters = U"àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšžß";
  std::size_t marked = 0;
  for (const char32_t c : word) {
    if (c < 0x80) continue;
    ++marked;
    if (letters.find(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)))) == std::u32string_view::npos)
      return false;
  }
  return marked * 2 <= word.size() && is_cased_well(word);
}

/// How common its letters with marks are, about 0.
double commonness(std::u32string_view word) {
  constexpr double usual = 20, least = -3, most = 2, weight = 0.1;
  double sum = 0;
  int letters = 0;
  for (const char32_t c : word) {
    if (c < 0x80) continue;
    sum += std::clamp(std::log2(static_cast<double>(std::max(1, letter_frequency(c))) / usual), least, most);
    ++letters;
  }
  return letters > 0 ? weight * sum / letters : 0;
}

struct Score {
  double sum = 0;
  double vietnamese = 0;  ///< syllables, weighted
};

Score score_of(std::u32string_view word, Encoding encoding) {
  // Worth of a part, and of a character that is none or does not belong into one. Only their order and rough distances matter.
  constexpr double syllable = 1, highland = 0.4, western = 0.35, letters_alone = -0.5, wrong = -1.2, bad = -3,
                   sign_within = -1.5, sign_beside = -0.5;
  Score score;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = word[at];
    if (!is_letter_of_names(c)) {
      ++at;
      if (c < 0x80 && c >= 0x20) continue;
      const bool within =
          at >= 2 && at < word.size() && is_letter_of_names(word[at - 2]) && is_letter_of_names(word[at]);
      if (c == replacement || c < 0xA0)
        score.sum += bad;
      else if (!is_punctuation_beyond_ascii(c))
        score.sum += within ? sign_within : sign_beside;
      continue;
    }
    std::size_t end = at;
    while (end < word.size() && is_letter_of_names(word[end])) ++end;
    const std::u32string_view part = word.substr(at, end - at);
    at = end;
    if (std::ranges::all_of(part, [](char32_t letter) { return letter < 0x80; })) continue;
    switch (plausibility(part)) {
      case Plausibility::syllable:
        score.sum += syllable + commonness(part);
        score.vietnamese += 1;
        break;
      case Plausibility::highland: score.sum += highland + commonness(part); break;
      case Plausibility::letters:
        score.sum += encoding == Encoding::windows1252 && is_western(part) ? western : letters_alone;
        break;
      case Plausibility::wrong:
        score.sum += encoding == Encoding::windows1252 && is_western(part) ? western : wrong;
        break;
    }
  }
  return score;
}

struct Judged {
  Encoding encoding = Encoding::utf8;
  double mean = 0;
  double vietnamese = 0;  ///< share of the words
};

/// Decoded as a candidate of bytes would be, word by word.
std::vector<std::u32string> decoded_words(const WordCounts& words, Encoding encoding) {
  std::vector<std::u32string> decoded;
  decoded.reserve(words.counts().size());
  for (const auto& [word, count] : words.counts()) decoded.push_back(decode(word, encoding).text);
  return decoded;
}

bool is_utf8_beyond_ascii(std::span<const std::string> texts, std::size_t& characters) {
  characters = 0;
  for (const std::string& text : texts) {
    const Decoded decoded = decode(text, Encoding::utf8);
    if (decoded.first_bad) return false;
    for (const char32_t c : decoded.text) characters += c >= 0x80 ? 1 : 0;
  }
  return characters > 0;
}

/// Every other byte of the Latin letters is zero.
std::optional<EncodingGuess> guess_utf16(std::span<const std::string> texts) {
  bool has_mark = false, has_zero = false;
  for (const std::string& text : texts) {
    has_mark |= text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    has_zero |= text.find('\0') != std::string::npos;
  }
  if (!has_mark && !has_zero) return std::nullopt;
  std::optional<EncodingGuess> guess;
  double best = 0.9;
  for (const Encoding encoding : {Encoding::utf16le, Encoding::utf16be}) {
    std::size_t all = 0, right = 0;
    for (const std::string& text : texts)
      for (const char32_t c : decode(text, encoding).text) {
        ++all;
        right += (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r' || letter_frequency(c) > 0 ||
                         is_tone(c) || is_punctuation_beyond_ascii(c) || (c >= 0xA0 && c < 0x250)
                     ? 1
                     : 0;
      }
    const double share = all > 0 ? static_cast<double>(right) / static_cast<double>(all) : 0;
    if (share <= best) continue;
    best = share;
    guess =
        EncodingGuess{.encoding = encoding, .certainty = all > 3 ? Certainty::certain : Certainty::likely};
  }
  return guess;
}

EncodingGuess guess_by_words(const WordCounts& words) {
  std::vector<Judged> judged;
  std::vector<std::vector<std::u32string>> decoded;
  double weights = 0;
  for (const auto& [word, count] : words.counts()) weights += 1 + std::log(static_cast<double>(count));
  for (const Encoding encoding : candidates) {
    Judged one{.encoding = encoding};
    decoded.push_back(decoded_words(words, encoding));
    std::size_t i = 0;
    for (const auto& [word, count] : words.counts()) {
      const double weight = 1 + std::log(static_cast<double>(count));
      const Score score = score_of(decoded.back()[i++], encoding);
      one.mean += score.sum * weight / weights;
      one.vietnamese += score.vietnamese * weight / weights;
    }
    judged.push_back(one);
  }
  // Equal ones in their order; but Windows-1252 goes first where there is nothing Vietnamese.
  constexpr double equal = 1e-9;
  std::size_t best = 0;
  for (std::size_t i = 1; i < judged.size(); ++i) {
    const bool is_no_vietnamese = candidates[i] == Encoding::windows1252 && judged[best].vietnamese < 0.25;
    if (judged[i].mean > judged[best].mean + (is_no_vietnamese ? -equal : equal)) best = i;
  }
  // What reads the same as Windows-1252 is taken for that: "São" is a word of VISCII too.
  const std::size_t western = candidates.size() - 1;
  if (decoded[western] == decoded[best]) best = western;
  // Only one that reads something else is a rival.
  double rival = -10;
  for (std::size_t i = 0; i < judged.size(); ++i)
    if (i != best && decoded[i] != decoded[best]) rival = std::max(rival, judged[i].mean);
  const double margin = judged[best].mean - rival, evidence = margin * weights;
  EncodingGuess guess{.encoding = judged[best].encoding};
  if (judged[best].mean > 0.25 && margin > 0.2 && evidence > 3)
    guess.certainty = Certainty::certain;
  else if (judged[best].mean > 0 && margin > 0.05 && evidence > 0.5)
    guess.certainty = Certainty::likely;
  return guess;
}

void compare_with_stated(std::span<const std::string> texts, std::optional<Encoding> stated,
                         EncodingGuess& guess) {
  const Encoding read_as = stated.value_or(Encoding::windows1252) == guess.encoding
                               ? Encoding::windows1252
                               : stated.value_or(Encoding::windows1252);
  bool stated_fits = true, differs = false;
  for (const std::string& text : texts) {
    const Decoded after = decode(text, guess.encoding);
    if (stated && *stated != guess.encoding) {
      const Decoded as_stated = decode(text, *stated);
      differs |= as_stated.text != after.text;
      stated_fits &= !as_stated.first_bad;
    }
    if (guess.samples.size() >= most_samples) continue;
    const Decoded before = decode(text, read_as);
    if (before.text != after.text) guess.samples.push_back({utf8_of(before.text), utf8_of(after.text)});
  }
  guess.stated_is_wrong = differs && (guess.certainty == Certainty::certain ||
                                      (guess.certainty == Certainty::likely && !stated_fits));
}

}  // namespace

EncodingGuess guess_encoding(std::span<const std::string> texts, std::optional<Encoding> stated) {
  EncodingGuess guess{.encoding = stated.value_or(Encoding::utf8)};
  WordCounts words;
  for (const std::string& text : texts) words.add(text);
  std::size_t characters = 0;
  if (const auto utf16 = guess_utf16(texts)) {
    guess = *utf16;
  } else if (words.counts().empty()) {
    return guess;
  } else if (is_utf8_beyond_ascii(texts, characters)) {
    // Hardly any two letters of another encoding look like one of UTF-8.
    guess = {.encoding = Encoding::utf8,
             .certainty = characters > 1 ? Certainty::certain : Certainty::likely};
  } else {
    guess = guess_by_words(words);
    if (guess.certainty == Certainty::cannot_be_told && stated) guess.encoding = *stated;
  }
  compare_with_stated(texts, stated, guess);
  return guess;
}

std::optional<EncodingGuess> guess_misread(std::span<const std::string> texts) {
  std::vector<std::string> bytes;
  bytes.reserve(texts.size());
  for (const std::string& text : texts) {
    auto one = bytes_read_as_latin(text);
    if (!one) return std::nullopt;
    bytes.push_back(*std::move(one));
  }
  EncodingGuess guess = guess_encoding(bytes);
  if (guess.certainty == Certainty::cannot_be_told || guess.encoding == Encoding::windows1252)
    return std::nullopt;
  guess.samples.clear();
  for (std::size_t i = 0; i < texts.size() && guess.samples.size() < most_samples; ++i) {
    const std::string before = utf8_of(nfc(characters_of(texts[i]))),
                      after = utf8_of(decode(bytes[i], guess.encoding).text);
    if (before != after) guess.samples.push_back({before, after});
  }
  if (guess.samples.empty()) return std::nullopt;
  return guess;
}

}  // namespace vicinia::core::text
