#include "vicinia/core/topology/borders.h"

#include <gtest/gtest.h>

#include <cmath>

#include "shapes.h"

namespace vicinia::core::topology::test {
namespace {

TEST(Borders, OfAGridAreItsSidesAndItsDiagonals) {
  const std::size_t n = 7, m = 5;
  const auto rows = borders(built(grid(n, m)));
  EXPECT_EQ(pairs(rows, false).size(), (n - 1) * m + n * (m - 1));
  EXPECT_EQ(pairs(rows, true).size(), 2 * (n - 1) * (m - 1));
  for (const Border& row : rows) {
    EXPECT_EQ(row.length_m, row.kind == BorderKind::edge ? 1000 : 0);
    EXPECT_EQ(row.distance_m, 0);
  }
}

TEST(Borders, OfHexagonsAreEdgesOnly) {
  Areas areas;
  const double r = 1000, h = r * std::sqrt(3) / 2;
  const auto corner = [&](int i, int j) {
    return geom::Point{5000 + std::round(i * r / 2), 5000 + std::round(j * h)};
  };
  for (int column = 0; column < 4; ++column)
    for (int row = 0; row < 4; ++row) {
      const int i = 3 * column, j = 2 * row + column % 2;
      geom::Polygon hexagon;
      for (const auto& [di, dj] : {std::pair{2, 0}, {1, -1}, {-1, -1}, {-2, 0}, {-1, 1}, {1, 1}, {2, 0}})
        hexagon.outer().push_back(corner(i + di, j + dj));
      areas.push_back({hexagon});
    }
  const auto rows = borders(built(areas));
  EXPECT_TRUE(pairs(rows, true).empty()) << as_text(rows);
  EXPECT_EQ(rows.size(), 4U * 3 + 3U * 4 + 3U * 3);
  for (const Border& row : rows) EXPECT_NEAR(row.length_m, r, 1);
}

TEST(Borders, TouchingInOnePointIsACorner) {
  const auto rows = borders(built({rectangle(1000, 1000, 2000, 2000), rectangle(2000, 2000, 3000, 3000)}));
  EXPECT_EQ(rows, (std::vector<Border>{{.a = 0, .b = 1, .kind = BorderKind::corner, .length_m = 0}}));
}

TEST(Borders, AHoleAndWhatFillsItShareTheWholeRing) {
  const auto ring = from_wkt(
      "MULTIPOLYGON(((1000 1000,1000 5000,5000 5000,5000 1000,1000 1000),(2000 2000,4000 2000,4000 4000,2000 4000,2000 2000)))");
  const auto rows = borders(built({ring, rectangle(2000, 2000, 4000, 4000)}));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].length_m, 8000);
  EXPECT_EQ(rows[0].kind, BorderKind::edge);
}

TEST(Borders, AnExclaveMakesItsUnitANeighbourOfWhatLiesAroundIt) {
  Areas areas = grid(4, 1);
  areas[0] = together({areas[0], areas[3]});
  areas.pop_back();
  EXPECT_EQ(pairs(borders(built(areas)), false), (std::vector<Pair>{{0, 1}, {0, 2}, {1, 2}}));
}

TEST(Borders, LengthsOfSeveralStretchesAddUp) {
  // a comb: the second unit fills the gaps of the first
  const auto comb = from_wkt(
      "MULTIPOLYGON(((1000 1000,1000 3000,2000 3000,2000 2000,3000 2000,3000 3000,4000 3000,4000 1000,1000 1000)))");
  const auto rows = borders(
      built({comb, together({rectangle(2000, 2000, 3000, 3000), rectangle(4000, 1000, 5000, 3000)})}));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].length_m, 3000 + 2000);
}

TEST(Borders, UnitsThatMeetNoOtherAreIsolates) {
  Areas areas = grid(2, 1);
  areas.push_back(rectangle(90000, 90000, 91000, 91000));
  areas.push_back({});
  const auto rows = borders(built(areas));
  EXPECT_EQ(isolates(rows, areas.size()), (std::vector<UnitIndex>{2, 3}));
}

TEST(ManualLinks, AddRowsAndTakeRowsAwayWithoutTouchingTheTopology) {
  const Topology topology = built(grid(3, 2));
  const auto rows = borders(topology);
  const auto changed = with_links(rows, {.linked = {{2, 0}, {0, 4}}, .cut = {{1, 0}}}, 6);
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->size(), rows.size());  // one more, one fewer; the corner 0-4 became a link
  const auto row = [&](UnitIndex a, UnitIndex b) {
    return std::find_if(changed->begin(), changed->end(),
                        [&](const Border& r) { return r.a == a && r.b == b; });
  };
  EXPECT_EQ(row(0, 1), changed->end());
  ASSERT_NE(row(0, 2), changed->end());
  EXPECT_EQ(row(0, 2)->kind, BorderKind::manual);
  EXPECT_EQ(row(0, 4)->kind, BorderKind::manual);
  EXPECT_EQ(borders(topology), rows);
}

TEST(ManualLinks, ThatNameNoUnitAreRefused) {
  EXPECT_EQ(with_links({}, {.linked = {{0, 3}}, .cut = {}}, 3).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(with_links({}, {.linked = {}, .cut = {{1, 1}}}, 3).error().subject.field, "cut");
}

TEST(Adjacency, FollowsTheRule) {
  const auto rows = borders(built(grid(3, 3)));
  const auto neighbours = [&](UnitIndex unit, const LinkRule& rule) {
    const Adjacency graph = adjacency(rows, 9, rule);
    return std::vector<UnitIndex>(graph.of(unit).begin(), graph.of(unit).end());
  };
  EXPECT_EQ(neighbours(4, {}), (std::vector<UnitIndex>{1, 3, 5, 7}));
  EXPECT_EQ(neighbours(4, {.corners = true}), (std::vector<UnitIndex>{0, 1, 2, 3, 5, 6, 7, 8}));
  EXPECT_EQ(neighbours(0, {.corners = true}), (std::vector<UnitIndex>{1, 3, 4}));
  EXPECT_TRUE(neighbours(4, {.min_length_m = 1000}).empty()) << "longer than, not as long as";
}

TEST(Adjacency, NamesTheRowThatMakesEachNeighbour) {
  const auto rows = borders(built(grid(3, 3)));
  const Adjacency graph = adjacency(rows, 9, {.corners = true});
  for (UnitIndex unit = 0; unit < 9; ++unit)
    for (std::size_t i = graph.start[unit]; i < graph.start[unit + 1]; ++i) {
      const Border& row = rows[graph.row[i]];
      EXPECT_EQ(std::minmax(row.a, row.b), std::minmax(unit, graph.neighbours[i]));
    }
}

}  // namespace
}  // namespace vicinia::core::topology::test
