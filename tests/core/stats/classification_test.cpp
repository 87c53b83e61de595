#include "vicinia/core/stats/classification.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vicinia::core::stats {
namespace {

using testing::ElementsAre;

ClassRequest request(ClassMethod method, std::size_t classes) {
  return {.method = method, .classes = classes, .decimals = 1};
}

TEST(Classification, QuantilesHoldEquallyManyDistinctValues) {
  const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8};
  const auto classes = classify(values, request(ClassMethod::quantile, 4));
  ASSERT_TRUE(classes);
  EXPECT_THAT(classes->bounds, ElementsAre(1, 3, 5, 7, 8));
  EXPECT_THAT(classes->counts, ElementsAre(2, 2, 2, 2));
}

TEST(Classification, EqualIntervalsAreEquallyWide) {
  const auto classes =
      classify(std::vector<double>{0.5, 1, 9, 10.5}, request(ClassMethod::equal_interval, 4));
  ASSERT_TRUE(classes);
  EXPECT_THAT(classes->bounds, ElementsAre(0.5, 3.0, 5.5, 8.0, 10.5));
  EXPECT_THAT(classes->counts, ElementsAre(2, 0, 0, 2));
}

TEST(Classification, NaturalBreaksFallIntoTheGaps) {
  const auto classes = classify(std::vector<double>{1, 1.1, 1.2, 5, 5.1, 9.8, 9.9, 10},
                                request(ClassMethod::natural_breaks, 3));
  ASSERT_TRUE(classes);
  EXPECT_THAT(classes->bounds, ElementsAre(1, 5, 9.8, 10));
  EXPECT_THAT(classes->counts, ElementsAre(3, 2, 3));
}

TEST(Classification, AValueOnABoundBelongsToTheUpperClass) {
  const Classes classes{{0, 1, 2}, {0, 0}};
  EXPECT_EQ(classes.class_of(1), 1u);
  EXPECT_EQ(classes.class_of(0.999), 0u);
  EXPECT_EQ(classes.class_of(2), 1u) << "the last class includes its upper bound";
  EXPECT_EQ(classes.class_of(2.1), std::nullopt);
  EXPECT_EQ(classes.class_of(-0.1), std::nullopt);
  EXPECT_EQ(classes.class_of(std::nan("")), std::nullopt);
}

TEST(Classification, ThePivotIsABoundEvenIfNoValueLiesBelowIt) {
  ClassRequest around_one = request(ClassMethod::quantile, 5);
  around_one.pivot = 1.0;
  const auto classes = classify(std::vector<double>{1.2, 1.4, 2.1, 3.8, 4.7}, around_one);
  ASSERT_TRUE(classes);
  EXPECT_EQ(classes->bounds[0], 0);
  EXPECT_EQ(classes->bounds[1], 1);
  EXPECT_EQ(classes->counts[0], 0u);
}

TEST(Classification, ThePivotIsABoundEvenIfNoValueLiesAboveIt) {
  ClassRequest around_one = request(ClassMethod::quantile, 4);
  around_one.pivot = 1.0;
  const auto classes = classify(std::vector<double>{0.2, 0.4, 0.6}, around_one);
  ASSERT_TRUE(classes);
  EXPECT_NE(std::ranges::find(classes->bounds, 1.0), classes->bounds.end());
  EXPECT_GT(classes->bounds.back(), 1.0);
}

TEST(Classification, ManualBreaksAreKeptAsGivenEvenWhereAClassIsEmpty) {
  ClassRequest manual = request(ClassMethod::manual, 5);
  manual.manual_breaks = {1, 2, 100};
  const auto classes = classify(std::vector<double>{1.5, 2.5, 3.5}, manual);
  ASSERT_TRUE(classes);
  EXPECT_THAT(classes->bounds, ElementsAre(0, 1, 2, 100, 100.1));
  EXPECT_THAT(classes->counts, ElementsAre(0, 1, 2, 0));
}

TEST(Classification, ManualBreaksThatDoNotAscendAreAnError) {
  ClassRequest manual = request(ClassMethod::manual, 5);
  manual.manual_breaks = {2, 2};
  const auto classes = classify(std::vector<double>{1, 3}, manual);
  ASSERT_FALSE(classes);
  EXPECT_EQ(classes.error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(classes.error().subject.field, "breaks");
}

TEST(Classification, NothingToClassifyIsAnError) {
  EXPECT_EQ(classify({}, request(ClassMethod::quantile, 5)).error().code, ErrorCode::no_values);
}

TEST(Classification, NumberOfClassesOutsideOneToTwentyIsAnError) {
  for (const std::size_t classes : {std::size_t{0}, max_classes + 1, std::size_t{300}})
    EXPECT_EQ(classify(std::vector<double>{1, 2}, request(ClassMethod::quantile, classes)).error().code,
              ErrorCode::invalid_argument);
}

TEST(Classification, EqualValuesMakeOneClass) {
  for (const ClassMethod method :
       {ClassMethod::quantile, ClassMethod::equal_interval, ClassMethod::natural_breaks}) {
    const auto classes = classify(std::vector<double>{3, 3, 3}, request(method, 5));
    ASSERT_TRUE(classes);
    EXPECT_THAT(classes->counts, ElementsAre(3));
  }
}

double within_class_squares(std::span<const double> values, const Classes& classes) {
  double total = 0;
  for (std::size_t c = 0; c < classes.size(); ++c) {
    std::vector<double> members;
    std::ranges::copy_if(values, std::back_inserter(members),
                         [&](double v) { return classes.class_of(v) == c; });
    if (members.empty()) continue;
    const double mean =
        std::accumulate(members.begin(), members.end(), 0.0) / static_cast<double>(members.size());
    for (const double v : members) total += (v - mean) * (v - mean);
  }
  return total;
}

/// Best of all partitions of the sorted distinct values into at most `classes` runs, by trying them all.
double best_by_enumeration(std::vector<double> values, std::size_t classes) {
  std::ranges::sort(values);
  std::vector<double> distinct = values;
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  double best = INFINITY;
  const std::size_t gaps = distinct.size() - 1;
  for (std::size_t mask = 0; mask < (std::size_t{1} << gaps); ++mask) {
    Classes partition{{distinct.front()}, {}};
    for (std::size_t g = 0; g < gaps; ++g)
      if (mask >> g & 1) partition.bounds.push_back(distinct[g + 1]);
    if (partition.bounds.size() > classes) continue;
    partition.bounds.push_back(distinct.back() + 1);
    partition.counts.assign(partition.bounds.size() - 1, 0);
    best = std::min(best, within_class_squares(values, partition));
  }
  return best;
}

RC_GTEST_PROP(ClassificationProperty, NaturalBreaksAreTheBestOfAllPartitions, ()) {
  const auto whole = *rc::gen::container<std::vector<int>>(*rc::gen::inRange(1, 11), rc::gen::inRange(0, 40));
  const std::vector<double> values(whole.begin(), whole.end());
  const auto k = *rc::gen::inRange<std::size_t>(1, 6);
  const auto classes = classify(values, {.method = ClassMethod::natural_breaks, .classes = k, .decimals = 0});
  RC_ASSERT(classes.has_value());
  RC_ASSERT(std::abs(within_class_squares(values, *classes) - best_by_enumeration(values, k)) < 1e-9);
}

RC_GTEST_PROP(ClassificationProperty, EveryValueFallsIntoExactlyOneClassAndBoundsAscend, ()) {
  const auto tenths = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 2000)));
  std::vector<double> values;
  for (const int t : tenths) values.push_back(t / 10.0);
  ClassRequest wanted{.method = *rc::gen::element(ClassMethod::quantile, ClassMethod::equal_interval,
                                                  ClassMethod::natural_breaks),
                      .classes = *rc::gen::inRange<std::size_t>(1, max_classes + 1)};
  if (*rc::gen::arbitrary<bool>()) wanted.pivot = 1.0;
  const auto classes = classify(values, wanted);
  RC_ASSERT(classes.has_value());
  for (const double v : values) RC_ASSERT(classes->class_of(v).has_value());
  RC_ASSERT(std::accumulate(classes->counts.begin(), classes->counts.end(), std::size_t{0}) == values.size());
  for (std::size_t i = 2; i < classes->bounds.size(); ++i)
    RC_ASSERT(classes->bounds[i - 1] < classes->bounds[i] || i + 1 == classes->bounds.size());
  if (wanted.pivot) RC_ASSERT(std::ranges::count(classes->bounds, 1.0) >= 1);
}

RC_GTEST_PROP(ClassificationProperty, ClassesAreToldApartHoweverSmallTheValuesAndNoneLiesAboveThem, ()) {
  const double unit = std::pow(10.0, -*rc::gen::inRange(0, 7));
  const auto whole = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 5000)));
  std::vector<double> values;
  for (const int w : whole) values.push_back(w * unit / 3);
  const ClassRequest wanted{.method = *rc::gen::element(ClassMethod::quantile, ClassMethod::equal_interval,
                                                        ClassMethod::natural_breaks),
                            .classes = *rc::gen::inRange<std::size_t>(1, max_classes + 1),
                            .decimals = *rc::gen::inRange(0, 3)};
  const auto classes = classify(values, wanted);
  RC_ASSERT(classes.has_value());
  RC_ASSERT(classes->decimals >= wanted.decimals);
  RC_ASSERT(classes->merged == wanted.classes - classes->size());
  const double largest = *std::ranges::max_element(values), scale = std::pow(10.0, classes->decimals);
  for (std::size_t c = 0; c < classes->size(); ++c) {
    RC_ASSERT(classes->bounds[c] <= largest);
    if (c > 1) RC_ASSERT(std::round(classes->bounds[c] * scale) > std::round(classes->bounds[c - 1] * scale));
  }
  if (wanted.method == ClassMethod::equal_interval) return;
  // Quantiles and natural breaks leave no class empty, and fewer come back only where values coincide.
  RC_ASSERT(std::ranges::count(classes->counts, 0u) == 0);
  std::ranges::sort(values);
  const auto distinct = static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
  if (distinct == whole.size()) RC_ASSERT(classes->size() == std::min(wanted.classes, distinct));
}

TEST(Classification, SmallSharesMakeFiveClassesOfSixWithThreeDecimals) {
  std::vector<double> employees{15, 18, 21, 24, 26, 29, 33, 36, 38, 41,  45,  48,  52,  55,  59,
                                63, 66, 70, 74, 79, 83, 88, 92, 97, 110, 130, 160, 190, 240, 98000};
  const double total = std::accumulate(employees.begin(), employees.end(), 0.0);
  for (double& e : employees) e = 100 * e / total;
  const auto classes = classify(employees, request(ClassMethod::quantile, 5));
  EXPECT_THAT(classes->counts, ElementsAre(6, 6, 6, 6, 6));
  EXPECT_EQ(classes->decimals, 3);
  EXPECT_EQ(classes->merged, 0u);
  const double expected[] = {0.033, 0.052, 0.074, 0.110};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(classes->bounds[i + 1], expected[i], 0.0005);
}

TEST(Classification, CoincidingValuesMergeClassesAndSayHowMany) {
  const auto classes = classify(std::vector<double>{1, 1, 1, 1, 2, 5}, request(ClassMethod::quantile, 5));
  EXPECT_EQ(classes->size() + classes->merged, 5u);
  EXPECT_GT(classes->merged, 0u);
}

TEST(Classification, OwnBreaksKeepTheirDecimals) {
  ClassRequest manual = request(ClassMethod::manual, 5);
  manual.manual_breaks = {0.02, 0.055, 0.8};
  EXPECT_EQ(classify(std::vector<double>{0.01, 3}, manual)->decimals, 3);
}

RC_GTEST_PROP(ClassificationProperty, OrderOfTheValuesDoesNotMatter, ()) {
  const auto whole = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 500)));
  std::vector<double> values(whole.begin(), whole.end());
  const ClassRequest wanted{.method = ClassMethod::natural_breaks, .classes = 5, .decimals = 0};
  const auto before = classify(values, wanted);
  std::ranges::reverse(values);
  const auto after = classify(values, wanted);
  RC_ASSERT(before->bounds == after->bounds);
  RC_ASSERT(before->counts == after->counts);
}

}  // namespace
}  // namespace vicinia::core::stats
