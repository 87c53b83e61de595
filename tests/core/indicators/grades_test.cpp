#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "vicinia/core/indicators/grades/agreement.h"
#include "vicinia/core/indicators/grades/schemes.h"

namespace vicinia::core::indicators::grades {
namespace {

using enum Outcome;

std::vector<Cell> cells(const std::vector<double>& numbers) {
  std::vector<Cell> result;
  for (const double number : numbers) result.push_back(Cell::of(number));
  return result;
}

TopTenth in_top_tenth(const std::vector<Cell>& values, std::size_t of,
                      std::optional<double> sum_max = std::nullopt) {
  return Ranking(values, sum_max).in_top_tenth(values[of]);
}

Outcome is_largest(const std::vector<Cell>& values, std::size_t of,
                   std::optional<double> sum_max = std::nullopt) {
  return Ranking(values, sum_max).is_largest(values[of]);
}

/// Meets every scheme at its defaults.
Graded strong() {
  Graded g;
  g.lq = Cell::of(3);
  g.employees = Cell::of(9000);
  g.enterprises = Cell::of(40);
  g.sme_share_pct = Cell::of(90);
  g.fdi_share_pct = Cell::of(10);
  g.sector_share_pct = Cell::of(5);
  g.district_share_pct = Cell::of(35);
  g.size = in_top_tenth(cells({9000, 100, 50}), 0);
  g.focus = in_top_tenth(cells({35, 10, 5}), 0);
  g.manufacturing_lq = Cell::of(1.4);
  g.sme_lq = Cell::of(1.1);
  g.is_dominant = met;
  return g;
}

// ---- values

TEST(Values, AnIntervalDecidesWhereAllOfItIsOnOneSide) {
  const Estimate around{Cell::of(1.0), stats::Interval{0.95, 1.05}};
  EXPECT_EQ(at_least(around, 0.95), met);
  EXPECT_EQ(at_least(around, 1), cannot_be_told);
  EXPECT_EQ(at_least(around, 1.1), not_met);
  EXPECT_EQ(more_than(around, 1.05), not_met);
  EXPECT_EQ(at_most(around, 1.05), met);
  EXPECT_EQ(at_most(around, 0.9), not_met);
  EXPECT_EQ(at_most(Estimate{}, 0.9), cannot_be_told);
}

// ---- ranks

TEST(TopTenth, IsTheLargestTenthRoundedUp) {
  std::vector<double> numbers;
  for (int i = 1; i <= 21; ++i) numbers.push_back(i);
  for (int i = 0; i < 21; ++i)
    EXPECT_EQ(in_top_tenth(cells(numbers), static_cast<std::size_t>(i)).outcome, outcome_of(i >= 18)) << i;
  EXPECT_EQ(in_top_tenth(cells(numbers), 0).threshold, Cell::of(19));
}

TEST(TopTenth, DoesNotCountUnitsWithoutTheSector) {
  std::vector<double> numbers(30, 0.0);
  numbers[3] = 5;
  numbers[7] = 4;
  EXPECT_EQ(in_top_tenth(cells(numbers), 3).outcome, met);
  EXPECT_EQ(in_top_tenth(cells(numbers), 7).outcome, not_met);
  EXPECT_EQ(in_top_tenth(cells(numbers), 0).outcome, not_met);
}

TEST(TopTenth, EqualValuesShareTheirRank) {
  EXPECT_EQ(in_top_tenth(cells({5, 5, 1}), 0).outcome, met);
  EXPECT_EQ(in_top_tenth(cells({5, 5, 1}), 1).outcome, met);
}

TEST(TopTenth, CannotBeToldWhereAnUnpublishedValueMayBeLarger) {
  auto values = cells({50, 40, 30, 20, 10});
  values.push_back(Cell::not_published());
  const auto top = in_top_tenth(values, 0);
  EXPECT_EQ(top.outcome, cannot_be_told);
  EXPECT_EQ(top.threshold.state(), CellState::not_published);
  EXPECT_EQ(top.rank.best, 1u);
  EXPECT_EQ(top.rank.worst, 2u);
  EXPECT_EQ(in_top_tenth(values, 1).outcome, not_met);
  EXPECT_EQ(in_top_tenth(values, 5).outcome, cannot_be_told);
}

TEST(TopTenth, CanBeToldWhereTheUnpublishedValuesAreTooSmallTogether) {
  auto values = cells({50, 40, 30});
  values.resize(9);
  EXPECT_EQ(in_top_tenth(values, 0, 49.0).outcome, met);
  EXPECT_EQ(in_top_tenth(values, 0, 50.0).outcome, met);  // one of 50 is not larger
  EXPECT_EQ(in_top_tenth(values, 0, 51.0).outcome, cannot_be_told);
  EXPECT_EQ(in_top_tenth(values, 2, 0.0).outcome, not_met);
}

TEST(TopTenth, CannotBeToldWhereItDependsOnHowManyUnpublishedValuesCount) {
  // Second of ten is not in the top tenth; second of twenty is; the unpublished ten are too small to be above, but may count.
  auto values = cells({50, 40, 9, 8, 7, 6, 5, 4, 3, 2});
  values.resize(20);
  EXPECT_EQ(in_top_tenth(values, 1, 10.0).outcome, cannot_be_told);
  EXPECT_EQ(in_top_tenth(values, 0, 10.0).outcome, met);
  EXPECT_EQ(in_top_tenth(values, 2, 5.0).outcome, not_met);
}

TEST(Largest, IsToldOnlyIfNothingUnpublishedCanExceedIt) {
  auto values = cells({50, 40});
  EXPECT_EQ(is_largest(values, 0), met);
  EXPECT_EQ(is_largest(values, 1), not_met);
  values.push_back(Cell::not_published());
  EXPECT_EQ(is_largest(values, 0), cannot_be_told);
  EXPECT_EQ(is_largest(values, 0, 30.0), met);
  EXPECT_EQ(is_largest(values, 1), not_met);
  EXPECT_EQ(is_largest(values, 2), cannot_be_told);
  EXPECT_EQ(is_largest(cells({0, 0}), 0), not_met);
}

RC_GTEST_PROP(TopTenthProperty, WhatIsToldOfATruncatedListIsTrueHoweverItGoesOn, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 40);
  const auto truth = cells([&] {
    std::vector<double> numbers;
    for (std::size_t i = 0; i < count; ++i) numbers.push_back(*rc::gen::inRange(0, 30));
    return numbers;
  }());
  auto listed = truth;
  double hidden = 0;
  for (std::size_t i = 0; i < count; ++i)
    if (*rc::gen::inRange(0, 3) == 0) {
      hidden += truth[i].number();
      listed[i] = Cell::not_published();
    }
  for (std::size_t i = 0; i < count; ++i)
    for (const std::optional<double> sum_max : {std::optional<double>{}, std::optional<double>{hidden}}) {
      const Outcome told = in_top_tenth(listed, i, sum_max).outcome;
      RC_ASSERT(told == cannot_be_told || told == in_top_tenth(truth, i).outcome);
      const Outcome largest = is_largest(listed, i, sum_max);
      RC_ASSERT(largest == cannot_be_told || largest == is_largest(truth, i));
    }
}

RC_GTEST_PROP(TopTenthProperty, DoesNotDependOnOrderOrScale, ()) {
  auto numbers =
      *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(2, 30), rc::gen::inRange(0, 50));
  std::vector<Cell> forwards, backwards;
  for (const int n : numbers) forwards.push_back(n == 13 ? Cell::not_published() : Cell::of(n));
  for (auto it = numbers.rbegin(); it != numbers.rend(); ++it)
    backwards.push_back(*it == 13 ? Cell::not_published() : Cell::of(7.0 * *it));
  for (std::size_t i = 0; i < numbers.size(); ++i)
    RC_ASSERT(in_top_tenth(forwards, i, 30).outcome ==
              in_top_tenth(backwards, numbers.size() - 1 - i, 210).outcome);
}

// ---- the schemes

TEST(PublishedRule, IsTheRuleOfMembershipWithItsThresholds) {
  EXPECT_EQ(published_rule(strong()).verdict, met);
  EXPECT_EQ(published_rule(strong()).criteria.size(), 1u);
  const PublishedRuleOptions strict{.lq_min = 2, .employees_min = 10000, .enterprises_min = 10};
  const Grade grade = published_rule(strong(), strict);
  ASSERT_EQ(grade.criteria.size(), 3u);
  EXPECT_EQ(grade.criteria[1].id, CriterionId::employees);
  EXPECT_EQ(grade.criteria[1].threshold, Cell::of(10000));
  EXPECT_EQ(grade.criteria[1].outcome, not_met);
  EXPECT_EQ(grade.verdict, not_met);
}

TEST(ClusterStars, AreOneEachForSizeSpecialisationAndFocus) {
  Graded g = strong();
  EXPECT_EQ(cluster_stars(g).least, 3);
  g.lq = Cell::of(1.9);
  EXPECT_EQ(cluster_stars(g).least, 2);
  EXPECT_EQ(cluster_stars(g).most, 2);
  g.size.outcome = g.focus.outcome = not_met;
  EXPECT_EQ(cluster_stars(g).most, 0);
  EXPECT_EQ(cluster_stars(g).grade.verdict, not_met);
}

TEST(ClusterStars, AreAnIntervalWhereACriterionCannotBeTold) {
  Graded g = strong();
  g.size = g.focus = {};
  const Stars stars = cluster_stars(g);
  EXPECT_EQ(stars.least, 1);
  EXPECT_EQ(stars.most, 3);
  EXPECT_EQ(stars.grade.verdict, met);
  EXPECT_EQ(cluster_stars(g, {.stars_min = 2}).grade.verdict, cannot_be_told);
  EXPECT_EQ(cluster_stars(Graded{}).least, 0);
  EXPECT_EQ(cluster_stars(Graded{}).most, 3);
}

TEST(LocalDistrict, NeedsEveryCriterion) {
  EXPECT_EQ(local_district(strong()).verdict, met);
  const auto without = [](auto change) {
    Graded g = strong();
    change(g);
    return local_district(g).verdict;
  };
  EXPECT_EQ(without([](Graded& g) { g.manufacturing_lq = Cell::of(1); }), not_met);
  EXPECT_EQ(without([](Graded& g) { g.sme_lq = Cell::of(0.9); }), not_met);
  EXPECT_EQ(without([](Graded& g) { g.lq = Cell::of(1); }), not_met);
  EXPECT_EQ(without([](Graded& g) { g.is_dominant = not_met; }), not_met);
  EXPECT_EQ(without([](Graded& g) { g.sme_share_pct = Cell::of(50); }), not_met);
}

TEST(LocalDistrict, OnAListWithoutManufacturingTotalsCannotBeToldUnlessSomethingFails) {
  Graded g = strong();
  g.manufacturing_lq = g.sme_lq = Estimate{};
  EXPECT_EQ(local_district(g).verdict, cannot_be_told);
  EXPECT_EQ(local_district(g).criteria[0].outcome, cannot_be_told);
  g.sme_share_pct = Cell::of(20);
  EXPECT_EQ(local_district(g).verdict, not_met);
}

TEST(OwnRule, HasAsManyCriteriaAsThresholds) {
  const OwnRule rule{.lq = {.min = 2}, .enterprises = {.min = 50}, .fdi_share_pct = {.min = 5, .max = 10}};
  const Grade grade = own_rule(strong(), rule);
  ASSERT_EQ(grade.criteria.size(), 4u);
  EXPECT_EQ(grade.criteria[1].outcome, not_met);
  EXPECT_EQ(grade.criteria[3].comparison, Comparison::at_most);
  EXPECT_EQ(grade.criteria[3].outcome, met);
  EXPECT_EQ(grade.verdict, not_met);
  EXPECT_EQ(own_rule(strong(), {}).verdict, met);
}

TEST(EveryScheme, CannotTellOfNothingAndJudgesAZeroAsAValue) {
  const OwnRule any{.lq = {.min = 1},
                    .employees = {.min = 1},
                    .enterprises = {.min = 1},
                    .sme_share_pct = {.min = 1},
                    .fdi_share_pct = {.min = 1},
                    .district_share_pct = {.min = 1}};
  Graded zeros;
  zeros.lq = zeros.employees = zeros.enterprises = zeros.sme_share_pct = zeros.fdi_share_pct = Cell::of(0);
  zeros.sector_share_pct = zeros.district_share_pct = zeros.manufacturing_lq = zeros.sme_lq = Cell::of(0);
  zeros.size = zeros.focus = in_top_tenth(cells({0, 5}), 0);
  for (const bool nothing : {true, false}) {
    const Graded graded = nothing ? Graded{} : zeros;
    for (const Grade& grade : {published_rule(graded), cluster_stars(graded).grade, local_district(graded),
                               own_rule(graded, any)}) {
      EXPECT_EQ(grade.verdict, nothing ? cannot_be_told : not_met) << name_of(grade.scheme);
      for (const Criterion& criterion : grade.criteria)
        if (criterion.id != CriterionId::sector_is_dominant) {
          EXPECT_EQ(criterion.outcome, nothing ? cannot_be_told : not_met) << name_of(criterion.id);
        }
    }
  }
}

TEST(EveryScheme, OneMissingValueLeavesOnlyItsOwnCriteriaUntold) {
  Graded g = strong();
  g.lq = Estimate{};
  for (const Grade& grade : {published_rule(g), cluster_stars(g).grade, local_district(g),
                             own_rule(g, {.lq = {.min = 1}, .employees = {.min = 1}})})
    for (const Criterion& criterion : grade.criteria)
      EXPECT_EQ(criterion.outcome, criterion.id == CriterionId::lq ? cannot_be_told : met)
          << name_of(grade.scheme);
}

// ---- where they disagree

Grade says(Scheme scheme, Outcome verdict) { return {.scheme = scheme, .criteria = {}, .verdict = verdict}; }

TEST(Agreement, IsDisagreementAsSoonAsOneSaysYesAndAnotherNo) {
  const Grade grades[] = {says(Scheme::published_rule, met), says(Scheme::cluster_stars, cannot_be_told),
                          says(Scheme::local_district, not_met), says(Scheme::own_rule, met)};
  const SchemesCompared compared = compare(grades);
  EXPECT_EQ(compared.agreement, Agreement::disagree);
  EXPECT_EQ(compared.met, (std::vector{Scheme::published_rule, Scheme::own_rule}));
  EXPECT_EQ(compared.not_met, std::vector{Scheme::local_district});
  EXPECT_EQ(compared.cannot_be_told, std::vector{Scheme::cluster_stars});
}

TEST(Agreement, CannotBeToldWhileOneSchemeCannotTell) {
  const Grade two[] = {says(Scheme::published_rule, met), says(Scheme::cluster_stars, cannot_be_told)};
  EXPECT_EQ(compare(two).agreement, Agreement::cannot_be_told);
  EXPECT_EQ(compare({}).agreement, Agreement::cannot_be_told);
  const Grade yes[] = {says(Scheme::published_rule, met), says(Scheme::own_rule, met)};
  EXPECT_EQ(compare(yes).agreement, Agreement::all_met);
  const Grade no[] = {says(Scheme::published_rule, not_met), says(Scheme::own_rule, not_met)};
  EXPECT_EQ(compare(no).agreement, Agreement::all_not_met);
}

TEST(Grades, NamesAreAllDifferent) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < criterion_id_count; ++i) names.insert(name_of(static_cast<CriterionId>(i)));
  for (std::size_t i = 0; i < scheme_count; ++i) names.insert(name_of(static_cast<Scheme>(i)));
  EXPECT_EQ(names.size(), criterion_id_count + scheme_count);
}

}  // namespace
}  // namespace vicinia::core::indicators::grades
