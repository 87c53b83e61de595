// Which layer of a file, a folder or an archive is read, and what is said of it.
#include <gtest/gtest.h>

#include "expect_error.h"
#include "files.h"
#include "gdal_files.h"
#include "mini_dataset.h"
#include "vicinia/gis/io/dataset_reader.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using gis::io::read_polygons;

constexpr const char* utm48 = "EPSG:32648";

LayerOfShapes squares(const std::string& name, int count) {
  LayerOfShapes layer{.name = name, .crs = utm48};
  for (int i = 0; i < count; ++i)
    layer.wkt.push_back(rectangle_wkt(600000 + 1000 * i, 1200000, 601000 + 1000 * i, 1201000));
  return layer;
}
LayerOfShapes seats() {
  return {.name = "seats", .crs = utm48, .wkt = {"POINT(600500 1200500)", "POINT(601500 1200500)"}};
}
LayerOfShapes table() { return {.name = "layer_styles", .wkt = {"", ""}, .is_spatial = false}; }

class LayerChoice : public testing::Test {
 protected:
  /// A shapefile of `count` squares with all its companions; its files by their names in an archive.
  std::vector<std::pair<std::string, fs::path>> shapefile(const std::string& name, int count,
                                                          const std::string& folder = "") {
    fs::create_directories(folder_ / "parts");
    const fs::path file = folder_ / "parts" / (name + ".shp");
    write_layers(file, {squares(name, count)});
    std::vector<std::pair<std::string, fs::path>> files;
    for (const char* extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"})
      if (const fs::path part = fs::path(file).replace_extension(extension); fs::exists(part))
        files.emplace_back(folder + part.filename().string(), part);
    return files;
  }
  TemporaryFolder folder_;
};

TEST_F(LayerChoice, OfSeveralTheFirstOfAreasIsReadAndAllAreNamed) {
  const fs::path file = folder_ / "levels.gpkg";
  write_layers(file, {table(), seats(), squares("ADM_1", 0), squares("ADM_2", 2), squares("ADM_3", 3)});
  const auto layer = read_polygons(file, {});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->name, "ADM_2") << "points and an empty layer are passed over";
  EXPECT_EQ(layer->areas.size(), 2U);
  ASSERT_EQ(layer->findings.size(), 1U);
  EXPECT_EQ(layer->findings[0].code, ErrorCode::layer_chosen);
  EXPECT_EQ(layer->findings[0].subject.id, "ADM_2");
  EXPECT_EQ(layer->findings[0].subject.file, file.string());
  // GDAL lists the empty one last.
  EXPECT_EQ(layer->findings[0].detail, "seats, ADM_2, ADM_3, ADM_1") << "a table is no layer of a map";
}

TEST_F(LayerChoice, ANamedLayerIsReadWithoutAWord) {
  const fs::path file = folder_ / "levels.gpkg";
  write_layers(file, {squares("ADM_1", 1), squares("ADM_2", 2)});
  for (const char* name : {"ADM_2", "adm_2"}) {
    const auto layer = read_polygons(file, {.layer = name});
    ASSERT_VALUE(layer);
    EXPECT_EQ(layer->areas.size(), 2U);
    EXPECT_TRUE(layer->findings.empty());
  }
  const auto none = read_polygons(file, {.layer = "ADM_9"});
  ASSERT_ERROR(none, unknown_name);
  EXPECT_EQ(none.error().detail, "ADM_1, ADM_2");
}

TEST_F(LayerChoice, ATableBesideTheOnlyLayerIsNoChoice) {
  const fs::path file = folder_ / "styled.gpkg";
  write_layers(file, {table(), squares("districts", 2)});
  const auto layer = read_polygons(file, {});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->name, "districts");
  EXPECT_TRUE(layer->findings.empty());
}

TEST_F(LayerChoice, PointsComeFromTheLayerOfPoints) {
  const fs::path file = folder_ / "both.gpkg";
  write_layers(file, {squares("districts", 2), seats()});
  const auto layer = gis::io::read_points(file, {});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->points.size(), 2U);
  ASSERT_EQ(layer->findings.size(), 1U);
  EXPECT_EQ(layer->findings[0].subject.id, "seats");
}

TEST_F(LayerChoice, AZippedShapefileOpensAlsoInASubFolder) {
  for (const char* inner : {"", "2025/ranh gioi/"}) {
    const fs::path archive = folder_ / (std::string(*inner ? "deep" : "flat") + ".zip");
    auto files = shapefile("districts", 3, inner);
    files.emplace_back("readme.txt", files[0].second);
    write_zip(archive, files);
    for (const std::string& path :
         {archive.string(), archive.string() + "/" + inner + "districts.shp", "/vsizip/" + archive.string(),
          "/vsizip/" + archive.string() + "/" + inner + "districts.shp"}) {
      const auto layer = read_polygons(path, {});
      ASSERT_VALUE(layer) << path;
      EXPECT_EQ(layer->areas.size(), 3U);
      EXPECT_EQ(layer->crs, utm48);
      EXPECT_TRUE(layer->findings.empty());
    }
  }
}

TEST_F(LayerChoice, AnArchiveOpensWhateverItsName) {
  for (const char* name : {"RANH GIOI.ZIP", "ranh giới huyện.zip", "2025 {mới}.zip"}) {
    write_zip(folder_ / "plain.zip", shapefile("districts", 3));
    fs::rename(folder_ / "plain.zip", folder_ / name);
    const auto layer = read_polygons(folder_ / name, {});
    ASSERT_VALUE(layer);
    EXPECT_EQ(layer->areas.size(), 3U) << name;
  }
}

TEST_F(LayerChoice, AnArchiveWithSeveralLayersIsAsAFileWithSeveral) {
  auto files = shapefile("districts", 3, "a/");
  const auto provinces = shapefile("provinces", 1, "b/");
  files.insert(files.end(), provinces.begin(), provinces.end());
  write_zip(folder_ / "all.zip", files);
  const auto first = read_polygons(folder_ / "all.zip", {});
  ASSERT_VALUE(first);
  EXPECT_EQ(first->name, "districts");
  EXPECT_EQ(first->findings.at(0).code, ErrorCode::layer_chosen);
  EXPECT_EQ(first->findings.at(0).detail, "districts, provinces");
  const auto other = read_polygons(folder_ / "all.zip", {.layer = "provinces"});
  ASSERT_VALUE(other);
  EXPECT_EQ(other->areas.size(), 1U);
}

TEST_F(LayerChoice, LayersOfOneNameInAnArchiveGoByTheirFiles) {
  auto files = shapefile("districts", 3, "2007/");
  const fs::path later = folder_ / "later";
  fs::create_directories(later);
  write_layers(later / "districts.shp", {squares("districts", 5)});
  for (const auto& entry : fs::directory_iterator(later))
    files.emplace_back("2025/" + entry.path().filename().string(), entry.path());
  write_zip(folder_ / "vintages.zip", files);
  const auto first = read_polygons(folder_ / "vintages.zip", {});
  ASSERT_VALUE(first);
  EXPECT_EQ(first->findings.at(0).detail, "2007/districts.shp, 2025/districts.shp");
  const auto second = read_polygons(folder_ / "vintages.zip", {.layer = "2025/districts.shp"});
  ASSERT_VALUE(second);
  EXPECT_EQ(second->areas.size(), 5U);
}

TEST_F(LayerChoice, AZippedShapefileWithoutAPartIsNamedAsOneOnDiskIs) {
  auto files = shapefile("districts", 3);
  std::erase_if(files, [](const auto& file) { return file.first.ends_with(".dbf"); });
  write_zip(folder_ / "part.zip", files);
  const auto layer = read_polygons(folder_ / "part.zip", {});
  ASSERT_ERROR(layer, missing_companion);
  EXPECT_EQ(layer.error().detail, "districts.dbf");
}

TEST_F(LayerChoice, AnArchiveWithoutALayerSaysWhatIsInIt) {
  write_file(folder_ / "readme.txt", "nothing here");
  write_zip(folder_ / "texts.zip", {{"readme.txt", folder_ / "readme.txt"}});
  const auto layer = read_polygons(folder_ / "texts.zip", {});
  ASSERT_ERROR(layer, not_a_vector_file);
  EXPECT_EQ(layer.error().detail, "readme.txt");
  write_file(folder_ / "broken.zip", "PK not at all");
  ASSERT_ERROR(read_polygons(folder_ / "broken.zip", {}), not_a_vector_file);
  ASSERT_ERROR(read_polygons(folder_ / "texts.zip" / "districts.shp", {}), file_not_found);
}

TEST_F(LayerChoice, ACompressedGeoJsonOpens) {
  ASSERT_VALUE(gis::io::write_polygons(folder_ / "districts.geojson", mini_districts()));
  write_gzip(folder_ / "districts.geojson.gz", folder_ / "districts.geojson");
  for (const std::string& path : {(folder_ / "districts.geojson.gz").string(),
                                  "/vsigzip/" + (folder_ / "districts.geojson.gz").string()}) {
    const auto layer = read_polygons(path, {});
    ASSERT_VALUE(layer) << path;
    EXPECT_EQ(layer->areas.size(), 6U);
  }
}

TEST_F(LayerChoice, AFolderIsReadWhereItHasOneLayerOfAreasAndElseNamesThem) {
  fs::create_directories(folder_ / "map");
  write_layers(folder_ / "map" / "seats.shp", {seats()});
  write_layers(folder_ / "map" / "districts.shp", {squares("districts", 3)});
  const auto one = read_polygons(folder_ / "map", {});
  ASSERT_VALUE(one);
  EXPECT_EQ(one->areas.size(), 3U);
  write_layers(folder_ / "map" / "provinces.shp", {squares("provinces", 1)});
  const auto several = read_polygons(folder_ / "map", {});
  ASSERT_ERROR(several, layer_not_named);
  EXPECT_EQ(several.error().detail, "districts, provinces");
  const auto named = read_polygons(folder_ / "map", {.layer = "provinces"});
  ASSERT_VALUE(named);
  EXPECT_EQ(named->areas.size(), 1U);
  fs::create_directories(folder_ / "empty");
  ASSERT_ERROR(read_polygons(folder_ / "empty", {}), not_a_vector_file);
}

TEST_F(LayerChoice, NothingIsFetchedFromANetwork) {
  for (const char* address :
       {"https://example.org/districts.geojson", "/vsicurl/https://example.org/districts.shp",
        "/vsis3/bucket/districts.shp", "/vsizip//vsicurl/https://example.org/districts.zip",
        "/vsizip/{/vsigs/bucket/a.zip}/a.shp", "/vsistdin/"}) {
    const auto layer = read_polygons(address, {});
    ASSERT_ERROR(layer, not_a_local_file);
  }
  ASSERT_ERROR(read_polygons(folder_ / "https://example.org/districts.geojson", {}),
               not_a_local_file);  // as a manifest names it
  // A file that sends the reader on to an address is no layer itself.
  write_file(folder_ / "remote.vrt",
             "<OGRVRTDataSource><OGRVRTLayer "
             "name=\"a\"><SrcDataSource>/vsicurl/http://127.0.0.1:9/a.geojson</SrcDataSource></OGRVRTLayer>"
             "</OGRVRTDataSource>");
  ASSERT_ERROR(read_polygons(folder_ / "remote.vrt", {}), not_a_vector_file);
}

TEST_F(LayerChoice, ADataSetIsReadFromAnArchiveWhoseBytesCountForItsHash) {
  ASSERT_VALUE(write_mini(folder_.path()));
  std::vector<std::pair<std::string, fs::path>> files;
  for (const char* extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"})
    files.emplace_back(std::string("in/districts") + extension,
                       folder_ / (std::string("districts") + extension));
  write_zip(folder_ / "districts.zip", files);
  ASSERT_TRUE(replace_in_file(folder_ / "manifest.json", "districts.shp", "districts.zip"));
  const auto before = gis::io::read_dataset(folder_.path());
  ASSERT_VALUE(before);
  EXPECT_EQ(before->dataset->frame.size(), 9U);
  ASSERT_TRUE(replace_in_file(folder_ / "manifest.json", "districts.zip", "districts.zip/in/districts.shp"));
  ASSERT_VALUE(gis::io::read_dataset(folder_.path()));
  write_zip(folder_ / "districts.zip", {{"in/more.txt", folder_ / "manifest.json"}});
  const auto after = gis::io::read_dataset(folder_.path());
  ASSERT_VALUE(after);
  ASSERT_TRUE(replace_in_file(folder_ / "manifest.json", "districts.zip/in/districts.shp", "districts.zip"));
  const auto again = gis::io::read_dataset(folder_.path());
  ASSERT_VALUE(again);
  EXPECT_NE(again->dataset->content_hash, before->dataset->content_hash)
      << "the same manifest, another archive";
}

}  // namespace
}  // namespace vicinia::test
