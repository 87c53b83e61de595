#include "vicinia/core/agglomeration/membership.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "core/agglomeration/units.h"

namespace vicinia::core::agglomeration {
namespace {

using stats::Interval;
using testing::ElementsAre;
using testing::IsEmpty;
using Ranges = std::vector<std::optional<Interval>>;

constexpr double half_a_digit = 0.05;

Ranges as_rounded(const std::vector<UnitValues>& values) {
  Ranges ranges;
  for (const UnitValues& one : values)
    ranges.push_back(one.lq.has_number() ? std::optional(stats::printed(one.lq.number(), 1)) : std::nullopt);
  return ranges;
}

struct Place {
  std::vector<UnitValues> values;
  std::vector<topology::Border> borders;
  Rules rules{};
  [[nodiscard]] topology::Adjacency neighbours() const {
    return topology::adjacency(borders, values.size(), rules.link);
  }
  [[nodiscard]] std::vector<Agglomeration> found(const std::vector<UnitValues>& of) const {
    return find_agglomerations(of, neighbours(), rules).value();
  }
  [[nodiscard]] std::vector<Agglomeration> found() const { return found(values); }
  [[nodiscard]] std::vector<Membership> by_rounding(const Ranges& ranges) const {
    return memberships(values, ranges, neighbours(), rules, found()).value();
  }
};

TEST(Membership, AnLqThatPrintsAsTheThresholdIsInAsPrintedOnly) {
  const Place place{{unit(2), unit(1.0), unit(0.96)}, {edge(0, 1), edge(1, 2)}};
  const auto by_rounding =
      place.by_rounding({Interval{1.95, 2.05}, Interval{0.95, 1.05}, Interval{0.91, 1.01}});
  ASSERT_EQ(by_rounding.size(), 1u);
  EXPECT_THAT(by_rounding[0].as_printed, ElementsAre(1));
  EXPECT_THAT(by_rounding[0].may_join, ElementsAre(2));
  EXPECT_EQ(by_rounding[0].certainty, Certainty::as_printed);
  const Agglomeration whole = place.found().front();
  EXPECT_EQ(certainty_of(whole, by_rounding[0], 0), Certainty::certainly);
  EXPECT_EQ(certainty_of(whole, by_rounding[0], 1), Certainty::as_printed);
  EXPECT_EQ(certainty_of(whole, by_rounding[0], 2), Certainty::may_be);
}

TEST(Membership, WhoIsCarriedByAnUncertainNeighbourIsNotCertainlyIn) {
  const Place place{{unit(3, 400), unit(1.0, 700)}, {edge(0, 1)}, {.size = {.employees_min = 1000}}};
  const auto by_rounding = place.by_rounding(as_rounded(place.values));
  EXPECT_THAT(by_rounding[0].as_printed, ElementsAre(0, 1)) << "without the second, the first is too small";
}

TEST(Membership, AnAgglomerationThatRoundingMayCutInTwoIsThereAsPrintedThoughMostMembersAreCertain) {
  const Place place{{unit(3), unit(1.0), unit(3)}, {edge(0, 1), edge(1, 2)}};
  const auto by_rounding = place.by_rounding(as_rounded(place.values));
  EXPECT_THAT(by_rounding[0].as_printed, ElementsAre(1));
  EXPECT_EQ(by_rounding[0].certainty, Certainty::as_printed);
}

TEST(Membership, AUnitThatMayJoinTwoIsNamedInBoth) {
  const Place place{{unit(2), unit(0.96), unit(2)}, {edge(0, 1), edge(1, 2)}};
  for (const Membership& membership : place.by_rounding({std::nullopt, Interval{0.91, 1.01}, std::nullopt})) {
    EXPECT_THAT(membership.may_join, ElementsAre(1));
    EXPECT_THAT(membership.as_printed, IsEmpty());
    EXPECT_EQ(membership.certainty, Certainty::certainly);
  }
}

TEST(Membership, WithoutIntervalsEverythingIsCertain) {
  const Place place{{unit(2), unit(1.0), unit(0.9)}, {edge(0, 1), edge(1, 2)}};
  EXPECT_EQ(place.by_rounding(Ranges(3)), std::vector<Membership>(1));
  EXPECT_FALSE(memberships(place.values, Ranges(2), place.neighbours(), place.rules, place.found()))
      << "one interval per unit";
}

/// A country at random in which every size is published; unpublished LQs are.
Place random_place(unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
  constexpr UnitIndex units = 30;
  Place place;
  for (UnitIndex i = 0; i < units; ++i) {
    place.values.push_back(unit(pick(0, 25) / 10.0, pick(0, 3000)));
    if (pick(0, 9) == 0) place.values.back().lq = Cell::not_published();
  }
  for (UnitIndex a = 0; a < units; ++a)
    for (UnitIndex b = a + 1; b < units; ++b)
      if (pick(0, units) < 3) place.borders.push_back(edge(a, b));
  place.rules = {.lq_min = pick(5, 20) / 10.0};
  if (pick(0, 1) == 1)
    place.rules.size = {.scope = pick(0, 1) == 1 ? SizeRule::Scope::unit : SizeRule::Scope::whole,
                        .employees_min = static_cast<double>(pick(0, 4000))};
  return place;
}

Ranges random_ranges(const std::vector<UnitValues>& values, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> width(0, 4 * half_a_digit);
  Ranges ranges(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i].lq.has_number() && random() % 5 != 0)
      ranges[i] = Interval{std::max(0.0, values[i].lq.number() - width(random)),
                           values[i].lq.number() + width(random)};
  return ranges;
}

std::set<UnitIndex> members_of(const std::vector<Agglomeration>& found) {
  std::set<UnitIndex> members;
  for (const Agglomeration& one : found) members.insert(one.members.begin(), one.members.end());
  return members;
}

/// Found by putting the ends in the place of the values.
std::set<UnitIndex> members_at(const Place& place, const Ranges& ranges, double Interval::*end) {
  std::vector<UnitValues> values = place.values;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (ranges[i]) values[i].lq = Cell::of((*ranges[i]).*end);
  return members_of(place.found(values));
}

RC_GTEST_PROP(MembershipProperty, WhoIsInAtTheLowEndsIsInAsPrintedAndWhoIsInAsPrintedIsInAtTheHighEnds, ()) {
  const unsigned seed = *rc::gen::arbitrary<unsigned>();
  const Place place = random_place(seed);
  const Ranges ranges = random_ranges(place.values, seed);
  const auto low = members_at(place, ranges, &Interval::low), printed = members_of(place.found()),
             high = members_at(place, ranges, &Interval::high);
  RC_ASSERT(std::ranges::includes(printed, low));
  RC_ASSERT(std::ranges::includes(high, printed));

  std::set<UnitIndex> certain, in, may_be;
  const auto found = place.found();
  const auto by_rounding = place.by_rounding(ranges);
  for (std::size_t i = 0; i < found.size(); ++i)
    for (UnitIndex unit = 0; unit < place.values.size(); ++unit) {
      const Certainty certainty = certainty_of(found[i], by_rounding[i], unit);
      if (certainty == Certainty::certainly) certain.insert(unit);
      if (certainty == Certainty::certainly || certainty == Certainty::as_printed) in.insert(unit);
      if (certainty == Certainty::may_be) may_be.insert(unit);
    }
  RC_ASSERT(certain == low);
  RC_ASSERT(in == printed);
  RC_ASSERT(std::ranges::includes(high, may_be));
}

RC_GTEST_PROP(MembershipProperty, WiderIntervalsMakeNothingMoreCertain, ()) {
  const unsigned seed = *rc::gen::arbitrary<unsigned>();
  const Place place = random_place(seed);
  const Ranges narrow = random_ranges(place.values, seed);
  Ranges wide = narrow;
  for (auto& range : wide)
    if (range) range = Interval{range->low / 2, range->high * 2};
  const auto less = place.by_rounding(narrow), more = place.by_rounding(wide);
  for (std::size_t i = 0; i < less.size(); ++i) {
    RC_ASSERT(std::ranges::includes(more[i].as_printed, less[i].as_printed));
    RC_ASSERT(std::ranges::includes(more[i].may_join, less[i].may_join));
    RC_ASSERT(more[i].certainty >= less[i].certainty);
  }
}

}  // namespace
}  // namespace vicinia::core::agglomeration
