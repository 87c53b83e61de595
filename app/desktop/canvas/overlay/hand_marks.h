/// \file hand_marks.h
/// Links and cuts made by hand, on the map: a link is a line between the two units, a cut a cross on their border.
/// Units:   metres on the ground, device-independent pixels on the canvas.
#pragma once

#include <QPainter>
#include <QPointF>
#include <vector>

#include "canvas/view_transform.h"
#include "vicinia/workspace/figure_outlines.h"

namespace vicinia::desktop {

void paintHandMarks(QPainter& painter, const std::vector<workspace::HandMark>& marks,
                    const ViewTransform& transform);
/// A link that is being made: from the first unit to the pointer.
void paintLinkInMaking(QPainter& painter, const QPointF& fromCanvas, const QPointF& toCanvas);

}  // namespace vicinia::desktop
