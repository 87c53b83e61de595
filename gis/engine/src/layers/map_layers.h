/// \file map_layers.h
/// A MapSpec as QGIS layers, by slot; and what the kinds of layers (layer_kinds.h) have in common.
/// Shapes:  values and states [unit], as many as the source has features; feature indices below that.
/// Errors:  RenderFailed, with the member at fault in subject.field.
#pragma once

#include <qgscoordinatereferencesystem.h>
#include <qgsrectangle.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layer_cache.h"
#include "layers/memory_layer.h"
#include "symbols.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

/// What the layers of one map have in common.
struct MapFrame {
  QgsCoordinateReferenceSystem crs;
  QgsRectangle extent;         ///< what will be seen
  double units_per_pixel = 0;  ///< 0: keep every vertex
  Seam seam = Seam::open;
  /// Every name given is shown, at the place that suits a map of so many units per pixel.
  std::optional<double> chosen_names{};
  bool only_borders = false;  ///< of coloured units: their areas are drawn elsewhere
  bool with_names = false;    ///< units carry their codes and names, for people who look into the layers
};

[[nodiscard]] core::Error bad_map(std::string field, std::string detail);

/// Refuses what cannot be drawn, whatever its layers are. \return the CRS.
[[nodiscard]] core::Result<QgsCoordinateReferenceSystem> checked_crs(const map::MapSpec& spec);

/// The lowest first.
[[nodiscard]] core::Result<std::vector<QgisLayer>> map_layers(const map::MapSpec& spec, const MapFrame& frame,
                                                              LayerCache& cache);

/// The source of this id. Errors: as LayerCache; RenderFailed where the map has no such source.
[[nodiscard]] core::Result<std::shared_ptr<LoadedLayer>> source_of(const map::MapSpec& spec,
                                                                   const std::string& id, LayerCache& cache);

/// Is the source in the map's CRS? Else QGIS transforms it, and every vertex is kept.
[[nodiscard]] bool same_crs(const MapFrame& frame, const LoadedLayer& source);
/// The scale of geometries that suit the frame; 0: every vertex.
[[nodiscard]] double detail_for(const MapFrame& frame, const LoadedLayer& source);
/// Where the name of a unit stands: in what can be seen of it. \pre same_crs()
[[nodiscard]] QgsPointXY label_place(const MapFrame& frame, LoadedLayer& source, std::size_t index);
/// A name beside its place, where that is taken: so many of its own widths and heights from it.
struct PlaceBeside {
  double right, down;
};
/// The nearest to what the reader expects first.
inline constexpr auto places_beside = [] {
  constexpr std::array down{0.7, -0.7, 1.2, -1.2, 0.0}, right{0.0, 0.3, -0.3, 0.55, -0.55};
  std::array<PlaceBeside, down.size() * right.size()> places{};
  std::size_t next = 0;
  for (const double d : down)
    for (const double r : right) places[next++] = {r, d};
  return places;
}();
/// Can anything of it be seen?
[[nodiscard]] bool in_sight(const MapFrame& frame, const LoadedLayer& source, std::size_t index);
[[nodiscard]] QgsCoordinateReferenceSystem crs_for(const MapFrame& frame, const LoadedLayer& source);
/// The features that are asked for; an empty list means all.
[[nodiscard]] core::Result<std::vector<std::size_t>> chosen(const std::vector<std::uint32_t>& features,
                                                            const LoadedLayer& source);

}  // namespace vicinia::gis::engine
