// What units are called where names coincide: with their kind, and only there.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <tuple>

#include "support/levels.h"
#include "support/some_names.h"
#include "vicinia/core/admin/unit.h"

namespace vicinia::core::admin {
namespace {

BilingualText words(std::string vi, std::string en) { return {std::move(vi), std::move(en)}; }

TEST(KindsOfUnits, AreKnownInTheOtherLanguageToo) {
  const auto frame =
      Frame::from_units({{.code = "1", .name_vi = "A", .kind_vi = "Thị xã"},
                         {.code = "2", .name_vi = "B", .kind_vi = "Huyện"},
                         {.code = "3", .name_vi = "C", .kind_vi = "Đặc khu"},
                         {.code = "4", .name_vi = "D", .kind_vi = "Ward"},
                         {.code = "5", .name_vi = "E", .kind_vi = "Huyện", .kind_en = "District"},
                         {.code = "6", .name_vi = "F", .kind_vi = "Khu kinh tế"},
                         {.code = "7", .name_vi = "G"}});
  ASSERT_TRUE(frame);
  EXPECT_EQ((*frame)[0].kind_vi, "Thị xã") << "as stated";
  EXPECT_EQ((*frame)[0].kind_en, "town");
  EXPECT_EQ((*frame)[1].kind_en, "rural district");
  EXPECT_EQ((*frame)[2].kind_en, "special zone");
  EXPECT_EQ((*frame)[3].kind_vi, "phường") << "a column in English";
  EXPECT_EQ((*frame)[3].kind_en, "Ward");
  EXPECT_EQ((*frame)[4].kind_en, "District") << "what is stated stays";
  EXPECT_EQ((*frame)[5].kind_en, "") << "unknown";
  EXPECT_EQ(kind_words((*frame)[5]), words("khu kinh tế", "khu kinh tế"));
  EXPECT_EQ(kind_words((*frame)[6]), BilingualText{});
}

TEST(UnitNames, HaveTheKindWhereTheParentHasTheName) {
  const auto frame =
      Frame::from_units({{.code = "34", .name_vi = "Thái Bình", .name_en = "Thai Binh", .kind_vi = "Tỉnh"},
                         {.code = "336",
                          .name_vi = "Thái Bình",
                          .name_en = "Thai Binh",
                          .kind_vi = "Thành phố",
                          .level = tests::district_level,
                          .parent_code = "34"},
                         {.code = "344",
                          .name_vi = "Vũ Thư",
                          .kind_vi = "Huyện",
                          .level = tests::district_level,
                          .parent_code = "34"}});
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->called(0), words("Thái Bình", "Thai Binh"));
  EXPECT_EQ(frame->called(1), words("thành phố Thái Bình", "Thai Binh city"));
  EXPECT_EQ(frame->called(2), words("Vũ Thư", "Vũ Thư"));
  EXPECT_EQ(name_with_kind((*frame)[0]), words("tỉnh Thái Bình", "Thai Binh province"));
}

TEST(UnitNames, HaveTheKindOnceWhereASiblingHasTheName) {
  const auto frame = Frame::from_units(
      {{.code = "866", .name_vi = "Thành phố Cao Lãnh", .name_en = "Cao Lanh City", .kind_vi = "Thành phố"},
       {.code = "873", .name_vi = "Cao Lãnh", .name_en = "Cao Lanh", .kind_vi = "Huyện"},
       {.code = "760", .name_vi = "Quận 1", .name_en = "District 1", .kind_vi = "Quận"}});
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->called(0), words("thành phố Cao Lãnh", "Cao Lanh city"));
  EXPECT_EQ(frame->called(1), words("huyện Cao Lãnh", "Cao Lanh rural district"));
  EXPECT_EQ(frame->called(2), words("Quận 1", "District 1"));
  EXPECT_EQ(frame->bare_name(2).vi, "Quận 1") << "a number is no name";
  EXPECT_EQ(name_with_kind((*frame)[2]).vi, "quận 1") << "nor does it say its kind twice";
  EXPECT_FALSE(frame->has_namesake(2));
}

RC_GTEST_PROP(UnitNames, TellSiblingsApartThatDifferInNameOrKind, ()) {
  const Frame frame = tests::some_frame_of_namesakes();
  std::set<std::tuple<std::string, std::string>> called;
  for (UnitIndex i = 0; i < frame.size(); ++i) {
    RC_ASSERT(called.emplace(frame[i].parent_code, frame.called(i).vi).second);
    RC_ASSERT(called.emplace("en " + frame[i].parent_code, frame.called(i).en).second);
  }
}

RC_GTEST_PROP(UnitNames, ArePlainWhereNobodyNearSharesThem, ()) {
  const Frame frame = tests::some_frame_of_namesakes();
  for (UnitIndex i = 0; i < frame.size(); ++i) {
    bool is_shared = false;
    for (UnitIndex other = 0; other < frame.size(); ++other)
      is_shared |= other != i && frame.bare_name(other).vi == frame.bare_name(i).vi &&
                   (frame[other].parent_code == frame[i].parent_code || frame.parent(i) == other);
    if (!is_shared) RC_ASSERT(frame.called(i).vi == frame[i].name_vi);
  }
}

}  // namespace
}  // namespace vicinia::core::admin
