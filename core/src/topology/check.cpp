#include "vicinia/core/topology/check.h"

#include <algorithm>
#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/perimeter.hpp>
#include <boost/geometry/algorithms/point_on_surface.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <map>
#include <string>
#include <tuple>

#include "topology/arcs/assemble.h"
#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/dissolve.h"

namespace vicinia::core::topology {
namespace {

namespace bg = boost::geometry;
using geom::MultiPolygon;
using geom::Point;
using Kind = Finding::Kind;
using Pair = std::pair<UnitIndex, UnitIndex>;
bool earlier(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) {
    return std::tuple(f.kind, f.units, f.place.x(), f.place.y(), f.size);
  };
  return key(a) < key(b);
}

Kind kind_by_width(Kind kind, double area_m2, double perimeter_m, const CheckOptions& options) {
  return perimeter_m > 0 && 2 * area_m2 / perimeter_m < options.sliver_width_m ? Kind::sliver : kind;
}

/// What healing found: ground of several units, and the gaps that it filled.
void add_healed(const Topology& topology, const CheckOptions& options, std::vector<Finding>& findings) {
  std::vector<std::vector<UnitIndex>> duplicates;
  for (const Finding& finding : findings)
    if (finding.kind == Kind::duplicate) duplicates.push_back(finding.units);
  for (const Healed& healed : topology.healed()) {
    if (std::ranges::find(duplicates, healed.units) != duplicates.end()) continue;
    const Kind kind = healed.kind == Healed::Kind::overlap ? Kind::overlap : Kind::gap;
    findings.push_back({.kind = kind_by_width(kind, healed.area_m2, healed.perimeter_m, options),
                        .place = healed.place,
                        .units = healed.units,
                        .size = healed.area_m2});
  }
}

/// Gaps that are still there.
void add_gaps(const Topology& topology, const CheckOptions& options, std::vector<Finding>& findings) {
  using Segment = std::tuple<double, double, double, double>;
  const auto segment = [](const Point& a, const Point& b) { return Segment(a.x(), a.y(), b.x(), b.y()); };
  std::map<Segment, UnitIndex> owner;  // by the first segment of each open line, with nobody on its right
  for (const Arc& arc : topology.arcs()) {
    if ((arc.left == outside) == (arc.right == outside)) continue;
    const auto points = topology.points_of(arc);
    if (arc.right == outside)
      owner[segment(points[0], points[1])] = arc.left;
    else
      owner[segment(points[points.size() - 1], points[points.size() - 2])] = arc.right;
  }
  for (const geom::Polygon& ground : detail::gaps_of(topology)) {
    Finding gap{.kind = Kind::gap, .place = ground.outer().front(), .units = {}, .size = bg::area(ground)};
    if (!(gap.size > 0)) continue;
    gap.kind = kind_by_width(Kind::gap, gap.size, static_cast<double>(bg::perimeter(ground)), options);
    bg::point_on_surface(ground, gap.place);
    const auto add_units = [&](const geom::Ring& ring) {
      for (std::size_t i = 1; i < ring.size(); ++i)
        if (const auto unit = owner.find(segment(ring[i - 1], ring[i])); unit != owner.end())
          gap.units.push_back(unit->second);
    };
    add_units(ground.outer());
    for (const geom::Ring& island : ground.inners()) add_units(island);
    std::sort(gap.units.begin(), gap.units.end());
    gap.units.erase(std::unique(gap.units.begin(), gap.units.end()), gap.units.end());
    findings.push_back(std::move(gap));
  }
}

/// A ring that comes back to one of its nodes touches itself there.
void add_self_touches(const Topology& topology, std::vector<Finding>& findings) {
  std::vector<std::uint32_t> nodes;
  for (std::size_t unit = 0; unit < topology.unit_count(); ++unit)
    for (std::size_t ring = 0; ring < topology.ring_count(unit) && !topology.is_healed(unit);
         ++ring) {  // a healed one may
      nodes.clear();
      for (const ArcRef ref : topology.ring(unit, ring)) {
        const Arc& arc = topology.arcs()[ref.arc];
        nodes.push_back(ref.reversed != 0 ? arc.to_node : arc.from_node);
      }
      std::sort(nodes.begin(), nodes.end());
      const auto twice = std::adjacent_find(nodes.begin(), nodes.end());
      if (twice != nodes.end())
        findings.push_back({.kind = Kind::invalid_ring,
                            .place = topology.nodes()[*twice],
                            .units = {static_cast<UnitIndex>(unit)},
                            .size = 0});
    }
}

void add_lonely(const Topology& topology, const std::vector<MultiPolygon>& areas,
                std::vector<Finding>& findings) {
  const std::vector<Border> rows = borders(topology);
  const auto add = [&](Kind kind, UnitIndex unit, std::vector<UnitIndex> units) {
    if (areas[unit].empty()) return;
    Point place = areas[unit].front().outer().front();
    bg::point_on_surface(areas[unit].front(), place);
    findings.push_back(
        {.kind = kind, .place = place, .units = std::move(units), .size = std::abs(bg::area(areas[unit]))});
  };
  for (const UnitIndex unit : isolates(rows, topology.unit_count())) add(Kind::island, unit, {unit});
  constexpr UnitIndex several = outside - 1;
  std::vector<UnitIndex> around(topology.unit_count(), several);
  std::vector<bool> seen(topology.unit_count());
  for (const Arc& arc : topology.arcs())
    for (const auto& [unit, other] : {Pair{arc.left, arc.right}, Pair{arc.right, arc.left}}) {
      if (unit == outside || unit == other) continue;
      around[unit] = !seen[unit] || around[unit] == other ? other : several;
      seen[unit] = true;
    }
  for (std::size_t unit = 0; unit < around.size(); ++unit)
    if (around[unit] < several)
      add(Kind::enclosed, static_cast<UnitIndex>(unit), {static_cast<UnitIndex>(unit), around[unit]});
}

}  // namespace

Result<std::vector<Finding>> check(const Topology& topology, const CheckOptions& options, const Task& task) {
  if (!(options.sliver_width_m >= 0))
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "sliver_width_m"},
                 .detail = std::to_string(options.sliver_width_m) + "; a width of 0 or more"});
  std::vector<Finding> findings(topology.findings().begin(), topology.findings().end());
  const std::vector<MultiPolygon> polygons = areas(topology);
  const auto stopped = [&] { return task.stop.stop_requested(); };
  task.at(0.3, "overlaps");
  add_healed(topology, options, findings);
  add_self_touches(topology, findings);
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  task.at(0.6, "gaps");
  add_gaps(topology, options, findings);
  add_lonely(topology, polygons, findings);
  std::sort(findings.begin(), findings.end(), earlier);
  task.at(1, "gaps");
  return findings;
}

}  // namespace vicinia::core::topology
