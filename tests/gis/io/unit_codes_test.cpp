// Names against names, without a layer.
#include "dataset/unit_codes.h"

#include <gtest/gtest.h>

#include <list>

#include "mini_dataset.h"

namespace vicinia::gis::io {
namespace {

using Found = std::vector<std::optional<std::size_t>>;

CodedUnit unit(const char* name, const char* province, std::optional<core::geom::Point> seat = std::nullopt) {
  return {.code = name, .name_vi = name, .name_en = name, .provinces = {province}, .seat = seat};
}

class MatchCodes : public testing::Test {
 protected:
  NamedFeature feature(const char* name, const char* province, double west) {
    areas_.push_back({test::rectangle(west, 0, west + 1000, 1000)});
    return {.name_vi = name, .province = province, .area = &areas_.back()};
  }
  static core::geom::Point in(double west) { return {west + 500, 500}; }
  std::list<core::geom::MultiPolygon> areas_;  // features keep their addresses
};

TEST_F(MatchCodes, TellsUnitsOfOneNameApartByTheirProvince) {
  const std::vector<CodedUnit> units{unit("Châu Thành", "80"), unit("Châu Thành", "82")};
  EXPECT_EQ(match_codes(std::vector{feature("Chau Thanh", "82", 0), feature("Châu Thành", "80", 5000)}, units)
                .unit_of,
            (Found{1, 0}));
  EXPECT_EQ(match_codes(std::vector{feature("Châu Thành", "", 0)}, units).unit_of, (Found{std::nullopt}));
}

TEST_F(MatchCodes, TellsATownFromTheDistrictOfItsNameByTheSeat) {
  const std::vector<CodedUnit> units{unit("Thành phố Cao Lãnh", "87", in(0)),
                                     unit("Cao Lãnh", "87", in(5000))};
  EXPECT_EQ(
      match_codes(std::vector{feature("Cao Lanh", "87", 0), feature("Cao Lãnh", "87", 5000)}, units).unit_of,
      (Found{0, 1}));
  // One of the seats is enough: the other unit is left for the other feature.
  const std::vector<CodedUnit> one_seat{unit("Thành phố Cao Lãnh", "87", in(0)), unit("Cao Lãnh", "87")};
  EXPECT_EQ(match_codes(std::vector{feature("Cao Lanh", "87", 0), feature("Cao Lãnh", "87", 5000)}, one_seat)
                .unit_of,
            (Found{0, 1}));
}

TEST_F(MatchCodes, GivesPartsOfOneUnitOneCode) {
  const std::vector<CodedUnit> units{unit("Tam Đảo", "26", in(0))};
  EXPECT_EQ(
      match_codes(std::vector{feature("Tam Ðảo", "26", 0), feature("Tam Dao", "26", 5000)}, units).unit_of,
      (Found{0, 0}));
}

TEST_F(MatchCodes, DoesNotTakeANewTownForAPartOfItsOldDistrict) {
  const std::vector<CodedUnit> units{unit("Kỳ Anh", "42", in(0))};
  EXPECT_EQ(
      match_codes(std::vector{feature("Huyện Kỳ Anh", "42", 0), feature("Thị xã Kỳ Anh", "42", 5000)}, units)
          .unit_of,
      (Found{0, std::nullopt}));
}

TEST_F(MatchCodes, KnowsThatQuanHoaIsNoQuan) {
  const std::vector<CodedUnit> units{unit("Quan Hóa", "38"), unit("Hoa", "38")};
  EXPECT_EQ(match_codes(std::vector{feature("Quan Hoá", "38", 0)}, units).unit_of, (Found{0}));
}

TEST_F(MatchCodes, OfSeveralSeatsTakesThatOfTheNearestName) {
  const std::vector<CodedUnit> units{unit("Cư Kuin", "66", in(0)), unit("Krông Pắc", "66", in(0))};
  const CodeMatch match = match_codes(std::vector{feature("Krông Pắk", "66", 0)}, units);
  EXPECT_EQ(match.unit_of, (Found{1}));
  EXPECT_EQ(match.by_place, (std::vector<std::size_t>{0}));
  const std::vector<CodedUnit> strangers{unit("Cư Kuin", "66", in(0)), unit("Lắk", "66", in(0))};
  EXPECT_EQ(match_codes(std::vector{feature("Krông Pắk", "66", 0)}, strangers).unit_of,
            (Found{std::nullopt}));
}

TEST_F(MatchCodes, DoesNotLookForSeatsInOtherProvinces) {
  const std::vector<CodedUnit> units{unit("Long Xuyên", "89", in(0))};
  EXPECT_EQ(match_codes(std::vector{feature("Thị xã mới", "87", 0)}, units).unit_of, (Found{std::nullopt}));
}

}  // namespace
}  // namespace vicinia::gis::io
