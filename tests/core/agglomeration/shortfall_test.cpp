// What a unit lacks to reach a threshold, in employees.
#include "vicinia/core/agglomeration/shortfall.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "support/levels.h"
#include "support/some_frame.h"

namespace vicinia::core::agglomeration {
namespace {

using admin::UnitIndex;

/// A complete matrix of two sectors.
Dataset some_matrix() {
  Dataset data;
  data.provenance.completeness = Completeness::complete_matrix;
  data.frame = tests::some_frame(1);
  data.sectors = {{.code = "I"}, {.code = "II"}};
  data.periods = {"2007"};
  std::vector<industry::Observation> rows;
  for (UnitIndex unit = 0; unit < data.frame.size(); ++unit) {
    data.areas.emplace_back();
    for (std::size_t sector = 0; sector < 2; ++sector)
      rows.push_back(
          {.unit = unit,
           .sector = sector,
           .counts = {.enterprises = Cell::of(1), .employees = Cell::of(*rc::gen::inRange(1, 5000))}});
  }
  data.observations = *industry::ObservationTable::from_rows(std::move(rows), {});
  return data;
}

double employees(const Dataset& data, UnitIndex unit, std::size_t sector) {
  return data.observations.find(unit, sector, 0)->counts.employees.number();
}

RC_GTEST_PROP(ShortfallProperty, IsWhatBringsTheQuotientToTheThresholdWithAllTotalsAsTheyAre, ()) {
  const Dataset data = some_matrix();
  const values::Evidence evidence{
      .dataset = std::make_shared<const Dataset>(data),
      .totals = std::make_shared<const audit::KnownTotals>(audit::KnownTotals::summed(data, 0))};
  const auto values = SectorValues::collect(evidence, 0);
  RC_ASSERT(values.has_value());
  double in_sector = 0, all = 0;
  for (UnitIndex unit = 0; unit < data.frame.size(); ++unit) {
    in_sector += employees(data, unit, 0);
    all += employees(data, unit, 0) + employees(data, unit, 1);
  }
  const double lq = *rc::gen::inRange(1, 400) / 100.0, share = *rc::gen::inRange(1, 100);
  for (UnitIndex unit = 0; unit < data.frame.size(); ++unit) {
    const double own = employees(data, unit, 0), of_unit = own + employees(data, unit, 1);
    const auto by_lq = employees_short_of_lq(*values, unit, lq);
    RC_ASSERT(by_lq && by_lq->is_exact());
    RC_ASSERT(std::abs((own + by_lq->low) / of_unit / (in_sector / all) - lq) < 1e-9);
    const auto by_share = employees_short_of_share(*values, unit, share);
    RC_ASSERT(by_share && by_share->is_exact());
    RC_ASSERT(std::abs(100 * (own + by_share->low) / in_sector - share) < 1e-9);
  }
}

}  // namespace
}  // namespace vicinia::core::agglomeration
