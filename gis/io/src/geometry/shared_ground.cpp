#include "vicinia/gis/io/shared_ground.h"

#include <ogr_geometry.h>

#include "base/gdal_setup.h"
#include "geometry/polygon_conversion.h"

namespace vicinia::gis::io {

std::optional<double> shared_ground_m2(const core::geom::MultiPolygon& a, const core::geom::MultiPolygon& b) {
  const GdalMessages quiet;
  const auto valid = [](GeometryPtr area) {
    return area->IsValid() != FALSE ? std::move(area) : GeometryPtr(area->MakeValid());
  };
  const GeometryPtr one = valid(to_ogr(a)), other = valid(to_ogr(b));
  if (!one || !other) return std::nullopt;
  const GeometryPtr both(one->Intersection(other.get()));
  if (!both) return std::nullopt;
  switch (wkbFlatten(both->getGeometryType())) {
    case wkbPolygon: return both->toPolygon()->get_Area();
    case wkbMultiPolygon:
    case wkbGeometryCollection: return both->toGeometryCollection()->get_Area();
    default: return 0;  // they meet along lines or at points
  }
}

}  // namespace vicinia::gis::io
