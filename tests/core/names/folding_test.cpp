// What of two spellings makes them one name.
#include "vicinia/core/names/folding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <string>

namespace vicinia::core::names {
namespace {

using namespace unit_class;

/// UTF-8 of a code point that a text may hold.
std::string utf8(std::uint32_t c) {
  std::string bytes;
  if (c < 0x80)
    bytes += static_cast<char>(c);
  else if (c < 0x800)
    (bytes += static_cast<char>(0xC0 | c >> 6)) += static_cast<char>(0x80 | (c & 0x3F));
  else if (c < 0x10000)
    ((bytes += static_cast<char>(0xE0 | c >> 12)) += static_cast<char>(0x80 | (c >> 6 & 0x3F))) +=
        static_cast<char>(0x80 | (c & 0x3F));
  else
    (((bytes += static_cast<char>(0xF0 | c >> 18)) += static_cast<char>(0x80 | (c >> 12 & 0x3F))) +=
     static_cast<char>(0x80 | (c >> 6 & 0x3F))) += static_cast<char>(0x80 | (c & 0x3F));
  return bytes;
}

std::string any_text() {
  const auto points = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::oneOf(
      rc::gen::inRange<std::uint32_t>(1, 0x250), rc::gen::inRange<std::uint32_t>(0x300, 0x330),
      rc::gen::inRange<std::uint32_t>(0x1E00, 0x2100), rc::gen::inRange<std::uint32_t>(1, 0xD800),
      rc::gen::inRange<std::uint32_t>(0x10000, 0x1FFFF)));
  std::string text;
  for (const std::uint32_t point : points) text += utf8(point);
  return text;
}

RC_GTEST_PROP(Folding, IsTheSameTwiceAsOnce, ()) {
  const std::string text = any_text();
  const std::string once = folded(text);
  RC_ASSERT(folded(once) == once);
  RC_ASSERT(plain_text(plain_text(text)) == plain_text(text));
}

RC_GTEST_PROP(Folding, OfAPlainTextIsThatOfTheText, ()) {
  const std::string text = any_text();
  RC_ASSERT(folded(plain_text(text)) == folded(text));
}

RC_GTEST_PROP(LettersApart, AreADistance, ()) {
  const auto word = [] { return *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abc "))); };
  const std::string a = word(), b = word();
  RC_ASSERT(letters_apart(a, a) == 0U);
  RC_ASSERT(letters_apart(a, b) == letters_apart(b, a));
  RC_ASSERT((letters_apart(a, b) == 0U) == (a == b));
  RC_ASSERT(letters_apart(a, b) <= std::max(a.size(), b.size()));
}

TEST(Folding, DropsMarksCaseAndPunctuation) {
  EXPECT_EQ(folded("Hồ Chí Minh"), "ho chi minh");
  EXPECT_EQ(folded("ĐỒNG NAI"), "dong nai");
  EXPECT_EQ(folded("Ðất  Ðỏ"), "dat do") << "with the Icelandic letter";
  EXPECT_EQ(folded("  BÀ RỊA - VŨNG TÀU "), "ba ria vung tau");
  EXPECT_EQ(folded("Cư M\u2019gar"), folded("cu m'gar"));
  EXPECT_EQ(folded("Stra\u00DFe"), "strasse");
  EXPECT_EQ(folded("\u2460"), "1") << "whatever form a digit has";
  EXPECT_EQ(folded("\xFF\xFE"), folded("\xFF\xFE")) << "bytes that are no UTF-8 do no harm";
}

TEST(PlainText, IsEqualWhereTextsLookAlike) {
  EXPECT_EQ(plain_text(" Ha\xCC\x80 \xC2\xA0 N\xE1\xBB\x99i\xE2\x80\x8B"), "Hà Nội");
  EXPECT_NE(plain_text("Hà Nội"), plain_text("Ha Noi"));
}

struct ClassCase {
  const char* name;
  const char* bare;
  UnitClasses classes;
};

TEST(UnitNames, LoseTheirClassInEitherLanguage) {
  constexpr std::array cases{
      ClassCase{"Thành phố Thanh Hóa", "thanh hoa", city},
      ClassCase{"THANH PHO THANH HOA", "thanh hoa", city},
      ClassCase{"Thanh Hóa City", "thanh hoa", city},
      ClassCase{"TP. Hồ Chí Minh", "ho chi minh", city},
      ClassCase{"Tp Hồ Chí Minh", "ho chi minh", city},
      ClassCase{"TP.Vinh", "vinh", city},
      ClassCase{"Quận 12", "12", urban_district},
      ClassCase{"Q. 12", "12", urban_district},
      ClassCase{"Q12", "12", urban_district},
      ClassCase{"District 12", "12", urban_district | rural_district},
      ClassCase{"Cu Chi Rural District", "cu chi", rural_district},
      ClassCase{"H. Củ Chi", "cu chi", rural_district},
      ClassCase{"TX. Kỳ Anh", "ky anh", town},
      ClassCase{"Tỉnh Bình Dương", "binh duong", province},
      ClassCase{"Bình Dương Province", "binh duong", province},
      ClassCase{"Đặc khu Phú Quốc", "phu quoc", special_zone},
      ClassCase{"Phường 5", "5", ward},
      ClassCase{"Châu Thành District, Bến Tre Province", "chau thanh ben tre",
                urban_district | rural_district},
      ClassCase{"Quan Hoa District", "quan hoa", urban_district | rural_district},
      ClassCase{"Tinh Tây", "tay", province},
      ClassCase{"Huyện", "huyen", none},
      ClassCase{"", "", none},
  };
  for (const ClassCase& one : cases) {
    EXPECT_EQ(without_class(one.name), one.bare) << one.name;
    EXPECT_EQ(take_apart(one.name).classes, one.classes) << one.name;
  }
}

TEST(UnitNames, KeepWhatOnlyLooksLikeAClass) {
  for (const char* name : {"Hà Tĩnh", "Tịnh Biên", "Quan Hóa", "Phương Sơn", "Ba Xa", "H Bình", "Xá Lợi"})
    EXPECT_EQ(without_class(name), folded(name)) << name;
}

/// A name that came in from outside is no path, and no name that a system keeps for itself.
RC_GTEST_PROP(FileStem, IsAPlainNameOfAnyTextAndItself, ()) {
  const std::string stem = file_stem(any_text());
  RC_ASSERT(stem.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
  RC_ASSERT(stem.size() <= 60U);
  RC_ASSERT(!stem.starts_with('-') && !stem.ends_with('-'));
  RC_ASSERT(file_stem(stem) == stem);
}

TEST(FileStem, IsReadable) {
  EXPECT_EQ(file_stem("Bà Rịa – Vũng Tàu"), "ba-ria-vung-tau");
  EXPECT_EQ(file_stem("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(file_stem("Quận 12", '_'), "quan_12");
  EXPECT_EQ(file_stem("漢"), "");
}

TEST(LettersApart, AreThoseToChangeAndNeighboursToExchange) {
  EXPECT_EQ(letters_apart("krong pak", "krong pac"), 1U);
  EXPECT_EQ(letters_apart("", "abc"), 3U);
  EXPECT_EQ(letters_apart("quang yen", "quang uyen"), 1U);
  EXPECT_EQ(letters_apart("bihn duong", "binh duong"), 1U);
  EXPECT_EQ(letters_apart("é", "e"), 1U) << "letters, not bytes";
}

}  // namespace
}  // namespace vicinia::core::names
