// Islands far out: where their frames stand is the manifest's to say, and a layer that has them is not shrunk by them.
#include "fixture.h"
#include "support/levelled_country.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/figures/figure_page.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::workspace {
namespace {

const std::string frame_of_islands =
    R"(, "island_frames": [{"name": {"vi": "Quần đảo", "en": "Islands"}, "extent": [110, 12, 112, 14],
"place": {"x": 0.5, "y": 0.25}}])";
const std::string islands =
    R"(,{"type":"Feature","properties":{"code":"isle","vi":"Đảo","en":"Isle","parent":"p01"},"geometry":{"type":"Polygon","coordinates":[)" +
    test::ring_of(111, 13, 111.1, 13.1) + "]}}";

class Islands : public testing::Test {
 protected:
  Document country(bool has_islands, const std::string& keys) {
    const auto folder = folder_.path() / std::to_string(count_++);
    std::filesystem::create_directory(folder);
    test::write_country(folder, {.more_keys = keys, .more_features = has_islands ? islands : std::string()});
    return {opened(folder), {}};
  }
  gis::map::FigureSpec figure(const Document& document, gis::map::Page page) {
    const auto sources = write_sources(*document.data->dataset, folder_.path());
    return make_figure_spec(document, *make_choropleth(document), *sources,
                            {.page = page, .language = Language::vi});
  }
  TemporaryFolder folder_;
  int count_ = 0;
};

TEST_F(Islands, HaveTheFrameThatTheManifestDeclaresWhereItSays) {
  const Document document = country(false, frame_of_islands);
  const auto& frames = document.data->dataset->island_frames;
  ASSERT_EQ(frames.size(), 1u);
  EXPECT_EQ(frames[0].x, 0.5);
  EXPECT_EQ(frames[0].y, 0.25);
  EXPECT_LT(frames[0].extent.max_x - frames[0].extent.min_x, 300'000);
  const auto spec = figure(document, {210, 297});
  ASSERT_EQ(spec.island_insets.size(), 1u);
  EXPECT_EQ(spec.island_insets[0].label, "Quần đảo");
}

TEST_F(Islands, OfALayerThatHasThemDoNotShrinkTheCountry) {
  const auto without = full_extent(country(false, frame_of_islands)),
             with = full_extent(country(true, frame_of_islands)), plain = full_extent(country(true, ""));
  EXPECT_EQ(with, without);
  EXPECT_GT(plain.max_x, with.max_x) << "nothing says that they are far out";
}

TEST_F(Islands, AreShownOnceInAFrameOrWhereTheyLie) {
  const Document has = country(true, frame_of_islands), has_not = country(false, frame_of_islands);
  EXPECT_EQ(figure(has, {210, 297}).island_insets.size(), 1u) << "the page ends at the coast";
  EXPECT_EQ(figure(has, {900, 297}).island_insets.size(), 0u) << "the page reaches as far as they lie";
  EXPECT_EQ(figure(has_not, {900, 297}).island_insets.size(), 1u) << "the layer has none";
  Document part = has;
  part.view.province = 0;
  EXPECT_EQ(figure(part, {210, 297}).island_insets.size(), 0u) << "only national maps have them";
}

TEST_F(Islands, OfAnOlderManifestStandWhereTheyStood) {
  const Document document = country(false, R"(, "archipelago_insets": true)");
  const auto spec = figure(document, {210, 297});
  ASSERT_EQ(spec.island_insets.size(), 2u);
  EXPECT_EQ(spec.island_insets[0].label, "Quần đảo Hoàng Sa");
  EXPECT_EQ(spec.island_insets[1].label, "Quần đảo Trường Sa");
  EXPECT_EQ(document.data->dataset->zoom_areas.size(), 2u);
  EXPECT_EQ(vietnam_2007()->dataset->island_frames, document.data->dataset->island_frames)
      << "the built-in data declare what version 1 meant";
  EXPECT_EQ(vietnam_2007()->dataset->zoom_areas, document.data->dataset->zoom_areas);
}

TEST_F(Islands, WithAWrongExtentOrPlaceAreAMistakeOfTheManifest) {
  for (const char* keys :
       {R"(, "island_frames": [{"name": "x", "extent": [112, 12, 110, 14]}])",
        R"(, "island_frames": [{"name": "x", "extent": [1, 2, 3]}])", R"(, "island_frames": [{"name": "x"}])",
        R"(, "island_frames": [{"name": "x", "extent": [1, 2, 3, 4], "place": {"x": 2}}])"}) {
    const TemporaryFolder folder;
    test::write_country(folder.path(), {.more_keys = keys});
    const auto data = load(folder.path());
    ASSERT_FALSE(data) << keys;
    EXPECT_EQ(data.error().code, core::ErrorCode::bad_manifest) << keys;
    EXPECT_TRUE(data.error().subject.field.starts_with("island_frames[0].")) << data.error().subject.field;
  }
}

}  // namespace
}  // namespace vicinia::workspace
