// Every border of the country with other vertices on one of its sides: the links must be those of the clean
// map.
#include "support/mismatch.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "boundaries.h"

namespace vicinia::test {
namespace {

using core::topology::Border;
using core::topology::BorderKind;
using core::topology::borders;
using core::topology::build_topology;

Pairs linked(const std::vector<Border>& rows) {
  Pairs pairs;
  for (const Border& row : rows)
    if (links(row, {})) pairs.emplace_back(row.a, row.b);
  return pairs;
}

std::vector<Border> rows_at(const std::vector<core::geom::MultiPolygon>& areas, double tolerance_m) {
  const auto topology = build_topology(areas, {.tolerance_m = tolerance_m});
  if (topology) return borders(*topology);
  ADD_FAILURE() << core::name_of(topology.error().code) << " " << topology.error().detail;
  return {};
}

class MismatchedCountry : public testing::TestWithParam<Mismatch> {};

TEST_P(MismatchedCountry, HasTheLinksOfTheCleanMapAndNoneBetweenUnitsFurtherApart) {
  SKIP_WITHOUT_BOUNDARIES(districts_2007);
  const auto areas = read_areas(districts_2007);
  const auto clean = build_topology(areas);
  ASSERT_TRUE(clean);
  const auto rows = borders(*clean);
  const Pairs corners = pairs_of(rows, true);
  const double most_m = GetParam() == Mismatch::nodes ? 5 : GetParam() == Mismatch::overlap ? 10 : 25;
  for (const double tolerance_m : {0.001, 1.0, 5.0, 10.0, 25.0}) {
    if (tolerance_m > most_m) continue;
    // Either side may have come closer by the tolerance. Units that meet in a point may come to lie beside
    // each other.
    Pairs possible = linked(rows_at(areas, 3 * tolerance_m));
    possible.insert(possible.end(), corners.begin(), corners.end());
    std::ranges::sort(possible);
    // The shortest border of the country is 5.03 m: where the ends of borders move too, it cannot be told from a corner.
    Pairs expected;
    for (const Border& row : rows)
      if (links(row, {}) && (GetParam() != Mismatch::nodes || row.length_m > 3 * tolerance_m))
        expected.emplace_back(row.a, row.b);
    for (const std::uint64_t seed : {7, 8}) {
      const auto found = linked(rows_at(spoil(*clean, GetParam(), tolerance_m, seed), tolerance_m));
      EXPECT_EQ(as_text(only_in(expected, found)), "") << "lost at " << tolerance_m << " m, seed " << seed;
      EXPECT_EQ(as_text(only_in(found, possible)), "") << "made up at " << tolerance_m << " m, seed " << seed;
    }
  }
}

TEST(MismatchedCountryWithoutTolerance, HasFewLinesThatCoincide) {
  SKIP_WITHOUT_BOUNDARIES(districts_2007);
  const auto clean = build_topology(read_areas(districts_2007));
  ASSERT_TRUE(clean);
  const auto found = rows_at(spoil(*clean, Mismatch::jittered, 5, 7), 0);
  EXPECT_LT(std::ranges::count(found, BorderKind::edge, &Border::kind),
            std::ranges::count(borders(*clean), BorderKind::edge, &Border::kind) / 4);
}

TEST(CleanCountry, KeepsItsEdgesAtATolerance) {
  SKIP_WITHOUT_BOUNDARIES(districts_2007);
  const auto areas = read_areas(districts_2007);
  const auto edges = pairs_of(rows_at(areas, 0), false);
  for (const double tolerance_m : {1.0, 10.0, 25.0, 100.0, 500.0}) {
    Pairs same;
    for (const Border& row : rows_at(areas, tolerance_m)) {
      if (row.kind == BorderKind::edge) same.emplace_back(row.a, row.b);
      EXPECT_LE(row.distance_m, tolerance_m) << row.a << "-" << row.b;
    }
    EXPECT_EQ(as_text(only_in(edges, same)), "") << tolerance_m;
    EXPECT_EQ(as_text(only_in(same, edges)), "") << tolerance_m << ": what does not coincide is no edge";
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, MismatchedCountry,
                         testing::Values(Mismatch::thinned, Mismatch::jittered, Mismatch::gap,
                                         Mismatch::overlap, Mismatch::nodes),
                         [](const auto& kind) { return name_of(kind.param); });

}  // namespace
}  // namespace vicinia::test
