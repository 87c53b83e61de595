/// \file page_map.h
/// The map of a page as lines: areas of units, land beneath and around them, and where names stand.
/// Units:   steps of a grid, x to the east and y to the south, from the upper left corner of the country.
/// Missing: a unit without an area has no ring and no place for a name.
/// Errors:  those of core/topology/simplify.h.
/// Cost:    O(vertices log vertices).
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/map_spec.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline web {

/// Pixels of the longer side of a map of everything, and how far a page goes into it.
inline constexpr double map_pixels = 1000, deepest_zoom = 24;
/// Pixels of a screen, at 96 to the inch.
inline constexpr double px_per_mm = 96 / 25.4;

/// Units that are coloured: those of the finest level with observations, in the order of the frame.
struct PageUnits {
  core::admin::Level level{};
  std::vector<core::admin::UnitIndex> units{};         ///< [position in the page]
  std::vector<std::optional<std::size_t>> position{};  ///< [unit of the frame]
  std::vector<core::admin::UnitIndex> wholes{};        ///< that they are parts of, each once
  std::vector<std::optional<std::size_t>>
      whole_position{};  ///< [position in the page] → position in `wholes`
};
[[nodiscard]] PageUnits page_units(const core::Dataset& dataset);

struct PageMap {
  nlohmann::ordered_json json{};
  double tolerance_m = 0;
};
[[nodiscard]] core::Result<PageMap> page_map(const Document& document, const Contiguity& contiguity,
                                             const PageUnits& units, std::size_t most_vertices,
                                             const core::Task& task);

/// "#d6005a", with two more digits where it is not opaque.
[[nodiscard]] std::string css_colour(const gis::map::Colour& colour);
/// A colour, or of a hatch [line, ground]; null where nothing is drawn.
[[nodiscard]] nlohmann::ordered_json css_fill(const gis::map::Fill& fill);

}  // namespace vicinia::workspace::inline web
