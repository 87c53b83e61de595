#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <tbb/global_control.h>

#include <cmath>

#include "core/indicators/matrix_of.h"
#include "vicinia/core/indicators/concentration/ellison_glaeser.h"
#include "vicinia/core/indicators/concentration/herfindahl.h"
#include "vicinia/core/indicators/concentration/krugman_specialisation.h"
#include "vicinia/core/indicators/concentration/locational_gini.h"
#include "vicinia/core/indicators/concentration/standardised_lq.h"

namespace vicinia::core::indicators::concentration {
namespace {

using test::any_order;
using test::any_rows;
using test::matrix_of;
using test::reordered;
using test::scaled;
using uncertainty::PlantHerfindahl;

PlantHerfindahl exactly(double h) { return {Cell::of(h), false}; }
PlantHerfindahl or_more(double h) { return {Cell::of(h), true}; }

bool same(Cell a, Cell b, double tolerance = 1e-9) {
  if (!a.has_number() || !b.has_number()) return a.state() == b.state();
  return std::abs(a.number() - b.number()) <= tolerance;
}

// ---- Herfindahl

TEST(Herfindahl, IsOneOverNWhereAllPartsAreEqualAndOneWhereThereIsOnePart) {
  const auto even = matrix_of({{5, 9}, {5, 0}, {5, 0}, {5, 0}});
  EXPECT_DOUBLE_EQ(herfindahl_of_sector(even, 0).raw.number(), 0.25);
  EXPECT_NEAR(herfindahl_of_sector(even, 0).normalised.number(), 0, 1e-15);
  EXPECT_DOUBLE_EQ(herfindahl_of_sector(even, 1).raw.number(), 1);
  EXPECT_DOUBLE_EQ(herfindahl_of_sector(even, 1).normalised.number(), 1);
  EXPECT_DOUBLE_EQ(herfindahl_of_unit(even, 1).raw.number(), 1);
}

TEST(Herfindahl, OfNothingIsUndefinedAndOfOneUnitIsNotNormalised) {
  const auto matrix = matrix_of({{5, 0}});
  EXPECT_EQ(herfindahl_of_sector(matrix, 1).raw.state(), CellState::undefined);
  EXPECT_EQ(herfindahl_of_sector(matrix, 0).raw, Cell::of(1));
  EXPECT_EQ(herfindahl_of_sector(matrix, 0).normalised.state(), CellState::undefined);
  EXPECT_EQ(herfindahl_of_unit(matrix_of({{1, 2}, {0, 0}}), 1).raw.state(), CellState::undefined);
}

// ---- Gini

TEST(LocationalGini, IsZeroWhereTheSectorIsSpreadLikeAllEmployment) {
  const auto gini = locational_gini(matrix_of({{10, 90}, {30, 270}, {1, 9}}), 0);
  EXPECT_NEAR(gini.gini.number(), 0, 1e-12);
  EXPECT_GE(gini.gini.number(), 0);
}

TEST(LocationalGini, NormalisedIsOneWhereAllOfASectorIsInTheLeastUnit) {
  const auto gini = locational_gini(matrix_of({{10, 0}, {0, 40}, {0, 50}}), 0);
  EXPECT_DOUBLE_EQ(gini.gini.number(), 0.9);
  EXPECT_DOUBLE_EQ(gini.area.number(), 0.45);
  EXPECT_DOUBLE_EQ(gini.normalised.number(), 1);
}

TEST(LocationalGini, OfEqualUnitsIsTheGiniCoefficientWithItsUsualCorrection) {
  // Units of 100 each; the sector has 10, 20, 30, 40: G = 0.25, and 0.25 × 4/3 corrected.
  const auto gini = locational_gini(matrix_of({{10, 90}, {20, 80}, {30, 70}, {40, 60}}), 0);
  EXPECT_NEAR(gini.gini.number(), 0.25, 1e-12);
  EXPECT_NEAR(gini.normalised.number(), 0.25 * 4 / 3, 1e-12);
}

TEST(LocationalGini, LeavesUnitsWithoutEmploymentOut) {
  const auto with = locational_gini(matrix_of({{10, 90}, {0, 0}, {30, 20}}), 0);
  const auto without = locational_gini(matrix_of({{10, 90}, {30, 20}}), 0);
  EXPECT_EQ(with.normalised, without.normalised);
  EXPECT_EQ(locational_gini(matrix_of({{0, 90}, {0, 20}}), 0).gini.state(), CellState::undefined);
  EXPECT_EQ(locational_gini(matrix_of({{10, 90}}), 0).normalised.state(), CellState::undefined);
}

// ---- Krugman

TEST(KrugmanSpecialisation, IsTwoOfAUnitThatSharesNoSectorAndZeroOfOneWithTheSameMix) {
  EXPECT_DOUBLE_EQ(krugman_specialisation(matrix_of({{7, 0}, {0, 9}, {0, 3}}), 0).number(), 2);
  EXPECT_NEAR(krugman_specialisation(matrix_of({{10, 20}, {1, 2}, {5, 10}}), 0).number(), 0, 1e-15);
}

TEST(KrugmanSpecialisation, AgainstTheWholeIsAgainstTheRestTimesTheRestsWeight) {
  const auto matrix = matrix_of({{30, 70}, {10, 290}});
  EXPECT_NEAR(krugman_specialisation(matrix, 0, ComparedWith::whole).number(),
              krugman_specialisation(matrix, 0, ComparedWith::rest).number() * 300 / 400, 1e-12);
}

TEST(KrugmanSpecialisation, IsUndefinedWithoutEmploymentOrWithoutARest) {
  EXPECT_EQ(krugman_specialisation(matrix_of({{0, 0}, {1, 2}}), 0).state(), CellState::undefined);
  EXPECT_EQ(krugman_specialisation(matrix_of({{1, 2}}), 0).state(), CellState::undefined);
  EXPECT_NEAR(krugman_specialisation(matrix_of({{1, 2}}), 0, ComparedWith::whole).number(), 0, 1e-15);
}

// ---- Ellison and Glaeser

TEST(EllisonGlaeser, WorkedByHand) {
  // s = (0.8, 0.2), x = (0.5, 0.5): G = 0.18, 1 − Σx² = 0.5, g = 0.36.
  const auto matrix = matrix_of({{80, 20}, {20, 80}});
  EXPECT_NEAR(ellison_glaeser(matrix, 0, exactly(0.2)).gamma.number(), (0.36 - 0.2) / 0.8, 1e-12);
  EXPECT_EQ(ellison_glaeser(matrix, 0, exactly(0.2)).bound, Bound::exact);
}

TEST(EllisonGlaeser, IsAtMostThatWhereOnlyTheLeastHerfindahlIsKnown) {
  const auto matrix = matrix_of({{80, 20}, {20, 80}});
  const auto bound = ellison_glaeser(matrix, 0, or_more(0.1));
  EXPECT_EQ(bound.bound, Bound::at_most);
  for (const double truth : {0.1, 0.2, 0.5, 0.9, 0.99})
    EXPECT_LE(ellison_glaeser(matrix, 0, exactly(truth)).gamma.number(), bound.gamma.number());
}

TEST(EllisonGlaeser, IsAtLeastThatWhereTheSectorIsInASmallUnitAndAllElseInALargeOne) {
  // x = (0.7, 0.2, 0.1), all of the sector in the third: G = 1.34, 1 − Σx² = 0.46, g > 1.
  const auto matrix = matrix_of({{0, 700}, {0, 200}, {100, 0}});
  const auto bound = ellison_glaeser(matrix, 0, or_more(0.1));
  EXPECT_NEAR(bound.raw.number(), 1.34, 1e-12);
  EXPECT_EQ(bound.bound, Bound::at_least);
  for (const double truth : {0.1, 0.2, 0.5, 0.9, 0.99})
    EXPECT_GE(ellison_glaeser(matrix, 0, exactly(truth)).gamma.number(), bound.gamma.number());
}

TEST(EllisonGlaeser, IsUndefinedOfOnePlantOneUnitOrNoEmploymentAndNotPublishedWithoutAHerfindahl) {
  const auto matrix = matrix_of({{80, 0}, {20, 80}});
  EXPECT_EQ(ellison_glaeser(matrix, 0, exactly(1)).gamma.state(), CellState::undefined);
  EXPECT_EQ(ellison_glaeser(matrix, 0, {}).gamma.state(), CellState::not_published);
  EXPECT_TRUE(ellison_glaeser(matrix, 0, {}).raw.has_number());
  EXPECT_EQ(ellison_glaeser(matrix_of({{80, 9}}), 0, exactly(0.1)).gamma.state(), CellState::undefined);
  EXPECT_EQ(ellison_glaeser(matrix_of({{0, 9}, {0, 4}}), 0, exactly(0.1)).gamma.state(),
            CellState::undefined);
}

// ---- all of them: nothing depends on the order of units or sectors, or on the scale

RC_GTEST_PROP(ConcentrationProperty, DoesNotDependOnTheOrderOfUnits, ()) {
  const auto rows = any_rows();
  const auto order = any_order(rows.size());
  const auto a = matrix_of(rows), b = matrix_of(reordered(rows, order));
  for (std::size_t s = 0; s < a.sectors(); ++s) {
    RC_ASSERT(same(herfindahl_of_sector(a, s).normalised, herfindahl_of_sector(b, s).normalised));
    RC_ASSERT(same(locational_gini(a, s).normalised, locational_gini(b, s).normalised));
    RC_ASSERT(same(ellison_glaeser(a, s, exactly(0.1)).gamma, ellison_glaeser(b, s, exactly(0.1)).gamma));
    const auto from = standardised_lq(a, s, {.seed = 3, .draws = 50}),
               to = standardised_lq(b, s, {.seed = 3, .draws = 50});
    RC_ASSERT(from.has_value() == to.has_value());
    if (!from) continue;
    RC_ASSERT(std::abs(from->cut_off - to->cut_off) < 1e-9);
    for (std::size_t i = 0; i < order.size(); ++i) RC_ASSERT(same(to->values[i], from->values[order[i]]));
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    RC_ASSERT(same(herfindahl_of_unit(b, i).raw, herfindahl_of_unit(a, order[i]).raw));
    RC_ASSERT(same(krugman_specialisation(b, i), krugman_specialisation(a, order[i])));
  }
}

RC_GTEST_PROP(ConcentrationProperty, TheGiniIsTwiceWhatLiesBetweenItsCurveAndTheDiagonal, ()) {
  const auto matrix = matrix_of(any_rows());
  for (std::size_t s = 0; s < matrix.sectors(); ++s) {
    const auto curve = lorenz_curve(matrix, s);
    const auto gini = locational_gini(matrix, s).gini;
    RC_ASSERT(curve.empty() == !gini.has_number());
    if (curve.empty()) continue;
    double below = 0;
    LorenzPoint before{};
    double slope = 0;
    for (const LorenzPoint& point : curve) {
      const double x = point.of_all - before.of_all, y = point.of_sector - before.of_sector;
      RC_ASSERT(x > 0);
      RC_ASSERT(y / x >= slope - 1e-6);  // it bends upwards only
      slope = y / x;
      below += x * (point.of_sector + before.of_sector) / 2;
      before = point;
    }
    RC_ASSERT(std::abs(before.of_all - 1) < 1e-9 && std::abs(before.of_sector - 1) < 1e-9);
    RC_ASSERT(std::abs(1 - 2 * below - gini.number()) < 1e-9);
  }
}

RC_GTEST_PROP(ConcentrationProperty, DoesNotChangeWhenAllCountsAreMultiplied, ()) {
  const auto rows = any_rows();
  const auto a = matrix_of(rows), b = matrix_of(scaled(rows, *rc::gen::inRange(2, 70)));
  for (std::size_t s = 0; s < a.sectors(); ++s) {
    RC_ASSERT(same(herfindahl_of_sector(a, s).raw, herfindahl_of_sector(b, s).raw));
    RC_ASSERT(same(locational_gini(a, s).gini, locational_gini(b, s).gini));
    RC_ASSERT(same(ellison_glaeser(a, s, or_more(0.1)).gamma, ellison_glaeser(b, s, or_more(0.1)).gamma));
  }
  for (std::size_t u = 0; u < a.units(); ++u)
    for (const ComparedWith with : {ComparedWith::rest, ComparedWith::whole})
      RC_ASSERT(same(krugman_specialisation(a, u, with), krugman_specialisation(b, u, with)));
}

RC_GTEST_PROP(ConcentrationProperty, StaysInItsRange, ()) {
  const auto matrix = matrix_of(any_rows());
  constexpr double rounding = 1e-12;
  for (std::size_t s = 0; s < matrix.sectors(); ++s) {
    const auto h = herfindahl_of_sector(matrix, s);
    RC_ASSERT(h.normalised.number() >= -rounding && h.normalised.number() <= 1 + rounding);
    const auto gini = locational_gini(matrix, s);
    RC_ASSERT(gini.gini.number() >= 0 && gini.normalised.number() <= 1 + rounding);
  }
  for (std::size_t u = 0; u < matrix.units(); ++u) {
    const double k = krugman_specialisation(matrix, u).number();
    RC_ASSERT(k >= 0 && k <= 2 + rounding);
  }
}

// ---- standardised LQ

const CompleteMatrix& twenty_units() {
  static const CompleteMatrix matrix = [] {
    std::vector<std::vector<double>> rows;
    for (int u = 0; u < 20; ++u) rows.push_back({static_cast<double>((u * u * 37) % 101), 100});
    return matrix_of(rows);
  }();
  return matrix;
}

TEST(StandardisedLq, HasMeanZeroAndDeviationOne) {
  const auto found = standardised_lq(twenty_units(), 0, {});
  ASSERT_TRUE(found);
  double sum = 0, squares = 0;
  for (const Cell value : found->values) {
    sum += value.number();
    squares += value.number() * value.number();
  }
  EXPECT_NEAR(sum, 0, 1e-12);
  EXPECT_NEAR(squares / 19, 1, 1e-12);
}

TEST(StandardisedLq, CutOffIsAPercentileOfItsOwnDistribution) {
  const auto found = standardised_lq(twenty_units(), 0, {.seed = 1, .draws = 2000});
  double largest = -10;
  for (const Cell value : found->values) largest = std::max(largest, value.number());
  EXPECT_GT(found->cut_off, 1);
  EXPECT_LT(found->cut_off, largest);
  EXPECT_LE(found->cut_off_low, found->cut_off);
  EXPECT_GE(found->cut_off_high, found->cut_off);
}

TEST(StandardisedLq, DependsOnTheSeedAndNotOnTheNumberOfThreads) {
  const auto with = [](std::uint64_t seed, std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    return *standardised_lq(twenty_units(), 0, {.seed = seed, .draws = 500});
  };
  EXPECT_EQ(with(7, 1).cut_off, with(7, 2).cut_off);
  EXPECT_EQ(with(7, 1).cut_off_high, with(7, 4).cut_off_high);
  EXPECT_NE(with(7, 1).cut_off, with(8, 1).cut_off);
}

TEST(StandardisedLq, LeavesOutUnitsWithoutAnLqAndZerosOnTheLogarithmicScale) {
  const auto matrix = matrix_of({{0, 9}, {5, 5}, {2, 8}, {7, 1}, {0, 0}});
  const auto linear = standardised_lq(matrix, 0, {});
  EXPECT_EQ(linear->left_out, 1u);
  EXPECT_TRUE(linear->values[0].has_number());
  EXPECT_EQ(linear->values[4].state(), CellState::undefined);
  const auto logarithmic = standardised_lq(matrix, 0, {.scale = LqScale::logarithmic});
  EXPECT_EQ(logarithmic->left_out, 2u);
  EXPECT_EQ(logarithmic->values[0].state(), CellState::undefined);
}

TEST(StandardisedLq, RefusesTooFewOrEqualLqsBadOptionsAndCanBeCancelled) {
  EXPECT_EQ(standardised_lq(matrix_of({{1, 9}, {5, 5}}), 0, {}).error().code, ErrorCode::no_values);
  EXPECT_EQ(standardised_lq(matrix_of({{1, 3}, {2, 6}, {3, 9}, {7, 21}}), 0, {}).error().code,
            ErrorCode::no_values);
  EXPECT_EQ(standardised_lq(twenty_units(), 0, {.draws = 0}).error().subject.field, "draws");
  EXPECT_EQ(standardised_lq(twenty_units(), 0, {.percentile = 1}).error().subject.field, "percentile");
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(standardised_lq(twenty_units(), 0, {}, {.stop = stop.get_token()}).error().code,
            ErrorCode::cancelled);
}

}  // namespace
}  // namespace vicinia::core::indicators::concentration
