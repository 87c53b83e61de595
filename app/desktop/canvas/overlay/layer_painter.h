/// \file layer_painter.h
/// Layers of a map as the window paints them over its last frame, where a drawing by the engine would come too late. They look as the engine
/// draws them on a figure; a test compares both.
/// Units:   metres on the ground, device-independent pixels on the canvas, 96 to the inch.
#pragma once

#include <QPainter>
#include <QPointF>

#include "canvas/view_transform.h"
#include "vicinia/gis/map/map_spec.h"

namespace vicinia::desktop {

/// Lines without a source, and badges. Other kinds are the engine's: they are not painted.
void paintLayer(QPainter& painter, const gis::map::Layer& layer, const ViewTransform& transform);
/// A link that is being made: from the first unit to the pointer.
void paintLinkInMaking(QPainter& painter, const QPointF& fromCanvas, const QPointF& toCanvas);

}  // namespace vicinia::desktop
