/// \file convert_layers.h
/// The parts that a MapSpec and a FigureSpec share.
#pragma once

#include "vicinia/gis/protocol/convert.h"

namespace vicinia::gis::protocol {

void write(const map::Colour& from, message::Colour& to);
void write(const map::Stroke& from, message::Stroke& to);
void write(const map::Fill& from, message::Fill& to);
void write(const map::Badge& from, message::Badge& to);
void write(const map::Marker& from, message::Marker& to);
void write(const map::LayerSource& from, message::LayerSource& to);
void write(const map::Layer& from, message::Layer& to);

[[nodiscard]] map::Colour read(const message::Colour& from);
[[nodiscard]] map::Stroke read(const message::Stroke& from);
[[nodiscard]] map::Fill read(const message::Fill& from);
[[nodiscard]] map::Badge read(const message::Badge& from);
[[nodiscard]] map::Marker read(const message::Marker& from);
[[nodiscard]] map::LayerSource read(const message::LayerSource& from);
[[nodiscard]] core::Result<map::Layer> read(const message::Layer& from);

}  // namespace vicinia::gis::protocol
