#include "snap.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "close_segments.h"
#include "snap_candidates.h"
#include "snap_graph.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

bool is_open(const Arc& arc) { return (arc.left == outside) != (arc.right == outside); }

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
  void find_line_ends();
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
  bool follow(std::size_t slot);
  void draw(std::size_t slot, UnitIndex unit);
  [[nodiscard]] bool go(PointId from, PointId to, PointId a, PointId b, double& furthest);
  [[nodiscard]] bool known_apart(PointId a, PointId b) const;
  void close(std::size_t slot, Way way);
  [[nodiscard]] double moved_by(PointId p) const;
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
  std::unordered_map<PointId, std::vector<UnitIndex>> holders_;  ///< units that have an end of lines as their vertex
  std::unordered_set<PointId> mine_;                             ///< points of the unit that is being fitted
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

/// Ends of open lines are vertices that several units have already. Where the units close all around, the end stays where it is.
void Snapper::find_line_ends() {
  std::unordered_map<PointId, double> angle;
  for (std::size_t ring = 0; ring < in_.ring_count(); ++ring)
    for (std::size_t slot = in_.first_slot(ring), end = slot + in_.length(ring); slot < end; ++slot) {
      const bool before_open = is_open_[slot == in_.first_slot(ring) ? end - 1 : slot - 1];
      if (before_open && is_open_[slot]) continue;
      if (before_open || is_open_[slot]) holders_[in_.ids[slot]];
    }
  for (std::size_t ring = 0; ring < in_.ring_count(); ++ring)
    for (std::size_t slot = in_.first_slot(ring), end = slot + in_.length(ring); slot < end; ++slot) {
      const auto holders = holders_.find(in_.ids[slot]);
      if (holders == holders_.end()) continue;
      holders->second.push_back(in_.unit[ring]);
      const Point &p = points_[in_.ids[slot]], &q = points_[in_.ids[slot - 1]], &r = points_[in_.ids[slot + 1]];
      const double turn = std::atan2(r.y() - p.y(), r.x() - p.x()) - std::atan2(q.y() - p.y(), q.x() - p.x());
      angle[in_.ids[slot]] += turn < 0 ? turn + 2 * M_PI : turn;  // of the unit's ground, on the right
    }
  constexpr double all_around = 1.75 * M_PI;
  for (const auto& [point, sum] : angle)
    if (sum > all_around) moved_[point] = point;
}

double Snapper::moved_by(PointId p) const {
  return std::hypot(points_[p].x() - points_[moved_[p]].x(), points_[p].y() - points_[moved_[p]].y());
}

/// Two ends of lines that one unit has both: it knows them apart, so they must not become one.
bool Snapper::known_apart(PointId a, PointId b) const {
  const auto of_a = holders_.find(a), of_b = holders_.find(b);
  if (a == b || of_a == holders_.end() || of_b == holders_.end()) return false;
  return std::any_of(of_a->second.begin(), of_a->second.end(), [&](UnitIndex unit) {
    return std::find(of_b->second.begin(), of_b->second.end(), unit) != of_b->second.end();
  });
}

void Snapper::settle(PointId vertex, UnitIndex unit) {
  if (moved_[vertex] != no_point) return;
  const auto holders = holders_.find(vertex);
  const bool is_end = holders != holders_.end();
  const auto allowed = [&](PointId p) { return !known_apart(vertex, p); };
  const PointId to = graph_.settle(vertex, tolerance_m_, is_end, allowed).value_or(vertex);
  moved_[vertex] = to;
  note(unit, points_[vertex], points_[to]);
  if (moved_by(vertex) > exact_m_) point_snaps_.emplace_back(to, moved_by(vertex));
  if (!is_end || to == vertex) return;
  const std::vector<UnitIndex> more = holders->second;
  auto& units = holders_[to];
  units.insert(units.end(), more.begin(), more.end());
}

/// Over standing pieces within the tolerance of the segment a-b, or of where its ends went.
bool Snapper::go(PointId from, PointId to, PointId a, PointId b, double& furthest) {
  const auto away = [&](PointId p) {
    return std::min(reach(points_[p], points_[a], points_[b]).distance_m,
                    reach(points_[p], points_[moved_[a]], points_[moved_[b]]).distance_m);
  };
  const auto way = graph_.way(from, to, [&](PointId p) { return away(p) <= tolerance_m_; });
  if (!way) return false;
  for (const SnapGraph::Step step : *way) {
    furthest = std::max(furthest, away(graph_.end_of(step)));
    steps_.push_back({step, true});
    mine_.insert(graph_.end_of(step));
  }
  return true;
}

void Snapper::close(std::size_t slot, Way way) {
  way.end = steps_.size();
  if (way.snap_m <= exact_m_) way.snap_m = 0;
  ways_.push_back(way);
  way_of_[slot] = static_cast<std::uint32_t>(ways_.size());
}

/// True if the segment could follow standing lines all the way.
bool Snapper::follow(std::size_t slot) {
  const PointId a = in_.ids[slot], b = in_.ids[slot + 1];
  Way way{.first = steps_.size(), .end = 0, .snap_m = std::max(moved_by(a), moved_by(b))};
  if (!go(moved_[a], moved_[b], a, b, way.snap_m)) return false;
  close(slot, way);
  return true;
}

/// A segment of its own, by way of the standing points that it passes and that its unit does not have elsewhere.
void Snapper::draw(std::size_t slot, UnitIndex unit) {
  const PointId a = in_.ids[slot], b = in_.ids[slot + 1];
  Way way{.first = steps_.size(), .end = 0, .snap_m = std::max(moved_by(a), moved_by(b))};
  PointId at = moved_[a];
  const auto go_to = [&](PointId to) {
    if (!go(at, to, a, b, way.snap_m)) {
      drawn_.push_back(graph_.make(at, to));
      steps_.push_back({{drawn_.back(), false}, false});
    }
    at = to;
  };
  for (const PointId by : graph_.along(a, b, tolerance_m_)) {
    if (by == at || by == moved_[b] || mine_.contains(by)) continue;
    const auto too_near = [&](PointId end) {
      return known_apart(by, end) && std::hypot(points_[by].x() - points_[end].x(), points_[by].y() - points_[end].y()) < 2 * tolerance_m_;
    };
    if (too_near(a) || too_near(b)) continue;
    const Reach passed = reach(points_[by], points_[a], points_[b]);
    way.snap_m = std::max(way.snap_m, passed.distance_m);
    const Point &p = points_[a], &q = points_[b];
    note(unit, {p.x() + passed.along * (q.x() - p.x()), p.y() + passed.along * (q.y() - p.y())}, points_[by]);
    if (passed.distance_m > exact_m_) point_snaps_.emplace_back(by, passed.distance_m);
    go_to(by);
    mine_.insert(by);
  }
  go_to(moved_[b]);
  close(slot, way);
}

void Snapper::fit(const std::vector<std::size_t>& rings_of_unit) {
  if (rings_of_unit.empty()) return;
  const UnitIndex unit = in_.unit[rings_of_unit.front()];
  mine_.clear();
  for_each_open(rings_of_unit, [&](std::size_t slot) {
    for (const PointId vertex : {in_.ids[slot], in_.ids[slot + 1]}) {
      settle(vertex, unit);
      mine_.insert(moved_[vertex]);
    }
  });
  std::vector<std::size_t> left;
  for_each_open(rings_of_unit, [&](std::size_t slot) {
    if (!follow(slot)) left.push_back(slot);
  });
  for (const std::size_t slot : left) draw(slot, unit);
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
  snapper.find_line_ends();
  std::size_t done = 0;
  for (const UnitIndex unit : in_order(units, rings, rings_of_unit)) {
    if (task.stop.stop_requested()) return std::nullopt;
    snapper.fit(rings_of_unit[unit]);
    if (++done % 64 == 0) task.at(0.6 + 0.3 * static_cast<double>(done) / static_cast<double>(units.size()), "snapping");
  }
  return snapper.finish();
}

}  // namespace vicinia::core::topology::detail
