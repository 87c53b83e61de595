/// \file outline_shapes.h
/// Outlines of agglomerations as the canvas paints them over its last frame, from the description that figures have too
/// (workspace/outline_drawing.h), in the detail that can be seen.
/// Units:   metres on the ground, device-independent pixels on the canvas.
/// Cost:    making O(arcs); painting O(vertices in sight) of the lines in the detail that can be seen.
#pragma once

#include <QPainter>
#include <QPolygonF>
#include <optional>
#include <vector>

#include "canvas/view_transform.h"
#include "jobs/found_agglomerations.h"

namespace vicinia::desktop {

class OutlineShapes {
 public:
  /// `among`: positions of the agglomerations to be painted.
  OutlineShapes(FoundPtr found, std::vector<std::size_t> among);

  void paint(QPainter& painter, const ViewTransform& transform, const QSizeF& canvas,
             std::optional<std::size_t> selected) const;

 private:
  FoundPtr found_;
  std::vector<std::size_t> among_;
};

}  // namespace vicinia::desktop
