#include "figure/panels.h"

#include <algorithm>
#include <vector>

#include "figure/map_item.h"
#include "figure/parts.h"
#include "figure/placement.h"
#include "symbols.h"

namespace vicinia::gis::engine {
namespace {

constexpr double panel_gap = 2.5, panel_caption_scale = 0.88;

struct PanelGrid {
  int columns = 1;
  double width = 0, map_height = 0;  ///< of a panel; its caption stands above
  std::vector<double> captions{};    ///< [row] the height of the tallest
};

PanelGrid grid_of(const map::FigureSpec& spec, int columns, const QRectF& room, double scale) {
  PanelGrid grid;
  grid.columns = columns;
  grid.width = (room.width() - (columns - 1) * panel_gap) / columns;
  const std::size_t wide = static_cast<std::size_t>(columns);
  grid.captions.resize((spec.panels.size() + wide - 1) / wide);
  double left = room.height() - static_cast<double>(grid.captions.size() - 1) * panel_gap;
  for (std::size_t i = 0; i < spec.panels.size(); ++i)
    grid.captions[i / wide] =
        std::max(grid.captions[i / wide], caption_height(spec.panels[i].title, scale, grid.width));
  for (const double caption : grid.captions) left -= caption;
  grid.map_height = left / static_cast<double>(grid.captions.size());
  return grid;
}

/// The number of columns at which the maps are largest.
PanelGrid best_grid(const map::FigureSpec& spec, const QRectF& room, double scale) {
  const map::Extent& extent = spec.panels.front().map.extent;
  const double proportion = extent.height() / extent.width();
  PanelGrid best;
  double largest = 0;
  for (int columns = 1; columns <= static_cast<int>(spec.panels.size()); ++columns) {
    PanelGrid grid = grid_of(spec, columns, room, scale);
    const double map_width = std::min(grid.width, grid.map_height / proportion);
    if (map_width <= largest) continue;
    largest = map_width;
    best = std::move(grid);
  }
  return best;
}

}  // namespace

core::Status add_panels(const map::FigureSpec& spec, const QRectF& whole, Figure& figure, PageItems& page,
                        LayerCache& cache) {
  const double scale = spec.type.body, small = scale * panel_caption_scale;
  QRectF room = whole;
  const QSizeF islands = insets_size(spec.island_insets, scale, true);
  const double for_islands = islands.isEmpty() ? 0 : islands.width() + 4;
  int columns = 1;
  while (columns < 6 && legend_size(spec.legend, scale, columns + 1).width() + for_islands <= room.width())
    ++columns;
  const QSizeF legend = legend_size(spec.legend, scale, columns);
  if (const double below = std::max(legend.height(), islands.height()); below > 0)
    room.setBottom(room.bottom() - below - 4);
  const PanelGrid grid = best_grid(spec, room, small);
  if (grid.width < 12 || grid.map_height < 12)
    return core::fail({.code = core::ErrorCode::export_failed,
                       .subject = {.field = "room"},
                       .detail = "too many maps for the page"});
  const MapItemOptions options{.format = spec.format, .dpi = spec.dpi};
  double y = room.top();
  for (std::size_t i = 0; i < spec.panels.size(); ++i) {
    const std::size_t row = i / static_cast<std::size_t>(grid.columns),
                      column = i % static_cast<std::size_t>(grid.columns);
    const double caption = grid.captions[row],
                 x = room.left() + static_cast<double>(column) * (grid.width + panel_gap);
    const map::MapPanel& panel = spec.panels[i];
    add_caption(panel.title, small, {x, y + caption - caption_height(panel.title, small, grid.width)},
                grid.width, page);
    const QRectF frame(x, y + caption, grid.width, grid.map_height);
    const auto item =
        add_map_item(panel.map, extent_in(frame, panel.map.extent), frame, options, figure, page, cache);
    if (!item) return core::fail(item.error());
    if (column + 1 == static_cast<std::size_t>(grid.columns)) y += caption + grid.map_height + panel_gap;
  }
  const double top = room.bottom() + 4;
  if (!legend.isEmpty()) add_legend(spec.legend, scale, columns, {room.left(), top}, page);
  if (!islands.isEmpty())
    add_insets(spec.island_insets, scale, {room.right() - islands.width(), top},
               to_qt(spec.panels.front().map.background), page, true);
  return {};
}

}  // namespace vicinia::gis::engine
