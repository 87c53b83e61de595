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
#include "vicinia/workspace/document/selection.h"

namespace vicinia::desktop {

class OutlineShapes {
 public:
  /// `among`: positions of the agglomerations to be painted; none: outlines are not shown.
  OutlineShapes(FoundPtr found, std::vector<std::size_t> among);

  [[nodiscard]] bool areShown() const { return !among_.empty(); }
  /// Of all outlines, painted or not, in sight or not.
  [[nodiscard]] std::size_t lineCount() const { return line_count_; }

  void paint(QPainter& painter, const ViewTransform& transform, const QSizeF& canvas,
             std::optional<std::size_t> selected) const;
  /// The borders of units, but of the current one; each stretch once, with a halo. Units without borders have no line.
  void paintUnits(QPainter& painter, const ViewTransform& transform, const QSizeF& canvas,
                  const workspace::Selection& units, const gis::map::Stroke& stroke) const;
  /// Whether paintUnits() has a line for it.
  [[nodiscard]] bool hasBorders(core::admin::UnitIndex unit) const {
    return found_->inTopology(unit).has_value();
  }

 private:
  FoundPtr found_;
  std::vector<std::size_t> among_;
  std::size_t line_count_ = 0;
};

}  // namespace vicinia::desktop
