#include "vicinia/workspace/words/border_match_text.h"

#include <gtest/gtest.h>

namespace vicinia::workspace {
namespace {

using core::topology::BorderKind;
using core::topology::BorderMatch;

/// `count` pairs at 1, 2, … metres, which the proposal links.
BorderMatch beside(std::size_t count, double step_m = 1) {
  BorderMatch match{.shared = 10};
  for (std::size_t i = 1; i <= count; ++i)
    match.beside.push_back({.a = 0,
                            .b = static_cast<core::topology::UnitIndex>(i),
                            .kind = BorderKind::near,
                            .length_m = 1000,
                            .distance_m = static_cast<double>(i) * step_m});
  match.matched = count;
  match.proposed_m = static_cast<double>(count) * step_m;
  return match;
}

TEST(BorderMatchText, SharedBordersAreToldInOneShortSentence) {
  EXPECT_EQ(border_match_text({.shared = 3}, 0, Language::en), "All borders are shared exactly.");
  EXPECT_EQ(border_match_text({.shared = 3}, 0, Language::vi), "Mọi ranh giới chung đều trùng khớp.");
  EXPECT_TRUE(all_shared_exactly({.shared = 3}, 0));
  EXPECT_EQ(border_match_text({}, 0, Language::en), "No two areas meet.");
}

TEST(BorderMatchText, PairsThatAreMatchedAreCountedWithTheirDistances) {
  const BorderMatch match = beside(1000, 0.4);
  EXPECT_FALSE(all_shared_exactly(match, 400));
  EXPECT_EQ(border_match_text(match, 400, Language::en),
            "1,000 pairs of areas run beside each other without meeting, most within 360 m, all within 400 "
            "m: matched within "
            "400 m.");
  EXPECT_EQ(border_match_text(match, 400, Language::vi),
            "1.000 cặp đơn vị có ranh giới chạy sát nhau mà không giáp nhau, phần lớn cách nhau không quá "
            "360 m, tất cả không quá "
            "400 m: đã khớp trong khoảng 400 m.");
}

TEST(BorderMatchText, OnePairIsToldAsOneAndNeverCloserThanItIs) {
  BorderMatch match = beside(1, 16.2);
  EXPECT_EQ(border_match_text(match, match.proposed_m, Language::en),
            "1 pair of areas runs beside each other without meeting, within 17 m: matched within 17 m.");
  match = beside(1, 0.25);
  EXPECT_EQ(border_match_text(match, 0.3, Language::en),
            "1 pair of areas runs beside each other without meeting, within 0.3 m: matched within 0.3 m.");
}

TEST(BorderMatchText, WhatATooSmallToleranceLeavesApartIsTold) {
  const BorderMatch match = beside(20);
  EXPECT_EQ(border_match_text(match, 0, Language::en),
            "20 pairs of areas run beside each other without meeting, most within 18 m, all within 20 m, and "
            "are not matched: "
            "that takes a tolerance of 20 m.");
  EXPECT_EQ(border_match_text(match, 19, Language::en),
            "19 pairs of areas run beside each other without meeting, most within 18 m, all within 19 m: "
            "matched within 19 m. "
            "1 pair of areas runs beside each other without meeting, within 20 m, and is not matched: that "
            "takes a tolerance of "
            "20 m.");
}

TEST(BorderMatchText, PairsBeyondTheProposalAreNoNeighboursAndNotTold) {
  BorderMatch match = beside(20);
  match.proposed_m = 0;
  EXPECT_EQ(border_match_text(match, 0, Language::en), "All borders are shared exactly.");
}

TEST(BorderMatchText, OverlapsAreTold) {
  EXPECT_EQ(border_match_text({.shared = 3, .overlapping = 2}, 0, Language::en),
            "2 pairs of areas overlap along their border: they count as neighbours.");
  EXPECT_EQ(border_match_text({.shared = 3, .overlapping = 1}, 0, Language::vi),
            "1 cặp đơn vị chồng lấn nhau dọc ranh giới: được coi là liền kề.");
}

}  // namespace
}  // namespace vicinia::workspace
