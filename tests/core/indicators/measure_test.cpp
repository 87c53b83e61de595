#include "vicinia/core/indicators/measure.h"

#include <gtest/gtest.h>

namespace vicinia::core::indicators {
namespace {

using industry::Observation;

/// Two districts and two sectors; employment 30, 70 / 10, 90.
Dataset two_by_two(Completeness completeness) {
  Dataset data;
  data.provenance.completeness = completeness;
  data.frame = *admin::Frame::from_units({{.code = "a", .name_vi = "A", .name_en = "A"},
                                          {.code = "b", .name_vi = "B", .name_en = "B"},
                                          {.code = "c", .name_vi = "C", .name_en = "C"}});
  data.sectors = {{"I", "one", "một"}, {"II", "two", "hai"}};
  data.periods = {"2007"};
  std::vector<Observation> rows;
  const double employees[2][2] = {{30, 70}, {10, 90}};
  for (std::size_t u = 0; u < 2; ++u)
    for (std::size_t s = 0; s < 2; ++s)
      rows.push_back({.unit = u,
                      .sector = s,
                      .counts = {.employees = Cell::of(employees[u][s])},
                      .source = {.table_line = 2 + u * 2 + s}});
  rows[0].printed.location_quotient = Cell::of(9.9);
  data.observations = *industry::ObservationTable::from_rows(std::move(rows), {});
  return data;
}

TEST(MeasureValues, PrintedRatiosStandAsPrinted) {
  const auto lq = measure_values(two_by_two(Completeness::complete_matrix), 0, 0, Measure::location_quotient);
  ASSERT_TRUE(lq);
  EXPECT_EQ(lq->values[0], Cell::of(9.9));
  EXPECT_EQ(lq->origins[0], Origin::printed);
}

TEST(MeasureValues, RatiosThatAreNotPrintedAreComputedFromACompleteMatrix) {
  const auto lq = measure_values(two_by_two(Completeness::complete_matrix), 0, 0, Measure::location_quotient);
  EXPECT_DOUBLE_EQ(lq->values[1].number(), (10.0 / 100.0) / (40.0 / 200.0));
  EXPECT_EQ(lq->origins[1], Origin::computed);
}

TEST(MeasureValues, NothingIsComputedFromATruncatedList) {
  const auto lq = measure_values(two_by_two(Completeness::published_list), 0, 0, Measure::location_quotient);
  EXPECT_EQ(lq->values[1].state(), CellState::not_published);
  EXPECT_EQ(lq->origins[1], Origin::none);
}

TEST(MeasureValues, AUnitWithoutARowIsNotPublishedNotZero) {
  for (const MeasureInfo& info : all_measures()) {
    const auto values = measure_values(two_by_two(Completeness::complete_matrix), 0, 0, info.measure);
    EXPECT_EQ(values->values[2].state(), CellState::not_published) << info.id;
  }
}

TEST(MeasureValues, SectorOrPeriodOutOfRangeIsAnError) {
  const Dataset data = two_by_two(Completeness::complete_matrix);
  EXPECT_EQ(measure_values(data, 2, 0, Measure::employees).error().subject.field, "sector");
  EXPECT_EQ(measure_values(data, 0, 1, Measure::employees).error().subject.field, "period");
}

TEST(Measures, AreFoundByTheirIds) {
  for (const MeasureInfo& info : all_measures()) {
    EXPECT_EQ(measure_by_id(info.id), info.measure);
    EXPECT_EQ(info_of(info.measure).id, info.id);
  }
  EXPECT_EQ(measure_by_id("nonsense"), std::nullopt);
}

}  // namespace
}  // namespace vicinia::core::indicators
