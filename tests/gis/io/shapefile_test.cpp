#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using gis::io::read_polygons;

/// Six districts in a shapefile, to be broken.
class Shapefile : public testing::Test {
 protected:
  void SetUp() override { ASSERT_VALUE(gis::io::write_polygons(shp_, mini_districts())); }
  [[nodiscard]] fs::path part(const char* extension) const {
    return fs::path(shp_).replace_extension(extension);
  }
  /// Keeps this many bytes.
  static void cut(const fs::path& file, std::size_t bytes) {
    write_file(file, read_file(file).substr(0, bytes));
  }

  TemporaryFolder folder_;
  fs::path shp_ = folder_ / "districts.shp";
};

using ReadShapefile = Shapefile;

TEST_F(ReadShapefile, ReadsWhatWasWritten) {
  const auto layer = read_polygons(shp_, {});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->crs, "EPSG:32648");
  EXPECT_EQ(layer->attributes.fields, (std::vector<std::string>{"code", "name_vi", "name_en", "parent"}));
  EXPECT_EQ(layer->attributes.rows, mini_districts().rows);
  EXPECT_TRUE(layer->findings.empty());
}

TEST_F(ReadShapefile, NamesTheMissingShx) {
  fs::remove(part(".shx"));
  const auto layer = read_polygons(shp_, {});
  ASSERT_ERROR(layer, missing_companion);
  EXPECT_EQ(layer.error().detail, "districts.shx");
  EXPECT_EQ(layer.error().subject.file, shp_.string());
}

TEST_F(ReadShapefile, NamesTheMissingDbf) {
  fs::remove(part(".dbf"));
  const auto layer = read_polygons(shp_, {});
  ASSERT_ERROR(layer, missing_companion);
  EXPECT_EQ(layer.error().detail, "districts.dbf");
}

TEST_F(ReadShapefile, WithoutPrjAsksForTheCrs) {
  fs::remove(part(".prj"));
  ASSERT_ERROR(read_polygons(shp_, {}), missing_crs);
  const auto layer = read_polygons(shp_, {.source_crs = "EPSG:32648"});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->crs, "EPSG:32648");
}

TEST_F(ReadShapefile, AnUnreadablePrjIsAnUnknownCrs) {
  write_file(part(".prj"), "no projection at all");
  ASSERT_ERROR(read_polygons(shp_, {}), unknown_crs);
}

TEST_F(ReadShapefile, WithoutCpgSaysThatUtf8WasAssumed) {
  fs::remove(part(".cpg"));
  const auto layer = read_polygons(shp_, {});
  ASSERT_VALUE(layer);
  ASSERT_EQ(layer->findings.size(), 1U);
  EXPECT_EQ(layer->findings[0].code, ErrorCode::encoding_unknown);
  EXPECT_EQ(layer->findings[0].detail, "UTF-8");
  EXPECT_EQ(layer->attributes.rows, mini_districts().rows);
}

TEST_F(ReadShapefile, WithoutCpgFallsBackToLatin1WhereBytesAreNotUtf8) {
  fs::remove(part(".cpg"));
  ASSERT_TRUE(replace_in_file(part(".dbf"), "Đông Hạ", "S\xE3o P\xE1ulo  "));  // both have 11 bytes
  const auto layer = read_polygons(shp_, {});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->findings.at(0).detail, "ISO-8859-1");
  EXPECT_EQ(layer->attributes.rows[4][1], "São Páulo");
}

/// Texts in code page 1258, where a letter and its tone mark are two bytes.
class VietnameseCodePage : public Shapefile {
 protected:
  void SetUp() override {
    gis::io::LayerToWrite layer = mini_provinces();
    layer.rows = {{"1", "xxxxx", ""}, {"2", "yyyyyyyyy", ""}, {"3", "zzz", ""}};
    ASSERT_VALUE(gis::io::write_polygons(shp_, layer));
    ASSERT_TRUE(replace_in_file(part(".dbf"), "xxxxx", "H\xE0 \xD0\xF4"));
    ASSERT_TRUE(replace_in_file(part(".dbf"), "yyyyyyyyy", "Thu\xE2\xF2n An"));
    ASSERT_TRUE(replace_in_file(part(".dbf"), "zzz", "abc"));
  }
  static void expect_names(const gis::io::PolygonLayer& layer) {
    EXPECT_EQ(layer.attributes.rows[0][1], "Hà Đô");
    EXPECT_EQ(layer.attributes.rows[1][1], "Thuận An");
    EXPECT_EQ(layer.attributes.rows[2][1], "abc");
    EXPECT_EQ(layer.attributes.fields[1], "name_vi");
    EXPECT_TRUE(layer.findings.empty());
  }
};

TEST_F(VietnameseCodePage, IsTakenFromThePersonWhereTheFileSaysNothing) {
  fs::remove(part(".cpg"));
  const auto layer = read_polygons(shp_, {.encoding = "CP1258"});
  ASSERT_VALUE(layer);
  expect_names(*layer);
}

TEST_F(VietnameseCodePage, IsTakenFromTheCpg) {
  write_file(part(".cpg"), "1258");
  const auto layer = read_polygons(shp_, {});
  ASSERT_VALUE(layer);
  expect_names(*layer);
}

TEST_F(VietnameseCodePage, AnUnknownNameOfAnEncodingIsAnError) {
  fs::remove(part(".cpg"));
  ASSERT_ERROR(read_polygons(shp_, {.encoding = "TCVN-of-old"}), bad_encoding);
}

TEST_F(ReadShapefile, CoordinatesMustBeFinite) {
  std::string bytes = read_file(shp_);
  // The second vertex of the second record: header, one record of 136 bytes, then 52 + 16 bytes into the
  // content.
  const double not_a_number = std::numeric_limits<double>::quiet_NaN();
  std::memcpy(bytes.data() + 100 + 136 + 56 + 16, &not_a_number, sizeof not_a_number);
  write_file(shp_, bytes);
  const auto layer = read_polygons(shp_, {});
  ASSERT_ERROR(layer, non_finite_coordinate);
  EXPECT_EQ(layer.error().subject.row, 2U);
}

TEST_F(ReadShapefile, BytesThatAreNotTheStatedEncodingAreAnError) {
  ASSERT_TRUE(replace_in_file(part(".dbf"), "Upper East", "Upper \xFF\xFEst"));
  const auto layer = read_polygons(shp_, {});
  ASSERT_ERROR(layer, bad_encoding);
  EXPECT_EQ(layer.error().subject.row, 6U);
  EXPECT_EQ(layer.error().subject.field, "name_en");
}

TEST_F(ReadShapefile, NamesTheFirstFeatureOfATruncatedShp) {
  cut(shp_, 100 + 2 * 136 + 20);  // two records of 136 bytes stay whole
  const auto layer = read_polygons(shp_, {});
  ASSERT_ERROR(layer, truncated_file);
  EXPECT_EQ(layer.error().subject.row, 3U);
}

TEST_F(ReadShapefile, ATruncatedShxOrDbfIsNamed) {
  const std::string shx = read_file(part(".shx"));
  cut(part(".shx"), 120);
  const auto without_index = read_polygons(shp_, {});
  ASSERT_ERROR(without_index, truncated_file);
  EXPECT_EQ(without_index.error().detail, "districts.shx");
  write_file(part(".shx"), shx);

  cut(part(".dbf"), read_file(part(".dbf")).size() - 60);
  const auto without_rows = read_polygons(shp_, {});
  ASSERT_ERROR(without_rows, truncated_file);
  EXPECT_EQ(without_rows.error().detail, "districts.dbf");
  EXPECT_TRUE(without_rows.error().subject.row.has_value());
}

TEST_F(ReadShapefile, TextNamedShpIsNotAVectorFile) {
  write_file(shp_, "unit_code;name\n1;Tây\n");
  ASSERT_ERROR(read_polygons(shp_, {}), not_a_vector_file);
  write_file(shp_, "");
  ASSERT_ERROR(read_polygons(shp_, {}), not_a_vector_file);
}

TEST_F(ReadShapefile, AcceptsUpperCaseExtensions) {
  for (const char* extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
    std::string upper(extension);
    for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    fs::rename(part(extension), folder_ / ("DISTRICTS" + upper));
  }
  const auto layer = read_polygons(folder_ / "DISTRICTS.SHP", {});
  ASSERT_VALUE(layer);
  EXPECT_TRUE(layer->findings.empty());
  EXPECT_EQ(layer->attributes.rows, mini_districts().rows);
}

TEST_F(ReadShapefile, AnEmptyLayerIsAnError) {
  gis::io::LayerToWrite nothing = mini_districts();
  nothing.rows.clear();
  nothing.areas.clear();
  ASSERT_VALUE(gis::io::write_polygons(shp_, nothing));
  ASSERT_ERROR(read_polygons(shp_, {}), empty_layer);
}

TEST_F(ReadShapefile, ALayerWithoutAnyGeometryIsEmpty) {
  gis::io::LayerToWrite bare = mini_districts();
  for (auto& area : bare.areas) area.clear();
  ASSERT_VALUE(gis::io::write_polygons(shp_, bare));
  ASSERT_ERROR(read_polygons(shp_, {}), empty_layer);
}

TEST_F(ReadShapefile, AFeatureWithoutGeometryKeepsItsPlace) {
  gis::io::LayerToWrite one_bare = mini_districts();
  one_bare.areas[2].clear();
  ASSERT_VALUE(gis::io::write_polygons(shp_, one_bare));
  const auto layer = read_polygons(shp_, {});
  ASSERT_VALUE(layer);
  ASSERT_EQ(layer->areas.size(), 6U);
  EXPECT_TRUE(layer->areas[2].empty());
  ASSERT_EQ(layer->findings.size(), 1U);
  EXPECT_EQ(layer->findings[0].code, ErrorCode::empty_geometry);
  EXPECT_EQ(layer->findings[0].subject.row, 3U);
}

TEST_F(ReadShapefile, AFileThatIsNotThereIsNotFound) {
  ASSERT_ERROR(read_polygons(folder_ / "nowhere.shp", {}), file_not_found);
}

}  // namespace
}  // namespace vicinia::test
