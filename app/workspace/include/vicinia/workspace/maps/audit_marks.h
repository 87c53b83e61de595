/// \file audit_marks.h
/// The sign on units whose shown value is contradicted by other values: the same on the screen and on
/// values. It stands above a point inside the unit, so that the name there can be read. Units:   metres on
/// the ground, millimetres on the page. Missing: a value that is computed, or not published, has no sign.
/// Cost:    O(units log cells).
#pragma once

#include <vector>

#include "vicinia/core/geom/types.h"
#include "vicinia/gis/map/figure_spec.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::workspace::inline maps {

namespace audit_mark_style {
/// Yellow in a dark ring with a white halo: seen on the palest and on the darkest fill, and unlike any
/// hatching.
inline constexpr gis::map::Colour ink{24, 24, 28, 255}, ground{255, 214, 10, 255}, halo{255, 255, 255, 255};
inline constexpr double diameter_mm = 3.4, ring_mm = 0.35, halo_mm = 0.4;
inline constexpr double raised_mm = 3.9;  ///< its middle above the point
[[nodiscard]] gis::map::Badge badge();
}  // namespace audit_mark_style

struct AuditMark {
  core::admin::UnitIndex unit = 0;
  core::geom::Point at{};
  friend bool operator==(const AuditMark& a, const AuditMark& b) {
    return a.unit == b.unit && a.at.x() == b.at.x() && a.at.y() == b.at.y();
  }
};

/// Of the coloured units.
[[nodiscard]] std::vector<AuditMark> audit_marks(const Document& document, const Choropleth& choropleth);

/// As they are drawn, on the screen and on values.
[[nodiscard]] gis::map::BadgeLayer audit_mark_layer(const std::vector<AuditMark>& marks, Language language);

/// Adds them above the names, and a row with their number to the legend, where there are any.
void add_audit_marks(gis::map::FigureSpec& figure, const Document& document, const Choropleth& choropleth,
                     Language language);

}  // namespace vicinia::workspace::inline maps
