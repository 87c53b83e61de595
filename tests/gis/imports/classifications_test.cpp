// Of which classification the codes of a table are.
#include "vicinia/gis/imports/classifications.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>

#include "expect_error.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::imports {
namespace {

namespace fs = std::filesystem;

const Classifications& all_known() {
  static const Classifications known = classifications_in(VICINIA_RESOURCES_DIR);
  return known;
}

std::vector<CodedName> codes_only(const std::vector<std::string>& codes) {
  std::vector<CodedName> names;
  for (const std::string& code : codes) names.push_back({code, {}});
  return names;
}

/// All of a classification's own codes and names, in one language.
std::vector<CodedName> own_names(const Classification& classification, bool is_vietnamese) {
  std::vector<CodedName> names;
  for (const auto& [code, name] : classification.names) {
    const std::string& text = is_vietnamese ? name.vi : name.en;
    names.push_back({code, {text, text}});
  }
  return names;
}

TEST(Classifications, HaveTheSectionsAndDivisionsOfTheirDecisions) {
  struct Size {
    const char* id;
    std::size_t sections, divisions;
  };
  for (const Size& size : {Size{"vsic-1993", 20, 60}, Size{"vsic-2007", 21, 88}, Size{"vsic-2018", 21, 88},
                           Size{"vsic-2025", 22, 87}, Size{"isic-4", 21, 88}, Size{"isic-3", 17, 62}}) {
    const Classification* const one = all_known().find(size.id);
    ASSERT_NE(one, nullptr) << size.id;
    std::size_t sections = 0, divisions = 0;
    for (const auto& [code, name] : one->names) {
      ++(level_of(code) == SectorLevel::section ? sections : divisions);
      EXPECT_FALSE(name.vi.empty()) << size.id << " " << code;
      EXPECT_FALSE(name.en.empty()) << size.id << " " << code;
      if (level_of(code) != SectorLevel::division) continue;
      const auto section = one->at(code, SectorLevel::section);
      ASSERT_TRUE(section) << size.id << " " << code;
      EXPECT_TRUE(one->names.contains(*section)) << size.id << " " << code;
    }
    EXPECT_EQ(sections, size.sections) << size.id;
    EXPECT_EQ(divisions, size.divisions) << size.id;
  }
}

TEST(Classifications, TellFoodFromLeatherInDivision15) {
  EXPECT_EQ(all_known().find("vsic-1993")->names.at("15").en, "Manufacture of food products and beverages");
  EXPECT_EQ(all_known().find("isic-3")->names.at("15").en, "Manufacture of food products and beverages");
  EXPECT_EQ(all_known().find("vsic-2007")->names.at("15").en, "Manufacture of leather and related products");
  EXPECT_EQ(all_known().find("isic-4")->names.at("15").en, "Manufacture of leather and related products");
}

TEST(Classifications, MapAllTwentyTwoPublishedSectorsWhereTheyMapThem) {
  ASSERT_EQ(all_known().published.size(), 22U);
  for (const Classification& one : all_known().all) {
    std::set<std::string> sectors;
    for (const auto& [code, no] : one.sector_of) {
      EXPECT_TRUE(one.has(code)) << one.id << " " << code;
      sectors.insert(no);
    }
    const bool is_mapped = one.id != "vsic-1993" && one.id != "isic-3";
    EXPECT_EQ(sectors.size(), is_mapped ? 22U : 0U) << one.id;
  }
  // The notes of the list say the same of VSIC 2007.
  const auto list = io::read_table(fs::path(VICINIA_RESOURCES_DIR) / "data/vietnam-2007/sectors.csv");
  ASSERT_VALUE(list);
  const Classification& vsic = *all_known().find("vsic-2007");
  for (const auto& row : list->rows) {
    const std::string no = row[*list->column("sector_no")], note = row[*list->column("note")];
    for (const auto& [code, of] : vsic.sector_of)
      if (of == no) {
        EXPECT_NE(note.find(" " + code), std::string::npos) << no << " " << code;
      }
  }
}

TEST(ActivityCodes, AreReadAsTablesWriteThem) {
  EXPECT_EQ(activity_code("C"), "C");
  EXPECT_EQ(activity_code(" 13 "), "13");
  EXPECT_EQ(activity_code("C13"), "13");
  EXPECT_EQ(activity_code("13.11"), "1311");
  EXPECT_EQ(activity_code("05/B"), "05");
  EXPECT_EQ(activity_code("70-74/L"), "L");
  EXPECT_EQ(activity_code("90,93/P"), "P");
  for (const char* none : {"", "I-IV", "1", "Dệt", "13 Dệt", "12345678", "W", "CC", "/C"})
    EXPECT_FALSE(activity_code(none)) << none;
}

TEST(ActivityCodes, LieInWhatTheirDigitsAndSectionsSay) {
  const Classification& vsic = *all_known().find("vsic-1993");
  EXPECT_EQ(vsic.at("1511", SectorLevel::division), "15");
  EXPECT_EQ(vsic.at("1511", SectorLevel::group), "151");
  EXPECT_EQ(vsic.at("15112", SectorLevel::industry_class), "1511");
  EXPECT_EQ(vsic.at("73", SectorLevel::section), "K");
  EXPECT_EQ(vsic.at("74", SectorLevel::section), "L");
  EXPECT_EQ(vsic.at("D", SectorLevel::section), "D");
  EXPECT_FALSE(vsic.at("D", SectorLevel::division));
  EXPECT_FALSE(vsic.at("04", SectorLevel::section));
}

/// Any two that have the same names are one as far as names go.
bool mean_the_same(const std::string& a, const std::string& b) {
  const auto family = [](const std::string& id) {
    if (id == "vsic-1993" || id == "isic-3") return 3;
    return id == "vsic-2025" ? 5 : 4;
  };
  return family(a) == family(b);
}

TEST(Recognition, FindsEachClassificationByItsOwnNamesInEitherLanguage) {
  for (const Classification& one : all_known().all)
    for (const bool is_vietnamese : {true, false}) {
      const auto found = recognise_classification(all_known(), own_names(one, is_vietnamese), {});
      ASSERT_NE(found.classification, nullptr) << one.id;
      EXPECT_TRUE(mean_the_same(found.classification->id, one.id))
          << one.id << " was taken for " << found.classification->id;
    }
}

RC_GTEST_PROP(Recognition, DoesNotDependOnTheOrderOfTheCodes, ()) {
  const auto& of = *rc::gen::elementOf(all_known().all);
  std::vector<CodedName> codes = own_names(of, *rc::gen::arbitrary<bool>());
  const auto count = *rc::gen::inRange<std::size_t>(2, codes.size());
  std::mt19937 random(*rc::gen::arbitrary<std::uint32_t>());
  std::ranges::shuffle(codes, random);
  codes.resize(count);
  if (*rc::gen::arbitrary<bool>())
    for (CodedName& one : codes) one.name = {};
  const auto first = recognise_classification(all_known(), codes, {.years = {2007}});
  std::ranges::shuffle(codes, random);
  const auto second = recognise_classification(all_known(), codes, {.years = {2007}});
  RC_ASSERT(first.classification == second.classification);
  RC_ASSERT(first.by == second.by);
  RC_ASSERT(first.others == second.others);
}

TEST(Recognition, TakesNamesBesideCodesForStrongerThanTheYear) {
  const std::vector<CodedName> food{
      {"15", {"Sản xuất thực phẩm và đồ uống", "Sản xuất thực phẩm và đồ uống"}},
      {"16", {"Thuốc lá", "Thuốc lá"}},
      {"17", {"Dệt", "Dệt"}}};
  const auto found = recognise_classification(all_known(), food, {.years = {2020}});
  ASSERT_NE(found.classification, nullptr);
  EXPECT_EQ(found.classification->id, "vsic-1993");
  EXPECT_EQ(found.by, ClassifiedBy::names);
}

TEST(Recognition, SaysWhatCodesWithoutNamesMayBeToo) {
  const auto codes = codes_only({"13", "14", "15"});
  const auto of_2020 = recognise_classification(all_known(), codes, {.years = {2020}});
  ASSERT_NE(of_2020.classification, nullptr);
  EXPECT_EQ(of_2020.classification->id, "vsic-2018");
  EXPECT_EQ(of_2020.by, ClassifiedBy::year);
  EXPECT_EQ(of_2020.others, std::vector<std::string>{"vsic-1993"});
  const auto of_2000 = recognise_classification(all_known(), codes, {.years = {2000, 2002}});
  EXPECT_EQ(of_2000.classification->id, "vsic-1993");
  const auto of_2007 = recognise_classification(all_known(), codes, {.years = {2007}});
  EXPECT_EQ(of_2007.by, ClassifiedBy::usual);
  EXPECT_FALSE(of_2007.others.empty());
  EXPECT_FALSE(of_2007.other_meaning.empty());
}

TEST(Recognition, NamesOfThoseThatItMayBeOnlyTheOnesThatTheYearsLeave) {
  const auto found = recognise_classification(all_known(), codes_only({"J", "K", "L"}), {.years = {2025}});
  ASSERT_NE(found.classification, nullptr);
  EXPECT_EQ(found.by, ClassifiedBy::usual);
  EXPECT_EQ(found.classification->id, "vsic-2018");
  EXPECT_EQ(found.others, std::vector<std::string>{"vsic-2025"});
}

TEST(Recognition, KnowsCodesThatOnlyOneHas) {
  // 46 is no division of 1993, and 45 none of 2025.
  const auto codes = codes_only({"45", "46", "47", "10"});
  const auto found = recognise_classification(all_known(), codes, {});
  ASSERT_NE(found.classification, nullptr);
  EXPECT_EQ(found.classification->id, "vsic-2007");
  EXPECT_EQ(found.by, ClassifiedBy::codes);
  EXPECT_EQ(recognise_classification(all_known(), codes_only({"34", "40", "67"}), {}).classification->id,
            "vsic-1993");
  EXPECT_EQ(recognise_classification(all_known(), codes_only({"01", "02", "04", "91827"}), {}).classification,
            nullptr);
}

TEST(Recognition, BelievesWhatIsStatedAndSaysWhereNamesContradictIt) {
  const std::vector<CodedName> leather{{"15", {"Leather", "Leather and related products"}},
                                       {"13", {"Textiles", "Textiles"}}};
  const auto stated = recognise_classification(all_known(), leather, {.stated = "vsic-1993"});
  EXPECT_EQ(stated.classification->id, "vsic-1993");
  EXPECT_EQ(stated.by, ClassifiedBy::stated);
  ASSERT_NE(stated.contradicted_by, nullptr);
  EXPECT_TRUE(mean_the_same(stated.contradicted_by->id, "vsic-2007"));
  const auto right = recognise_classification(all_known(), leather, {.stated = "vsic-2018"});
  EXPECT_EQ(right.contradicted_by, nullptr);
}

TEST(Recognition, ReadsTheWordsOfTheTable) {
  const auto codes = codes_only({"13", "14"});
  const auto by_words = [&](const char* words) {
    const auto found = recognise_classification(all_known(), codes, {.words = words, .years = {2007}});
    return found.by == ClassifiedBy::words ? found.classification->id : std::string();
  };
  EXPECT_EQ(by_words("Lao động phân theo ngành (VSIC 2007)"), "vsic-2007");
  EXPECT_EQ(by_words("vsic1993_division_or_section"), "vsic-1993");
  EXPECT_EQ(by_words("By activity, ISIC Rev. 3.1"), "isic-3");
  EXPECT_EQ(by_words("ISIC Rev.4 division"), "isic-4");
  EXPECT_EQ(by_words("theo Quyết định số 36/2025/QĐ-TTg"), "vsic-2025");
  EXPECT_EQ(by_words("theo ngành kinh tế"), "");
}

/// The yearbook of 2008, as GSO printed it: names of its own, and letters of its own behind L.
TEST(Recognition, FindsVsic1993InTheYearbookOf2008) {
  const fs::path file = fs::path(VICINIA_SHARED_DATA_DIR) /
                        "statistics/gso_yearbook2008_enterprises_employees_by_activity_2005_2007.csv";
  if (!fs::exists(file)) GTEST_SKIP() << "needs ../shared/data/statistics";
  const auto table = io::read_table(file);
  ASSERT_VALUE(table);
  std::vector<CodedName> codes;
  for (const auto& row : table->rows)
    if (const auto code = activity_code(row[0])) codes.push_back({*code, {row[2], row[2]}});
  EXPECT_GT(codes.size(), 60U);
  const auto found = recognise_classification(all_known(), codes, {.years = {2005, 2006, 2007}});
  ASSERT_NE(found.classification, nullptr);
  EXPECT_EQ(found.classification->id, "vsic-1993");
  EXPECT_EQ(found.by, ClassifiedBy::names);
}

}  // namespace
}  // namespace vicinia::gis::imports
