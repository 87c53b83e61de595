#include "vicinia/core/audit/known_totals.h"
#include "support/levels.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>

namespace vicinia::core::audit {
namespace {

double rounded(double number) { return std::round(number * 10) / 10; }

/// A list that prints some cells of a random complete matrix, rounded as publications do.
RC_GTEST_PROP(KnownTotalsProperty, HoldTheTrueTotalsOfAConsistentList, ()) {
  const std::size_t units = 6, sectors = 4;
  const auto counts = *rc::gen::container<std::vector<int>>(units * sectors, rc::gen::inRange(1000, 100000));
  double national = 0;
  std::vector<double> by_unit(units), by_sector(sectors);
  for (std::size_t u = 0; u < units; ++u)
    for (std::size_t s = 0; s < sectors; ++s) {
      by_unit[u] += counts[u * sectors + s];
      by_sector[s] += counts[u * sectors + s];
      national += counts[u * sectors + s];
    }
  Dataset data;
  std::vector<admin::Unit> frame;
  for (std::size_t u = 0; u < units; ++u)
    frame.push_back({.code = std::to_string(u), .level = tests::district_level});
  data.frame = *admin::Frame::from_units(frame);
  for (std::size_t s = 0; s < sectors; ++s) data.sectors.push_back({.code = std::to_string(s)});
  data.periods = {"2007"};
  std::vector<industry::Observation> rows;
  for (std::size_t u = 0; u < units; ++u)
    for (std::size_t s = 0; s < sectors; ++s) {
      const double e = counts[u * sectors + s];
      rows.push_back(
          {.unit = u,
           .sector = s,
           .counts = {.employees = Cell::of(e)},
           .printed = {.location_quotient = Cell::of(rounded(e / by_unit[u] / (by_sector[s] / national))),
                       .sector_share_pct = Cell::of(rounded(100 * e / by_sector[s])),
                       .district_share_pct = Cell::of(rounded(100 * e / by_unit[u]))}});
    }
  data.observations = *industry::ObservationTable::from_rows(rows, {});
  const KnownTotals totals = KnownTotals::reconstructed(data, audit(published_table(data, 0)));
  const auto holds = [](const KnownTotal* known, double truth) {
    return known == nullptr ||
           (known->interval.low <= truth * (1 + 1e-12) && truth * (1 - 1e-12) <= known->interval.high);
  };
  for (std::size_t s = 0; s < sectors; ++s)
    RC_ASSERT(holds(totals.of_sector(tests::district_level, s), by_sector[s]));
  for (std::size_t u = 0; u < units; ++u) RC_ASSERT(holds(totals.of_unit(u), by_unit[u]));
  RC_ASSERT(holds(totals.national(tests::district_level), national));
}

/// Two districts in two sectors; nothing is printed but employees.
Dataset two_by_two(std::array<Cell, 4> employees) {
  Dataset data;
  data.provenance.completeness = Completeness::complete_matrix;
  data.frame = *admin::Frame::from_units(
      {{.code = "a", .level = tests::district_level}, {.code = "b", .level = tests::district_level}});
  data.sectors = {{.code = "1"}, {.code = "2"}};
  data.periods = {"2007"};
  std::vector<industry::Observation> rows;
  for (std::size_t i = 0; i < 4; ++i)
    rows.push_back({.unit = i / 2, .sector = i % 2, .counts = {.employees = employees[i]}});
  data.observations = *industry::ObservationTable::from_rows(rows, {});
  return data;
}

TEST(KnownTotals, OfACompleteMatrixAreSumsAndMakeExactQuotients) {
  const Dataset data = two_by_two({Cell::of(30), Cell::of(10), Cell::of(20), Cell::of(140)});
  const KnownTotals totals = KnownTotals::summed(data, 0);
  ASSERT_TRUE(totals.of_sector(tests::district_level, 0));
  EXPECT_EQ(totals.of_sector(tests::district_level, 0)->interval, stats::exactly(50));
  EXPECT_EQ(totals.of_sector(tests::district_level, 0)->origin, TotalOrigin::summed);
  EXPECT_EQ(totals.national(tests::district_level)->interval, stats::exactly(200));
  EXPECT_FALSE(totals.national(tests::province_level)) << "no province has values of its own";
  const admin::UnitIndex first[] = {0};
  const RatioRanges ratios = totals.ratios(stats::exactly(30), first, tests::district_level, 0);
  EXPECT_EQ(ratios.lq, stats::exactly(30. * 200 / (40 * 50)));
  EXPECT_EQ(ratios.sector_share_pct, stats::exactly(60));
  EXPECT_EQ(ratios.district_share_pct, stats::exactly(75));
}

TEST(KnownTotals, OfSeveralUnitsAreSummedBeforeTheyAreDivided) {
  const KnownTotals totals =
      KnownTotals::summed(two_by_two({Cell::of(30), Cell::of(10), Cell::of(20), Cell::of(140)}), 0);
  const admin::UnitIndex both[] = {0, 1};
  EXPECT_EQ(totals.ratios(stats::exactly(50), both, tests::district_level, 0).lq, stats::exactly(1));
}

TEST(KnownTotals, ThatNeedAnUnpublishedCellAreNotKnownAndZeroIsAValue) {
  const Dataset data = two_by_two({Cell::of(30), Cell::not_published(), Cell::of(0), Cell::of(140)});
  const KnownTotals totals = KnownTotals::summed(data, 0);
  EXPECT_EQ(totals.of_sector(tests::district_level, 0)->interval, stats::exactly(30));
  EXPECT_FALSE(totals.of_sector(tests::district_level, 1));
  EXPECT_FALSE(totals.of_unit(0));
  EXPECT_EQ(totals.of_unit(1)->interval, stats::exactly(140));
  EXPECT_FALSE(totals.national(tests::district_level));
  const admin::UnitIndex second[] = {1};
  const RatioRanges ratios = totals.ratios(stats::exactly(0), second, tests::district_level, 0);
  EXPECT_FALSE(ratios.lq) << "E is not known";
  EXPECT_EQ(ratios.sector_share_pct, stats::exactly(0));
}

TEST(KnownTotals, OfNothingAreNothing) {
  Dataset data;
  data.sectors.resize(1);
  data.frame = *admin::Frame::from_units({{.code = "a"}});
  const KnownTotals totals = KnownTotals::reconstructed(data, {});
  EXPECT_FALSE(totals.of_sector(tests::district_level, 0));
  EXPECT_FALSE(totals.of_unit(0));
  EXPECT_FALSE(totals.national(tests::district_level));
}

}  // namespace
}  // namespace vicinia::core::audit
