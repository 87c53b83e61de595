// What is withheld, and what a reader can still tell: against every table that would look the same.
#include "vicinia/gis/firms/secrecy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>

#include "gis/io/expect_error.h"

namespace vicinia::gis::firms {
namespace {

using Kind = Disclosure::Kind;

/// Rows of enterprises, a column a sector; 0: no cell.
FirmMatrix matrix_of(const std::vector<std::vector<std::uint32_t>>& enterprises) {
  FirmMatrix matrix{.periods = {"2020"}};
  for (std::size_t unit = 0; unit < enterprises.size(); ++unit)
    matrix.units.push_back("u" + std::to_string(unit));
  for (std::size_t sector = 0; sector < enterprises.front().size(); ++sector)
    matrix.sectors.push_back("s" + std::to_string(sector));
  for (std::uint32_t unit = 0; unit < enterprises.size(); ++unit)
    for (std::uint32_t sector = 0; sector < enterprises[unit].size(); ++sector) {
      const std::uint32_t count = enterprises[unit][sector];
      if (count == 0) continue;
      matrix.cells.push_back({.unit = unit,
                              .sector = sector,
                              .enterprises = count,
                              .smes = count / 2,
                              .fdi = (count + 1) / 2,
                              .employees = count * 10});
      matrix.kept += count;
    }
  return matrix;
}

std::optional<Disclosure> told(const SecrecyReport& report, const FirmMatrix& matrix, std::uint32_t unit,
                               std::uint32_t sector, FirmCount count) {
  for (const WithheldCell& cell : report.cells)
    if (matrix.cells[cell.cell].unit == unit && matrix.cells[cell.cell].sector == sector)
      return cell.told[static_cast<std::size_t>(count)];
  return std::nullopt;
}

TEST(Secrecy, WithholdsCellsOfFewFirmsAndThoseThatAFewDominate) {
  FirmMatrix matrix = matrix_of({{2, 3, 10}});
  matrix.cells[1].largest = {20, 5};
  matrix.cells[2].largest = {70, 11};
  EXPECT_THAT(secret_cells(matrix, {.min_firms = 3}),
              testing::ElementsAre(Secret::few_firms, Secret::none, Secret::none));
  EXPECT_THAT(secret_cells(matrix, {.dominant = 2, .dominant_share_pct = 80}),
              testing::ElementsAre(Secret::none, Secret::dominated, Secret::dominated));
  EXPECT_THAT(secret_cells(matrix, {.dominant = 2, .dominant_share_pct = 81}),
              testing::ElementsAre(Secret::none, Secret::dominated, Secret::none));
  EXPECT_THAT(secret_cells(matrix, {}), testing::Each(Secret::none));
}

TEST(Secrecy, ACellAloneInItsRowIsToldExactlyByTheTotal) {
  const FirmMatrix matrix = matrix_of({{2, 50, 60}, {70, 80, 90}, {2, 2, 40}, {50, 2, 2}});
  const SecrecyRule rule{.min_firms = 3, .dominant = 1, .dominant_share_pct = 99};
  const auto report = audit_secrecy(matrix, secret_cells(matrix, rule), rule, {});
  ASSERT_VALUE(report);
  EXPECT_EQ(report->cells.size(), 5u);
  EXPECT_EQ(told(*report, matrix, 0, 0, FirmCount::employees), (Disclosure{Kind::exact, 20, 20}));
  EXPECT_EQ(report->count(Kind::exact), 5u) << "the first opens its column, this its row, and so on";
  const auto rows_alone = audit_secrecy(matrix, secret_cells(matrix, rule), rule, {.of_sectors = false});
  ASSERT_VALUE(rows_alone);
  EXPECT_EQ(rows_alone->count(Kind::exact), 1u);
  const auto none = audit_secrecy(matrix, secret_cells(matrix, rule), rule, {false, false});
  ASSERT_VALUE(none);
  EXPECT_EQ(none->count(Kind::exact), 0u);
  EXPECT_EQ(none->count(Kind::wide), 5u);
}

TEST(Secrecy, CellsInACircleProtectEachOtherUnlessTheyAreToldNarrowly) {
  // The four corners of a rectangle, one of them huge beside the others.
  FirmMatrix matrix = matrix_of({{2, 2}, {2, 2}});
  matrix.cells[0].employees = 10'000;
  const SecrecyRule rule{.min_firms = 3, .dominant = 1, .dominant_share_pct = 99};
  const auto report = audit_secrecy(matrix, secret_cells(matrix, rule), rule, {}, 10);
  ASSERT_VALUE(report);
  EXPECT_EQ(told(*report, matrix, 0, 0, FirmCount::employees), (Disclosure{Kind::narrow, 9980, 10'020}));
  EXPECT_EQ(told(*report, matrix, 0, 1, FirmCount::employees)->kind, Kind::wide);
  EXPECT_EQ(report->told(4)->detail, "4|4|0|1|10");
}

TEST(Secrecy, WhereFewFirmsAreTheOnlyReasonAReaderKnowsThatTheyAreFew) {
  const FirmMatrix matrix = matrix_of({{1, 1}, {1, 1}});
  const SecrecyRule few{.min_firms = 2};
  const auto report = audit_secrecy(matrix, secret_cells(matrix, few), few, {false, false});
  ASSERT_VALUE(report);
  EXPECT_EQ(told(*report, matrix, 0, 0, FirmCount::enterprises), (Disclosure{Kind::exact, 1, 1}))
      << "fewer than two, and some";
}

TEST(Secrecy, WhatNobodyKnowsIsNoPartOfIt) {
  FirmMatrix matrix = matrix_of({{2, 50}, {60, 70}});
  matrix.cells[0].employees_unknown = 1;
  const SecrecyRule rule{.min_firms = 3, .dominant = 1, .dominant_share_pct = 99};
  const auto report = audit_secrecy(matrix, secret_cells(matrix, rule), rule, {});
  ASSERT_VALUE(report);
  EXPECT_EQ(told(*report, matrix, 0, 0, FirmCount::employees), std::nullopt);
  EXPECT_EQ(told(*report, matrix, 0, 0, FirmCount::enterprises)->kind, Kind::exact);
  ASSERT_ERROR(audit_secrecy(matrix, {}, rule, {}), shape_mismatch);
}

/// Least and most of each withheld number of enterprises over all tables with the same totals, one by one.
RC_GTEST_PROP(SecrecyProperty, BoundsAreThoseOfAllTablesThatLookTheSame, ()) {
  const auto rows = *rc::gen::inRange<std::size_t>(1, 4), columns = *rc::gen::inRange<std::size_t>(1, 4);
  std::vector<std::vector<std::uint32_t>> counts(rows, std::vector<std::uint32_t>(columns));
  for (auto& row : counts)
    for (auto& count : row) count = *rc::gen::inRange<std::uint32_t>(0, 5);
  const FirmMatrix matrix = matrix_of(counts);
  if (matrix.cells.empty()) return;
  const SecrecyRule rule{.min_firms = 4};
  const PublishedTotals totals{*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
  const auto report = audit_secrecy(matrix, secret_cells(matrix, rule), rule, totals, 1000);
  RC_ASSERT(report.has_value());
  const std::size_t withheld = report->cells.size();
  std::vector<std::uint32_t> least(withheld, 99), most(withheld, 0), now(withheld, 1);
  const auto looks_the_same = [&] {
    std::vector<int> of_units(rows), of_sectors(columns);
    for (std::size_t i = 0; i < withheld; ++i) {
      const FirmCell& cell = matrix.cells[report->cells[i].cell];
      const int off = static_cast<int>(now[i]) - static_cast<int>(cell.enterprises);
      of_units[cell.unit] += off;
      of_sectors[cell.sector] += off;
    }
    const auto all_zero = [](const std::vector<int>& sums) {
      return std::ranges::all_of(sums, [](int sum) { return sum == 0; });
    };
    return (!totals.of_units || all_zero(of_units)) && (!totals.of_sectors || all_zero(of_sectors));
  };
  const std::function<void(std::size_t)> try_all = [&](std::size_t at) {
    if (at == withheld) {
      if (!looks_the_same()) return;
      for (std::size_t i = 0; i < withheld; ++i)
        least[i] = std::min(least[i], now[i]), most[i] = std::max(most[i], now[i]);
      return;
    }
    for (now[at] = 1; now[at] <= 3; ++now[at]) try_all(at + 1);
  };
  try_all(0);
  for (std::size_t i = 0; i < withheld; ++i) {
    const auto& found = report->cells[i].told[0];
    RC_ASSERT(found.has_value() && found->kind != Kind::wide);
    RC_ASSERT(found->least == least[i] && found->most == most[i]);
    RC_ASSERT((found->kind == Kind::exact) == (least[i] == most[i]));
  }
}

}  // namespace
}  // namespace vicinia::gis::firms
