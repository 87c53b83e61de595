// One search for everything that can be shown or done.
#include "vicinia/workspace/tables/search.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "fixture.h"

namespace vicinia::workspace {
namespace {

using Kind = SearchResult::Kind;

class SearchVietNam : public testing::Test {
 protected:
  static const std::shared_ptr<const OpenDataset>& data() {
    static const auto opened = vietnam_2007();
    return opened;
  }
  static Search search(Language language = Language::vi) {
    return {data()->dataset,
            language,
            {{"Quần tụ 1", "18 huyện", {"Quần tụ ở Bình Dương"}}},
            {{"Xuất hình", "Tệp", {}}, {"Hoàn tác", "Sửa", {}}}};
  }
  static const core::Dataset& dataset() { return *data()->dataset; }
};

TEST_F(SearchVietNam, PlacesAreFoundWithTheirClassesAndWithoutMarks) {
  for (const char* const typed : {"quan 12", "Quận 12", "Q12", "Q. 12", "District 12", "761"}) {
    const auto found = search().find(typed);
    ASSERT_FALSE(found.empty()) << typed;
    EXPECT_EQ(found.front().kind, Kind::unit) << typed;
    EXPECT_EQ(dataset().frame[found.front().item].code, "761") << typed << ": " << found.front().name;
    EXPECT_EQ(found.front().about, "quận, Hồ Chí Minh") << typed;
  }
  const auto city = search().find("thành phố Thái Bình");
  EXPECT_EQ(city.front().name, "thành phố Thái Bình");
  EXPECT_EQ(city.front().about, "thành phố, tỉnh Thái Bình");
  EXPECT_EQ(dataset().frame[search().find("TP Thu Duc").front().item].name_vi, "Thủ Đức");
}

TEST_F(SearchVietNam, SectorsAreFoundByWhatPeopleCallThem) {
  for (const auto& [typed, code] : {std::pair{"da giay", "II"},
                                    {"footwear", "II"},
                                    {"textile", "I"},
                                    {"det may", "I"},
                                    {"go", "III"},
                                    {"XIV", "XIV"}}) {
    const auto found = search().find(typed);
    const auto at = std::ranges::find(found, Kind::sector, &SearchResult::kind);
    ASSERT_NE(at, found.end()) << typed;
    EXPECT_EQ(dataset().sectors[at->item].code, code) << typed;
  }
}

TEST_F(SearchVietNam, VariablesAgglomerationsAndCommandsAreFoundToo) {
  EXPECT_EQ(search().find("lao dong").front().kind, Kind::variable);
  EXPECT_EQ(search(Language::en).find("employees").front().name, "Employees");
  EXPECT_EQ(search().find("quan tu 1").front().kind, Kind::agglomeration);
  const auto exported = search().find("xuat hinh");
  ASSERT_FALSE(exported.empty());
  EXPECT_EQ(exported.front().kind, Kind::command);
  EXPECT_EQ(exported.front().item, 0u);
}

TEST_F(SearchVietNam, WhatIsNearlyCalledSoIsOfferedAsThat) {
  const auto found = search().find("Thuan Ann");
  ASSERT_FALSE(found.empty());
  EXPECT_FALSE(found.front().is_meant);
  EXPECT_EQ(found.front().name, "Thuận An");
  EXPECT_TRUE(search().find("zzqqzzqqzz").empty());
  EXPECT_TRUE(search().find("").empty());
}

TEST_F(SearchVietNam, EveryUnitSectorAndVariableIsAmongWhatItsNameFinds) {
  const Search in = search();
  const auto names = [&](const std::string& typed, Kind kind, std::size_t item) {
    const auto found = in.find(typed, 10'000);
    return std::ranges::any_of(
        found, [&](const SearchResult& one) { return one.kind == kind && one.item == item && one.is_meant; });
  };
  for (std::size_t unit = 0; unit < dataset().frame.size(); ++unit) {
    EXPECT_TRUE(names(dataset().frame[unit].name_vi, Kind::unit, unit)) << dataset().frame[unit].name_vi;
    EXPECT_TRUE(names(dataset().frame[unit].name_en, Kind::unit, unit)) << dataset().frame[unit].name_en;
  }
  for (std::size_t sector = 0; sector < dataset().sectors.size(); ++sector) {
    EXPECT_TRUE(names(dataset().sectors[sector].name_vi, Kind::sector, sector));
    for (const std::string& alias : dataset().sectors[sector].aliases)
      EXPECT_TRUE(names(alias, Kind::sector, sector)) << alias;
  }
}

RC_GTEST_FIXTURE_PROP(SearchVietNam, AnyTextIsAnsweredWithNoMoreThanAskedForAndWhatIsMeantFirst, ()) {
  const auto typed = *rc::gen::string<std::string>();
  const auto found = search().find(typed, 5);
  RC_ASSERT(found.size() <= 5u);
  RC_ASSERT(std::ranges::is_sorted(found, std::ranges::greater(), &SearchResult::is_meant));
}

}  // namespace
}  // namespace vicinia::workspace
