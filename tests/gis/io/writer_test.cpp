#include <gtest/gtest.h>

#include <boost/geometry.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using gis::io::FieldDefinition;
using gis::io::LayerToWrite;
using gis::io::read_polygons;
using gis::io::write_polygons;
using Type = FieldDefinition::Type;

/// Corners that no short decimal number can hold.
LayerToWrite awkward_numbers() {
  LayerToWrite layer = mini_districts();
  for (auto& area : layer.areas)
    for (auto& corner : area[0].outer()) corner = {corner.x() / 3.0, corner.y() / 7.0};
  return layer;
}

bool same_vertices(const core::geom::MultiPolygon& a, const core::geom::MultiPolygon& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < a[i].outer().size(); ++j)
      if (a[i].outer()[j].x() != b[i].outer()[j].x() || a[i].outer()[j].y() != b[i].outer()[j].y())
        return false;
  return true;
}

class WritePolygons : public testing::TestWithParam<const char*> {
 protected:
  TemporaryFolder folder_;
  fs::path file_ = folder_ / (std::string("layer") + (GetParam() != nullptr ? GetParam() : ""));
};

TEST_P(WritePolygons, ReadsBackTheSameInTheSameOrder) {
  LayerToWrite layer = awkward_numbers();
  layer.target_crs = layer.crs;
  ASSERT_VALUE(write_polygons(file_, layer));
  const auto back = read_polygons(file_, {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(back);
  EXPECT_TRUE(back->findings.empty());
  EXPECT_EQ(back->attributes.rows, layer.rows);
  ASSERT_EQ(back->areas.size(), layer.areas.size());
  for (std::size_t i = 0; i < layer.areas.size(); ++i)
    EXPECT_TRUE(same_vertices(back->areas[i], layer.areas[i])) << i;
}

TEST_P(WritePolygons, GivesTheSameBytesEachTime) {
  const TemporaryFolder other;
  ASSERT_VALUE(write_polygons(file_, mini_districts()));
  ASSERT_VALUE(write_polygons(other / file_.filename().string(), mini_districts()));
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder_.path())) {
    ++files;
    EXPECT_EQ(read_file(entry.path()), read_file(other.path() / entry.path().filename())) << entry.path();
  }
  EXPECT_EQ(files, file_.extension() == ".shp" ? 5U : 1U);
}

TEST_P(WritePolygons, AFailureLeavesTheOlderFileWhole) {
  ASSERT_VALUE(write_polygons(file_, mini_districts()));
  const std::string before = read_file(file_);
  std::stop_source source;
  source.request_stop();
  ASSERT_ERROR(write_polygons(file_, mini_provinces(), {.stop = source.get_token()}), cancelled);
  EXPECT_EQ(read_file(file_), before);
  const auto files = std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator());
  EXPECT_EQ(files, file_.extension() == ".shp" ? 5 : 1) << "something was left behind";
}

TEST_P(WritePolygons, ReplacesAnOlderFile) {
  ASSERT_VALUE(write_polygons(file_, mini_districts()));
  ASSERT_VALUE(write_polygons(file_, mini_provinces()));
  const auto back = read_polygons(file_, {});
  ASSERT_VALUE(back);
  EXPECT_EQ(back->areas.size(), 3U);
}

TEST_P(WritePolygons, WritesInAnotherCrs) {
  LayerToWrite layer = mini_districts();
  layer.target_crs = "EPSG:4326";
  ASSERT_VALUE(write_polygons(file_, layer));
  const auto back = read_polygons(file_, {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(back);
  EXPECT_NEAR(boost::geometry::area(back->areas[0]), mini_side_m * mini_side_m, 0.01);
}

/// A ring that crosses itself at 650000 1250000, halfway between its corners.
core::geom::MultiPolygon bow_tie() {
  return {{{{600000, 1200000}, {700000, 1300000}, {700000, 1200000}, {600000, 1300000}, {600000, 1200000}}}};
}

TEST_P(WritePolygons, AnInvalidAreaIsRefusedWithItsPlaceAndTheOlderFileStays) {
  ASSERT_VALUE(write_polygons(file_, mini_districts()));
  const std::string before = read_file(file_);
  LayerToWrite layer = mini_provinces();
  layer.areas[1] = bow_tie();
  const auto refused = write_polygons(file_, layer);
  ASSERT_ERROR(refused, broken_outline);
  EXPECT_EQ(refused.error().subject.id, "2");
  EXPECT_EQ(refused.error().subject.file, file_.string());
  EXPECT_EQ(refused.error().detail, "Self-intersection at or near point 650000 1250000 (EPSG:32648)");
  EXPECT_EQ(read_file(file_), before);
  layer.ids = {"west", "middle", "east"};
  EXPECT_EQ(write_polygons(file_, layer).error().subject.id, "middle");
}

TEST_P(WritePolygons, TheFirstOfManyInvalidAreasIsNamedEachTime) {
  LayerToWrite layer = mini_provinces();
  for (int i = 0; i < 1000; ++i) {
    layer.rows.push_back(layer.rows[0]);
    layer.areas.push_back(i < 200 ? layer.areas[0] : bow_tie());
  }
  EXPECT_EQ(write_polygons(file_, layer).error().subject.id, "204");
}

TEST_P(WritePolygons, PartsThatOverlapAreRefused) {
  LayerToWrite layer = mini_provinces();
  layer.areas[2].push_back(layer.areas[2][0]);
  ASSERT_ERROR(write_polygons(file_, layer), broken_outline);
}

/// A square with a hole like a slit, whose two ends come within a tenth of a millimetre of its straight
/// sides.
core::geom::MultiPolygon slit_square(double side) {
  const double west = 300000, south = 2300000, middle = west + side / 2, north = south + side;
  core::geom::Polygon slit = rectangle(west, south, west + side, north);
  const core::geom::Point bottom(middle, south + 1e-4), top(middle, north - 1e-4),
      beside(middle + side / 20, south + side / 2);
  slit.inners().push_back({bottom, beside, top, {middle - side / 20, south + side / 2}, bottom});
  return {slit};
}

TEST_P(WritePolygons, WhatOnlyTheProjectionMadeInvalidIsRepairedIfItIsNextToNothing) {
  LayerToWrite layer = mini_provinces();
  layer.areas[0] = slit_square(2000);  // in degrees its sides bend by some centimetres, past the slit
  layer.target_crs = "EPSG:4326";
  ASSERT_VALUE(write_polygons(file_, layer));
  const auto back = read_polygons(file_, {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(back);
  EXPECT_TRUE(back->findings.empty());
  layer.areas[0] = slit_square(200000);  // by hundreds of metres
  layer.target_crs = layer.crs;
  ASSERT_VALUE(write_polygons(file_, layer));
  layer.target_crs = "EPSG:4326";
  ASSERT_ERROR(write_polygons(file_, layer), broken_outline);
}

TEST_P(WritePolygons, KeepsNumbersAndNulls) {
  LayerToWrite layer = mini_provinces();
  layer.fields = {
      {Type::integer, "count"}, {Type::real, "share"}, {Type::text, "note"}, {Type::boolean, "crosses"}};
  layer.rows = {{"7382160", "12.25", "a", "1"}, {"", "", "", ""}, {"-5", "0.1", "Đ", "0"}};
  ASSERT_VALUE(write_polygons(file_, layer));
  const auto back = read_polygons(file_, {});
  ASSERT_VALUE(back);
  EXPECT_EQ(back->attributes.rows, layer.rows);
}

TEST_P(WritePolygons, KeepsFeaturesWithoutGeometryInPlaceOrRefusesThem) {
  LayerToWrite layer = mini_provinces();
  layer.areas[1].clear();
  if (file_.extension() == ".fgb") {
    const auto refused = write_polygons(file_, layer);
    ASSERT_ERROR(refused, empty_geometry);
    EXPECT_EQ(refused.error().subject.row, 2U);
    return;
  }
  ASSERT_VALUE(write_polygons(file_, layer));
  const auto back = read_polygons(file_, {});
  ASSERT_VALUE(back);
  ASSERT_EQ(back->areas.size(), 3U);
  EXPECT_TRUE(back->areas[1].empty());
  EXPECT_FALSE(back->areas[2].empty());
}

INSTANTIATE_TEST_SUITE_P(Formats, WritePolygons, testing::Values(".shp", ".gpkg", ".geojson", ".fgb"),
                         [](const auto& tested) { return std::string(tested.param).substr(1); });

TEST(WriteLayer, RefusesWhatItCannotWrite) {
  const TemporaryFolder folder;
  const auto unknown = write_polygons(folder / "layer.xyz", mini_districts());
  ASSERT_ERROR(unknown, unsupported_format);
  EXPECT_EQ(unknown.error().detail, ".xyz|.shp, .gpkg, .geojson, .fgb");
  ASSERT_ERROR(write_polygons(folder / "no/such/folder/layer.shp", mini_districts()), file_not_writable);
  fs::create_directory(folder / "taken.gpkg");
  ASSERT_ERROR(write_polygons(folder / "taken.gpkg", mini_districts()), file_not_writable);
}

TEST(WriteLayer, AFolderThatTakesNoFilesIsNotWritable) {
  // /proc refuses new files even to root, whom permissions do not stop.
  ASSERT_ERROR(write_polygons("/proc/layer.shp", mini_districts()), file_not_writable);
}

TEST(WriteLayer, GeoJsonGoesOutInDegreesAsRfc7946Asks) {
  const TemporaryFolder folder;
  ASSERT_VALUE(write_polygons(folder / "a.geojson", mini_districts()));
  const auto json = nlohmann::json::parse(read_file(folder / "a.geojson"));
  EXPECT_FALSE(json.contains("crs"));
  const auto& ring = json["features"][0]["geometry"]["coordinates"][0];
  double twice_area = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const double x = ring[i][0], y = ring[i][1];
    EXPECT_TRUE(x > 102 && x < 110 && y > 8 && y < 24) << x << " " << y;
    twice_area += ring[i - 1][0].get<double>() * y - x * ring[i - 1][1].get<double>();
  }
  EXPECT_GT(twice_area, 0) << "outer rings are counter-clockwise";
  // No vertex is rounded to where its neighbour does not follow.
  const auto back = read_polygons(folder / "a.geojson", {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(back);
  EXPECT_NEAR(boost::geometry::area(back->areas[0]), mini_side_m * mini_side_m, 1e-3);
}

TEST(WriteLayer, GeoJsonInAnotherSystemNamesIt) {
  const TemporaryFolder folder;
  LayerToWrite layer = mini_districts();
  layer.target_crs = "EPSG:32648";
  ASSERT_VALUE(write_polygons(folder / "a.geojson", layer));
  const auto json = nlohmann::json::parse(read_file(folder / "a.geojson"));
  EXPECT_EQ(json["crs"]["properties"]["name"], "urn:ogc:def:crs:EPSG::32648");
}

TEST(WriteLayer, NamesOfFieldsAreShortenedForAShapefileSoThatNoTwoAreAlike) {
  std::vector<FieldDefinition> fields{{.name = "province_n"},
                                      {.name = "province_name"},
                                      {.name = "Province_Name_2"},
                                      {.name = "tên_tỉnh_thành"},
                                      {.name = "crosses_provinces", .short_name = "crosses"}};
  EXPECT_EQ(gis::io::shorten_field_names(fields), (std::vector<std::size_t>{1, 2, 3}));
  EXPECT_EQ(fields[1].short_name, "province_2");
  EXPECT_EQ(fields[2].short_name, "Province_3");
  EXPECT_EQ(fields[3].short_name, "tên_tỉn");  // ten bytes
  EXPECT_EQ(fields[4].short_name, "crosses");

  const TemporaryFolder folder;
  LayerToWrite layer = mini_provinces();
  layer.fields = {fields[1], fields[2], fields[3]};
  ASSERT_VALUE(write_polygons(folder / "a.shp", layer));
  EXPECT_EQ(read_polygons(folder / "a.shp", {})->attributes.fields[1], "Province_3");
  ASSERT_VALUE(write_polygons(folder / "a.gpkg", layer));
  EXPECT_EQ(read_polygons(folder / "a.gpkg", {})->attributes.fields[1], "Province_Name_2");
}

TEST(WriteLayer, SaysWhatAShapefileCannotHold) {
  const TemporaryFolder folder;
  LayerToWrite layer = mini_provinces();
  layer.fields[1].name = "name_in_vietnamese";
  const auto long_name = write_polygons(folder / "a.shp", layer);
  ASSERT_ERROR(long_name, invalid_argument);
  EXPECT_EQ(long_name.error().subject.field, "name_in_vietnamese");
  ASSERT_VALUE(write_polygons(folder / "a.gpkg", layer));

  layer = mini_provinces();
  layer.rows[2][1] = std::string(255, 'x');
  const auto long_text = write_polygons(folder / "a.shp", layer);
  ASSERT_ERROR(long_text, text_too_long);
  EXPECT_EQ(long_text.error().subject.row, 3U);
  EXPECT_EQ(long_text.error().detail, "255|254");
  layer.rows[2][1] = std::string(254, 'x');
  ASSERT_VALUE(write_polygons(folder / "a.shp", layer));

  layer.fields[1].name = "CODE";
  ASSERT_ERROR(write_polygons(folder / "a.shp", layer), invalid_argument);
}

TEST(WriteLayer, ChecksValuesAgainstTheirFields) {
  const TemporaryFolder folder;
  LayerToWrite layer = mini_provinces();
  layer.fields[0].type = Type::integer;
  layer.rows[1][0] = "two";
  const auto word = write_polygons(folder / "a.shp", layer);
  ASSERT_ERROR(word, not_a_number);
  EXPECT_EQ(word.error().subject.row, 2U);
  layer.rows[1][0] = "2.5";
  ASSERT_ERROR(write_polygons(folder / "a.shp", layer), not_a_whole_number);
  layer.fields[0].type = Type::boolean;
  layer.rows[1][0] = "2";
  ASSERT_ERROR(write_polygons(folder / "a.gpkg", layer), not_yes_or_no);
  layer.fields[0].type = Type::text;
  layer.rows[1][0] = "2";
  layer.rows[1][1] = "\xFF";
  ASSERT_ERROR(write_polygons(folder / "a.shp", layer), bad_encoding);
  layer.rows.pop_back();
  ASSERT_ERROR(write_polygons(folder / "a.shp", layer), shape_mismatch);
}

TEST(WriteLayer, RemovesIndexesOfAnOlderShapefile) {
  const TemporaryFolder folder;
  write_file(folder / "a.qix", "an index of something else");
  ASSERT_VALUE(write_polygons(folder / "a.shp", mini_districts()));
  EXPECT_FALSE(fs::exists(folder / "a.qix"));
}

}  // namespace
}  // namespace vicinia::test
