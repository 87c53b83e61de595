#include "figure/panels.h"

#include <algorithm>
#include <vector>

#include "figure/map_item.h"
#include "figure/parts.h"
#include "figure/placement.h"
#include "symbols.h"

namespace vicinia::gis::engine {
namespace {

constexpr double panel_gap = 2.5, panel_caption_scale = 0.88, legend_gap = 1.2;
constexpr int most_legend_columns = 4;  ///< of a panel's, below it

/// The legend of a panel in as many columns as there is room for, and set smaller where it has none for one.
struct PanelLegend {
  int columns = 1;
  double scale = 1;
  QSizeF size{0, 0};  ///< empty: there is none
};
PanelLegend panel_legend(const map::Legend& legend, double scale, double width, int most_columns) {
  constexpr double smallest = 0.62;
  PanelLegend best{.scale = scale};
  const auto fits = [&](int columns) { return legend_size(legend, best.scale, columns).width() <= width; };
  while (best.scale > smallest * scale && !fits(1)) best.scale *= 0.95;
  while (best.columns < most_columns && fits(best.columns + 1)) ++best.columns;
  best.size = legend_size(legend, best.scale, best.columns);
  return best;
}

struct PanelGrid {
  int columns = 1;
  double width = 0;                      ///< of a panel; its caption stands above
  double map_width = 0, map_height = 0;  ///< all maps are of one size
  bool legends_beside = false;           ///< else below the maps
  std::vector<double> captions{};        ///< [row] the height of the tallest
  std::vector<double> legends{};         ///< [row] the same of legends below, with what is above them
};

PanelGrid grid_of(const map::FigureSpec& spec, int columns, bool legends_beside, const QRectF& room,
                  double scale) {
  PanelGrid grid;
  grid.columns = columns;
  grid.legends_beside = legends_beside;
  grid.width = (room.width() - (columns - 1) * panel_gap) / columns;
  const std::size_t wide = static_cast<std::size_t>(columns);
  grid.captions.resize((spec.panels.size() + wide - 1) / wide);
  grid.legends.resize(grid.captions.size());
  double left = room.height() - static_cast<double>(grid.captions.size() - 1) * panel_gap, beside = 0,
         tallest_beside = 0;
  for (std::size_t i = 0; i < spec.panels.size(); ++i) {
    grid.captions[i / wide] =
        std::max(grid.captions[i / wide], caption_height(spec.panels[i].title, scale, grid.width));
    const PanelLegend legend =
        panel_legend(spec.panels[i].legend, scale, grid.width, legends_beside ? 1 : most_legend_columns);
    if (legend.size.isEmpty()) continue;
    beside = std::max(beside, legend.size.width() + legend_gap);
    tallest_beside = std::max(tallest_beside, legend.size.height());
    grid.legends[i / wide] = std::max(grid.legends[i / wide], legend.size.height() + legend_gap);
  }
  if (legends_beside) grid.legends.assign(grid.legends.size(), 0);
  for (const double caption : grid.captions) left -= caption;
  for (const double legend : grid.legends) left -= legend;
  grid.map_width = grid.width - (legends_beside ? beside : 0);
  grid.map_height = left / static_cast<double>(grid.captions.size());
  if (legends_beside && tallest_beside > grid.map_height) grid.map_height = 0;  // it has no room
  return grid;
}

/// The arrangement at which the ground is largest.
PanelGrid best_grid(const map::FigureSpec& spec, const QRectF& room, double scale) {
  const map::Extent& extent = spec.panels.front().map.extent;
  const double proportion = extent.height() / extent.width();
  PanelGrid best;
  double largest = 0;
  for (int columns = 1; columns <= static_cast<int>(spec.panels.size()); ++columns)
    for (const bool legends_beside : {false, true}) {
      PanelGrid grid = grid_of(spec, columns, legends_beside, room, scale);
      const double ground = std::min(grid.map_width, grid.map_height / proportion);
      if (ground <= largest) continue;
      largest = ground;
      best = std::move(grid);
    }
  return best;
}

/// The legend of all maps, and the islands beside it or below it: whichever leaves more room for the maps.
struct CommonLegend {
  int columns = 1;
  QSizeF size{0, 0};
  bool islands_below = false;
  double height = 0;  ///< of both
};
CommonLegend common_legend(const map::FigureSpec& spec, const QSizeF& islands, double scale, double width) {
  constexpr int most_columns = 6;
  constexpr double apart = 4;
  const auto in_width = [&](double room) {
    CommonLegend made;
    while (made.columns < most_columns && legend_size(spec.legend, scale, made.columns + 1).width() <= room)
      ++made.columns;
    made.size = legend_size(spec.legend, scale, made.columns);
    return made;
  };
  CommonLegend beside = in_width(width - (islands.isEmpty() ? 0 : islands.width() + apart));
  beside.height = std::max(beside.size.height(), islands.height());
  if (islands.isEmpty() || beside.size.isEmpty()) return beside;
  CommonLegend below = in_width(width);
  below.islands_below = true;
  below.height = below.size.height() + apart + islands.height();
  return below.height < beside.height ? below : beside;
}

}  // namespace

core::Status add_panels(const map::FigureSpec& spec, const QRectF& whole, Figure& figure, PageItems& page,
                        LayerCache& cache) {
  constexpr double above_legend = 4;
  const double scale = spec.type.body, small = scale * panel_caption_scale;
  QRectF room = whole;
  const QSizeF islands = insets_size(spec.island_insets, scale, true);
  const CommonLegend legend = common_legend(spec, islands, scale, room.width());
  if (legend.height > 0) room.setBottom(room.bottom() - legend.height - above_legend);
  const PanelGrid grid = best_grid(spec, room, small);
  if (grid.map_width < 12 || grid.map_height < 12)
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
    const QRectF frame(x, y + caption, grid.map_width, grid.map_height);
    const auto item =
        add_map_item(panel.map, extent_in(frame, panel.map.extent), frame, options, figure, page, cache);
    if (!item) return core::fail(item.error());
    const PanelLegend own =
        panel_legend(panel.legend, small, grid.width, grid.legends_beside ? 1 : most_legend_columns);
    if (!own.size.isEmpty())
      add_legend(panel.legend, own.scale, own.columns,
                 grid.legends_beside ? QPointF(frame.right() + legend_gap, frame.top())
                                     : QPointF(x, frame.bottom() + legend_gap),
                 page);
    if (column + 1 == static_cast<std::size_t>(grid.columns))
      y += caption + grid.map_height + grid.legends[row] + panel_gap;
  }
  const double top = room.bottom() + above_legend;
  if (!legend.size.isEmpty()) add_legend(spec.legend, scale, legend.columns, {room.left(), top}, page);
  if (!islands.isEmpty())
    add_insets(
        spec.island_insets, scale,
        {room.right() - islands.width(), legend.islands_below ? whole.bottom() - islands.height() : top},
        to_qt(spec.panels.front().map.background), page, true);
  return {};
}

}  // namespace vicinia::gis::engine
