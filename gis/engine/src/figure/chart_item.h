/// \file chart_item.h
/// A chart on a page: a drawing in a strip below the map, or, on a wide page, in a column beside it.
/// Units:   millimetres on the page.
#pragma once

#include <QRectF>

#include "figure/page_items.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::engine {

/// \return what it leaves of the room between title and notes; all of it where there is no chart
[[nodiscard]] QRectF set_chart(const map::FigureSpec& spec, const QRectF& room, PageItems& page);

}  // namespace vicinia::gis::engine
