/// \file placement_test.cpp
/// Nothing on a page lies over the country that it shows, nor over a symbol: legend, scale bar, frames of islands, zoom insets, overview and
/// north arrow find another place, whatever the shape of the country and of the page. Told from the pixels alone.
#include <algorithm>
#include <numbers>
#include <random>
#include <set>

#include "gis/engine/engine_fixture.h"
#include "gis/engine/picture.h"
#include "vicinia/gis/map/figure_template.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

constexpr Colour land{240, 130, 0}, symbol{20, 160, 20}, sea{226, 235, 242};
constexpr double dpi = 72, px_per_mm = dpi / 25.4;

bool is_near(const Picture& picture, int x, int y, const Colour& colour) {
  const auto at = static_cast<std::size_t>(3 * (y * picture.width + x));
  const int red = picture.rgb[at] - colour.red, green = picture.rgb[at + 1] - colour.green,
            blue = picture.rgb[at + 2] - colour.blue;
  constexpr int most = 90;
  return red * red + green * green + blue * blue < most * most;
}

/// A country that wanders: cells one beside the other, in a mood for a direction.
std::vector<GridCell> wandering_country(std::mt19937& random) {
  std::set<GridCell> cells{{0, 0}};
  GridCell at;
  const int steps = std::uniform_int_distribution(2, 60)(random);
  std::discrete_distribution<int> way{
      1.0 + static_cast<double>(random() % 5), 1.0 + static_cast<double>(random() % 5),
      1.0 + static_cast<double>(random() % 3), 1.0 + static_cast<double>(random() % 3)};
  for (int i = 0; i < steps; ++i) {
    switch (way(random)) {
      case 0: ++at.row; break;
      case 1: ++at.column; break;
      case 2: --at.row; break;
      default: --at.column; break;
    }
    cells.insert(at);
  }
  return {cells.begin(), cells.end()};
}

struct Box {
  int left = 1 << 20, top = 1 << 20, right = -1, bottom = -1;
};
template <class Is>
Box box_of(const Picture& picture, Is is) {
  Box box;
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x)
      if (is(x, y))
        box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
  return box;
}

class PartsOfAPage : public EngineTest {
 protected:
  /// The country on a page with as many parts as chance wants.
  [[nodiscard]] FigureSpec page(const std::vector<GridCell>& cells, std::mt19937& random) const {
    const auto file = scratch_.path() / "cells.fgb";
    write_cells(file, cells);
    const auto [west, east] = std::ranges::minmax(cells, {}, &GridCell::column);
    const auto [south, north] = std::ranges::minmax(cells, {}, &GridCell::row);
    FigureSpec figure;
    MapSpec& map = figure.map;
    map.crs = "EPSG:32648";
    map.background = sea;
    map.extent = {west_m + cell_m * west.column, south_m + cell_m * south.row,
                  west_m + cell_m * (east.column + 1), south_m + cell_m * (north.row + 1)};
    map.sources = {{"cells", file.native(), "cells-" + std::to_string(random())}};
    GraduatedLayer areas;
    areas.source = "cells";
    areas.states.assign(cells.size(), ValueState::value);
    areas.values.assign(cells.size(), 1);
    areas.classes = {{0, 2, {FillPattern::solid, land, {}}, ""}};
    areas.border.width_mm = 0;
    map.layers.emplace_back(std::move(areas));
    const auto chance = [&](int of) { return static_cast<int>(random() % static_cast<unsigned>(of)) == 0; };
    const auto templates = figure_templates();
    const FigureTemplate& form = templates[random() % templates.size()];
    figure.title = "Dệt, may";
    figure.legend.title = "Thương số vị trí (LQ)";
    for (unsigned i = 0; i < 2 + random() % 9; ++i)
      figure.legend.entries.push_back(
          {{FillPattern::solid, {90, 90, 200}, {}}, "lớp thứ " + std::to_string(i), "12"});
    figure.notes = {"Nguồn: Tổng cục Thống kê"};
    if (!chance(3)) figure.island_insets = {{"Quần đảo Hoàng Sa"}, {"Quần đảo Trường Sa"}};
    if (!chance(3)) figure.north_letter = "B";
    if (chance(3)) {
      MapSpec& overview = figure.overview.emplace();
      overview = map;
      overview.layers.clear();
    }
    // Out at sea: its frame crosses no land.
    const double aside = map.extent.max_x + 20 * map.extent.width();
    if (chance(3))
      figure.zoom_insets = {
          {{aside, map.extent.min_y, aside + cell_m, map.extent.min_y + cell_m}, "Ngoài khơi"}};
    apply(form, figure);
    figure.format = FigureFormat::png;
    figure.dpi = dpi;
    figure.file = (scratch_.path() / "page.png").native();
    return figure;
  }
  [[nodiscard]] static Picture drawn(const FigureSpec& figure) {
    const auto written = client_->export_figure(figure, {});
    EXPECT_TRUE(written) << text_of(written);
    Picture picture;
    EXPECT_TRUE(load(figure.file, picture));
    return picture;
  }
};

TEST_F(PartsOfAPage, NeverLieOverTheCountryWhateverItsShape) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    std::mt19937 random(seed);
    const std::vector<GridCell> cells = wandering_country(random);
    const FigureSpec figure = page(cells, random);
    const Picture picture = drawn(figure);
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
    const Box box = box_of(picture, [&](int x, int y) { return is_near(picture, x, y, land); });
    const auto [west, east] = std::ranges::minmax(cells, {}, &GridCell::column);
    const auto [south, north] = std::ranges::minmax(cells, {}, &GridCell::row);
    const double wide = (box.right - box.left + 1.0) / (east.column - west.column + 1),
                 high = (box.bottom - box.top + 1.0) / (north.row - south.row + 1);
    int hidden = 0;
    for (const GridCell& cell : cells) {
      const double left = box.left + wide * (cell.column - west.column),
                   top = box.top + high * (north.row - cell.row);
      constexpr double edge = 1.5;
      for (int y = static_cast<int>(top + edge); y < top + high - edge; ++y)
        for (int x = static_cast<int>(left + edge); x < left + wide - edge; ++x)
          hidden += is_near(picture, x, y, land) ? 0 : 1;
    }
    if (hidden > 0)
      save(picture,
           std::filesystem::path(VICINIA_DIFFERENCE_DIR) / ("hidden." + std::to_string(seed) + ".png"));
    EXPECT_EQ(hidden, 0) << "pixels of the country, seed " << seed;
    EXPECT_NEAR(wide, high,
                0.05 * high + 2.0 / std::min(east.column - west.column + 1, north.row - south.row + 1))
        << "a part of the country is not there at all, seed " << seed;
  }
}

TEST_F(PartsOfAPage, NeverLieOverASymbolThatReachesOutOfTheCountry) {
  constexpr double size_mm = 9;
  for (unsigned seed = 101; seed <= 130; ++seed) {
    std::mt19937 random(seed);
    // Specks far apart, with symbols that are larger than they are and do not touch.
    std::vector<GridCell> cells{{0, 0}};
    while (cells.size() < 5) {
      const GridCell next{static_cast<int>(random() % 100), static_cast<int>(random() % 150)};
      if (std::ranges::all_of(cells, [&](const GridCell& one) {
            return std::hypot(one.column - next.column, one.row - next.row) > 55;
          }))
        cells.push_back(next);
      else if (random() % 50 == 0)
        break;
    }
    FigureSpec figure = page(cells, random);
    figure.map.layers.emplace_back(
        PointLayer{.source = "cells", .marker = {MarkerShape::circle, size_mm, symbol, {symbol, 0.01}}});
    const Picture picture = drawn(figure);
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
    double seen = 0;
    for (int y = 0; y < picture.height; ++y)
      for (int x = 0; x < picture.width; ++x) seen += is_near(picture, x, y, symbol) ? 1 : 0;
    const double one = std::numbers::pi / 4 * size_mm * size_mm * px_per_mm * px_per_mm;
    if (std::abs(seen / one - static_cast<double>(cells.size())) > 0.06 * static_cast<double>(cells.size()))
      save(picture,
           std::filesystem::path(VICINIA_DIFFERENCE_DIR) / ("symbol." + std::to_string(seed) + ".png"));
    EXPECT_NEAR(seen / one, static_cast<double>(cells.size()), 0.06 * static_cast<double>(cells.size()))
        << "seed " << seed;
  }
}

}  // namespace
}  // namespace vicinia::test
