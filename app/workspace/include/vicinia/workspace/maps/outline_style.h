/// \file outline_style.h
/// How outlines of agglomerations are drawn: by the window over the map, and by the engine on values, from the same values.
/// Dark lines with a light halo can be read on every colour of the choropleth palettes, which run from near white to near black.
/// Units:   millimetres.
#pragma once

#include <algorithm>
#include <cmath>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::workspace::inline maps::outline_style {

inline constexpr gis::map::Colour ink{24, 24, 28, 255};
inline constexpr gis::map::Colour paper{255, 255, 255, 255};
inline constexpr gis::map::Colour highlight{214, 0, 90, 255};  ///< the colour of what is selected

/// An agglomeration within one province.
inline constexpr gis::map::Stroke agglomeration{ink, 0.45};
/// One that crosses a province boundary.
inline constexpr gis::map::Stroke crossing_agglomeration{ink, 0.80};
/// The stretch of province boundary inside it: a white core in a dark casing, so that one sees where it crosses.
inline constexpr gis::map::Stroke crossed_boundary{paper, 0.50};
inline constexpr gis::map::Stroke crossed_boundary_casing{ink, 1.10};
/// The selected agglomeration, in place of either of the first two.
inline constexpr gis::map::Stroke selected_agglomeration{highlight, 0.85};

/// The selected unit, of several the current one; and those that are selected with it.
inline constexpr gis::map::Stroke selected_unit{highlight, 0.60};
inline constexpr gis::map::Stroke selected_with_it{highlight, 0.42};

/// Links and cuts made by hand.
inline constexpr gis::map::Stroke manual_link{highlight, 0.55};
inline constexpr gis::map::Stroke manual_cut{highlight, 0.60};
inline constexpr double cut_reach_mm = 1.3;  ///< half the width of its cross
/// At both ends of a link.
[[nodiscard]] inline gis::map::Badge link_end() {
  return {.diameter_mm = 2.25, .ground = highlight, .ink = paper, .ring_mm = 0.4};
}

/// Beneath a line, and wider than it by `width_mm` on either side.
inline constexpr gis::map::Stroke halo{paper, 0.30};

/// Lines get thinner where outlines get small: the share of their width that is left, from a map of a province to one of the country
/// on a column of text.
[[nodiscard]] inline double width_share(double metres_per_mm) {
  constexpr double near_m = 1300, far_m = 6800;
  const double share = (std::log(metres_per_mm) - std::log(near_m)) / (std::log(far_m) - std::log(near_m));
  return 1 - 0.25 * std::clamp(share, 0.0, 2.0);
}

[[nodiscard]] constexpr gis::map::Stroke scaled(gis::map::Stroke stroke, double share) {
  stroke.width_mm *= share;
  return stroke;
}

/// The halo of a line, as a stroke of its own to be drawn first.
[[nodiscard]] constexpr gis::map::Stroke halo_of(const gis::map::Stroke& line) {
  return {halo.colour, line.width_mm + 2 * halo.width_mm, false};
}

}  // namespace vicinia::workspace::inline maps::outline_style
