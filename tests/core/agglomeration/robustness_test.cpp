#include "vicinia/core/agglomeration/robustness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "core/agglomeration/units.h"

namespace vicinia::core::agglomeration {
namespace {

using testing::ElementsAre;
using topology::Border;
using topology::BorderKind;

std::vector<Border> chain(UnitIndex units) {
  std::vector<Border> borders;
  for (UnitIndex i = 0; i + 1 < units; ++i) borders.push_back(edge(i, i + 1));
  return borders;
}

std::vector<Rules> thetas(std::initializer_list<double> values) {
  std::vector<Rules> grid;
  for (const double lq_min : values) grid.push_back({.lq_min = lq_min});
  return grid;
}

/// 0–1–2–3–4 in a row, with falling quotients.
const std::vector<UnitValues> falling{unit(3), unit(2.5), unit(2), unit(1.5), unit(1)};
const Rules reference{.lq_min = 1.5};  // 0, 1, 2, 3

TEST(Robustness, OfAChainWithFallingQuotientsIsAsWorkedByHand) {
  // θ      1        1.5      2      2.5    3    3.5
  // there  0-4      0-3      0-2    0-1    0    none
  // J      4/5      1        3/4    1/2    1/4  0
  const auto r =
      robustness(falling, chain(5), reference, thetas({1, 1.5, 2, 2.5, 3, 3.5}), {.core_share = 0.5});
  ASSERT_TRUE(r);
  ASSERT_EQ(r->agglomerations.size(), 1u);
  const AgglomerationRobustness& a = r->agglomerations[0];
  EXPECT_DOUBLE_EQ(a.survival, 3.0 / 6) << "half of the members is not more than half";
  EXPECT_DOUBLE_EQ(a.mean_jaccard, (0.8 + 1 + 0.75 + 0.5 + 0.25) / 6);
  EXPECT_DOUBLE_EQ(a.reduced, 2.0 / 6);
  EXPECT_DOUBLE_EQ(a.gone, 1.0 / 6);
  EXPECT_EQ(a.absorbed, 0);
  EXPECT_THAT(a.members, ElementsAre(MemberRobustness{0, 0.5, true}, MemberRobustness{1, 0.5, true},
                                     MemberRobustness{2, 0.5, true}, MemberRobustness{3, 2.0 / 6, false}));
  EXPECT_THAT(a.near, ElementsAre(NearMember{4, 1.0 / 6}));
  EXPECT_THAT(a.outcomes, ElementsAre(Outcome{Fate::survives, 0.8}, Outcome{Fate::survives, 1},
                                      Outcome{Fate::survives, 0.75}, Outcome{Fate::reduced, 0.5},
                                      Outcome{Fate::reduced, 0.25}, Outcome{Fate::gone, 0}));
}

TEST(Robustness, TwoThatGrowIntoOneAreAbsorbed) {
  const auto r = robustness(std::vector{unit(2), unit(1), unit(2)}, chain(3), {.lq_min = 2}, thetas({1, 2}));
  ASSERT_EQ(r->agglomerations.size(), 2u);
  for (const AgglomerationRobustness& a : r->agglomerations) {
    EXPECT_DOUBLE_EQ(a.absorbed, 0.5);
    EXPECT_DOUBLE_EQ(a.survival, 0.5);
    EXPECT_DOUBLE_EQ(a.members[0].survival, 0.5);
    EXPECT_DOUBLE_EQ(a.mean_jaccard, (1.0 / 3 + 1) / 2);
  }
  EXPECT_THAT(r->agglomerations[0].near, ElementsAre(NearMember{1, 0.5}, NearMember{2, 0.5}))
      << "who would be one with it";
}

TEST(Robustness, TheLargerOfTwoThatJoinSurvivesAndTheSmallerIsAbsorbed) {
  // 0–1–2 and 4 at θ = 2; 3 joins them at θ = 1: 3 of 5 is more than half.
  const auto r = robustness(std::vector{unit(2), unit(2), unit(2), unit(1), unit(2)}, chain(5), {.lq_min = 2},
                            thetas({1}));
  EXPECT_EQ(r->agglomerations[0].outcomes[0].fate, Fate::survives);
  EXPECT_EQ(r->agglomerations[1].outcomes[0].fate, Fate::absorbed);
  EXPECT_EQ(r->agglomerations[1].members[0].survival, 0) << "though it is in what took it in";
  EXPECT_THAT(r->agglomerations[0].near, ElementsAre(NearMember{3, 1}, NearMember{4, 1}))
      << "4 is a member of another";
}

TEST(Robustness, SizesAndLinksAreVariedToo) {
  const std::vector<Border> borders{edge(0, 1, 400),
                                    {.a = 1, .b = 2, .kind = BorderKind::corner, .length_m = 0}};
  const std::vector<UnitValues> values{unit(2, 600), unit(2, 600), unit(2, 600)};
  const std::vector<Rules> grid{
      {}, {.size = {.employees_min = 1000}}, {.link = {.corners = true}}, {.link = {.min_length_m = 1000}}};
  const auto r = robustness(values, borders, {}, grid);
  ASSERT_EQ(r->reference.size(), 2u);
  EXPECT_DOUBLE_EQ(r->agglomerations[0].survival, 0.75) << "0–1 falls apart where borders must be longer";
  EXPECT_THAT(r->agglomerations[0].near, ElementsAre(NearMember{2, 0.25}));
  EXPECT_DOUBLE_EQ(r->agglomerations[1].survival, 0.5)
      << "2 alone is too small once and joins the others once";
  EXPECT_DOUBLE_EQ(r->agglomerations[1].gone, 0.25);
  EXPECT_DOUBLE_EQ(r->agglomerations[1].absorbed, 0.25);
}

TEST(Robustness, TellsWhichRuleAnAgglomerationDependsOn) {
  const std::vector<UnitValues> values{unit(1.2, 600), unit(1.2, 600)};
  const std::vector<Rules> grid = grid_around({});
  const auto r = robustness(values, chain(2), {}, grid);
  const auto by = [&](VariedRule rule) { return survival_by(rule, grid, r->agglomerations[0].outcomes); };
  // 1,200 employees pass three of four sizes; an LQ of 1.2 passes six of nine θ.
  EXPECT_THAT(by(VariedRule::lq_min),
              ElementsAre(SurvivalAt{0.7, 0.75}, SurvivalAt{0.8, 0.75}, SurvivalAt{0.9, 0.75},
                          SurvivalAt{1, 0.75}, SurvivalAt{1.1, 0.75}, SurvivalAt{1.2, 0.75},
                          SurvivalAt{1.3, 0}, SurvivalAt{1.4, 0}, SurvivalAt{1.5, 0}));
  EXPECT_THAT(by(VariedRule::employees_min), ElementsAre(SurvivalAt{0, 6.0 / 9}, SurvivalAt{500, 6.0 / 9},
                                                         SurvivalAt{1000, 6.0 / 9}, SurvivalAt{5000, 0}));
  EXPECT_THAT(by(VariedRule::corners), ElementsAre(SurvivalAt{0, 0.5}, SurvivalAt{1, 0.5}));
  EXPECT_THAT(by(VariedRule::border_min_m), ElementsAre(SurvivalAt{0, 0.5}, SurvivalAt{1000, 0.5}));
}

TEST(Robustness, AUnitThatIsNotPublishedNeverJoins) {
  std::vector<UnitValues> values = falling;
  values[4] = {};
  const auto r = robustness(values, chain(5), reference, thetas({0, 1.5}));
  EXPECT_TRUE(r->agglomerations[0].near.empty());
}

TEST(Robustness, RejectsWhatCannotBeMeant) {
  const auto code_and_field = [](const Result<Robustness>& r) {
    return r ? std::pair(ErrorCode::internal, std::string())
             : std::pair(r.error().code, r.error().subject.field);
  };
  const auto bad = [](const char* field) {
    return std::pair(ErrorCode::invalid_argument, std::string(field));
  };
  const std::vector<Rules> one(1);
  EXPECT_EQ(code_and_field(robustness(falling, chain(5), {}, {})), bad("grid"));
  EXPECT_EQ(code_and_field(robustness(falling, chain(5), {}, one, {.jaccard_above = 0.4})),
            bad("jaccard_above"));
  EXPECT_EQ(code_and_field(robustness(falling, chain(5), {}, one, {.core_share = NAN})), bad("core_share"));
  EXPECT_EQ(code_and_field(robustness(falling, chain(5), {}, thetas({1, -1}))), bad("lq_min"));
  EXPECT_EQ(code_and_field(robustness(falling, chain(5), {.lq_min = INFINITY}, one)), bad("lq_min"));
  EXPECT_EQ(code_and_field(robustness(falling, chain(6), {}, one)), bad("borders"));
}

TEST(Robustness, StopsWhenAskedAndReportsSharesThatRiseToOne) {
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(robustness(falling, chain(5), {}, thetas({1}), {}, {.stop = stop.get_token()}).error().code,
            ErrorCode::cancelled);
  std::vector<double> shares;
  const auto note = [&](double share, std::string_view) { shares.push_back(share); };
  ASSERT_TRUE(robustness(falling, chain(5), {}, grid_around({}), {}, {.report = note}));
  EXPECT_TRUE(std::ranges::is_sorted(shares));
  EXPECT_EQ(shares.back(), 1);
}

TEST(GridAround, HoldsTheReferenceOnceAndEveryCombinationOnce) {
  for (const Rules& rules :
       {Rules{}, Rules{.lq_min = 3,
                 .size = {.scope = SizeRule::Scope::unit, .employees_min = 700, .enterprises_min = 5},
                 .link = {.corners = true, .min_length_m = 250}}}) {
    const std::vector<Rules> grid = grid_around(rules);
    EXPECT_EQ(std::ranges::count(grid, rules), 1);
    for (const Rules& point : grid) {
      EXPECT_EQ(std::ranges::count(grid, point), 1);
      EXPECT_EQ(point.size.scope, rules.size.scope);
      EXPECT_EQ(point.size.enterprises_min, rules.size.enterprises_min);
    }
  }
  EXPECT_EQ(grid_around({}).size(), 9u * 4 * 2 * 2);
  EXPECT_EQ(grid_around({.lq_min = 0}).size(), 1u * 4 * 2 * 2) << "multiples of zero are one value";
  const GridSteps thresholds_alone{.employees_min = {}, .border_min_m = {}, .both_contiguities = false};
  EXPECT_EQ(grid_around({.link = {.corners = true}}, thresholds_alone).size(), 9u);
}

TEST(GridAround, AMultipliedThresholdKeepsAUnitThatIsPrintedWithIt) {
  ASSERT_GT(1.1 * 3, 3.3) << "why it is rounded";
  EXPECT_TRUE(std::ranges::any_of(grid_around({.lq_min = 3}),
                                  [](const Rules& rules) { return rules.lq_min == 3.3; }));
}

/// A country at random: values, some of them unpublished, and borders of every kind.
struct Country {
  std::vector<UnitValues> values;
  std::vector<Border> borders;
};

Country random_country(unsigned seed, std::size_t units = 40) {
  std::mt19937 random(seed);
  const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
  Country country;
  for (std::size_t i = 0; i < units; ++i) {
    country.values.push_back(unit(pick(0, 25) / 10.0, pick(0, 3000)));
    if (pick(0, 9) == 0) country.values.back().employees = Cell::not_published();
    if (pick(0, 9) == 0) country.values.back() = {};
  }
  for (UnitIndex a = 0; a < units; ++a)
    for (UnitIndex b = a + 1; b < units; ++b)
      if (pick(0, static_cast<int>(units)) < 3) {
        Border border = edge(a, b, pick(1, 3000));
        if (pick(0, 2) == 0) border = {.a = a, .b = b, .kind = BorderKind::corner, .length_m = 0};
        country.borders.push_back(border);
      }
  return country;
}

Result<Robustness> around_default(const Country& country, const std::vector<Rules>& grid = grid_around({})) {
  return robustness(country.values, country.borders, {}, grid);
}

RC_GTEST_PROP(RobustnessProperty, SharesAreSharesAndNoMemberOutlivesItsAgglomeration, ()) {
  const auto r = around_default(random_country(*rc::gen::arbitrary<unsigned>()));
  RC_ASSERT(r.has_value());
  RC_ASSERT(r->agglomerations.size() == r->reference.size());
  for (std::size_t i = 0; i < r->reference.size(); ++i) {
    const AgglomerationRobustness& a = r->agglomerations[i];
    const auto is_share = [](double share) { return share >= 0 && share <= 1; };
    RC_ASSERT(is_share(a.survival) && is_share(a.mean_jaccard) && a.survival > 0);
    RC_ASSERT(std::abs(a.survival + a.absorbed + a.reduced + a.gone - 1) < 1e-12);
    RC_ASSERT(a.members.size() == r->reference[i].members.size());
    for (std::size_t m = 0; m < a.members.size(); ++m) {
      RC_ASSERT(a.members[m].unit == r->reference[i].members[m]);
      RC_ASSERT(is_share(a.members[m].survival) && a.members[m].survival <= a.survival);
    }
    for (const NearMember& near : a.near) {
      RC_ASSERT(near.joins > 0 && near.joins <= a.survival + a.absorbed + 1e-12);
      RC_ASSERT(!std::ranges::binary_search(r->reference[i].members, near.unit));
    }
  }
}

RC_GTEST_PROP(RobustnessProperty, AtTheReferenceAloneEverythingSurvives, ()) {
  const auto r = around_default(random_country(*rc::gen::arbitrary<unsigned>()), {Rules{}});
  for (const AgglomerationRobustness& a : r->agglomerations) {
    RC_ASSERT(a.survival == 1 && a.mean_jaccard == 1 && a.near.empty());
    for (const MemberRobustness& member : a.members) RC_ASSERT(member.survival == 1 && member.is_core);
  }
}

RC_GTEST_PROP(RobustnessProperty, TheOrderOfTheGridChangesNothingButTheOrderOfOutcomes, ()) {
  const unsigned seed = *rc::gen::arbitrary<unsigned>();
  const Country country = random_country(seed);
  std::vector<Rules> shuffled = grid_around({});
  std::ranges::shuffle(shuffled, std::mt19937(seed));
  auto a = *around_default(country), b = *around_default(country, shuffled);
  for (Robustness* r : {&a, &b})
    for (AgglomerationRobustness& one : r->agglomerations) one.outcomes.clear();
  RC_ASSERT(a.agglomerations == b.agglomerations);
}

RC_GTEST_PROP(RobustnessProperty, NumbersOfUnitsDoNotMatter, ()) {
  const unsigned seed = *rc::gen::arbitrary<unsigned>();
  const Country country = random_country(seed);
  std::vector<UnitIndex> number(country.values.size());  // [old] → new
  std::iota(number.begin(), number.end(), UnitIndex{0});
  std::ranges::shuffle(number, std::mt19937(seed));
  Country renamed{std::vector<UnitValues>(number.size()), country.borders};
  for (std::size_t i = 0; i < number.size(); ++i) renamed.values[number[i]] = country.values[i];
  for (Border& border : renamed.borders) {
    const auto [a, b] = std::minmax(number[border.a], number[border.b]);
    border.a = a;
    border.b = b;
  }
  std::ranges::sort(renamed.borders, {}, [](const Border& border) { return std::pair(border.a, border.b); });
  // Ties in size are listed by their lowest member, so agglomerations are compared as a set, by member.
  using Row = std::tuple<UnitIndex, double, double, double, double>;
  const auto rows = [](const Robustness& r, auto name) {
    std::set<Row> all;
    for (const AgglomerationRobustness& a : r.agglomerations)
      for (const MemberRobustness& member : a.members)
        all.insert({name(member.unit), member.survival, a.survival, a.mean_jaccard, a.absorbed});
    return all;
  };
  const auto before = rows(*around_default(country), [&](UnitIndex unit) { return number[unit]; });
  const auto after = rows(*around_default(renamed), [](UnitIndex unit) { return unit; });
  RC_ASSERT(before == after);
}

TEST(Robustness, IsTheSameForAnyNumberOfThreads) {
  const Country country = random_country(7, 400);
  const auto on = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return around_default(country)->agglomerations;
  };
  const auto alone = on(1);
  ASSERT_FALSE(alone.empty());
  EXPECT_EQ(on(2), alone);
  EXPECT_EQ(on(8), alone);
}

}  // namespace
}  // namespace vicinia::core::agglomeration
