// The shape of a table in a recipe; that any shape comes back equal is in yearbook_test.cpp.
#include <gtest/gtest.h>

#include "expect_error.h"
#include "vicinia/gis/imports/table_shape.h"

namespace vicinia::test {
namespace {

using namespace gis::imports;
using core::ErrorCode;

TEST(ShapesInRecipes, ComeBackEqualWithAllThatTheyCanSay) {
  const TableShape shape{
      .title_rows = {0, 1},
      .unit_of_figures = "Nghìn người - \"Thous. pers.\"",
      .header_rows = {3, 4},
      .first_row = 5,
      .end_row = 70,
      .columns = {{.heading = "Tỉnh", .role = ColumnRole::unit_name, .fills_down = true},
                  {.heading = "Ghi chú", .role = ColumnRole::ignored, .reason = "text"},
                  {.heading = "A / 2007",
                   .role = ColumnRole::total,
                   .meaning = {.field = "employees", .period = "2007", .sector = "13", .unit = "01"},
                   .parts = {0, 1}}},
      .rows = {{.row = 5, .kind = RowKind::country},
               {.row = 9, .kind = RowKind::heading, .level = 2, .meaning = {.period = "2008"}},
               {.row = 11, .kind = RowKind::subtotal, .level = 1, .sums_above = true}},
      .usual_level = 2,
      .of_all = {.field = "enterprises"},
      .note_rows = {71},
      .other_tables = {80}};
  const auto back = parse_shape(shape_text(shape));
  ASSERT_VALUE(back);
  EXPECT_EQ(*back, shape);
  EXPECT_EQ(*parse_shape(shape_text({})), TableShape{});
}

TEST(ShapesInRecipes, ThatSayWhatCannotBeAreRefusedByTheirKey) {
  const auto key_of = [](std::string_view text) {
    const auto shape = parse_shape(text);
    EXPECT_FALSE(shape.has_value()) << text;
    if (shape) return std::string("a shape");
    EXPECT_EQ(shape.error().code, ErrorCode::bad_document);
    return shape.error().subject.field;
  };
  EXPECT_EQ(key_of("{"), "");
  EXPECT_EQ(key_of("[]"), "");
  EXPECT_EQ(key_of(std::string(100'000, '[')), "");
  EXPECT_EQ(key_of(R"({"first_row": -1})"), "first_row");
  EXPECT_EQ(key_of(R"({"first_row": 4, "end_row": 3})"), "end_row");
  EXPECT_EQ(key_of(R"({"columns": [{"role": "colour"}]})"), "columns[0].role");
  EXPECT_EQ(key_of(R"({"columns": [{"of": {"field": 3}}]})"), "columns[0].of.field");
  EXPECT_EQ(key_of(R"({"columns": [{"role": "value", "parts": [7]}]})"), "columns[0].parts");
  EXPECT_EQ(key_of(R"({"rows": [{"row": 4, "kind": "region"}, {"row": 4, "kind": "region"}]})"),
            "rows[1].row");
}

}  // namespace
}  // namespace vicinia::test
