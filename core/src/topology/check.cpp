#include "vicinia/core/topology/check.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/perimeter.hpp>
#include <boost/geometry/algorithms/point_on_surface.hpp>
#include <boost/geometry/algorithms/within.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <map>
#include <string>
#include <tuple>

#include "assemble.h"
#include "close_segments.h"
#include "crossing.h"
#include "vicinia/core/geom/overlay.h"
#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/dissolve.h"

namespace vicinia::core::topology {
namespace {

namespace bg = boost::geometry;
using geom::MultiPolygon;
using geom::Point;
using Kind = Finding::Kind;
using Pair = std::pair<UnitIndex, UnitIndex>;
using Places = std::map<Pair, Point>;  ///< of two units that may overlap, or of one with itself: somewhere that they do

bool earlier(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) { return std::tuple(f.kind, f.units, f.place.x(), f.place.y(), f.size); };
  return key(a) < key(b);
}

/// Of several places the smallest, so that the answer does not depend on who found one first.
void note(Places& places, UnitIndex a, UnitIndex b, const Point& place) {
  const auto [entry, is_new] = places.try_emplace({std::min(a, b), std::max(a, b)}, place);
  const auto key = [](const Point& p) { return std::pair(p.x(), p.y()); };
  if (!is_new && key(place) < key(entry->second)) entry->second = place;
}

/// Where border lines cross.
Places find_crossings(const Topology& topology) {
  std::vector<detail::Line> lines;
  for (const Arc& arc : topology.arcs()) lines.push_back(topology.points_of(arc));
  const std::vector<detail::Line> drawn = lines;
  tbb::enumerable_thread_specific<Places> found;
  detail::CloseSegments(std::move(lines)).for_each_pair(
      0, [](std::uint32_t, std::uint32_t) { return true; },
      [&](std::uint32_t line, std::uint32_t i, std::uint32_t other, std::uint32_t j) {
        const auto place = detail::crossing(drawn[line][i], drawn[line][i + 1], drawn[other][j], drawn[other][j + 1]);
        if (!place) return;
        const Arc &a = topology.arcs()[line], &b = topology.arcs()[other];
        for (const UnitIndex unit : {a.left, a.right})
          for (const UnitIndex against : {b.left, b.right})
            if (unit != outside && against != outside) note(found.local(), unit, against, *place);
      });
  Places all;
  for (const Places& some : found)
    for (const auto& [pair, place] : some) note(all, pair.first, pair.second, place);
  return all;
}

/// Units that hold a border line of another as a whole, so that their borders need not cross.
void add_contained(const Topology& topology, const std::vector<MultiPolygon>& areas, Places& places) {
  using Entry = std::pair<geom::Box, UnitIndex>;
  std::vector<Entry> entries;
  for (std::size_t unit = 0; unit < areas.size(); ++unit)
    if (!areas[unit].empty()) entries.emplace_back(bg::return_envelope<geom::Box>(areas[unit]), static_cast<UnitIndex>(unit));
  const bg::index::rtree<Entry, bg::index::quadratic<16>> tree(entries);
  tbb::enumerable_thread_specific<Places> found;
  tbb::parallel_for(std::size_t{0}, topology.arcs().size(), [&](std::size_t number) {
    const Arc& arc = topology.arcs()[number];
    if ((arc.left == outside) == (arc.right == outside)) return;
    const UnitIndex unit = arc.left == outside ? arc.right : arc.left;
    const auto points = topology.points_of(arc);
    Point place = points[points.size() / 2];
    if (points.size() == 2) place = {(points[0].x() + points[1].x()) / 2, (points[0].y() + points[1].y()) / 2};
    for (auto entry = tree.qbegin(bg::index::intersects(place)); entry != tree.qend(); ++entry)
      if (entry->second != unit && bg::within(place, areas[entry->second])) note(found.local(), unit, entry->second, place);
  });
  for (const Places& some : found)
    for (const auto& [pair, place] : some) note(places, pair.first, pair.second, place);
}

/// A ring that comes back to one of its nodes touches itself there.
void add_self_touches(const Topology& topology, Places& places) {
  std::vector<std::uint32_t> nodes;
  for (std::size_t unit = 0; unit < topology.unit_count(); ++unit)
    for (std::size_t ring = 0; ring < topology.ring_count(unit); ++ring) {
      nodes.clear();
      for (const ArcRef ref : topology.ring(unit, ring)) {
        const Arc& arc = topology.arcs()[ref.arc];
        nodes.push_back(ref.reversed != 0 ? arc.to_node : arc.from_node);
      }
      std::sort(nodes.begin(), nodes.end());
      const auto twice = std::adjacent_find(nodes.begin(), nodes.end());
      if (twice != nodes.end())
        note(places, static_cast<UnitIndex>(unit), static_cast<UnitIndex>(unit), topology.nodes()[*twice]);
    }
}

Kind kind_by_width(Kind kind, double area_m2, double perimeter_m, const CheckOptions& options) {
  return perimeter_m > 0 && 2 * area_m2 / perimeter_m < options.sliver_width_m ? Kind::sliver : kind;
}

/// The ground that two units share; of units with invalid rings it may be impossible to tell, and then the size is 0.
std::vector<Finding> overlaps_of(const Pair& pair, const Point& place, const std::vector<MultiPolygon>& areas,
                                 const CheckOptions& options) {
  constexpr double nothing_m2 = 1e-6;
  std::vector<Finding> found;
  const std::vector<UnitIndex> units{pair.first, pair.second};
  const auto both = geom::intersection(areas[pair.first], areas[pair.second]);
  if (!both) return {{.kind = Kind::overlap, .place = place, .units = units, .size = 0}};
  for (const geom::Polygon& part : *both) {
    const double area = bg::area(part);
    if (area <= nothing_m2) continue;
    Point inside = part.outer().front();
    bg::point_on_surface(part, inside);
    found.push_back({.kind = kind_by_width(Kind::overlap, area, static_cast<double>(bg::perimeter(part)), options), .place = inside, .units = units, .size = area});
  }
  return found;
}

void add_overlaps(Places pairs, const std::vector<MultiPolygon>& areas, const CheckOptions& options, std::vector<Finding>& findings) {
  std::vector<Finding> known;  // by lines that both have on the same side; now with their size
  std::erase_if(findings, [&](const Finding& finding) {
    if (finding.kind != Kind::overlap && finding.kind != Kind::duplicate) return false;
    if (finding.kind == Kind::overlap) note(pairs, finding.units[0], finding.units[1], finding.place);
    if (finding.kind == Kind::duplicate) {
      pairs.erase({finding.units[0], finding.units[1]});
      known.push_back(finding);
      known.back().size = std::abs(bg::area(areas[finding.units[0]]));
    }
    return true;
  });
  std::vector<std::pair<Pair, Point>> list(pairs.begin(), pairs.end());
  std::vector<std::vector<Finding>> found(list.size());
  tbb::parallel_for(std::size_t{0}, list.size(), [&](std::size_t i) {
    const auto& [pair, place] = list[i];
    if (pair.first == pair.second)
      found[i] = {{.kind = Kind::invalid_ring, .place = place, .units = {pair.first}, .size = 0}};
    else
      found[i] = overlaps_of(pair, place, areas, options);
  });
  for (auto& some : found) findings.insert(findings.end(), some.begin(), some.end());
  findings.insert(findings.end(), known.begin(), known.end());
}

/// Ground without a unit, with units all around: what the open lines bound, seen from the other side.
void add_gaps(const Topology& topology, const CheckOptions& options, std::vector<Finding>& findings) {
  using Segment = std::tuple<double, double, double, double>;
  const auto segment = [](const Point& a, const Point& b) { return Segment(a.x(), a.y(), b.x(), b.y()); };
  std::map<Segment, UnitIndex> owner;  // by the first segment of each open line, with nobody on its right
  std::vector<ArcRef> open;
  for (std::size_t i = 0; i < topology.arcs().size(); ++i) {
    const Arc& arc = topology.arcs()[i];
    const auto points = topology.points_of(arc);
    if ((arc.left == outside) == (arc.right == outside)) continue;
    open.push_back(arc_ref(i, arc.left == outside));
    if (arc.right == outside)
      owner[segment(points[0], points[1])] = arc.left;
    else
      owner[segment(points[points.size() - 1], points[points.size() - 2])] = arc.right;
  }
  for (const geom::Polygon& ground : detail::assemble(topology, open)) {
    Finding gap{.kind = Kind::gap, .place = ground.outer().front(), .units = {}, .size = bg::area(ground)};
    if (!(gap.size > 0)) continue;
    gap.kind = kind_by_width(Kind::gap, gap.size, static_cast<double>(bg::perimeter(ground)), options);
    bg::point_on_surface(ground, gap.place);
    const auto add_units = [&](const geom::Ring& ring) {
      for (std::size_t i = 1; i < ring.size(); ++i)
        if (const auto unit = owner.find(segment(ring[i - 1], ring[i])); unit != owner.end()) gap.units.push_back(unit->second);
    };
    add_units(ground.outer());
    for (const geom::Ring& island : ground.inners()) add_units(island);
    std::sort(gap.units.begin(), gap.units.end());
    gap.units.erase(std::unique(gap.units.begin(), gap.units.end()), gap.units.end());
    findings.push_back(std::move(gap));
  }
}

void add_lonely(const Topology& topology, const std::vector<MultiPolygon>& areas, std::vector<Finding>& findings) {
  const std::vector<Border> rows = borders(topology);
  const auto add = [&](Kind kind, UnitIndex unit, std::vector<UnitIndex> units) {
    if (areas[unit].empty()) return;
    Point place = areas[unit].front().outer().front();
    bg::point_on_surface(areas[unit].front(), place);
    findings.push_back({.kind = kind, .place = place, .units = std::move(units), .size = std::abs(bg::area(areas[unit]))});
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
    if (around[unit] < several) add(Kind::enclosed, static_cast<UnitIndex>(unit), {static_cast<UnitIndex>(unit), around[unit]});
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
  task.at(0, "crossings");
  Places places = find_crossings(topology);
  add_self_touches(topology, places);
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  task.at(0.3, "overlaps");
  add_contained(topology, polygons, places);
  add_overlaps(std::move(places), polygons, options, findings);
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  task.at(0.8, "gaps");
  add_gaps(topology, options, findings);
  add_lonely(topology, polygons, findings);
  std::sort(findings.begin(), findings.end(), earlier);
  task.at(1, "gaps");
  return findings;
}

}  // namespace vicinia::core::topology
