/// \file layer_kinds.h
/// How each kind of layer is drawn: one function a kind, which the compiler asks for when a kind is added to map::Layer. They stand in
/// area_layers, line_layers, marker_layers and label_layers, by what QGIS draws them with.
/// Errors:  RenderFailed, with the member at fault in subject.field.
#pragma once

#include "layers/map_layers.h"

namespace vicinia::gis::engine {

/// A layer on its way into a map.
struct LayerContext {
  const map::MapSpec& spec;
  const MapFrame& frame;
  LayerCache& cache;
  std::vector<QgisLayer>& onto;  ///< the lowest first

  /// The source of this id, if it holds what the layer draws.
  [[nodiscard]] core::Result<std::shared_ptr<LoadedLayer>> source(const std::string& id, Shape shape) const;
};

[[nodiscard]] core::Status add_layer(const map::GraduatedLayer& layer, const LayerContext& context);
[[nodiscard]] core::Status add_layer(const map::CategoricalLayer& layer, const LayerContext& context);
[[nodiscard]] core::Status add_layer(const map::OutlineLayer& layer, const LayerContext& context);
[[nodiscard]] core::Status add_layer(const map::LabelLayer& layer, const LayerContext& context);
[[nodiscard]] core::Status add_layer(const map::LineLayer& layer, const LayerContext& context);
[[nodiscard]] core::Status add_layer(const map::BadgeLayer& layer, const LayerContext& context);
[[nodiscard]] core::Status add_layer(const map::PointLayer& layer, const LayerContext& context);
[[nodiscard]] core::Status add_layer(const map::ProportionalSymbolLayer& layer, const LayerContext& context);

}  // namespace vicinia::gis::engine
