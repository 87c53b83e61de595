// What must hold of any country, tried on synthetic ones with random seeds.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "shapes.h"
#include "support/mismatch.h"
#include "support/synthetic_country.h"
#include "vicinia/core/geom/overlay.h"
#include "vicinia/core/topology/dissolve.h"

namespace vicinia::core::topology::test {
namespace {

using vicinia::test::make_country;
using vicinia::test::Mismatch;
using vicinia::test::spoil;
using vicinia::test::SyntheticCountry;

SyntheticCountry any_country() {
  return make_country({.columns = *rc::gen::inRange<std::size_t>(2, 7),
                       .rows = *rc::gen::inRange<std::size_t>(2, 7),
                       .vertices_per_side = *rc::gen::inRange<std::size_t>(0, 40),
                       .seed = *rc::gen::arbitrary<std::uint64_t>(),
                       .bricks = *rc::gen::arbitrary<bool>(),
                       .side_m = 10'000});
}

Areas moved(Areas areas, double angle, double dx, double dy) {
  const double c = std::cos(angle), s = std::sin(angle);
  for (auto& area : areas)
    bg::for_each_point(area, [&](geom::Point& p) {
      p = {c * p.x() - s * p.y() + dx, s * p.x() + c * p.y() + dy};
    });
  return areas;
}

Mismatch any_mismatch() {
  return *rc::gen::element(Mismatch::thinned, Mismatch::jittered, Mismatch::gap, Mismatch::overlap,
                           Mismatch::nodes);
}

RC_GTEST_PROP(Topology, FindsThePairsThatTheCountryWasMadeWith, ()) {
  const auto country = any_country();
  const auto rows = borders(built(country.areas));
  RC_ASSERT(pairs(rows, false) == country.edges);
  RC_ASSERT(pairs(rows, true) == country.corners);
}

RC_GTEST_PROP(Topology, HasTheSameBordersWhereverTheCountryLies, ()) {
  const auto country = any_country();
  const auto angle = 0.01 * *rc::gen::inRange(0, 628);
  const auto before = borders(built(country.areas)),
             after = borders(built(moved(country.areas, angle, 2e5, -3e5)));
  RC_ASSERT(before.size() == after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    RC_ASSERT(std::tie(before[i].a, before[i].b, before[i].kind) ==
              std::tie(after[i].a, after[i].b, after[i].kind));
    RC_ASSERT(std::abs(before[i].length_m - after[i].length_m) < 1e-6);
  }
}

RC_GTEST_PROP(Topology, HasTheSameBordersBitForBitInAnyOrderOfTheUnits, ()) {
  const auto country = any_country();
  Areas areas = country.areas;
  double snap_m = 0;
  if (*rc::gen::arbitrary<bool>()) {
    snap_m = 5;
    areas = spoil(built(areas), any_mismatch(), snap_m, *rc::gen::arbitrary<std::uint64_t>());
  }
  std::vector<UnitIndex> order(areas.size());
  std::iota(order.begin(), order.end(), UnitIndex{0});
  std::shuffle(order.begin(), order.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
  Areas shuffled;
  for (const UnitIndex unit : order) shuffled.push_back(areas[unit]);
  auto again = borders(built(shuffled, snap_m));
  for (Border& row : again) {
    row.a = order[row.a];
    row.b = order[row.b];
    if (row.a > row.b) std::swap(row.a, row.b);
  }
  std::sort(again.begin(), again.end(),
            [](const Border& x, const Border& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  RC_ASSERT(again == borders(built(areas, snap_m)));
}

RC_GTEST_PROP(Topology, DoesNotDependOnTheNumberOfThreads, ()) {
  const auto country = any_country();
  const Areas areas = spoil(built(country.areas), any_mismatch(), 5, 1);
  const auto all = built(areas, 5);
  const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
  const auto alone = built(areas, 5);
  RC_ASSERT(borders(all) == borders(alone));
  RC_ASSERT(all.arcs().size() == alone.arcs().size());
  for (std::size_t i = 0; i < all.arcs().size(); ++i)
    RC_ASSERT(
        std::ranges::equal(all.points_of(all.arcs()[i]), alone.points_of(alone.arcs()[i]),
                           [](const auto& p, const auto& q) { return p.x() == q.x() && p.y() == q.y(); }));
}

RC_GTEST_PROP(Topology, BordersAndCoastOfAUnitMakeItsPerimeter, ()) {
  const auto country = any_country();
  const Topology topology = built(country.areas);
  std::vector<double> sum(country.areas.size());
  for (const Border& row : borders(topology)) {
    sum[row.a] += row.length_m;
    sum[row.b] += row.length_m;
  }
  for (const Arc& arc : topology.arcs())
    if (arc.left == outside || arc.right == outside)
      sum[arc.left == outside ? arc.right : arc.left] += arc.length_m;
  for (std::size_t unit = 0; unit < sum.size(); ++unit) {
    const auto perimeter = static_cast<double>(bg::perimeter(country.areas[unit]));
    RC_ASSERT(std::abs(sum[unit] - perimeter) < 1e-9 * perimeter);
  }
}

RC_GTEST_PROP(Dissolve, HasTheAreaOfItsMembersAndIsValid, ()) {
  const auto country = any_country();
  const auto groups =
      *rc::gen::container<std::vector<GroupIndex>>(country.areas.size(), rc::gen::inRange<GroupIndex>(0, 4));
  const auto outlines = dissolve(built(country.areas), groups);
  RC_ASSERT(outlines.has_value());
  std::vector<double> expected(outlines->size());
  for (std::size_t unit = 0; unit < groups.size(); ++unit)
    expected[groups[unit]] += bg::area(country.areas[unit]);
  for (std::size_t group = 0; group < outlines->size(); ++group) {
    RC_ASSERT(std::abs(bg::area(outlines->at(group)) - expected[group]) <= 1e-9 * expected[group]);
    RC_ASSERT(outlines->at(group).empty() || geom::fault_of(outlines->at(group)).empty());
  }
}

RC_GTEST_PROP(Nearness, LinksThePairsOfTheCleanMapWhereOneSideOfEveryBorderDiffers, ()) {
  const auto country = any_country();
  const double tolerance_m = *rc::gen::element(0.01, 1.0, 10.0, 25.0);
  const auto kind = any_mismatch();
  const Areas spoilt = spoil(built(country.areas), kind, tolerance_m, *rc::gen::arbitrary<std::uint64_t>());
  const auto rows = borders(built(spoilt, tolerance_m));
  RC_LOG() << vicinia::test::name_of(kind) << " " << tolerance_m << "\n" << as_text(rows);
  const auto linked = pairs(rows, false);
  RC_ASSERT(std::ranges::includes(linked, country.edges));
  // Where four meet in a point, those across from each other may come to lie beside each other for a few metres.
  for (const Pair& pair : linked)
    RC_ASSERT(std::ranges::binary_search(country.edges, pair) ||
              std::ranges::binary_search(country.corners, pair));
}

RC_GTEST_PROP(Nearness, AltersNoUnitByMoreThanTheGroundThatIsListed, ()) {
  const auto country = any_country();
  const Areas spoilt = spoil(built(country.areas), any_mismatch(), 10, *rc::gen::arbitrary<std::uint64_t>());
  RC_PRE(std::ranges::all_of(spoilt, [](const auto& area) { return geom::fault_of(area).empty(); }));
  const Topology topology = built(spoilt, 10);
  std::vector<double> listed(spoilt.size());
  for (const Healed& healed : topology.healed()) {
    for (const UnitIndex unit : healed.units)
      if (healed.kind == Healed::Kind::overlap && unit != healed.given_to) listed[unit] += healed.area_m2;
    if (healed.kind == Healed::Kind::gap) listed[healed.given_to] += healed.area_m2;
  }
  const Areas after = areas(topology);
  for (std::size_t unit = 0; unit < spoilt.size(); ++unit)
    RC_ASSERT(std::abs(bg::area(after[unit]) - bg::area(spoilt[unit])) <= listed[unit] + 1);
}

}  // namespace
}  // namespace vicinia::core::topology::test
