// Boundaries and tables that live on a PostgreSQL server become the same data set as those in files.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/geometry/io/wkt/write.hpp>
#include <sstream>

#include "expect_error.h"
#include "files.h"
#include "gis/firms/private_server.h"
#include "vicinia/gis/firms/server_tables.h"
#include "vicinia/gis/imports/import.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::imports {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

class ImportingFromAServer : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    said_ = new std::string;
    server_ = firms::test_data::PrivateServer::start(*said_).release();
    if (server_ == nullptr) return;
    if (server_->sql("SELECT count(*) FROM pg_available_extensions WHERE name = 'postgis'") != "1\n") return;
    has_postgis_ = true;
    const auto provinces = io::read_polygons(
        fs::path(VICINIA_RESOURCES_DIR) / "data/vietnam-2025/provinces.shp", {.target_crs = "EPSG:32648"});
    ASSERT_VALUE(provinces);
    const auto code = provinces->attributes.column("code", ""),
               name = provinces->attributes.column("name_vi", "");
    ASSERT_VALUE(code);
    ASSERT_VALUE(name);
    std::ostringstream sql;
    sql.precision(17);
    sql << "CREATE EXTENSION postgis; CREATE SCHEMA gis;\n"
           "CREATE TABLE gis.provinces (ma text, ten text, geom geometry(MultiPolygon, 32648));\n"
           "CREATE TABLE gis.\"Lao động\" (id integer PRIMARY KEY, \"Tỉnh\" text, \"Lao động 2024\" integer);\n";
    for (std::size_t i = 0; i < provinces->areas.size(); ++i) {
      const auto& cells = provinces->attributes.rows[i];
      sql << "INSERT INTO gis.provinces VALUES ('" << cells[*code] << "', '" << cells[*name]
          << "', ST_GeomFromText('" << boost::geometry::wkt(provinces->areas[i]) << "', 32648));\n"
          << "INSERT INTO gis.\"Lao động\" VALUES (" << 1000 + i << ", '" << cells[*name] << "', "
          << 10 * i + 7 << ");\n";
    }
    server_->sql(sql.str());
  }
  static void TearDownTestSuite() {
    delete server_;
    delete said_;
    server_ = nullptr;
  }
  void SetUp() override {
    if (server_ == nullptr && !firms::test_data::postgres_programs()) GTEST_SKIP() << "Skipped: " << *said_;
    ASSERT_NE(server_, nullptr) << *said_;
    if (!has_postgis_) GTEST_SKIP() << "Skipped: postgis is not installed";
    fs::create_directories(folder_ / "made");
  }

  [[nodiscard]] Recipe recipe(const char* table = "gis.Lao động") const {
    return {.boundaries = {.server = server_->address(), .file = "gis.provinces"},
            .tables = {{.server = server_->address(), .file = table}}};
  }
  [[nodiscard]] core::Result<Imported> run(const Recipe& recipe) {
    return import_all(recipe, known_, folder_ / "made");
  }

  test::TemporaryFolder folder_;
  Known known_ = known_in(VICINIA_RESOURCES_DIR);
  static inline firms::test_data::PrivateServer* server_ = nullptr;
  static inline std::string* said_ = nullptr;
  static inline bool has_postgis_ = false;
};

TEST_F(ImportingFromAServer, BoundariesAndTableArriveWithEveryFigureAndTheRecipeRepeatsThem) {
  const auto made = run(recipe());
  ASSERT_VALUE(made);
  const core::Dataset& data = *made->made.loaded.dataset;
  EXPECT_EQ(data.frame.size(), 34u);
  EXPECT_TRUE(std::ranges::none_of(data.areas, [](const auto& area) { return area.empty(); }));
  EXPECT_EQ(made->matching.count(core::matching::Certainty::certain), 34u);
  double sum = 0;
  for (const auto& row : data.observations.rows()) sum += row.counts.employees.number();
  EXPECT_EQ(sum, 34 * 7 + 10 * 33 * 34 / 2);
  for (const core::Finding& one : made->findings())
    EXPECT_EQ(one.subject.file.find("table.gpkg"), std::string::npos) << one.subject.file;
  const auto again = read_recipe(folder_ / "made" / "import.json");
  ASSERT_VALUE(again);
  EXPECT_EQ(again->recipe.tables[0].server, server_->address());
  EXPECT_EQ(again->recipe.boundaries.file, "gis.provinces");
  ASSERT_VALUE(run(again->recipe));
}

TEST_F(ImportingFromAServer, ItsTablesAreListedWithThoseThatHoldShapes) {
  const auto tables = firms::list_tables(server_->address());
  ASSERT_VALUE(tables);
  const auto has = [&](const char* name, bool has_geometry) {
    return std::ranges::find(*tables, firms::TableOfServer{name, has_geometry}) != tables->end();
  };
  EXPECT_TRUE(has("gis.provinces", true));
  EXPECT_TRUE(has("gis.Lao động", false));
  EXPECT_TRUE(std::ranges::none_of(
      *tables, [](const auto& one) { return one.name.find("spatial_ref_sys") != std::string::npos; }));
}

TEST_F(ImportingFromAServer, ATableThatIsNotThereIsNamed) {
  const auto made = run(recipe("gis.nothing"));
  ASSERT_ERROR(made, missing_table);
  EXPECT_EQ(made.error().subject.id, "gis.nothing");
}

TEST_F(ImportingFromAServer, ALayerWithoutShapesIsSaidToBeOne) {
  Recipe wrong = recipe();
  wrong.boundaries.file = "gis.Lao động";
  const auto made = run(wrong);
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().subject.file, "gis.Lao động");
}

TEST_F(ImportingFromAServer, AConnectionThatIsLostMidwayLeavesNothing) {
  server_->sql(
      "CREATE OR REPLACE VIEW gis.lost AS SELECT 'Hà Nội ' || n AS \"Tỉnh\", n AS \"Lao động 2024\", "
      "CASE WHEN n = 9000 THEN pg_terminate_backend(pg_backend_pid()) END AS x FROM generate_series(1, 20000) AS n");
  const auto made = run(recipe("gis.lost"));
  ASSERT_FALSE(made.has_value());
  EXPECT_TRUE(made.error().code == ErrorCode::server_lost ||
              made.error().code == ErrorCode::file_not_readable)
      << name_of(made.error().code);
  EXPECT_TRUE(fs::is_empty(folder_ / "made"));
}

TEST_F(ImportingFromAServer, NothingCanBeWrittenThere) {
  server_->sql(
      "CREATE TABLE gis.written (n int); CREATE OR REPLACE FUNCTION gis.write() RETURNS int LANGUAGE plpgsql AS "
      "$$ BEGIN INSERT INTO gis.written VALUES (1); RETURN 1; END $$; "
      "CREATE OR REPLACE VIEW gis.writes AS SELECT 'Hà Nội' AS \"Tỉnh\", gis.write() AS \"Lao động 2024\"");
  EXPECT_FALSE(run(recipe("gis.writes")).has_value());
  EXPECT_EQ(server_->sql("SELECT count(*) FROM gis.written"), "0\n");
}

TEST_F(ImportingFromAServer, MoreRowsThanATableMayHaveAreNotFetched) {
  server_->sql("CREATE OR REPLACE VIEW gis.many AS SELECT n FROM generate_series(1, 2000000) AS n");
  const auto made = run(recipe("gis.many"));
  ASSERT_ERROR(made, table_too_large);
}

TEST_F(ImportingFromAServer, APasswordInItsAddressIsRefused) {
  Recipe wrong = recipe();
  wrong.tables[0].server += " password=secret";
  const auto made = run(wrong);
  ASSERT_ERROR(made, password_in_address);
  EXPECT_EQ(test::text_of(made.error()).find("secret"), std::string::npos);
}

}  // namespace
}  // namespace vicinia::gis::imports
