/// \file dorling.h
/// Circles in place of areas, none over another and each as near to its own place as that allows: the layout of a Dorling cartogram.
/// Source:  D. Dorling, Area Cartograms: Their Use and Creation (1996): circles that overlap push each other apart, and are drawn back.
///          Here they are drawn to their own places, not to their neighbours, since most units of a list have none in it.
/// Shapes:  places, radii [circle] → centres [circle]. The circles are the same whatever their order is.
/// Units:   those of the coordinates.
/// Cost:    O(steps × (circles + pairs that are near)); some milliseconds for a thousand circles.
#pragma once

#include <span>
#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::core::geom {

struct DorlingLayout {
  std::vector<Point> centres{};
  double largest_overlap = 0;  ///< that is left, as a share of the smaller radius of the two
};

/// \pre as many places as radii, all finite, radii > 0
[[nodiscard]] DorlingLayout dorling_layout(std::span<const Point> places, std::span<const double> radii);

/// A circle as a polygon of `corners` corners, on the circle.
[[nodiscard]] Polygon circle(const Point& centre, double radius, int corners = 60);

}  // namespace vicinia::core::geom
