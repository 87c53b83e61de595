// The built-in data set says what the publication says.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "fixture.h"
#include "support/levels.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/document/find.h"

namespace vicinia::workspace {
namespace {

namespace fs = std::filesystem;

fs::path folder() { return fs::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007"; }

TEST(VietNam2007, DistrictTwelveReadsAsPublished) {
  const auto data = vietnam_2007();
  const auto unit = find_unit(*data->dataset, "District 12, Ho Chi Minh City");
  ASSERT_TRUE(unit);
  EXPECT_EQ(data->dataset->frame[*unit].name_vi, "Quận 12");
  const auto* row = data->dataset->observations.find(*unit, 0, 0);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->printed.location_quotient, core::Cell::of(4.7));
  EXPECT_EQ(row->counts.employees, core::Cell::of(42626));
  EXPECT_EQ(row->source.source_line.str(), "572");
}

TEST(VietNam2007, HoldsAllRowsOfThePublishedList) {
  const auto data = vietnam_2007();
  const auto& table = data->dataset->observations;
  EXPECT_EQ(data->dataset->sectors.size(), 22u);
  EXPECT_EQ(table.rows().size(), 154u);
  EXPECT_EQ(std::ranges::count(table.sums(), core::industry::PrintedSum::Kind::group,
                               &core::industry::PrintedSum::kind),
            30);
  EXPECT_EQ(std::ranges::count(table.sums(), core::industry::PrintedSum::Kind::total,
                               &core::industry::PrintedSum::kind),
            17);
  std::set<core::admin::UnitIndex> districts;
  std::set<std::string> provinces;
  for (const auto& row : table.rows()) {
    districts.insert(row.unit);
    const auto& unit = data->dataset->frame[row.unit];
    provinces.insert(unit.survey_parent_code.empty() ? unit.parent_code : unit.survey_parent_code);
  }
  EXPECT_EQ(districts.size(), 84u);
  EXPECT_EQ(provinces.size(), 31u);
}

TEST(VietNam2007, ObservationsAreThePublishedListWordForWord) {
  const fs::path published = fs::path(VICINIA_SHARED_DATA_DIR) / "unido_appendix2.csv";
  if (!fs::exists(published)) GTEST_SKIP() << "needs ../shared/data/unido_appendix2.csv";
  std::ifstream ours(folder() / "observations.csv"), theirs(published);
  std::string a, b;
  // The names of columns are ours.
  ASSERT_TRUE(std::getline(ours, a) && std::getline(theirs, b));
  while (std::getline(theirs, b)) {
    ASSERT_TRUE(std::getline(ours, a));
    EXPECT_EQ(a.substr(0, a.rfind(',')), b);
  }
  EXPECT_FALSE(std::getline(ours, a));
}

TEST(VietNam2007, EveryUnitHasNamesAndTheProvincesAreTheSixtyThree) {
  const auto data = vietnam_2007();
  const auto& frame = data->dataset->frame;
  EXPECT_EQ(frame.at_level(tests::province_level).size(), 63u);
  for (const auto& unit : frame.units()) {
    EXPECT_FALSE(unit.name_vi.empty()) << unit.code;
    EXPECT_FALSE(unit.name_en.empty()) << unit.code;
    EXPECT_EQ(unit.name_vi.find("Ð"), std::string::npos) << unit.name_vi << " has the Icelandic letter";
    EXPECT_EQ(unit.approximate, unit.level == tests::district_level);
  }
}

TEST(VietNam2007, MeLinhLiesInHaNoiAndIsPublishedUnderVinhPhuc) {
  const auto data = vietnam_2007();
  const auto unit = find_unit(*data->dataset, "Mê Linh");
  ASSERT_TRUE(unit);
  EXPECT_EQ(data->dataset->frame[*unit].parent_code, "01");
  EXPECT_EQ(data->dataset->frame[*unit].survey_parent_code, "26");
}

TEST(VietNam2007, TheDistrictsOfAProvinceMakeUpItsArea) {
  const auto data = vietnam_2007();
  const auto& set = *data->dataset;
  for (const auto province : set.frame.at_level(tests::province_level)) {
    double districts = 0;
    for (const auto unit : set.frame.within(province))
      if (set.frame[unit].parent_code == set.frame[province].code)
        districts += *core::geom::area_m2(set.areas[unit]);
    EXPECT_NEAR(districts / *core::geom::area_m2(set.areas[province]), 1.0, 1e-6)
        << set.frame[province].name_en;
  }
}

TEST(VietNam2007, PublishedSeatsLieInTheRealDistrictsOfTheirNames) {
  const fs::path real =
      fs::path(VICINIA_SHARED_DATA_DIR) / "boundaries" / "vnm_adm2_2007vintage_gadmv1_674.shp";
  if (!fs::exists(real)) GTEST_SKIP() << "needs ../shared/data/boundaries";
  const auto areas = gis::io::read_polygons(real, {.target_crs = "EPSG:32648"});
  const auto seats = gis::io::read_points(folder() / "seats.csv", {.target_crs = "EPSG:32648"});
  ASSERT_TRUE(areas);
  ASSERT_TRUE(seats);
  std::set<std::string> published;
  const auto data = vietnam_2007();
  for (const auto& row : data->dataset->observations.rows())
    published.insert(data->dataset->frame[row.unit].code);
  const std::size_t code = *seats->attributes.column("code", ""),
                    name = *seats->attributes.column("name_vi", "");
  const std::size_t real_name = *areas->attributes.column("NAME_3", "");
  std::size_t inside = 0;
  std::set<std::string> otherwise;
  for (std::size_t i = 0; i < seats->points.size(); ++i) {
    if (!published.contains(seats->attributes.rows[i][code])) continue;
    for (std::size_t a = 0; a < areas->areas.size(); ++a) {
      if (!core::geom::covers(areas->areas[a], seats->points[i])) continue;
      ++inside;
      const std::string ours = core::names::folded(seats->attributes.rows[i][name]);
      const std::string theirs = core::names::folded(areas->attributes.rows[a][real_name]);
      const bool same = ours.find(theirs) != std::string::npos || theirs.find(ours) != std::string::npos;
      if (!same) otherwise.insert(ours + " in " + theirs);
    }
  }
  EXPECT_EQ(inside, 84u);
  // Another spelling; and the real file gives the town of Sóc Trăng the name of another district.
  EXPECT_EQ(otherwise, (std::set<std::string>{"quy nhon in qui nhon", "soc trang in long my"}));
}

}  // namespace
}  // namespace vicinia::workspace
