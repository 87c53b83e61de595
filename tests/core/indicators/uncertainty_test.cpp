#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "vicinia/core/indicators/uncertainty/plant_test.h"
#include "vicinia/core/indicators/uncertainty/worker_interval.h"
#include "vicinia/core/stats/counter_random.h"
#include "vicinia/core/stats/sum.h"

namespace vicinia::core::indicators::uncertainty {
namespace {

std::vector<Cell> cells(const std::vector<double>& numbers) {
  std::vector<Cell> result;
  for (const double number : numbers) result.push_back(Cell::of(number));
  return result;
}

PlantHerfindahl exactly(double h) { return {Cell::of(h), false, Cell::of(h)}; }

// ---- the Herfindahl index of plants

TEST(PlantHerfindahl, OfPlantSizesIsExact) {
  const auto h = herfindahl_of_plants(cells({50, 30, 20}));
  EXPECT_DOUBLE_EQ(h.value.number(), 0.38);
  EXPECT_FALSE(h.is_lower_bound);
}

TEST(PlantHerfindahl, OfACountIsTheBoundThatEqualPlantsReach) {
  EXPECT_DOUBLE_EQ(herfindahl_of_count(Cell::of(4)).value.number(), 0.25);
  EXPECT_TRUE(herfindahl_of_count(Cell::of(4)).is_lower_bound);
  EXPECT_DOUBLE_EQ(herfindahl_of_plants(cells({7, 7, 7, 7})).value.number(), 0.25);
}

TEST(PlantHerfindahl, OfASinglePlantIsOneAndExact) {
  EXPECT_EQ(herfindahl_of_count(Cell::of(1)), exactly(1));
  EXPECT_EQ(herfindahl_of_units(cells({0, 900}), cells({0, 1})), exactly(1));
}

TEST(PlantHerfindahl, OfUnitsWithOnePlantEachIsExact) {
  const auto h = herfindahl_of_units(cells({50, 30, 20}), cells({1, 1, 1}));
  EXPECT_DOUBLE_EQ(h.value.number(), 0.38);
  EXPECT_FALSE(h.is_lower_bound);
}

TEST(PlantHerfindahl, KeepsTheStatesOfItsValues) {
  EXPECT_EQ(herfindahl_of_count(Cell::not_published()).value.state(), CellState::not_published);
  EXPECT_EQ(herfindahl_of_count(Cell::of(0)).value.state(), CellState::undefined);
  const std::vector<Cell> one_unlisted{Cell::of(50), Cell::not_published()};
  EXPECT_EQ(herfindahl_of_plants(one_unlisted).value.state(), CellState::not_published);
  EXPECT_EQ(herfindahl_of_units(one_unlisted, cells({1, 1})).value.state(), CellState::not_published);
  EXPECT_EQ(herfindahl_of_units(cells({50, 50}), std::vector<Cell>(2)).value.state(),
            CellState::not_published);
  EXPECT_EQ(herfindahl_of_units(cells({50, 50}), cells({3, 0})).value.state(), CellState::undefined);
  EXPECT_EQ(herfindahl_of_plants(cells({0, 0})).value.state(), CellState::undefined);
  EXPECT_EQ(herfindahl_of_units(cells({0}), cells({0})).value.state(), CellState::undefined);
  // A unit known to have no employees needs no number of plants.
  EXPECT_DOUBLE_EQ(
      herfindahl_of_units(std::vector<Cell>{Cell::of(50), Cell::of(0)}, one_unlisted).value.number(),
      1 / 50.0);
}

TEST(PlantHerfindahl, OneUnpublishedNumberOfPlantsWidensTheBoundsAndIsCounted) {
  const std::vector<Cell> plants{Cell::of(4), Cell::not_published(), Cell::of(2)};
  const auto h = herfindahl_of_units(cells({40, 50, 10}), plants);
  // 40²/4 + 50 × 1² + 10²/2, and (37² + 3) + 50² + (9² + 1).
  EXPECT_NEAR(h.value.number(), (400 + 50 + 50) / 1e4, 1e-15);
  EXPECT_NEAR(h.at_most.number(), (1372 + 2500 + 82) / 1e4, 1e-15);
  EXPECT_TRUE(h.is_lower_bound);
  EXPECT_EQ(h.units_unknown, 1u);
}

TEST(PlantHerfindahl, OfListedUnitsPassesOverTheOthersAndStaysABound) {
  const std::vector<Cell> shares{Cell::of(20), Cell::not_published(), Cell::of(10), Cell::of(0)};
  const std::vector<Cell> plants{Cell::of(4), Cell::of(9), Cell::not_published(), Cell::of(2)};
  EXPECT_NEAR(herfindahl_of_listed(shares, plants).value.number(), 0.04 / 4, 1e-15);
  EXPECT_TRUE(herfindahl_of_listed(shares, plants).is_lower_bound);
  EXPECT_EQ(herfindahl_of_listed(std::vector<Cell>(3), std::vector<Cell>(3)).value.state(),
            CellState::not_published);
}

RC_GTEST_PROP(PlantHerfindahlProperty, BoundsAreNeverAboveTheTruthAndTheBetterOneIsTighter, ()) {
  const auto units = *rc::gen::inRange<std::size_t>(1, 8);
  std::vector<Cell> plants, employment, numbers;
  double count = 0;
  for (std::size_t u = 0; u < units; ++u) {
    const auto here = *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(1, 9),
                                                            rc::gen::inRange(1, 5000));
    double sum = 0;
    for (const int size : here) {
      plants.push_back(Cell::of(size));
      sum += size;
    }
    employment.push_back(Cell::of(sum));
    numbers.push_back(Cell::of(static_cast<double>(here.size())));
    count += static_cast<double>(here.size());
  }
  const double truth = herfindahl_of_plants(plants).value.number();
  const double by_units = herfindahl_of_units(employment, numbers).value.number();
  const double by_count = herfindahl_of_count(Cell::of(count)).value.number();
  std::vector<Cell> listed_shares;
  const double total = stats::sum(employment).number();
  for (const Cell here : employment)
    listed_shares.push_back(*rc::gen::arbitrary<bool>() ? Cell::of(100 * here.number() / total)
                                                        : Cell::not_published());
  const Cell by_list = herfindahl_of_listed(listed_shares, numbers).value;
  if (by_list.has_number()) RC_ASSERT(by_list.number() <= by_units * (1 + 1e-12));
  // Whatever numbers of plants are not published, the truth lies within the bounds.
  std::vector<Cell> some = numbers;
  for (Cell& number : some)
    if (*rc::gen::arbitrary<bool>()) number = Cell::not_published();
  for (const PlantHerfindahl& h :
       {herfindahl_of_units(employment, some), herfindahl_of_units(employment, numbers),
        herfindahl_of_listed(listed_shares, some)})
    if (h.value.has_number()) {
      RC_ASSERT(h.value.number() <= truth * (1 + 1e-12));
      RC_ASSERT(h.at_most.number() >= truth * (1 - 1e-12));
    }
  RC_ASSERT(by_units <= truth * (1 + 1e-12));
  RC_ASSERT(by_count <= by_units * (1 + 1e-12));
}

// ---- the plant-based test

TEST(PlantTest, OfTheExpectedShareIsNothingSpecial) {
  const auto test = plant_test({Cell::of(0.25), Cell::of(0.25)}, exactly(0.01));
  EXPECT_EQ(test.lq, Cell::of(1));
  EXPECT_EQ(test.z.state(), CellState::zero);
  EXPECT_DOUBLE_EQ(test.p.number(), 0.5);
  EXPECT_NEAR((test.chance_low.number() + test.chance_high.number()) / 2, 1, 1e-12);
}

TEST(PlantTest, HasTheVarianceOfPlantsThrownAtRandom) {
  // H = 0.04, x = 0.2: sd of the share 0.08, of the LQ 0.4.
  const auto test = plant_test({Cell::of(0.36), Cell::of(0.2)}, exactly(0.04));
  EXPECT_NEAR(test.z.number(), 2, 1e-12);
  EXPECT_NEAR(test.p.number(), 0.0227501319481792, 1e-12);
  EXPECT_NEAR(test.chance_high.number(), 1 + 1.959963984540054 * 0.4, 1e-12);
  EXPECT_NEAR(test.chance_low.number(), 1 - 1.959963984540054 * 0.4, 1e-12);
  EXPECT_NEAR(test.expected_plants.number(), 5, 1e-12);
  EXPECT_FALSE(test.is_bound);
}

TEST(PlantTest, MomentsAreThoseOfASimulatedDartboard) {
  const std::vector<double> sizes{400, 300, 100, 100, 50, 30, 20};
  const double x = 0.3, h = herfindahl_of_plants(cells(sizes)).value.number();
  double sum = 0, squares = 0;
  constexpr int throws = 200000;
  for (int i = 0; i < throws; ++i) {
    stats::CounterRandom random(1, 2, static_cast<std::uint64_t>(i));
    double share = 0;
    for (const double size : sizes)
      if (random.below(1000000) < 300000) share += size / 1000;
    sum += share;
    squares += share * share;
  }
  const double mean = sum / throws, variance = squares / throws - mean * mean;
  EXPECT_NEAR(mean, x, 0.003);
  EXPECT_NEAR(variance / (h * x * (1 - x)), 1, 0.02);
}

TEST(PlantTest, WithABoundIsNeverLessSignificantThanTheTruth) {
  const ShareAndExpectation shares{Cell::of(0.3), Cell::of(0.1)};
  const auto truth = plant_test(shares, herfindahl_of_plants(cells({500, 300, 100, 100})));
  const auto bound = plant_test(shares, herfindahl_of_count(Cell::of(4)));
  EXPECT_TRUE(bound.is_bound);
  EXPECT_GT(bound.z.number(), truth.z.number());
  EXPECT_LT(bound.p.number(), truth.p.number());
  EXPECT_LT(bound.chance_high.number(), truth.chance_high.number());
}

TEST(PlantTest, IsRoughWhereFewPlantsAreExpectedOnEitherSide) {
  EXPECT_TRUE(plant_test({Cell::of(0.3), Cell::of(0.01)}, exactly(0.01)).is_rough);
  EXPECT_TRUE(plant_test({Cell::of(0.3), Cell::of(0.99)}, exactly(0.01)).is_rough);
  EXPECT_FALSE(plant_test({Cell::of(0.3), Cell::of(0.2)}, exactly(0.01)).is_rough);
}

TEST(PlantTest, OfNoEmploymentIsATestLikeAnyOther) {
  const auto test =
      plant_test(shares_of({Cell::of(0), Cell::of(100), Cell::of(50), Cell::of(500)}), exactly(0.1));
  EXPECT_EQ(test.lq.state(), CellState::zero);
  EXPECT_LT(test.z.number(), 0);
  EXPECT_GT(test.p.number(), 0.5);
}

TEST(PlantTest, OneUnlistedCellOrMissingTotalLeavesItUnpublished) {
  const EmploymentAndTotals whole{Cell::of(20), Cell::of(100), Cell::of(50), Cell::of(500)};
  for (Cell EmploymentAndTotals::*part :
       {&EmploymentAndTotals::employment, &EmploymentAndTotals::sector_total,
        &EmploymentAndTotals::unit_total, &EmploymentAndTotals::national_total}) {
    EmploymentAndTotals one_missing = whole;
    one_missing.*part = Cell::not_published();
    const auto test = plant_test(shares_of(one_missing), exactly(0.1));
    for (const Cell cell : {test.lq, test.z, test.p, test.chance_low, test.chance_high})
      EXPECT_EQ(cell.state(), CellState::not_published);
    const auto interval = worker_interval(one_missing);
    EXPECT_EQ(interval.low.state(), CellState::not_published);
    EXPECT_EQ(interval.high.state(), CellState::not_published);
  }
  EXPECT_EQ(plant_test(shares_of(whole), {}).z.state(), CellState::not_published);
  EXPECT_EQ(plant_test({Cell::of(0), Cell::of(0)}, exactly(0.1)).z.state(), CellState::undefined);
  EXPECT_EQ(plant_test({Cell::of(1), Cell::of(1)}, exactly(0.1)).z.state(), CellState::undefined);
}

TEST(PlantTest, TakesTheExpectedShareFromAPrintedLqAndShare) {
  const auto shares = shares_from_printed(Cell::of(4), Cell::of(20));
  EXPECT_DOUBLE_EQ(shares.share.number(), 0.2);
  EXPECT_DOUBLE_EQ(shares.expected.number(), 0.05);
  EXPECT_EQ(shares_from_printed(Cell::of(0), Cell::of(0.1)).expected.state(), CellState::undefined);
  EXPECT_EQ(shares_from_printed(Cell::not_published(), Cell::of(5)).expected.state(),
            CellState::not_published);
}

RC_GTEST_PROP(PlantTestProperty, TheTruthLiesBetweenEqualPlantsAndTheLumpiest, ()) {
  std::vector<Cell> employment, numbers, plants;
  for (std::size_t u = 0, units = *rc::gen::inRange<std::size_t>(2, 8); u < units; ++u) {
    double sum = 0;
    const auto here = *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(1, 9),
                                                            rc::gen::inRange(1, 5000));
    for (const int size : here) {
      plants.push_back(Cell::of(size));
      sum += size;
    }
    employment.push_back(Cell::of(sum));
    numbers.push_back(*rc::gen::inRange(0, 4) == 0 ? Cell::not_published()
                                                   : Cell::of(static_cast<double>(here.size())));
  }
  const ShareAndExpectation shares{Cell::of(*rc::gen::inRange(0, 1000) / 1000.0),
                                   Cell::of(*rc::gen::inRange(1, 1000) / 1000.0)};
  const auto truth = plant_test(shares, herfindahl_of_plants(plants));
  const auto bounded = plant_test(shares, herfindahl_of_units(employment, numbers));
  if (!bounded.p.has_number()) return;
  RC_ASSERT(truth.lumpiest_p == truth.p);
  RC_ASSERT(std::min(bounded.p.number(), bounded.lumpiest_p.number()) <= truth.p.number() + 1e-12);
  RC_ASSERT(std::max(bounded.p.number(), bounded.lumpiest_p.number()) >= truth.p.number() - 1e-12);
}

RC_GTEST_PROP(PlantTestProperty, DoesNotChangeWhenAllCountsAreMultiplied, ()) {
  const double cell = *rc::gen::inRange(0, 500), sector = cell + *rc::gen::inRange(1, 500);
  const double unit = cell + *rc::gen::inRange(1, 500), nation = sector + unit + *rc::gen::inRange(1, 500);
  const double k = *rc::gen::inRange(2, 90);
  const auto a = plant_test(shares_of({Cell::of(cell), Cell::of(sector), Cell::of(unit), Cell::of(nation)}),
                            exactly(0.1));
  const auto b = plant_test(
      shares_of({Cell::of(k * cell), Cell::of(k * sector), Cell::of(k * unit), Cell::of(k * nation)}),
      exactly(0.1));
  RC_ASSERT(std::abs(a.z.number() - b.z.number()) < 1e-9);
}

// ---- the worker-based interval

TEST(WorkerInterval, HoldsTheLqAndNarrowsWithMoreWorkers) {
  const EmploymentAndTotals small{Cell::of(20), Cell::of(100), Cell::of(50), Cell::of(1000)};
  const EmploymentAndTotals large{Cell::of(2000), Cell::of(10000), Cell::of(5000), Cell::of(100000)};
  for (const WorkerMethod method : {WorkerMethod::wilson, WorkerMethod::log_normal}) {
    const auto of_small = worker_interval(small, 0.95, method),
               of_large = worker_interval(large, 0.95, method);
    EXPECT_LT(of_small.low.number(), 4);
    EXPECT_GT(of_small.high.number(), 4);
    EXPECT_GT(of_large.low.number(), of_small.low.number());
    EXPECT_LT(of_large.high.number(), of_small.high.number());
  }
}

TEST(WorkerInterval, OfNoEmploymentHasAnUpperEndByWilsonAndNoneOnTheLogarithmicScale) {
  const EmploymentAndTotals none{Cell::of(0), Cell::of(100), Cell::of(50), Cell::of(1000)};
  EXPECT_EQ(worker_interval(none).low.state(), CellState::zero);
  EXPECT_GT(worker_interval(none).high.number(), 0);
  EXPECT_EQ(worker_interval(none, 0.95, WorkerMethod::log_normal).low.state(), CellState::undefined);
}

TEST(WorkerInterval, IsUndefinedWhereTheLqIsOrTotalsContradictEachOther) {
  const EmploymentAndTotals no_unit{Cell::of(0), Cell::of(100), Cell::of(0), Cell::of(1000)};
  const EmploymentAndTotals impossible{Cell::of(80), Cell::of(100), Cell::of(50), Cell::of(1000)};
  EXPECT_EQ(worker_interval(no_unit).low.state(), CellState::undefined);
  EXPECT_EQ(worker_interval(impossible).high.state(), CellState::undefined);
}

}  // namespace
}  // namespace vicinia::core::indicators::uncertainty
