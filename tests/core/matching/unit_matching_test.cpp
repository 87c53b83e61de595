// Laws of matching rows to units, over names of the whole country as people write them, then the cases.
#include "vicinia/core/matching/unit_matching.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "matching/spellings.h"

namespace vicinia::core::matching {
namespace {

const Country& districts() {
  static const Country country = districts_of_2007();
  return country;
}
const Country& communes() {
  static const Country country = communes_of_2025();
  return country;
}
const UnitNames& district_names() {
  static const UnitNames names(districts().frame, districts().level, other_names(districts().frame));
  return names;
}

RowMatch match_alone(const RowName& row, std::span<const Decision> decisions = {}) {
  return district_names().match(std::span(&row, 1), decisions).rows.front();
}
std::string unit_of(const RowMatch& match) { return match.unit ? districts().frame[*match.unit].code : ""; }

/// "Certain" is hardly ever wrong, and said of nearly all that can be told.
void expect_accurate(const Country& country, const std::vector<Spelling>& spellings) {
  constexpr double least_precision = 0.999, least_recall = 0.98, least_found = 0.96;
  const auto kinds = accuracy(country, spellings);
  std::size_t certain = 0, right = 0;
  std::string wrong;
  for (const Accuracy& one : kinds) {
    certain += one.certain;
    right += one.certain_and_right;
    for (const std::string& text : one.wrong) wrong += one.kind + ": " + text + "\n";
  }
  const Accuracy told = sum(kinds, Due::certain), mistyped = sum(kinds, Due::found);
  ASSERT_GT(told.pairs, 2000u);
  EXPECT_GE(static_cast<double>(right), least_precision * static_cast<double>(certain)) << wrong;
  EXPECT_GE(static_cast<double>(told.certain_and_right), least_recall * static_cast<double>(told.pairs));
  EXPECT_GE(static_cast<double>(mistyped.found), least_found * static_cast<double>(mistyped.pairs));
}

TEST(Spellings, OfTheDistrictsOf2007AreFoundAndNeverTakenForOthers) {
  expect_accurate(districts(), spellings_by_rule(districts()));
}

TEST(Spellings, OfTheCommunesOf2025AreFoundAndNeverTakenForOthers) {
  expect_accurate(communes(), spellings_by_rule(communes()));
}

TEST(Spellings, OfThePublishedListAreFoundWithAtMostThreeAsked) {
  const auto published = published_spellings();
  ASSERT_EQ(published.size(), 96u);
  const Accuracy all = sum(accuracy(districts(), published), Due::found);
  EXPECT_EQ(all.certain, all.certain_and_right);
  EXPECT_LE(all.pairs - all.found, 3u);
}

TEST(Spellings, WrittenByHandAreFoundForProvincesAndDistricts) {
  for (const admin::Level level : {admin::Level{0}, admin::Level{1}}) {
    Country country = districts();
    country.level = level;
    for (const Accuracy& one : accuracy(country, spellings_by_hand(level))) {
      EXPECT_EQ(one.certain, one.certain_and_right)
          << one.kind << (one.wrong.empty() ? "" : one.wrong.front());
      if (one.due != Due::open) {
        EXPECT_EQ(one.found, one.pairs) << one.kind << (one.missed.empty() ? "" : one.missed.front());
      }
    }
  }
}

/// Rows of a table, some spelt by rule, some twice.
rc::Gen<std::vector<RowName>> some_rows() {
  return rc::gen::map(rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 14000)),
                      [](const std::vector<std::size_t>& picks) {
                        static const auto all = spellings_by_rule(districts());
                        std::vector<RowName> rows;
                        for (const std::size_t pick : picks) rows.push_back(all[pick % all.size()].row);
                        return rows;
                      });
}

RC_GTEST_PROP(Matching, IsTheSameInAnyOrderOfRows, ()) {
  const auto rows = *some_rows();
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::reverse(order);
  std::vector<RowName> turned;
  for (const std::size_t row : order) turned.push_back(rows[row]);
  const Matching one = district_names().match(rows), other = district_names().match(turned);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    RC_ASSERT(one.rows[order[i]].certainty == other.rows[i].certainty);
    RC_ASSERT(one.rows[order[i]].unit == other.rows[i].unit);
  }
  RC_ASSERT(one.without_row == other.without_row);
}

RC_GTEST_PROP(Matching, MakesNoTwoRowsThatStandBesideEachOtherCertainlyOneUnit, ()) {
  const auto rows = *some_rows();
  const Matching matching = district_names().match(rows);
  std::vector<std::size_t> claims(districts().frame.size(), 0);
  for (const RowMatch& row : matching.rows)
    if (row.unit && row.certainty == Certainty::certain) ++claims[*row.unit];
  RC_ASSERT(std::ranges::all_of(claims, [](std::size_t count) { return count <= 1; }));
}

RC_GTEST_PROP(Matching, HoldsToWhatWasDecidedWhateverTheNamesSay, ()) {
  const auto rows = *rc::gen::suchThat(some_rows(), [](const auto& some) { return !some.empty(); });
  const auto& frame = districts().frame;
  const auto units = frame.at_level(districts().level);
  const auto& row = rows[*rc::gen::inRange<std::size_t>(0, rows.size())];
  const std::string unit = frame[units[*rc::gen::inRange<std::size_t>(0, units.size())]].code;
  const Decision decision{row.code, row.name, row.parent, unit};
  const RowMatch match = match_alone(row, std::span(&decision, 1));
  RC_ASSERT(unit_of(match) == unit);
  RC_ASSERT(match.certainty == Certainty::certain && match.reason == Reason::decided);
}

TEST(Matching, AsksBetweenHomonymsAndListsThem) {
  const RowMatch match = match_alone({.name = "Châu Thành"});
  EXPECT_EQ(match.certainty, Certainty::asked);
  EXPECT_EQ(match.reason, Reason::one_of_several);
  EXPECT_GE(match.suggestions.size(), 5u);
}

TEST(Matching, TakesTheHomonymThatNoOtherRowIs) {
  const std::vector<RowName> rows{{.name = "TP. Cao Lãnh", .parent = "Đồng Tháp"},
                                  {.name = "Cao Lãnh", .parent = "Đồng Tháp"}};
  const Matching matching = district_names().match(rows);
  EXPECT_EQ(unit_of(matching.rows[0]), "866");
  EXPECT_EQ(unit_of(matching.rows[1]), "873");
  EXPECT_EQ(matching.rows[1].certainty, Certainty::likely);
  EXPECT_EQ(matching.rows[1].reason, Reason::others_have_a_row);
}

TEST(Matching, OfTwoRowsOfOnePeriodThatSayOneUnitAsksAndOfTwoPeriodsTakesBoth) {
  std::vector<RowName> rows{{.name = "Biên Hòa", .parent = "Đồng Nai"},
                            {.name = "TP Bien Hoa", .parent = "Đồng Nai"}};
  Matching matching = district_names().match(rows);
  EXPECT_EQ(matching.rows[1].certainty, Certainty::asked);
  EXPECT_EQ(matching.rows[1].reason, Reason::claimed_twice);
  rows[0].beside = {2006};
  rows[1].beside = {2007};
  matching = district_names().match(rows);
  EXPECT_EQ(unit_of(matching.rows[0]), "731");
  EXPECT_EQ(unit_of(matching.rows[1]), "731");
}

TEST(Matching, TakesRunningNumbersForNoCodes) {
  std::vector<RowName> rows;
  int number = 0;
  for (const char* name : {"Hà Nội", "Vĩnh Phúc", "Bắc Ninh", "Quảng Ninh", "Hải Dương", "Hải Phòng"})
    rows.push_back({.code = std::to_string(++number), .name = name});
  const UnitNames provinces(districts().frame, {0});
  const Matching matching = provinces.match(rows);
  EXPECT_TRUE(matching.are_codes_ignored);
  EXPECT_EQ(matching.count(Certainty::certain), rows.size());
  EXPECT_EQ(districts().frame[*matching.rows[1].unit].name_vi, "Vĩnh Phúc");
}

TEST(Matching, OfACodeAndANameThatSayDifferentUnitsAsks) {
  const auto& frame = districts().frame;
  std::vector<RowName> rows;
  for (const admin::UnitIndex unit : frame.at_level({0}))
    rows.push_back({.code = frame[unit].code, .name = frame[unit].name_vi});
  std::swap(rows[3].code, rows[4].code);
  const Matching matching = UnitNames(frame, {0}).match(rows);
  EXPECT_FALSE(matching.are_codes_ignored);
  EXPECT_EQ(matching.rows[3].reason, Reason::code_contradicts);
  EXPECT_EQ(matching.count(Certainty::asked), 2u);
}

TEST(Matching, ChoosesTheLevelThatTheRowsAreOf) {
  std::vector<RowName> rows;
  for (const char* name : {"Hà Nội", "Bắc Ninh", "Thái Bình", "Nam Định"}) rows.push_back({.name = name});
  EXPECT_EQ(match_units(districts().frame, rows).level, admin::Level{0});
  rows.clear();
  for (const char* name : {"Quận 12", "Thủ Đức", "Bình Chánh"})
    rows.push_back({.name = name, .parent = "TP HCM"});
  EXPECT_EQ(match_units(districts().frame, rows).level, admin::Level{1});
}

TEST(Matching, NamesTheUnitsThatNoRowIsAbout) {
  const RowName row{.name = "Biên Hòa", .parent = "Đồng Nai"};
  const Matching matching = district_names().match(std::span(&row, 1));
  EXPECT_EQ(matching.without_row.size() + 1, districts().frame.at_level(districts().level).size());
}

}  // namespace
}  // namespace vicinia::core::matching
