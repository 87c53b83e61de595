#include "vicinia/core/industry/observations.h"

#include <gtest/gtest.h>

namespace vicinia::core::industry {
namespace {

TEST(Observations, AreFoundByUnitSectorAndPeriod) {
  const auto table = ObservationTable::from_rows(
      {{.unit = 7, .sector = 3, .period = 1, .counts = {.employees = Cell::of(5)}}, {.unit = 7, .sector = 4}}, {});
  ASSERT_TRUE(table);
  EXPECT_EQ(table->find(7, 3, 1)->counts.employees, Cell::of(5));
  EXPECT_EQ(table->find(7, 3, 0), nullptr);
  EXPECT_EQ(table->of_unit(7, 0).size(), 1u);
}

TEST(Observations, TwoRowsForOneCellAreAnErrorThatNamesBothLines) {
  const auto table = ObservationTable::from_rows({{.source = {.table_line = 5}}, {.source = {.table_line = 9}}}, {});
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().code, ErrorCode::duplicate_observation);
  EXPECT_EQ(table.error().subject.row, 9u);
  EXPECT_EQ(table.error().detail, "5");
}

TEST(Observations, ANegativeCountIsAnErrorInRowsAndInSums) {
  const Counts negative{.employees = Cell::of(-1)};
  const auto row = ObservationTable::from_rows({{.counts = negative, .source = {.table_line = 4}}}, {});
  EXPECT_EQ(row.error().code, ErrorCode::negative_count);
  EXPECT_EQ(row.error().subject.field, "employees");
  EXPECT_EQ(ObservationTable::from_rows({}, {{.counts = negative}}).error().code, ErrorCode::negative_count);
}

TEST(Cell, KeepsZeroAndNotPublishedApart) {
  EXPECT_EQ(Cell::of(0).state(), CellState::zero);
  EXPECT_EQ(Cell().state(), CellState::not_published);
  EXPECT_NE(Cell::of(0), Cell());
  EXPECT_FALSE(Cell().has_number());
  EXPECT_TRUE(Cell::of(0).has_number());
}

}  // namespace
}  // namespace vicinia::core::industry
