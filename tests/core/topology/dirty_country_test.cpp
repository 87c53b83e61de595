// Neighbours on countries as people digitise them: whether the generator makes what it says, and whether core
// finds who is a neighbour. All kinds, amounts, sizes and seeds: the program neighbour_accuracy.
#include "support/dirty_country.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "shapes.h"

namespace vicinia::core::topology::test {
namespace {

using vicinia::test::accuracy;
using vicinia::test::Dirt;
using vicinia::test::DirtyCountry;
using vicinia::test::make_dirty_country;

std::vector<Dirt> every_kind() {
  std::vector<Dirt> kinds;
  for (std::size_t kind = 0; kind < vicinia::test::dirt_count; ++kind)
    kinds.push_back(static_cast<Dirt>(kind));
  return kinds;
}

std::string some(const DirtyCountry& country, const std::vector<DirtyCountry::Pair>& list) {
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), 8); ++i) {
    const auto& [a, b] = list[i];
    text += " " + std::to_string(a) + "-" + std::to_string(b);
    text += country.province[a] == country.province[b] ? "" : " (two provinces)";
  }
  return list.empty() ? "none" : std::to_string(list.size()) + ":" + text;
}

class DirtyCountries : public testing::TestWithParam<Dirt> {};

TEST_P(DirtyCountries, HaveTheirNeighboursAtTheToleranceThatIsProposed) {
  for (const double dirt_m : {0.0, 1.0, 50.0, 500.0}) {
    const auto country =
        make_dirty_country({.kind = GetParam(), .dirt_m = dirt_m, .units = 300, .vertices_per_side = 12});
    const auto topology = build_topology(country.areas, {.tolerance_m = std::nullopt});
    ASSERT_TRUE(topology) << topology.error().detail;
    const auto found = accuracy(country, borders(*topology));
    EXPECT_GE(found.recall(), 0.995) << dirt_m << " m of dirt, proposed " << topology->tolerance_m()
                                     << " m; not found " << some(country, found.missing);
    EXPECT_GE(found.precision(), 0.995) << dirt_m << " m of dirt, proposed " << topology->tolerance_m()
                                        << " m; no neighbours " << some(country, found.wrong);
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, DirtyCountries, testing::ValuesIn(every_kind()),
                         [](const auto& kind) { return vicinia::test::name_of(kind.param); });

// ---- the generator
// ------------------------------------------------------------------------------------------------------

/// Up to `most`; further apart is not measured.
double least_distance(const geom::MultiPolygon& a, const geom::MultiPolygon& b, double most) {
  const auto box_a = bg::return_envelope<geom::Box>(a), box_b = bg::return_envelope<geom::Box>(b);
  return bg::distance(box_a, box_b) > most ? most : std::min<double>(most, bg::distance(a, b));
}

class GeneratedCountries : public testing::TestWithParam<Dirt> {};

TEST_P(GeneratedCountries, LeaveFewPairsUndecidable) {
  for (const double dirt_m : {0.0, 100.0, 500.0}) {
    const auto country = make_dirty_country({.kind = GetParam(), .dirt_m = dirt_m, .vertices_per_side = 16});
    const auto share = static_cast<double>(country.undecidable.size()) /
                       static_cast<double>(country.undecidable.size() + country.edges.size());
    EXPECT_LE(share, 0.05) << dirt_m;
    EXPECT_GT(country.edges.size(), 1'400U);
    EXPECT_TRUE(std::ranges::is_sorted(country.edges));
    EXPECT_TRUE(std::ranges::is_sorted(country.undecidable));
    EXPECT_EQ(country.province.size(), country.areas.size());
  }
}

TEST_P(GeneratedCountries, PutNeighboursWithinTheDirtOfEachOtherAndOthersFurtherApart) {
  const double dirt_m = 200, strait_m = 1'500;
  const auto country =
      make_dirty_country({.kind = GetParam(), .dirt_m = dirt_m, .units = 25, .vertices_per_side = 8});
  std::set<DirtyCountry::Pair> decided(country.edges.begin(), country.edges.end());
  for (const auto& [a, b] : country.edges)
    EXPECT_LE(least_distance(country.areas[a], country.areas[b], 1e4), dirt_m) << a << "-" << b;
  decided.insert(country.undecidable.begin(), country.undecidable.end());
  std::set<DirtyCountry::Pair> provinces;  // that are neighbours, or the same
  for (const auto& [a, b] : decided) provinces.insert(std::minmax(country.province[a], country.province[b]));
  for (UnitIndex a = 0; a < country.areas.size(); ++a)
    for (UnitIndex b = a + 1; b < country.areas.size(); ++b) {
      if (decided.contains({a, b})) continue;
      const bool strait = GetParam() == Dirt::straits &&
                          !provinces.contains(std::minmax(country.province[a], country.province[b]));
      const double apart_m = strait ? strait_m : dirt_m;
      EXPECT_GE(least_distance(country.areas[a], country.areas[b], apart_m), apart_m) << a << "-" << b;
    }
}

TEST_P(GeneratedCountries, AreMadeOfPolygonsThatAreValidByThemselves) {
  const auto country =
      make_dirty_country({.kind = GetParam(), .dirt_m = 100, .units = 150, .vertices_per_side = 16});
  std::size_t invalid = 0;
  for (const auto& area : country.areas)
    for (const auto& part : area) invalid += bg::is_valid(part) ? 0 : 1;
  EXPECT_LE(invalid, 3U) << "of " << country.areas.size();
}

TEST_P(GeneratedCountries, AreTheSameForTheSameSeedAndOthersForAnother) {
  const auto one = make_dirty_country({.kind = GetParam(), .units = 100, .seed = 4});
  const auto two = make_dirty_country({.kind = GetParam(), .units = 100, .seed = 4});
  const auto other = make_dirty_country({.kind = GetParam(), .units = 100, .seed = 5});
  const auto same = [](const Areas& a, const Areas& b) {
    return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
      return std::ranges::equal(x, y, [](const auto& p, const auto& q) {
        return std::ranges::equal(p.outer(), q.outer(), [](const auto& m, const auto& n) {
          return m.x() == n.x() && m.y() == n.y();
        });
      });
    });
  };
  EXPECT_TRUE(same(one.areas, two.areas));
  EXPECT_EQ(one.edges, two.edges);
  EXPECT_FALSE(same(one.areas, other.areas));
}

INSTANTIATE_TEST_SUITE_P(Kinds, GeneratedCountries, testing::ValuesIn(every_kind()),
                         [](const auto& kind) { return vicinia::test::name_of(kind.param); });

TEST(GeneratedCountry, OfOneKindHasProvincesOfFourToSixteenUnits) {
  const auto country = make_dirty_country({.kind = Dirt::resampled});
  std::vector<std::size_t> sizes(*std::ranges::max_element(country.province) + 1);
  for (const auto province : country.province) ++sizes[province];
  EXPECT_GE(*std::ranges::min_element(sizes), 4U);
  EXPECT_LE(*std::ranges::max_element(sizes), 16U);
}

TEST(AccuracyOfLinks, CountsWhatIsMissingAndWhatIsWrongAndLeavesOutWhatCannotBeTold) {
  const DirtyCountry country{
      .areas = {}, .province = {}, .edges = {{0, 1}, {1, 2}}, .undecidable = {{0, 2}}, .least_border_m = 0};
  const std::vector<Border> rows{{.a = 0, .b = 1, .kind = BorderKind::near, .length_m = 5, .distance_m = 3},
                                 {.a = 0, .b = 2, .length_m = 5},
                                 {.a = 0, .b = 3, .length_m = 5},
                                 {.a = 1, .b = 2, .kind = BorderKind::corner}};
  const auto found = accuracy(country, rows);
  EXPECT_EQ(found.precision(), 0.5);
  EXPECT_EQ(found.recall(), 0.5);
  EXPECT_EQ(found.missing, (std::vector<DirtyCountry::Pair>{{1, 2}}));
  EXPECT_EQ(found.wrong, (std::vector<DirtyCountry::Pair>{{0, 3}}));
}

}  // namespace
}  // namespace vicinia::core::topology::test
