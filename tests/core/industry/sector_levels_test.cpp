// Sectors that are parts of others: what is summed is summed once.
#include "vicinia/core/industry/sector_levels.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <vector>

namespace vicinia::core::industry {
namespace {

std::vector<Sector> sectors_of(const std::vector<std::string>& codes) {
  std::vector<Sector> sectors;
  for (const std::string& code : codes) sectors.push_back({.code = code});
  return sectors;
}

/// [unit][sector]
using Counts2d = std::vector<std::vector<double>>;

ObservationTable table_of(const Counts2d& counts) {
  std::vector<Observation> rows;
  for (std::size_t unit = 0; unit < counts.size(); ++unit)
    for (std::size_t sector = 0; sector < counts[unit].size(); ++sector)
      rows.push_back(
          {.unit = unit, .sector = sector, .counts = {.employees = Cell::of(counts[unit][sector])}});
  return *ObservationTable::from_rows(std::move(rows), {});
}

double total_of(const ObservationTable& table, admin::UnitIndex unit) {
  double sum = 0;
  for (const Observation& o : table.rows())
    if (o.unit == unit) sum += o.counts.employees.number();
  return sum;
}

const Counts2d nested{{1000, 600, 400, 100}, {100, 50, 50, 900}, {800, 500, 300, 200},
                      {50, 50, 0, 950},      {0, 0, 0, 1000},    {300, 200, 100, 700}};

TEST(SectorLevels, ClassesAndTheirGroupsAreKnownByTheirDigits) {
  auto sectors = sectors_of({"13", "131", "132", "15"});
  const auto table = table_of(nested);
  ASSERT_TRUE(give_parents_by_code(sectors, table));
  EXPECT_EQ(sectors[1].parent, "13");
  EXPECT_EQ(sectors[2].parent, "13");
  EXPECT_EQ(sectors[3].parent, "");
  const SectorLevels levels{sectors, *SectorTree::build(sectors), table};
  ASSERT_EQ(levels.count(), 2u);
  EXPECT_EQ(levels.tree.at_level(1), (std::vector<SectorIndex>{0, 3}));
  EXPECT_EQ(levels.tree.at_level(2), (std::vector<SectorIndex>{1, 2, 3})) << "15 is not divided further";
  EXPECT_EQ(levels.usual_level(), 2u);
  for (std::size_t level : {1u, 2u})
    for (admin::UnitIndex unit = 0; unit < nested.size(); ++unit)
      EXPECT_EQ(total_of(levels.at(level)->second, unit), nested[unit][0] + nested[unit][3]);
  EXPECT_EQ(levels.at(3).error().subject.field, "sector_level");
}

TEST(SectorLevels, PartsThatDoNotMakeTheWholeLeaveTheCoarserLevel) {
  Counts2d counts = nested;
  counts[2][2] -= 20;
  auto sectors = sectors_of({"13", "131", "132", "15"});
  const auto table = table_of(counts);
  ASSERT_TRUE(give_parents_by_code(sectors, table));
  EXPECT_EQ((SectorLevels{sectors, *SectorTree::build(sectors), table}).usual_level(), 1u);
}

TEST(SectorLevels, NumbersOfAPlainListAreNoClassification) {
  for (const auto& codes : {std::vector<std::string>{"1", "2", "10", "11"},
                            {"I", "II", "III", "IV"},
                            {"C", "I", "II", "III"},
                            {"13", "131", "132", "XV"}}) {
    auto sectors = sectors_of(codes);
    EXPECT_FALSE(give_parents_by_code(sectors, table_of(nested))) << codes[0];
  }
}

TEST(SectorLevels, PartsThatExceedTheirWholeAreNoParts) {
  auto sectors = sectors_of({"13", "131", "132", "15"});
  EXPECT_FALSE(give_parents_by_code(sectors, table_of({{10, 60, 40, 1}, {10, 5, 50, 9}, {80, 50, 300, 2}})));
}

TEST(SectorLevels, SectionsHaveTheDivisionsOfTheirRevision) {
  // 2007: textiles (13) are of C, electricity (35) is D. ISIC 3: food and textiles (15, 17) are of D.
  auto now = sectors_of({"C", "13", "D", "35"}), before = sectors_of({"D", "15", "17", "E", "40"});
  ASSERT_TRUE(give_parents_by_code(now, table_of({{5, 5, 7, 7}, {1, 1, 2, 2}})));
  EXPECT_EQ(now[1].parent, "C");
  EXPECT_EQ(now[3].parent, "D");
  ASSERT_TRUE(give_parents_by_code(before, table_of({{9, 5, 4, 7, 7}, {3, 1, 2, 2, 2}})));
  EXPECT_EQ(before[1].parent, "D");
  EXPECT_EQ(before[4].parent, "E");
}

TEST(SectorLevels, AParentMustBeAnotherSectorAndNoPartOfItsOwnPart) {
  auto sectors = sectors_of({"a", "b", "c"});
  sectors[1].parent = "a";
  EXPECT_EQ(SectorTree::build(sectors)->levels(), 2u);
  sectors[0].parent = "b";
  EXPECT_EQ(SectorTree::build(sectors).error().code, ErrorCode::unknown_parent);
  sectors[0].parent = "x";
  EXPECT_EQ(SectorTree::build(sectors).error().detail, "x");
  sectors[0].parent = "a";
  EXPECT_EQ(SectorTree::build(sectors).error().subject.id, "a");
}

/// A tree of three levels, uneven, with counts that add up; sectors shuffled.
struct MadeUpLevels {
  SectorLevels levels{};
  std::vector<double> unit_totals{};
};

MadeUpLevels made_up_levels() {
  std::vector<Sector> sectors;
  std::vector<std::size_t> leaves;
  const auto add = [&](const std::string& code, const std::string& parent) {
    sectors.push_back({.code = code, .parent = parent});
    return sectors.size() - 1;
  };
  const int divisions = *rc::gen::inRange(1, 5);
  for (int d = 0; d < divisions; ++d) {
    const std::string division = std::to_string(10 + d);
    const std::size_t at = add(division, "");
    const int groups = *rc::gen::inRange(0, 4);
    if (groups == 0) leaves.push_back(at);
    for (int g = 0; g < groups; ++g) {
      const std::string group = division + std::to_string(g + 1);
      const std::size_t in = add(group, division);
      const int classes = *rc::gen::inRange(0, 3);
      if (classes == 0) leaves.push_back(in);
      for (int c = 0; c < classes; ++c) leaves.push_back(add(group + std::to_string(c + 1), group));
    }
  }
  const std::size_t units = *rc::gen::inRange<std::size_t>(1, 7);
  Counts2d counts(units, std::vector<double>(sectors.size(), 0));
  MadeUpLevels made;
  for (auto& row : counts) {
    for (const std::size_t leaf : leaves) row[leaf] = *rc::gen::inRange(0, 1000);
    double total = 0;
    for (std::size_t s = sectors.size(); s-- > 0;)  // parts stand behind their whole
      for (std::size_t whole = 0; whole < s; ++whole)
        if (sectors[s].parent == sectors[whole].code) row[whole] += row[s];
    for (std::size_t s = 0; s < sectors.size(); ++s)
      if (sectors[s].parent.empty()) total += row[s];
    made.unit_totals.push_back(total);
  }
  made.levels = {sectors, *SectorTree::build(sectors), table_of(counts)};
  return made;
}

RC_GTEST_PROP(SectorLevelsProperty, EveryLevelHasTheSameTotalsAndTheFinestIsUsed, ()) {
  const MadeUpLevels made = made_up_levels();
  for (std::size_t level = 1; level <= made.levels.count(); ++level) {
    const auto of_level = made.levels.at(level);
    for (admin::UnitIndex unit = 0; unit < made.unit_totals.size(); ++unit)
      RC_ASSERT(total_of(of_level->second, unit) == made.unit_totals[unit]);
    // None is a part of another of its level.
    for (const SectorIndex sector : made.levels.tree.at_level(level))
      for (auto up = made.levels.tree.parent(sector); up; up = made.levels.tree.parent(*up))
        RC_ASSERT(!std::ranges::binary_search(made.levels.tree.at_level(level), *up));
  }
  RC_ASSERT(made.levels.usual_level() == made.levels.count());
}

RC_GTEST_PROP(SectorLevelsProperty, DigitsSayWhatTheColumnOfParentsSays, ()) {
  const MadeUpLevels made = made_up_levels();
  std::vector<Sector> bare = made.levels.sectors;
  for (Sector& sector : bare) sector.parent.clear();
  const bool any =
      std::ranges::any_of(made.levels.sectors, [](const Sector& s) { return !s.parent.empty(); });
  RC_ASSERT(give_parents_by_code(bare, made.levels.observations) == any);
  for (SectorIndex i = 0; i < bare.size(); ++i) RC_ASSERT(bare[i].parent == made.levels.sectors[i].parent);
}

RC_GTEST_PROP(SectorSumsProperty, AHiddenSumIsFoundWhateverTheOrderOfSectors, ()) {
  const std::size_t parts = *rc::gen::inRange<std::size_t>(2, 6),
                    others = *rc::gen::inRange<std::size_t>(0, 8), units = parts + 4;
  std::vector<std::size_t> places(parts + others + 1);
  std::iota(places.begin(), places.end(), std::size_t{0});
  for (std::size_t i = places.size(); i > 1; --i)
    std::swap(places[i - 1], places[*rc::gen::inRange<std::size_t>(0, i)]);
  Counts2d counts(units, std::vector<double>(places.size(), 0));
  for (auto& row : counts) {
    for (std::size_t i = 1; i < places.size(); ++i) row[places[i]] = *rc::gen::inRange(1, 100'000);
    for (std::size_t i = 1; i <= parts; ++i) row[places[0]] += row[places[i]];
  }
  std::vector<SectorIndex> expected(places.begin() + 1,
                                    places.begin() + 1 + static_cast<std::ptrdiff_t>(parts));
  std::ranges::sort(expected);
  const auto found = sums_among(std::vector<Sector>(places.size()), table_of(counts));
  RC_ASSERT(found.size() == 1u);
  RC_ASSERT(found[0].whole == places[0]);
  RC_ASSERT(found[0].parts == expected);
}

RC_GTEST_PROP(SectorSumsProperty, SectorsOfTheirOwnAreNoSums, ()) {
  const std::size_t sectors = *rc::gen::inRange<std::size_t>(1, 10);
  Counts2d counts(12, std::vector<double>(sectors));
  for (auto& row : counts)
    for (double& number : row) number = *rc::gen::inRange(1, 1'000'000);
  RC_ASSERT(sums_among(std::vector<Sector>(sectors), table_of(counts)).empty());
}

RC_GTEST_PROP(SectorSumsProperty, ATotalOfAllSectorsIsFoundHoweverManyThereAre, ()) {
  const std::size_t sectors = *rc::gen::inRange<std::size_t>(3, 120),
                    total = *rc::gen::inRange<std::size_t>(0, sectors);
  Counts2d counts(5, std::vector<double>(sectors, 0));
  for (auto& row : counts) {
    double sum = 0;
    for (double& number : row) number = *rc::gen::inRange(1, 9000);
    for (std::size_t s = 0; s < sectors; ++s)
      if (s != total) sum += row[s];
    row[total] = sum;
  }
  const auto found = sums_among(std::vector<Sector>(sectors), table_of(counts));
  RC_ASSERT(std::ranges::count(found, total, &SectorSum::whole) == 1);
  RC_ASSERT(std::ranges::find(found, total, &SectorSum::whole)->parts.size() == sectors - 1);
}

TEST(SectorSums, AGrandTotalIsFound) {
  EXPECT_EQ(sums_among(std::vector<Sector>(4),
                       table_of({{6, 1, 2, 3}, {60, 10, 20, 30}, {7, 2, 2, 3}, {1, 1, 0, 0}, {9, 0, 9, 0}}))
                .at(0)
                .parts,
            (std::vector<SectorIndex>{1, 2, 3}));
}

}  // namespace
}  // namespace vicinia::core::industry
