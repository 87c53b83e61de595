// Land and seas around the units: what is there, that it leaves no gap at the border, and that it gives nobody's islands away.
#include <algorithm>
#include <boost/geometry/algorithms/within.hpp>

#include "fixture.h"
#include "support/levelled_country.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/maps/choropleth.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::workspace {
namespace {

const std::filesystem::path land_file =
    std::filesystem::path(VICINIA_RESOURCES_DIR) / "data" / "surroundings" / "surroundings.shp";

class SurroundingsOfAMap : public testing::Test {
 protected:
  static gis::io::PolygonLayer land(const std::string& crs) {
    auto layer = gis::io::read_polygons(land_file, {.target_crs = crs});
    EXPECT_TRUE(layer);
    return *layer;
  }
  TemporaryFolder folder_;
};

TEST_F(SurroundingsOfAMap, AreBeneathEverythingAndNamedInTheLanguageOfTheMap) {
  const Document document{vietnam_2007(), {}};
  const auto sources = write_sources(*document.data->dataset, folder_.path());
  ASSERT_TRUE(sources);
  const Surroundings& around = sources->surroundings;
  ASSERT_FALSE(around.empty());
  EXPECT_TRUE(around.country.empty()) << "the provinces are the country";
  const auto map = make_map_spec(document, *make_choropleth(document), *sources, {800, 600}, Language::en);
  const auto* lowest = std::get_if<gis::map::OutlineLayer>(gis::map::drawing_order(map).front());
  ASSERT_NE(lowest, nullptr);
  EXPECT_EQ(lowest->source, around.source.id);
  EXPECT_EQ(lowest->features, around.neighbours);
  std::size_t named = 0;
  for (const gis::map::Layer& layer : map.layers)
    if (const auto* labels = std::get_if<gis::map::LabelLayer>(&layer);
        labels != nullptr && labels->source == around.source.id) {
      EXPECT_EQ(labels->field, "name_en");
      EXPECT_TRUE(labels->anywhere_within);
      named += labels->features.size();
    }
  EXPECT_EQ(named, around.neighbours.size() + around.seas.size());
  Document nameless = document;
  nameless.view.labels = false;
  for (const gis::map::Layer& layer :
       make_map_spec(nameless, *make_choropleth(nameless), *sources, {800, 600}, Language::vi).layers)
    EXPECT_FALSE(std::holds_alternative<gis::map::LabelLayer>(layer));
}

TEST_F(SurroundingsOfAMap, OfAPartOfTheCountryHaveTheRestOfItToo) {
  std::filesystem::create_directory(folder_.path() / "part");
  test::write_country(folder_.path() / "part", {});
  const auto data = opened(folder_.path() / "part");
  const auto sources = write_sources(*data->dataset, folder_.path());
  ASSERT_TRUE(sources);
  EXPECT_EQ(sources->surroundings.country.size(), 1u);
}

TEST_F(SurroundingsOfAMap, AreNotThereWhereTheDataAreElsewhereOrTheFileIsMissing) {
  const auto data = vietnam_2007();
  EXPECT_TRUE(write_surroundings(*data->dataset, "/nowhere.shp", folder_.path()).empty());
  core::Dataset elsewhere = *data->dataset;
  elsewhere.crs = "EPSG:2154";  // Lambert's projection for France
  EXPECT_TRUE(write_surroundings(elsewhere, land_file, folder_.path()).empty());
  elsewhere.crs = "EPSG:31370";
  EXPECT_TRUE(write_surroundings(elsewhere, land_file, folder_.path()).empty());
}

TEST_F(SurroundingsOfAMap, KeepTheNamesThatOfficialMapsUse) {
  const auto layer = land("EPSG:32648");
  const auto vi = layer.attributes.column("name_vi", ""), en = layer.attributes.column("name_en", "");
  ASSERT_TRUE(vi && en);
  const auto has = [&](const std::string& first, const std::string& second) {
    return std::ranges::any_of(layer.attributes.rows,
                               [&](const auto& row) { return row[*vi] == first && row[*en] == second; });
  };
  EXPECT_TRUE(has("Biển Đông", "East Sea"));
  EXPECT_TRUE(has("Vịnh Bắc Bộ", "Gulf of Tonkin"));
  EXPECT_TRUE(has("Vịnh Thái Lan", "Gulf of Thailand"));
  EXPECT_TRUE(has("Trung Quốc", "China"));
  EXPECT_TRUE(has("Lào", "Laos"));
  EXPECT_TRUE(has("Campuchia", "Cambodia"));
  EXPECT_TRUE(has("Thái Lan", "Thailand"));
}

// Islands of Hoàng Sa and Trường Sa are nobody else's: the map has them in frames.
TEST_F(SurroundingsOfAMap, DrawNoIslandOfTheArchipelagosAsLandOfOthers) {
  const auto data = vietnam_2007();
  const auto layer = land(data->dataset->crs);
  const auto code = layer.attributes.column("code", "");
  ASSERT_TRUE(code);
  ASSERT_EQ(data->dataset->island_frames.size(), 2u);
  for (std::size_t i = 0; i < layer.areas.size(); ++i) {
    if (layer.attributes.rows[i][*code] == "sea") continue;
    for (const core::geom::Polygon& part : layer.areas[i])
      for (const core::IslandFrame& frame : data->dataset->island_frames) {
        const auto box = core::geom::bounds(core::geom::MultiPolygon{part});
        const double x = (box->min_corner().x() + box->max_corner().x()) / 2,
                     y = (box->min_corner().y() + box->max_corner().y()) / 2;
        const bool is_there = x > frame.extent.min_x && x < frame.extent.max_x && y > frame.extent.min_y &&
                              y < frame.extent.max_y && box->max_corner().x() - box->min_corner().x() < 2e5;
        EXPECT_FALSE(is_there) << layer.attributes.rows[i][*code];
      }
  }
}

TEST_F(SurroundingsOfAMap, ReachBeneathTheLandBorderOfTheData) {
  const auto data = vietnam_2007();
  const auto layer = land(data->dataset->crs);
  const auto code = layer.attributes.column("code", "");
  ASSERT_TRUE(code);
  // Corners of provinces that are nearer than 3 km to what the source calls the country's border with a neighbour: all of them lie on
  // a neighbour's ground or within its reach.
  std::vector<const core::geom::MultiPolygon*> neighbours;
  for (std::size_t i = 0; i < layer.areas.size(); ++i)
    for (const char* one : {"156", "418", "116"})
      if (layer.attributes.rows[i][*code] == one) neighbours.push_back(&layer.areas[i]);
  ASSERT_EQ(neighbours.size(), 3u);
  const auto is_on_neighbour = [&](const core::geom::Point& point) {
    return std::ranges::any_of(neighbours,
                               [&](const auto* area) { return boost::geometry::within(point, *area); });
  };
  std::size_t corners = 0, covered = 0;
  for (const char* border_province : {"02", "04", "10", "11", "12", "14", "20", "62", "64", "70", "72"}) {
    const auto unit = data->dataset->frame.find(border_province);
    ASSERT_TRUE(unit) << border_province;
    bool touches = false;
    for (const core::geom::Polygon& part : data->dataset->areas[*unit])
      for (const core::geom::Point& corner : part.outer()) {
        ++corners;
        covered += is_on_neighbour(corner) ? 1 : 0;
        touches = touches || is_on_neighbour(corner);
      }
    EXPECT_TRUE(touches) << border_province;
  }
  EXPECT_GT(covered * 4, corners) << "a quarter of the outline of a border province is the country's border";
}

}  // namespace
}  // namespace vicinia::workspace
