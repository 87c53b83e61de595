#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <string_view>

#include "vicinia/core/indicators/catalogue.h"
#include "vicinia/core/indicators/dominance.h"
#include "vicinia/core/indicators/enterprise_ratios.h"
#include "vicinia/core/indicators/measure.h"

namespace vicinia::core::indicators {
namespace {

using industry::Counts;

Counts counts(double enterprises, double smes, double fdi, double employees) {
  return {Cell::of(enterprises), Cell::of(smes), Cell::of(fdi), Cell::of(employees)};
}

TEST(SymmetricLq, RunsFromMinusOneOverZeroTowardsOne) {
  EXPECT_EQ(symmetric_lq(Cell::of(0)), Cell::of(-1));
  EXPECT_EQ(symmetric_lq(Cell::of(1)).state(), CellState::zero);
  EXPECT_DOUBLE_EQ(symmetric_lq(Cell::of(3)).number(), 0.5);
  EXPECT_LT(symmetric_lq(Cell::of(343.8)).number(), 1);
}

RC_GTEST_PROP(SymmetricLqProperty, OfAnInverseQuotientIsTheNegative, ()) {
  const double lq = *rc::gen::inRange(1, 1000000) / 1000.0;
  RC_ASSERT(std::abs(symmetric_lq(Cell::of(lq)).number() + symmetric_lq(Cell::of(1 / lq)).number()) < 1e-12);
}

TEST(EnterpriseRatios, AreSharesOfTheNumberOfEnterprises) {
  EXPECT_DOUBLE_EQ(employees_per_enterprise(counts(8, 6, 2, 100)).number(), 12.5);
  EXPECT_DOUBLE_EQ(sme_share_pct(counts(8, 6, 2, 100)).number(), 75);
  EXPECT_DOUBLE_EQ(fdi_share_pct(counts(8, 6, 2, 100)).number(), 25);
}

TEST(EnterpriseRatios, KeepTheStatesOfTheirValues) {
  const Counts zeros = counts(8, 0, 0, 0), none = counts(0, 0, 0, 0);
  for (const auto ratio : {employees_per_enterprise, sme_share_pct, fdi_share_pct}) {
    EXPECT_EQ(ratio(zeros).state(), CellState::zero);
    EXPECT_EQ(ratio(none).state(), CellState::undefined);
    EXPECT_EQ(ratio({}).state(), CellState::not_published);
    Counts without_enterprises = counts(8, 6, 2, 100);
    without_enterprises.enterprises = Cell::not_published();
    EXPECT_EQ(ratio(without_enterprises).state(), CellState::not_published);
  }
  EXPECT_EQ(sme_share_pct({.enterprises = Cell::of(3)}).state(), CellState::not_published);
  EXPECT_EQ(symmetric_lq(Cell::not_published()).state(), CellState::not_published);
  EXPECT_EQ(symmetric_lq(Cell::undefined()).state(), CellState::undefined);
}

TEST(EnterpriseRatios, AreNotCutToOneHundredPerCentWhereThePublishedValuesContradictEachOther) {
  EXPECT_DOUBLE_EQ(fdi_share_pct(counts(23, 65, 46, 100)).number(), 200);
}

TEST(Dominance, FlagsAHighLqOfOneToThreeEnterprises) {
  EXPECT_EQ(dominance(Cell::of(4), counts(1, 1, 0, 500)).few_enterprises, Outcome::met);
  EXPECT_EQ(dominance(Cell::of(1), counts(3, 1, 0, 500)).few_enterprises, Outcome::met);
  EXPECT_EQ(dominance(Cell::of(4), counts(4, 1, 0, 500)).few_enterprises, Outcome::not_met);
  EXPECT_EQ(dominance(Cell::of(0.9), counts(2, 1, 0, 500)).few_enterprises, Outcome::not_met);
}

TEST(Dominance, FlagsMoreThanHalfOfForeignInvestedEnterprises) {
  EXPECT_EQ(dominance(Cell::of(4), counts(10, 1, 6, 500)).mostly_foreign, Outcome::met);
  EXPECT_EQ(dominance(Cell::of(4), counts(10, 1, 5, 500)).mostly_foreign, Outcome::not_met);
  EXPECT_EQ(dominance(Cell::of(0.5), counts(10, 1, 10, 500)).mostly_foreign, Outcome::not_met);
}

TEST(Dominance, CannotBeToldOfUnpublishedValuesUnlessTheOthersSettleIt) {
  Counts unknown = counts(2, 1, 2, 500);
  unknown.enterprises = Cell::not_published();
  EXPECT_EQ(dominance(Cell::of(4), unknown), (Dominance{Outcome::cannot_be_told, Outcome::cannot_be_told}));
  EXPECT_EQ(dominance(Cell::of(0.2), unknown), (Dominance{Outcome::not_met, Outcome::not_met}));
  EXPECT_EQ(dominance(Cell::not_published(), counts(2, 1, 2, 500)),
            (Dominance{Outcome::cannot_be_told, Outcome::cannot_be_told}));
  EXPECT_EQ(dominance(Cell::not_published(), counts(20, 1, 2, 500)),
            (Dominance{Outcome::not_met, Outcome::not_met}));
  EXPECT_EQ(dominance(Cell::of(4), counts(0, 0, 0, 0)), (Dominance{Outcome::not_met, Outcome::not_met}));
}

TEST(Outcomes, AnUnknownMattersOnlyWhereItCanChangeTheAnswer) {
  using enum Outcome;
  EXPECT_EQ(both(met, met), met);
  EXPECT_EQ(both(not_met, cannot_be_told), not_met);
  EXPECT_EQ(both(cannot_be_told, not_met), not_met);
  EXPECT_EQ(both(met, cannot_be_told), cannot_be_told);
  EXPECT_EQ(at_least(Cell::of(1), 1), met);
  EXPECT_EQ(more_than(Cell::of(1), 1), not_met);
  EXPECT_EQ(more_than(Cell::undefined(), 1), cannot_be_told);
}

TEST(Catalogue, NamesEveryIndicatorOnce) {
  std::set<std::string_view> ids;
  for (const IndicatorInfo& info : all_indicators()) {
    EXPECT_TRUE(ids.insert(info.id).second) << info.id;
    EXPECT_EQ(indicator_by_id(info.id), info.indicator);
    EXPECT_EQ(info_of(info.indicator).id, info.id);
  }
  EXPECT_EQ(ids.size(), indicator_count);
  EXPECT_EQ(indicator_by_id("nonsense"), std::nullopt);
}

TEST(Catalogue, CallsWhatMeasuresAlsoShowByTheSameName) {
  EXPECT_EQ(info_of(Indicator::location_quotient).id, info_of(Measure::location_quotient).id);
  EXPECT_EQ(info_of(Indicator::sector_share).id, info_of(Measure::sector_share).id);
  EXPECT_EQ(info_of(Indicator::district_share).id, info_of(Measure::district_share).id);
}

}  // namespace
}  // namespace vicinia::core::indicators
