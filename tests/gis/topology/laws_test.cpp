// The laws of topology_laws.h on files, and on dirty countries where GEOS says what ground there is. Files of
// ../shared are skipped by name where they are not.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/geometry.hpp>
#include <cmath>
#include <iomanip>
#include <map>
#include <optional>
#include <sstream>

#include "boundaries.h"
#include "geos.h"
#include "support/dirty_country.h"
#include "support/synthetic_country.h"
#include "support/temporary_folder.h"
#include "support/topology_laws.h"
#include "vicinia/core/topology/dissolve.h"

namespace vicinia::test {
namespace {

namespace topo = core::topology;
using Areas = std::vector<core::geom::MultiPolygon>;

struct Layer {
  std::string name;
  std::filesystem::path file;
  std::string group_field;
};

void PrintTo(const Layer& layer, std::ostream* out) { *out << layer.name; }

std::vector<Layer> layers() {
  const std::filesystem::path shared = VICINIA_SHARED_DATA_DIR,
                              cases = shared / ".." / "cases" / "boundaries";
  const std::filesystem::path data = VICINIA_TEST_DATA_DIR,
                              built_in = VICINIA_RESOURCES_DIR "/data/vietnam-2007";
  return {{"built_in_districts", built_in / "districts.shp", "province"},
          {"built_in_provinces", built_in / "provinces.shp", ""},
          {"mini", data / "mini" / "districts.shp", ""},
          {"matrix_long", data / "matrix-long" / "districts.geojson", ""},
          {"districts_2007", boundary_file(districts_2007), "ID_2"},
          {"hcmc", boundary_file(hcmc_districts), ""},
          {"communes_2025_thai_nguyen", cases / "communes_2025_thai_nguyen.gpkg", "parent"},
          {"falsefill_census_401", cases / "falsefill_census_401.geojson", "province_id"},
          {"inv41_0", cases / "inv41_0.geojson", "GID_1"},
          {"invdvh_62", cases / "invdvh_62.geojson", "prov"},
          {"loss_674_32_400", cases / "loss_674_32_400.geojson", "ID_2"},
          {"loss_census_215_400", cases / "loss_census_215_400.geojson", "province_id"},
          {"loss_census_505_300", cases / "loss_census_505_300.geojson", "province_id"}};
}

/// Units with the groups to dissolve them by.
struct Grouped {
  Areas areas{};
  std::vector<topo::GroupIndex> groups{};
};

Grouped read(const Layer& layer) {
  auto read = gis::io::read_polygons(layer.file, {.target_crs = "EPSG:32648"});
  if (!read) {
    ADD_FAILURE() << layer.file << ": " << core::name_of(read.error().code) << " " << read.error().detail;
    return {};
  }
  Grouped result{.areas = std::move(read->areas), .groups = {}};
  std::map<std::string, topo::GroupIndex> numbers;
  const auto column = read->attributes.column(layer.group_field, layer.file.string());
  for (std::size_t unit = 0; unit < result.areas.size(); ++unit) {
    // Without provinces, groups of seven by their place in the file.
    const std::string group = column ? read->attributes.rows[unit][*column] : std::to_string(unit / 7);
    result.groups.push_back(
        numbers.try_emplace(group, static_cast<topo::GroupIndex>(numbers.size())).first->second);
  }
  return result;
}

std::vector<topo::GroupIndex> random_groups(std::size_t units, std::uint64_t seed) {
  std::vector<topo::GroupIndex> groups;
  for (std::size_t unit = 0; unit < units; ++unit)
    groups.push_back(noise(seed, unit) > 0 ? 0U : noise(seed, unit, 1) > 0 ? 1U : 2U);
  return groups;
}

std::string square_metres(double value) {
  std::ostringstream text;
  text << std::setprecision(12) << value << " m2";
  return text.str();
}

/// What GEOS says of the input: computed once for all tolerances.
class Judge {
 public:
  explicit Judge(const Grouped& input) : input_(input), whole_(geos_.united(input.areas)) {
    topo::GroupIndex count = 0;
    for (const auto group : input.groups) count = std::max(count, group + 1);
    std::vector<Areas> members(count);
    for (std::size_t unit = 0; unit < input.areas.size(); ++unit)
      members[input.groups[unit]].push_back(input.areas[unit]);
    for (const Areas& some : members) ground_.push_back(geos_.united(some));
  }

  [[nodiscard]] Broken broken(const topo::Topology& topology) const {
    Broken broken;
    const auto outlines = topo::dissolve(topology, input_.groups);
    if (!outlines) return {"not dissolved: " + outlines.error().detail};
    std::vector<double> filled(outlines->size()), given_away(outlines->size());
    double all_filled = 0;
    for (const topo::Healed& healed : topology.healed()) {
      const auto to = input_.groups[healed.given_to];
      if (healed.kind == topo::Healed::Kind::gap) {
        filled[to] += healed.area_m2;
        all_filled += healed.area_m2;
        continue;
      }
      std::vector<bool> told(outlines->size());
      for (const auto unit : healed.units)
        if (const auto from = input_.groups[unit]; from != to && !told[from]) {
          told[from] = true;
          given_away[from] += healed.area_m2;
        }
    }
    double sum = 0;
    for (const auto& one : topo::areas(topology)) {
      sum += geos_.area(geos_.polygons(one));
      if (const std::string fault = geos_.fault(one); !one.empty() && !fault.empty())
        broken.push_back("a unit: " + fault);
    }
    const double expected = geos_.area(whole_) + all_filled;
    if (std::abs(sum - expected) > 1 + 1e-9 * expected)
      broken.push_back("all units have " + square_metres(sum) +
                       ", the union of the input and what was filled " + square_metres(expected));
    for (std::size_t group = 0; group < outlines->size(); ++group) {
      const auto& outline = outlines->at(group);
      const std::string name = "group " + std::to_string(group) + ": ";
      if (const std::string fault = geos_.fault(outline); !outline.empty() && !fault.empty())
        broken.push_back(name + fault);
      const auto made = geos_.polygons(outline);
      const double beyond = geos_.area_beyond(made, ground_[group]),
                   lost = geos_.area_beyond(ground_[group], made);
      // what rounding to a tenth of a millimetre makes of a border
      const double slack = 1 + 1e-4 * static_cast<double>(boost::geometry::perimeter(outline));
      if (beyond < 0 || beyond > filled[group] + slack)
        broken.push_back(name + "has " + square_metres(beyond) + " of nobody's or of others, " +
                         square_metres(filled[group]) + " were filled");
      if (lost < 0 || lost > given_away[group] + slack)
        broken.push_back(name + "lacks " + square_metres(lost) + " of its own, " +
                         square_metres(given_away[group]) + " were given away");
    }
    return broken;
  }

 private:
  const Grouped& input_;
  Geos geos_;
  Geos::Geometry whole_;
  std::vector<Geos::Geometry> ground_;
};

/// Runs a law at every tolerance, and at the one that the data need.
template <class Law>
void hold_at_every_tolerance(const Areas& areas, Law law) {
  std::vector<std::optional<double>> tolerances{std::nullopt};
  tolerances.insert(tolerances.end(), std::begin(law_tolerances_m), std::end(law_tolerances_m));
  for (const auto& tolerance_m : tolerances) {
    const auto topology = topo::build_topology(areas, {.tolerance_m = tolerance_m});
    ASSERT_TRUE(topology) << core::name_of(topology.error().code) << " " << topology.error().detail;
    const Broken broken = law(*topology);
    EXPECT_TRUE(broken.empty()) << "at " << topology->tolerance_m() << " m"
                                << (tolerance_m ? "" : ", as proposed") << "\n"
                                << laws_as_text(broken);
  }
}

// ---- files
// --------------------------------------------------------------------------------------------------------------

class LawsOfFiles : public testing::TestWithParam<Layer> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(GetParam().file))
      GTEST_SKIP() << "there is no " << GetParam().file.filename();
    input_ = read(GetParam());
    ASSERT_FALSE(input_.areas.empty());
  }
  Grouped input_{};
};

TEST_P(LawsOfFiles, OutlinesHaveTheAreaOfTheirMembersAndAreValid) {
  const auto random = random_groups(input_.areas.size(), 5);
  hold_at_every_tolerance(input_.areas, [&](const topo::Topology& topology) {
    Broken broken = outlines_are_whole(topology, input_.groups);
    for (const std::string& more : outlines_are_whole(topology, random))
      broken.push_back("random groups: " + more);
    return broken;
  });
}

TEST_P(LawsOfFiles, GroundIsTheUnionByGeosWithWhatWasFilled) {
  const Judge judge(input_);
  hold_at_every_tolerance(input_.areas,
                          [&](const topo::Topology& topology) { return judge.broken(topology); });
}

TEST_P(LawsOfFiles, PlacesStayWithAUnitThatCoveredThemAndNoUnitVanishes) {
  hold_at_every_tolerance(input_.areas, [&](const topo::Topology& topology) {
    Broken broken = ground_is_kept(topology, input_.areas, 3);
    for (const std::string& more : no_unit_vanishes(topology, input_.areas)) broken.push_back(more);
    for (const std::string& more : healed_places_lie_in_their_units(topology)) broken.push_back(more);
    return broken;
  });
}

TEST_P(LawsOfFiles, MoreToleranceLosesNoEdgeAndNoLink) {
  const Broken broken = more_tolerance_loses_nothing(input_.areas, law_tolerances_m);
  EXPECT_TRUE(broken.empty()) << laws_as_text(broken);
}

TEST_P(LawsOfFiles, AnyOrderAndAnyNumberOfThreadsGiveTheSameBytes) {
  for (const std::optional<double> tolerance_m :
       {std::optional<double>(), std::optional(0.0), std::optional(100.0)}) {
    const Broken broken = order_and_threads_do_not_matter(input_.areas, input_.groups, tolerance_m, 11);
    EXPECT_TRUE(broken.empty()) << laws_as_text(broken);
  }
}

INSTANTIATE_TEST_SUITE_P(Layers, LawsOfFiles, testing::ValuesIn(layers()),
                         [](const auto& layer) { return layer.param.name; });

TEST(CommunesOfToday, OfThaiNguyenMakeOneWholeProvinceAtEveryTolerance) {
  const std::filesystem::path file = std::filesystem::path(VICINIA_SHARED_DATA_DIR) / ".." / "cases" /
                                     "boundaries" / "communes_2025_thai_nguyen.gpkg";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "there is no " << file.filename();
  const Grouped communes = read({"communes", file, "parent"});
  const Geos geos;
  hold_at_every_tolerance(communes.areas, [&](const topo::Topology& topology) -> Broken {
    const auto outlines = topo::dissolve(topology, communes.groups);
    if (!outlines || outlines->size() != 1) return {"not one outline"};
    const double km2 = geos.area(geos.polygons(outlines->at(0))) / 1e6;
    Broken broken;
    if (std::abs(km2 - 8370) > 1) broken.push_back(std::to_string(km2) + " km2");
    if (const std::string fault = geos.fault(outlines->at(0)); !fault.empty()) broken.push_back(fault);
    return broken;
  });
}

// ---- dirty countries
// ----------------------------------------------------------------------------------------------------

std::vector<Dirt> every_kind() {
  std::vector<Dirt> kinds;
  for (std::size_t kind = 0; kind < dirt_count; ++kind) kinds.push_back(static_cast<Dirt>(kind));
  return kinds;
}

class LawsOfDirtyCountries : public testing::TestWithParam<Dirt> {};

TEST_P(LawsOfDirtyCountries, GroundIsTheUnionByGeosWithWhatWasFilled) {
  for (const double dirt_m : {0.0, 10.0, 200.0}) {
    const auto country = make_dirty_country(
        {.kind = GetParam(), .dirt_m = dirt_m, .units = 60, .vertices_per_side = 16, .seed = 6});
    const Grouped input{.areas = country.areas, .groups = country.province};
    const Judge judge(input);
    SCOPED_TRACE(std::to_string(dirt_m) + " m of dirt");
    hold_at_every_tolerance(input.areas,
                            [&](const topo::Topology& topology) { return judge.broken(topology); });
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, LawsOfDirtyCountries, testing::ValuesIn(every_kind()),
                         [](const auto& kind) { return name_of(kind.param); });

/// The generator says who is a neighbour; GEOS measures whether that is so.
TEST_P(LawsOfDirtyCountries, NeighboursAreThoseWhoseBordersGeosFindsWithinTheDirt) {
  for (const double dirt_m : {10.0, 500.0}) {
    const auto country = make_dirty_country(
        {.kind = GetParam(), .dirt_m = dirt_m, .units = 100, .vertices_per_side = 16, .seed = 2});
    const Geos geos;
    std::vector<Geos::Geometry> units;
    std::vector<core::geom::Box> boxes;
    for (const auto& area : country.areas) {
      units.push_back(geos.polygons(area));
      boxes.push_back(boost::geometry::return_envelope<core::geom::Box>(area));
    }
    for (std::uint32_t a = 0; a < units.size(); ++a)
      for (std::uint32_t b = a + 1; b < units.size(); ++b) {
        const std::pair pair{a, b};
        if (std::ranges::binary_search(country.undecidable, pair)) continue;
        const bool far = boost::geometry::distance(boxes[a], boxes[b]) > dirt_m;
        const bool beside = !far && geos.beside_m(units[a], units[b], dirt_m) > 2 * dirt_m;
        // What lies upon another is its neighbour, wherever its border runs.
        const bool upon = !far && geos.area_beyond(units[b], units[a]) == 0;
        EXPECT_EQ(beside || upon, std::ranges::binary_search(country.edges, pair))
            << a << "-" << b << " at " << dirt_m << " m";
      }
  }
}

/// Sides of 50 km without a vertex where their neighbours meet, straight in degrees.
TEST(TJunctionsInDegrees, AreEdgesWhateverTheProjectionMakesOfTheirSides) {
  const auto country =
      make_dirty_country({.kind = Dirt::t_junctions, .dirt_m = 0, .units = 150, .side_m = 50'000});
  const TemporaryFolder folder;
  const auto file = folder.path() / "districts.geojson";
  std::ofstream out(file);
  out << std::setprecision(15) << R"({"type":"FeatureCollection","features":[)";
  const auto degrees = in_degrees(country.areas);
  for (std::size_t unit = 0; unit < degrees.size(); ++unit) {
    out << (unit == 0 ? "" : ",") << R"({"type":"Feature","properties":{"code":")" << unit
        << R"("},"geometry":{"type":"Polygon","coordinates":[[)";
    const auto& ring = degrees[unit][0].outer();
    for (std::size_t i = ring.size(); i-- > 0;)
      out << "[" << ring[i].x() << "," << ring[i].y() << "]" << (i == 0 ? "" : ",");
    out << "]]}}";
  }
  out << "]}";
  out.close();
  const auto layer = gis::io::read_polygons(file, {.target_crs = "EPSG:32648"});
  ASSERT_TRUE(layer) << layer.error().detail;
  for (const std::optional<double> tolerance_m : {std::optional(0.0), std::optional<double>()}) {
    const auto topology = topo::build_topology(layer->areas, {.tolerance_m = tolerance_m});
    ASSERT_TRUE(topology);
    const auto rows = topo::borders(*topology);
    const Accuracy found = accuracy(country, rows);
    EXPECT_EQ(as_text(Pairs(found.missing.begin(), found.missing.end())), "");
    EXPECT_EQ(as_text(Pairs(found.wrong.begin(), found.wrong.end())), "");
    EXPECT_EQ(std::ranges::count(rows, topo::BorderKind::edge, &topo::Border::kind),
              std::ssize(country.edges));
  }
}

}  // namespace
}  // namespace vicinia::test
