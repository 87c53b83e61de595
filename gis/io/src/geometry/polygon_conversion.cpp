#include "geometry/polygon_conversion.h"

#include <ogr_geometry.h>

#include <utility>

namespace vicinia::gis::io {
namespace {

namespace geom = core::geom;

geom::Ring ring_to_core(const OGRLinearRing* ring) {
  geom::Ring points;
  if (ring == nullptr) return points;
  points.reserve(static_cast<std::size_t>(ring->getNumPoints()));
  for (int i = 0; i < ring->getNumPoints(); ++i) points.emplace_back(ring->getX(i), ring->getY(i));
  return points;
}

void collect(const OGRGeometry& geometry, PolygonsFound& found) {
  switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon:
    case wkbTriangle: {
      const OGRPolygon* polygon = geometry.toPolygon();
      if (polygon->IsEmpty()) return;
      geom::Polygon converted;
      converted.outer() = ring_to_core(polygon->getExteriorRing());
      for (int i = 0; i < polygon->getNumInteriorRings(); ++i)
        converted.inners().push_back(ring_to_core(polygon->getInteriorRing(i)));
      found.polygons.push_back(std::move(converted));
      return;
    }
    case wkbMultiPolygon:
    case wkbGeometryCollection: {
      const OGRGeometryCollection* collection = geometry.toGeometryCollection();
      for (int i = 0; i < collection->getNumGeometries(); ++i) collect(*collection->getGeometryRef(i), found);
      return;
    }
    case wkbPolyhedralSurface:
    case wkbTIN: {
      const OGRPolyhedralSurface* surface = geometry.toPolyhedralSurface();
      for (int i = 0; i < surface->getNumGeometries(); ++i) collect(*surface->getGeometryRef(i), found);
      return;
    }
    default:
      if (!geometry.IsEmpty()) found.has_others = true;
  }
}

std::unique_ptr<OGRPolygon> polygon_to_ogr(const geom::Polygon& polygon) {
  const auto ring_to_ogr = [](const geom::Ring& points) {
    auto ring = std::make_unique<OGRLinearRing>();
    ring->setNumPoints(static_cast<int>(points.size()), FALSE);
    int at = 0;
    for (const geom::Point& point : points) ring->setPoint(at++, point.x(), point.y());
    return ring;
  };
  auto converted = std::make_unique<OGRPolygon>();
  converted->addRingDirectly(ring_to_ogr(polygon.outer()).release());
  for (const geom::Ring& hole : polygon.inners()) converted->addRingDirectly(ring_to_ogr(hole).release());
  return converted;
}

}  // namespace

void GeometryDestroyer::operator()(OGRGeometry* geometry) const {
  OGRGeometryFactory::destroyGeometry(geometry);
}

PolygonsFound to_core(const OGRGeometry& geometry) {
  PolygonsFound found;
  if (geometry.hasCurveGeometry()) {
    const GeometryPtr linear(geometry.getLinearGeometry());
    if (linear) collect(*linear, found);
  } else {
    collect(geometry, found);
  }
  return found;
}

GeometryPtr to_ogr(const geom::MultiPolygon& polygons) {
  auto converted = std::make_unique<OGRMultiPolygon>();
  for (const geom::Polygon& polygon : polygons)
    converted->addGeometryDirectly(polygon_to_ogr(polygon).release());
  return GeometryPtr(converted.release());
}

GeometryPtr to_ogr(const geom::Polygon& polygon) { return GeometryPtr(polygon_to_ogr(polygon).release()); }

std::string type_name(const OGRGeometry& geometry) { return OGRToOGCGeomType(geometry.getGeometryType()); }

}  // namespace vicinia::gis::io
