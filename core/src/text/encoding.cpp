#include "vicinia/core/text/encoding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/code_tables.h"
#include "text/decoding.h"
#include "vicinia/core/base/ascii.h"

namespace vicinia::core::text {
namespace {

struct Names {
  Encoding encoding;
  std::string_view shown;
  std::vector<std::string_view> known;  ///< small letters and digits alone
};

const std::vector<Names>& all_names() {
  static const std::vector<Names> names{
      {Encoding::utf8, "UTF-8", {"utf8", "unicodeutf8", "65001"}},
      {Encoding::utf16le, "UTF-16LE", {"utf16le", "utf16", "ucs2", "ucs2le", "unicode", "1200"}},
      {Encoding::utf16be, "UTF-16BE", {"utf16be", "ucs2be", "1201"}},
      {Encoding::windows1258, "Windows-1258", {"windows1258", "win1258", "cp1258", "ansi1258", "1258"}},
      {Encoding::windows1252,
       "Windows-1252",
       {"windows1252", "win1252", "cp1252", "ansi1252", "1252", "latin1", "iso88591", "88591", "ansi"}},
      {Encoding::tcvn3,
       "TCVN3 (ABC)",
       {"tcvn3", "abc", "tcvn3abc", "tcvn", "tcvn5712", "tcvn57121993", "vn3", "vscii3"}},
      {Encoding::vni, "VNI", {"vni", "vniwin", "vniwindows", "vniansi", "xvietvni"}},
      {Encoding::vps, "VPS", {"vps", "xvietvps"}},
      {Encoding::viscii, "VISCII", {"viscii", "viscii11", "csviscii", "rfc1456"}}};
  return names;
}

const icu::Normalizer2* composing(UErrorCode& status) { return icu::Normalizer2::getNFCInstance(status); }
const icu::Normalizer2* decomposing(UErrorCode& status) { return icu::Normalizer2::getNFDInstance(status); }

std::u32string in_form(std::u32string_view text, const icu::Normalizer2* (*form)(UErrorCode&)) {
  // Nothing below U+00C0 composes or comes apart.
  if (std::ranges::all_of(text, [](char32_t c) { return c < 0xC0; })) return std::u32string(text);
  icu::UnicodeString source;
  for (const char32_t c : text) source.append(static_cast<UChar32>(c));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = form(status);
  const icu::UnicodeString normal = U_SUCCESS(status) ? normalizer->normalize(source, status) : source;
  std::u32string result;
  for (std::int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1))
    result.push_back(static_cast<char32_t>(normal.char32At(i)));
  return result;
}

void mark_bad(Decoded& decoded, std::size_t at) {
  decoded.text.push_back(replacement);
  if (!decoded.first_bad) decoded.first_bad = at;
}

Decoded decode_utf8(std::string_view bytes) {
  Decoded decoded;
  const auto* units = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t first = at;
    UChar32 c = 0;
    U8_NEXT(units, at, bytes.size(), c);
    if (c < 0)
      mark_bad(decoded, first);
    else
      decoded.text.push_back(static_cast<char32_t>(c));
  }
  return decoded;
}

Decoded decode_utf16(std::string_view bytes, bool is_big) {
  Decoded decoded;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]),
               second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(is_big ? first << 8 | second : second << 8 | first);
  };
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    if (at + 1 == bytes.size()) {
      mark_bad(decoded, at);
      break;
    }
    const char32_t c = unit(at);
    if (!U16_IS_SURROGATE(c)) {
      decoded.text.push_back(c);
    } else if (U16_IS_SURROGATE_LEAD(c) && at + 3 < bytes.size() && U16_IS_TRAIL(unit(at + 2))) {
      decoded.text.push_back(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c, unit(at + 2))));
      at += 2;
    } else {
      mark_bad(decoded, at);
    }
  }
  return decoded;
}

Decoded decode_bytes(std::string_view bytes, Encoding encoding) {
  Decoded decoded;
  const CodeTable& table = code_table(encoding);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<std::uint8_t>(bytes[at]);
    if (encoding == Encoding::vni && !decoded.text.empty())
      if (const auto marks = vni_mark(decoded.text.back(), byte); !marks.empty()) {
        decoded.text += marks;
        continue;
      }
    if (table[byte] == no_character)
      mark_bad(decoded, at);
    else
      decoded.text.push_back(table[byte]);
  }
  return decoded;
}

bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool is_letter_of_word(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0 || is_combining(c); }
void raise(char32_t& c) { c = static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

/// A word of a text in TCVN3, with the letters that may have been capitals.
struct TcvnWord {
  std::size_t begin, end;
  std::size_t capitals = 0, small = 0, either = 0;  ///< small: certainly
  [[nodiscard]] bool is_raised(bool among_capitals) const {
    return either > 0 && small == 0 && (capitals > 1 || (capitals == 1 && among_capitals));
  }
};

/// In the fonts for capitals the small letters with tones are drawn as capitals: "Hµ NéI" is "HÀ NỘI", "ý Yªn" is "Ý Yên".
void raise_lost_capitals(std::u32string& text) {
  if (std::ranges::none_of(text, has_no_capital_in_tcvn3)) return;
  std::vector<TcvnWord> words;
  bool has_small = false, has_capitals = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_letter_of_word(text[i])) continue;
    TcvnWord word{.begin = i, .end = i};
    for (; word.end < text.size() && is_letter_of_word(text[word.end]); ++word.end) {
      const char32_t c = text[word.end];
      if (has_no_capital_in_tcvn3(c))
        ++word.either;
      else if (is_small(c))
        ++word.small;
      else if (is_capital(c))
        ++word.capitals;
    }
    i = word.end - 1;
    has_small |= word.small > 0;
    // A capital within a word, or a word of several: not only what begins a name.
    has_capitals |=
        word.small == 0 && (word.capitals > 1 || (word.capitals == 1 && !is_capital(text[word.begin])));
    words.push_back(word);
  }
  const bool among_capitals = has_capitals && !has_small;
  for (const TcvnWord& word : words) {
    const bool ends_in_capital =
        word.small == 0 && word.either > 0 && word.capitals == 1 && !is_capital(text[word.begin]);
    if (word.is_raised(among_capitals) || ends_in_capital)
      for (std::size_t i = word.begin; i < word.end; ++i) raise(text[i]);
  }
  // A name begins with a capital where all its other words do.
  if (words.size() < 2 || !has_no_capital_in_tcvn3(text[words.front().begin])) return;
  if (std::all_of(words.begin() + 1, words.end(),
                  [&](const TcvnWord& word) { return is_capital(text[word.begin]); }))
    raise(text[words.front().begin]);
}

using Codes = std::unordered_map<char32_t, std::string>;

/// Each letter as its tone-less letter and the tone.
std::pair<std::u32string, char32_t> tone_apart(char32_t letter) {
  std::u32string base;
  char32_t tone = 0;
  for (const char32_t c : nfd(std::u32string(1, letter))) {
    if (is_tone(c))
      tone = c;
    else
      base.push_back(c);
  }
  return {nfc(base), tone};
}

const std::u32string& toned_letters() {
  static const std::u32string letters =
      U"ÀÁẢÃẠÂẦẤẨẪẬĂẰẮẲẴẶÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
      U"àáảãạâầấẩẫậăằắẳẵặèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
  return letters;
}

Codes codes_of(Encoding encoding) {
  Codes codes;
  const CodeTable& table = code_table(encoding);
  for (std::size_t byte = 256; byte-- > 0;)  // of two codes for one character, the lower
    if (table[byte] != no_character) codes[table[byte]] = std::string(1, static_cast<char>(byte));
  const auto of = [&](std::u32string_view text) -> std::string {
    if (text.size() != 1) return {};
    const auto found = codes.find(text.front());
    return found == codes.end() ? std::string() : found->second;
  };
  if (encoding == Encoding::vni) {
    Codes pairs;
    for (const auto& [letter, code] : codes)
      for (std::size_t byte = 0xC0; byte < 0x100; ++byte) {
        const auto marks = vni_mark(letter, static_cast<std::uint8_t>(byte));
        // Mark and letter are of one case.
        if (marks.empty() || is_small(letter) != (byte >= 0xE0)) continue;
        const std::u32string whole = nfc(std::u32string(1, letter).append(marks));
        if (whole.size() == 1) pairs.emplace(whole.front(), code + static_cast<char>(byte));
      }
    codes.merge(pairs);  // ỵ has a code of its own, which goes first
    return codes;
  }
  Codes composed;
  for (const char32_t letter : toned_letters()) {
    if (codes.contains(letter)) continue;
    const auto [base, tone] = tone_apart(letter);
    const std::string first = of(base), second = tone != 0 ? of(std::u32string(1, tone)) : std::string();
    if (!first.empty() && !second.empty()) composed.emplace(letter, first + second);
  }
  codes.merge(composed);
  return codes;
}

const Codes& codes_for(Encoding encoding) {
  static const std::array<Codes, encodings.size()> all = [] {
    std::array<Codes, encodings.size()> made;
    for (const Encoding one : encodings)
      if (one != Encoding::utf8 && one != Encoding::utf16le && one != Encoding::utf16be)
        made[static_cast<std::size_t>(one)] = codes_of(one);
    return made;
  }();
  return all[static_cast<std::size_t>(encoding)];
}

std::string utf16_of(std::u32string_view text, bool is_big) {
  std::string bytes;
  const auto add = [&](std::uint32_t unit) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += is_big ? high : low;
    bytes += is_big ? low : high;
  };
  for (const char32_t c : text) {
    if (c < 0x10000) {
      add(c);
    } else {
      add(static_cast<std::uint32_t>(U16_LEAD(c)));
      add(static_cast<std::uint32_t>(U16_TRAIL(c)));
    }
  }
  return bytes;
}

}  // namespace

std::u32string nfc(std::u32string_view text) { return in_form(text, composing); }
std::u32string nfd(std::u32string_view text) { return in_form(text, decomposing); }

std::string utf8_of(std::u32string_view text) {
  std::string utf8;
  for (const char32_t c : text) {
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, c);
    utf8.append(bytes.data(), length);
  }
  return utf8;
}

std::u32string characters_of(std::string_view utf8) { return decode_utf8(utf8).text; }

bool is_tone(char32_t c) { return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323; }
bool is_combining(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK; }

bool has_no_capital_in_tcvn3(char32_t c) {
  static const std::u32string lost = [] {
    const CodeTable& table = code_table(Encoding::tcvn3);
    std::u32string letters;
    for (std::size_t byte = 0xB5; byte < 256; ++byte)
      if (table[byte] != no_character) letters.push_back(table[byte]);
    return letters;
  }();
  return c >= 0xC0 && lost.find(c) != std::u32string::npos;
}

Decoded decode(std::string_view bytes, Encoding encoding) {
  Decoded decoded;
  std::size_t skipped = 0;  // a byte-order mark
  if (encoding == Encoding::utf8) {
    if (bytes.starts_with("\xEF\xBB\xBF")) skipped = 3;
    decoded = decode_utf8(bytes.substr(skipped));
  } else if (encoding == Encoding::utf16le || encoding == Encoding::utf16be) {
    const bool is_big = encoding == Encoding::utf16be;
    if (bytes.starts_with(is_big ? "\xFE\xFF" : "\xFF\xFE")) skipped = 2;
    decoded = decode_utf16(bytes.substr(skipped), is_big);
  } else {
    decoded = decode_bytes(bytes, encoding);
  }
  if (decoded.first_bad) *decoded.first_bad += skipped;
  decoded.text = nfc(decoded.text);
  if (encoding == Encoding::tcvn3) raise_lost_capitals(decoded.text);
  return decoded;
}

std::string_view name_of(Encoding encoding) { return all_names()[static_cast<std::size_t>(encoding)].shown; }

std::optional<Encoding> encoding_named(std::string_view name) {
  std::string plain;
  for (const char c : ascii_lower(name))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
  for (const Names& names : all_names())
    if (std::ranges::find(names.known, plain) != names.known.end()) return names.encoding;
  return std::nullopt;
}

Result<std::string> to_utf8(std::string_view bytes, Encoding encoding) {
  const Decoded decoded = decode(bytes, encoding);
  if (decoded.first_bad)
    return fail({.code = ErrorCode::bad_encoding,
                 .subject = {.id = std::to_string(*decoded.first_bad + 1)},
                 .detail = std::string(name_of(encoding))});
  return utf8_of(decoded.text);
}

Result<std::string> from_utf8(std::string_view utf8, Encoding encoding) {
  const std::u32string text = nfc(characters_of(utf8));
  if (encoding == Encoding::utf8) return utf8_of(text);
  if (encoding == Encoding::utf16le || encoding == Encoding::utf16be)
    return utf16_of(text, encoding == Encoding::utf16be);
  const Codes& codes = codes_for(encoding);
  std::string bytes;
  std::u32string lacking;
  for (const char32_t c : text) {
    if (const auto code = codes.find(c); code != codes.end())
      bytes += code->second;
    else if (lacking.find(c) == std::u32string::npos)
      lacking.append(lacking.empty() ? U"" : U", ").push_back(c);
  }
  if (!lacking.empty())
    return fail(
        {.code = ErrorCode::invalid_argument, .subject = {.field = "text"}, .detail = utf8_of(lacking)});
  return bytes;
}

std::optional<std::string> bytes_read_as_latin(std::string_view text) {
  static const std::unordered_map<char32_t, char> of_windows = [] {
    std::unordered_map<char32_t, char> bytes;
    const CodeTable& table = code_table(Encoding::windows1252);
    for (std::size_t byte = 0x80; byte < 0xA0; ++byte)
      if (table[byte] != no_character) bytes.emplace(table[byte], static_cast<char>(byte));
    return bytes;
  }();
  std::string bytes;
  for (const char32_t c : characters_of(text)) {
    if (c < 0x100)
      bytes += static_cast<char>(c);
    else if (const auto found = of_windows.find(c); found != of_windows.end())
      bytes += found->second;
    else
      return std::nullopt;
  }
  return bytes;
}

}  // namespace vicinia::core::text
