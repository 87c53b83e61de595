#include "text/code_tables.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <optional>
#include <utility>

namespace vicinia::core::text {
namespace {

/// Rows of 16, from 0x80. A full stop: no character.
using Rows = std::array<std::u32string_view, 8>;

// What Windows has for punctuation stands in the fonts of ABC and VNI too.
constexpr std::u32string_view punctuation_8 = U"€.‚.„…†‡.‰.‹....", punctuation_9 = U".‘’“”•–—.™.›....";

/// VN3: small letters, capitals without tones; the tones alone (0xB0-0xB4) stand behind a letter.
constexpr Rows tcvn3_rows{punctuation_8,
                          punctuation_9,
                          U"\u00A0ĂÂÊÔƠƯĐăâêôơưđ.",
                          U"\u0300\u0309\u0303\u0301\u0323àảãáạ.ằẳẵắ.",
                          U"......ặầẩẫấậè.ẻẽ",
                          U"éẹềểễếệìỉ...ĩíịò",
                          U".ỏõóọồổỗốộờởỡớợù",
                          U".ủũúụừửữứựỳỷỹýỵ."};

constexpr Rows viscii_rows{U"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ", U"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ", U"Õắằặấầẩậẽẹếềểễệố",
                           U"ồổỗỠƠộờởịỰỨỪỬơớƯ", U"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ", U"ĐứÒÓÔạỷừửÙÚỹỵÝỡư",
                           U"àáâãảăữẫèéêẻìíĩỉ", U"đựòóôõỏọụùúũủýợỮ"};

constexpr Rows vps_rows{U"ÀẢÃẤẦẨọỗĂếềểệẮẰẲ", U"Ế‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ", U"\u00A0ắằẳẵặỠớÙờởỡŨỨợỪ",
                        U"ổỬỲỸÍÌộỈĨÓửữÒỎÕự", U"ầÁÂấẩẫậđẻÉÊẹỉễịỹ", U"ƯỦồốÔỏơÈừứÚũưÝẺß",
                        U"àáâãảạăçèéêẽìíîĩ", U"ẴĐòóôõöƠụùúủüỶẼỳ"};

/// Without the marks, which say nothing alone. What stands for one letter: ơ, ư, đ, those with i, and ỵ.
constexpr Rows vni_rows{punctuation_8,       punctuation_9,       U"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯",
                        U"°±²³´µ¶·¸¹º»¼½¾¿", U"......Ỉ.....ÌÍỴ.", U".ĐỊĨƠ.Ư.........",
                        U"......ỉ.....ìíỵ.", U".địĩơ.ư........."};

/// Letters in place of control characters, where 128 codes are too few.
using Low = std::pair<std::uint8_t, char32_t>;
constexpr std::array<Low, 6> viscii_low{
    {{0x02, U'Ẳ'}, {0x05, U'Ẵ'}, {0x06, U'Ẫ'}, {0x14, U'Ỷ'}, {0x19, U'Ỹ'}, {0x1E, U'Ỵ'}}};
constexpr std::array<Low, 14> vps_low{{{0x02, U'Ạ'},
                                       {0x03, U'Ậ'},
                                       {0x04, U'Ặ'},
                                       {0x05, U'Ẹ'},
                                       {0x06, U'Ệ'},
                                       {0x10, U'Ị'},
                                       {0x11, U'Ọ'},
                                       {0x12, U'Ộ'},
                                       {0x13, U'Ợ'},
                                       {0x14, U'Ụ'},
                                       {0x15, U'Ự'},
                                       {0x19, U'Ỵ'},
                                       {0x1C, U'Ẫ'},
                                       {0x1D, U'Ữ'}}};

template <std::size_t n>
CodeTable table_of(const Rows& rows, const std::array<Low, n>& low) {
  CodeTable table{};
  for (std::size_t byte = 0; byte < 0x80; ++byte) table[byte] = static_cast<char32_t>(byte);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    assert(rows[row].size() == 16);
    for (std::size_t i = 0; i < 16; ++i)
      table[0x80 + row * 16 + i] = rows[row][i] == U'.' ? no_character : rows[row][i];
  }
  for (const auto& [byte, letter] : low) table[byte] = letter;
  return table;
}

/// ICU has a character for every byte; those that stand for nothing become control characters there.
CodeTable table_of_icu(const char* name) {
  CodeTable table{};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name, &status), &ucnv_close);
  for (std::size_t byte = 0; byte < 256; ++byte) {
    table[byte] = byte < 0x80 ? static_cast<char32_t>(byte) : no_character;
    if (byte < 0x80 || !converter) continue;
    const char one = static_cast<char>(byte);
    UErrorCode failed = U_ZERO_ERROR;
    const icu::UnicodeString text(&one, 1, converter.get(), failed);
    if (U_SUCCESS(failed) && text.length() == 1 && text[0] >= 0xA0 && text[0] != replacement)
      table[byte] = text[0];
  }
  return table;
}

struct VniMark {
  std::uint8_t small;  ///< the capital is 0x20 below
  std::u32string_view letters, marks;
};
constexpr std::u32string_view takes_tone = U"AEOUYƠƯaeouyơư", takes_circumflex = U"AEOaeo",
                              takes_breve = U"Aa";
constexpr std::array<VniMark, 17> vni_marks{{{0xF9, takes_tone, U"\u0301"},
                                             {0xF8, takes_tone, U"\u0300"},
                                             {0xFB, takes_tone, U"\u0309"},
                                             {0xF5, takes_tone, U"\u0303"},
                                             {0xEF, takes_tone, U"\u0323"},
                                             {0xE2, takes_circumflex, U"\u0302"},
                                             {0xE1, takes_circumflex, U"\u0302\u0301"},
                                             {0xE0, takes_circumflex, U"\u0302\u0300"},
                                             {0xE5, takes_circumflex, U"\u0302\u0309"},
                                             {0xE3, takes_circumflex, U"\u0302\u0303"},
                                             {0xE4, takes_circumflex, U"\u0302\u0323"},
                                             {0xEA, takes_breve, U"\u0306"},
                                             {0xE9, takes_breve, U"\u0306\u0301"},
                                             {0xE8, takes_breve, U"\u0306\u0300"},
                                             {0xFA, takes_breve, U"\u0306\u0309"},
                                             {0xFC, takes_breve, U"\u0306\u0303"},
                                             {0xEB, takes_breve, U"\u0306\u0323"}}};

}  // namespace

const CodeTable& code_table(Encoding encoding) {
  static const CodeTable tcvn3 = table_of(tcvn3_rows, std::array<Low, 0>{}),
                         vni = table_of(vni_rows, std::array<Low, 0>{}), vps = table_of(vps_rows, vps_low),
                         viscii = table_of(viscii_rows, viscii_low),
                         windows1258 = table_of_icu("windows-1258"),
                         windows1252 = table_of_icu("windows-1252");
  switch (encoding) {
    case Encoding::tcvn3: return tcvn3;
    case Encoding::vni: return vni;
    case Encoding::vps: return vps;
    case Encoding::viscii: return viscii;
    case Encoding::windows1258: return windows1258;
    default: return windows1252;
  }
}

std::u32string_view vni_mark(char32_t letter, std::uint8_t byte) {
  if (byte < 0xC0) return {};
  const auto small = static_cast<std::uint8_t>(byte | 0x20);
  for (const VniMark& mark : vni_marks)
    if (mark.small == small)
      return mark.letters.find(letter) != std::u32string_view::npos ? mark.marks : std::u32string_view();
  return {};
}

}  // namespace vicinia::core::text
