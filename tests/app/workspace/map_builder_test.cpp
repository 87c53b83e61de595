#include "vicinia/workspace/maps/map_builder.h"

#include <algorithm>

#include "fixture.h"
#include "support/levels.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace {
namespace {

using gis::map::ValueState;

const gis::map::GraduatedLayer& choropleth_of(const gis::map::MapSpec& spec) {
  for (const gis::map::Layer& layer : spec.layers)
    if (const auto* found = std::get_if<gis::map::GraduatedLayer>(&layer)) return *found;
  throw std::logic_error("no choropleth");
}

TEST(MapBuilder, SourcesHoldOneFeatureForEachDrawnUnitInTheirOrder) {
  const TemporaryFolder folder;
  const auto data = vietnam_2007();
  const auto sources = write_sources(*data->dataset, folder.path());
  ASSERT_TRUE(sources);
  const auto layer =
      gis::io::read_polygons(sources->of(tests::district_level).source.file, {.target_crs = "EPSG:32648"});
  ASSERT_TRUE(layer);
  ASSERT_EQ(layer->areas.size(), sources->of(tests::district_level).units.size());
  const auto code = *layer->attributes.column("code", "");
  for (std::size_t i = 0; i < layer->areas.size(); ++i)
    EXPECT_EQ(layer->attributes.rows[i][code],
              data->dataset->frame[sources->of(tests::district_level).units[i]].code);
}

TEST(MapBuilder, AFolderThatCannotBeWrittenIsAnError) {
  EXPECT_EQ(write_sources(*mini()->dataset, "/nowhere").error().code, core::ErrorCode::file_not_writable);
}

TEST(MapBuilder, ValuesAndStatesFollowTheFeatures) {
  const TemporaryFolder folder;
  const Document document{vietnam_2007(), {}};
  const core::Dataset& data = *document.data->dataset;
  const auto sources = write_sources(data, folder.path());
  const auto map = make_choropleth(document);
  const auto spec = make_map_spec(document, *map, *sources, {800, 600, 96}, Language::en);
  const auto& layer = choropleth_of(spec);
  ASSERT_EQ(layer.values.size(), sources->of(tests::district_level).units.size());
  const auto district_12 = *find_unit(data, "District 12, Ho Chi Minh City");
  for (std::size_t i = 0; i < layer.values.size(); ++i) {
    const bool listed = data.observations.find(sources->of(tests::district_level).units[i], 0, 0) != nullptr;
    EXPECT_EQ(layer.states[i] == ValueState::not_published, !listed);
    if (sources->of(tests::district_level).units[i] == district_12) {
      EXPECT_EQ(layer.values[i], 4.7);
      EXPECT_EQ(layer.states[i], ValueState::value);
    }
  }
}

TEST(MapBuilder, ClassesOfTheSpecAscendAndMatchTheLegend) {
  const TemporaryFolder folder;
  const Document document{vietnam_2007(), {}};
  const auto sources = write_sources(*document.data->dataset, folder.path());
  const auto map = make_choropleth(document);
  const auto spec = make_map_spec(document, *map, *sources, {800, 600, 96}, Language::en);
  const auto& layer = choropleth_of(spec);
  ASSERT_EQ(layer.classes.size(), map->classes.size());
  for (std::size_t c = 0; c < layer.classes.size(); ++c) {
    EXPECT_EQ(layer.classes[c].lower, map->classes.bounds[c]);
    EXPECT_EQ(layer.classes[c].upper, map->classes.bounds[c + 1]);
  }
}

TEST(MapBuilder, TheExtentTakesTheProportionsOfThePicture) {
  const TemporaryFolder folder;
  const Document document{vietnam_2007(), {}};
  const auto sources = write_sources(*document.data->dataset, folder.path());
  const auto map = make_choropleth(document);
  const auto spec = make_map_spec(document, *map, *sources, {800, 400, 96}, Language::en);
  EXPECT_NEAR(spec.extent.width() / spec.extent.height(), 2.0, 1e-9);
  const auto full = full_extent(document);
  EXPECT_LT(spec.extent.min_y, full.min_y);
  EXPECT_GT(spec.extent.max_y, full.max_y);
}

TEST(MapBuilder, OtherProvincesAreOutsideWhenOneIsChosen) {
  const TemporaryFolder folder;
  Document document{vietnam_2007(), {}};
  const core::Dataset& data = *document.data->dataset;
  document.view.province = *find_province(data, "Binh Duong");
  const auto sources = write_sources(data, folder.path());
  const auto map = make_choropleth(document);
  const auto spec = make_map_spec(document, *map, *sources, {800, 400, 96}, Language::en);
  std::vector<const gis::map::GraduatedLayer*> layers;
  for (const gis::map::Layer& layer : spec.layers)
    if (const auto* const areas = std::get_if<gis::map::GraduatedLayer>(&layer)) layers.push_back(areas);
  ASSERT_EQ(layers.size(), 2u) << "what lies around is beneath, in the same classes, faded";
  const auto &around = *layers[0], &shown = *layers[1];
  EXPECT_EQ(around.slot, gis::map::Slot::base);
  const auto& units = sources->of(tests::district_level).units;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool is_within = data.frame[units[i]].parent_code == "74";
    EXPECT_EQ(shown.states[i] == ValueState::outside, !is_within);
    EXPECT_EQ(around.states[i] == ValueState::outside, is_within);
  }
  ASSERT_EQ(around.classes.size(), shown.classes.size());
  for (std::size_t c = 0; c < shown.classes.size(); ++c) {
    EXPECT_EQ(around.classes[c].lower, shown.classes[c].lower);
    EXPECT_EQ(around.classes[c].fill, faded(shown.classes[c].fill));
    EXPECT_NE(around.classes[c].fill, shown.classes[c].fill);
  }
  document.view.own_classes = true;
  const auto own =
      make_map_spec(document, *make_choropleth(document), *sources, {800, 400, 96}, Language::en);
  EXPECT_EQ(std::ranges::count_if(own.layers,
                                  [](const auto& layer) { return gis::map::as_areas(layer) != nullptr; }),
            1);
}

TEST(MapBuilder, AFigureHoldsWhatTheWindowAsksTheEngineForAndOnlyAddsOutlinesAndMarks) {
  const TemporaryFolder folder;
  Document document{vietnam_2007(), {}};
  const core::Dataset& data = *document.data->dataset;
  document.view.selected = Selection(*find_unit(data, "District 12, Ho Chi Minh City"));
  const auto sources = write_sources(data, folder.path());
  for (const char* province : {"", "Ho Chi Minh"}) {
    if (*province != 0) document.view.province = *find_province(data, province);
    const auto map = make_choropleth(document);
    const auto window = make_map_spec(document, *map, *sources, {800, 600, 96}, Language::vi);
    const auto figure = make_figure_spec(document, *map, *sources, {.language = Language::vi}).map;
    EXPECT_EQ(figure.sources, window.sources);
    std::vector<gis::map::Layer> added;
    for (const gis::map::Layer& layer : figure.layers) {
      const auto slot = gis::map::slot_of(layer);
      if (slot == gis::map::Slot::outlines || slot == gis::map::Slot::marks) added.push_back(layer);
    }
    EXPECT_EQ(figure.layers.size(), window.layers.size() + added.size());
    for (const gis::map::Layer& layer : window.layers) {
      if (gis::map::slot_of(layer) == gis::map::Slot::labels) continue;  // of another scale on paper
      EXPECT_EQ(std::ranges::count(figure.layers, layer), 1);
    }
    EXPECT_FALSE(added.empty());
  }
}

TEST(MapBuilder, OfACategoryHoldsTheCategoryOfEachUnitByItsNameInTheLegend) {
  const TemporaryFolder folder;
  for (const auto& info : core::values::all_variables()) {
    if (!info.is_category()) continue;
    Document document{vietnam_2007(), {.variable = info.variable}};
    const auto sources = write_sources(*document.data->dataset, folder.path());
    const auto map = make_choropleth(document);
    ASSERT_TRUE(map);
    const auto spec = make_map_spec(document, *map, *sources, {800, 600, 96}, Language::vi);
    const gis::map::CategoricalLayer* layer = nullptr;
    for (const gis::map::Layer& any : spec.layers)
      if (const auto* found = std::get_if<gis::map::CategoricalLayer>(&any)) layer = found;
    ASSERT_NE(layer, nullptr) << info.id;
    ASSERT_EQ(layer->categories.size(), info.categories.size());
    for (std::size_t i = 0; i < layer->categories_of.size(); ++i) {
      const core::Cell cell = map->values[sources->of(tests::district_level).units[i]].value;
      if (layer->states[i] != ValueState::value) continue;
      EXPECT_EQ(layer->categories_of[i] + 1, cell.number());
      EXPECT_EQ(layer->categories[layer->categories_of[i]].label,
                category_name(info.variable, static_cast<std::size_t>(cell.number()), Language::vi));
    }
  }
}

}  // namespace
}  // namespace vicinia::workspace
