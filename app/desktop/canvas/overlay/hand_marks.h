/// \file hand_marks.h
/// Links and cuts made by hand, on the map: a link is a line between the two units, a cut a cross on their border.
/// Units:   metres on the ground, device-independent pixels on the canvas.
#pragma once

#include <QPainter>
#include <QPointF>
#include <vector>

#include "canvas/unit_shapes.h"
#include "canvas/view_transform.h"
#include "session/found_agglomerations.h"

namespace vicinia::desktop {

struct HandMark {
  bool isCut = false;
  QPointF from{}, to{};  ///< a point in each of the two units
  QPointF at{};          ///< of a cut: the middle of the border, or between the units where they share none
};

[[nodiscard]] std::vector<HandMark> makeHandMarks(const FoundAgglomerations& found, const UnitShapes& units);
void paintHandMarks(QPainter& painter, const std::vector<HandMark>& marks, const ViewTransform& transform);
/// A link that is being made: from the first unit to the pointer.
void paintLinkInMaking(QPainter& painter, const QPointF& fromCanvas, const QPointF& toCanvas);

}  // namespace vicinia::desktop
