#include "vicinia/core/stats/multiple_tests.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace vicinia::core::stats {
namespace {

std::vector<Cell> any_p() {
  std::vector<Cell> p;
  for (const int thousandths :
       *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1001))))
    p.push_back(*rc::gen::inRange(0, 8) == 0 ? Cell::not_published() : Cell::of(thousandths / 1000.0));
  return p;
}

TEST(BenjaminiHochberg, AsRsFunctionPAdjustHasIt) {
  // p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.8), "BH")
  const auto adjusted = benjamini_hochberg(
      std::vector<Cell>{Cell::of(0.01), Cell::of(0.04), Cell::of(0.03), Cell::of(0.005), Cell::of(0.8)});
  const double expected[] = {0.025, 0.05, 0.05, 0.025, 0.8};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(adjusted[i].number(), expected[i], 1e-15);
}

RC_GTEST_PROP(BenjaminiHochbergProperty, IsNeverLessThanThePAndKeepsTheirOrder, ()) {
  const auto p = any_p();
  const auto adjusted = benjamini_hochberg(p);
  for (std::size_t i = 0; i < p.size(); ++i) {
    RC_ASSERT(adjusted[i].has_number() == p[i].has_number());
    if (!p[i].has_number()) continue;
    RC_ASSERT(adjusted[i].number() >= p[i].number() && adjusted[i].number() <= 1);
    for (std::size_t j = 0; j < p.size(); ++j)
      if (p[j].has_number() && p[i].number() <= p[j].number())
        RC_ASSERT(adjusted[i].number() <= adjusted[j].number());
  }
}

RC_GTEST_PROP(BenjaminiHochbergProperty, RejectsWhatTheStepUpProcedureRejects, ()) {
  const auto p = any_p();
  const double level = *rc::gen::inRange(1, 100) / 100.0;
  std::vector<double> sorted;
  for (const Cell cell : p)
    if (cell.has_number()) sorted.push_back(cell.number());
  std::ranges::sort(sorted);
  double limit = -1;  // the largest p that is at most its rank's share of the level
  for (std::size_t k = 1; k <= sorted.size(); ++k)
    if (sorted[k - 1] * (static_cast<double>(sorted.size()) / static_cast<double>(k)) <= level)
      limit = sorted[k - 1];
  const auto adjusted = benjamini_hochberg(p);
  for (std::size_t i = 0; i < p.size(); ++i)
    if (p[i].has_number()) RC_ASSERT((adjusted[i].number() <= level) == (p[i].number() <= limit));
}

}  // namespace
}  // namespace vicinia::core::stats
