/// \file shapes.h
/// Small maps with known answers. Coordinates start at 1000, so that they cannot be taken for degrees.
#pragma once

#include <gtest/gtest.h>

#include <boost/geometry.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::test {

namespace bg = boost::geometry;
using Areas = std::vector<geom::MultiPolygon>;

inline geom::MultiPolygon from_wkt(const std::string& wkt) {
  geom::MultiPolygon result;
  bg::read_wkt(wkt, result);
  return result;
}

inline geom::MultiPolygon rectangle(double x0, double y0, double x1, double y1) {
  geom::Polygon polygon;
  polygon.outer() = {{x0, y0}, {x0, y1}, {x1, y1}, {x1, y0}, {x0, y0}};
  return {polygon};
}

/// Squares of 1000 m, row by row.
inline Areas grid(std::size_t columns, std::size_t rows, double side = 1000) {
  Areas areas;
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column) {
      const double x = 1000 + side * static_cast<double>(column), y = 1000 + side * static_cast<double>(row);
      areas.push_back(rectangle(x, y, x + side, y + side));
    }
  return areas;
}

inline geom::MultiPolygon together(std::initializer_list<geom::MultiPolygon> parts) {
  geom::MultiPolygon all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

inline Topology built(const Areas& areas, double snap_m = 0) {
  auto topology = build_topology(areas, {.tolerance_m = snap_m});
  if (!topology) {
    ADD_FAILURE() << name_of(topology.error().code) << " " << topology.error().detail;
    return {};
  }
  return std::move(*topology);
}

using Pair = std::pair<UnitIndex, UnitIndex>;
inline std::vector<Pair> pairs(const std::vector<Border>& rows, bool corners) {
  std::vector<Pair> found;
  for (const Border& row : rows)
    if ((row.kind == BorderKind::corner) == corners) found.emplace_back(row.a, row.b);
  return found;
}

inline std::string as_text(const std::vector<Border>& rows) {
  std::string text;
  for (const Border& row : rows) {
    text += std::to_string(row.a) + "-" + std::to_string(row.b) + " " + std::string(name_of(row.kind));
    text += " " + std::to_string(row.length_m) + " (" + std::to_string(row.distance_m) + ")\n";
  }
  return text;
}

inline std::vector<Finding::Kind> kinds(std::span<const Finding> findings) {
  std::vector<Finding::Kind> found;
  for (const Finding& finding : findings) found.push_back(finding.kind);
  return found;
}

}  // namespace vicinia::core::topology::test
