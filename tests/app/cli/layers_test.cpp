// What a person is told of a layer that is not what it seems.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <utility>

#include "terminal.h"

namespace vicinia::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Six squares of 10 km in two rows, as a GeoJSON that names no coordinate system.
class OddLayer : public Terminal {
 protected:
  /// \param x, y  corner of the first square; side in the same unit; x and y may be exchanged
  std::string squares(double x, double y, double side, bool are_swapped = false) {
    std::ofstream out(file("layer.geojson"));
    out.precision(12);
    out << R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < 6; ++i) {
      const double west = x + side * (i % 3), south = y + side * (i / 3);
      out << (i == 0 ? "" : ",") << R"({"type":"Feature","properties":{"code":")" << i + 1
          << R"("},"geometry":{"type":"Polygon","coordinates":[[)";
      int at = 0;
      for (const auto& [east, north] : {std::pair{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}}) {
        const double px = west + side * east, py = south + side * north;
        out << (at++ == 0 ? "[" : ",[") << (are_swapped ? py : px) << "," << (are_swapped ? px : py) << "]";
      }
      out << "]]}}";
    }
    out << "]}";
    return "borders --id code --boundaries '" + file("layer.geojson") + "'";
  }
};

TEST_F(OddLayer, GeoJsonInMetresIsReadInAStatedSystemAndElseRefusedInWordsWithCandidates) {
  const std::string command = squares(520000, 1100000, 10000);
  const Finished refused = vicinia(command);
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("counts as degrees"), HasSubstr("535000 1115000"),
                                 HasSubstr("EPSG:3405 (VN-2000 / UTM zone 48N)"), HasSubstr("EPSG:9210"),
                                 HasSubstr("--source-crs"), Not(HasSubstr("PROJ"))));
  const Finished read = vicinia(command + " --source-crs EPSG:9210");
  ASSERT_EQ(read.exit_code, 0) << read.err;
  EXPECT_THAT(read.out, HasSubstr("1,2,edge,"));
  EXPECT_EQ(vicinia(command + " --source-crs EPSG:4326").exit_code, 1)
      << "they are no degrees, whoever says so";
}

TEST_F(OddLayer, SwappedCoordinatesAreToldAsSuch) {
  const Finished swapped = vicinia(squares(106, 10, 0.1, true));
  EXPECT_EQ(swapped.exit_code, 1);
  EXPECT_THAT(swapped.err, AllOf(HasSubstr("swapped"), HasSubstr("10.15 106.15"), Not(HasSubstr("PROJ"))));
  EXPECT_EQ(vicinia(squares(106, 10, 0.1)).exit_code, 0);
}

TEST_F(OddLayer, AnAddressIsNotOpened) {
  const Finished refused = vicinia("check --boundaries /vsicurl/https://example.org/districts.shp");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("Download the file first"));
}

TEST_F(OddLayer, AFolderWithSeveralLayersAsksForOneAndTakesIt) {
  const std::string mini = "borders --id code --boundaries '" + std::string(VICINIA_TEST_DATA_DIR) + "/mini'";
  const Finished several = vicinia(mini);
  EXPECT_EQ(several.exit_code, 1);
  EXPECT_THAT(several.err, AllOf(HasSubstr("districts, provinces"), HasSubstr("--layer")));
  const Finished one = vicinia(mini + " --layer districts");
  ASSERT_EQ(one.exit_code, 0) << one.err;
  EXPECT_THAT(one.out, HasSubstr("11,21,edge,"));
  const Finished none = vicinia(mini + " --layer communes");
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_THAT(none.err, AllOf(HasSubstr("communes"), HasSubstr("districts, provinces")));
}

TEST_F(OddLayer, ADataSetObeysTheSystemThatItsManifestStates) {
  const std::string data = copy_of_mini();
  fs::remove(data + "/districts.prj");
  const Finished refused = vicinia("info --dataset '" + data + "'");
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err,
              AllOf(HasSubstr("does not say in which coordinate system"), HasSubstr("EPSG:32648")));
  std::string manifest = test::contents(data + "/manifest.json");
  const std::string districts = "\"districts.shp\"";
  manifest.replace(manifest.find(districts), districts.size(), districts + R"(, "crs": "EPSG:32648")");
  std::ofstream(data + "/manifest.json") << manifest;
  const Finished read = vicinia("info --dataset '" + data + "'");
  EXPECT_EQ(read.exit_code, 0) << read.err;
}

}  // namespace
}  // namespace vicinia::cli
