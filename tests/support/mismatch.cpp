#include "support/mismatch.h"

#include <algorithm>
#include <boost/geometry.hpp>
#include <cmath>

#include "support/synthetic_country.h"

namespace vicinia::test {
namespace {

using core::geom::Point;
using core::geom::Ring;
using core::topology::Arc;
using core::topology::ArcRef;
using core::topology::Topology;
using core::topology::UnitIndex;

Point moved(const Point& p, double angle, double distance) {
  return {p.x() + distance * std::cos(angle), p.y() + distance * std::sin(angle)};
}

std::vector<Point> thinned(std::span<const Point> line, double tolerance_m) {
  const boost::geometry::model::linestring<Point> full(line.begin(), line.end());
  boost::geometry::model::linestring<Point> fewer;
  boost::geometry::simplify(full, fewer, tolerance_m);
  return {fewer.begin(), fewer.end()};
}

/// The line as the changed side has it. `outward`: to the left of it is the other unit.
std::vector<Point> changed(std::span<const Point> line, Mismatch kind, double tolerance_m, bool unit_on_left,
                           std::uint64_t seed) {
  if (kind == Mismatch::thinned) return thinned(line, tolerance_m);
  std::vector<Point> result(line.begin(), line.end());
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    if (kind == Mismatch::jittered || kind == Mismatch::nodes) {
      result[i] = moved(line[i], M_PI * noise(seed, i, 1), tolerance_m * std::abs(noise(seed, i, 2)));
      continue;
    }
    const double along = std::atan2(line[i + 1].y() - line[i - 1].y(), line[i + 1].x() - line[i - 1].x());
    const bool to_left = unit_on_left == (kind == Mismatch::gap);
    result[i] = moved(line[i], along + (to_left ? M_PI / 2 : -M_PI / 2), 0.99 * tolerance_m);
  }
  return result;
}

}  // namespace

std::string name_of(Mismatch kind) {
  switch (kind) {
    case Mismatch::thinned: return "thinned";
    case Mismatch::jittered: return "jittered";
    case Mismatch::gap: return "gap";
    case Mismatch::overlap: return "overlap";
    case Mismatch::nodes: return "nodes";
  }
  return "";
}

std::vector<core::geom::MultiPolygon> spoil(const Topology& clean, Mismatch kind, double tolerance_m,
                                            std::uint64_t seed) {
  const auto arcs = clean.arcs();
  std::vector<UnitIndex> node_unit(clean.nodes().size(), core::topology::outside);  // whose vertex moves
  for (std::size_t i = 0; i < arcs.size(); ++i)
    for (const std::uint32_t node : {arcs[i].from_node, arcs[i].to_node})
      for (const UnitIndex unit : {arcs[i].left, arcs[i].right})
        if (unit != core::topology::outside &&
            (node_unit[node] == core::topology::outside || noise(seed, node, unit) > 0.3))
          node_unit[node] = unit;
  const auto node_of = [&](std::uint32_t node, UnitIndex unit) {
    const Point& place = clean.nodes()[node];
    if (kind != Mismatch::nodes || node_unit[node] != unit) return place;
    return moved(place, M_PI * noise(seed, node, 11), tolerance_m * std::abs(noise(seed, node, 12)));
  };
  std::vector<core::geom::MultiPolygon> result(clean.unit_count());
  for (std::size_t unit = 0; unit < clean.unit_count(); ++unit)
    for (std::size_t r = 0; r < clean.ring_count(unit); ++r) {
      Ring ring;
      for (const ArcRef ref : clean.ring(unit, r)) {
        const Arc& arc = arcs[ref.arc];
        const auto line = clean.points_of(arc);
        const bool shared = arc.left != core::topology::outside && arc.right != core::topology::outside;
        const bool on_left = ref.reversed != 0;
        std::vector<Point> points(line.begin(), line.end());
        if (shared && (noise(seed, ref.arc, 21) > 0) == on_left)
          points = changed(line, kind, tolerance_m, on_left, seed * 1000003 + ref.arc);
        if (arc.from_node != arc.to_node) {
          points.front() = node_of(arc.from_node, static_cast<UnitIndex>(unit));
          points.back() = node_of(arc.to_node, static_cast<UnitIndex>(unit));
        }
        if (on_left) std::reverse(points.begin(), points.end());
        ring.insert(ring.end(), points.begin(), points.end() - 1);
      }
      if (ring.empty()) continue;
      ring.push_back(ring.front());
      // Clockwise: an outer ring. A hole goes to the last outer ring; which one does not matter to a topology.
      if (boost::geometry::area(ring) > 0 || result[unit].empty())
        result[unit].push_back(core::geom::Polygon{ring});
      else
        result[unit].back().inners().push_back(ring);
    }
  return result;
}

}  // namespace vicinia::test
