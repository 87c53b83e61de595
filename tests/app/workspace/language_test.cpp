#include "vicinia/workspace/base/language.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <set>

#include "support/levels.h"
#include "support/some_names.h"

namespace vicinia::workspace {
namespace {

TEST(Numbers, AreWrittenAsEachLanguageWritesThem) {
  EXPECT_EQ(number_text(42626, 0, Language::vi), "42.626");
  EXPECT_EQ(number_text(42626, 0, Language::en), "42,626");
  EXPECT_EQ(number_text(4.7, 1, Language::vi), "4,7");
  EXPECT_EQ(number_text(4.7, 1, Language::en), "4.7");
  EXPECT_EQ(number_text(1234, 0, Language::vi), "1.234");
}

TEST(Numbers, RoundHalfAwayFromZero) {
  EXPECT_EQ(number_text(0.25, 1, Language::en), "0.3");
  EXPECT_EQ(number_text(2.5, 0, Language::en), "3");
}

TEST(Cells, SayWhatTheyAre) {
  EXPECT_EQ(cell_text(core::Cell::not_published(), 1, Language::en), "not published");
  EXPECT_EQ(cell_text(core::Cell::not_published(), 1, Language::vi), "không công bố");
  EXPECT_EQ(cell_text(core::Cell::of(0), 0, Language::vi), "0");
  EXPECT_EQ(cell_text(core::Cell::undefined(), 0, Language::en), "undefined");
}

TEST(Names, StandInForEachOther) {
  EXPECT_EQ(pick({.vi = "một", .en = ""}, Language::en), "một");
  EXPECT_EQ(name_of(core::admin::Unit{.code = "1", .name_vi = "Đông", .name_en = ""}, Language::en), "Đông");
}

TEST(FullNames, SayTheKindsWhereAUnitHasTheNameOfWhatItLiesIn) {
  const auto frame = core::admin::Frame::from_units(
      {{.code = "34", .name_vi = "Thái Bình", .name_en = "Thai Binh", .kind_vi = "Tỉnh"},
       {.code = "87", .name_vi = "Đồng Tháp", .name_en = "Dong Thap", .kind_vi = "Tỉnh"},
       {.code = "336",
        .name_vi = "Thái Bình",
        .name_en = "Thai Binh",
        .kind_vi = "Thành phố",
        .level = tests::district_level,
        .parent_code = "34"},
       {.code = "344",
        .name_vi = "Vũ Thư",
        .name_en = "Vu Thu",
        .kind_vi = "Huyện",
        .level = tests::district_level,
        .parent_code = "34"},
       {.code = "866",
        .name_vi = "Thành phố Cao Lãnh",
        .name_en = "Cao Lanh City",
        .kind_vi = "Thành phố",
        .level = tests::district_level,
        .parent_code = "87"},
       {.code = "873",
        .name_vi = "Cao Lãnh",
        .name_en = "Cao Lanh",
        .kind_vi = "Huyện",
        .level = tests::district_level,
        .parent_code = "87"}});
  ASSERT_TRUE(frame);
  EXPECT_EQ(full_name(*frame, 2, Language::vi), "thành phố Thái Bình, tỉnh Thái Bình");
  EXPECT_EQ(full_name(*frame, 2, Language::en), "Thai Binh city, Thai Binh province");
  EXPECT_EQ(full_name(*frame, 0, Language::vi), "Thái Bình");
  EXPECT_EQ(full_name(*frame, 3, Language::vi), "Vũ Thư, Thái Bình");
  EXPECT_EQ(full_name(*frame, 4, Language::vi), "thành phố Cao Lãnh, Đồng Tháp");
  EXPECT_EQ(full_name(*frame, 5, Language::en), "Cao Lanh rural district, Dong Thap");
}

RC_GTEST_PROP(FullNames, AreThoseOfOneUnitEach, ()) {
  const core::admin::Frame frame = tests::some_frame_of_namesakes();
  for (const Language language : {Language::vi, Language::en}) {
    std::set<std::string> names;
    for (core::admin::UnitIndex unit = 0; unit < frame.size(); ++unit)
      RC_ASSERT(names.insert(full_name(frame, unit, language)).second);
  }
}

TEST(Intervals, AreExactOrHaveTheirEndsInBrackets) {
  EXPECT_EQ(interval_text(core::stats::exactly(1.5), 2, Language::vi), "1,50");
  EXPECT_EQ(interval_text(core::stats::Interval{1.4, 1.6}, 1, Language::en), "1.5 (1.4–1.6)");
  EXPECT_EQ(interval_text(core::stats::Interval{1.501, 1.502}, 1, Language::en), "1.5");
  EXPECT_EQ(interval_text(core::stats::Interval{2, std::numeric_limits<double>::infinity()}, 0, Language::en),
            "≥ 2");
  EXPECT_EQ(interval_text(std::nullopt, 1, Language::en), "unknown");
}

}  // namespace
}  // namespace vicinia::workspace
