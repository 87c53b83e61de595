/// \file ring_fault.h
/// What was wrong with a ring, and where: the detail of an InvalidRing finding, as text and back.
/// Form:    "<reason> at <x> <y>", e.g. "Self-intersection at 605000 1205000"; without a place only the
/// reason. Units:   metres of the layer as read (PolygonLayer::crs), to a thousandth. Reasons: those of GEOS,
/// in English ("Self-intersection", "Ring Self-intersection", "Hole lies outside shell", "Nested shells",
///          …), and "Ring of 3 points" for one that encloses nothing and was left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vicinia/core/geom/types.h"

namespace vicinia::gis::io {

struct RingFault {
  std::string reason{};
  std::optional<core::geom::Point> place{};
};

[[nodiscard]] std::string text_of(const RingFault& fault);
[[nodiscard]] RingFault parse_ring_fault(std::string_view text);

}  // namespace vicinia::gis::io
