#include "drawing_levels.h"

#include <qgslinestring.h>
#include <qgsmultilinestring.h>
#include <qgsmultipolygon.h>
#include <qgspolygon.h>

#include <QVector>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <memory>
#include <tuple>
#include <unordered_set>

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

struct Segment {
  double x1, y1, x2, y2;
  friend bool operator==(const Segment&, const Segment&) = default;
};

struct SegmentHash {
  std::size_t operator()(const Segment& segment) const {
    std::uint64_t hash = 0;
    for (const double value : {segment.x1, segment.y1, segment.x2, segment.y2})
      hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x9E3779B97F4A7C15ull, hash ^= hash >> 29;
    return hash;
  }
};

using Segments = std::unordered_set<Segment, SegmentHash>;

/// Without a direction: the lesser end first.
Segment undirected(double x1, double y1, double x2, double y2) {
  return std::tie(x1, y1) < std::tie(x2, y2) ? Segment{x1, y1, x2, y2} : Segment{x2, y2, x1, y1};
}

void add_new_runs(const QgsCurve* ring, Segments& drawn, QgsMultiLineString& onto) {
  const auto* line = qgsgeometry_cast<const QgsLineString*>(ring);
  if (line == nullptr) return;
  const double* x = line->xData();
  const double* y = line->yData();
  QVector<double> run_x, run_y;
  const auto end_run = [&] {
    if (run_x.size() > 1) onto.addGeometry(new QgsLineString(run_x, run_y));
    run_x.clear();
    run_y.clear();
  };
  for (int i = 1; i < line->numPoints(); ++i) {
    if (!drawn.insert(undirected(x[i - 1], y[i - 1], x[i], y[i])).second) {
      end_run();
      continue;
    }
    if (run_x.isEmpty()) {
      run_x.append(x[i - 1]);
      run_y.append(y[i - 1]);
    }
    run_x.append(x[i]);
    run_y.append(y[i]);
  }
  end_run();
}

}  // namespace

double grid_step(double units_per_pixel) { return std::exp2(std::floor(std::log2(units_per_pixel))); }

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

std::vector<QgsGeometry> shared_once(const std::vector<QgsGeometry>& polygons) {
  Segments drawn;
  std::vector<QgsGeometry> result;
  result.reserve(polygons.size());
  for (const QgsGeometry& geometry : polygons) {
    auto lines = std::make_unique<QgsMultiLineString>();
    for (auto part = geometry.const_parts_begin(); part != geometry.const_parts_end(); ++part) {
      const auto* polygon = qgsgeometry_cast<const QgsPolygon*>(*part);
      if (polygon == nullptr) continue;
      add_new_runs(polygon->exteriorRing(), drawn, *lines);
      for (int i = 0; i < polygon->numInteriorRings(); ++i) add_new_runs(polygon->interiorRing(i), drawn, *lines);
    }
    result.push_back(lines->numGeometries() > 0 ? QgsGeometry(std::move(lines)) : QgsGeometry());
  }
  return result;
}

QgsPointXY best_label_point(const QgsGeometry& polygon) {
  const QgsRectangle box = polygon.boundingBox();
  const double precision = std::max(box.width(), box.height()) / 50;
  const QgsGeometry pole = precision > 0 ? polygon.poleOfInaccessibility(precision) : QgsGeometry();
  return pole.isNull() ? box.center() : pole.asPoint();
}

}  // namespace vicinia::gis::engine
