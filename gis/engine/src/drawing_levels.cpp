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
#include <limits>
#include <memory>
#include <vector>

namespace vicinia::gis::engine {
namespace {

constexpr int fewest_of_ring = 4, fewest_of_line = 2;

/// As std::round(), which is a call of libm on a processor that may lack the instruction. \pre |value| < largest_cell
double nearest(double value) {
  return static_cast<double>(static_cast<std::int64_t>(value + std::copysign(0.5, value)));
}
constexpr double largest_cell = 0x1p51;  ///< beyond, a double has no halves

struct Places {
  std::vector<double> x, y;
};

/// Null where less than `fewest` are left. `scratch` is kept from ring to ring: the result takes no more memory than it needs.
std::unique_ptr<QgsLineString> curve_on_grid(const QgsAbstractGeometry* curve, double step, int fewest,
                                             Places& scratch) {
  const auto* line = qgsgeometry_cast<const QgsLineString*>(curve);
  if (line == nullptr) return nullptr;
  const int count = line->numPoints();
  const double* x = line->xData();
  const double* y = line->yData();
  scratch.x.resize(static_cast<std::size_t>(count));
  scratch.y.resize(static_cast<std::size_t>(count));
  double* grid_x = scratch.x.data();
  double* grid_y = scratch.y.data();
  const double cells_per_unit = 1 / step;  // exact: a power of two
  double last_x = 0, last_y = 0;
  int kept = 0;
  for (int i = 0; i < count; ++i) {
    const double next_x = nearest(x[i] * cells_per_unit) * step,
                 next_y = nearest(y[i] * cells_per_unit) * step;
    if (i > 0 && next_x == last_x && next_y == last_y) continue;
    last_x = next_x;
    last_y = next_y;
    // There and straight back again: a spike that no pixel shows.
    if (kept > 1 && grid_x[kept - 2] == next_x && grid_y[kept - 2] == next_y) {
      --kept;
      continue;
    }
    grid_x[kept] = next_x;
    grid_y[kept] = next_y;
    ++kept;
  }
  if (kept < fewest) return nullptr;
  QVector<double> left_x(kept), left_y(kept);
  std::copy_n(grid_x, kept, left_x.begin());
  std::copy_n(grid_y, kept, left_y.begin());
  return std::make_unique<QgsLineString>(left_x, left_y);
}

std::unique_ptr<QgsPolygon> polygon_on_grid(const QgsPolygon& polygon, double step, Places& scratch) {
  auto shell = curve_on_grid(polygon.exteriorRing(), step, fewest_of_ring, scratch);
  if (!shell) return nullptr;
  auto result = std::make_unique<QgsPolygon>();
  result->setExteriorRing(shell.release());
  for (int i = 0; i < polygon.numInteriorRings(); ++i)
    if (auto hole = curve_on_grid(polygon.interiorRing(i), step, fewest_of_ring, scratch))
      result->addInteriorRing(hole.release());
  return result;
}

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

template <class Visit>
void for_each_ring(const QgsGeometry& geometry, Visit visit) {
  for (auto part = geometry.const_parts_begin(); part != geometry.const_parts_end(); ++part) {
    const auto* polygon = qgsgeometry_cast<const QgsPolygon*>(*part);
    if (polygon == nullptr) continue;
    if (const auto* shell = qgsgeometry_cast<const QgsLineString*>(polygon->exteriorRing())) visit(*shell);
    for (int i = 0; i < polygon->numInteriorRings(); ++i)
      if (const auto* hole = qgsgeometry_cast<const QgsLineString*>(polygon->interiorRing(i))) visit(*hole);
  }
}

}  // namespace

double grid_step(double units_per_pixel) { return std::exp2(std::floor(std::log2(units_per_pixel))); }

std::optional<QgsGeometry> on_grid(const QgsGeometry& shape, double step) {
  const QgsAbstractGeometry* geometry = shape.constGet();
  if (geometry == nullptr || geometry->nCoordinates() <= 16) return std::nullopt;
  const QgsRectangle box = geometry->boundingBox();
  for (const double side : {box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()})
    if (!(std::abs(side) < largest_cell * step)) return std::nullopt;
  Places scratch;
  if (const auto* lines = qgsgeometry_cast<const QgsMultiLineString*>(geometry)) {
    auto coarse = std::make_unique<QgsMultiLineString>();
    for (int i = 0; i < lines->numGeometries(); ++i)
      if (auto part = curve_on_grid(lines->geometryN(i), step, fewest_of_line, scratch))
        coarse->addGeometry(part.release());
    if (coarse->numGeometries() > 0) return QgsGeometry(std::move(coarse));
    const QgsPointXY at = box.center();
    return QgsGeometry::fromPolylineXY({at, {at.x() + step, at.y()}});
  }
  auto result = std::make_unique<QgsMultiPolygon>();
  if (const auto* single = qgsgeometry_cast<const QgsPolygon*>(geometry)) {
    if (auto part = polygon_on_grid(*single, step, scratch)) result->addGeometry(part.release());
  } else if (const auto* multi = qgsgeometry_cast<const QgsMultiPolygon*>(geometry)) {
    for (int i = 0; i < multi->numGeometries(); ++i)
      if (const auto* member = qgsgeometry_cast<const QgsPolygon*>(multi->geometryN(i)))
        if (auto part = polygon_on_grid(*member, step, scratch)) result->addGeometry(part.release());
  } else {
    return std::nullopt;
  }
  if (result->numGeometries() == 0) {
    return QgsGeometry::fromRect(QgsRectangle::fromCenterAndSize(box.center(), step, step));
  }
  return QgsGeometry(std::move(result));
}

std::size_t SharedOutlines::SegmentHash::operator()(const Segment& segment) const {
  std::uint64_t hash = 0;
  for (const double value : {segment.x1, segment.y1, segment.x2, segment.y2})
    hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x9E3779B97F4A7C15ull, hash ^= hash >> 29;
  return hash;
}

SharedOutlines::Segment SharedOutlines::undirected(double x1, double y1, double x2, double y2) {
  return x1 < x2 || (x1 == x2 && y1 < y2) ? Segment{x1, y1, x2, y2} : Segment{x2, y2, x1, y1};
}

std::size_t SharedOutlines::bytes() const { return owners_.capacity() * (sizeof(*owners_.begin()) + 1); }

void SharedOutlines::add(std::uint32_t number, const QgsGeometry& polygon) {
  for_each_ring(polygon, [&](const QgsLineString& ring) {
    const double* x = ring.xData();
    const double* y = ring.yData();
    for (int i = 1; i < ring.numPoints(); ++i) {
      const auto [at, is_new] = owners_.try_emplace(undirected(x[i - 1], y[i - 1], x[i], y[i]), number);
      if (!is_new && at->second != nobody) at->second = std::min(at->second, number);
    }
  });
}

QgsGeometry SharedOutlines::lines_of(std::uint32_t number, const QgsGeometry& polygon) {
  auto lines = std::make_unique<QgsMultiLineString>();
  for_each_ring(polygon, [&](const QgsLineString& ring) {
    const double* x = ring.xData();
    const double* y = ring.yData();
    int begin = 0;  // of the run that is being drawn
    const auto end_run = [&](int end) {
      if (end > begin)
        lines->addGeometry(new QgsLineString(QVector<double>(x + begin, x + end + 1),
                                             QVector<double>(y + begin, y + end + 1)));
    };
    for (int i = 1; i < ring.numPoints(); ++i) {
      const auto at = owners_.find(undirected(x[i - 1], y[i - 1], x[i], y[i]));
      if (at != owners_.end() && at->second == number) {
        at->second = nobody;
        continue;
      }
      end_run(i - 1);
      begin = i;
    }
    end_run(ring.numPoints() - 1);
  });
  return lines->numGeometries() > 0 ? QgsGeometry(std::move(lines)) : QgsGeometry();
}

QgsPointXY best_label_point(const QgsGeometry& polygon) {
  const QgsRectangle box = polygon.boundingBox();
  const double precision = std::max(box.width(), box.height()) / 50;
  if (!(precision > 0)) return box.center();
  // QGIS lays a grid with cells as small as the thin side: of a strip of 40 km by 1 mm, forty million.
  if (std::min(box.width(), box.height()) < precision) {
    const QgsGeometry inside = polygon.pointOnSurface();
    return inside.isNull() ? box.center() : inside.asPoint();
  }
  // QGIS measures to every vertex for each place that it tries; an outline within an eighth of the precision is as good.
  constexpr int many_vertices = 1000;
  std::optional<QgsGeometry> coarse;
  if (polygon.constGet()->nCoordinates() > many_vertices) coarse = on_grid(polygon, grid_step(precision / 4));
  const QgsGeometry pole = (coarse ? *coarse : polygon).poleOfInaccessibility(precision);
  return pole.isNull() ? box.center() : pole.asPoint();
}

QgsPointXY middle_of_longest(const QgsGeometry& line) {
  const QgsLineString* longest = nullptr;
  for (auto part = line.const_parts_begin(); part != line.const_parts_end(); ++part)
    if (const auto* one = qgsgeometry_cast<const QgsLineString*>(*part);
        one != nullptr && (longest == nullptr || one->length() > longest->length()))
      longest = one;
  if (longest == nullptr) return line.boundingBox().center();
  const std::unique_ptr<QgsPoint> middle(longest->interpolatePoint(longest->length() / 2));
  return middle ? QgsPointXY(*middle) : line.boundingBox().center();
}

}  // namespace vicinia::gis::engine
