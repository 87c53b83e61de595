#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <string>

#include "gis/engine/engine_fixture.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

class Drawing : public EngineTest {
 protected:
  /// Draws, and takes the pixel in the middle of each unit.
  std::shared_ptr<const gis::client::Frame> draw(const MapSpec& spec) {
    auto frame = client_->render_now(spec);
    EXPECT_TRUE(frame) << text_of(frame);
    return frame ? *frame : nullptr;
  }
  static Pixel middle_of(const gis::client::Frame& frame, std::size_t unit) {
    return pixel_at(frame, static_cast<std::uint32_t>(unit % columns * 100 + 50),
                    static_cast<std::uint32_t>((rows - 1 - unit / columns) * 100 + 50));
  }
  static GraduatedLayer& choropleth(MapSpec& spec) { return std::get<GraduatedLayer>(spec.layers.front()); }
};

TEST_F(Drawing, EachStateHasItsOwnFill) {
  MapSpec spec = map();
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  const GraduatedLayer& layer = choropleth(spec);
  EXPECT_EQ(middle_of(*frame, 0), to_pixel(layer.classes[0].fill.colour));
  EXPECT_EQ(middle_of(*frame, 1), to_pixel(layer.zero.fill.colour));
  EXPECT_EQ(middle_of(*frame, 4), to_pixel(layer.undefined.fill.colour));
  EXPECT_EQ(middle_of(*frame, 5), to_pixel(layer.outside_fill.colour));
}

TEST_F(Drawing, AValueOnABoundaryBelongsToTheUpperClass) {
  MapSpec spec = map();
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  EXPECT_EQ(middle_of(*frame, 3), to_pixel(choropleth(spec).classes[1].fill.colour));
}

TEST_F(Drawing, TheTopClassIncludesItsUpperBound) {
  MapSpec spec = map();
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  EXPECT_EQ(middle_of(*frame, 6), to_pixel(choropleth(spec).classes[1].fill.colour));
}

TEST_F(Drawing, ZeroTakesTheClassThatHoldsItWhereItHasNoneOfItsOwn) {
  MapSpec spec = map();
  choropleth(spec).has_zero_class = false;
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  EXPECT_EQ(middle_of(*frame, 1), to_pixel(choropleth(spec).classes[0].fill.colour));
}

TEST_F(Drawing, NotPublishedIsHatched) {
  const auto frame = draw(map());
  ASSERT_NE(frame, nullptr);
  int light = 0, dark = 0;
  for (std::uint32_t y = 210; y < 290; ++y)
    for (std::uint32_t x = 210; x < 290; ++x) {
      const Pixel pixel = pixel_at(*frame, x, y);
      EXPECT_EQ(pixel.red, pixel.green);
      light += pixel.red > 240 ? 1 : 0;
      dark += pixel.red < 210 ? 1 : 0;
    }
  EXPECT_GT(light, 1000);
  EXPECT_GT(dark, 400);
}

TEST_F(Drawing, NoBackgroundShowsBetweenNeighbours) {
  MapSpec spec = map();
  // Edges between pixels, and a colour that no unit has.
  spec.extent = {west_m + 3'333, south_m + 3'333, west_m + 36'667, south_m + 26'667};
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  for (std::uint32_t y = 20; y < 280; ++y)
    for (std::uint32_t x = 20; x < 380; ++x) {
      const Pixel pixel = pixel_at(*frame, x, y);
      ASSERT_LE(std::min(pixel.red, pixel.blue) - pixel.green, 45) << "magenta at " << x << ", " << y;
    }
}

TEST_F(Drawing, TheExtentIsEnlargedToTheProportionsOfTheFrame) {
  MapSpec spec = map();
  spec.width_px = 600;
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  EXPECT_DOUBLE_EQ(frame->extent.height(), rows * cell_m);
  EXPECT_DOUBLE_EQ(frame->extent.width(), rows * cell_m * 2);
  EXPECT_EQ(pixel_at(*frame, 5, 150), to_pixel(spec.background));
}

TEST_F(Drawing, WidthsFollowTheDpi) {
  MapSpec spec = map();
  OutlineLayer outline;
  outline.source = choropleth(spec).source;
  outline.features = {9};
  outline.stroke = {{255, 0, 0}, 25.4 / 96 * 4};
  spec.layers.emplace_back(outline);
  const auto width_at = [&](double dpi) {
    spec.dpi = dpi;
    const auto frame = draw(spec);
    int width = 0;
    for (std::uint32_t x = 60; frame && x < 140; ++x)
      width += pixel_at(*frame, x, 50) == Pixel{255, 0, 0, 255} ? 1 : 0;
    return width;
  };
  EXPECT_EQ(width_at(96), 4);
  EXPECT_EQ(width_at(192), 8);
}

TEST_F(Drawing, AHaloLiesBeneathEveryLine) {
  MapSpec spec = map();
  OutlineLayer outline;
  outline.source = choropleth(spec).source;
  outline.features = {8, 9};  // neighbours
  outline.stroke = {{255, 0, 0}, 1.0};
  outline.halo = {{0, 0, 255}, 4.0};
  spec.layers.emplace_back(outline);
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  EXPECT_EQ(pixel_at(*frame, 100, 50), (Pixel{255, 0, 0, 255}));
  EXPECT_EQ(pixel_at(*frame, 105, 50), (Pixel{0, 0, 255, 255}));
}

TEST_F(Drawing, NoCasingOfALineCoversAnotherLine) {
  MapSpec spec = map();
  const double middle = west_m + 2 * cell_m;
  const Polyline upright{{middle, south_m}, {middle, south_m + rows * cell_m}};
  const Polyline level{{west_m, south_m + 1.5 * cell_m}, {west_m + columns * cell_m, south_m + 1.5 * cell_m}};
  spec.layers.emplace_back(LineLayer{"lines", {upright, level}, {{255, 0, 0}, 1.0}, {{0, 0, 255}, 4.0}});
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  EXPECT_EQ(pixel_at(*frame, 200, 150), (Pixel{255, 0, 0, 255}));  // where they cross
  EXPECT_EQ(pixel_at(*frame, 205, 150), (Pixel{255, 0, 0, 255}));
  EXPECT_EQ(pixel_at(*frame, 200, 155), (Pixel{255, 0, 0, 255}));
  EXPECT_EQ(pixel_at(*frame, 205, 100), (Pixel{0, 0, 255, 255}));
}

TEST_F(Drawing, LinesOutOfSightChangeNothing) {
  MapSpec spec = map();
  const auto without = draw(spec);
  spec.layers.emplace_back(LineLayer{"lines", {{{0, 0}, {1, 1}}}, {{255, 0, 0}, 1.0}, {}});
  spec.layers.emplace_back(LineLayer{"none", {}, {{255, 0, 0}, 1.0}, {}});
  const auto with = draw(spec);
  ASSERT_TRUE(without != nullptr && with != nullptr);
  for (std::uint32_t y = 0; y < spec.height_px; y += 7)
    for (std::uint32_t x = 0; x < spec.width_px; x += 7)
      ASSERT_EQ(pixel_at(*with, x, y), pixel_at(*without, x, y));
}

TEST_F(Drawing, ABadgeStandsAboveItsPlaceOnAnyFill) {
  MapSpec spec = map();
  BadgeLayer layer{.name = "contradicted",
                   .badge = {.text = "!",
                             .diameter_mm = 6,
                             .raised_mm = 5,
                             .ground = {255, 220, 0},
                             .ink = {0, 0, 40},
                             .ring_mm = 0.6,
                             .halo = {{255, 255, 255}, 0.8}}};
  layer.at.push_back({west_m + 1.5 * cell_m, south_m + 1.5 * cell_m});  // at pixel 150, 150
  spec.layers.emplace_back(layer);
  const auto frame = draw(spec);
  ASSERT_NE(frame, nullptr);
  const double px = 96 / 25.4;
  const auto at = [&](double right_mm, double up_mm) {
    return pixel_at(*frame, static_cast<std::uint32_t>(150 + right_mm * px),
                    static_cast<std::uint32_t>(150 - up_mm * px));
  };
  EXPECT_EQ(at(-1.8, 5), (Pixel{255, 220, 0, 255})) << "the disc, beside the sign";
  EXPECT_EQ(at(0, 5.6), (Pixel{0, 0, 40, 255})) << "the sign";
  EXPECT_EQ(at(-3.3, 5), (Pixel{255, 255, 255, 255})) << "the halo";
  EXPECT_NE(at(0, 0), (Pixel{255, 255, 255, 255})) << "the place itself is free for a name";
  std::get<BadgeLayer>(spec.layers.back()).badge.diameter_mm = 0;
  EXPECT_FALSE(client_->render_now(spec));
}

TEST_F(Drawing, LabelsShowOnlyUpToTheirScale) {
  MapSpec spec = map();
  choropleth(spec).states.assign(units, ValueState::outside);
  LabelLayer labels;
  labels.source = choropleth(spec).source;
  labels.colour = {255, 0, 0};
  spec.layers.emplace_back(labels);
  const auto has_red = [&](double max_scale) {
    std::get<LabelLayer>(spec.layers.back()).max_scale = max_scale;
    const auto frame = draw(spec);
    int red = 0;
    for (std::uint32_t y = 0; frame && y < 300; ++y)
      for (std::uint32_t x = 0; x < 400; ++x) {
        const Pixel pixel = pixel_at(*frame, x, y);
        red += pixel.red > 200 && pixel.green < 100 ? 1 : 0;
      }
    return red > 100;
  };
  EXPECT_TRUE(has_red(0));
  EXPECT_TRUE(has_red(1'000'000));
  EXPECT_FALSE(has_red(100'000));
}

TEST_F(Drawing, ManyVerticesDrawAsFewDo) {
  const auto fine = scratch_.path() / "fine.fgb";
  write_squares(fine, 500);
  const auto few = draw(map());
  const auto many = draw(sample_map(fine, "fine"));
  ASSERT_TRUE(few && many);
  for (std::size_t unit = 0; unit < units; ++unit)
    if (unit != 2) {
      EXPECT_EQ(middle_of(*few, unit), middle_of(*many, unit));
    }
}

/// A look at the squares: from half a unit to more than all of them.
Extent some_extent(std::mt19937& numbers) {
  const double width = std::uniform_real_distribution(0.5, 6.0)(numbers) * cell_m, height = width * 3 / 4;
  const double x = west_m + std::uniform_real_distribution(0.0, 4.0)(numbers) * cell_m;
  const double y = south_m + std::uniform_real_distribution(0.0, 3.0)(numbers) * cell_m;
  return {x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

/// What is in sight is simplified and its borders are shared out as it comes into sight: the order must not show. A border that is
/// half transparent would be darker where it is drawn twice, and missing where each leaves it to the other.
TEST_F(Drawing, AMapIsTheSameWhateverWasDrawnBefore) {
  const auto ragged = scratch_.path() / "ragged.fgb";
  write_squares(ragged, 300);
  std::mt19937 numbers(7);
  for (int look = 0; look < 40; ++look) {
    MapSpec after_others = sample_map(ragged, "seen before");
    choropleth(after_others).border = {{0, 0, 0, 128}, 0.3};
    after_others.extent = some_extent(numbers);
    MapSpec at_first = after_others;
    at_first.sources.front().content_hash = "look " + std::to_string(look);
    const auto later = draw(after_others), fresh = draw(at_first);
    ASSERT_TRUE(later && fresh);
    ASSERT_TRUE(std::ranges::equal(later->pixels(), fresh->pixels())) << "look " << look;
  }
}

/// At any scale, down to units of a few pixels and up to a corner of one.
TEST_F(Drawing, EveryBorderInSightIsALine) {
  const auto ragged = scratch_.path() / "ragged.fgb";
  write_squares(ragged, 300);
  std::mt19937 numbers(11);
  for (int look = 0; look < 40; ++look) {
    MapSpec spec = sample_map(ragged, "lines");
    GraduatedLayer& layer = choropleth(spec);
    layer.states.assign(units, ValueState::value);
    layer.values.assign(units, 0.5);
    layer.border = {{0, 0, 0, 255}, 0.5};
    spec.extent = some_extent(numbers);
    const double growth = std::exp2(look % 8);
    spec.extent = {spec.extent.min_x - growth * 1000, spec.extent.min_y - growth * 750,
                   spec.extent.max_x + growth * 1000, spec.extent.max_y + growth * 750};
    const auto frame = draw(spec);
    ASSERT_NE(frame, nullptr);
    const Extent seen = frame->extent;
    const Pixel fill = to_pixel(layer.classes[0].fill.colour);
    const auto is_line_at = [&](double x, double y) {
      const double column = (x - seen.min_x) / seen.width() * spec.width_px,
                   row = (seen.max_y - y) / seen.height() * spec.height_px;
      if (column < 1 || row < 1 || column >= spec.width_px - 1 || row >= spec.height_px - 1)
        return true;  // out of sight
      return pixel_at(*frame, static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(row)).green <
             fill.green - 40;
    };
    for (std::size_t i = 0; i < units; ++i) {
      const double x = west_m + cell_m * static_cast<double>(i % columns),
                   y = south_m + cell_m * static_cast<double>(i / columns);
      EXPECT_TRUE(is_line_at(x, y + cell_m / 2)) << "look " << look << ", west of unit " << i;
      EXPECT_TRUE(is_line_at(x + cell_m / 2, y)) << "look " << look << ", south of unit " << i;
      EXPECT_TRUE(is_line_at(x + cell_m, y + cell_m / 2)) << "look " << look << ", east of unit " << i;
      EXPECT_TRUE(is_line_at(x + cell_m / 2, y + cell_m)) << "look " << look << ", north of unit " << i;
    }
  }
}

TEST_F(Drawing, BordersThatWereKeptAreThoseOfAMapThatIsDrawnForTheFirstTime) {
  MapSpec spec = map();
  choropleth(spec).border = {{90, 90, 90, 255}, 0.3};
  spec.layers.push_back(OutlineLayer{.source = choropleth(spec).source, .stroke = {{200, 0, 0, 255}, 0.5}});
  MapSpec other = spec;
  for (double& value : choropleth(other).values) value = value == 0.5 ? 1 : value;
  const auto before = draw(spec), changed = draw(other), again = draw(other);
  auto fresh_engine = gis::client::EngineClient::start({.program = engine_program()});
  ASSERT_TRUE(fresh_engine);
  const auto fresh = (*fresh_engine)->render_now(other);
  ASSERT_TRUE(before && changed && again && fresh);
  EXPECT_FALSE(std::ranges::equal(before->pixels(), changed->pixels()));
  EXPECT_TRUE(std::ranges::equal(changed->pixels(), again->pixels()));
  EXPECT_TRUE(std::ranges::equal(changed->pixels(), (*fresh)->pixels()));
  choropleth(other).border.width_mm = 1;
  const auto wider = draw(other);
  ASSERT_TRUE(wider);
  EXPECT_FALSE(std::ranges::equal(changed->pixels(), wider->pixels()));
}

TEST_F(Drawing, NamesStandTheSameWhetherTheyAreDrawnForTheFirstTimeOrAgain) {
  MapSpec spec = map();
  spec.layers.push_back(LabelLayer{.source = choropleth(spec).source, .field = "name_vi"});
  const auto first = draw(spec);
  const auto again = draw(spec);
  ASSERT_TRUE(first && again);
  EXPECT_TRUE(std::ranges::equal(first->pixels(), again->pixels()));
}

TEST_F(Drawing, NamesOfOneViewDoNotStayForAnother) {
  MapSpec spec = map();
  const auto bare = draw(spec);
  spec.layers.push_back(LabelLayer{.source = choropleth(spec).source, .field = "name_vi"});
  const auto named = draw(spec);
  MapSpec moved = spec;
  moved.extent.min_x += cell_m;
  moved.extent.max_x += cell_m;
  const auto elsewhere = draw(moved);
  spec.layers.pop_back();
  const auto bare_again = draw(spec);
  ASSERT_TRUE(bare && named && elsewhere && bare_again);
  EXPECT_FALSE(std::ranges::equal(bare->pixels(), named->pixels()));
  EXPECT_FALSE(std::ranges::equal(named->pixels(), elsewhere->pixels()));
  EXPECT_TRUE(std::ranges::equal(bare->pixels(), bare_again->pixels()));
}

TEST_F(Drawing, ColoursChangeBeneathNamesThatStay) {
  MapSpec spec = map();
  spec.layers.push_back(LabelLayer{.source = choropleth(spec).source, .field = "name_vi"});
  const auto before = draw(spec);
  choropleth(spec).classes[0].fill.colour = {1, 2, 3, 255};
  const auto after = draw(spec);
  ASSERT_TRUE(before && after);
  EXPECT_FALSE(std::ranges::equal(before->pixels(), after->pixels()));
}

}  // namespace
}  // namespace vicinia::test
