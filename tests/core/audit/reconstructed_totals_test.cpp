#include "vicinia/core/audit/reconstructed_totals.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace vicinia::core::audit {
namespace {

double rounded(double number) { return std::round(number * 10) / 10; }

/// A list that prints some cells of a random complete matrix, rounded as publications do.
RC_GTEST_PROP(ReconstructedTotalsProperty, HoldTheTrueTotalsOfAConsistentList, ()) {
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
  for (std::size_t u = 0; u < units; ++u) frame.push_back({.code = std::to_string(u)});
  data.frame = *admin::Frame::from_units(frame);
  data.sectors.resize(sectors);
  data.periods = {"2007"};
  std::vector<industry::Observation> rows;
  for (std::size_t u = 0; u < units; ++u)
    for (std::size_t s = 0; s < sectors; ++s) {
      const double e = counts[u * sectors + s];
      rows.push_back({.unit = u,
                      .sector = s,
                      .counts = {.employees = Cell::of(e)},
                      .printed = {.location_quotient = Cell::of(rounded(e / by_unit[u] / (by_sector[s] / national))),
                                  .sector_share_pct = Cell::of(rounded(100 * e / by_sector[s])),
                                  .district_share_pct = Cell::of(rounded(100 * e / by_unit[u]))}});
    }
  data.observations = *industry::ObservationTable::from_rows(rows, {});
  const ReconstructedTotals totals = reconstruct_totals(data, 0);
  const auto holds = [](const stats::MostShared& shared, double truth) {
    return shared.interval.low <= truth * (1 + 1e-12) && truth * (1 - 1e-12) <= shared.interval.high;
  };
  for (std::size_t s = 0; s < sectors; ++s)
    if (totals.by_sector[s]) RC_ASSERT(holds(*totals.by_sector[s], by_sector[s]));
  for (std::size_t u = 0; u < units; ++u)
    if (totals.by_unit[u]) RC_ASSERT(holds(*totals.by_unit[u], by_unit[u]));
  if (totals.national) RC_ASSERT(holds(*totals.national, national));
}

TEST(ReconstructedTotals, OfNothingAreNothing) {
  Dataset data;
  data.sectors.resize(1);
  data.frame = *admin::Frame::from_units({{.code = "a"}});
  const ReconstructedTotals totals = reconstruct_totals(data, 0);
  EXPECT_FALSE(totals.by_sector[0]);
  EXPECT_FALSE(totals.by_unit[0]);
  EXPECT_FALSE(totals.national);
}

}  // namespace
}  // namespace vicinia::core::audit
