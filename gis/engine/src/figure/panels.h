/// \file panels.h
/// Small multiples: a grid of maps of the same size and scale, each below its name, under one legend or with one each.
/// Units:   millimetres on the page.
#pragma once

#include <QRectF>

#include "figure/layout.h"
#include "figure/page_items.h"

namespace vicinia::gis::engine {

[[nodiscard]] core::Status add_panels(const map::FigureSpec& spec, const QRectF& room, Figure& figure,
                                      PageItems& page, LayerCache& cache);

}  // namespace vicinia::gis::engine
