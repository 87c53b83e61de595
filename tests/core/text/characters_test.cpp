// Characters that nobody sees, or takes for others.
#include "vicinia/core/text/characters.h"

#include <gtest/gtest.h>

#include <string>

namespace vicinia::core::text {
namespace {

TEST(HiddenCharacters, AreFoundAndNamed) {
  const std::string text = "12\u00A0\u200B\uFEFFa\u00ADb Ðất";
  const auto found = hidden_characters(text);
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0].at, 2U);
  EXPECT_EQ(found[0].kind, HiddenKind::blank);
  EXPECT_EQ(name_of(found[0].character), "no-break space (U+00A0)");
  EXPECT_EQ(found[1].kind, HiddenKind::invisible);
  EXPECT_EQ(name_of(found[1].character), "zero width space (U+200B)");
  EXPECT_EQ(name_of(found[2].character), "byte-order mark (U+FEFF)");
  EXPECT_EQ(name_of(found[3].character), "soft hyphen (U+00AD)");
  EXPECT_EQ(found[4].kind, HiddenKind::eth);
  EXPECT_EQ(text.substr(found[4].at, 2), "Ð");
  EXPECT_EQ(name_of(char32_t{1}), "control character (U+0001)");
}

TEST(HiddenCharacters, AreMarksBesideTheirLetters) {
  EXPECT_TRUE(hidden_characters("Hà Nội, Đắk Lắk\r\n\t–").empty());
  const auto one = hidden_characters("Ha\u0300");
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].kind, HiddenKind::decomposed);
  EXPECT_EQ(one[0].at, 2U);
  EXPECT_EQ(hidden_characters("No\u0302\u0323i").size(), 2U);
  EXPECT_TRUE(hidden_characters("x\u0323").empty());  // there is no such letter in one
  EXPECT_TRUE(hidden_characters("\xFF\xFE\xC3").empty());
}

TEST(VietnameseD, TakesThePlaceOfEth) {
  EXPECT_EQ(with_vietnamese_d("Ðất Ðỏ"), "Đất Đỏ");
  EXPECT_EQ(with_vietnamese_d("Huyện Ðắk R'Lấp, ðông"), "Huyện Đắk R'Lấp, đông");
  EXPECT_EQ(with_vietnamese_d("ÐỒNG NAI"), "ĐỒNG NAI");
  EXPECT_EQ(with_vietnamese_d("Ða\u0300"), "Đa\u0300");
  for (const char* text : {"Suðurland", "Borgarfjörður", "Ðlfur", "Đất Đỏ", "", "Fljótsdalshérað"})
    EXPECT_EQ(with_vietnamese_d(text), text);
}

}  // namespace
}  // namespace vicinia::core::text
