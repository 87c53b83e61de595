#include "snap.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <tuple>

#include "close_segments.h"
#include "snap_graph.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

bool is_open(const Arc& arc) { return (arc.left == outside) != (arc.right == outside); }
UnitIndex owner(const Arc& arc) { return arc.left == outside ? arc.right : arc.left; }

/// Units of whose open borders a vertex lies within the tolerance of another's, without being one of its vertices.
std::vector<UnitIndex> units_to_fit(const Topology& topology, double tolerance_m) {
  std::vector<Line> lines;
  std::vector<UnitIndex> owners;
  for (const Arc& arc : topology.arcs())
    if (is_open(arc)) {
      lines.push_back(topology.points_of(arc));
      owners.push_back(owner(arc));
    }
  const std::vector<Line> kept = lines;
  std::vector<std::atomic<bool>> fit(topology.unit_count());
  const auto near = [&](const Point& p, const Point& a, const Point& b) {
    return !same_place(p, a) && !same_place(p, b) && reach(p, a, b).distance_m <= tolerance_m;
  };
  CloseSegments(std::move(lines)).for_each_pair(
      tolerance_m,
      [&](std::uint32_t line, std::uint32_t other) {
        return owners[line] != owners[other] &&
               !(fit[owners[line]].load(std::memory_order_relaxed) && fit[owners[other]].load(std::memory_order_relaxed));
      },
      [&](std::uint32_t line, std::uint32_t i, std::uint32_t other, std::uint32_t j) {
        const Point &a = kept[line][i], &b = kept[line][i + 1], &c = kept[other][j], &d = kept[other][j + 1];
        if (!near(a, c, d) && !near(b, c, d) && !near(c, a, b) && !near(d, a, b)) return;
        fit[owners[line]].store(true, std::memory_order_relaxed);
        fit[owners[other]].store(true, std::memory_order_relaxed);
      });
  std::vector<UnitIndex> units;
  for (std::size_t unit = 0; unit < fit.size(); ++unit)
    if (fit[unit].load()) units.push_back(static_cast<UnitIndex>(unit));
  return units;
}

/// What double precision leaves of a distance between coordinates of this size.
double rounding(const std::vector<Point>& points) {
  double largest = 1;
  for (const Point& p : points) largest = std::max({largest, std::abs(p.x()), std::abs(p.y())});
  return largest * 1.6e-15;
}

class Snapper {
 public:
  Snapper(const FlatRings& rings, double tolerance_m, double exact_m)
      : in_(rings), points_(rings.points), exact_m_(exact_m), tolerance_m_(tolerance_m), graph_(points_, exact_m),
        moved_(rings.points.size(), no_point), is_open_(rings.ids.size()), way_of_(rings.ids.size(), 0) {}

  void open(std::size_t slot) { is_open_[slot] = true; }
  void fit(const std::vector<std::size_t>& rings_of_unit);
  SnapOutcome finish();

 private:
  struct Way {
    std::size_t first = 0, end = 0;  ///< in steps_
    double snap_m = 0;
  };
  struct TakenStep {
    SnapGraph::Step step;
    bool standing;  ///< followed, rather than newly drawn
  };
  template <class Visit>
  void for_each_open(const std::vector<std::size_t>& rings_of_unit, Visit visit) const;
  void settle(PointId vertex, UnitIndex unit);
  void draw(std::size_t slot, UnitIndex unit);
  void go(PointId from, PointId to, bool straight_if_need_be, PointId a, PointId b, double& furthest);
  void note(UnitIndex unit, const Point& from, const Point& to);
  void rebuild(std::size_t ring, FlatRings& out, std::vector<Finding>& findings);

  const FlatRings& in_;
  std::vector<Point> points_;
  double exact_m_, tolerance_m_;
  SnapGraph graph_;
  std::vector<PointId> moved_;  ///< [point of the input] where it went; no_point: not settled
  std::vector<bool> is_open_;   ///< [slot]
  std::vector<std::uint32_t> way_of_;  ///< [slot] number of its way + 1
  std::vector<Way> ways_;
  std::vector<TakenStep> steps_;
  std::vector<std::uint32_t> drawn_;
  std::vector<Snap> snaps_;
  std::vector<std::pair<PointId, double>> point_snaps_;
};

template <class Visit>
void Snapper::for_each_open(const std::vector<std::size_t>& rings_of_unit, Visit visit) const {
  for (const std::size_t ring : rings_of_unit)
    for (std::size_t slot = in_.first_slot(ring), end = slot + in_.length(ring); slot < end; ++slot)
      if (is_open_[slot]) visit(slot);
}

void Snapper::note(UnitIndex unit, const Point& from, const Point& to) {
  const double away = std::hypot(from.x() - to.x(), from.y() - to.y());
  if (away > exact_m_) snaps_.push_back({unit, from, to, away});
}

void Snapper::settle(PointId vertex, UnitIndex unit) {
  if (moved_[vertex] != no_point) return;
  moved_[vertex] = graph_.settle(vertex, tolerance_m_).value_or(vertex);
  const Point from = points_[vertex], to = points_[moved_[vertex]];
  note(unit, from, to);
  const double away = std::hypot(from.x() - to.x(), from.y() - to.y());
  if (away > exact_m_) point_snaps_.emplace_back(moved_[vertex], away);
}

/// Over standing pieces within the tolerance of the segment a-b (or of where its ends went), or straight.
void Snapper::go(PointId from, PointId to, bool straight_if_need_be, PointId a, PointId b, double& furthest) {
  const auto away = [&](PointId p) {
    return std::min(reach(points_[p], points_[a], points_[b]).distance_m,
                    reach(points_[p], points_[moved_[a]], points_[moved_[b]]).distance_m);
  };
  if (const auto way = graph_.way(from, to, [&](PointId p) { return away(p) <= tolerance_m_; })) {
    for (const SnapGraph::Step step : *way) {
      furthest = std::max(furthest, away(graph_.end_of(step)));
      steps_.push_back({step, true});
    }
  } else if (straight_if_need_be) {
    drawn_.push_back(graph_.make(from, to));
    steps_.push_back({{drawn_.back(), false}, false});
  }
}

void Snapper::draw(std::size_t slot, UnitIndex unit) {
  const PointId a = in_.ids[slot], b = in_.ids[slot + 1];
  const PointId from = moved_[a], to = moved_[b];
  Way way{.first = steps_.size(), .end = 0, .snap_m = 0};
  const auto moved_by = [&](PointId p) {
    return std::hypot(points_[p].x() - points_[moved_[p]].x(), points_[p].y() - points_[moved_[p]].y());
  };
  way.snap_m = std::max(moved_by(a), moved_by(b));
  go(from, to, false, a, b, way.snap_m);
  if (steps_.size() == way.first && from != to) {
    PointId at = from;
    for (const PointId by : graph_.along(a, b, tolerance_m_)) {
      if (by == at || by == to) continue;
      go(at, by, true, a, b, way.snap_m);
      const Reach passed = reach(points_[by], points_[a], points_[b]);
      way.snap_m = std::max(way.snap_m, passed.distance_m);
      const Point &p = points_[a], &q = points_[b];
      const Point was{p.x() + passed.along * (q.x() - p.x()), p.y() + passed.along * (q.y() - p.y())};
      note(unit, was, points_[by]);
      if (passed.distance_m > exact_m_) point_snaps_.emplace_back(by, passed.distance_m);
      at = by;
    }
    go(at, to, true, a, b, way.snap_m);
  }
  way.end = steps_.size();
  if (way.snap_m <= exact_m_) way.snap_m = 0;
  ways_.push_back(way);
  way_of_[slot] = static_cast<std::uint32_t>(ways_.size());
}

void Snapper::fit(const std::vector<std::size_t>& rings_of_unit) {
  if (rings_of_unit.empty()) return;
  const UnitIndex unit = in_.unit[rings_of_unit.front()];
  for_each_open(rings_of_unit, [&](std::size_t slot) {
    settle(in_.ids[slot], unit);
    settle(in_.ids[slot + 1], unit);
  });
  for_each_open(rings_of_unit, [&](std::size_t slot) { draw(slot, unit); });
  for (const std::uint32_t piece : drawn_) graph_.put_in(piece);  // now it stands: a unit is not fitted to itself
  drawn_.clear();
}

/// The ring with its ways, without steps that are taken back at once.
void Snapper::rebuild(std::size_t ring, FlatRings& out, std::vector<Finding>& findings) {
  struct Vertex {
    PointId id;
    float snap;  ///< of the edge that leads here
  };
  std::vector<Vertex> path;
  const auto where = [&](PointId p) { return moved_[p] == no_point ? p : moved_[p]; };
  const auto push = [&](PointId id, float snap) {
    if (!path.empty() && path.back().id == id) return;
    if (path.size() >= 2 && path[path.size() - 2].id == id)
      path.pop_back();
    else
      path.push_back({id, snap});
  };
  const std::size_t first = in_.first_slot(ring), end = first + in_.length(ring);
  path.push_back({where(in_.ids[first]), 0});
  std::vector<PointId> expanded;
  for (std::size_t slot = first; slot < end; ++slot) {
    if (way_of_[slot] == 0) {
      push(where(in_.ids[slot + 1]), 0);
      continue;
    }
    const Way& way = ways_[way_of_[slot] - 1];
    for (std::size_t i = way.first; i < way.end; ++i) {
      expanded.clear();
      graph_.expand(steps_[i].step, expanded);
      for (const PointId id : expanded) push(id, steps_[i].standing ? static_cast<float>(way.snap_m) : 0.0F);
    }
  }
  // Closed: the first vertex stands at the end too. A spike over the seam is taken back as well.
  std::size_t low = 0, high = path.size() - 1;
  while (high >= low + 2 && path[low].id == path[high].id && path[low + 1].id == path[high - 1].id) {
    ++low;
    --high;
  }
  if (high < low + 3) {
    findings.push_back({.kind = Finding::Kind::zero_area,
                        .place = points_[path.front().id],
                        .units = {in_.unit[ring]},
                        .size = 0});
    return;
  }
  out.unit.push_back(in_.unit[ring]);
  out.ids.push_back(path[high - 1].id);
  out.edge_snap.push_back(0);
  for (std::size_t i = low; i < high; ++i) {
    out.ids.push_back(path[i].id);
    out.edge_snap.push_back(path[i + 1].snap);
  }
  out.ids.push_back(path[low].id);
  out.edge_snap.push_back(0);
  out.start.push_back(out.ids.size());
}

SnapOutcome Snapper::finish() {
  SnapOutcome outcome;
  outcome.rings.unit_count = in_.unit_count;
  for (std::size_t ring = 0; ring < in_.ring_count(); ++ring) rebuild(ring, outcome.rings, outcome.findings);
  outcome.rings.points = std::move(points_);
  outcome.rings.point_snap = std::move(point_snaps_);
  outcome.snaps = std::move(snaps_);
  return outcome;
}

/// More vertices first; then by what does not depend on the order of the units.
std::vector<UnitIndex> in_order(std::vector<UnitIndex> units, const FlatRings& rings,
                                const std::vector<std::vector<std::size_t>>& rings_of_unit) {
  std::vector<std::tuple<std::ptrdiff_t, double, double, UnitIndex>> ranked;
  for (const UnitIndex unit : units) {
    std::size_t vertices = 0;
    std::optional<Point> lowest;
    for (const std::size_t ring : rings_of_unit[unit]) {
      vertices += rings.length(ring);
      for (std::size_t slot = rings.first_slot(ring), end = slot + rings.length(ring); slot < end; ++slot)
        if (!lowest || before(rings.points[rings.ids[slot]], *lowest)) lowest = rings.points[rings.ids[slot]];
    }
    if (lowest) ranked.emplace_back(-static_cast<std::ptrdiff_t>(vertices), lowest->x(), lowest->y(), unit);
  }
  std::sort(ranked.begin(), ranked.end());
  units.clear();
  for (const auto& entry : ranked) units.push_back(std::get<3>(entry));
  return units;
}

}  // namespace

std::optional<SnapOutcome> snap(const FlatRings& rings, const Topology& topology, const std::vector<std::size_t>& chain_offsets,
                                double tolerance_m, const Task& task) {
  const double exact_m = rounding(rings.points), within_m = std::max(tolerance_m * (1 + 1e-9), exact_m);
  const std::vector<UnitIndex> units = units_to_fit(topology, within_m);
  if (units.empty()) return std::nullopt;
  Snapper snapper(rings, within_m, exact_m);
  std::vector<std::vector<std::size_t>> rings_of_unit(rings.unit_count);
  std::vector<std::size_t> position(rings.unit_count);
  for (std::size_t ring = 0; ring < rings.ring_count(); ++ring) {
    const UnitIndex unit = rings.unit[ring];
    rings_of_unit[unit].push_back(ring);
    std::size_t at = chain_offsets[ring];
    for (const ArcRef ref : topology.ring(unit, position[unit]++)) {
      const Arc& arc = topology.arcs()[ref.arc];
      for (std::size_t i = 1; i < arc.point_count; ++i, ++at)
        if (is_open(arc)) snapper.open(rings.first_slot(ring) + at % rings.length(ring));
    }
  }
  std::size_t done = 0;
  for (const UnitIndex unit : in_order(units, rings, rings_of_unit)) {
    if (task.stop.stop_requested()) return std::nullopt;
    snapper.fit(rings_of_unit[unit]);
    if (++done % 64 == 0) task.at(0.6 + 0.3 * static_cast<double>(done) / static_cast<double>(units.size()), "snapping");
  }
  return snapper.finish();
}

}  // namespace vicinia::core::topology::detail
