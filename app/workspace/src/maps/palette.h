/// \file palette.h
/// Colours of maps that are not those of classes; these are in palettes.h.
#pragma once

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::workspace::inline maps::palette {

inline constexpr gis::map::Colour sea{226, 235, 242, 255};
inline constexpr gis::map::Colour sea_text{88, 122, 150, 255};
inline constexpr gis::map::Colour land{250, 249, 246, 255};
// Other countries: a grey-beige darker than what is not published, so that the country stands out without an outline of its own.
inline constexpr gis::map::Colour neighbour{232, 229, 222, 255};
inline constexpr gis::map::Colour neighbour_border{205, 201, 192, 255};
inline constexpr gis::map::Colour neighbour_text{124, 118, 108, 255};
inline constexpr gis::map::Colour zero{255, 255, 255, 255};
inline constexpr gis::map::Colour hatch_line{212, 211, 206, 255};
inline constexpr gis::map::Colour hatch_ground{250, 249, 246, 255};
// A plain grey would be a teal to some eyes and a purple to none: what is undefined is hatched too, dark where "not published" is light.
inline constexpr gis::map::Colour undefined_line{132, 128, 122, 255};
inline constexpr gis::map::Colour undefined_ground{214, 211, 204, 255};
inline constexpr gis::map::Colour outside{243, 242, 238, 255};
inline constexpr gis::map::Colour district_border{176, 176, 171, 255};
inline constexpr gis::map::Colour province_border{112, 112, 110, 255};
inline constexpr gis::map::Colour selection{214, 0, 90, 255};
inline constexpr gis::map::Colour province_text{92, 74, 64, 255};
inline constexpr gis::map::Colour text{38, 38, 40, 255};
inline constexpr gis::map::Colour faint_text{70, 70, 74, 255};

}  // namespace vicinia::workspace::inline maps::palette
