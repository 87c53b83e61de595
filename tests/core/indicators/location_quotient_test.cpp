#include "vicinia/core/indicators/location_quotient.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace vicinia::core::indicators {
namespace {

EmploymentAndTotals of(double cell, double sector, double unit, double national) {
  return {Cell::of(cell), Cell::of(sector), Cell::of(unit), Cell::of(national)};
}

TEST(LocationQuotient, IsTheUnitsShareOverTheNationalShare) {
  // 20 % of the unit's employment against 5 % of the nation's.
  EXPECT_DOUBLE_EQ(location_quotient(of(200, 5000, 1000, 100000)).number(), 4.0);
  EXPECT_DOUBLE_EQ(sector_share_pct(of(200, 5000, 1000, 100000)).number(), 4.0);
  EXPECT_DOUBLE_EQ(district_share_pct(of(200, 5000, 1000, 100000)).number(), 20.0);
}

TEST(LocationQuotient, OfNoEmploymentIsZero) {
  EXPECT_EQ(location_quotient(of(0, 5000, 1000, 100000)).state(), CellState::zero);
}

TEST(LocationQuotient, OfAnEmptyUnitOrSectorIsUndefined) {
  EXPECT_EQ(location_quotient(of(0, 5000, 0, 100000)).state(), CellState::undefined);
  EXPECT_EQ(location_quotient(of(0, 0, 1000, 100000)).state(), CellState::undefined);
}

TEST(LocationQuotient, IsNotPublishedWhereAnyIngredientIsNot) {
  const EmploymentAndTotals whole = of(200, 5000, 1000, 100000);
  for (Cell EmploymentAndTotals::*part :
       {&EmploymentAndTotals::employment, &EmploymentAndTotals::sector_total,
        &EmploymentAndTotals::unit_total, &EmploymentAndTotals::national_total}) {
    EmploymentAndTotals one_missing = whole;
    one_missing.*part = Cell::not_published();
    EXPECT_EQ(location_quotient(one_missing).state(), CellState::not_published);
  }
}

TEST(Totals, AnUnpublishedCellLeavesItsSumsUnpublished) {
  const std::vector<Cell> cells{Cell::of(1), Cell::of(2), Cell::not_published(), Cell::of(4)};
  const auto totals = totals_of({2, 2, cells});
  ASSERT_TRUE(totals);
  EXPECT_EQ(totals->by_unit[0], Cell::of(3));
  EXPECT_EQ(totals->by_unit[1].state(), CellState::not_published);
  EXPECT_EQ(totals->by_sector[0].state(), CellState::not_published);
  EXPECT_EQ(totals->by_sector[1], Cell::of(6));
  EXPECT_EQ(totals->national.state(), CellState::not_published);
}

TEST(Totals, RefuseAMatrixOfTheWrongShapeAndNegativeCounts) {
  const std::vector<Cell> cells{Cell::of(1), Cell::of(-2)};
  EXPECT_EQ(totals_of({2, 2, cells}).error().code, ErrorCode::shape_mismatch);
  EXPECT_EQ(totals_of({1, 2, cells}).error().code, ErrorCode::negative_count);
}

TEST(PooledQuotient, RecomputesFromSummedEmployment) {
  // Two units with LQs of 4 and 0.5; their average would be 2.25.
  const std::vector<Cell> cells{Cell::of(80),  Cell::of(20), Cell::of(100),
                                Cell::of(900), Cell::of(20), Cell::of(4880)};
  const EmploymentMatrix matrix{3, 2, cells};
  const auto totals = totals_of(matrix);
  const std::size_t members[] = {0, 1};
  const Cell pooled_lq = location_quotient(pooled(matrix, *totals, members, 0));
  EXPECT_DOUBLE_EQ(pooled_lq.number(), (180.0 / 1100.0) / (200.0 / 6000.0));
}

RC_GTEST_PROP(LocationQuotientProperty, EmploymentWeightedMeanOverUnitsIsOne, ()) {
  const auto units = *rc::gen::inRange<std::size_t>(1, 12);
  const auto sectors = *rc::gen::inRange<std::size_t>(1, 6);
  const auto counts = *rc::gen::container<std::vector<int>>(units * sectors, rc::gen::inRange(1, 100000));
  std::vector<Cell> cells;
  for (const int c : counts) cells.push_back(Cell::of(c));
  const EmploymentMatrix matrix{units, sectors, cells};
  const auto totals = totals_of(matrix);
  for (std::size_t s = 0; s < sectors; ++s) {
    double mean = 0;
    for (std::size_t u = 0; u < units; ++u) {
      const std::size_t member[] = {u};
      mean += location_quotient(pooled(matrix, *totals, member, s)).number() * totals->by_unit[u].number() /
              totals->national.number();
    }
    RC_ASSERT(std::abs(mean - 1) < 1e-9);
  }
}

RC_GTEST_PROP(LocationQuotientProperty, DoesNotChangeWhenAllCountsAreMultiplied, ()) {
  const auto c = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(1, 1000));
  const double factor = *rc::gen::inRange(2, 50);
  const double a = location_quotient(of(c[0], c[1], c[2], c[3])).number();
  const double b = location_quotient(of(factor * c[0], factor * c[1], factor * c[2], factor * c[3])).number();
  RC_ASSERT(std::abs(a - b) <= 1e-12 * std::abs(a));
}

RC_GTEST_PROP(PooledQuotientProperty, OfTheWholeCountryIsOne, ()) {
  const auto units = *rc::gen::inRange<std::size_t>(1, 12);
  const auto counts = *rc::gen::container<std::vector<int>>(units * 2, rc::gen::inRange(1, 100000));
  std::vector<Cell> cells;
  for (const int count : counts) cells.push_back(Cell::of(count));
  const EmploymentMatrix matrix{units, 2, cells};
  const auto totals = totals_of(matrix);
  std::vector<std::size_t> everyone(units);
  for (std::size_t u = 0; u < units; ++u) everyone[u] = u;
  RC_ASSERT(std::abs(location_quotient(pooled(matrix, *totals, everyone, 0)).number() - 1) < 1e-12);
}

}  // namespace
}  // namespace vicinia::core::indicators
