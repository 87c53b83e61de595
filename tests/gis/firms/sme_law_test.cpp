// Each limit that the decrees print: the number itself is within, one more is not.
#include "vicinia/gis/firms/sme_law.h"

#include <gtest/gtest.h>

#include <optional>
#include <ostream>
#include <vector>

namespace vicinia::gis::firms {
namespace {

constexpr double billion = 1e9;
using enum SectorGroup;
using enum SmeLaw;
using Answer = std::optional<bool>;
using Band = std::optional<SizeBand>;

TEST(SmeLaw, IsTheOneInForceAtTheEndOfTheYear) {
  EXPECT_EQ(sme_law_of(2000), std::nullopt);
  EXPECT_EQ(sme_law_of(2001), decree_90_2001);
  EXPECT_EQ(sme_law_of(2007), decree_90_2001);
  EXPECT_EQ(sme_law_of(2008), decree_90_2001);
  EXPECT_EQ(sme_law_of(2009), decree_56_2009);
  EXPECT_EQ(sme_law_of(2017), decree_56_2009);
  EXPECT_EQ(sme_law_of(2018), decree_39_2018);
  EXPECT_EQ(sme_law_of(2020), decree_39_2018);
  EXPECT_EQ(sme_law_of(2021), decree_80_2021);
  EXPECT_EQ(sme_law_of(2026), decree_80_2021);
}

TEST(SmeLaw, Of2001AsksForCapitalOrEmployeesWhateverTheSector) {
  for (const SectorGroup group : all_sector_groups) {
    EXPECT_EQ(is_sme(decree_90_2001, group, {.employees = 300, .capital_vnd = 90 * billion}), Answer(true));
    EXPECT_EQ(is_sme(decree_90_2001, group, {.employees = 301, .capital_vnd = 10 * billion}), Answer(true));
    EXPECT_EQ(is_sme(decree_90_2001, group, {.employees = 301, .capital_vnd = 10 * billion + 1}),
              Answer(false));
    EXPECT_EQ(is_sme(decree_90_2001, group, {.employees = 300}), Answer(true)) << "employees are enough";
    EXPECT_EQ(is_sme(decree_90_2001, group, {.employees = 301}), std::nullopt) << "capital may be small";
    EXPECT_EQ(is_sme(decree_90_2001, group, {.capital_vnd = 10 * billion}), Answer(true));
    EXPECT_EQ(is_sme(decree_90_2001, group, {.capital_vnd = 11 * billion}), std::nullopt);
    EXPECT_EQ(size_band(decree_90_2001, group, {.employees = 5, .capital_vnd = billion}), std::nullopt)
        << "the decree does not divide them";
    EXPECT_EQ(size_band(decree_90_2001, group, {.employees = 301, .capital_vnd = 11 * billion}),
              Band(SizeBand::large));
  }
}

TEST(SmeLaw, Of2009GivesCapitalPriority) {
  for (const SectorGroup group : {agriculture, industry}) {
    EXPECT_EQ(is_sme(decree_56_2009, group, {.employees = 5000, .capital_vnd = 100 * billion}), Answer(true));
    EXPECT_EQ(is_sme(decree_56_2009, group, {.employees = 11, .capital_vnd = 100 * billion + 1}),
              Answer(false));
    EXPECT_EQ(size_band(decree_56_2009, group, {.employees = 10, .capital_vnd = billion}),
              Band(SizeBand::micro));
    EXPECT_EQ(size_band(decree_56_2009, group, {.employees = 11, .capital_vnd = 20 * billion}),
              Band(SizeBand::small));
    EXPECT_EQ(size_band(decree_56_2009, group, {.employees = 11, .capital_vnd = 20 * billion + 1}),
              Band(SizeBand::medium));
  }
  EXPECT_EQ(is_sme(decree_56_2009, services, {.employees = 5000, .capital_vnd = 50 * billion}), Answer(true));
  EXPECT_EQ(is_sme(decree_56_2009, services, {.employees = 11, .capital_vnd = 50 * billion + 1}),
            Answer(false));
  EXPECT_EQ(size_band(decree_56_2009, services, {.employees = 11, .capital_vnd = 10 * billion}),
            Band(SizeBand::small));
  EXPECT_EQ(size_band(decree_56_2009, services, {.employees = 11, .capital_vnd = 10 * billion + 1}),
            Band(SizeBand::medium));
  EXPECT_EQ(is_sme(decree_56_2009, industry, {.employees = 20}), std::nullopt)
      << "without capital the decree's first criterion is not known";
}

TEST(SmeLaw, Of2018And2021AskForEmployeesAndRevenueOrCapital) {
  for (const SmeLaw law : {decree_39_2018, decree_80_2021}) {
    struct Limits {
      SizeBand band;
      SectorGroup group;
      double employees, revenue, capital;
    };
    for (const Limits& limit :
         {Limits{SizeBand::micro, industry, 10, 3, 3}, Limits{SizeBand::micro, agriculture, 10, 3, 3},
          Limits{SizeBand::micro, services, 10, 10, 3}, Limits{SizeBand::small, industry, 100, 50, 20},
          Limits{SizeBand::small, agriculture, 100, 50, 20}, Limits{SizeBand::small, services, 50, 100, 50},
          Limits{SizeBand::medium, industry, 200, 200, 100},
          Limits{SizeBand::medium, agriculture, 200, 200, 100},
          Limits{SizeBand::medium, services, 100, 300, 100}}) {
      const auto criterion = criterion_of(law, limit.group, limit.band);
      ASSERT_TRUE(criterion);
      const double much = 1e15;
      const auto within = [&](double employees, double revenue, double capital) {
        return is_within(*criterion,
                         {.employees = employees, .capital_vnd = capital, .revenue_vnd = revenue});
      };
      EXPECT_EQ(within(limit.employees, limit.revenue * billion, much), Answer(true));
      EXPECT_EQ(within(limit.employees, much, limit.capital * billion), Answer(true));
      EXPECT_EQ(within(limit.employees + 1, 0, 0), Answer(false));
      EXPECT_EQ(within(limit.employees, limit.revenue * billion + 1, limit.capital * billion + 1),
                Answer(false));
    }
    EXPECT_EQ(size_band(law, services, {.employees = 51, .capital_vnd = billion, .revenue_vnd = billion}),
              Band(SizeBand::medium));
    EXPECT_EQ(size_band(law, industry, {.employees = 201, .capital_vnd = billion, .revenue_vnd = billion}),
              Band(SizeBand::large));
  }
}

TEST(SmeLaw, TellsWhatTheNumbersThatAreThereDecideAndGuessesNothing) {
  EXPECT_EQ(is_sme(decree_80_2021, industry, {.employees = 201}), Answer(false))
      << "too many, whatever the rest";
  EXPECT_EQ(is_sme(decree_80_2021, industry, {.employees = 200}), std::nullopt);
  EXPECT_EQ(is_sme(decree_80_2021, industry, {.employees = 200, .revenue_vnd = 200 * billion}), Answer(true));
  EXPECT_EQ(is_sme(decree_80_2021, industry, {.employees = 200, .revenue_vnd = 201 * billion}), std::nullopt);
  EXPECT_EQ(is_sme(decree_80_2021, industry, {.capital_vnd = billion}), std::nullopt);
  EXPECT_EQ(
      is_within(*employees_criterion_of(decree_80_2021, services, SizeBand::medium), {.employees = 100}),
      Answer(true));
  EXPECT_EQ(
      is_within(*employees_criterion_of(decree_80_2021, services, SizeBand::medium), {.employees = 101}),
      Answer(false));
}

TEST(SectorGroups, FollowSectionsAndDivisionsOfTheClassification) {
  EXPECT_EQ(sector_group_of_vsic("A"), agriculture);
  EXPECT_EQ(sector_group_of_vsic("01"), agriculture);
  EXPECT_EQ(sector_group_of_vsic("03110"), agriculture);
  EXPECT_EQ(sector_group_of_vsic("B"), industry);
  EXPECT_EQ(sector_group_of_vsic("C13"), industry);
  EXPECT_EQ(sector_group_of_vsic("05"), industry);
  EXPECT_EQ(sector_group_of_vsic("4321"), industry);
  EXPECT_EQ(sector_group_of_vsic("45"), services);
  EXPECT_EQ(sector_group_of_vsic("G"), services);
  EXPECT_EQ(sector_group_of_vsic("99"), services);
  for (const char* none : {"", "4", "04", "44", "Z", "Textile", "x1", "II"})
    EXPECT_EQ(sector_group_of_vsic(none), std::nullopt) << none;
}

}  // namespace
}  // namespace vicinia::gis::firms
