#include "figure/panels.h"

#include <algorithm>
#include <cmath>

#include "figure/map_item.h"
#include "figure/parts.h"
#include "figure/placement.h"
#include "symbols.h"

namespace vicinia::gis::engine {
namespace {

constexpr double panel_gap = 2.5, panel_caption_scale = 0.88;

struct PanelGrid {
  int columns = 1, rows = 1;
  double width = 0, height = 0;  ///< of a panel, caption included
};

/// The number of columns at which the maps are largest.
PanelGrid grid_for(std::size_t count, const QRectF& room, double caption, double proportion) {
  PanelGrid best;
  double largest = 0;
  for (int columns = 1; columns <= static_cast<int>(count); ++columns) {
    const int rows = (static_cast<int>(count) + columns - 1) / columns;
    const double width = (room.width() - (columns - 1) * panel_gap) / columns;
    const double height = (room.height() - (rows - 1) * panel_gap) / rows;
    const double map_width = std::min(width, (height - caption) / proportion);
    if (map_width <= largest) continue;
    largest = map_width;
    best = {columns, rows, width, height};
  }
  return best;
}

}  // namespace

core::Status add_panels(const map::FigureSpec& spec, const QRectF& whole, Figure& figure, PageItems& page, LayerCache& cache) {
  const double scale = spec.type.body, small = scale * panel_caption_scale;
  QRectF room = whole;
  const QSizeF islands = insets_size(spec.island_insets, scale);
  const double for_islands = islands.isEmpty() ? 0 : islands.width() + 4;
  int columns = 1;
  while (columns < 6 && legend_size(spec.legend, scale, columns + 1).width() + for_islands <= room.width()) ++columns;
  const QSizeF legend = legend_size(spec.legend, scale, columns);
  if (const double below = std::max(legend.height(), islands.height()); below > 0) room.setBottom(room.bottom() - below - 4);
  const map::Extent& first = spec.panels.front().map.extent;
  double caption = 0;  // of the longest name; its width is not known yet
  PanelGrid grid;
  for (int pass = 0; pass < 2; ++pass) {
    grid = grid_for(spec.panels.size(), room, caption, first.height() / first.width());
    for (const map::MapPanel& panel : spec.panels) caption = std::max(caption, caption_height(panel.title, small, grid.width));
  }
  if (grid.width < 12 || grid.height - caption < 12)
    return core::fail({.code = core::ErrorCode::export_failed, .subject = {.field = "page"}, .detail = "too many maps for the page"});
  const MapItemOptions options{.format = spec.format, .dpi = spec.dpi};
  for (std::size_t i = 0; i < spec.panels.size(); ++i) {
    const auto row = static_cast<double>(i / static_cast<std::size_t>(grid.columns)),
               column = static_cast<double>(i % static_cast<std::size_t>(grid.columns));
    const QPointF at(room.left() + column * (grid.width + panel_gap), room.top() + row * (grid.height + panel_gap));
    const map::MapPanel& panel = spec.panels[i];
    const double own = caption_height(panel.title, small, grid.width);
    add_caption(panel.title, small, at + QPointF(0, caption - own), grid.width, page);
    const QRectF frame(at.x(), at.y() + caption, grid.width, grid.height - caption);
    const auto item = add_map_item(panel.map, extent_in(frame, panel.map.extent), frame, options, figure, page, cache);
    if (!item) return core::fail(item.error());
  }
  const double top = room.bottom() + 4;
  if (!legend.isEmpty()) add_legend(spec.legend, scale, columns, {room.left(), top}, page);
  if (!islands.isEmpty()) add_insets(spec.island_insets, scale, {room.right() - islands.width(), top}, to_qt(spec.panels.front().map.background), page);
  return {};
}

}  // namespace vicinia::gis::engine
