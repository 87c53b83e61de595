/// \file badges_apart.h
/// Where the badges of a printed map stand: numbers that tell places apart are not to cover one another.
/// Units:   millimetres on the page.
/// Cost:    O(badges²), at most some hundred a map.
#pragma once

#include <QRectF>
#include <vector>

#include "layers/map_layers.h"

namespace vicinia::gis::engine {

/// A map whose badges that keep clear stand beside their places, on the nearest of some sides that is free: in the frame, clear of the
/// badges before them, of those that do not move, and of `taken` (on the page). One that has no free side stands where it would; one whose
/// place lies outside the frame is left out.
[[nodiscard]] map::MapSpec with_badges_apart(const map::MapSpec& spec, const MapFrame& frame,
                                             const QRectF& where, const std::vector<QRectF>& taken);

}  // namespace vicinia::gis::engine
