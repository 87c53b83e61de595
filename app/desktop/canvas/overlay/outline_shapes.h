/// \file outline_shapes.h
/// Outlines of agglomerations as the canvas paints them over the choropleth: thin lines, thicker ones where an agglomeration crosses
/// provinces, and the stretch of province boundary inside it.
/// Units:   metres on the ground, relative to `origin`; device-independent pixels on the canvas.
/// Cost:    painting O(vertices in sight): lines out of sight are passed over, vertices closer than a pixel are left out.
#pragma once

#include <QPainter>
#include <QPainterPath>
#include <optional>
#include <vector>

#include "canvas/view_transform.h"
#include "session/found_agglomerations.h"

namespace vicinia::desktop {

class OutlineShapes {
 public:
  /// `among`: positions of the agglomerations to be painted.
  OutlineShapes(const FoundAgglomerations& found, const std::vector<std::size_t>& among);

  void paint(QPainter& painter, const ViewTransform& transform, const QSizeF& canvas,
             std::optional<std::size_t> selected) const;

 private:
  struct Line {
    std::size_t first = 0, count = 0;
    QRectF box{};
  };
  struct Shape {
    std::size_t agglomeration = 0;
    bool crosses = false;
    std::vector<Line> border{}, crossings{};
  };
  [[nodiscard]] Line addLine(const core::topology::Topology& topology, core::topology::ArcRef arc);
  void addTo(QPainterPath& path, const std::vector<Line>& lines, const ViewTransform& transform,
             const QRectF& sight) const;

  std::vector<QPointF> points_;
  std::vector<Shape> shapes_;
  QPointF origin_;
};

}  // namespace vicinia::desktop
