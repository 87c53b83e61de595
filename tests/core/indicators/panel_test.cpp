#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <tbb/global_control.h>

#include <bit>
#include <cmath>
#include <limits>

#include "vicinia/core/indicators/location_quotient.h"
#include "vicinia/core/indicators/packed_cell.h"
#include "vicinia/core/indicators/panel_ratios.h"

namespace vicinia::core::indicators {
namespace {

struct Tables {
  std::vector<double> lq, sector_share, district_share;
  explicit Tables(const EmploymentPanel& panel)
      : lq(panel.units() * panel.sectors(), -7), sector_share(lq), district_share(lq) {}
  [[nodiscard]] PanelRatioTables out() { return {lq, sector_share, district_share}; }
};

EmploymentPanel panel_of(const std::vector<std::vector<Cell>>& rows) {
  auto panel = *EmploymentPanel::of_shape(rows.size(), rows.front().size(), 1);
  for (std::size_t u = 0; u < rows.size(); ++u)
    for (std::size_t s = 0; s < rows[u].size(); ++s) EXPECT_TRUE(panel.set(0, u, s, rows[u][s]));
  return panel;
}

/// The panel's tables against the functions of one cell, bit for bit.
bool is_cell_by_cell(const EmploymentPanel& panel, const PanelTotals& totals) {
  Tables tables(panel);
  if (!panel_ratios(panel, 0, totals, tables.out())) return false;
  for (std::size_t u = 0; u < panel.units(); ++u)
    for (std::size_t s = 0; s < panel.sectors(); ++s) {
      const EmploymentAndTotals e{panel.at(0, u, s), PanelTotals::cell(totals.by_sector[s]),
                                  PanelTotals::cell(totals.by_unit[u]), PanelTotals::cell(totals.national)};
      const std::size_t at = u * panel.sectors() + s;
      if (unpack(tables.lq[at]) != location_quotient(e)) return false;
      if (unpack(tables.sector_share[at]) != sector_share_pct(e)) return false;
      if (unpack(tables.district_share[at]) != district_share_pct(e)) return false;
    }
  return true;
}

TEST(PackedCell, KeepsEveryState) {
  for (const Cell cell :
       {Cell::not_published(), Cell::undefined(), Cell::of(0), Cell::of(-2.5), Cell::of(1e300)})
    EXPECT_EQ(unpack(pack(cell)), cell);
  EXPECT_TRUE(std::isnan(pack(Cell::not_published()) + 1));
}

TEST(EmploymentPanel, IsNotPublishedUntilSet) {
  auto panel = *EmploymentPanel::of_shape(2, 3, 2);
  EXPECT_EQ(panel.at(1, 1, 2).state(), CellState::not_published);
  ASSERT_TRUE(panel.set(1, 1, 2, Cell::of(0)));
  ASSERT_TRUE(panel.set(0, 1, 2, Cell::of(9)));
  EXPECT_EQ(panel.at(1, 1, 2).state(), CellState::zero);
  EXPECT_EQ(panel.at(0, 1, 2), Cell::of(9));
  ASSERT_TRUE(panel.set(0, 1, 2, Cell::not_published()));
  EXPECT_EQ(panel.at(0, 1, 2).state(), CellState::not_published);
}

TEST(EmploymentPanel, RefusesWhatIsNoCountAndWhatIsNoPlace) {
  auto panel = *EmploymentPanel::of_shape(2, 3, 2);
  EXPECT_EQ(panel.set(0, 0, 0, Cell::of(-1)).error().code, ErrorCode::negative_count);
  EXPECT_EQ(panel.set(0, 0, 0, Cell::of(1.5)).error().code, ErrorCode::not_a_whole_number);
  EXPECT_EQ(panel.set(0, 0, 0, Cell::of(3e9)).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(panel.set(0, 0, 0, Cell::undefined()).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(panel.at(0, 0, 0).state(), CellState::not_published);
  EXPECT_EQ(panel.set(2, 0, 0, Cell::of(1)).error().subject.field, "period");
  EXPECT_EQ(panel.set(0, 2, 0, Cell::of(1)).error().subject.field, "unit");
  EXPECT_EQ(panel.set(0, 0, 3, Cell::of(1)).error().subject.field, "sector");
  EXPECT_FALSE(EmploymentPanel::of_shape(std::numeric_limits<std::size_t>::max() / 2, 3, 1));
}

TEST(PanelTotals, AnUnpublishedCellLeavesItsSumsUnpublished) {
  const auto totals =
      totals_of(panel_of({{Cell::of(1), Cell::of(2)}, {Cell::not_published(), Cell::of(4)}}), 0);
  ASSERT_TRUE(totals);
  EXPECT_EQ(totals->by_unit, (std::vector<std::int64_t>{3, PanelTotals::not_published}));
  EXPECT_EQ(totals->by_sector, (std::vector<std::int64_t>{PanelTotals::not_published, 6}));
  EXPECT_EQ(totals->national, PanelTotals::not_published);
}

TEST(PanelTotals, AreExactWhereFourBytesWouldNotHoldThem) {
  constexpr double most = std::numeric_limits<std::int32_t>::max();
  const auto totals =
      totals_of(panel_of({{Cell::of(most), Cell::of(most)}, {Cell::of(most), Cell::of(1)}}), 0);
  EXPECT_EQ(totals->national, 3 * std::int64_t{2147483647} + 1);
}

TEST(PanelRatios, OneUnlistedCellOneZeroAndOneMissingTotalAreAsCellByCell) {
  const auto with_zero = panel_of({{Cell::of(1), Cell::of(0)}, {Cell::of(3), Cell::of(4)}});
  EXPECT_TRUE(is_cell_by_cell(with_zero, *totals_of(with_zero, 0)));
  const auto unlisted = panel_of({{Cell::of(1), Cell::of(2)}, {Cell::not_published(), Cell::of(4)}});
  EXPECT_TRUE(is_cell_by_cell(unlisted, *totals_of(unlisted, 0)));
  for (int missing = 0; missing < 3; ++missing) {
    PanelTotals totals = *totals_of(with_zero, 0);
    (missing == 0   ? totals.by_sector[1]
     : missing == 1 ? totals.by_unit[0]
                    : totals.national) = PanelTotals::not_published;
    EXPECT_TRUE(is_cell_by_cell(with_zero, totals)) << missing;
  }
}

TEST(PanelRatios, AnUnlistedCellWithGivenTotalsTakesNothingFromItsNeighbours) {
  const auto panel = panel_of({{Cell::of(1), Cell::of(2)}, {Cell::not_published(), Cell::of(4)}});
  Tables tables(panel);
  ASSERT_TRUE(
      panel_ratios(panel, 0, {.by_sector = {10, 20}, .by_unit = {30, 40}, .national = 500}, tables.out()));
  EXPECT_EQ(unpack(tables.lq[2]).state(), CellState::not_published);
  EXPECT_DOUBLE_EQ(tables.lq[0], (1.0 / 30) / (10.0 / 500));
  EXPECT_DOUBLE_EQ(tables.lq[3], (4.0 / 40) / (20.0 / 500));
}

TEST(PanelRatios, AreOnlyWrittenWhereWanted) {
  const auto panel = panel_of({{Cell::of(1), Cell::of(0)}, {Cell::of(3), Cell::of(4)}});
  Tables tables(panel);
  ASSERT_TRUE(panel_ratios(panel, 0, *totals_of(panel, 0), {.sector_share_pct = tables.sector_share}));
  EXPECT_EQ(tables.lq[0], -7);
  EXPECT_DOUBLE_EQ(tables.sector_share[0], 25);
}

TEST(PanelRatios, RefuseWrongShapes) {
  const auto panel = panel_of({{Cell::of(1), Cell::of(0)}, {Cell::of(3), Cell::of(4)}});
  const PanelTotals totals = *totals_of(panel, 0);
  Tables tables(panel);
  EXPECT_EQ(panel_ratios(panel, 1, totals, tables.out()).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(totals_of(panel, 1).error().code, ErrorCode::invalid_argument);
  std::vector<double> small(3);
  EXPECT_EQ(panel_ratios(panel, 0, totals, {.lq = small}).error().code, ErrorCode::shape_mismatch);
  EXPECT_EQ(panel_ratios(panel, 0, {.by_sector = {1, 2}, .by_unit = {3}, .national = 3}, tables.out())
                .error()
                .subject.field,
            "by_unit");
}

RC_GTEST_PROP(PanelRatiosProperty, AreBitForBitThoseOfOneCellAtATime, ()) {
  const auto units = *rc::gen::inRange<std::size_t>(1, 40), sectors = *rc::gen::inRange<std::size_t>(1, 12);
  const bool some_unlisted = *rc::gen::arbitrary<bool>();
  std::vector<std::vector<Cell>> rows(units, std::vector<Cell>(sectors));
  for (auto& row : rows)
    for (Cell& cell : row) {
      const int kind = *rc::gen::inRange(0, 30);
      cell = kind == 0 && some_unlisted ? Cell::not_published()
             : kind < 15                ? Cell::of(0)
                                        : Cell::of(*rc::gen::inRange(1, 90000));
    }
  const auto panel = panel_of(rows);
  const PanelTotals summed = *totals_of(panel, 0);
  RC_ASSERT(is_cell_by_cell(panel, summed));
  PanelTotals given = summed;
  for (std::int64_t& total : given.by_unit) total = *rc::gen::inRange<std::int64_t>(-1, 90000);
  for (std::int64_t& total : given.by_sector) total = *rc::gen::inRange<std::int64_t>(-1, 90000);
  given.national = *rc::gen::inRange<std::int64_t>(-1, 900000);
  RC_ASSERT(is_cell_by_cell(panel, given));
}

TEST(PanelRatios, DoNotDependOnTheNumberOfThreads) {
  auto panel = *EmploymentPanel::of_shape(500, 30, 1);
  for (std::size_t u = 0; u < 500; ++u)
    for (std::size_t s = 0; s < 30; ++s)
      ASSERT_TRUE(panel.set(0, u, s, Cell::of(static_cast<double>((u * 7919 + s * 104729) % 1009))));
  const auto with = [&](std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    Tables tables(panel);
    EXPECT_TRUE(panel_ratios(panel, 0, *totals_of(panel, 0), tables.out()));
    return tables;
  };
  const Tables one = with(1), four = with(4);
  EXPECT_EQ(one.lq, four.lq);
  EXPECT_EQ(one.sector_share, four.sector_share);
  EXPECT_EQ(one.district_share, four.district_share);
}

}  // namespace
}  // namespace vicinia::core::indicators
