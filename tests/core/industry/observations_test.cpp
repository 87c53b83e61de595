#include "vicinia/core/industry/observations.h"

#include <gtest/gtest.h>

namespace vicinia::core::industry {
namespace {

TEST(Observations, AreFoundByUnitSectorAndPeriod) {
  const auto table = ObservationTable::from_rows(
      {{.unit = 7, .sector = 3, .period = 1, .counts = {.employees = Cell::of(5)}}, {.unit = 7, .sector = 4}},
      {});
  ASSERT_TRUE(table);
  EXPECT_EQ(table->find(7, 3, 1)->counts.employees, Cell::of(5));
  EXPECT_EQ(table->find(7, 3, 0), nullptr);
  EXPECT_EQ(table->of_unit(7, 0).size(), 1u);
}

TEST(Observations, OfAUnitComeInTheOrderOfTheSource) {
  const auto table = ObservationTable::from_rows({{.unit = 2, .sector = 9},
                                                  {.unit = 1, .sector = 0},
                                                  {.unit = 2, .sector = 4, .period = 1},
                                                  {.unit = 2, .sector = 3}},
                                                 {});
  ASSERT_TRUE(table);
  const auto rows = table->of_unit(2, 0);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0]->sector, 9u);
  EXPECT_EQ(rows[1]->sector, 3u);
  EXPECT_EQ(table->find(2, 3, 0), rows[1]);
  EXPECT_EQ(table->find(2, 4, 0), nullptr);
  EXPECT_EQ(table->find(0, 3, 0), nullptr);
  EXPECT_EQ(table->find(5, 3, 0), nullptr);
  EXPECT_EQ(table->find(2, 3, 7), nullptr);
  EXPECT_TRUE(table->of_unit(9, 0).empty());
  EXPECT_EQ(ObservationTable().find(0, 0, 0), nullptr);
}

TEST(Observations, OfThreeRowsForTwoCellsTheFirstRepetitionIsTold) {
  const auto table = ObservationTable::from_rows({{.unit = 5, .source = {.table_line = 2}},
                                                  {.unit = 1, .source = {.table_line = 3}},
                                                  {.unit = 5, .source = {.table_line = 4}},
                                                  {.unit = 1, .source = {.table_line = 5}}},
                                                 {});
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().subject.row, 4u);
  EXPECT_EQ(table.error().detail, "2");
}

TEST(Observations, TwoRowsForOneCellAreAnErrorThatNamesBothLines) {
  const auto table =
      ObservationTable::from_rows({{.source = {.table_line = 5}}, {.source = {.table_line = 9}}}, {});
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

TEST(RareText, IsATextThatCanBeCopiedAndCompared) {
  RareText text("a line");
  const RareText copy = text;
  EXPECT_EQ(copy, text);
  EXPECT_EQ(copy.str(), "a line");
  text = RareText();
  EXPECT_TRUE(text.empty());
  EXPECT_EQ(text.str(), "");
  EXPECT_EQ(text, "");
  EXPECT_EQ(copy.str(), "a line");
}

TEST(Cell, KeepsZeroAndNotPublishedApart) {
  EXPECT_EQ(Cell::of(0).state(), CellState::zero);
  EXPECT_EQ(Cell().state(), CellState::not_published);
  EXPECT_NE(Cell::of(0), Cell());
  EXPECT_FALSE(Cell().has_number());
  EXPECT_TRUE(Cell::of(0).has_number());
  EXPECT_EQ(Cell::of(-0.0), Cell::of(0));
  EXPECT_EQ(Cell::of(-0.0).state(), CellState::zero);
  EXPECT_NE(Cell::undefined(), Cell());
  EXPECT_FALSE(Cell::undefined().has_number());
  EXPECT_EQ(Cell::undefined().state(), CellState::undefined);
  EXPECT_EQ(Cell::of(1e300).number(), 1e300);
  EXPECT_EQ(Cell::of(-2).state(), CellState::value);
}

}  // namespace
}  // namespace vicinia::core::industry
