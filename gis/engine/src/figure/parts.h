/// \file parts.h
/// What stands on the map of a figure: legend, island insets, scale bar. Each is measured first and then placed.
/// Units:   millimetres on the page.
#pragma once

#include <qgslayoutitemmap.h>

#include <QPointF>
#include <QSizeF>

#include "figure/page_items.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::engine {

// `scale` is that of the body's type.

/// Swatches are drawn with the symbols of the map. Built of boxes and texts, because QGIS's own legend knows neither
/// a count per class nor the three states of a cell as rows of one list. In one or more columns of rows, below one title.
[[nodiscard]] QSizeF legend_size(const map::Legend& legend, double scale, int columns = 1);
void add_legend(const map::Legend& legend, double scale, int columns, QPointF at, PageItems& page);

/// One framed box below the other, or side by side.
[[nodiscard]] QSizeF insets_size(const std::vector<map::IslandInset>& insets, double scale,
                                 bool in_a_row = false);
void add_insets(const std::vector<map::IslandInset>& insets, double scale, QPointF at, const QColor& sea,
                PageItems& page, bool in_a_row = false);

/// In kilometres, measured on the ellipsoid. `longest` is the room that there is.
[[nodiscard]] QSizeF scale_bar_size(double metres_per_mm, double longest, double scale);
void add_scale_bar(QgsLayoutItemMap& map, double metres_per_mm, double longest, double scale,
                   const std::string& language, QPointF at, PageItems& page);

/// An arrow up the map's grid, with the letter above it.
[[nodiscard]] QSizeF north_arrow_size(double scale);
void add_north_arrow(const std::string& letter, double scale, QPointF at, PageItems& page);

/// Meridians and parallels at round degrees, with their numbers around the frame.
[[nodiscard]] double graticule_margin(double scale);
void add_graticule(QgsLayoutItemMap& map, const map::Extent& extent, double scale,
                   const std::string& language);

/// The height that the table takes in this width, with as many rows as `most_height` allows; 0: not even one.
[[nodiscard]] double table_height(const map::FigureTable& table, double scale, double width,
                                  double most_height);
/// \pre where.height() == table_height(…, where.width(), …)
void add_table(const map::FigureTable& table, double scale, const QRectF& where, PageItems& page);

/// The name of a zoom inset or a panel, above its frame.
[[nodiscard]] double caption_height(const std::string& text, double scale, double width);
void add_caption(const std::string& text, double scale, QPointF at, double width, PageItems& page);

}  // namespace vicinia::gis::engine
