// The built-in districts against R spdep and GEOS: the comparisons that run in every clone. Generators in
// tests/golden/built_in_districts.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/geometry.hpp>
#include <cmath>
#include <map>
#include <optional>
#include <sstream>

#include "boundaries.h"
#include "vicinia/core/topology/dissolve.h"

namespace vicinia::test {
namespace {

namespace topo = core::topology;
using Rows = std::vector<std::vector<std::string>>;

Rows golden_rows(const std::string& name) {
  std::ifstream in(std::filesystem::path(VICINIA_GOLDEN_DIR) / "built_in_districts" / (name + ".csv"));
  EXPECT_TRUE(in) << name;
  Rows rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
  }
  EXPECT_GT(rows.size(), 60U) << name;
  return rows;
}

std::map<Pairs::value_type, double> lengths(const std::string& name) {
  std::map<Pairs::value_type, double> result;
  for (const auto& row : golden_rows(name))
    result[{static_cast<std::uint32_t>(std::stoul(row[0])), static_cast<std::uint32_t>(std::stoul(row[1]))}] =
        row.size() > 2 ? std::stod(row[2]) : 0;
  return result;
}

const gis::io::PolygonLayer& districts() {
  static const auto layer = gis::io::read_polygons(VICINIA_RESOURCES_DIR "/data/vietnam-2007/districts.shp",
                                                   {.target_crs = "EPSG:32648"});
  return *layer;
}
topo::Topology topology_at(std::optional<double> tolerance_m) {
  auto topology = topo::build_topology(districts().areas, {.tolerance_m = tolerance_m});
  EXPECT_TRUE(topology);
  return std::move(*topology);
}

TEST(BuiltInDistricts, AreThoseOfTheGoldenValues) { EXPECT_EQ(districts().areas.size(), 676U); }

TEST(BuiltInDistricts, HaveAnEdgeWhereverLinesCoincideByGeos) {
  std::map<Pairs::value_type, topo::Border> found;
  for (const auto& row : topo::borders(topology_at(0))) found[{row.a, row.b}] = row;
  for (const auto& [pair, length_m] : lengths("borders")) {
    const auto row = found.find(pair);
    ASSERT_NE(row, found.end()) << pair.first << "-" << pair.second;
    EXPECT_EQ(row->second.kind, topo::BorderKind::edge) << pair.first << "-" << pair.second;
    EXPECT_GE(row->second.length_m, length_m - 0.01) << pair.first << "-" << pair.second;
  }
}

TEST(BuiltInDistricts, TouchWhereTheyHaveAVertexInCommonBySpdep) {
  Pairs found, expected;
  for (const auto& row : topo::borders(topology_at(0))) found.emplace_back(row.a, row.b);
  for (const auto& [pair, none] : lengths("queen")) expected.push_back(pair);
  EXPECT_EQ(as_text(only_in(expected, found)), "");
}

TEST(BuiltInDistricts, AreRookNeighboursBySpdepWhereTheyHaveALine) {
  const auto with_line = lengths("borders");
  const Pairs found = pairs_of(topo::borders(topology_at(0)), false);
  for (const auto& [pair, none] : lengths("rook"))
    if (with_line.contains(pair)) {
      EXPECT_TRUE(std::ranges::binary_search(found, pair)) << pair.first << "-" << pair.second;
    }
}

/// Many a district has a vertex upon its neighbour's side, where the neighbour has none: within a tenth of a
/// millimetre, by rounding.
TEST(BuiltInDistricts, HaveAnEdgeWhereverTheyRunWithinRoundingOfEachOtherByGeos) {
  const auto expected = lengths("beside");
  for (const std::optional<double> tolerance_m : {std::optional(0.0), std::optional<double>()}) {
    const auto topology = topology_at(tolerance_m);
    Pairs linked, beside;
    std::map<Pairs::value_type, topo::Border> found;
    for (const auto& row : topo::borders(topology)) {
      if (!topo::links(row, {})) continue;
      linked.emplace_back(row.a, row.b);
      found[linked.back()] = row;
    }
    for (const auto& [pair, length_m] : expected) {
      beside.push_back(pair);
      EXPECT_EQ(found[pair].kind, topo::BorderKind::edge) << pair.first << "-" << pair.second;
      EXPECT_NEAR(found[pair].length_m, length_m, 0.1) << pair.first << "-" << pair.second;
    }
    EXPECT_EQ(as_text(only_in(beside, linked)), "") << "not found at " << topology.tolerance_m() << " m";
    EXPECT_EQ(as_text(only_in(linked, beside)), "") << "made up at " << topology.tolerance_m() << " m";
  }
}

TEST(BuiltInDistricts, DissolveToProvincesOfTheAreaByGeos) {
  const auto expected = golden_rows("provinces");
  const std::size_t column = *districts().attributes.column("province", "districts");
  std::map<std::string, topo::GroupIndex> numbers;
  for (const auto& row : expected) numbers.try_emplace(row[0], static_cast<topo::GroupIndex>(numbers.size()));
  std::vector<topo::GroupIndex> groups;
  for (const auto& row : districts().attributes.rows) groups.push_back(numbers.at(row[column]));
  for (const std::optional<double> tolerance_m : {std::optional(0.0), std::optional<double>()}) {
    const auto outlines = topo::dissolve(topology_at(tolerance_m), groups);
    ASSERT_TRUE(outlines);
    ASSERT_EQ(outlines->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const auto& outline = outlines->at(i);
      const double rounding_m2 = 0.05 * static_cast<double>(boost::geometry::perimeter(outline));
      EXPECT_NEAR(boost::geometry::area(outline), std::stod(expected[i][1]), rounding_m2)
          << "province " << expected[i][0];
      EXPECT_EQ(outline.size(), std::stoul(expected[i][2])) << "parts of province " << expected[i][0];
    }
  }
}

}  // namespace
}  // namespace vicinia::test
