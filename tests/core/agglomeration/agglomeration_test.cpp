#include "vicinia/core/agglomeration/agglomeration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "core/agglomeration/units.h"

namespace vicinia::core::agglomeration {
namespace {

using testing::ElementsAre;
using topology::Border;
using topology::BorderKind;

/// 0–1–2–3 in a row; 4 touches 3 at a corner.
const std::vector<Border> row{
    edge(0, 1), edge(1, 2, 50), edge(2, 3), {.a = 3, .b = 4, .kind = BorderKind::corner}};

std::vector<Agglomeration> found(const std::vector<UnitValues>& values, const Rules& rules = {}) {
  const auto result = find_agglomerations(values, topology::adjacency(row, values.size(), rules.link), rules);
  EXPECT_TRUE(result);
  return *result;
}

TEST(Agglomerations, AreConnectedSetsOfMembersLargestFirst) {
  const auto a = found({unit(2, 10), unit(0.5, 99), unit(1, 30), unit(3, 40), unit(2, 1)});
  ASSERT_EQ(a.size(), 3u);
  EXPECT_THAT(a[0].members, ElementsAre(2, 3));
  EXPECT_EQ(a[0].sums.employees, Cell::of(70));
  EXPECT_THAT(a[1].members, ElementsAre(0));
  EXPECT_THAT(a[2].members, ElementsAre(4)) << "a corner does not link, unless the rule says so";
}

TEST(Agglomerations, CornersLinkWhenTheRuleSaysSo) {
  const auto a =
      found({unit(0, 1), unit(0, 1), unit(0, 1), unit(2, 1), unit(2, 1)}, {.link = {.corners = true}});
  ASSERT_EQ(a.size(), 1u);
  EXPECT_THAT(a[0].members, ElementsAre(3, 4));
}

TEST(Agglomerations, ABorderShorterThanAskedDoesNotLink) {
  const std::vector<UnitValues> values{unit(2, 1), unit(2, 2), unit(2, 4), unit(2, 8), unit(0, 0)};
  EXPECT_EQ(found(values).size(), 1u);
  EXPECT_EQ(found(values, {.link = {.min_length_m = 100}}).size(), 2u);
}

TEST(Agglomerations, AnUnpublishedUnitIsNoMemberAndNoBridge) {
  const auto a = found({unit(2, 1), unit(2, 1), UnitValues{}, unit(2, 1), unit(0, 0)});
  ASSERT_EQ(a.size(), 2u);
}

TEST(Agglomerations, MembersThatFailTheSizeRuleAloneAreCarried) {
  const Rules rules{.size = {.employees_min = 50}};
  const auto a = found({unit(2, 60), unit(2, 5), unit(0, 0), unit(2, 20), unit(0, 0)}, rules);
  ASSERT_EQ(a.size(), 1u) << "unit 3 is too small and no one carries it";
  EXPECT_THAT(a[0].members, ElementsAre(0, 1));
  EXPECT_THAT(a[0].carried, ElementsAre(1));
}

TEST(Agglomerations, TheSizeRuleOfUnitsKeepsSmallUnitsOut) {
  const Rules rules{.size = {.scope = SizeRule::Scope::unit, .employees_min = 50}};
  const auto a = found({unit(2, 60), unit(2, 5), unit(2, 70), unit(0, 0), unit(0, 0)}, rules);
  ASSERT_EQ(a.size(), 2u);
  EXPECT_TRUE(a[0].carried.empty());
}

TEST(Agglomerations, AnUnpublishedValueLeavesTheSumUnpublishedAndFailsAThreshold) {
  UnitValues quiet = unit(2, 10);
  quiet.employees = Cell::not_published();
  const std::vector<UnitValues> values{unit(2, 60), quiet, unit(0, 0), unit(0, 0), unit(0, 0)};
  EXPECT_EQ(found(values)[0].sums.employees.state(), CellState::not_published);
  EXPECT_TRUE(found(values, {.size = {.employees_min = 1}}).empty());
}

TEST(Agglomerations, ThresholdsMustBeNumbers) {
  const auto bad =
      find_agglomerations(std::vector<UnitValues>(2), topology::adjacency({}, 2), {.lq_min = NAN});
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().subject.field, "lq_min");
  EXPECT_EQ(find_agglomerations(std::vector<UnitValues>(3), topology::adjacency({}, 2), {}).error().code,
            ErrorCode::shape_mismatch);
}

RC_GTEST_PROP(AgglomerationProperty, ALowerThresholdNeverLosesAMemberOrSplitsASet, ()) {
  const auto lqs = *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 30));
  const auto pairs = *rc::gen::container<std::vector<std::pair<int, int>>>(
      14, rc::gen::pair(rc::gen::inRange(0, 12), rc::gen::inRange(0, 12)));
  std::vector<UnitValues> values;
  for (const int lq : lqs) values.push_back(unit(lq / 10.0, 10));
  std::set<std::pair<int, int>> unique;
  for (auto [a, b] : pairs)
    if (a != b) unique.insert({std::min(a, b), std::max(a, b)});
  std::vector<Border> borders;
  for (const auto& [a, b] : unique)
    borders.push_back(edge(static_cast<topology::UnitIndex>(a), static_cast<topology::UnitIndex>(b)));
  const auto neighbours = topology::adjacency(borders, values.size());
  const auto strict = *find_agglomerations(values, neighbours, {.lq_min = 2});
  const auto loose = *find_agglomerations(values, neighbours, {.lq_min = 1});
  for (const Agglomeration& a : strict) {
    const bool within_one = std::ranges::any_of(
        loose, [&](const Agglomeration& b) { return std::ranges::includes(b.members, a.members); });
    RC_ASSERT(within_one);
  }
}

}  // namespace
}  // namespace vicinia::core::agglomeration
