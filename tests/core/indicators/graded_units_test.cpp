#include "vicinia/core/indicators/grades/graded_units.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "core/indicators/matrix_of.h"
#include "support/levels.h"

namespace vicinia::core::indicators::grades {
namespace {

using enum Outcome;
using Rows = std::vector<std::vector<double>>;

/// Districts with these employees; `listed` says which cells have a row (empty: all), with ratios as of the whole table, unrounded.
Dataset dataset_of(const Rows& employees, Completeness completeness, const std::vector<bool>& listed = {}) {
  Dataset data;
  data.provenance.completeness = completeness;
  std::vector<admin::Unit> units{{.code = "p", .level = tests::province_level}};
  for (std::size_t u = 0; u < employees.size(); ++u)
    units.push_back({.code = "u" + std::to_string(u), .level = tests::district_level, .parent_code = "p"});
  data.frame = *admin::Frame::from_units(units);
  for (std::size_t s = 0; s < employees.front().size(); ++s)
    data.sectors.push_back({.code = std::to_string(s)});
  data.periods = {"2007"};
  const CompleteMatrix matrix = test::matrix_of(employees);
  std::vector<industry::Observation> rows;
  for (std::size_t u = 0; u < employees.size(); ++u)
    for (std::size_t s = 0; s < employees[u].size(); ++s) {
      if (!listed.empty() && !listed[u * employees[u].size() + s]) continue;
      const EmploymentAndTotals e = matrix.cell(u, s);
      rows.push_back({.unit = u + 1, .sector = s, .counts = {.employees = Cell::of(employees[u][s])}});
      if (completeness == Completeness::published_list)
        rows.back().printed = {location_quotient(e), sector_share_pct(e), district_share_pct(e)};
    }
  data.observations = *industry::ObservationTable::from_rows(std::move(rows), {});
  return data;
}

Result<std::vector<Graded>> graded(const Dataset& data, const TotalsAtMost& totals = {}) {
  return graded_units(data, 0, 0, tests::district_level, totals);
}

TEST(GradedUnits, HaveEverythingThatACompleteMatrixTells) {
  const auto units = graded(dataset_of({{30, 70}, {10, 90}}, Completeness::complete_matrix));
  ASSERT_TRUE(units);
  ASSERT_EQ(units->size(), 3u);
  const Graded& first = (*units)[1];
  EXPECT_DOUBLE_EQ(first.lq.value.number(), 1.5);
  EXPECT_DOUBLE_EQ(first.district_share_pct.value.number(), 30);
  EXPECT_EQ(first.size.outcome, met);
  EXPECT_EQ(first.focus.outcome, not_met);  // 90, 70, 30, 10: one of four is the top tenth
  EXPECT_EQ(first.is_dominant, met);  // the other sector is larger, but the unit is not specialised in it
  EXPECT_EQ((*units)[2].size.outcome, not_met);
  EXPECT_EQ(first.manufacturing_lq.value.state(), CellState::not_published);
}

/// Three sectors, of which the last is no manufacturing; (enterprises, SMEs) of each cell below.
Dataset with_manufacturing() {
  Dataset data = dataset_of({{30, 10, 60}, {20, 20, 260}}, Completeness::complete_matrix);
  constexpr double enterprises[2][3] = {{6, 4, 9}, {8, 2, 50}}, smes[2][3] = {{5, 4, 1}, {4, 2, 1}};
  std::vector<industry::Observation> rows = data.observations.rows();
  for (industry::Observation& row : rows) {
    row.counts.enterprises = Cell::of(enterprises[row.unit - 1][row.sector]);
    row.counts.smes = Cell::of(smes[row.unit - 1][row.sector]);
  }
  data.observations = *industry::ObservationTable::from_rows(rows, {});
  for (std::size_t s = 0; s < 3; ++s) data.sectors[s].manufacturing = s < 2;
  return data;
}

TEST(GradedUnits, HaveQuotientsOfAllManufacturingWhereSectorsAreToldApart) {
  const auto units = graded(with_manufacturing());
  ASSERT_TRUE(units);
  EXPECT_DOUBLE_EQ((*units)[1].manufacturing_lq.value.number(), (40.0 / 100) / (80.0 / 400));
  EXPECT_DOUBLE_EQ((*units)[2].manufacturing_lq.value.number(), (40.0 / 300) / (80.0 / 400));
  EXPECT_DOUBLE_EQ((*units)[1].sme_lq.value.number(), (9.0 / 10) / (15.0 / 20));
  EXPECT_DOUBLE_EQ((*units)[2].sme_lq.value.number(), (6.0 / 10) / (15.0 / 20));
  EXPECT_EQ((*units)[0].manufacturing_lq.value.state(), CellState::not_published) << "another level";
}

TEST(GradedUnits, HaveNoQuotientsOfManufacturingFromAListOrWhereASectorIsNotTold) {
  Dataset list = with_manufacturing();
  list.provenance.completeness = Completeness::published_list;
  EXPECT_EQ((*graded(list))[1].sme_lq.value.state(), CellState::not_published);
  Dataset half = with_manufacturing();
  half.sectors[1].manufacturing.reset();
  EXPECT_EQ((*graded(half))[1].manufacturing_lq.value.state(), CellState::not_published);
  EXPECT_EQ((*graded(half))[1].sme_lq.value.state(), CellState::not_published);
}

TEST(GradedUnits, NeedAllEmploymentForTheQuotientOfManufacturingButNotForThatOfSmes) {
  Dataset alone = with_manufacturing();
  alone.provenance.denominator = Denominator::manufacturing;
  EXPECT_EQ((*graded(alone))[1].manufacturing_lq.value.state(), CellState::not_published);
  EXPECT_DOUBLE_EQ((*graded(alone))[1].sme_lq.value.number(), 1.2);
  Dataset no_other = with_manufacturing();
  no_other.sectors[2].manufacturing = true;
  EXPECT_EQ((*graded(no_other))[1].manufacturing_lq.value.state(), CellState::not_published);
}

TEST(GradedUnits, HaveNoQuotientOfManufacturingWhereACellOfItIsNotPublished) {
  Dataset data = with_manufacturing();
  std::vector<industry::Observation> rows = data.observations.rows();
  rows[3].counts.smes = Cell::not_published();
  rows[5].counts.employees = Cell::not_published();
  data.observations = *industry::ObservationTable::from_rows(rows, {});
  EXPECT_EQ((*graded(data))[1].sme_lq.value.state(), CellState::not_published) << "the nation's is not known";
  EXPECT_EQ((*graded(data))[1].manufacturing_lq.value.state(), CellState::not_published);
}

TEST(GradedUnits, DominantIsASectorOfManufacturingWhereTheyAreToldApart) {
  Dataset data = dataset_of({{30, 10, 300}, {25, 20, 10}}, Completeness::complete_matrix);
  const auto dominant = [&](std::size_t sector) {
    return (*graded_units(data, sector, 0, tests::district_level))[2].is_dominant;
  };
  EXPECT_EQ(dominant(0), met);
  data = dataset_of({{300, 10, 30}, {20, 20, 30}}, Completeness::complete_matrix);
  EXPECT_EQ(dominant(1), not_met) << "the third sector is larger";
  for (std::size_t s = 0; s < 3; ++s) data.sectors[s].manufacturing = s < 2;
  EXPECT_EQ(dominant(1), met);
  EXPECT_EQ(dominant(2), not_met);
}

TEST(GradedUnits, OfAnotherLevelHoldNothing) {
  const auto units = graded(dataset_of({{30, 70}, {10, 90}}, Completeness::complete_matrix));
  EXPECT_EQ((*units)[0].lq.value.state(), CellState::not_published);
  EXPECT_EQ((*units)[0].size.outcome, cannot_be_told);
}

TEST(GradedUnits, OfAListAreJudgedAgainstUnitsThatAreNotListed) {
  const Rows employees{{30, 70}, {10, 90}};
  const std::vector<bool> first_only{true, false, false, false};
  const Dataset list = dataset_of(employees, Completeness::published_list, first_only);
  EXPECT_EQ((*graded(list))[1].size.outcome, cannot_be_told);
  EXPECT_EQ((*graded(list))[1].is_dominant, cannot_be_told);
  EXPECT_EQ((*graded(list))[2].size.outcome, cannot_be_told);
  // With the sector's total known, the other unit has at most 10.
  const TotalsAtMost totals{.by_sector = {40, std::nullopt}, .by_unit = {std::nullopt, 100, std::nullopt}};
  EXPECT_EQ((*graded(list, totals))[1].size.outcome, met);
  EXPECT_EQ((*graded(list, totals))[1].is_dominant, cannot_be_told);
}

TEST(GradedUnits, AUnitThatNoRowNamesIsNoPartOfACompleteSurvey) {
  Dataset data = dataset_of({{30, 70}, {10, 90}}, Completeness::complete_matrix);
  auto units = data.frame.units();
  units.push_back({.code = "new", .level = tests::district_level, .parent_code = "p"});
  data.frame = *admin::Frame::from_units(units);
  EXPECT_EQ((*graded(data))[1].size.outcome, met);
  EXPECT_EQ((*graded(data))[3].size.outcome, cannot_be_told);
}

TEST(GradedUnits, ALargerSectorWhoseLqIsNotPublishedMayBeTheDominantOne) {
  Dataset data = dataset_of({{30, 70}, {10, 90}}, Completeness::published_list);
  std::vector<industry::Observation> rows = data.observations.rows();
  rows[1].printed.location_quotient = Cell::not_published();
  data.observations = *industry::ObservationTable::from_rows(rows, {});
  EXPECT_EQ((*graded(data, {.by_unit = {std::nullopt, 100, 100}}))[1].is_dominant, cannot_be_told);
  rows[0].counts.employees = Cell::of(80);
  data.observations = *industry::ObservationTable::from_rows(rows, {});
  EXPECT_EQ((*graded(data))[1].is_dominant, met);
}

TEST(GradedUnits, RefuseWhatIsOutOfRangeAndTotalsOfAnotherShape) {
  const Dataset data = dataset_of({{30, 70}, {10, 90}}, Completeness::complete_matrix);
  EXPECT_EQ(graded_units(data, 2, 0, tests::district_level).error().subject.field, "sector");
  EXPECT_EQ(graded_units(data, 0, 1, tests::district_level).error().subject.field, "period");
  EXPECT_EQ(graded(data, {.by_sector = {1.0}}).error().code, ErrorCode::shape_mismatch);
}

RC_GTEST_PROP(GradedUnitsProperty, WhatIsToldOfATruncatedListIsTrueOfTheWholeTable, ()) {
  const Rows employees = test::any_rows();
  const CompleteMatrix matrix = test::matrix_of(employees);
  std::vector<bool> listed(matrix.units() * matrix.sectors());
  for (std::size_t i = 0; i < listed.size(); ++i) listed[i] = *rc::gen::inRange(0, 4) > 0;
  TotalsAtMost totals;
  if (*rc::gen::arbitrary<bool>()) {
    for (const double total : matrix.sector_totals()) totals.by_sector.emplace_back(total);
    totals.by_unit.emplace_back();
    for (const double total : matrix.unit_totals()) totals.by_unit.emplace_back(total);
  }
  const auto truth = *graded(dataset_of(employees, Completeness::complete_matrix));
  const auto told = *graded(dataset_of(employees, Completeness::published_list, listed), totals);
  const auto holds = [](Outcome said, Outcome is) { return said == cannot_be_told || said == is; };
  for (std::size_t unit = 0; unit < truth.size(); ++unit) {
    RC_ASSERT(holds(told[unit].size.outcome, truth[unit].size.outcome));
    RC_ASSERT(holds(told[unit].focus.outcome, truth[unit].focus.outcome));
    RC_ASSERT(holds(told[unit].is_dominant, truth[unit].is_dominant));
  }
}

}  // namespace
}  // namespace vicinia::core::indicators::grades
