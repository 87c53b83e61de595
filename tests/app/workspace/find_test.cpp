#include "vicinia/workspace/find.h"

#include "fixture.h"

namespace vicinia::workspace {
namespace {

TEST(Folded, DropsDiacriticsCaseAndPunctuation) {
  EXPECT_EQ(folded("Hồ Chí Minh"), "ho chi minh");
  EXPECT_EQ(folded("ĐỒNG NAI"), "dong nai");
  EXPECT_EQ(folded("Ðắk Lắk"), "dak lak") << "with the Icelandic letter";
  EXPECT_EQ(folded("  Bà Rịa - Vũng Tàu "), "ba ria vung tau");
}

TEST(Find, AProvinceByCodeAndByNameWithOrWithoutDiacritics) {
  const auto data = vietnam_2007();
  const auto& set = *data->dataset;
  const auto expected = *set.frame.find("74");
  for (const char* name : {"74", "Bình Dương", "binh duong", "BINH DUONG"})
    EXPECT_EQ(*find_province(set, name), expected) << name;
  EXPECT_EQ(*find_province(set, "Ho Chi Minh"), *set.frame.find("79"))
      << "part of a name, if it is of one only";
}

TEST(Find, ASectorByNumberAndByNameInBothLanguages) {
  const auto data = vietnam_2007();
  EXPECT_EQ(*find_sector(*data->dataset, "I"), 0u) << "not XI, though I is part of it";
  EXPECT_EQ(*find_sector(*data->dataset, "textile"), 0u);
  EXPECT_EQ(*find_sector(*data->dataset, "det, may"), 0u);
}

TEST(Find, AnAmbiguousNameListsThoseItCouldBe) {
  const auto data = vietnam_2007();
  const auto unit = find_unit(*data->dataset, "Châu Thành");
  ASSERT_FALSE(unit);
  EXPECT_EQ(unit.error().code, core::ErrorCode::unknown_name);
  EXPECT_NE(unit.error().detail.find(";"), std::string::npos);
  EXPECT_TRUE(find_unit(*data->dataset, "Châu Thành, Bến Tre"));
}

TEST(Find, AnUnknownSectorListsAllOfThem) {
  const auto data = vietnam_2007();
  const auto sector = find_sector(*data->dataset, "submarines");
  ASSERT_FALSE(sector);
  EXPECT_NE(sector.error().detail.find("XXII"), std::string::npos);
}

}  // namespace
}  // namespace vicinia::workspace
