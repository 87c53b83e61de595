// Real boundaries, which may not be part of the project; see ../shared/data/README.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/geometry.hpp>
#include <set>

#include "expect_error.h"
#include "vicinia/gis/io/ring_fault.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

class RealBoundaries : public testing::Test {
 protected:
  static fs::path file(const char* name) { return fs::path(VICINIA_SHARED_DATA_DIR) / "boundaries" / name; }
};

#define SKIP_WITHOUT(path) \
  if (!fs::exists(path)) GTEST_SKIP() << "there is no " << (path).filename()

TEST_F(RealBoundaries, FiveInvalidRingsOf674DistrictsAreFoundAndRepaired) {
  const fs::path path = file("vnm_adm2_2007vintage_gadmv1_674.shp");
  SKIP_WITHOUT(path);
  const auto layer = gis::io::read_polygons(path, {});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->areas.size(), 674U);
  EXPECT_EQ(layer->crs, "EPSG:32648");
  std::set<std::size_t> rows;
  for (const core::Finding& finding : layer->findings) {
    EXPECT_EQ(finding.code, ErrorCode::invalid_ring) << text_of(finding);
    EXPECT_TRUE(gis::io::parse_ring_fault(finding.detail).place.has_value()) << finding.detail;
    rows.insert(finding.subject.row.value());
  }
  EXPECT_EQ(rows, (std::set<std::size_t>{75, 226, 258, 298, 499}));  // as GEOS 3.11.1 finds them
  for (const std::size_t row : rows) EXPECT_TRUE(boost::geometry::is_valid(layer->areas[row - 1])) << row;
}

TEST_F(RealBoundaries, HoChiMinhCityStaysInItsOwnProjection) {
  const fs::path path = file("hcmc_districts_shp/Population_District_Level.shp");
  SKIP_WITHOUT(path);
  const auto layer = gis::io::read_polygons(path, {});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->areas.size(), 24U);
  EXPECT_EQ(layer->crs, "EPSG:32648");
  double area = 0;
  for (const auto& district : layer->areas) area += boost::geometry::area(district);
  EXPECT_NEAR(area / 1e6, 2095, 30);  // square kilometres, as the city states
}

TEST_F(RealBoundaries, ProvincesOfNaturalEarthShareTheirVertices) {
  const fs::path path = file("naturalearth10m_vn_provinces.geojson");
  SKIP_WITHOUT(path);
  const auto layer = gis::io::read_polygons(path, {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(layer);
  EXPECT_EQ(layer->areas.size(), 64U);
  std::multiset<std::pair<double, double>> vertices;
  for (const auto& province : layer->areas)
    for (const auto& part : province)
      for (std::size_t i = 1; i < part.outer().size(); ++i)
        vertices.insert({part.outer()[i].x(), part.outer()[i].y()});
  const auto shared =
      std::ranges::count_if(vertices, [&](const auto& vertex) { return vertices.count(vertex) > 1; });
  EXPECT_GT(static_cast<double>(shared) / static_cast<double>(vertices.size()), 0.5);
}

}  // namespace
}  // namespace vicinia::test
