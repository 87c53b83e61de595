/// \file geom/types.h
/// The project's planar geometry: Boost.Geometry models, coordinates in metres of one projection.
/// Rings are closed; outer rings run clockwise, holes counter-clockwise (Boost's default).
#pragma once

#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

namespace vicinia::core::geom {

using Point = boost::geometry::model::d2::point_xy<double>;
using Ring = boost::geometry::model::ring<Point>;
using Polygon = boost::geometry::model::polygon<Point>;
using MultiPolygon = boost::geometry::model::multi_polygon<Polygon>;
using Box = boost::geometry::model::box<Point>;

}  // namespace vicinia::core::geom
