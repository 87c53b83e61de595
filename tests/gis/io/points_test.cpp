#include <gtest/gtest.h>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {
namespace {

using gis::io::read_points;

// 106.5 east, 10.5 north, by the Krüger series of the transverse Mercator projection to the fourth order.
constexpr double east_m = 664153.3514;
constexpr double north_m = 1161086.7416;

class ReadPoints : public testing::Test {
 protected:
  auto read(std::string_view text, const gis::io::ReadOptions& options = {}) {
    write_file(file_, text);
    return read_points(file_, options);
  }
  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "places.csv";
};

TEST_F(ReadPoints, TakesLongitudeAndLatitudeAsWgs84) {
  for (const char* header : {"name,lon,lat\n", "name,longitude,latitude\n"}) {
    const auto layer = read(std::string(header) + "Tây,106.5,10.5\n");
    ASSERT_VALUE(layer);
    EXPECT_EQ(layer->crs, "EPSG:32648");
    EXPECT_NEAR(layer->points[0].x(), east_m, 0.001);
    EXPECT_NEAR(layer->points[0].y(), north_m, 0.001);
    EXPECT_EQ(layer->attributes.rows[0][0], "Tây");
  }
}

TEST_F(ReadPoints, TakesXAndYOnlyWithACrs) {
  ASSERT_ERROR(read("x,y\n600000,1200000\n"), missing_crs);
  const auto layer = read("x,y\n600000,1200000\n", {.source_crs = "EPSG:32648", .target_crs = "EPSG:32648"});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->points[0].x(), 600000);
}

TEST_F(ReadPoints, NamesLineAndFieldOfABadCoordinate) {
  const auto word = read("lon,lat\n106,10\n\n106,north\n");
  ASSERT_ERROR(word, not_a_number);
  EXPECT_EQ(word.error().subject, (core::Subject{.file = file_.string(), .row = 4, .field = "lat"}));
  ASSERT_ERROR(read("lon,lat\n106,\n"), not_a_number);
  ASSERT_ERROR(read("lon,lat\n106,nan\n"), non_finite_coordinate);
  const auto beyond = read("lon,lat\n106,10\n106,95\n", {.target_crs = "EPSG:32648"});
  ASSERT_ERROR(beyond, reprojection_failed);
  EXPECT_EQ(beyond.error().subject.row, 3U);
}

TEST_F(ReadPoints, NamesTheColumnThatIsMissing) {
  const auto none = read("name,where\na,b\n");
  ASSERT_ERROR(none, missing_column);
  EXPECT_EQ(none.error().subject.field, "lon");
  const auto one = read("lon,where\n1,2\n");
  ASSERT_ERROR(one, missing_column);
  EXPECT_EQ(one.error().subject.field, "lat");
}

TEST_F(ReadPoints, ReadsAVectorLayer) {
  const auto geojson = folder_ / "places.geojson";
  write_file(
      geojson,
      R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Tây"},)"
      R"("geometry": {"type": "Point", "coordinates": [106.5, 10.5]}}]})");
  const auto layer = read_points(geojson, {});
  ASSERT_VALUE(layer);
  EXPECT_NEAR(layer->points[0].x(), east_m, 0.001);
  EXPECT_EQ(layer->attributes.rows[0][0], "Tây");
}

TEST_F(ReadPoints, PolygonsAreNoPoints) {
  ASSERT_VALUE(gis::io::write_polygons(folder_ / "areas.gpkg", mini_districts()));
  const auto layer = read_points(folder_ / "areas.gpkg", {});
  ASSERT_ERROR(layer, invalid_argument);
  EXPECT_EQ(layer.error().subject.row, 1U);
}

}  // namespace
}  // namespace vicinia::test
