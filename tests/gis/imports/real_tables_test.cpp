// Tables of the Statistical Yearbook 2008 as they were typed; they may not be part of the project, see ../shared/data/README.md.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "expect_error.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/imports/sum_checks.h"
#include "vicinia/gis/imports/tidy_table.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using namespace gis::imports;

class RealTables : public testing::Test {
 protected:
  static fs::path file(const char* name) { return fs::path(VICINIA_SHARED_DATA_DIR) / "statistics" / name; }
};

#define SKIP_WITHOUT(path) \
  if (!fs::exists(path)) GTEST_SKIP() << "there is no " << (path).filename()

/// Knows the provinces that the other table of the yearbook names.
RecogniseHints provinces_of(const fs::path& other) {
  std::set<std::string> names;
  const auto sheet = read_sheet({.file = other});
  if (sheet)
    for (std::size_t row = 1; row < sheet->rows.size(); ++row)
      for (const std::size_t column : {0, 1}) names.insert(core::names::folded(sheet->at(row, column)));
  return {.is_unit = [names](std::string_view text) { return names.contains(core::names::folded(text)); }};
}

const char* const by_province = "gso_yearbook2008_enterprises_employees_by_province_2005_2007.csv";
const char* const by_activity = "gso_yearbook2008_enterprises_employees_by_activity_2005_2007.csv";
const char* const population = "gso_yearbook2008_population_area_fdi_by_province_2008.csv";

TEST_F(RealTables, OfProvincesHave64OfThemAndOneRowOfWhatBelongsToNone) {
  SKIP_WITHOUT(file(by_province));
  const auto sheet = read_sheet({.file = file(by_province)});
  ASSERT_VALUE(sheet);
  const auto shape = recognise(*sheet, provinces_of(file(population)));
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->header_rows, (std::vector<std::size_t>{0}));
  EXPECT_EQ(shape->columns_of(ColumnRole::unit_name), (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(shape->columns_of(ColumnRole::unit_code), (std::vector<std::size_t>{2}));
  EXPECT_EQ(shape->columns_of(ColumnRole::value).size(), 6U);
  EXPECT_EQ(shape->columns[3].meaning, (Meaning{.field = "enterprises", .period = "2005"}));
  EXPECT_EQ(shape->columns[8].meaning, (Meaning{.field = "employees", .period = "2007"}));
  ASSERT_EQ(shape->rows.size(), 1U);
  EXPECT_EQ(shape->rows[0].kind, RowKind::not_allocated);
  const TidyTable table = tidy(*sheet, *shape);
  EXPECT_EQ(table.fields, (std::vector<std::string>{"enterprises", "employees"}));
  EXPECT_EQ(table.rows.size(), 64U * 3U);
  std::set<std::string> units;
  long long employees_2007 = 0;
  for (const TidyRow& row : table.rows) {
    units.insert(row.unit_code);
    ASSERT_EQ(row.figures.size(), 2U);
    if (row.period == "2007") employees_2007 += std::stoll(row.figures[1].text);
  }
  EXPECT_EQ(units.size(), 64U);
  ASSERT_EQ(table.apart.size(), 3U);
  EXPECT_EQ(table.apart[2].row.figures[1].text, "427009");
  // The whole country as the table by activity prints it.
  EXPECT_EQ(employees_2007 + 427009, 7382160);
}

TEST_F(RealTables, OfActivitiesHaveSectionsThatSumTheirDivisions) {
  SKIP_WITHOUT(file(by_activity));
  const auto sheet = read_sheet({.file = file(by_activity)});
  ASSERT_VALUE(sheet);
  const auto shape = recognise(*sheet);
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->columns_of(ColumnRole::sector_code), (std::vector<std::size_t>{0}));
  EXPECT_EQ(shape->row(1).kind, RowKind::subtotal);
  EXPECT_EQ(shape->row(2).level, 1U);
  EXPECT_EQ(shape->row(3).level, 2U);
  const SumReport report = check_sums(*sheet, *shape);
  EXPECT_EQ(report.checked, 6U * (1 + 9)) << "the whole, and nine sections with divisions";
  for (const SumDifference& one : report.differences)
    ADD_FAILURE() << sheet->at(one.whole.row, 0) << " " << sheet->at(0, one.whole.column) << ": "
                  << one.printed << " is printed, " << one.parts.size() << " parts make " << one.sum;
}

TEST_F(RealTables, OfOtherThingsThanEnterprisesKeepTheirOwnNames) {
  SKIP_WITHOUT(file(population));
  const auto sheet = read_sheet({.file = file(population)});
  ASSERT_VALUE(sheet);
  const auto shape = recognise(*sheet, provinces_of(file(by_province)));
  ASSERT_VALUE(shape);
  EXPECT_EQ(shape->columns_of(ColumnRole::unit_code), (std::vector<std::size_t>{2}));
  ASSERT_EQ(shape->columns_of(ColumnRole::value).size(), 5U);
  EXPECT_EQ(shape->columns[3].meaning, (Meaning{.field = "avg_population_thous", .period = "2008"}));
  EXPECT_EQ(shape->columns[4].meaning.field, "area_km2");
  EXPECT_EQ(shape->columns[6].meaning.period, "") << "1988 to 2008 is no one year";
  EXPECT_TRUE(long_table(tidy(*sheet, *shape)).rows.empty()) << "nothing of it is an observation";
}

}  // namespace
}  // namespace vicinia::test
