// Provinces among the rows of their districts, however they are written.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "expect_error.h"
#include "files.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/imports/import.h"

namespace vicinia::gis::imports {
namespace {

namespace fs = std::filesystem;

const Known& resources_known() {
  static const Known all = known_in(VICINIA_RESOURCES_DIR);
  return all;
}

/// A table of districts below their provinces, and what it says.
struct Nested {
  std::string csv{};
  std::map<std::string, std::string> province_of{};  ///< [figure]
};

enum class Style {
  with_total,
  heading_alone,
  numbered_total,
  in_a_column_once,
  in_a_column_with_total,
  capitals,
  count
};

Nested nested(Style style, bool has_country, unsigned seed) {
  const auto next = [&](unsigned most) {
    seed = seed * 1'664'525U + 1'013'904'223U;
    return (seed >> 12U) % most;
  };
  const KnownFrame& of_2007 = *std::ranges::find(resources_known().frames, "2007", &KnownFrame::id);
  const core::admin::Frame& frame = of_2007.frame;
  std::vector<core::admin::UnitIndex> provinces;
  for (const auto unit : frame.at_level({0}))
    if (frame.within(unit, {1}).size() >= 6) provinces.push_back(unit);
  const std::size_t count = 2 + next(4), first = next(static_cast<unsigned>(provinces.size() - count));
  const bool has_column = style == Style::in_a_column_once || style == Style::in_a_column_with_total;
  Nested table;
  std::string body;
  long all = 0, figure = 1000;
  for (std::size_t p = 0; p < count; ++p) {
    const auto province = provinces[first + p];
    const std::string& name = frame[province].name_vi;
    std::string districts;
    long sum = 0;
    bool is_first = true;
    for (const auto unit : frame.within(province, {1})) {
      figure += 1 + next(90);
      sum += figure;
      table.province_of[std::to_string(figure)] = name;
      const bool says_column = has_column && style == Style::in_a_column_once && is_first;
      districts += (has_column ? (says_column ? name : "") + "," : "") + frame[unit].name_vi + "," +
                   std::to_string(figure) + "\n";
      is_first = false;
    }
    all += sum;
    constexpr const char* roman[] = {"I", "II", "III", "IV", "V"};
    switch (style) {
      case Style::with_total: body += name + "," + std::to_string(sum) + "\n"; break;
      case Style::heading_alone: body += "Tỉnh " + name + ",\n"; break;
      case Style::numbered_total:
        body += std::string(roman[p]) + ". " + name + "," + std::to_string(sum) + "\n";
        break;
      case Style::in_a_column_once: break;
      case Style::in_a_column_with_total: body += name + ",," + std::to_string(sum) + "\n"; break;
      case Style::capitals: body += "TỈNH " + name + "," + std::to_string(sum) + "\n"; break;
      case Style::count: break;
    }
    body += districts;
  }
  table.csv = has_column ? "Tỉnh,Huyện,Lao động 2007\n" : "Huyện,Lao động 2007\n";
  if (has_country)
    table.csv += std::string("TỔNG SỐ,") + (has_column ? "," : "") + std::to_string(all) + "\n";
  table.csv += body;
  return table;
}

RC_GTEST_PROP(NestedTables, DistrictsKeepTheProvinceAboveThemAndItsTotalIsNoneOfThem, ()) {
  const auto style = static_cast<Style>(*rc::gen::inRange(0, static_cast<int>(Style::count)));
  const Nested table = nested(style, *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<unsigned>());
  test::TemporaryFolder folder;
  test::write_file(folder / "bảng.csv", table.csv);
  const auto taken = take_tables({.tables = {{.file = folder / "bảng.csv"}}}, resources_known());
  RC_ASSERT(taken.has_value());
  const TableTaken& one = taken->tables.front();
  if (one.rows.rows.size() != table.province_of.size()) RC_LOG() << table.csv;
  RC_ASSERT(one.rows.rows.size() == table.province_of.size());
  for (const TidyRow& row : one.rows.rows) {
    const auto province = table.province_of.find(row.figures.front().text);
    RC_ASSERT(province != table.province_of.end());
    if (core::names::without_class(row.parent) != core::names::without_class(province->second))
      RC_LOG() << row.unit << " in " << row.parent << "\n" << table.csv;
    RC_ASSERT(core::names::without_class(row.parent) == core::names::without_class(province->second));
  }
  RC_ASSERT(one.sums.differences.empty());
}

TEST(NestedTables, ACityThatIsCalledAsItsProvinceIsNoTotal) {
  // Districts of one province, the city first: its figure is not the sum of the others.
  test::TemporaryFolder folder;
  test::write_file(folder / "t.csv",
                   "Huyện,Lao động 2007\nHải Dương,500\nChí Linh,70\nNam Sách,80\nKinh Môn,90\nGia Lộc,60\n");
  const auto taken = take_tables({.tables = {{.file = folder / "t.csv"}}}, resources_known());
  ASSERT_VALUE(taken);
  EXPECT_EQ(taken->tables.front().rows.rows.size(), 5u);
}

TEST(NestedTables, ATableOfProvincesAloneHasNoneThatLieInOthers) {
  test::TemporaryFolder folder;
  std::string csv = "Tỉnh,Lao động 2007\n";
  const KnownFrame& of_2007 = *std::ranges::find(resources_known().frames, "2007", &KnownFrame::id);
  for (const auto unit : of_2007.frame.at_level({0})) csv += of_2007.frame[unit].name_vi + ",10\n";
  test::write_file(folder / "t.csv", csv);
  const auto taken = take_tables({.tables = {{.file = folder / "t.csv"}}}, resources_known());
  ASSERT_VALUE(taken);
  EXPECT_EQ(taken->tables.front().rows.rows.size(), 64u);
  EXPECT_TRUE(std::ranges::all_of(taken->names, [](const NamedRow& one) { return one.name.parent.empty(); }));
}

}  // namespace
}  // namespace vicinia::gis::imports
