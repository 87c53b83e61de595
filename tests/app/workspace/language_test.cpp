#include "vicinia/workspace/base/language.h"

#include <gtest/gtest.h>

#include <limits>

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
