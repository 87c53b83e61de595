// In which coordinate system a layer is, and the one way from there to the map.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "expect_error.h"
#include "files.h"
#include "gdal_files.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::geom::MultiPolygon;
using gis::io::read_polygons;
using testing::HasSubstr;
using testing::StartsWith;

const std::string vn2000_north = rectangle_wkt(520000, 1100000, 530000, 1110000);
const std::string in_degrees = rectangle_wkt(106, 10, 106.1, 10.1);
const std::string swapped_degrees = rectangle_wkt(10, 106, 10.1, 106.1);

class LayerCrs : public testing::Test {
 protected:
  /// A shapefile whose .prj says `stated`, whatever its numbers are; without one where nothing is stated.
  fs::path shapefile(const std::string& stated, const std::vector<std::string>& shapes) {
    write_layers(folder_ / "layer.shp", {{.name = "layer", .crs = stated, .wkt = shapes}});
    return folder_ / "layer.shp";
  }
  fs::path geojson(const std::string& ring, const std::string& crs = "") {
    write_file(folder_ / "layer.geojson",
               R"({"type": "FeatureCollection", )" + crs +
                   R"("features": [{"type": "Feature", "properties": {"code": "1"}, "geometry": )" +
                   R"({"type": "Polygon", "coordinates": [)" + ring + "]}}]}");
    return folder_ / "layer.geojson";
  }
  fs::path geojson_in_metres() {
    return geojson("[[520000,1100000],[520000,1110000],[530000,1110000],[530000,1100000],[520000,1100000]]");
  }
  TemporaryFolder folder_;
};

TEST_F(LayerCrs, GeoJsonInMetresIsReadInTheSystemThatIsStated) {
  const auto layer = read_polygons(geojson_in_metres(), {.source_crs = "EPSG:9210"});
  ASSERT_VALUE(layer);
  EXPECT_TRUE(layer->findings.empty()) << "the file names no system that it could contradict";
  EXPECT_NEAR(core::geom::area_m2(layer->areas[0]).value() / 1e8, 1, 0.01);
}

TEST_F(LayerCrs, GeoJsonInMetresWithoutASystemIsRefusedWithCandidates) {
  const auto layer = read_polygons(geojson_in_metres(), {});
  ASSERT_ERROR(layer, crs_misfit);
  EXPECT_EQ(layer.error().subject.field, "geojson");
  EXPECT_THAT(layer.error().subject.id, HasSubstr("WGS 84"));
  EXPECT_THAT(
      layer.error().detail,
      StartsWith("525000 1105000|EPSG:3405 (VN-2000 / UTM zone 48N), EPSG:32648 (WGS 84 / UTM zone 48N)"));
  EXPECT_THAT(layer.error().detail, HasSubstr("EPSG:9210 (VN-2000 / TM-3 105-45)"));
  EXPECT_THAT(layer.error().detail, testing::Not(HasSubstr("EPSG:3857"))) << "there it would lie in Africa";
}

TEST_F(LayerCrs, APrjThatSaysDegreesOverMetresIsRefusedAndAStatedSystemWins) {
  const fs::path file = shapefile("EPSG:4326", {vn2000_north});
  const auto refused = read_polygons(file, {});
  ASSERT_ERROR(refused, crs_misfit);
  EXPECT_EQ(refused.error().subject.field, "degrees");
  EXPECT_THAT(refused.error().detail, HasSubstr("EPSG:3405"));
  const auto stated = read_polygons(file, {.source_crs = "EPSG:3405"});
  ASSERT_VALUE(stated);
  ASSERT_EQ(stated->findings.size(), 1U);
  EXPECT_EQ(stated->findings[0].code, ErrorCode::crs_overridden);
  EXPECT_EQ(stated->findings[0].subject.id, "EPSG:3405 (VN-2000 / UTM zone 48N)");
  EXPECT_THAT(stated->findings[0].detail, HasSubstr("WGS 84"));
  EXPECT_EQ(stated->findings[0].subject.file, file.string());
}

TEST_F(LayerCrs, APrjThatSaysMetresOverDegreesIsRefusedAndAStatedSystemWins) {
  for (const std::string& shape : {in_degrees, swapped_degrees}) {
    const auto refused = read_polygons(shapefile("EPSG:32648", {shape}), {});
    ASSERT_ERROR(refused, crs_misfit);
    EXPECT_EQ(refused.error().subject.field, "metres");
    EXPECT_THAT(refused.error().detail, HasSubstr("EPSG:4326 (WGS 84)"));
  }
  const auto stated = read_polygons(shapefile("EPSG:32648", {in_degrees}), {.source_crs = "EPSG:4756"});
  ASSERT_VALUE(stated);
  EXPECT_EQ(stated->findings.at(0).code, ErrorCode::crs_overridden);
}

TEST_F(LayerCrs, SwappedDegreesAreToldAsSuch) {
  for (const std::string& stated : {std::string(), std::string("EPSG:4326")}) {
    const auto layer = read_polygons(geojson("[[10,106],[10,106.1],[10.1,106.1],[10.1,106],[10,106]]"),
                                     {.source_crs = stated});
    ASSERT_ERROR(layer, crs_misfit);
    EXPECT_EQ(layer.error().subject.field, "swapped");
    EXPECT_THAT(layer.error().detail, StartsWith("10.05 106.05|"));
  }
}

TEST_F(LayerCrs, SwappedMetresAreToldAsSuch) {
  const auto layer =
      read_polygons(shapefile("EPSG:3405", {rectangle_wkt(2'300'000, 590'000, 2'310'000, 600'000)}), {});
  ASSERT_ERROR(layer, crs_misfit);
  EXPECT_EQ(layer.error().subject.field, "swapped");
  ASSERT_VALUE(
      read_polygons(shapefile("EPSG:3405", {rectangle_wkt(590'000, 2'300'000, 600'000, 2'310'000)}), {}));
  ASSERT_VALUE(
      read_polygons(shapefile("EPSG:3405", {rectangle_wkt(1'100'000, 1'300'000, 1'110'000, 1'310'000)}), {}))
      << "east of its zone";
}

TEST_F(LayerCrs, AStatedSystemThatTheNumbersCannotBeOfIsRefused) {
  const auto degrees = read_polygons(shapefile("EPSG:3405", {vn2000_north}), {.source_crs = "EPSG:4326"});
  ASSERT_ERROR(degrees, crs_misfit);
  EXPECT_THAT(degrees.error().subject.id, StartsWith("EPSG:4326"));
  ASSERT_ERROR(read_polygons(geojson_in_metres(), {.source_crs = "EPSG:999999"}), unknown_crs);
}

TEST_F(LayerCrs, AStatedSystemThatTheFileNamesTooIsNoConflict) {
  const auto same = read_polygons(shapefile("EPSG:9210", {vn2000_north}), {.source_crs = "EPSG:9210"});
  ASSERT_VALUE(same);
  EXPECT_TRUE(same->findings.empty());
  const auto json = read_polygons(
      geojson("[[106,10],[106,10.1],[106.1,10.1],[106.1,10],[106,10]]",
              R"("crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}, )"),
      {.source_crs = "EPSG:4756"});
  ASSERT_VALUE(json);
  EXPECT_EQ(json->findings.at(0).code, ErrorCode::crs_overridden) << "here the file does name one";
}

TEST_F(LayerCrs, WithoutASystemTheCandidatesAreNamed) {
  const auto layer = read_polygons(shapefile("", {vn2000_north}), {});
  ASSERT_ERROR(layer, missing_crs);
  EXPECT_THAT(layer.error().detail, HasSubstr("EPSG:3405"));
}

TEST_F(LayerCrs, OneBadPlaceAmongGoodOnesIsNamedByItsRowAndItsCoordinates) {
  const auto layer = read_polygons(
      shapefile("EPSG:4326", {in_degrees, rectangle_wkt(106, 95, 106.1, 95.1), in_degrees}), {});
  ASSERT_ERROR(layer, reprojection_failed);
  EXPECT_EQ(layer.error().subject.row, 2U);
  EXPECT_THAT(layer.error().detail, StartsWith("106 95"));
  // One of two: no middle of the two is a place.
  const auto half = read_polygons(shapefile("EPSG:4326", {in_degrees, swapped_degrees}), {});
  ASSERT_ERROR(half, reprojection_failed);
  EXPECT_EQ(half.error().subject.row, 2U);
  EXPECT_THAT(half.error().detail, StartsWith("10 106"));
}

/// Two columns of cells of a degree, from one end of Viet Nam to the other, that share their vertices.
std::vector<std::string> two_columns() {
  std::vector<std::string> cells;
  for (int south = 8; south < 23; ++south)
    for (int west = 105; west < 109; ++west) cells.push_back(rectangle_wkt(west, south, west + 1, south + 1));
  return cells;
}

std::vector<std::pair<double, double>> points_of(const std::vector<MultiPolygon>& areas) {
  std::vector<std::pair<double, double>> points;
  for (const MultiPolygon& area : areas)
    for (std::size_t i = 1; i < area.at(0).outer().size(); ++i)
      points.emplace_back(area[0].outer()[i].x(), area[0].outer()[i].y());
  return points;
}

TEST_F(LayerCrs, NeighboursStayNeighboursWhereAreasOfUseOfSeveralOperationsMeet) {
  for (const char* crs : {"EPSG:4131", "EPSG:4756", "EPSG:4147", "EPSG:4326"}) {
    const auto layer = read_polygons(shapefile(crs, two_columns()), {.target_crs = "EPSG:32648"});
    ASSERT_VALUE(layer);
    const auto points = points_of(layer->areas);
    EXPECT_EQ(std::set(points.begin(), points.end()).size(), 5U * 16U)
        << crs << ": every lattice point is one point";
    // A single cell on its own goes the same way as all together, wherever that way is the only one.
    for (std::size_t i = 0; i + 1 < layer->areas.size(); i += 4)
      EXPECT_NEAR(std::hypot(layer->areas[i][0].outer()[0].x() - layer->areas[i + 1][0].outer()[0].x(), 0),
                  109'000, 6'000)
          << crs;
  }
}

TEST_F(LayerCrs, APoorShiftBetweenDatumsIsTold) {
  const auto indian = read_polygons(shapefile("EPSG:4131", {rectangle_wkt(107, 16, 107.1, 16.1)}),
                                    {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(indian);
  ASSERT_EQ(indian->findings.size(), 1U);
  EXPECT_EQ(indian->findings[0].code, ErrorCode::poor_datum_shift);
  EXPECT_THAT(indian->findings[0].subject.id, StartsWith("EPSG:4131"));
  EXPECT_EQ(indian->findings[0].detail, "44") << "as EPSG states it for 14 to 18 degrees north";
  const auto north = read_polygons(shapefile("EPSG:4131", {in_degrees, rectangle_wkt(105, 21, 105.1, 21.1)}),
                                   {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(north);
  EXPECT_EQ(north->findings.at(0).subject.field, "unknown") << "EPSG has none for all of the country";
  const auto vn2000 = read_polygons(shapefile("EPSG:3405", {vn2000_north}), {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(vn2000);
  EXPECT_TRUE(vn2000->findings.empty());
}

TEST_F(LayerCrs, ProvincesAndTheirDistrictsGoOneWay) {
  // One rectangle and its quarters, as long as the country: their centres lie differently to the areas of
  // use.
  const auto whole =
      read_polygons(shapefile("EPSG:4131", {rectangle_wkt(105, 8, 109, 22)}), {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(whole);
  const auto parts =
      read_polygons(shapefile("EPSG:4131", {rectangle_wkt(105, 8, 107, 11), rectangle_wkt(107, 8, 109, 11),
                                            rectangle_wkt(105, 11, 109, 22)}),
                    {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(parts);
  const auto corner = points_of(whole->areas), corners = points_of(parts->areas);
  EXPECT_EQ(std::ranges::count_if(
                corners, [&](const auto& point) { return std::ranges::find(corner, point) != corner.end(); }),
            4);
}

TEST_F(LayerCrs, TheProjectionIsTheSameForAnyNumberOfThreads) {
  std::vector<std::string> cells;
  for (int i = 0; i < 40; ++i)
    for (int j = 0; j < 40; ++j)
      cells.push_back(rectangle_wkt(105 + i / 16.0, 9 + j / 16.0, 105 + (i + 1) / 16.0, 9 + (j + 1) / 16.0));
  const fs::path file = shapefile("EPSG:4756", cells);
  std::vector<std::vector<std::pair<double, double>>> results;
  for (const std::size_t threads : {1U, 2U, 7U}) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    const auto layer = read_polygons(file, {});
    ASSERT_VALUE(layer);
    results.push_back(points_of(layer->areas));
  }
  EXPECT_EQ(results[0], results[1]);
  EXPECT_EQ(results[0], results[2]);
  EXPECT_EQ(std::set(results[0].begin(), results[0].end()).size(), 41U * 41U);
}

TEST_F(LayerCrs, TheZoneFollowsWhereTheUnitsAreAndNotIslandsFarOut) {
  // Ten units around Hà Nội; one with islands as far out as Trường Sa, and a unit of nothing but islands.
  std::vector<std::string> shapes;
  for (int i = 0; i < 10; ++i)
    shapes.push_back(rectangle_wkt(105 + i / 10.0, 21, 105 + (i + 1) / 10.0, 21.1));
  shapes.push_back(
      "MULTIPOLYGON(((109 12,109 12.5,109.2 12.5,109.2 12,109 12)),((114 8,114 8.01,114.01 8.01,114.01 8,114 "
      "8)))");
  shapes.push_back(rectangle_wkt(112, 16, 112.01, 16.01));
  const auto layer = read_polygons(shapefile("EPSG:4326", shapes), {});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->crs, "EPSG:32648");
  // The middle of the box would lie at 109.5° east, in zone 49.
}

}  // namespace
}  // namespace vicinia::test
