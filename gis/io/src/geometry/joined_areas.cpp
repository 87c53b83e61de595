#include "geometry/joined_areas.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/algorithms/intersects.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <iterator>
#include <utility>

#include "base/gdal_setup.h"
#include "geometry/polygon_conversion.h"
#include "vicinia/core/geom/measures.h"

namespace vicinia::gis::io {

namespace geom = core::geom;

core::Result<geom::MultiPolygon> joined_areas(std::vector<geom::MultiPolygon> parts) {
  std::erase_if(parts, [](const geom::MultiPolygon& part) { return part.empty(); });
  std::vector<geom::Box> boxes;
  for (const geom::MultiPolygon& part : parts) boxes.push_back(*geom::bounds(part));
  bool may_meet = false;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      may_meet = may_meet || boost::geometry::intersects(boxes[i], boxes[j]);
  geom::MultiPolygon all;
  for (geom::MultiPolygon& part : parts) std::ranges::move(part, std::back_inserter(all));
  if (!may_meet) return all;

  const GdalMessages messages;
  const GeometryPtr together = to_ogr(all);
  const GeometryPtr merged(together->UnionCascaded());
  if (!merged) return core::fail({.code = core::ErrorCode::invalid_ring, .detail = messages.told()});
  geom::MultiPolygon area = to_core(*merged).polygons;
  boost::geometry::correct(area);
  return area;
}

}  // namespace vicinia::gis::io
