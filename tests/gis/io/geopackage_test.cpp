#include "vicinia/gis/io/geopackage.h"

#include <gtest/gtest.h>

#include <fstream>

#include "files.h"
#include "support/process.h"

namespace vicinia::gis::io {

using core::ErrorCode;

class GeoPackage : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file(const char* name = "a.gpkg") const {
    return folder_.path() / name;
  }
  static PlainTable table() {
    std::string bytes;
    for (int i = 0; i < 300; ++i) bytes += static_cast<char>(i);
    return {.name = "kept",
            .columns = {{.name = "key"}, {.name = "content", .holds_bytes = true}},
            .rows = {{"Bình Dương", bytes}, {"", ""}, {"dòng\nhai", "x"}}};
  }
  test::TemporaryFolder folder_;
};

TEST_F(GeoPackage, GivesTablesBackAsTheyWereInTheirOrderWhateverTheExtension) {
  for (const char* name : {"a.gpkg", "a.vicinia", "không tên"}) {
    ASSERT_TRUE(write_geopackage(file(name), {.tables = {table()}})) << name;
    EXPECT_TRUE(is_geopackage(file(name)));
    const auto read = read_plain_table(file(name), "kept", table().columns);
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->rows, table().rows);
  }
}

TEST_F(GeoPackage, HoldsLayersThatOtherProgramsRead) {
  const core::geom::MultiPolygon square{{{{{0, 0}, {0, 1000}, {1000, 1000}, {1000, 0}, {0, 0}}}}};
  const std::vector areas{square, core::geom::MultiPolygon{}};
  const GeoPackageToWrite content{.layers = {{.layer = {.name = "units",
                                                        .crs = "EPSG:32648",
                                                        .fields = {{FieldDefinition::Type::text, "name"},
                                                                   {FieldDefinition::Type::real, "lq"}},
                                                        .rows = {{"Thủ Đức", "1.5"}, {"Củ Chi", ""}}},
                                              .areas = areas}},
                                  .tables = {table()}};
  ASSERT_TRUE(write_geopackage(file(), content));
  const auto read = read_polygons(file(), {.layer = "units", .target_crs = "EPSG:32648"});
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->attributes.rows.front().back(), "1.5");
  EXPECT_EQ(read->areas.size(), 2u);
}

TEST_F(GeoPackage, TheSameContentGivesTheSameBytes) {
  ASSERT_TRUE(write_geopackage(file("a.gpkg"), {.tables = {table()}}));
  ASSERT_TRUE(write_geopackage(file("b.gpkg"), {.tables = {table()}}));
  EXPECT_EQ(test::contents(file("a.gpkg")), test::contents(file("b.gpkg")));
}

TEST_F(GeoPackage, SaysWhatIsMissingOrDamaged) {
  EXPECT_EQ(read_plain_table(file(), "kept", {}).error().code, ErrorCode::file_not_found);
  ASSERT_TRUE(write_geopackage(file(), {.tables = {table()}}));
  EXPECT_EQ(read_plain_table(file(), "other", {}).error().code, ErrorCode::unknown_name);
  EXPECT_EQ(read_plain_table(file(), "kept", {{.name = "none"}}).error().code, ErrorCode::missing_field);
  std::ofstream(file("text.gpkg")) << "SQLite format 3, it says";
  const auto read = read_plain_table(file("text.gpkg"), "kept", table().columns);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::file_not_readable);
  EXPECT_EQ(read.error().subject.file, file("text.gpkg").string());
}

TEST_F(GeoPackage, CannotBeWrittenWhereThereIsNoPlaceAndLeavesNothing) {
  const auto error = write_geopackage("/proc/none/a.gpkg", {.tables = {table()}});
  ASSERT_FALSE(error);
  EXPECT_EQ(error.error().code, ErrorCode::file_not_writable);
}

}  // namespace vicinia::gis::io
