#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/indicators/matrix_of.h"
#include "vicinia/core/indicators/change/growth.h"
#include "vicinia/core/indicators/change/shift_share.h"

namespace vicinia::core::indicators::change {
namespace {

using test::any_rows;
using test::matrix_of;

TEST(Growth, IsAbsoluteAndInPerCentOfTheFirst) {
  EXPECT_EQ(growth(Cell::of(80), Cell::of(100)).absolute, Cell::of(20));
  EXPECT_DOUBLE_EQ(growth(Cell::of(80), Cell::of(100)).pct.number(), 25);
  EXPECT_DOUBLE_EQ(growth(Cell::of(80), Cell::of(0)).pct.number(), -100);
  EXPECT_EQ(growth(Cell::of(80), Cell::of(80)).pct.state(), CellState::zero);
}

TEST(Growth, FromZeroHasNoPerCentAndOfAnUnlistedValueIsNotPublished) {
  EXPECT_EQ(growth(Cell::of(0), Cell::of(5)).absolute, Cell::of(5));
  EXPECT_EQ(growth(Cell::of(0), Cell::of(5)).pct.state(), CellState::undefined);
  EXPECT_EQ(growth(Cell::of(0), Cell::of(0)).pct.state(), CellState::undefined);
  for (const Growth& g :
       {growth(Cell::not_published(), Cell::of(5)), growth(Cell::of(5), Cell::not_published())}) {
    EXPECT_EQ(g.absolute.state(), CellState::not_published);
    EXPECT_EQ(g.pct.state(), CellState::not_published);
  }
}

TEST(ShiftShare, WorkedByHand) {
  // Nation 200 → 220 (+10 %), sector 60 → 90 (+50 %), the sector in the first unit 20 → 40 (+100 %).
  const auto before = matrix_of({{20, 80}, {40, 60}}), after = matrix_of({{40, 70}, {50, 60}});
  const auto split = shift_share(before, after, 0, 0);
  ASSERT_TRUE(split);
  EXPECT_NEAR(split->growth.number(), 20, 1e-12);
  EXPECT_NEAR(split->national.number(), 2, 1e-12);
  EXPECT_NEAR(split->industry_mix.number(), 8, 1e-12);
  EXPECT_NEAR(split->competitive.number(), 10, 1e-12);
  // With the nation's mix the unit would have had 100 × 60/200 = 30.
  EXPECT_NEAR(split->pure_competitive.number(), 15, 1e-12);
  EXPECT_NEAR(split->allocation.number(), -5, 1e-12);
}

TEST(ShiftShare, OfASectorThatIsNewInTheUnitIsAllCompetitive) {
  const auto split = shift_share(matrix_of({{0, 80}, {40, 60}}), matrix_of({{40, 70}, {50, 60}}), 0, 0);
  EXPECT_EQ(split->national.state(), CellState::zero);
  EXPECT_EQ(split->competitive, Cell::of(40));
  EXPECT_EQ(split->allocation.state(), CellState::undefined);
}

TEST(ShiftShare, OfASectorThatIsNewInTheWholeCountryIsIndustryMixAndNobodysLead) {
  const auto before = matrix_of({{100, 0}, {200, 0}, {300, 0}}),
             after = matrix_of({{110, 50}, {220, 100}, {330, 150}});
  const double grown[] = {50, 100, 150};
  for (std::size_t unit = 0; unit < 3; ++unit) {
    const auto split = shift_share(before, after, unit, 1);
    EXPECT_EQ(split->competitive.state(), CellState::zero);
    EXPECT_EQ(split->national.state(), CellState::zero);
    EXPECT_EQ(split->industry_mix, Cell::of(grown[unit]));
    EXPECT_EQ(split->pure_competitive.state(), CellState::undefined);
  }
}

TEST(ShiftShare, OfANationWithoutEmploymentIsUndefined) {
  const auto split = shift_share(matrix_of({{0, 0}}), matrix_of({{1, 2}}), 0, 0);
  EXPECT_EQ(split->growth, Cell::of(1));
  EXPECT_EQ(split->national.state(), CellState::undefined);
}

TEST(ShiftShare, RefusesOtherShapesAndUnitsThatAreNotThere) {
  const auto two = matrix_of({{1, 2}, {3, 4}}), one = matrix_of({{1, 2}});
  EXPECT_EQ(shift_share(two, one, 0, 0).error().code, ErrorCode::shape_mismatch);
  EXPECT_EQ(shift_share(two, two, 2, 0).error().subject.field, "unit");
  EXPECT_EQ(shift_share(two, two, 0, 2).error().subject.field, "sector");
  EXPECT_EQ(shift_share_of_unit(two, two, 2).error().subject.field, "unit");
}

RC_GTEST_PROP(ShiftShareProperty, PartsMakeTheGrowthAndCompetitivePartsOfASectorSumToZero, ()) {
  auto rows = any_rows(), later = rows;
  for (auto& row : later)
    for (double& number : row) number = *rc::gen::inRange(0, 5000);
  // Some sectors are new in the whole country, or gone from it, or never there.
  for (std::size_t s = 0; s < rows.front().size(); ++s)
    for (auto* table : {&rows, &later})
      if (*rc::gen::inRange(0, 4) == 0)
        for (auto& row : *table) row[s] = 0;
  if (std::ranges::all_of(
          rows, [](const auto& row) { return std::ranges::all_of(row, [](double e) { return e == 0; }); }))
    rows[0][0] = 1;
  const auto before = matrix_of(rows), after = matrix_of(later);
  for (std::size_t s = 0; s < before.sectors(); ++s) {
    double competitive = 0;
    for (std::size_t u = 0; u < before.units(); ++u) {
      const auto split = *shift_share(before, after, u, s);
      RC_ASSERT(std::abs(split.national.number() + split.industry_mix.number() + split.competitive.number() -
                         split.growth.number()) < 1e-8);
      competitive += split.competitive.number();
      if (split.allocation.has_number())
        RC_ASSERT(std::abs(split.pure_competitive.number() + split.allocation.number() -
                           split.competitive.number()) < 1e-8);
    }
    RC_ASSERT(std::abs(competitive) < 1e-7);
  }
}

RC_GTEST_PROP(ShiftShareProperty, ScalesWithTheCounts, ()) {
  const auto rows = any_rows();
  auto later = rows;
  std::ranges::reverse(later);
  const double k = *rc::gen::inRange(2, 30);
  const auto a = *shift_share_of_unit(matrix_of(rows), matrix_of(later), 0);
  const auto b = *shift_share_of_unit(matrix_of(test::scaled(rows, k)), matrix_of(test::scaled(later, k)), 0);
  for (Cell ShiftShare::*part :
       {&ShiftShare::growth, &ShiftShare::national, &ShiftShare::industry_mix, &ShiftShare::competitive})
    RC_ASSERT(std::abs((a.*part).number() * k - (b.*part).number()) < 1e-6);
}

}  // namespace
}  // namespace vicinia::core::indicators::change
