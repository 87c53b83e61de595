#include "vicinia/core/indicators/complete_matrix.h"

#include <gtest/gtest.h>

#include "core/indicators/matrix_of.h"
#include "support/levels.h"

namespace vicinia::core::indicators {
namespace {

using test::cells_of;

const std::vector<Cell>& three_by_two() {
  static const auto cells = cells_of({{1, 2}, {0, 4}, {5, 6}});
  return cells;
}

TEST(CompleteMatrix, HasItsSums) {
  const auto matrix = CompleteMatrix::from({3, 2, three_by_two()});
  ASSERT_TRUE(matrix);
  EXPECT_EQ(matrix->at(2, 0), 5);
  EXPECT_EQ(matrix->of_sector(1)[1], 4);
  EXPECT_EQ(matrix->sector_totals(), (std::vector<double>{6, 12}));
  EXPECT_EQ(matrix->unit_totals(), (std::vector<double>{3, 4, 11}));
  EXPECT_EQ(matrix->national_total(), 18);
}

TEST(CompleteMatrix, OneZeroIsAValue) {
  EXPECT_EQ(CompleteMatrix::from({3, 2, three_by_two()})->at(1, 0), 0);
}

TEST(CompleteMatrix, OneUnlistedCellIsAnErrorThatNamesIt) {
  for (std::size_t at = 0; at < 6; ++at)
    for (const Cell missing : {Cell::not_published(), Cell::undefined()}) {
      auto cells = three_by_two();
      cells[at] = missing;
      const auto matrix = CompleteMatrix::from({3, 2, cells});
      ASSERT_FALSE(matrix);
      EXPECT_EQ(matrix.error().code, ErrorCode::incomplete_matrix);
      EXPECT_EQ(matrix.error().subject.row, at / 2 + 1);
      EXPECT_EQ(matrix.error().subject.field, std::to_string(at % 2 + 1));
    }
}

TEST(CompleteMatrix, OneMissingTotalIsAnErrorThatNamesIt) {
  const std::vector<Cell> totals{Cell::of(10), Cell::not_published(), Cell::of(20)};
  const auto matrix = CompleteMatrix::with_unit_totals({3, 2, three_by_two()}, totals);
  ASSERT_FALSE(matrix);
  EXPECT_EQ(matrix.error().code, ErrorCode::incomplete_matrix);
  EXPECT_EQ(matrix.error().subject.row, 2u);
}

TEST(CompleteMatrix, GivenUnitTotalsMakeTheNationalOne) {
  const std::vector<Cell> totals{Cell::of(10), Cell::of(4), Cell::of(20)};
  const auto matrix = CompleteMatrix::with_unit_totals({3, 2, three_by_two()}, totals);
  ASSERT_TRUE(matrix);
  EXPECT_EQ(matrix->national_total(), 34);
  EXPECT_EQ(matrix->sector_totals(), (std::vector<double>{6, 12}));
  EXPECT_DOUBLE_EQ(location_quotient(matrix->cell(0, 0)).number(), (1.0 / 10) / (6.0 / 34));
}

TEST(CompleteMatrix, RefusesATotalBelowItsPartsWrongShapesAndNegativeCounts) {
  const std::vector<Cell> low{Cell::of(2), Cell::of(4), Cell::of(20)};
  EXPECT_EQ(CompleteMatrix::with_unit_totals({3, 2, three_by_two()}, low).error().code,
            ErrorCode::invalid_argument);
  EXPECT_EQ(CompleteMatrix::with_unit_totals({3, 2, three_by_two()}, {}).error().code,
            ErrorCode::shape_mismatch);
  EXPECT_EQ(CompleteMatrix::from({2, 2, three_by_two()}).error().code, ErrorCode::shape_mismatch);
  const std::vector<Cell> negative{Cell::of(-1)};
  EXPECT_EQ(CompleteMatrix::from({1, 1, negative}).error().code, ErrorCode::negative_count);
}

/// Districts a and b with both sectors; province p and district c without a row.
Dataset small_dataset(Completeness completeness, bool leave_one_out = false) {
  Dataset data;
  data.provenance.completeness = completeness;
  data.frame = *admin::Frame::from_units({{.code = "p", .level = tests::province_level},
                                          {.code = "a", .level = tests::district_level, .parent_code = "p"},
                                          {.code = "c", .level = tests::district_level, .parent_code = "p"},
                                          {.code = "b", .level = tests::district_level, .parent_code = "p"}});
  data.sectors = {{"I", "one", "một"}, {"II", "two", "hai"}};
  data.periods = {"2007"};
  std::vector<industry::Observation> rows;
  // b before a: the order of the file does not matter.
  for (const auto& [unit, sector, employees] : std::vector<std::tuple<std::size_t, std::size_t, double>>{
           {3, 0, 10}, {3, 1, 90}, {1, 1, 70}, {1, 0, 30}}) {
    if (leave_one_out && unit == 3 && sector == 1) continue;
    rows.push_back({.unit = unit, .sector = sector, .counts = {.employees = Cell::of(employees)}});
  }
  data.observations = *industry::ObservationTable::from_rows(std::move(rows), {});
  return data;
}

TEST(MatrixOfDataset, HasTheSurveyedUnitsInTheOrderOfTheFrame) {
  const auto found =
      complete_matrix_of(small_dataset(Completeness::complete_matrix), tests::district_level, 0);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->units, (std::vector<admin::UnitIndex>{1, 3}));
  EXPECT_EQ(found->matrix.at(0, 0), 30);
  EXPECT_EQ(found->matrix.at(1, 1), 90);
}

TEST(MatrixOfDataset, IsNeverMadeOfAPublishedListEvenIfEveryCellWereThere) {
  const auto found =
      complete_matrix_of(small_dataset(Completeness::published_list), tests::district_level, 0);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::incomplete_matrix);
}

TEST(MatrixOfDataset, NamesUnitAndSectorOfTheCellThatIsMissing) {
  const auto found =
      complete_matrix_of(small_dataset(Completeness::complete_matrix, true), tests::district_level, 0);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::incomplete_matrix);
  EXPECT_EQ(found.error().subject.id, "b");
  EXPECT_EQ(found.error().subject.field, "II");
}

TEST(MatrixOfDataset, RefusesALevelWithoutValuesAndAPeriodOutOfRange) {
  const Dataset data = small_dataset(Completeness::complete_matrix);
  EXPECT_EQ(complete_matrix_of(data, tests::province_level, 0).error().code, ErrorCode::no_values);
  EXPECT_EQ(complete_matrix_of(data, tests::district_level, 1).error().subject.field, "period");
}

}  // namespace
}  // namespace vicinia::core::indicators
