// Two spellings of one name, and of two.
#include "vicinia/core/names/spelling.h"

#include <gtest/gtest.h>

#include "vicinia/core/names/folding.h"

namespace vicinia::core::names {
namespace {

std::string key(const char* name) { return spelling_key(folded(name)); }
Marks marks(const char* text, const char* name) {
  return compare_marks(take_apart(text).marked, take_apart(name).marked);
}

TEST(Spelling, OfOneNameHasOneKey) {
  EXPECT_EQ(key("Qui Nhơn"), key("Quy Nhơn"));
  EXPECT_EQ(key("Lí Sơn"), key("Lý Sơn"));
  EXPECT_EQ(key("Đắc Lắc"), key("Đắk Lắk"));
  EXPECT_EQ(key("Bắc Cạn"), key("Bắc Kạn"));
  EXPECT_EQ(key("Hòa Bình"), key("Hoà Bình"));
}

TEST(Spelling, OfTwoSoundsHasTwoKeys) {
  EXPECT_NE(key("Thúy"), key("Thúi"));
  EXPECT_NE(key("Yên Bái"), key("Iên Bái"));
  EXPECT_NE(key("Kiên Giang"), key("Ciên Giang"));
}

TEST(MarksOfNames, AgreeWhereverTheToneStandsAndHoweverManyAreLeftOut) {
  EXPECT_EQ(marks("Hoà Bình", "Hòa Bình"), Marks::same);
  EXPECT_EQ(marks("HÒA BÌNH", "Hòa Bình"), Marks::same);
  EXPECT_EQ(marks("Hoa Binh", "Hòa Bình"), Marks::fewer);
  EXPECT_EQ(marks("Đăk Lăk", "Đắk Lắk"), Marks::fewer);
  EXPECT_EQ(marks("Đắklắk", "Đắk Lắk"), Marks::same);
  EXPECT_EQ(marks("Qui Nhơn", "Quy Nhơn"), Marks::same);
}

TEST(MarksOfNames, ContradictWhereALetterIsAnother) {
  EXPECT_EQ(marks("Tân Hùng", "Tân Hưng"), Marks::contradict);
  EXPECT_EQ(marks("Thạnh An", "Thanh An"), Marks::contradict);
  EXPECT_EQ(marks("Đà Bắc", "Da Bac"), Marks::contradict);
}

}  // namespace
}  // namespace vicinia::core::names
