/// \file map_builder.h
/// From a document to what the engine draws.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/map_spec.h"
#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/maps/choropleth.h"
#include "vicinia/workspace/maps/surroundings.h"

namespace vicinia::workspace::inline maps {

/// Where the engine finds the polygons of a data set. Made once per data set and engine session.
struct MapSources {
  struct OfLevel {
    gis::map::LayerSource source{};
    std::vector<core::admin::UnitIndex> units{};  ///< [feature] → unit; empty: nothing of the level is drawn
  };
  std::vector<OfLevel> levels{};  ///< [rank]
  Surroundings surroundings{};
  std::filesystem::path folder{};  ///< where they were written, and where circles of a cartogram will be
  [[nodiscard]] const OfLevel& of(core::admin::Level level) const;
  /// The nearest coarser level that is drawn; one without units, where there is none.
  [[nodiscard]] const OfLevel& above(core::admin::Level level) const;
};

/// Writes the polygons of every level, and what lies around them, into `folder` (the engine client's private folder), unless they are there.
/// Errors: FileNotWritable.
[[nodiscard]] core::Result<MapSources> write_sources(const core::Dataset& dataset,
                                                     const std::filesystem::path& folder);

/// Those that have been written, as a map lists them.
[[nodiscard]] std::vector<gis::map::LayerSource> layer_sources(const MapSources& sources);

/// With the circles of a cartogram, if that is what is drawn, in place of the areas that they stand for. Where they cannot be written, the engine
/// says so.
[[nodiscard]] MapSources drawn_sources(const Document& document, const Choropleth& choropleth,
                                       const MapSources& sources);

/// As a layer has it.
[[nodiscard]] gis::map::ValueState value_state_of(const core::Cell& cell);

struct MapSize {
  std::uint32_t width_px = 0, height_px = 0;
  double dpi = 96.0;
};

/// The extent is the view's, or the full one with a margin, in the proportions of `size`.
[[nodiscard]] gis::map::MapSpec make_map_spec(const Document& document, const Choropleth& choropleth,
                                              const MapSources& sources, const MapSize& size,
                                              Language language);

}  // namespace vicinia::workspace::inline maps
