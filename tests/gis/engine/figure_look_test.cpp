/// \file figure_look_test.cpp
/// PDF and SVG are drawn by programs that people use (poppler, librsvg) and must look as the PNG does: nothing beyond the
/// map's frame, the hatch where it belongs.
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "gis/engine/engine_fixture.h"
#include "gis/engine/page_sample.h"
#include "gis/engine/picture.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

constexpr double dpi = 101.6;          ///< 4 pixels to a millimetre
constexpr int block_px = 16;           ///< over which antialiasing and hinting even out
constexpr double most_different = 22;  ///< a hatch that is lost makes 30, a hairline drawn a pixel wide 17

struct Mean {
  double channel[3] = {0, 0, 0};
};

Mean mean_of(const Picture& picture, int left, int top) {
  Mean mean;
  for (int y = top; y < top + block_px; ++y)
    for (int x = left; x < left + block_px; ++x)
      for (int c = 0; c < 3; ++c)
        mean.channel[c] += picture.rgb[static_cast<std::size_t>(3 * (y * picture.width + x) + c)];
  for (double& channel : mean.channel) channel /= block_px * block_px;
  return mean;
}

testing::AssertionResult look_alike(const Picture& a, const Picture& b) {
  if (std::abs(a.width - b.width) > 1 || std::abs(a.height - b.height) > 1)
    return testing::AssertionFailure()
           << a.width << " × " << a.height << " and " << b.width << " × " << b.height;
  for (int top = 0; top + block_px <= std::min(a.height, b.height); top += block_px)
    for (int left = 0; left + block_px <= std::min(a.width, b.width); left += block_px) {
      const Mean here = mean_of(a, left, top), there = mean_of(b, left, top);
      for (int c = 0; c < 3; ++c)
        if (std::abs(here.channel[c] - there.channel[c]) > most_different)
          return testing::AssertionFailure() << "around pixel " << left << ", " << top << ": channel " << c
                                             << " is " << here.channel[c] << " and " << there.channel[c];
    }
  return testing::AssertionSuccess();
}

class FigureLook : public EngineTest {
 protected:
  /// The map is larger than its frame on all sides.
  [[nodiscard]] FigureSpec figure(FigureFormat format, const std::string& name) const {
    FigureSpec figure = sample_figure(squares(), format, scratch_.path() / name);
    figure.map.extent = {west_m + 1.4 * cell_m, south_m + 0.3 * cell_m, west_m + 3.6 * cell_m,
                         south_m + 1.7 * cell_m};
    figure.page = {297, 210};
    figure.dpi = dpi;
    const Badge badge{.text = "!",
                      .diameter_mm = 4,
                      .raised_mm = 3,
                      .ground = {255, 214, 10},
                      .ink = {24, 24, 28},
                      .ring_mm = 0.35,
                      .halo = {{255, 255, 255}, 0.4}};
    figure.map.layers.emplace_back(
        BadgeLayer{"contradicted", badge, {{west_m + 2.5 * cell_m, south_m + cell_m}}});
    figure.legend.entries.push_back({.label = "contradicted", .count = "1", .badge = badge});
    return figure;
  }
  [[nodiscard]] Picture png() const {
    const FigureSpec spec = figure(FigureFormat::png, "reference.png");
    Picture picture;
    EXPECT_TRUE(client_->export_figure(spec, {}));
    EXPECT_TRUE(load(spec.file, picture));
    return picture;
  }
  [[nodiscard]] static Picture drawn_by(const std::string& command, const std::filesystem::path& png) {
    Picture picture;
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    EXPECT_TRUE(load(png, picture));
    if (HasFailure()) return picture;
    save(picture, std::filesystem::path(VICINIA_DIFFERENCE_DIR) / png.filename());
    return picture;
  }
};

TEST_F(FigureLook, ABadgeStandsOnTheMapAndInTheLegend) {
  const Picture picture = png();
  int yellow = 0;
  for (std::size_t at = 0; at + 2 < picture.rgb.size(); at += 3)
    yellow += picture.rgb[at] == 255 && picture.rgb[at + 1] == 214 && picture.rgb[at + 2] == 10 ? 1 : 0;
  const double disc_px = std::numbers::pi * 6.6 * 6.6;  // within its ring
  EXPECT_GT(yellow, 1.05 * disc_px) << "more than one whole disc, although the signs take a part of each";
  EXPECT_LT(yellow, 2 * disc_px);
}

TEST_F(FigureLook, NumbersThatMarkNeighboursAreAllSeenWhole) {
  FigureSpec spec = figure(FigureFormat::png, "numbers.png");
  spec.legend.entries.pop_back();
  const auto purple = [](int i) { return Colour{static_cast<std::uint8_t>(120 + 20 * i), 10, 200}; };
  constexpr int count = 6;
  for (int i = 0; i < count; ++i)
    spec.map.layers.emplace_back(BadgeLayer{
        .name = std::to_string(i),
        .badge =
            {.diameter_mm = 4, .raised_mm = -3, .ground = purple(i), .ink = {24, 24, 28}, .ring_mm = 0.35},
        .at = {{west_m + 2.5 * cell_m, south_m + cell_m}},
        .keeps_clear = true});
  ASSERT_TRUE(client_->export_figure(spec, {}));
  Picture picture;
  ASSERT_TRUE(load(spec.file, picture));
  for (int i = 0; i < count; ++i) {
    int pixels = 0;
    for (std::size_t at = 0; at + 2 < picture.rgb.size(); at += 3)
      pixels +=
          picture.rgb[at] == purple(i).red && picture.rgb[at + 1] == 10 && picture.rgb[at + 2] == 200 ? 1 : 0;
    EXPECT_GT(pixels, 100) << "of 113 of the disc of number " << i << " within its ring";
  }
}

TEST_F(FigureLook, AnSvgLooksAsThePngDoes) {
  const FigureSpec spec = figure(FigureFormat::svg, "figure.svg");
  ASSERT_TRUE(client_->export_figure(spec, {}));
  const auto drawn = scratch_.path() / "figure.svg.png";
  EXPECT_TRUE(look_alike(drawn_by("rsvg-convert --background-color=white -w 1188 '" + spec.file + "' -o '" +
                                      drawn.native() + "'",
                                  drawn),
                         png()));
}

TEST_F(FigureLook, TheNumbersOfAGraticuleStandAroundTheFrameOfAnSvgToo) {
  FigureSpec spec = figure(FigureFormat::svg, "graticule.svg");
  spec.graticule = true;
  ASSERT_TRUE(client_->export_figure(spec, {}));
  const std::string svg = bytes_of(spec.file);
  const auto clipped = svg.find("clip-path=\"url(#map-frame)\""),
             grid = svg.find("inkscape:label=\"map: Grids\"");
  ASSERT_NE(grid, std::string::npos) << "gathered into what is cut to the frame";
  EXPECT_LT(clipped, grid);
}

TEST_F(FigureLook, APdfLooksAsThePngDoes) {
  const FigureSpec spec = figure(FigureFormat::pdf, "figure.pdf");
  ASSERT_TRUE(client_->export_figure(spec, {}));
  const auto drawn = scratch_.path() / "figure.pdf.png";
  EXPECT_TRUE(look_alike(drawn_by("pdftocairo -r 101.6 -png -singlefile '" + spec.file + "' '" +
                                      (scratch_.path() / "figure.pdf").native() + "'",
                                  drawn),
                         png()));
}

}  // namespace
}  // namespace vicinia::test
