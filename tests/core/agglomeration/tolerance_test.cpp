#include "vicinia/core/agglomeration/tolerance.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "units.h"
#include "vicinia/core/agglomeration/robustness.h"

namespace vicinia::core::agglomeration {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using topology::Border;
using topology::BorderKind;

Border near(topology::UnitIndex a, topology::UnitIndex b, double distance_m, double length_m = 5000) {
  return {.a = a, .b = b, .kind = BorderKind::near, .length_m = length_m, .distance_m = distance_m};
}

Rules matched_within(double tolerance_m) { return {.link = {.within_m = tolerance_m}}; }

std::vector<Agglomeration> found_by(const std::vector<UnitValues>& units, const std::vector<Border>& borders,
                                    const Rules& rules) {
  return *find_agglomerations(units, topology::adjacency(borders, units.size(), rules.link), rules);
}

std::vector<ToleranceEffect> effects_of(const std::vector<UnitValues>& units,
                                        const std::vector<Border>& borders, const Rules& rules) {
  const auto effects = tolerance_effects(units, borders, rules, found_by(units, borders, rules));
  EXPECT_TRUE(effects);
  return effects.value_or(std::vector<ToleranceEffect>{});
}

TEST(NextTolerance, IsTwiceAsMuchAndAtLeastHundredMetresAndNeverBeyondWhatIsLookedFor) {
  EXPECT_EQ(next_tolerance_m(0), 100);
  EXPECT_EQ(next_tolerance_m(30), 100);
  EXPECT_EQ(next_tolerance_m(400), 800);
  EXPECT_EQ(next_tolerance_m(900), 1000);
}

TEST(NextTolerance, ReachesAsFarAsTheDataNeed) {
  EXPECT_EQ(next_tolerance_m(0, 310), 310);
  EXPECT_EQ(next_tolerance_m(200, 310), 400);
  EXPECT_EQ(next_tolerance_m(0, 40), 100);
  EXPECT_EQ(next_tolerance_m(0, 5000), 1000);
}

TEST(ToleranceEffects, WithoutMatchingAtAllNameWhatTheProposedToleranceWouldJoin) {
  const std::vector<UnitValues> units(2, unit(2));
  const std::vector<Border> borders{near(0, 1, 310)};
  const auto found = found_by(units, borders, matched_within(0));
  EXPECT_THAT(*tolerance_effects(units, borders, matched_within(0), found),
              ElementsAre(ToleranceEffect{}, ToleranceEffect{}));
  const auto effects = *tolerance_effects(units, borders, matched_within(0), found, 310);
  ASSERT_EQ(effects.size(), 2u);
  EXPECT_THAT(effects[0].joining, ElementsAre(1));
  EXPECT_EQ(effects[1].joins_at_m, 310);
}

TEST(ToleranceEffects, NothingDependsOnItWhereAllBordersMeet) {
  const std::vector<UnitValues> units(3, unit(2));
  const std::vector<Border> borders{edge(0, 1), edge(1, 2)};
  EXPECT_FALSE(tolerance_matters(borders, matched_within(400).link));
  EXPECT_THAT(effects_of(units, borders, matched_within(0)), ElementsAre(ToleranceEffect{}));
  EXPECT_THAT(effects_of(units, borders, matched_within(400)), ElementsAre(ToleranceEffect{}));
}

TEST(ToleranceEffects, UnitsThatOverlapNeedNoTolerance) {
  const std::vector<UnitValues> units(2, unit(2));
  const std::vector<Border> borders{
      {.a = 0, .b = 1, .kind = BorderKind::overlap, .length_m = 11'000, .area_m2 = 363'000}};
  EXPECT_THAT(effects_of(units, borders, matched_within(0)), ElementsAre(ToleranceEffect{}));
}

TEST(ToleranceEffects, NameThoseWhoWouldNotBeInItIfNothingWereMatched) {
  const std::vector<UnitValues> units(4, unit(2));
  const std::vector<Border> borders{edge(0, 1), near(1, 2, 120), edge(2, 3)};
  const auto effects = effects_of(units, borders, matched_within(400));
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_TRUE(effects[0].depends);
  EXPECT_THAT(effects[0].leaving, ElementsAre(2, 3)) << "of two equal parts the first is the one that stays";
  EXPECT_THAT(effects[0].joining, IsEmpty());
}

TEST(ToleranceEffects, NameThoseWhoWouldJoinAndFromWhichToleranceOn) {
  const std::vector<UnitValues> units{unit(2, 300), unit(2), unit(2), unit(0.5)};
  const std::vector<Border> borders{near(0, 1, 170), near(0, 3, 110), near(1, 2, 130)};
  const auto effects = effects_of(units, borders, matched_within(100));
  ASSERT_EQ(effects.size(), 3u);
  EXPECT_TRUE(effects[0].depends);
  EXPECT_THAT(effects[0].leaving, IsEmpty());
  EXPECT_THAT(effects[0].joining, ElementsAre(1, 2))
      << "the other by way of the one; not who does not qualify";
  EXPECT_EQ(effects[0].joins_at_m, 170);
  EXPECT_EQ(effects[1].joins_at_m, 130);
}

TEST(ToleranceEffects, ANeighbourBeyondTheNextToleranceIsLeftAlone) {
  const std::vector<UnitValues> units(2, unit(2));
  EXPECT_THAT(effects_of(units, {near(0, 1, 210)}, matched_within(100)),
              ElementsAre(ToleranceEffect{}, ToleranceEffect{}));
}

TEST(ToleranceEffects, TwoThatAreConnectedAnotherWayTooDoNotDependOnIt) {
  const std::vector<UnitValues> units(3, unit(2));
  const std::vector<Border> borders{edge(0, 1), near(0, 2, 120), edge(1, 2)};
  EXPECT_THAT(effects_of(units, borders, matched_within(400)), ElementsAre(ToleranceEffect{}));
}

TEST(ToleranceEffects, AllLeaveWhereThePartsAreTooSmall) {
  const std::vector<UnitValues> units(2, unit(2, 600));
  Rules rules = matched_within(400);
  rules.size.employees_min = 1000;
  const auto effects = effects_of(units, {near(0, 1, 120)}, rules);
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_THAT(effects[0].leaving, ElementsAre(0, 1));
}

TEST(ToleranceEffects, ShortNearBordersCountAsLittleAsShortEdges) {
  const std::vector<UnitValues> units(2, unit(2));
  Rules rules = matched_within(400);
  rules.link.min_length_m = 6000;
  EXPECT_THAT(effects_of(units, {near(0, 1, 120)}, rules), ElementsAre(ToleranceEffect{}, ToleranceEffect{}));
}

TEST(ToleranceEffects, AToleranceWithoutBoundIsRefused) {
  const std::vector<UnitValues> units(2, unit(2));
  const auto refused = tolerance_effects(units, {}, Rules{}, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().subject.field, "within_m");
  EXPECT_FALSE(check(matched_within(NAN)));
  EXPECT_FALSE(check(matched_within(-1)));
  EXPECT_TRUE(check(Rules{}));
}

/// What it means, by trying: the same members are an agglomeration at every tolerance from 0 to the next, or
/// they are not.
RC_GTEST_PROP(ToleranceEffectsProperty, SayWhetherSomeToleranceUpToTheNextFindsOtherMembers, ()) {
  const std::size_t count = 7;
  const std::vector<UnitValues> units(count, unit(2));
  std::vector<Border> borders;
  for (topology::UnitIndex a = 0; a < count; ++a)
    for (topology::UnitIndex b = a + 1; b < count; ++b) {
      const int kind = *rc::gen::inRange(0, 6);
      if (kind == 0) borders.push_back(edge(a, b));
      if (kind == 1) borders.push_back(near(a, b, *rc::gen::inRange(1, 1001)));
    }
  const double tolerance_m = *rc::gen::element(0, 50, 100, 300, 700);
  const auto found = found_by(units, borders, matched_within(tolerance_m));
  const double proposed_m = *rc::gen::element(0, 40, 310, 1000);
  const auto effects = *tolerance_effects(units, borders, matched_within(tolerance_m), found, proposed_m);
  for (std::size_t i = 0; i < found.size(); ++i) {
    bool is_always_there = true;
    for (double other_m = 0; other_m <= next_tolerance_m(tolerance_m, proposed_m); other_m += 10) {
      const auto others = found_by(units, borders, matched_within(other_m));
      is_always_there = is_always_there && std::ranges::any_of(others, [&](const Agglomeration& other) {
                          return other.members == found[i].members;
                        });
    }
    RC_ASSERT(effects[i].depends == !is_always_there);
    if (effects[i].joins_at_m > 0) {
      const auto before = found_by(units, borders, matched_within(effects[i].joins_at_m - 0.5));
      const auto after = found_by(units, borders, matched_within(effects[i].joins_at_m));
      const auto is_same = [&](const Agglomeration& other) { return other.members == found[i].members; };
      RC_ASSERT(std::ranges::any_of(before, is_same));
      RC_ASSERT(!std::ranges::any_of(after, is_same));
    }
  }
}

TEST(ToleranceInTheGrid, IsVariedOnlyWhereStepsAreGiven) {
  EXPECT_EQ(grid_around(matched_within(0)).size(), 9u * 4 * 2 * 2);
  const auto grid = grid_around(matched_within(400), {.tolerances_m = {0, 800}});
  EXPECT_EQ(grid.size(), 9u * 4 * 2 * 2 * 3);
  for (const Rules& rules : grid_around(matched_within(400))) EXPECT_EQ(rules.link.within_m, 400);
}

TEST(ToleranceInTheGrid, SurvivalIsToldByTolerance) {
  const std::vector<UnitValues> units(4, unit(2));
  const std::vector<Border> borders{edge(0, 1), near(1, 2, 120), near(2, 3, 300)};
  const GridSteps tolerances_alone{.lq_factors = {},
                                   .employees_min = {},
                                   .border_min_m = {},
                                   .both_contiguities = false,
                                   .tolerances_m = {0, 800}};
  const auto grid = grid_around(matched_within(400), tolerances_alone);
  const auto r = robustness(units, borders, matched_within(400), grid);
  ASSERT_TRUE(r);
  ASSERT_EQ(r->agglomerations.size(), 1u);
  EXPECT_THAT(survival_by(VariedRule::tolerance_m, grid, r->agglomerations[0].outcomes),
              ElementsAre(SurvivalAt{0, 0}, SurvivalAt{400, 1}, SurvivalAt{800, 1}));
  EXPECT_EQ(name_of(VariedRule::tolerance_m), "tolerance_m");
}

}  // namespace
}  // namespace vicinia::core::agglomeration
