/// \file polygon_conversion.h
/// Polygons between OGR and core: the one place that knows both.
/// Missing: Z and M are dropped, curves become line strings.
#pragma once

#include <memory>
#include <string>

#include "vicinia/core/geom/types.h"

class OGRGeometry;

namespace vicinia::gis::io {

struct GeometryDestroyer {
  void operator()(OGRGeometry* geometry) const;
};
using GeometryPtr = std::unique_ptr<OGRGeometry, GeometryDestroyer>;

struct PolygonsFound {
  core::geom::MultiPolygon polygons{};
  bool has_others = false;  ///< points or lines stood beside them
};

/// Polygons of a Polygon, MultiPolygon, curved polygon, surface or collection, as they are: rings neither
/// closed nor turned.
[[nodiscard]] PolygonsFound to_core(const OGRGeometry& geometry);

[[nodiscard]] GeometryPtr to_ogr(const core::geom::MultiPolygon& polygons);
[[nodiscard]] GeometryPtr to_ogr(const core::geom::Polygon& polygon);

/// E.g. "LINESTRING".
[[nodiscard]] std::string type_name(const OGRGeometry& geometry);

/// Calls `visit` with each point of each ring.
template <class Polygons, class Visit>
void for_each_point(Polygons& polygons, Visit visit) {
  for (auto& polygon : polygons) {
    for (auto& point : polygon.outer()) visit(point);
    for (auto& hole : polygon.inners())
      for (auto& point : hole) visit(point);
  }
}

}  // namespace vicinia::gis::io
