/// \file unit_places.h
/// Where each unit of a layer is, and where most of them are.
/// Units:   those of the layer.
/// Missing: an area without polygons has no place.
/// Cost:    O(vertices), parallel.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::gis::io {

struct UnitPlace {
  core::geom::Box box{};
  core::geom::Point centre{};  ///< centre of its area: a unit with islands far out is where its ground is
};

/// [unit with polygons]
[[nodiscard]] std::vector<UnitPlace> unit_places(std::span<const core::geom::MultiPolygon> areas);
[[nodiscard]] std::vector<UnitPlace> unit_places(std::span<const core::geom::Point> points);

[[nodiscard]] std::vector<core::geom::Point> centres_of(const std::vector<UnitPlace>& places);

/// The median of the centres, east and north apart: every unit counts once, so that a few islands far out
/// (Trường Sa) move it as little as a few units anywhere. Nullopt: there is none.
[[nodiscard]] std::optional<core::geom::Point> middle_of(const std::vector<UnitPlace>& places);

}  // namespace vicinia::gis::io
