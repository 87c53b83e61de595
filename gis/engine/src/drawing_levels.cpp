#include "drawing_levels.h"

#include <qgslinestring.h>
#include <qgsmultipolygon.h>
#include <qgspolygon.h>

#include <QVector>
#include <cmath>
#include <memory>

namespace vicinia::gis::engine {
namespace {

constexpr int fewest_points = 4;  // of a closed ring

/// Null where less than a triangle is left.
std::unique_ptr<QgsLineString> ring_on_grid(const QgsCurve* curve, double step) {
  const auto* line = qgsgeometry_cast<const QgsLineString*>(curve);
  if (line == nullptr) return nullptr;
  const int count = line->numPoints();
  const double* x = line->xData();
  const double* y = line->yData();
  QVector<double> grid_x, grid_y;
  grid_x.reserve(count);
  grid_y.reserve(count);
  double last_x = 0, last_y = 0;
  for (int i = 0; i < count; ++i) {
    const double next_x = std::round(x[i] / step) * step, next_y = std::round(y[i] / step) * step;
    if (i > 0 && next_x == last_x && next_y == last_y) continue;
    // There and straight back again: a spike that no pixel shows.
    const auto size = grid_x.size();  // int in Qt 5, qsizetype in Qt 6
    if (size > 1 && grid_x[size - 2] == next_x && grid_y[size - 2] == next_y) {
      grid_x.removeLast();
      grid_y.removeLast();
    } else {
      grid_x.append(next_x);
      grid_y.append(next_y);
    }
    last_x = next_x;
    last_y = next_y;
  }
  if (grid_x.size() < fewest_points) return nullptr;
  return std::make_unique<QgsLineString>(grid_x, grid_y);
}

std::unique_ptr<QgsPolygon> polygon_on_grid(const QgsPolygon& polygon, double step) {
  auto shell = ring_on_grid(polygon.exteriorRing(), step);
  if (!shell) return nullptr;
  auto result = std::make_unique<QgsPolygon>();
  result->setExteriorRing(shell.release());
  for (int i = 0; i < polygon.numInteriorRings(); ++i)
    if (auto hole = ring_on_grid(polygon.interiorRing(i), step)) result->addInteriorRing(hole.release());
  return result;
}

}  // namespace

double grid_step(double units_per_pixel) { return std::exp2(std::floor(std::log2(units_per_pixel))) / 2; }

std::optional<QgsGeometry> on_grid(const QgsGeometry& polygon, double step) {
  const QgsAbstractGeometry* geometry = polygon.constGet();
  if (geometry == nullptr || geometry->nCoordinates() <= 16) return std::nullopt;
  auto result = std::make_unique<QgsMultiPolygon>();
  if (const auto* single = qgsgeometry_cast<const QgsPolygon*>(geometry)) {
    if (auto part = polygon_on_grid(*single, step)) result->addGeometry(part.release());
  } else if (const auto* multi = qgsgeometry_cast<const QgsMultiPolygon*>(geometry)) {
    for (int i = 0; i < multi->numGeometries(); ++i)
      if (const auto* member = qgsgeometry_cast<const QgsPolygon*>(multi->geometryN(i)))
        if (auto part = polygon_on_grid(*member, step)) result->addGeometry(part.release());
  } else {
    return std::nullopt;
  }
  if (result->numGeometries() == 0) {
    const QgsPointXY centre = polygon.boundingBox().center();
    return QgsGeometry::fromRect(QgsRectangle::fromCenterAndSize(centre, step, step));
  }
  return QgsGeometry(std::move(result));
}

}  // namespace vicinia::gis::engine
