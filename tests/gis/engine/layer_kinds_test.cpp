/// \file layer_kinds_test.cpp
/// What holds of all kinds of layers (slots decide the order, sources are found by id), and how each kind is drawn.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "gis/engine/engine_fixture.h"
#include "gis/engine/golden.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

class LayerKinds : public EngineTest {
 protected:
  void SetUp() override {
    EngineTest::SetUp();
    write_points(scratch_.path() / "points.fgb");
    write_lines(scratch_.path() / "lines.fgb");
  }
  /// The squares, the points in their middles, and a line through the middles of each row.
  [[nodiscard]] MapSpec map() const {
    MapSpec spec = EngineTest::map();
    spec.sources.push_back({"points", (scratch_.path() / "points.fgb").native(), "points"});
    spec.sources.push_back({"lines", (scratch_.path() / "lines.fgb").native(), "lines"});
    return spec;
  }
  std::shared_ptr<const gis::client::Frame> draw(const MapSpec& spec) {
    auto frame = client_->render_now(spec);
    EXPECT_TRUE(frame) << text_of(frame);
    return frame ? *frame : nullptr;
  }
  void expect_refused(const MapSpec& spec, std::string_view field, std::string_view detail) {
    const auto frame = client_->render_now(spec);
    ASSERT_FALSE(frame) << detail;
    EXPECT_EQ(frame.error().code, core::ErrorCode::render_failed);
    EXPECT_EQ(frame.error().subject.field, field);
    EXPECT_NE(frame.error().detail.find(detail), std::string::npos) << frame.error().detail;
  }
  static Pixel middle_of(const gis::client::Frame& frame, std::size_t unit) {
    return pixel_at(frame, static_cast<std::uint32_t>(unit % columns * 100 + 50),
                    static_cast<std::uint32_t>((rows - 1 - unit / columns) * 100 + 50));
  }
  static std::size_t count_of(const gis::client::Frame& frame, const Pixel& colour) {
    std::size_t count = 0;
    for (std::uint32_t y = 0; y < frame.height_px; ++y)
      for (std::uint32_t x = 0; x < frame.width_px; ++x) count += pixel_at(frame, x, y) == colour ? 1u : 0u;
    return count;
  }
  [[nodiscard]] static CategoricalLayer categorical() {
    CategoricalLayer layer;
    layer.source = "squares";
    layer.name = "Vòng đời";
    layer.categories = {{{FillPattern::solid, {200, 30, 30}, {}}, "tăng trưởng"},
                        {{FillPattern::hatched, {60, 60, 160}, {230, 230, 255}}, "chín muồi"},
                        {{FillPattern::solid, {30, 30, 200}, {}}, "suy thoái"}};
    for (std::size_t i = 0; i < units; ++i) {
      layer.categories_of.push_back(static_cast<std::uint32_t>(i % 3));
      layer.states.push_back(i == 11 ? ValueState::not_published : ValueState::value);
    }
    layer.not_published = {0, 0, {FillPattern::hatched, {90, 90, 90}, {255, 255, 255}}, "không công bố"};
    layer.border.width_mm = 0;
    return layer;
  }
};

TEST_F(LayerKinds, OfDifferentSlotsAreDrawnTheSameInWhateverOrderTheyAreListed) {
  MapSpec spec = map();
  auto& areas = std::get<GraduatedLayer>(spec.layers.front());
  areas.border = {{90, 90, 90}, 0.4};
  spec.layers.emplace_back(OutlineLayer{
      .source = "squares", .fill = {FillPattern::solid, {250, 240, 200}, {}}, .slot = Slot::base});
  spec.layers.emplace_back(OutlineLayer{.source = "squares",
                                        .features = {0, 7},
                                        .fill = {FillPattern::hatched, {160, 0, 0}, {0, 0, 0, 0}},
                                        .slot = Slot::hatches});
  spec.layers.emplace_back(OutlineLayer{.source = "squares", .stroke = {{40, 40, 40}, 0.3}});
  spec.layers.emplace_back(LineLayer{.stroke = {{200, 0, 90}, 1.2}, .source = "lines"});
  spec.layers.emplace_back(
      PointLayer{.source = "points", .marker = {MarkerShape::square, 4, {0, 90, 200}, {{0, 0, 0}, 0.3}}});
  spec.layers.emplace_back(LabelLayer{.source = "squares"});
  spec.layers.emplace_back(BadgeLayer{.badge = {.text = "!", .diameter_mm = 5, .ground = {255, 214, 10}},
                                      .at = {{west_m + 1.5 * cell_m, south_m + 1.5 * cell_m}}});
  ASSERT_EQ(spec.layers.size(), slot_count);
  const auto expected = draw(spec);
  ASSERT_NE(expected, nullptr);
  std::mt19937 numbers(5);
  for (int order = 0; order < 12; ++order) {
    std::ranges::shuffle(spec.layers, numbers);
    const auto frame = draw(spec);
    ASSERT_NE(frame, nullptr);
    ASSERT_TRUE(std::ranges::equal(frame->pixels(), expected->pixels())) << "order " << order;
  }
  EXPECT_TRUE(matches_golden(*expected, "layers_in_slots"));
}

TEST_F(LayerKinds, OfOneSlotAreDrawnAsTheyAreListed) {
  const Stroke wide{{255, 0, 0}, 3}, narrow{{0, 0, 255}, 1};
  const Pixel on_top = to_pixel(narrow.colour);
  MapSpec spec = map();
  spec.layers.emplace_back(LineLayer{.stroke = wide, .source = "lines"});
  spec.layers.emplace_back(LineLayer{.stroke = narrow, .source = "lines"});
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  EXPECT_GT(count_of(*frame, on_top), 500u);
  std::swap(spec.layers[1], spec.layers[2]);
  const auto other = draw(spec);
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(count_of(*other, on_top), 0u);
}

TEST_F(LayerKinds, AskForSourcesByIdAndForTheKindOfGeometryThatTheyDraw) {
  MapSpec spec = map();
  std::get<GraduatedLayer>(spec.layers.front()).source = "elsewhere";
  expect_refused(spec, "sources", "the map has no source \"elsewhere\"");
  spec = map();
  std::get<GraduatedLayer>(spec.layers.front()).source = "points";
  expect_refused(spec, "sources", "holds points, and the layer draws areas");
  spec = map();
  spec.layers.emplace_back(OutlineLayer{.source = "lines", .stroke = {{0, 0, 0}, 1}});
  expect_refused(spec, "sources", "holds lines, and the layer draws areas");
  spec = map();
  spec.layers.emplace_back(LineLayer{.stroke = {{0, 0, 0}, 1}, .source = "squares"});
  expect_refused(spec, "sources", "holds areas, and the layer draws lines");
}

TEST_F(LayerKinds, ASourceThatNoLayerNamesIsNotRead) {
  MapSpec spec = map();
  spec.sources.push_back({"gone", "/nowhere/at/all.fgb", "gone"});
  EXPECT_NE(draw(spec), nullptr);
}

TEST_F(LayerKinds, OfCategoriesFillEachUnitByItsCategoryAndHatchWhatIsNotPublished) {
  MapSpec spec = map();
  const CategoricalLayer layer = categorical();
  spec.layers = {layer};
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  for (const std::size_t unit : {0, 2, 3, 5, 6, 8, 9})
    EXPECT_EQ(middle_of(*frame, unit), to_pixel(layer.categories[layer.categories_of[unit]].fill.colour))
        << unit;
  EXPECT_TRUE(matches_golden(*frame, "layer.categorical"));
}

TEST_F(LayerKinds, OfCategoriesRefuseWhatIsInNone) {
  MapSpec spec = map();
  const auto with = [&](auto change) {
    CategoricalLayer layer = categorical();
    change(layer);
    spec.layers = {layer};
    return spec;
  };
  expect_refused(with([](auto& layer) { layer.categories_of[3] = 3; }), "categories_of",
                 "category 3 of feature 3");
  expect_refused(with([](auto& layer) { layer.categories_of.pop_back(); }), "categories_of", "11");
  expect_refused(with([](auto& layer) { layer.states[3] = ValueState::zero; }), "states",
                 "feature 3 is zero");
  expect_refused(with([](auto& layer) { layer.categories[1].label = layer.categories[0].label; }),
                 "categories", "two are called \"tăng trưởng\"");
}

TEST_F(LayerKinds, OfLinesAreDrawnAlongTheLinesOfTheirSourceWithTheCasingBeneath) {
  MapSpec spec = map();
  spec.layers.emplace_back(LineLayer{
      .stroke = {{255, 0, 0}, 1.0}, .casing = {{0, 0, 255}, 3.0}, .source = "lines", .features = {0, 2}});
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  EXPECT_EQ(middle_of(*frame, 1), to_pixel({255, 0, 0}));
  EXPECT_EQ(middle_of(*frame, 8), to_pixel({255, 0, 0}));
  EXPECT_NE(middle_of(*frame, 4), to_pixel({255, 0, 0})) << "the second line was not asked for";
  EXPECT_EQ(pixel_at(*frame, 150, 246), to_pixel({0, 0, 255}));
  EXPECT_TRUE(matches_golden(*frame, "layer.lines"));
}

TEST_F(LayerKinds, OfLinesWithManyVerticesLookAsThoseWithFew) {
  const auto fine = scratch_.path() / "fine.fgb";
  write_lines(fine, 2000);
  MapSpec few = map();
  few.layers = {LineLayer{.stroke = {{255, 0, 0}, 1.0}, .source = "lines"}};
  MapSpec many = few;
  many.sources.back() = {"lines", fine.native(), "fine"};
  const auto a = draw(few), b = draw(many);
  ASSERT_TRUE(a && b);
  std::size_t different = 0;
  for (std::uint32_t y = 0; y < a->height_px; ++y)
    for (std::uint32_t x = 0; x < a->width_px; ++x) {
      const Pixel one = pixel_at(*a, x, y), other = pixel_at(*b, x, y);
      different += std::abs(one.green - other.green) > 160 ? 1u : 0u;
    }
  EXPECT_EQ(different, 0u) << "a line moves by half a pixel at most";
}

TEST_F(LayerKinds, OfPointsStandAtThePointsAndAtTheMiddlesOfAreas) {
  const Marker dot{MarkerShape::circle, 5, {0, 90, 200}, {{0, 0, 0}, 0.5}};
  for (const char* source : {"points", "squares"}) {
    MapSpec spec = map();
    spec.layers.emplace_back(PointLayer{.source = source, .features = {0, 7}, .marker = dot});
    const auto frame = draw(spec);
    ASSERT_NE(frame, nullptr);
    for (std::size_t unit = 0; unit < units; ++unit)
      EXPECT_EQ(middle_of(*frame, unit) == to_pixel(dot.fill), unit == 0 || unit == 7)
          << source << " " << unit;
  }
}

TEST_F(LayerKinds, OfPointsKnowFiveShapes) {
  MapSpec spec = map();
  spec.background = {255, 255, 255};
  spec.layers.clear();
  for (std::uint32_t shape = 0; shape < 5; ++shape)
    spec.layers.emplace_back(PointLayer{.source = "points",
                                        .features = {shape, shape + 5},
                                        .marker = {static_cast<MarkerShape>(shape),
                                                   6,
                                                   {0, static_cast<std::uint8_t>(60 + 40 * shape), 160},
                                                   {{20, 20, 20}, 0.5}}});
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  EXPECT_TRUE(matches_golden(*frame, "layer.points"));
}

TEST_F(LayerKinds, OfPointsRefuseAMarkerOfNoSize) {
  for (const double size_mm : {0.0, -1.0, 101.0, std::nan("")}) {
    MapSpec spec = map();
    spec.layers.emplace_back(PointLayer{.source = "points", .marker = {.size_mm = size_mm}});
    expect_refused(spec, "marker", "size");
  }
}

TEST_F(LayerKinds, OfPointsAndLinesCarryNamesToo) {
  for (const char* source : {"points", "lines"}) {
    MapSpec spec = map();
    spec.layers = {LabelLayer{.source = source, .colour = {255, 0, 0}}};
    const auto frame = draw(spec);
    ASSERT_NE(frame, nullptr);
    std::size_t red = 0;
    for (std::uint32_t y = 0; y < frame->height_px; ++y)
      for (std::uint32_t x = 0; x < frame->width_px; ++x) {
        const Pixel pixel = pixel_at(*frame, x, y);
        red += pixel.red > 200 && pixel.green < 100 && pixel.blue < 100 ? 1u : 0u;
      }
    EXPECT_GT(red, 100u) << source;
  }
}

std::size_t red_pixels(const gis::client::Frame& frame) {
  std::size_t red = 0;
  for (std::uint32_t y = 0; y < frame.height_px; ++y)
    for (std::uint32_t x = 0; x < frame.width_px; ++x) {
      const Pixel pixel = pixel_at(frame, x, y);
      red += pixel.red > 200 && pixel.green < 100 && pixel.blue < 100 ? 1u : 0u;
    }
  return red;
}

TEST_F(LayerKinds, OfNamesReachOntoNoGroundThatIsCovered) {
  MapSpec spec = map();
  spec.layers = {LabelLayer{.source = "squares", .colour = {255, 0, 0}}};
  const auto all = draw(spec);
  spec.without_names = {{west_m, south_m, west_m + 4 * cell_m, south_m + 1.4 * cell_m}};
  const auto fewer = draw(spec);
  ASSERT_TRUE(all && fewer);
  EXPECT_LT(red_pixels(*fewer), 0.75 * static_cast<double>(red_pixels(*all)))
      << "those of the lowest row are gone";
  EXPECT_GT(red_pixels(*fewer), 100u);
  for (std::uint32_t y = 300 - 140; y < 300; ++y)
    for (std::uint32_t x = 0; x < fewer->width_px; ++x)
      ASSERT_FALSE(pixel_at(*fewer, x, y).red > 200 && pixel_at(*fewer, x, y).green < 100 &&
                   pixel_at(*fewer, x, y).blue < 100);
}

TEST_F(LayerKinds, OfNamesStandWhereTheyAreToldTo) {
  MapSpec spec = map();
  spec.layers = {LabelLayer{.source = "squares",
                            .features = {0},
                            .colour = {255, 0, 0},
                            .at = {{west_m + 3.5 * cell_m, south_m + 2.5 * cell_m}}}};
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  std::size_t there = 0;
  for (std::uint32_t y = 0; y < 100; ++y)
    for (std::uint32_t x = 300; x < 400; ++x)
      there += pixel_at(*frame, x, y).red > 200 && pixel_at(*frame, x, y).green < 100 &&
                       pixel_at(*frame, x, y).blue < 100
                   ? 1u
                   : 0u;
  EXPECT_GT(there, 50u);
  EXPECT_EQ(there, red_pixels(*frame));
  std::get<LabelLayer>(spec.layers.front()).at.push_back({0, 0});
  expect_refused(spec, "at", "2 places for 1");
}

/// Values of the squares as discs; the squares themselves white, so that nothing else has the discs' colours.
class ProportionalSymbols : public LayerKinds {
 protected:
  [[nodiscard]] static ProportionalSymbolLayer symbols(std::vector<double> values) {
    ProportionalSymbolLayer layer{.source = "points",
                                  .name = "Lao động",
                                  .values = std::move(values),
                                  .largest_value = 1000,
                                  .largest_mm = 20,
                                  .marker = {.fill = {0, 90, 200}}};
    layer.states.assign(units, ValueState::value);
    return layer;
  }
  [[nodiscard]] MapSpec map_of(const ProportionalSymbolLayer& layer) const {
    MapSpec spec = map();
    spec.background = {255, 255, 255};
    spec.layers = {layer};
    return spec;
  }
};

TEST_F(ProportionalSymbols, CoverAreasThatAreAsTheirValues) {
  std::mt19937 numbers(3);
  for (int trial = 0; trial < 8; ++trial) {
    std::vector<double> values(units);
    for (double& value : values) value = std::uniform_real_distribution(-1000.0, 1000.0)(numbers);
    ProportionalSymbolLayer layer = symbols(values);
    const auto frame = draw(map_of(layer));
    ASSERT_NE(frame, nullptr);
    const double largest_px = layer.largest_mm / 25.4 * 96,
                 largest_area = std::acos(-1) / 4 * largest_px * largest_px;
    for (std::size_t unit = 0; unit < units; ++unit) {
      double area = 0;  // by how dark: what is partly covered counts in part
      for (std::uint32_t y = 0; y < 100; ++y)
        for (std::uint32_t x = 0; x < 100; ++x)
          area += (255 - pixel_at(*frame, static_cast<std::uint32_t>(unit % columns * 100) + x,
                                  static_cast<std::uint32_t>((rows - 1 - unit / columns) * 100) + y)
                             .red) /
                  255.0;
      EXPECT_NEAR(area, largest_area * std::abs(values[unit]) / 1000, 0.02 * largest_area) << unit;
    }
  }
}

TEST_F(ProportionalSymbols, AreOfTheSizeAndColourThatTheirLegendShows) {
  ProportionalSymbolLayer layer = symbols(std::vector<double>(units, 250));
  layer.classes = {{-1000, 0, {FillPattern::solid, {200, 40, 40}, {}}, "giảm"},
                   {0, 1000, {FillPattern::solid, {30, 120, 60}, {}}, "tăng"}};
  EXPECT_DOUBLE_EQ(layer.symbol_of(250).size_mm, 10);
  EXPECT_DOUBLE_EQ(layer.symbol_of(-250).size_mm, 10);
  EXPECT_EQ(layer.symbol_of(-250).fill, (Colour{200, 40, 40}));
  EXPECT_EQ(layer.symbol_of(0).fill, (Colour{30, 120, 60})) << "a boundary belongs to the upper class";
  layer.values[1] = -250;
  const auto frame = draw(map_of(layer));
  ASSERT_NE(frame, nullptr);
  EXPECT_EQ(middle_of(*frame, 0), to_pixel(layer.symbol_of(250).fill));
  EXPECT_EQ(middle_of(*frame, 1), to_pixel(layer.symbol_of(-250).fill));
}

TEST_F(ProportionalSymbols, AreColouredByAnotherValueAndByTheirOwnFillWhereNoClassHoldsThat) {
  ProportionalSymbolLayer layer = symbols(std::vector<double>(units, 250));
  layer.classes = {{0, 1, {FillPattern::solid, {200, 40, 40}, {}}, "0 – 1"},
                   {1, 2, {FillPattern::solid, {30, 120, 60}, {}}, "1 – 2"}};
  layer.class_values.assign(units, 0.5);
  layer.class_values[1] = 1;
  layer.class_values[2] = 99;
  const auto frame = draw(map_of(layer));
  ASSERT_NE(frame, nullptr);
  EXPECT_EQ(middle_of(*frame, 0), to_pixel(Colour{200, 40, 40}));
  EXPECT_EQ(middle_of(*frame, 1), to_pixel(Colour{30, 120, 60})) << "a boundary belongs to the upper class";
  EXPECT_EQ(middle_of(*frame, 2), to_pixel(layer.marker.fill));
  EXPECT_EQ(layer.symbol_of(250).fill, layer.marker.fill) << "the legend of sizes says nothing of classes";
  layer.class_values.pop_back();
  expect_refused(map_of(layer), "class_values", std::to_string(units - 1) + " for ");
}

TEST_F(ProportionalSymbols, HideNoSmallerOneInWhateverOrderTheyCome) {
  MapSpec spec = map();
  spec.background = {255, 255, 255};
  ProportionalSymbolLayer layer = symbols(std::vector<double>(units, 20));
  layer.largest_mm = 90;  // reaches over its neighbours
  layer.classes = {{0, 100, {FillPattern::solid, {250, 200, 0}, {}}, "nhỏ"},
                   {100, 1000, {FillPattern::solid, {0, 0, 160}, {}}, "lớn"}};
  for (std::size_t large = 0; large < units; ++large) {
    ProportionalSymbolLayer one = layer;
    one.values[large] = 1000;
    spec.layers = {one};
    const auto frame = draw(spec);
    ASSERT_NE(frame, nullptr);
    for (std::size_t unit = 0; unit < units; ++unit)
      if (unit != large) {
        EXPECT_EQ(middle_of(*frame, unit), to_pixel({250, 200, 0})) << unit << " beside " << large;
      }
  }
}

TEST_F(ProportionalSymbols, LeaveOutZeroAndMarkWhatIsNotPublished) {
  ProportionalSymbolLayer layer = symbols(std::vector<double>(units, 400));
  layer.values[0] = 0;
  layer.states[1] = ValueState::zero;
  layer.states[2] = ValueState::outside;
  layer.states[3] = ValueState::undefined;
  layer.states[4] = ValueState::not_published;
  const Pixel white{255, 255, 255, 255};
  const auto unmarked = draw(map_of(layer));
  layer.not_published = {MarkerShape::square, 3, {120, 120, 120}};
  const auto marked = draw(map_of(layer));
  ASSERT_TRUE(unmarked && marked);
  for (const std::size_t unit : {0, 1, 2, 3}) EXPECT_EQ(middle_of(*marked, unit), white) << unit;
  EXPECT_EQ(middle_of(*unmarked, 4), white);
  EXPECT_EQ(middle_of(*marked, 4), to_pixel(layer.not_published.fill));
  EXPECT_EQ(middle_of(*marked, 5), to_pixel(layer.marker.fill));
}

TEST_F(ProportionalSymbols, RefuseWhatTheyCannotStandFor) {
  const auto with = [&](auto change) {
    ProportionalSymbolLayer layer = symbols(std::vector<double>(units, 400));
    change(layer);
    return map_of(layer);
  };
  expect_refused(with([](auto& layer) { layer.values[7] = 1001; }), "values", "feature 7 has 1001");
  expect_refused(with([](auto& layer) { layer.values[7] = std::nan(""); }), "values", "feature 7");
  expect_refused(with([](auto& layer) { layer.values.pop_back(); }), "values", "11 values");
  expect_refused(with([](auto& layer) { layer.largest_mm = 0; }), "largest_mm", "100 mm");
  expect_refused(with([](auto& layer) { layer.classes = {{0, 300, {}, ""}}; }), "values", "no class for 400");
}

/// With a legend of its own on the page: discs as large as on the map, each beside the value that it stands for.
TEST_F(ProportionalSymbols, StandOnAPageWithALegendOfTheirSizes) {
  FigureSpec figure = sample_figure(squares(), FigureFormat::png, scratch_.path() / "symbols.png");
  ProportionalSymbolLayer layer = symbols({0, 20, 60, 110, 200, 310, 420, 500, 620, 730, 870, 1000});
  layer.marker.fill = {0, 90, 200, 190};
  layer.marker.edge = {{255, 255, 255}, 0.25};
  layer.source = "squares";
  layer.states[4] = ValueState::not_published;
  layer.not_published = {MarkerShape::cross, 2, {}, {{120, 120, 120}, 0.3}};
  layer.not_published_label = "không công bố";
  figure.legend = {"Lao động", "người", {}};
  for (const double value : {1000.0, 400.0, 100.0})
    figure.legend.entries.push_back(
        {.label = std::to_string(static_cast<int>(value)), .marker = layer.symbol_of(value)});
  figure.legend.entries.push_back({.label = "không công bố", .count = "1", .marker = layer.not_published});
  for (Layer& other : figure.map.layers)
    if (AreaLayer* areas = as_areas(other)) areas->border = {{150, 150, 150}, 0.1};
  figure.map.layers.emplace_back(layer);
  figure.dpi = 72;
  const auto written = client_->export_figure(figure, {});
  ASSERT_TRUE(written) << text_of(written);
  Picture page;
  ASSERT_TRUE(load(figure.file, page));
  EXPECT_TRUE(matches_golden(page, "layer.proportional_symbols"));
}

}  // namespace
}  // namespace vicinia::test
