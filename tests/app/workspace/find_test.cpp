// What a person types, against the names of real data.
#include "vicinia/workspace/document/find.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "fixture.h"
#include "support/levels.h"

namespace vicinia::workspace {
namespace {

using core::ErrorCode;
using core::admin::UnitIndex;
using testing::HasSubstr;

const core::Dataset& viet_nam() {
  static const auto data = vietnam_2007();
  return *data->dataset;
}

/// Whether a text names a unit, alone or as one of several between which nobody chose; or is the code or the whole name of another:
/// "Cao Lãnh" is a district beside the city of that name.
bool is_named(const UnitNames& names, const std::string& text, UnitIndex unit) {
  const auto found = names.find(text);
  if (found) {
    const auto& other = viet_nam().frame[*found];
    return *found == unit || other.code == text ||
           core::names::folded(other.name_vi) == core::names::folded(text);
  }
  return found.error().detail.starts_with("several|") &&
         found.error().detail.find("(" + viet_nam().frame[unit].code + ")") != std::string::npos;
}

TEST(Find, EveryUnitByItsNamesWithAndWithoutMarksClassAndPlace) {
  const UnitNames names(viet_nam());
  const auto& frame = viet_nam().frame;
  for (UnitIndex i = 0; i < frame.size(); ++i) {
    const auto& unit = frame[i];
    for (const std::string& text : {unit.name_vi, unit.name_en, core::names::folded(unit.name_vi),
                                    core::names::without_class(unit.name_vi)})
      EXPECT_TRUE(is_named(names, text, i)) << text << " (" << unit.code << ")";
    EXPECT_EQ(names.find(unit.code).value_or(frame.size()), i) << unit.code;
    const bool is_province = unit.level == tests::province_level;
    for (const std::string& text : {(is_province ? "Tỉnh " : "Huyện ") + unit.name_vi,
                                    unit.name_en + (is_province ? " Province" : " District")})
      EXPECT_TRUE(is_named(names, text, i) || frame.has_namesake(i) ||
                  core::names::take_apart(unit.name_vi).classes != 0 ||
                  core::names::take_apart(unit.name_en).classes != 0)
          << text;
    if (const auto parent = frame.parent(i)) {
      EXPECT_TRUE(is_named(names, unit.name_vi + ", Tỉnh " + frame[*parent].name_vi, i)) << unit.code;
    }
  }
}

TEST(Find, AUnitByItsKindWhereAnotherHasTheName) {
  const UnitNames names(viet_nam());
  const auto code_of = [&](const char* text) {
    const auto found = names.find(text);
    return found ? viet_nam().frame[*found].code : found.error().detail;
  };
  EXPECT_EQ(code_of("thành phố Thái Bình"), "336");
  EXPECT_EQ(code_of("Thai Binh city"), "336");
  EXPECT_EQ(code_of("tỉnh Thái Bình"), "34");
  EXPECT_EQ(code_of("huyện Cao Lãnh"), "873");
  EXPECT_EQ(code_of("thành phố Cao Lãnh"), "866");
  const auto& frame = viet_nam().frame;
  for (UnitIndex i = 0; i < frame.size(); ++i) {
    const core::BilingualText with_kind = core::admin::name_with_kind(frame[i]);
    for (const Language language : {Language::vi, Language::en}) {
      const std::string text = frame.parent(i) ? full_name(frame, i, language) : pick(with_kind, language);
      EXPECT_EQ(names.find(text).value_or(frame.size()), i) << text;
      // "District 1" says its kind in other words.
      if (language == Language::en && core::names::take_apart(frame[i].name_en).classes != 0) continue;
      EXPECT_TRUE(is_named(names, pick(with_kind, language), i)) << pick(with_kind, language);
    }
  }
}

TEST(Find, WhatAnErrorListsCanBeTypedAsItStandsThere) {
  const UnitNames names(viet_nam());
  const auto unit = names.find("Châu Thành");
  ASSERT_FALSE(unit);
  std::string lists = unit.error().detail.substr(unit.error().detail.find('|') + 1);
  std::ranges::replace(lists, '|', ';');
  std::size_t count = 0;
  for (std::size_t at = 0; at < lists.size(); ++count) {
    const std::size_t end = std::min(lists.find(';', at), lists.size());
    EXPECT_TRUE(names.find(lists.substr(at, end - at))) << lists.substr(at, end - at);
    at = end + 1;
  }
  EXPECT_GE(count, 18U) << "nine in each language";
}

RC_GTEST_PROP(Find, OffersAUnitWhoseNameHasOneWrongLetter, ()) {
  static const UnitNames names(viet_nam());
  const auto& frame = viet_nam().frame;
  const UnitIndex unit = *rc::gen::inRange<UnitIndex>(0, frame.size());
  const auto parent = frame.parent(unit);
  std::string text = core::names::folded(frame[unit].name_vi);
  if (text.size() < 5) return;
  text[*rc::gen::inRange<std::size_t>(1, text.size())] = *rc::gen::elementOf(std::string("aeioughlmnt"));
  if (parent) text += ", " + frame[*parent].name_vi;
  const auto found = names.find(text);
  if (found) {  // the right one, or one that now has the name
    RC_ASSERT(*found == unit || core::names::without_class(text).starts_with(
                                    core::names::without_class(frame[*found].name_vi)));
  } else {
    RC_ASSERT(found.error().detail.find("(" + frame[unit].code + ")") != std::string::npos);
  }
}

TEST(Find, AProvinceByCodeAndByNameWithOrWithoutDiacriticsAndClass) {
  const auto& set = viet_nam();
  const auto expected = *set.frame.find("74");
  for (const char* name : {"74", "Bình Dương", "binh duong", "BINH DUONG", "Tỉnh Bình Dương",
                           "Binh Duong Province", "BinhDuong", "Bình Dương (74)"})
    EXPECT_EQ(find_province(set, name).value_or(0), expected) << name;
  for (const char* name : {"Ho Chi Minh", "TP. Hồ Chí Minh", "HCM", "TPHCM", "TP.HCM", "Ho Chi Minh City"})
    EXPECT_EQ(find_province(set, name).value_or(0), *set.frame.find("79")) << name;
  EXPECT_EQ(find_province(set, "Ha Noi").value_or(0), *set.frame.find("01"));
}

TEST(Find, ASectorByNumberAndByNameInBothLanguages) {
  EXPECT_EQ(*find_sector(viet_nam(), "I"), 0u) << "not XI, though I is part of it";
  EXPECT_EQ(*find_sector(viet_nam(), "textile"), 0u);
  EXPECT_EQ(*find_sector(viet_nam(), "det, may"), 0u);
  EXPECT_EQ(*find_sector(viet_nam(), "I Textile and Garment"), 0u);
}

std::string told(const core::Error& error, Language language) {
  std::string text = error_text(error, language);
  EXPECT_EQ(text.find('\n'), std::string::npos) << text;
  return text;
}

TEST(Find, AnAmbiguousNameListsThoseItCouldBe) {
  const auto unit = find_unit(viet_nam(), "Châu Thành");
  ASSERT_FALSE(unit);
  EXPECT_EQ(unit.error().code, ErrorCode::unknown_name);
  EXPECT_THAT(told(unit.error(), Language::en),
              HasSubstr("\"Châu Thành\" can mean more than one unit: Chau Thanh, Tay Ninh (708); "));
  EXPECT_THAT(told(unit.error(), Language::vi),
              HasSubstr("\"Châu Thành\" có thể chỉ nhiều đơn vị: Châu Thành, Tây Ninh (708); "));
  EXPECT_TRUE(find_unit(viet_nam(), "Châu Thành, Bến Tre"));
}

TEST(Find, AMisspeltNameIsAnsweredByTheNearestInTheReadersLanguage) {
  const auto unit = find_province(viet_nam(), "Bin Duong");
  ASSERT_FALSE(unit);
  EXPECT_THAT(told(unit.error(), Language::en),
              HasSubstr("There is no province \"Bin Duong\". Did you mean: Binh Duong (74)"));
  EXPECT_THAT(told(unit.error(), Language::vi),
              HasSubstr("Không có tỉnh nào là \"Bin Duong\". Có phải ý bạn là: Bình Dương (74)"));
  const auto sector = find_sector(viet_nam(), "textle");
  ASSERT_FALSE(sector);
  EXPECT_THAT(told(sector.error(), Language::en), HasSubstr("Did you mean: I Textile and Garment?"));
}

TEST(Find, AnUnknownSectorListsAllOfThem) {
  const auto sector = find_sector(viet_nam(), "submarines");
  ASSERT_FALSE(sector);
  EXPECT_NE(sector.error().detail.find("XXII"), std::string::npos);
  EXPECT_THAT(told(sector.error(), Language::vi), HasSubstr("Hiện có: I Dệt, may; II "));
}

}  // namespace
}  // namespace vicinia::workspace
