/// \file figure_parts.h
/// What stands on the map of a figure: legend, island insets, scale bar. Each is measured first and then placed.
/// Units:   millimetres on the page.
#pragma once

#include <qgslayoutitemmap.h>

#include <QPointF>
#include <QSizeF>

#include "page_items.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::engine {

/// Swatches are drawn with the symbols of the map. Built of boxes and texts, because QGIS's own legend knows neither
/// a count per class nor the three states of a cell as rows of one list.
[[nodiscard]] QSizeF legend_size(const map::Legend& legend);
void add_legend(const map::Legend& legend, QPointF at, PageItems& page);

/// One framed box below the other.
[[nodiscard]] QSizeF insets_size(const std::vector<map::IslandInset>& insets);
void add_insets(const std::vector<map::IslandInset>& insets, QPointF at, const QColor& sea, PageItems& page);

/// In kilometres, measured on the ellipsoid. `longest` is the room that there is.
[[nodiscard]] QSizeF scale_bar_size(double metres_per_mm, double longest);
void add_scale_bar(QgsLayoutItemMap& map, double metres_per_mm, double longest, const std::string& language, QPointF at,
                   PageItems& page);

}  // namespace vicinia::gis::engine
