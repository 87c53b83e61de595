#include <gtest/gtest.h>

#include <algorithm>
#include <boost/geometry.hpp>
#include <set>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/gis/io/ring_fault.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {
namespace {

namespace bg = boost::geometry;
namespace fs = std::filesystem;
using core::ErrorCode;
using core::geom::MultiPolygon;
using gis::io::read_polygons;

constexpr const char* utm48 =
    R"("crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32648"}},)";

/// Coordinates come out as they stand in the file.
const gis::io::ReadOptions in_place{.target_crs = "EPSG:32648"};

std::string feature(const std::string& geometry) {
  return R"({"type": "Feature", "properties": {"code": "1"}, "geometry": )" + geometry + "}";
}
std::string polygon(const std::string& rings) {
  return R"({"type": "Polygon", "coordinates": )" + rings + "}";
}

class ReadPolygons : public testing::Test {
 protected:
  fs::path geojson(const std::string& features, const std::string& crs = utm48) {
    const fs::path file = folder_ / "layer.geojson";
    write_file(file, R"({"type": "FeatureCollection", )" + crs + R"( "features": [)" + features + "]}");
    return file;
  }
  TemporaryFolder folder_;
};

const std::string square = polygon("[[[0,0],[0,100],[100,100],[100,0],[0,0]]]");

TEST_F(ReadPolygons, TurnsRingsClockwiseAndHolesTheOtherWay) {
  const auto layer = read_polygons(
      geojson(feature(
          polygon("[[[0,0],[100,0],[100,100],[0,100],[0,0]],[[10,10],[10,20],[20,20],[20,10],[10,10]]]"))),
      in_place);
  ASSERT_VALUE(layer);
  EXPECT_DOUBLE_EQ(bg::area(layer->areas[0]), 100 * 100 - 10 * 10);
  EXPECT_TRUE(bg::is_valid(layer->areas[0]));
  EXPECT_TRUE(layer->findings.empty());
}

TEST_F(ReadPolygons, ClosesRings) {
  const auto layer =
      read_polygons(geojson(feature(polygon("[[[0,0],[0,100],[100,100],[100,0]]]"))), in_place);
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->areas[0][0].outer().size(), 5U);
  EXPECT_DOUBLE_EQ(bg::area(layer->areas[0]), 100 * 100);
}

TEST_F(ReadPolygons, RepairsABowTieAndSaysWhere) {
  const auto layer = read_polygons(
      geojson(feature(square) + "," + feature(polygon("[[[200,0],[300,100],[300,0],[200,100],[200,0]]]"))),
      in_place);
  ASSERT_VALUE(layer);
  EXPECT_DOUBLE_EQ(bg::area(layer->areas[1]), 2 * 50 * 50);
  EXPECT_TRUE(bg::is_valid(layer->areas[1]));
  ASSERT_EQ(layer->findings.size(), 1U);
  EXPECT_EQ(layer->findings[0].code, ErrorCode::invalid_ring);
  EXPECT_EQ(layer->findings[0].subject.row, 2U);
  EXPECT_EQ(layer->findings[0].detail, "Self-intersection at 250 50");
  const gis::io::RingFault fault = gis::io::parse_ring_fault(layer->findings[0].detail);
  EXPECT_EQ(fault.reason, "Self-intersection");
  ASSERT_TRUE(fault.place.has_value());
  EXPECT_EQ(fault.place->x(), 250);
  EXPECT_EQ(fault.place->y(), 50);
}

TEST_F(ReadPolygons, EveryFaultOfAFeatureHasItsPlaceInMetresOfTheLayer) {
  // Two bow ties and a line that closes, in degrees.
  const auto layer = read_polygons(
      geojson(
          feature(
              R"({"type": "MultiPolygon", "coordinates": [[[[106,10],[106.1,10.1],[106.1,10],[106,10.1],[106,10]]],)"
              R"([[[107,10],[107.1,10.1],[107.1,10],[107,10.1],[107,10]]],[[[106,11],[106.1,11],[106,11]]]]})"),
          ""),
      in_place);
  ASSERT_VALUE(layer);
  std::vector<std::string> reasons;
  for (const core::Finding& finding : layer->findings) {
    EXPECT_EQ(finding.code, ErrorCode::invalid_ring);
    const gis::io::RingFault fault = gis::io::parse_ring_fault(finding.detail);
    reasons.push_back(fault.reason);
    ASSERT_TRUE(fault.place.has_value()) << finding.detail;
    EXPECT_NEAR(fault.place->x(), 670000, 70000);
    EXPECT_NEAR(fault.place->y(), 1160000, 60000);
  }
  EXPECT_EQ(reasons,
            (std::vector<std::string>{"Ring of 3 points", "Self-intersection", "Self-intersection"}));
}

TEST(RingFault, ReadsBackWhatItWrites) {
  for (const gis::io::RingFault& fault :
       {gis::io::RingFault{.reason = "Self-intersection", .place = core::geom::Point(605000.125, -12.5)},
        gis::io::RingFault{.reason = "Ring of 0 points"},
        gis::io::RingFault{.reason = "Looks odd at night"}}) {
    const gis::io::RingFault back = gis::io::parse_ring_fault(gis::io::text_of(fault));
    EXPECT_EQ(back.reason, fault.reason);
    ASSERT_EQ(back.place.has_value(), fault.place.has_value());
    if (fault.place) {
      EXPECT_EQ(back.place->x(), fault.place->x());
      EXPECT_EQ(back.place->y(), fault.place->y());
    }
  }
}

TEST_F(ReadPolygons, OverlappingPartsAreMergedNotCutOut) {
  const auto layer = read_polygons(
      geojson(feature(R"({"type": "MultiPolygon", "coordinates": [[[[0,0],[0,100],[100,100],[100,0],[0,0]]],)"
                      R"([[[50,0],[50,100],[150,100],[150,0],[50,0]]]]})")),
      in_place);
  ASSERT_VALUE(layer);
  EXPECT_DOUBLE_EQ(bg::area(layer->areas[0]), 150 * 100);
  EXPECT_EQ(layer->findings.at(0).code, ErrorCode::invalid_ring);
}

TEST_F(ReadPolygons, ARepairLeavesTheOtherPartsAsTheyAre) {
  const auto layer = read_polygons(
      geojson(feature(
          R"({"type": "MultiPolygon", "coordinates": [[[[100.1,0.7],[0.3,0.7],[0.3,100],[100.1,100],[100.1,0.7]]],)"
          R"([[[200,0],[300,100],[300,0],[200,100],[200,0]]]]})")),
      in_place);
  ASSERT_VALUE(layer);
  const core::geom::Ring& kept = layer->areas[0][0].outer();
  const double expected[][2] = {{100.1, 0.7}, {0.3, 0.7}, {0.3, 100}, {100.1, 100}, {100.1, 0.7}};
  ASSERT_EQ(kept.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(kept[i].x(), expected[i][0]);
    EXPECT_EQ(kept[i].y(), expected[i][1]);
  }
}

TEST_F(ReadPolygons, ARingThatEnclosesNothingLeavesAnEmptyPlaceWithTwoFindings) {
  const auto layer =
      read_polygons(geojson(feature(square) + "," + feature(polygon("[[[0,0],[50,50],[0,0]]]"))), in_place);
  ASSERT_VALUE(layer);
  EXPECT_TRUE(layer->areas[1].empty());
  ASSERT_EQ(layer->findings.size(), 2U);
  EXPECT_EQ(layer->findings[0].code, ErrorCode::invalid_ring);
  EXPECT_EQ(layer->findings[1].code, ErrorCode::empty_geometry);
}

TEST_F(ReadPolygons, DropsHeightsAndMeasures) {
  const auto layer = read_polygons(
      geojson(feature(polygon("[[[0,0,5],[0,100,5],[100,100,5],[100,0,5],[0,0,5]]]"))), in_place);
  ASSERT_VALUE(layer);
  EXPECT_DOUBLE_EQ(bg::area(layer->areas[0]), 100 * 100);
}

TEST_F(ReadPolygons, TakesThePolygonsOfACollectionAndSaysThatThereWasMore) {
  const std::string collection =
      R"({"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1, 2]}, )" + square +
      "]}";
  const auto layer = read_polygons(geojson(feature(collection)), in_place);
  ASSERT_VALUE(layer);
  EXPECT_DOUBLE_EQ(bg::area(layer->areas[0]), 100 * 100);
  ASSERT_EQ(layer->findings.size(), 1U);
  EXPECT_EQ(layer->findings[0].code, ErrorCode::not_a_polygon);
}

TEST_F(ReadPolygons, MakesCurvesStraight) {
  const fs::path file = folder_ / "curve.csv";
  write_file(file, "WKT,code\n\"CURVEPOLYGON (CIRCULARSTRING (0 0,100 100,200 0,100 -100,0 0))\",1\n");
  const auto layer = read_polygons(file, {.source_crs = "EPSG:32648", .target_crs = "EPSG:32648"});
  ASSERT_VALUE(layer);
  EXPECT_NEAR(bg::area(layer->areas[0]), 3.14159 * 100 * 100, 100);
}

TEST_F(ReadPolygons, ALineIsNotAPolygonAndIsNamed) {
  const auto layer = read_polygons(
      geojson(feature(square) + "," + feature(R"({"type": "LineString", "coordinates": [[0,0],[1,1]]})")),
      {});
  ASSERT_ERROR(layer, not_a_polygon);
  EXPECT_EQ(layer.error().subject.row, 2U);
  EXPECT_EQ(layer.error().detail, "LINESTRING");
}

TEST_F(ReadPolygons, ATableIsNotAPolygonLayer) {
  const fs::path file = folder_ / "table.csv";
  write_file(file, "a,b\n1,2\n");
  ASSERT_ERROR(read_polygons(file, {}), not_a_polygon);
}

TEST_F(ReadPolygons, PlacesOutsideTheProjectionAreNamed) {
  const std::string good = polygon("[[[106,10],[106,11],[107,11],[107,10],[106,10]]]");
  const std::string bad = polygon("[[[106,100],[106,111],[107,111],[107,100],[106,100]]]");
  const auto layer =
      read_polygons(geojson(feature(good) + "," + feature(bad), ""), {.target_crs = "EPSG:32648"});
  ASSERT_ERROR(layer, reprojection_failed);
  EXPECT_EQ(layer.error().subject.row, 2U);
  EXPECT_FALSE(layer.error().detail.empty());
}

TEST_F(ReadPolygons, BrokenJsonIsNotAVectorFile) {
  const fs::path file = folder_ / "broken.geojson";
  write_file(file, R"({"type": "FeatureCollection", "features": [)");
  const auto layer = read_polygons(file, {});
  ASSERT_ERROR(layer, not_a_vector_file);
  EXPECT_FALSE(layer.error().detail.empty());
}

TEST_F(ReadPolygons, WorksInTheUtmZoneOfTheCentre) {
  const auto north =
      read_polygons(geojson(feature(polygon("[[[106,10],[106,11],[107,11],[107,10],[106,10]]]")), ""), {});
  ASSERT_VALUE(north);
  EXPECT_EQ(north->crs, "EPSG:32648");
  const auto south = read_polygons(
      geojson(feature(polygon("[[[150,-34],[150,-33],[151,-33],[151,-34],[150,-34]]]")), ""), {});
  ASSERT_VALUE(south);
  EXPECT_EQ(south->crs, "EPSG:32756");
}

TEST_F(ReadPolygons, ProjectsLongitudeFirst) {
  // 106.5 east, 10.5 north, by the Krüger series of the transverse Mercator projection to the fourth order.
  const auto layer = read_polygons(
      geojson(feature(polygon("[[[106.5,10.5],[106.5,11],[107,11],[107,10.5],[106.5,10.5]]]")), ""), {});
  ASSERT_VALUE(layer);
  const auto corner = layer->areas[0][0].outer().front();
  EXPECT_NEAR(corner.x(), 664153.3514, 0.001);
  EXPECT_NEAR(corner.y(), 1161086.7416, 0.001);
}

TEST_F(ReadPolygons, SharedBordersStaySharedBitForBit) {
  const std::string west =
      polygon("[[[106.1,10.1],[106.1,10.9],[106.5333,10.9],[106.54321,10.5],[106.5333,10.1],[106.1,10.1]]]");
  const std::string east = polygon(
      "[[[106.5333,10.1],[106.54321,10.5],[106.5333,10.9],[106.9,10.9],[106.9,10.1],[106.5333,10.1]]]");
  const std::string vn2000 =
      R"("crs": {"type": "name", "properties": {"name": "EPSG:4756"}},)";  // another datum
  for (const std::string& crs : {std::string(), vn2000}) {
    const auto layer = read_polygons(geojson(feature(west) + "," + feature(east), crs), {});
    ASSERT_VALUE(layer);
    std::multiset<std::pair<double, double>> seen;
    for (const MultiPolygon& area : layer->areas)
      for (std::size_t i = 1; i < area[0].outer().size(); ++i)
        seen.insert({area[0].outer()[i].x(), area[0].outer()[i].y()});
    EXPECT_EQ(std::ranges::count_if(seen, [&](const auto& p) { return seen.count(p) == 2; }), 6);
  }
}

TEST_F(ReadPolygons, DegreesAreNoTarget) {
  ASSERT_ERROR(read_polygons(geojson(feature(square)), {.target_crs = "EPSG:4326"}), geographic_coordinates);
  ASSERT_ERROR(read_polygons(geojson(feature(square)), {.target_crs = "EPSG:2263"}),
               invalid_argument);  // feet
  ASSERT_ERROR(read_polygons(geojson(feature(square)), {.target_crs = "EPSG:999999"}), unknown_crs);
}

TEST_F(ReadPolygons, FindsALayerByName) {
  const fs::path file = folder_ / "layers.gpkg";
  ASSERT_VALUE(gis::io::write_polygons(file, mini_districts()));
  ASSERT_VALUE(read_polygons(file, {.layer = "districts"}));
  const auto other = read_polygons(file, {.layer = "communes"});
  ASSERT_ERROR(other, unknown_name);
  EXPECT_EQ(other.error().subject.id, "communes");
  EXPECT_EQ(other.error().detail, "districts");
}

TEST_F(ReadPolygons, RealNumbersThatAreWholeReadAsWhole) {
  const std::string numbers =
      R"({"type": "Feature", "properties": {"code": 760.0, "part": 1.5, "none": null}, "geometry": )";
  const auto layer = read_polygons(geojson(numbers + square + "}"), {});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->attributes.rows[0], (std::vector<std::string>{"760", "1.5", ""}));
}

TEST_F(ReadPolygons, StopsWhenAsked) {
  std::stop_source source;
  const fs::path file = geojson(feature(square));
  std::vector<double> reported;
  ASSERT_VALUE(read_polygons(file, {},
                             {.report = [&](double share, std::string_view) { reported.push_back(share); }}));
  EXPECT_TRUE(std::ranges::is_sorted(reported));
  EXPECT_EQ(reported.back(), 1.0);
  source.request_stop();
  ASSERT_ERROR(read_polygons(file, {}, {.stop = source.get_token()}), cancelled);
}

TEST_F(ReadPolygons, AttributesAreFoundIgnoringCase) {
  const auto layer = read_polygons(geojson(feature(square)), {});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->attributes.column("CODE", "f").value(), 0U);
  const auto missing = layer->attributes.column("ma", "f");
  ASSERT_ERROR(missing, missing_field);
  EXPECT_EQ(missing.error().detail, "code");
}

}  // namespace
}  // namespace vicinia::test
