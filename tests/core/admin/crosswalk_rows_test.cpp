#include "vicinia/core/admin/crosswalk_rows.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "vicinia/core/geom/measures.h"
#include "vicinia/core/geom/overlay.h"

namespace vicinia::core::admin {
namespace {

constexpr double country_m = 100'000;

/// A country that is cut into strips from west to east, at these shares of its width.
struct Strips {
  Frame frame{};
  std::vector<geom::MultiPolygon> areas{};
  std::vector<double> ends{};
};

Strips strips(std::vector<double> cuts, const std::string& prefix) {
  Strips country;
  std::ranges::sort(cuts);
  cuts.push_back(1);
  std::vector<Unit> units;
  double begin = 0;
  for (const double cut : cuts) {
    const double west = begin * country_m, east = cut * country_m;
    const std::string code = prefix + std::to_string(units.size());
    units.push_back({.code = code, .name_vi = code, .name_en = code});
    geom::Polygon strip;
    for (const auto& [x, y] :
         {std::pair{west, 0.0}, {west, country_m}, {east, country_m}, {east, 0.0}, {west, 0.0}})
      strip.outer().emplace_back(x, y);
    country.areas.push_back({strip});
    country.ends.push_back(cut);
    begin = cut;
  }
  country.frame = *Frame::from_units(std::move(units), *Levels::declared({{.id = "province"}}));
  return country;
}

/// Different places between the ends, in steps that are wide beside the least share.
std::vector<double> some_cuts() {
  constexpr int steps = 20;
  auto cuts = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(1, steps));
  std::vector<double> shares;
  for (const int cut : cuts) shares.push_back(static_cast<double>(cut) / steps);
  return shares;
}

RowsByArea rows_between(const Strips& a, const Strips& b) {
  const auto shared = [](const geom::MultiPolygon& one, const geom::MultiPolygon& other) {
    const auto both = geom::intersection(one, other);
    return both && !both->empty() ? std::optional(*geom::area_m2(*both)) : std::optional(0.0);
  };
  return *rows_by_area(a.frame, {}, a.areas, b.frame, {}, b.areas, shared);
}

RC_GTEST_PROP(CrosswalkRowsProperty, GroundOfAUnitIsSharedOutAsItLies, ()) {
  const Strips old_country = strips(some_cuts(), "a"), new_country = strips(some_cuts(), "x");
  const RowsByArea found = rows_between(old_country, new_country);
  const auto crosswalk = Crosswalk::between(old_country.frame, new_country.frame, found.rows);
  RC_ASSERT(crosswalk.has_value());
  std::map<std::pair<UnitIndex, UnitIndex>, double> weights;
  for (const CrosswalkLink& link : crosswalk->links()) weights[{link.from, link.to}] = link.weight;
  const auto begin_of = [](const Strips& country, UnitIndex i) { return i == 0 ? 0.0 : country.ends[i - 1]; };
  for (UnitIndex i = 0; i < old_country.ends.size(); ++i)
    for (UnitIndex j = 0; j < new_country.ends.size(); ++j) {
      const double begin = begin_of(old_country, i), end = old_country.ends[i];
      const double shared = std::min(end, new_country.ends[j]) - std::max(begin, begin_of(new_country, j));
      const double expected = std::max(0.0, shared) / (end - begin);
      const auto weight = weights.find({i, j});
      RC_ASSERT(std::abs(expected - (weight == weights.end() ? 0.0 : weight->second)) < 1e-9);
    }
}

RC_GTEST_PROP(CrosswalkRowsProperty, UnitsThatStayAsTheyAreBecomeThemselvesExactly, ()) {
  const Strips country = strips(some_cuts(), "a");
  const RowsByArea found = rows_between(country, country);
  RC_ASSERT(found.divided == 0U);
  RC_ASSERT(found.rows.size() == country.frame.size());
  for (const CrosswalkRow& row : found.rows) RC_ASSERT(row.from == row.to && row.weight == 1.0);
}

TEST(CrosswalkRows, ABorderThatIsDrawnAFewMetresOffDividesNothing) {
  const RowsByArea found = rows_between(strips({0.5}, "a"), strips({0.5005}, "x"));
  EXPECT_EQ(found.divided, 0U);
  EXPECT_EQ(found.left_out, 1U);
  ASSERT_EQ(found.rows.size(), 2U);
  EXPECT_EQ(found.rows[1], (CrosswalkRow{.from = "a1", .to = "x1"}));
}

TEST(CrosswalkRows, AUnitThatLiesMostlyOutsideHasNoRowSoThatItsValuesAreMissed) {
  const Strips old_country = strips({0.5}, "a");
  Strips half = strips({0.2}, "x");
  half.areas[1].clear();
  const RowsByArea found = rows_between(old_country, half);
  EXPECT_TRUE(found.rows.empty());
  EXPECT_EQ(Crosswalk::between(old_country.frame, half.frame, found.rows).error().code,
            ErrorCode::crosswalk_gap);
}

RC_GTEST_PROP(CrosswalkRowsProperty, PartsGiveTheSameSharesInAnyOrderAndHoweverTheyAreDivided, ()) {
  std::vector<CountedPart> parts;
  for (const int n : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1'000))) {
    parts.push_back({std::to_string(n % 3), std::to_string(n % 7), static_cast<double>(n)});
  }
  for (const char* code : {"0", "1", "2"}) parts.push_back({code, "7", 1});
  const auto rows = rows_by_quantity(parts);
  RC_ASSERT(rows.has_value());
  std::map<std::string, double> sums;
  for (const CrosswalkRow& row : *rows) sums[row.from] += row.weight;
  for (const auto& [unit, sum] : sums) RC_ASSERT(std::abs(sum - 1) < 1e-12);
  std::vector<CountedPart> halves;
  for (const CountedPart& part : parts)
    for (int i = 0; i < 2; ++i) halves.insert(halves.begin(), {part.from, part.to, part.quantity / 2});
  const auto again = rows_by_quantity(halves);
  RC_ASSERT(again.has_value() && again->size() == rows->size());
  for (std::size_t i = 0; i < rows->size(); ++i) {
    RC_ASSERT((*again)[i].from == (*rows)[i].from && (*again)[i].to == (*rows)[i].to);
    RC_ASSERT(std::abs((*again)[i].weight - (*rows)[i].weight) < 1e-12);
  }
}

TEST(CrosswalkRows, AQuantityBelowZeroOrAUnitWithNothingToShareOutByIsRefusedWithItsRow) {
  const auto negative = rows_by_quantity(std::vector<CountedPart>{{"a", "x", 3}, {"a", "y", -1}});
  ASSERT_FALSE(negative.has_value());
  EXPECT_EQ(negative.error().subject.row, 2U);
  EXPECT_EQ(negative.error().subject.id, "a");
  const auto nothing = rows_by_quantity(std::vector<CountedPart>{{"a", "x", 3}, {"b", "y", 0}});
  ASSERT_FALSE(nothing.has_value());
  EXPECT_EQ(nothing.error().subject.id, "b");
}

}  // namespace
}  // namespace vicinia::core::admin
