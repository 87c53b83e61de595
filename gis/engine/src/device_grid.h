/// \file device_grid.h
/// Whole coordinates for PDF. Qt writes a coordinate with nine decimals unless it is whole, and most of a map's page is
/// coordinates: on the grid of a fine device a page is a third as large, and takes a third of the time to compress.
/// Units:   dots of the painter's device.
#pragma once

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace vicinia::gis::engine {

constexpr double pdf_dpi = 1200;  ///< of every PDF: a dot is 0.02 mm, a third of the thinnest border

/// Is the painter writing a PDF?
[[nodiscard]] inline bool has_fine_grid(const QPainter* painter) {
  return painter != nullptr && painter->paintEngine() != nullptr &&
         painter->paintEngine()->type() == QPaintEngine::Pdf;
}

/// Without points that fall on the one before.
[[nodiscard]] inline QPolygonF on_device_grid(const QPolygonF& points) {
  QPolygonF grid;
  grid.reserve(points.size());
  for (const QPointF& point : points) {
    const QPointF rounded(qRound(point.x()), qRound(point.y()));
    if (grid.isEmpty() || grid.last() != rounded) grid << rounded;
  }
  return grid;
}

[[nodiscard]] inline QPainterPath on_device_grid(QPainterPath path) {
  for (int i = 0; i < path.elementCount(); ++i)
    path.setElementPositionAt(i, qRound(path.elementAt(i).x), qRound(path.elementAt(i).y));
  return path;
}

}  // namespace vicinia::gis::engine
