// From a table and boundaries as people have them to a data set.
#include "vicinia/gis/imports/import.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "expect_error.h"
#include "files.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::imports {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::matching::Certainty;

const Known& known() {
  static const Known all = known_in(VICINIA_RESOURCES_DIR);
  return all;
}

bool has(const std::vector<core::Finding>& findings, ErrorCode code) {
  return std::ranges::any_of(findings, [&](const core::Finding& one) { return one.code == code; });
}

/// A yearbook's table of all provinces: two title lines, years across, regions and the country, a note.
std::string yearbook_of_2007(bool is_right = true) {
  std::string text =
      "\"Số lao động trong các doanh nghiệp phân theo địa phương\",,,\n\"Number of employees in enterprises by province\",,,\n"
      "\"Người - Person\",,,\n,2005,2006,2007\n";
  std::string rows;
  long sums[3] = {};
  long number = 1000;
  for (const KnownFrame& one : known().frames) {
    if (one.id != "2007") continue;
    for (const auto unit : one.frame.at_level({0})) {
      rows += "\"" + one.frame[unit].name_vi + " - " + one.frame[unit].name_en + "\"";
      for (long& sum : sums) {
        number += 37;
        sum += number;
        rows += "," + std::to_string(number);
      }
      rows += "\n";
    }
  }
  if (!is_right) sums[1] += 1;
  text += "\"CẢ NƯỚC - WHOLE COUNTRY\"";
  for (const long sum : sums) text += "," + std::to_string(sum);
  return text + "\n" + rows + "\"Nguồn: Tổng cục Thống kê\",,,\n";
}

class Importing : public testing::Test {
 protected:
  [[nodiscard]] core::Result<Imported> run(const Recipe& recipe, const char* name = "made") {
    folder_to_be_ = folder_ / name;
    fs::create_directories(folder_to_be_);
    return import_all(recipe, known(), folder_to_be_);
  }
  [[nodiscard]] fs::path table(const std::string& text, const char* name = "bảng.csv") {
    test::write_file(folder_ / name, text);
    return folder_ / name;
  }

  test::TemporaryFolder folder_;
  fs::path folder_to_be_;
};

TEST_F(Importing, AYearbookTableFindsAllProvincesItsYearsAndItsTotals) {
  const auto made = run({.tables = {{.file = table(yearbook_of_2007())}}});
  ASSERT_VALUE(made);
  EXPECT_EQ(made->matching.count(Certainty::certain), 64u);
  EXPECT_EQ(made->boundaries.onto, "vietnam-2007");
  const core::Dataset& data = *made->made.loaded.dataset;
  EXPECT_EQ(data.periods, (std::vector<std::string>{"2005", "2006", "2007"}));
  EXPECT_EQ(data.observations.rows().size(), 64u * 3);
  ASSERT_EQ(made->tables.tables.size(), 1u);
  EXPECT_GE(made->tables.tables[0].sums.checked, 3u);
  EXPECT_TRUE(made->tables.tables[0].sums.differences.empty());
  EXPECT_EQ(data.frames.size(), 2u) << "63 provinces since 2008, and 34 of today";
}

TEST_F(Importing, ATotalThatItsPartsDoNotMakeIsTold) {
  const auto made = run({.tables = {{.file = table(yearbook_of_2007(false))}}});
  ASSERT_VALUE(made);
  EXPECT_TRUE(has(made->findings(), ErrorCode::sum_differs));
}

TEST_F(Importing, EveryFigureOfAMatchedRowArrivesOnceAndNoOther) {
  const auto made =
      run({.tables = {{.file = table("Tỉnh,Lao động 2020\nHà Nội,10\nĐà Nẵng,20\nAtlantis,40\n")}}});
  ASSERT_VALUE(made);
  double sum = 0;
  for (const auto& row : made->made.loaded.dataset->observations.rows()) sum += row.counts.employees.number();
  EXPECT_EQ(sum, 30);
  EXPECT_TRUE(has(made->findings(), ErrorCode::rows_unmatched));
  EXPECT_TRUE(has(made->findings(), ErrorCode::units_not_in_table));
  const auto rows = io::read_table(folder_to_be_ / "rows.csv");
  ASSERT_VALUE(rows);
  EXPECT_EQ(rows->rows.size(), 3u);
  const auto units = io::read_table(folder_to_be_ / "units.csv");
  ASSERT_VALUE(units);
  EXPECT_EQ(units->rows.size(), made->matching.without_row.size());
}

TEST_F(Importing, ItsRecipeGivesTheSameOnceMore) {
  const auto made = run({.tables = {{.file = table(yearbook_of_2007())}}});
  ASSERT_VALUE(made);
  const auto recipe = read_recipe(folder_to_be_ / "import.json");
  ASSERT_VALUE(recipe);
  const auto again = run(recipe->recipe, "again");
  ASSERT_VALUE(again);
  EXPECT_EQ(test::read_file(folder_ / "again/observations.csv"),
            test::read_file(folder_ / "made/observations.csv"));
  EXPECT_EQ(test::read_file(folder_ / "again/manifest.json"),
            test::read_file(folder_ / "made/manifest.json"));
  EXPECT_EQ(test::read_file(folder_ / "again/import.json"), test::read_file(folder_ / "made/import.json"));
}

TEST_F(Importing, ItsRecipeNamesFilesSoThatItCanBeReadFromAnyFolder) {
  const fs::path file = table(yearbook_of_2007());
  ASSERT_VALUE(run({.tables = {{.file = fs::relative(file)}}}));
  const auto recipe = read_recipe(folder_to_be_ / "import.json");
  ASSERT_VALUE(recipe);
  EXPECT_TRUE(fs::equivalent(recipe->recipe.tables.front().file, file));
  ASSERT_VALUE(run(recipe->recipe, "again"));
}

TEST_F(Importing, NamesOfTwoDatesGoOntoTheBoundariesOfTheirYear) {
  const auto of_year = [&](const std::string& year) {
    const auto made =
        run({.tables = {{.file = table("Tỉnh,Lao động " + year + "\nHà Nội,1\nHải Phòng,2\nĐà Nẵng,3\n",
                                       (year + ".csv").c_str())}}},
            year.c_str());
    EXPECT_TRUE(made.has_value());
    return made ? made->boundaries.onto : std::string();
  };
  EXPECT_EQ(of_year("2006"), "vietnam-2007") << "Hải Phòng had no Hải Dương";
  EXPECT_EQ(of_year("2024"), "vietnam-2007");
  EXPECT_EQ(of_year("2025"), "vietnam-2025");
}

TEST_F(Importing, CommunesAreNoDistrictsOfTheSameName) {
  const auto made = run({.tables = {{.file = table("Xã,Lao động 2025\nBa Đình,5\nNgọc Hà,6\nCửa Nam,7\n")}}});
  ASSERT_ERROR(made, invalid_argument);
  EXPECT_EQ(made.error().subject.field, "boundaries_of_communes");
}

TEST_F(Importing, CommunesOf2025AreKnownByTheirNames) {
  const KnownFrame& of_2025 = *std::ranges::find(known().frames, "2025", &KnownFrame::id);
  const auto communes = of_2025.frame.at_level({1});
  EXPECT_EQ(communes.size(), 3321u);
  EXPECT_TRUE(std::ranges::none_of(communes, [&](auto unit) {
    return of_2025.frame[unit].name_vi == of_2025.frame[unit].code || of_2025.frame[unit].name_vi.empty();
  }));
}

TEST_F(Importing, WhatWasDecidedHoldsAndWhatIsLikelyMayBeLeftOut) {
  Recipe recipe{
      .onto = "vietnam-2007",
      .onto_level = "district",
      .tables = {{.file = table("Tỉnh,Huyện,Lao động 2007\nĐồng Tháp,Cao Lãnh,5\nĐồng Nai,Bien Hao,7\n")}}};
  auto made = run(recipe);
  ASSERT_VALUE(made);
  EXPECT_EQ(made->matching.count(Certainty::asked), 1u);
  EXPECT_EQ(made->matching.count(Certainty::likely), 1u);
  EXPECT_EQ(made->made.loaded.dataset->observations.rows().size(), 1u);
  recipe.decisions = {{"", "Cao Lãnh", "Đồng Tháp", "866"}};
  made = run(recipe, "decided");
  ASSERT_VALUE(made);
  EXPECT_EQ(made->made.loaded.dataset->observations.rows().size(), 2u);
  recipe.leaves_likely_out = true;
  made = run(recipe, "certain");
  ASSERT_VALUE(made);
  EXPECT_EQ(made->made.loaded.dataset->observations.rows().size(), 1u);
}

TEST_F(Importing, CodesOfVsicGetTheirNamesAndTheirLevels) {
  const auto made = run(
      {.tables = {
           {.file = table(
                "Mã tỉnh,Tỉnh,Mã ngành,Lao động 2020\n01,Hà Nội,13,10\n01,Hà Nội,14,30\n48,Đà Nẵng,13,20\n48,Đà Nẵng,14,5\n")}}});
  ASSERT_VALUE(made);
  const auto& sectors = made->made.loaded.dataset->sectors;
  ASSERT_EQ(sectors.size(), 2u);
  EXPECT_EQ(sectors[0].code, "13");
  EXPECT_EQ(sectors[0].name_vi, "Dệt");
  EXPECT_EQ(sectors[1].name_en, "Manufacture of wearing apparel");
  // Two sectors of all are no whole: their sums are no totals, and quotients from them would be wrong.
  EXPECT_EQ(made->made.loaded.dataset->provenance.completeness, core::Completeness::published_list);
}

TEST_F(Importing, ATableThatPrintsTheTotalsOfItsSectorsIsComplete) {
  const auto made = run(
      {.tables = {
           {.file = table(
                "Lao động 2020,,,\nTỉnh,Tổng số,13,14\nHà Nội,40,10,30\nĐà Nẵng,25,20,5\nHuế,3,1,2\n")}}});
  ASSERT_VALUE(made);
  EXPECT_EQ(made->made.loaded.dataset->provenance.completeness, core::Completeness::complete_matrix);
  const auto off = run(
      {.tables = {{.file = table(
                       "Lao động 2020,,,\nTỉnh,Tổng số,13,14\nHà Nội,41,10,30\nĐà Nẵng,25,20,5\nHuế,3,1,2\n",
                       "off.csv")}}},
      "off");
  ASSERT_VALUE(off);
  EXPECT_EQ(off->made.loaded.dataset->provenance.completeness, core::Completeness::published_list);
  EXPECT_TRUE(has(off->findings(), ErrorCode::sum_differs));
}

TEST_F(Importing, AFigureInThousandsThatMayBeTwoNumbersIsRefused) {
  const auto open =
      run({.tables = {
               {.file = table(
                    "Lao động,\nĐơn vị tính: Nghìn người,\nTỉnh,2020\nHà Nội,1.234\nĐà Nẵng,20\nHuế,5\n")}}});
  ASSERT_ERROR(open, ambiguous_number);
  EXPECT_EQ(open.error().subject.row, 4U);
  EXPECT_EQ(open.error().detail, "1234|1.234");
  const auto proven = run(
      {.tables = {{.file = table(
                       "Lao động;\nĐơn vị tính: Nghìn người;\nTỉnh;2020\nHà Nội;1.234\nĐà Nẵng;20,5\nHuế;5\n",
                       "p.csv")}}},
      "proven");
  ASSERT_VALUE(proven);
  double sum = 0;
  for (const auto& row : proven->made.loaded.dataset->observations.rows())
    sum += row.counts.employees.number();
  EXPECT_EQ(sum, 1234000 + 20500 + 5000);
}

TEST_F(Importing, WhatIsNotSaidIsAskedAndNotAssumed) {
  const auto no_year = run({.tables = {{.file = table("Tỉnh,Lao động\nHà Nội,10\nĐà Nẵng,20\nHuế,3\n")}}});
  ASSERT_ERROR(no_year, invalid_argument);
  EXPECT_EQ(no_year.error().subject.field, "survey_date");
  const auto no_words =
      run({.tables = {{.file = table("Tỉnh,2020\nHà Nội,10\nĐà Nẵng,20\nHuế,3\n", "w.csv")}}}, "words");
  ASSERT_ERROR(no_words, no_figures);
}

TEST_F(Importing, FiguresInThousandsAreMultiplied) {
  const auto made = run(
      {.tables = {
           {.file = table(
                "Lao động,\nĐơn vị tính: Nghìn người,\nTỉnh,2020\nHà Nội,10.5\nĐà Nẵng,20\nCần Thơ,3.25\n")}}});
  ASSERT_VALUE(made);
  double sum = 0;
  for (const auto& row : made->made.loaded.dataset->observations.rows()) sum += row.counts.employees.number();
  EXPECT_EQ(sum, 33750);
}

TEST_F(Importing, HaTayIsAUnitOnlyWhereATableCountsIt) {
  const auto of_2007 = run({.tables = {{.file = table(yearbook_of_2007())}}});
  ASSERT_VALUE(of_2007);
  EXPECT_EQ(of_2007->boundaries.units.frame.size(), 64u);
  EXPECT_FALSE(of_2007->made.loaded.dataset->provenance.boundary_note.en.empty())
      << "the area of Hà Nội is another one";
  std::string later = yearbook_of_2007();
  const std::size_t at = later.find("\"Hà Tây"), end = later.find('\n', at);
  later.erase(at, end + 1 - at);
  const auto of_2008 = run({.tables = {{.file = table(later, "2008.csv")}}}, "later");
  ASSERT_VALUE(of_2008);
  EXPECT_EQ(of_2008->boundaries.units.frame.size(), 63u);
  EXPECT_TRUE(of_2008->matching.without_row.empty());
  EXPECT_TRUE(of_2008->made.loaded.dataset->provenance.boundary_note.en.empty());
  EXPECT_EQ(of_2008->made.loaded.dataset->frames.size(), 1u) << "the 34 of today";
}

TEST_F(Importing, NamesOfAnotherYearAreNotTakenForUnitsThatKeptTheName) {
  // Bắc Ninh of 2025 is Bắc Giang too.
  Recipe recipe{.onto = "vietnam-2025", .tables = {{.file = table(yearbook_of_2007())}}};
  const auto old_names = run(recipe);
  ASSERT_ERROR(old_names, boundaries_of_another_year);
  EXPECT_EQ(old_names.error().subject.field, "names");
  recipe.are_boundaries_right = true;
  ASSERT_VALUE(run(recipe, "all the same"));
  std::string today = "Tỉnh,Lao động 2025\n";
  for (const KnownFrame& one : known().frames)
    if (one.id == "2025")
      for (const auto unit : one.frame.at_level({0})) today += one.frame[unit].name_vi + ",7\n";
  const auto new_names =
      run({.onto = "vietnam-2007", .onto_level = "province", .tables = {{.file = table(today, "nay.csv")}}},
          "new");
  ASSERT_ERROR(new_names, boundaries_of_another_year);
  const auto at_home = run({.tables = {{.file = table(today, "nay.csv")}}}, "home");
  ASSERT_VALUE(at_home);
  EXPECT_EQ(at_home->boundaries.onto, "vietnam-2025");
}

TEST_F(Importing, WhatIsWrongWithAFigureIsToldWhereItStandsInTheTable) {
  const auto negative =
      run({.onto = "vietnam-2025",
           .tables = {{.file = table("Bảng 1,\n\nTỉnh,Lao động 2024\nHà Nội,10\nĐà Nẵng,-5\n")}}});
  ASSERT_ERROR(negative, negative_count);
  EXPECT_EQ(negative.error().subject.file, (folder_ / "bảng.csv").string());
  EXPECT_EQ(negative.error().subject.row, 5U);
  // A word where the first figure should be makes its row no heading.
  const auto word = run({.onto = "vietnam-2025",
                         .tables = {{.file = table("Tỉnh,Lao động 2024\nHà Nội,abc\nĐà Nẵng,20\nHuế,5\n")}}},
                        "word");
  ASSERT_FALSE(word);
  EXPECT_EQ(word.error().subject.file, (folder_ / "bảng.csv").string());
  EXPECT_EQ(word.error().subject.row, 2U);
}

TEST_F(Importing, ATableOfNothingThatIsKnownSaysSo) {
  const auto other = run({.tables = {{.file = table("Tỉnh,Lao động 2020\nNarnia,10\nGondor,20\n")}}});
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::no_row_matched);
  const auto none = run({}, "none");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::invalid_argument);
  const auto nowhere =
      run({.onto = "../secrets", .tables = {{.file = table(yearbook_of_2007())}}}, "nowhere");
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().code, ErrorCode::folder_not_found);
}

TEST_F(Importing, OntoOnesOwnBoundariesCopiesThemIntoTheDataSet) {
  const fs::path layer = fs::path(VICINIA_RESOURCES_DIR) / "data/vietnam-2025/provinces.shp";
  const auto made = run({.boundaries = {.file = layer},
                         .tables = {{.file = table("Tỉnh,Lao động 2025\nHà Nội,10\nHuế,20\nLào Cai,1\n")}}});
  ASSERT_VALUE(made);
  EXPECT_TRUE(fs::exists(folder_to_be_ / "boundaries.gpkg"));
  EXPECT_EQ(made->made.loaded.dataset->frame.size(), 34u);
  EXPECT_EQ(made->made.loaded.dataset->observations.rows().size(), 3u);
}

TEST_F(Importing, IsPutWhereItIsWantedOnlyIfNothingElseIsThere) {
  const auto made = run({.tables = {{.file = table(yearbook_of_2007())}}});
  ASSERT_VALUE(made);
  fs::create_directories(folder_ / "work");
  test::write_file(folder_ / "work/thesis.txt", "years of work");
  const auto refused = keep_dataset(folder_to_be_, folder_ / "work");
  ASSERT_FALSE(refused);
  EXPECT_TRUE(fs::exists(folder_ / "work/thesis.txt"));
  ASSERT_VALUE(keep_dataset(folder_to_be_, folder_ / "new"));
  EXPECT_TRUE(fs::exists(folder_ / "new/manifest.json"));
  EXPECT_FALSE(fs::exists(folder_to_be_));
  const auto again = run({.tables = {{.file = table(yearbook_of_2007())}}}, "second");
  ASSERT_VALUE(again);
  ASSERT_VALUE(keep_dataset(folder_to_be_, folder_ / "new"));
  EXPECT_TRUE(fs::exists(folder_ / "new/manifest.json"));
}

TEST_F(Importing, ThatIsStoppedLeavesNothingBehind) {
  std::stop_source stop;
  stop.request_stop();
  fs::path folder;
  {
    auto workshop = Workshop::beside(folder_ / "target");
    ASSERT_VALUE(workshop);
    folder = workshop->folder();
    const auto made = import_all({.tables = {{.file = table(yearbook_of_2007())}}}, known(), folder,
                                 {.stop = stop.get_token()});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::cancelled);
  }
  EXPECT_FALSE(fs::exists(folder));
  EXPECT_FALSE(fs::exists(folder_ / "target"));
}

/// The province tables of the yearbook of 2008, as GSO printed them.
TEST_F(Importing, TheYearbookOf2008Finds64Of64AndKeepsWhatBelongsToNoneApart) {
  const fs::path file = fs::path(VICINIA_SHARED_DATA_DIR) /
                        "statistics/gso_yearbook2008_enterprises_employees_by_province_2005_2007.csv";
  if (!fs::exists(file)) GTEST_SKIP() << "needs ../shared/data/statistics";
  const auto made = run({.tables = {{.file = file}}});
  ASSERT_VALUE(made);
  EXPECT_EQ(made->matching.count(Certainty::certain), 64u);
  EXPECT_EQ(made->made.loaded.dataset->observations.rows().size(), 64u * 3);
  EXPECT_TRUE(has(made->findings(), ErrorCode::rows_apart));
}

/// The published list onto the 674 real districts of its time.
TEST_F(Importing, ThePublishedListFindsItsDistrictsOnRealBoundaries) {
  const fs::path shared = VICINIA_SHARED_DATA_DIR,
                 layer = shared / "boundaries/vnm_adm2_2007vintage_gadmv1_674.shp";
  if (!fs::exists(layer)) GTEST_SKIP() << "needs ../shared/data/boundaries";
  const auto list = io::read_table(shared / "unido_appendix2.csv");
  ASSERT_VALUE(list);
  std::vector<core::matching::RowName> names;
  for (const auto& row : list->rows) {
    const core::matching::RowName name{.name = row[*list->column("district")],
                                       .parent = row[*list->column("province")]};
    if (row[*list->column("row_kind")] != "district") continue;
    if (std::ranges::none_of(
            names, [&](const auto& one) { return one.name == name.name && one.parent == name.parent; }))
      names.push_back(name);
  }
  ASSERT_EQ(names.size(), 96u);
  const auto made = run({.boundaries = {.file = layer},
                         .tables = {{.file = table("Tỉnh,Huyện,Lao động 2007\nHà Nội,Long Biên,5\n")}}});
  ASSERT_VALUE(made);
  for (std::uint32_t i = 0; i < names.size(); ++i)
    names[i].beside = {i};  // several spellings are of one district
  const auto& frame = made->boundaries.units.frame;
  const auto matching = core::matching::match_units(frame, names, {}, other_names(known().resources, frame));
  std::string open;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!matching.rows[i].unit) open += names[i].name + ", " + names[i].parent + "\n";
  EXPECT_LE(std::ranges::count(open, '\n'), 3) << open;
}

}  // namespace
}  // namespace vicinia::gis::imports
