#include "vicinia/core/stats/interval.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

namespace vicinia::core::stats {
namespace {

TEST(Interval, OfAPrintedNumberIsAllThatRoundsToIt) {
  EXPECT_DOUBLE_EQ(printed(4.7, 1).low, 4.65);
  EXPECT_DOUBLE_EQ(printed(4.7, 1).high, 4.75);
  EXPECT_EQ(printed(0.0, 1).low, 0) << "a share is not negative";
}

TEST(Interval, DividingByWhatMayBeZeroHasNoUpperEnd) {
  EXPECT_TRUE(std::isinf((exactly(10) / Interval{0, 0.05}).high));
  EXPECT_DOUBLE_EQ((exactly(10) / Interval{0, 0.05}).low, 200);
}

TEST(MostShared, IsWhereMostIntervalsMeet) {
  const std::vector<Interval> intervals{{1, 4}, {2, 6}, {3, 9}, {20, 30}};
  const auto shared = most_shared(intervals);
  EXPECT_EQ(shared->interval, (Interval{3, 4}));
  EXPECT_EQ(shared->supporters, 3u);
  EXPECT_EQ(shared->stretches, 1u);
}

TEST(MostShared, IntervalsThatTouchShareTheirEnd) {
  const auto shared = most_shared(std::vector<Interval>{{1, 2}, {2, 3}});
  EXPECT_EQ(shared->interval, (Interval{2, 2}));
  EXPECT_EQ(shared->supporters, 2u);
}

TEST(MostShared, TellsOfATie) {
  const auto shared = most_shared(std::vector<Interval>{{1, 2}, {5, 6}});
  EXPECT_EQ(shared->stretches, 2u);
  EXPECT_EQ(shared->interval, (Interval{1, 2})) << "the lowest stands";
  EXPECT_FALSE(most_shared({}));
}

RC_GTEST_PROP(MostSharedProperty, NoPointLiesInMoreIntervals, ()) {
  const auto ends = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(
      rc::gen::pair(rc::gen::inRange(0, 30), rc::gen::inRange(0, 10))));
  std::vector<Interval> intervals;
  for (const auto& [low, length] : ends) intervals.push_back({double(low), double(low + length)});
  const auto shared = most_shared(intervals);
  const auto count = [&](double at) {
    return static_cast<std::size_t>(
        std::count_if(intervals.begin(), intervals.end(), [&](const Interval& i) { return i.contains(at); }));
  };
  for (double at = 0; at <= 45; at += 0.5) RC_ASSERT(count(at) <= shared->supporters);
  RC_ASSERT(count(shared->interval.low) == shared->supporters);
  RC_ASSERT(count(shared->interval.high) == shared->supporters);
}

}  // namespace
}  // namespace vicinia::core::stats
