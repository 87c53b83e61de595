// Sectors of a table at the level, or on the list, that is wanted.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "expect_error.h"
#include "files.h"
#include "vicinia/gis/imports/import.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::imports {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

const Known& all_of_program() {
  static const Known all = known_in(VICINIA_RESOURCES_DIR);
  return all;
}

/// Enough where headings say which column holds units.
const Known& classifications_alone() {
  static const Known known{.classifications = classifications_in(VICINIA_RESOURCES_DIR)};
  return known;
}

/// Of its first finding of sectors with the field; nullptr: none.
const core::Finding* finding_of(const std::vector<core::Finding>& findings, std::string_view field) {
  const auto at =
      std::ranges::find_if(findings, [&](const core::Finding& one) { return one.subject.field == field; });
  return at == findings.end() ? nullptr : &*at;
}

class Sectors : public testing::Test {
 protected:
  [[nodiscard]] core::Result<TablesTaken> take(const std::string& text, Recipe recipe = {}) {
    test::write_file(folder_ / "bảng.csv", text);
    recipe.tables = {{.file = folder_ / "bảng.csv"}};
    return take_tables(recipe, all_of_program());
  }
  [[nodiscard]] core::Result<Imported> import(const std::string& text, Recipe recipe = {}) {
    test::write_file(folder_ / "bảng.csv", text);
    recipe.tables = {{.file = folder_ / "bảng.csv"}};
    fs::create_directories(folder_ / "made");
    return import_all(recipe, all_of_program(), folder_ / "made");
  }
  /// "unit|sector" → employees, as texts.
  static std::map<std::string, std::string> employees(const TablesTaken& taken) {
    std::map<std::string, std::string> figures;
    const TidyTable& rows = taken.tables.front().rows;
    const auto field = std::ranges::find(rows.fields, "employees") - rows.fields.begin();
    for (const TidyRow& row : rows.rows)
      if (const Figure* figure = row.figure(static_cast<std::size_t>(field)))
        figures[row.unit + "|" + row.sector_code] = figure->text;
    return figures;
  }

  test::TemporaryFolder folder_;
};

const std::string food_of_1993 =
    "Tỉnh,Mã ngành,Tên ngành,Lao động 2007\nHà Nội,15,Sản xuất thực phẩm và đồ uống,10\nHà Nội,17,Sản xuất sản phẩm dệt,30\n"
    "Đà Nẵng,15,Sản xuất thực phẩm và đồ uống,20\nĐà Nẵng,17,Sản xuất sản phẩm dệt,5\n";

TEST_F(Sectors, OfVsic1993AreNotTakenForThoseOf2007) {
  const auto taken = take(food_of_1993);
  ASSERT_VALUE(taken);
  EXPECT_EQ(taken->sectors.classification, "vsic-1993");
  EXPECT_TRUE(finding_of(taken->findings, "classification_names"));
}

TEST_F(Sectors, KeepTheNamesOfTheTableWhateverTheClassificationIs) {
  const auto made = import(food_of_1993, {.classification = "vsic-2007"});
  ASSERT_VALUE(made);
  const auto findings = made->findings();
  const core::Finding* const told = finding_of(findings, "classification_contradicted");
  ASSERT_TRUE(told);
  EXPECT_EQ(told->detail, "vsic-1993");
  EXPECT_EQ(made->made.loaded.dataset->sectors.at(0).name_vi, "Sản xuất thực phẩm và đồ uống");
}

TEST_F(Sectors, ThatMayMeanSomethingElseAreToldAndCanBeStated) {
  const std::string bare =
      "Tỉnh,Mã ngành,Lao động 2007\nHà Nội,15,10\nHà Nội,17,30\nĐà Nẵng,15,20\nĐà Nẵng,17,5\n";
  const auto open = take(bare);
  ASSERT_VALUE(open);
  const core::Finding* told = finding_of(open->findings, "classification_usual");
  ASSERT_TRUE(told);
  EXPECT_EQ(told->subject.id, "vsic-2007");
  EXPECT_NE(told->detail.find("vsic-1993"), std::string::npos);
  const auto stated = import(bare, {.classification = "vsic-1993"});
  ASSERT_VALUE(stated);
  EXPECT_FALSE(finding_of(stated->findings(), "classification_usual"));
  EXPECT_EQ(stated->made.loaded.dataset->sectors.at(0).name_vi, "Sản xuất thực phẩm và đồ uống");
  const auto recipe = read_recipe(folder_ / "made/import.json");
  ASSERT_VALUE(recipe);
  EXPECT_EQ(recipe->recipe.classification, "vsic-1993");
}

TEST_F(Sectors, WithCodesThatTheStatedClassificationHasNotAreTold) {
  const auto taken =
      take("Tỉnh,Mã ngành,Lao động 2025\nHà Nội,45,10\nHà Nội,46,30\nĐà Nẵng,45,20\nĐà Nẵng,46,5\n",
           {.classification = "vsic-2025"});
  ASSERT_VALUE(taken);
  const core::Finding* const told = finding_of(taken->findings, "classification_lacks");
  ASSERT_TRUE(told);
  EXPECT_EQ(told->detail, "1|45");
}

TEST_F(Sectors, ThatNothingTellsApartAreNotStatedInTheRecipe) {
  const auto open =
      import("Tỉnh,Mã ngành,Lao động 2007\nHà Nội,15,10\nHà Nội,17,30\nĐà Nẵng,15,20\nĐà Nẵng,17,5\n");
  ASSERT_VALUE(open);
  EXPECT_TRUE(open->made.recipe.classification.empty());
}

TEST_F(Sectors, AcrossTheTableGetTheNamesOfTheirCodes) {
  const auto made =
      import("Lao động 2020,,,\nTỉnh,Tổng số,13,14\nHà Nội,40,10,30\nĐà Nẵng,25,20,5\nHuế,3,1,2\n");
  ASSERT_VALUE(made);
  const auto& sectors = made->made.loaded.dataset->sectors;
  ASSERT_EQ(sectors.size(), 2U);
  EXPECT_EQ(sectors[0].code, "13");
  EXPECT_EQ(sectors[0].name_vi, "Dệt");
}

TEST_F(Sectors, OfATitleThatNamesAClassificationHaveNoYearFromIt) {
  const auto taken =
      take("Tỉnh,VSIC 2018,Lao động 2021\nHà Nội,13,10\nHà Nội,14,30\nĐà Nẵng,13,20\nĐà Nẵng,14,3\n");
  ASSERT_VALUE(taken);
  EXPECT_EQ(taken->sectors.classification, "vsic-2018");
  EXPECT_EQ(taken->sectors.by, ClassifiedBy::words);
  ASSERT_EQ(taken->tables.front().rows.rows.size(), 4U);
  EXPECT_EQ(taken->tables.front().rows.rows.front().period, "2021");
}

TEST_F(Sectors, OfTwoTablesWithTwoClassificationsAreNotPutTogether) {
  test::write_file(folder_ / "cũ.csv", food_of_1993);
  test::write_file(
      folder_ / "mới.csv",
      "Tỉnh,Mã ngành,Tên ngành,Lao động 2010\nHà Nội,15,Sản xuất da và các sản phẩm có liên quan,10\nHà Nội,17,Sản xuất "
      "giấy,30\nĐà Nẵng,15,Sản xuất da và các sản phẩm có liên quan,20\nĐà Nẵng,17,Sản xuất giấy,5\n");
  const auto both = take_tables({.tables = {{.file = folder_ / "cũ.csv"}, {.file = folder_ / "mới.csv"}}},
                                all_of_program());
  ASSERT_ERROR(both, invalid_argument);
  EXPECT_EQ(both.error().subject.field, "classifications_differ");
  EXPECT_EQ(both.error().subject.id, "15");
  EXPECT_EQ(both.error().detail, "vsic-2007|vsic-1993");
}

TEST_F(Sectors, OfSomebodysOwnListWithOtherNamesAreOfNoClassification) {
  const auto taken = take(
      "Tỉnh,Mã ngành,Tên ngành,Lao động 2020\nHà Nội,10,Du lịch biển,10\nHà Nội,11,Nuôi ong,30\nĐà Nẵng,10,Du lịch biển,20\n"
      "Đà Nẵng,11,Nuôi ong,5\n");
  ASSERT_VALUE(taken);
  EXPECT_TRUE(taken->sectors.classification.empty());
}

/// Classes, a division that is not divided, the section above, and another one.
const std::string several_levels =
    "Tỉnh,Mã ngành,Số doanh nghiệp 2020,Lao động 2020\nHà Nội,C,90,900\nHà Nội,1010,1,10\nHà Nội,1020,2,20\nHà Nội,1311,3,30\n"
    "Hà Nội,1392,4,40\nHà Nội,1410,5,50\nHà Nội,2220,6,60\nHà Nội,25,7,70\nHà Nội,4610,8,80\nĐà Nẵng,C,80,800\nĐà Nẵng,1010,10,100\n"
    "Đà Nẵng,1020,20,200\nĐà Nẵng,1311,30,300\nĐà Nẵng,1392,-,-\nĐà Nẵng,1410,50,500\nĐà Nẵng,2220,..,..\nĐà Nẵng,25,70,700\n"
    "Đà Nẵng,4610,80,800\n";

TEST_F(Sectors, AreSummedToDivisionsAndWhatIsCoarserIsKeptApart) {
  const auto taken = take(several_levels, {.sector_level = SectorLevel::division});
  ASSERT_VALUE(taken);
  const auto figures = employees(*taken);
  EXPECT_EQ(figures.at("Hà Nội|10"), "30");
  EXPECT_EQ(figures.at("Hà Nội|13"), "70");
  EXPECT_EQ(figures.at("Đà Nẵng|13"), "300") << "a mark that means none is none";
  EXPECT_EQ(figures.at("Hà Nội|25"), "70") << "as it is printed";
  EXPECT_FALSE(figures.contains("Đà Nẵng|22")) << "a sum with a part that is not published is not known";
  EXPECT_FALSE(figures.contains("Hà Nội|C"));
  const core::Finding* unknown = finding_of(taken->findings, "sums_not_known");
  ASSERT_TRUE(unknown);
  EXPECT_EQ(unknown->detail, "2|Đà Nẵng, 22");
  EXPECT_EQ(taken->sectors.made.front(), (SectorMade{"10", {"1010", "1020"}}));
}

TEST_F(Sectors, ThatAreCoarserAndNotDividedAreTold) {
  const auto taken = take(several_levels, {.sector_level = SectorLevel::group});
  ASSERT_VALUE(taken);
  const core::Finding* coarse = finding_of(taken->findings, "coarse_sectors");
  ASSERT_TRUE(coarse);
  EXPECT_EQ(coarse->code, ErrorCode::rows_apart);
  EXPECT_EQ(coarse->detail, "1|25");
}

TEST_F(Sectors, ThatAreSectionsAlreadyStayAsPrintedAndSumsInPartAreTold) {
  const auto taken = take(several_levels, {.sector_level = SectorLevel::section});
  ASSERT_VALUE(taken);
  const auto figures = employees(*taken);
  EXPECT_EQ(figures.at("Hà Nội|C"), "900") << "what is printed is never summed with its parts";
  EXPECT_EQ(figures.at("Hà Nội|G"), "80");
  const core::Finding* part = finding_of(taken->findings, "sections_in_part");
  ASSERT_TRUE(part);
  EXPECT_EQ(part->detail, "1|G (45, 47)");
}

TEST_F(Sectors, ThatOneUnitHasPrintedAndAnotherDividedAreBothShown) {
  const auto taken = take(
      "Tỉnh,Mã ngành,Lao động 2020\nHà Nội,13,100\nHà Nội,1311,40\nHà Nội,1312,50\nĐà Nẵng,1311,1\nĐà Nẵng,1312,2\nHuế,1311,5\n",
      {.sector_level = SectorLevel::division});
  ASSERT_VALUE(taken);
  const auto figures = employees(*taken);
  EXPECT_EQ(figures.at("Hà Nội|13"), "100") << "as printed, though the classes that are listed make 90";
  EXPECT_EQ(figures.at("Đà Nẵng|13"), "3");
  EXPECT_FALSE(figures.contains("Huế|13")) << "1312 may be anything there";
  ASSERT_EQ(taken->sectors.made.size(), 1U);
  EXPECT_EQ(taken->sectors.made.front(), (SectorMade{"13", {"1311", "1312"}}));
}

TEST_F(Sectors, OfThePublishedListAreMadeOfTheirCodesOrLeftOut) {
  const auto made = import(several_levels, {.has_published_sectors = true});
  ASSERT_VALUE(made);
  const auto figures = employees(made->tables);
  EXPECT_EQ(figures.at("Hà Nội|I"), "120") << "textiles and garments";
  EXPECT_EQ(figures.at("Đà Nẵng|I"), "800");
  EXPECT_EQ(figures.at("Hà Nội|IV"), "30");
  EXPECT_EQ(figures.at("Hà Nội|VII"), "60");
  EXPECT_FALSE(figures.contains("Hà Nội|VIII")) << "division 25 is not divided";
  const auto findings = made->findings();
  const core::Finding* coarse = finding_of(findings, "coarse_sectors");
  ASSERT_TRUE(coarse);
  EXPECT_EQ(coarse->detail, "1|25");
  const core::Finding* lacking = finding_of(findings, "sectors_lacking");
  ASSERT_TRUE(lacking);
  EXPECT_TRUE(lacking->detail.starts_with("19|II (15)")) << lacking->detail;
  const auto table = io::read_table(folder_ / "made/sectors.csv");
  ASSERT_VALUE(table);
  EXPECT_EQ(table->rows.at(0)[*table->column("sector_no")], "I");
  EXPECT_EQ(table->rows.at(0)[*table->column("name_en")], "Textile and Garment");
  EXPECT_EQ(table->rows.at(0)[*table->column("note")], "VSIC 2018: 1311, 1392, 1410");
  EXPECT_EQ(made->made.loaded.dataset->provenance.completeness, core::Completeness::published_list);
}

TEST_F(Sectors, OfThePublishedListAreNoSumsOfCodesOfVsic1993) {
  const auto taken = take(food_of_1993, {.has_published_sectors = true});
  ASSERT_ERROR(taken, invalid_argument);
  EXPECT_EQ(taken.error().subject.field, "sectors_not_mapped");
}

TEST_F(Sectors, WithoutCodesOrTooCoarseForALevelAreRefused) {
  const auto none =
      take("Tỉnh,Lao động 2020\nHà Nội,10\nĐà Nẵng,20\nHuế,3\n", {.sector_level = SectorLevel::division});
  ASSERT_ERROR(none, invalid_argument);
  EXPECT_EQ(none.error().subject.field, "sectors_without_codes");
  const auto coarse = take("Tỉnh,Mã ngành,Lao động 2020\nHà Nội,13,10\nHà Nội,14,30\nĐà Nẵng,13,20\n",
                           {.sector_level = SectorLevel::group});
  ASSERT_ERROR(coarse, invalid_argument);
  EXPECT_EQ(coarse.error().subject.field, "sectors_all_too_coarse");
}

TEST_F(Sectors, ThatStandTwiceAreRefusedRatherThanSummedTwice) {
  const auto twice =
      take("Tỉnh,Mã ngành,Lao động 2020\nHà Nội,1311,10\nHà Nội,1312,30\nHà Nội,1311,20\nĐà Nẵng,1311,1\n",
           {.sector_level = SectorLevel::division});
  ASSERT_ERROR(twice, duplicate_observation);
  EXPECT_EQ(twice.error().subject.row, 4U);
  EXPECT_EQ(twice.error().detail, "2");
}

TEST_F(Sectors, HaveNoSumsOfQuotients) {
  const auto taken = take(
      "Tỉnh,Mã ngành,Lao động 2020,Thương số vị trí (LQ) 2020\nHà Nội,1311,10,1.5\nHà Nội,1312,30,0.5\nĐà Nẵng,1311,1,2.5\nĐà Nẵng,1312,2,3.5\n",
      {.sector_level = SectorLevel::division});
  ASSERT_VALUE(taken);
  const TidyTable& rows = taken->tables.front().rows;
  for (const TidyRow& row : rows.rows)
    for (const Figure& figure : row.figures) EXPECT_EQ(rows.fields[figure.field], "employees");
  EXPECT_EQ(employees(*taken).at("Hà Nội|13"), "40");
}

/// Tables of classes in which every unit has a figure for each: the sum over sectors is the same at every level, unit by unit.
RC_GTEST_PROP(SectorSums, KeepTheTotalsOfUnits, ()) {
  const std::array<std::string, 9> classes{"1010", "1020", "1079", "1311", "1392",
                                           "1410", "2220", "4610", "6201"};
  const std::array<std::string, 3> units{"Hà Nội", "Đà Nẵng", "Huế"};
  const auto used = *rc::gen::unique<std::vector<std::string>>(
      *rc::gen::inRange<std::size_t>(2, classes.size()), rc::gen::elementOf(classes));
  std::string text = "Tỉnh,Mã ngành,Lao động 2020\n";
  std::map<std::string, long> totals;
  for (const std::string& unit : units)
    for (const std::string& code : used) {
      const long number = *rc::gen::inRange<long>(0, 5000);
      totals[unit] += number;
      text += unit + "," + code + "," + std::to_string(number) + "\n";
    }
  const test::TemporaryFolder folder;
  test::write_file(folder / "t.csv", text);
  for (const SectorLevel level :
       {SectorLevel::as_found, SectorLevel::group, SectorLevel::division, SectorLevel::section}) {
    const auto taken = take_tables(
        {.tables = {{.file = folder / "t.csv"}}, .classification = "vsic-2018", .sector_level = level},
        classifications_alone());
    RC_ASSERT(taken.has_value());
    std::map<std::string, long> sums;
    for (const TidyRow& row : taken->tables.front().rows.rows)
      for (const Figure& figure : row.figures) sums[row.unit] += std::stol(figure.text);
    RC_ASSERT(sums == totals);
  }
}

/// Finer levels first, then coarser ones, give what the coarser one gives at once.
RC_GTEST_PROP(SectorSums, GiveTheSameInOneStepAsInSeveral, ()) {
  const std::array<std::string, 7> classes{"1010", "1020", "1311", "1312", "1392", "1410", "1420"};
  const auto used = *rc::gen::unique<std::vector<std::string>>(
      *rc::gen::inRange<std::size_t>(2, classes.size()), rc::gen::elementOf(classes));
  std::string text = "Tỉnh,Mã ngành,Lao động 2020\n";
  for (const char* unit : {"Hà Nội", "Huế", "Đà Nẵng"})
    for (const std::string& code : used)
      text += std::string(unit) + "," + code + "," + std::to_string(*rc::gen::inRange<long>(1, 5000)) + "\n";
  const test::TemporaryFolder folder;
  const auto at_level = [&](const std::string& table, SectorLevel level) {
    test::write_file(folder / "t.csv", table);
    const auto taken = take_tables(
        {.tables = {{.file = folder / "t.csv"}}, .classification = "vsic-2007", .sector_level = level},
        classifications_alone());
    std::map<std::string, std::string> figures;
    if (taken)
      for (const TidyRow& row : taken->tables.front().rows.rows)
        figures[row.unit + "," + row.sector_code] = row.figures.front().text;
    return figures;
  };
  std::string groups = "Tỉnh,Mã ngành,Lao động 2020\n";
  for (const auto& [key, figure] : at_level(text, SectorLevel::group))
    groups.append(key).append(",").append(figure).append("\n");
  const auto at_once = at_level(text, SectorLevel::division);
  RC_ASSERT(!at_once.empty());
  RC_ASSERT(at_level(groups, SectorLevel::division) == at_once);
}

}  // namespace
}  // namespace vicinia::gis::imports
