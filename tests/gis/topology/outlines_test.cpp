// Provinces dissolved from the 674 districts, judged by GEOS; and what the checks find in real boundaries.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/geometry.hpp>
#include <cmath>
#include <map>

#include "boundaries.h"
#include "geos.h"
#include "vicinia/core/topology/check.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/core/topology/simplify.h"

namespace vicinia::test {
namespace {

namespace bg = boost::geometry;
using namespace core::topology;
using Areas = std::vector<core::geom::MultiPolygon>;

struct Provinces {
  Areas areas;
  std::vector<GroupIndex> of_unit;
};

Provinces read_provinces() {
  auto layer = gis::io::read_polygons(boundary_file(districts_2007), {.target_crs = "EPSG:32648"});
  EXPECT_TRUE(layer);
  const std::size_t column = *layer->attributes.column("ID_2", districts_2007);
  std::map<std::string, GroupIndex> numbers;
  Provinces provinces{.areas = std::move(layer->areas), .of_unit = {}};
  for (const auto& row : layer->attributes.rows)
    provinces.of_unit.push_back(
        numbers.try_emplace(row[column], static_cast<GroupIndex>(numbers.size())).first->second);
  return provinces;
}

TEST(ProvincesOfRealDistricts, AreValidByGeosAndHaveTheAreaOfTheirDistrictsWhereThoseDoNotOverlap) {
  SKIP_WITHOUT_BOUNDARIES(districts_2007);
  const Provinces provinces = read_provinces();
  const auto topology = build_topology(provinces.areas);
  ASSERT_TRUE(topology);
  const auto outlines = dissolve(*topology, provinces.of_unit);
  ASSERT_TRUE(outlines);
  ASSERT_EQ(outlines->size(), 64U);
  std::vector<double> expected(64);
  for (std::size_t unit = 0; unit < provinces.areas.size(); ++unit)
    expected[provinces.of_unit[unit]] += bg::area(provinces.areas[unit]);
  // Districts overlap in the data at 225, 228, 316 and at 494, 498: their ground counts once.
  std::vector<bool> overlapped(64);
  const auto findings = check(*topology);
  ASSERT_TRUE(findings);
  for (const Finding& finding : *findings)
    if ((finding.kind == Finding::Kind::overlap || finding.kind == Finding::Kind::sliver) &&
        finding.units.size() > 1)
      overlapped[provinces.of_unit[finding.units[0]]] = true;
  EXPECT_EQ(std::ranges::count(overlapped, true), 2);
  const Geos geos;
  for (std::size_t province = 0; province < 64; ++province) {
    EXPECT_NEAR(bg::area(outlines->at(province)) / expected[province], 1, overlapped[province] ? 1e-5 : 1e-9)
        << province;
    EXPECT_EQ(geos.fault(outlines->at(province)), "") << province;
  }
}

TEST(SimplifiedDistricts, KeepTheirPairs) {
  SKIP_WITHOUT_BOUNDARIES(districts_2007);
  const auto topology = build_topology(read_areas(districts_2007));
  ASSERT_TRUE(topology);
  const auto fewer = simplify(*topology, 500);
  ASSERT_TRUE(fewer);
  EXPECT_LT(fewer->point_count(), topology->point_count() / 2);
  const auto again = build_topology(areas(*fewer));
  ASSERT_TRUE(again);
  EXPECT_EQ(as_text(pairs_of(borders(*again), false)), as_text(pairs_of(borders(*topology), false)));
}

TEST(ChecksOfRealBoundaries, FindTheIslandsOfTheDistricts) {
  SKIP_WITHOUT_BOUNDARIES(districts_2007);
  const auto topology = build_topology(read_areas(districts_2007));
  ASSERT_TRUE(topology);
  const auto findings = check(*topology);
  ASSERT_TRUE(findings);
  EXPECT_EQ(std::ranges::count(*findings, Finding::Kind::island, &Finding::kind), 13);
  for (const Finding& finding : *findings) {
    EXPECT_TRUE(std::isfinite(finding.place.x()) && std::isfinite(finding.place.y()));
    EXPECT_FALSE(finding.units.empty()) << name_of(finding.kind);
  }
}

}  // namespace
}  // namespace vicinia::test
