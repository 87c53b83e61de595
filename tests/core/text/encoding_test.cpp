// Text of Viet Nam in its encodings, there and back.
#include "vicinia/core/text/encoding.h"

#include <gtest/gtest.h>
#include <iconv.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "letters.h"
#include "vicinia/core/names/folding.h"

namespace vicinia::core::text {
namespace {

std::string there_and_back(const std::string& text, Encoding encoding) {
  const auto bytes = from_utf8(text, encoding);
  if (!bytes) return "lacks " + bytes.error().detail;
  const auto back = to_utf8(*bytes, encoding);
  return back ? *back : "bad at " + back.error().subject.id;
}

TEST(Encoding, HasEveryLetterThereAndBack) {
  const auto letters = words_of(marked_letters);
  ASSERT_EQ(letters.size(), 134U);
  for (const Encoding encoding : vietnamese_encodings)
    for (const std::string& letter : letters) {
      EXPECT_EQ(there_and_back(letter, encoding), letter) << name_of(encoding);
      // Between consonants, where a mark could be taken for another letter's.
      EXPECT_EQ(there_and_back("b" + letter + "t", encoding), "b" + letter + "t") << name_of(encoding);
    }
}

TEST(Encoding, NoTwoLettersHaveOneCode) {
  const auto letters = words_of(marked_letters);
  for (const Encoding encoding : vietnamese_encodings) {
    std::vector<std::string> codes;
    for (const std::string& letter : letters) codes.push_back(from_utf8(letter, encoding).value_or(""));
    std::ranges::sort(codes);
    EXPECT_EQ(std::ranges::adjacent_find(codes), codes.end()) << name_of(encoding);
  }
}

/// Words as the files of each encoding have them, worked out by hand from the tables.
TEST(Encoding, ReadsWhatFilesHold) {
  EXPECT_EQ(to_utf8("Th\xB8i B\xD7nh", Encoding::tcvn3), "Thái Bình");
  EXPECT_EQ(to_utf8("S\xABng \xA7\xB5o", Encoding::tcvn3), "Sông Đào");
  EXPECT_EQ(to_utf8("\xA7\xE5ng C\xE1", Encoding::tcvn3), "Đồng Cỏ");
  EXPECT_EQ(to_utf8("So\xE2ng \xD1"
                    "a\xF8o",
                    Encoding::vni),
            "Sông Đào");
  EXPECT_EQ(to_utf8("C\xF6\xFB"
                    "a La\xEF"
                    "ch",
                    Encoding::vni),
            "Cửa Lạch");
  EXPECT_EQ(to_utf8("Bu\xF8i \xD1\xF2nh", Encoding::vni), "Bùi Định");
  EXPECT_EQ(to_utf8("\xD0\xF4\xCCng Co\xD2", Encoding::windows1258), "Đồng Cỏ");
  EXPECT_EQ(to_utf8("H\xE0 N\xB5i", Encoding::viscii), "Hà Nội");
  EXPECT_EQ(to_utf8("\xF1\xB0ng N\xB6i", Encoding::vps), "Đổng Nội");
  EXPECT_EQ(to_utf8(std::string("\xFF\xFE\x10\x01\xA1\x1E", 6), Encoding::utf16le), "Đạ");
  EXPECT_EQ(to_utf8(std::string("\xFE\xFF\x01\x10\x1E\xA1", 6), Encoding::utf16be), "Đạ");
  EXPECT_EQ(to_utf8("\xEF\xBB\xBFHue\xCC\x82\xCC\x81", Encoding::utf8),
            "Huế");  // decomposed, with a mark in front
}

TEST(Encoding, SmallLettersAmongCapitalsOfTheAbcFontsAreCapitals) {
  const auto read_back = [](const std::string& text) {
    return to_utf8(from_utf8(with_small_toned_letters(text), Encoding::tcvn3).value_or("?"), Encoding::tcvn3)
        .value_or("?");
  };
  for (const char* text :
       {"HÀ NỘI", "THÁI BÌNH", "ĐỒNG CỎ", "Ý Yên", "Ứng Hòa", "TP Hà Nội", "Hà", "Bắc Kạn", "TỈNH Hà Nam",
        "Thị xã Bỉm Sơn", "Ấp Bắc", "ở giữa", "ỨNG HÒA", "Huế", "ĐẮK LẮK", "Ia Pa"})
    EXPECT_EQ(read_back(text), text);
}

TEST(Encoding, SaysWhereTheTextEnds) {
  const auto cut = to_utf8("Hu\xC3", Encoding::utf8);
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().code, ErrorCode::bad_encoding);
  EXPECT_EQ(cut.error().subject.id, "3");
  EXPECT_EQ(cut.error().detail, "UTF-8");
  EXPECT_EQ(to_utf8("ab\xC0", Encoding::tcvn3).error().subject.id, "3");
  EXPECT_EQ(to_utf8("b\xF9", Encoding::vni).error().subject.id, "2");  // a tone without a vowel
  EXPECT_EQ(to_utf8("a\x81", Encoding::windows1252).error().subject.id, "2");
  EXPECT_EQ(to_utf8("abc", Encoding::utf16le).error().subject.id, "3");
}

TEST(Encoding, SaysWhichLettersItLacks) {
  const auto lacking = from_utf8("Huế, Đà Nẵng, Huế", Encoding::windows1252);
  ASSERT_FALSE(lacking);
  EXPECT_EQ(lacking.error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(lacking.error().detail, "ế, Đ, ẵ");
  EXPECT_EQ(from_utf8("Orléans", Encoding::tcvn3).value_or("?"),
            "Orl\xD0"
            "ans");
  EXPECT_FALSE(from_utf8("日本", Encoding::windows1258));
}

TEST(Encoding, HasManyNames) {
  for (const Encoding encoding : encodings) EXPECT_EQ(encoding_named(name_of(encoding)), encoding);
  EXPECT_EQ(encoding_named("ANSI 1258"), Encoding::windows1258);
  EXPECT_EQ(encoding_named("cp1252"), Encoding::windows1252);
  EXPECT_EQ(encoding_named("ISO-8859-1"), Encoding::windows1252);
  EXPECT_EQ(encoding_named("ISO 8859-15"), std::nullopt);
  EXPECT_EQ(encoding_named("TCVN3"), Encoding::tcvn3);
  EXPECT_EQ(encoding_named("TCVN-5712"), Encoding::tcvn3);
  EXPECT_EQ(encoding_named("utf-8"), Encoding::utf8);
  EXPECT_EQ(encoding_named(""), std::nullopt);
}

TEST(Encoding, BytesReadAsLatinComeBack) {
  std::string all;
  for (int byte = 1; byte < 256; ++byte) all += static_cast<char>(byte);
  for (const char one : all) {
    const std::string byte(1, one);
    const auto as_windows = to_utf8(byte, Encoding::windows1252);
    if (as_windows) {
      EXPECT_EQ(bytes_read_as_latin(*as_windows), byte);
    }
    // Latin-1 has control characters where Windows-1252 has punctuation.
    const auto point = static_cast<unsigned char>(one);
    const std::string as_latin = point < 0x80 ? byte
                                              : std::string{static_cast<char>(0xC0 | point >> 6),
                                                            static_cast<char>(0x80 | (point & 0x3F))};
    EXPECT_EQ(bytes_read_as_latin(as_latin), byte);
  }
  EXPECT_EQ(bytes_read_as_latin("Huế"), std::nullopt);
}

/// The tables of another hand: those of the system's converter, where it has them.
std::string by_iconv(const std::string& bytes, const char* encoding) {
  const iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == reinterpret_cast<iconv_t>(-1)) return "none";
  std::string in = bytes, out(bytes.size() * 4 + 16, '\0');
  char *from = in.data(), *to = out.data();
  std::size_t left = in.size(), room = out.size();
  const bool ok = iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1) &&
                  iconv(converter, nullptr, nullptr, &to, &room) != static_cast<std::size_t>(-1);
  iconv_close(converter);
  out.resize(out.size() - room);
  return ok ? names::plain_text(out) : "bad";
}

TEST(Encoding, AgreesWithTheSystemsTables) {
  const std::array<std::pair<Encoding, const char*>, 3> known{
      {{Encoding::tcvn3, "TCVN5712-1"}, {Encoding::viscii, "VISCII"}, {Encoding::windows1258, "CP1258"}}};
  for (const auto& [encoding, name] : known) {
    if (by_iconv("a", name) == "none") GTEST_SKIP() << "the system has no converter for " << name;
    for (const std::string& letter : words_of(marked_letters)) {
      const auto bytes = from_utf8(letter, encoding);
      ASSERT_TRUE(bytes);
      EXPECT_EQ(by_iconv(*bytes, name), letter) << name;
    }
  }
}

/// Names of letters that any of these encodings has: cased well, as names are.
rc::Gen<std::string> any_name() {
  const auto letters = words_of(marked_letters);
  const std::vector<std::string> small(letters.begin(), letters.begin() + 67);
  const auto word = rc::gen::map(
      rc::gen::container<std::vector<std::string>>(
          3, rc::gen::oneOf(rc::gen::elementOf(small), rc::gen::elementOf(words_of("n t h g c")))),
      [](const std::vector<std::string>& parts) {
        std::string text = "Th";
        for (const std::string& part : parts) text += part;
        return text;
      });
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(2, word),
      [](const std::vector<std::string>& words) { return words[0] + " " + words[1] + " 12, -"; });
}

RC_GTEST_PROP(Encoding, NamesComeBack, ()) {
  const std::string name = *any_name();
  for (const Encoding encoding : vietnamese_encodings) RC_ASSERT(there_and_back(name, encoding) == name);
}

RC_GTEST_PROP(Encoding, AnyBytesAreTextOrAnError, (const std::string& bytes)) {
  for (const Encoding encoding : encodings) {
    const auto text = to_utf8(bytes, encoding);
    if (text)
      RC_ASSERT(to_utf8(*text, Encoding::utf8).value_or("no UTF-8") ==
                *text);  // in normalization form C, and UTF-8
    else
      RC_ASSERT(std::stoul(text.error().subject.id) <= bytes.size());
  }
}

}  // namespace
}  // namespace vicinia::core::text
