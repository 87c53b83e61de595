#include "gap_filling.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <boost/geometry/algorithms/point_on_surface.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

#include "arrangement.h"
#include "assemble.h"
#include "close_segments.h"
#include "crossing.h"
#include "gap_width.h"
#include "topology_builder.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

/// Part of a gap's border: from one point to the next, with the gap on its right and a unit beyond. Points are the gap's own.
struct Edge {
  PointId from, to;
  UnitIndex unit;
};
using EdgeLoop = std::vector<Edge>;

/// One way round a gap: its points as those of the country, and the unit beyond each step from one to the next.
struct Way {
  std::vector<PointId> points;
  std::vector<UnitIndex> units;
};

/// Ground that goes to one unit.
struct Piece {
  std::vector<std::vector<PointId>> rings;
  UnitIndex owner = 0;
  std::vector<UnitIndex> units;  ///< around it, ascending
  geom::Polygon ground;
  double area_m2 = 0, perimeter_m = 0;
};

/// A vertex that a cut puts into a unit's border.
struct NewVertex {
  PointId from, to, at;
};

/// What becomes of one gap. Points are numbered as those of the country, and from there on as `points`.
struct FilledGap {
  std::vector<Piece> pieces;
  std::vector<NewVertex> vertices;
  std::vector<Point> points;
  std::vector<UnitIndex> units;  ///< around it
};

/// Numbers of segments, by the squares of the plane that their boxes touch.
class SegmentSquares {
 public:
  explicit SegmentSquares(double side_m) : per_m_(1 / side_m) {}
  void put(std::uint32_t number, const Point& a, const Point& b) {
    for_each(a, b, 0, [&](std::vector<std::uint32_t>& square) { square.push_back(number); });
  }
  /// Each number in the squares around the box of two points, grown by `by_m`; some more than once.
  template <class Visit>
  void near(const Point& a, const Point& b, double by_m, Visit visit) const {
    for (std::int64_t y = cell(std::min(a.y(), b.y()) - by_m), last_y = cell(std::max(a.y(), b.y()) + by_m); y <= last_y; ++y)
      for (std::int64_t x = cell(std::min(a.x(), b.x()) - by_m), last_x = cell(std::max(a.x(), b.x()) + by_m); x <= last_x; ++x)
        if (const auto square = squares_.find(key(x, y)); square != squares_.end())
          for (const std::uint32_t number : square->second) visit(number);
  }

 private:
  [[nodiscard]] std::int64_t cell(double value) const { return static_cast<std::int64_t>(std::floor(value * per_m_)); }
  [[nodiscard]] static std::uint64_t key(std::int64_t x, std::int64_t y) {
    return (static_cast<std::uint64_t>(x) << 32U) ^ (static_cast<std::uint64_t>(y) & 0xFFFFFFFFU);
  }
  template <class Visit>
  void for_each(const Point& a, const Point& b, double by_m, Visit visit) {
    for (std::int64_t y = cell(std::min(a.y(), b.y()) - by_m), last_y = cell(std::max(a.y(), b.y()) + by_m); y <= last_y; ++y)
      for (std::int64_t x = cell(std::min(a.x(), b.x()) - by_m), last_x = cell(std::max(a.x(), b.x()) + by_m); x <= last_x; ++x)
        visit(squares_[key(x, y)]);
  }
  double per_m_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> squares_;
};

/// One gap, cut into pieces.
class Gap {
 public:
  Gap(const std::vector<Point>& points, std::span<const Way> ways) : count_(static_cast<PointId>(points.size())) {
    for (const Way& way : ways) ids_.insert(ids_.end(), way.points.begin(), way.points.end());
    std::ranges::sort(ids_);
    const auto rest = std::ranges::unique(ids_);
    ids_.erase(rest.begin(), rest.end());
    for (const PointId id : ids_) points_.push_back(points[id]);
    known_ = points_.size();
    const auto own = [&](PointId id) { return static_cast<PointId>(std::ranges::lower_bound(ids_, id) - ids_.begin()); };
    for (const Way& way : ways) {
      EdgeLoop loop;
      for (std::size_t i = 0; i < way.points.size(); ++i)
        loop.push_back({own(way.points[i]), own(way.points[(i + 1) % way.points.size()]), way.units[i]});
      add_changes(loop);
      edges_.insert(edges_.end(), loop.begin(), loop.end());
    }
  }

  void cut(double longest_m);
  [[nodiscard]] FilledGap filled() const;

 private:
  struct Place {
    std::uint32_t edge;
    Point at;
    double distance_m;
  };
  [[nodiscard]] const Point& at(PointId id) const { return points_[id]; }
  [[nodiscard]] PointId country_id(PointId id) const {
    return id < known_ ? ids_[id] : static_cast<PointId>(count_ + (id - known_));
  }
  /// A point of the border where the unit beyond it changes, with the points before and after it.
  struct Change {
    PointId at, last, next;
    UnitIndex before, after;
  };
  void add_changes(const EdgeLoop& loop);
  [[nodiscard]] std::optional<Place> across(const Change& change, double longest_m, const SegmentSquares& edges) const;
  [[nodiscard]] bool is_clear(PointId from, PointId target, const Place& to, const SegmentSquares& edges, const SegmentSquares& cuts) const;
  /// If it meets nothing on its way.
  void put_cut(PointId from, Place to, SegmentSquares& edges, SegmentSquares& cuts);

  PointId count_;               ///< of the country's points
  std::vector<PointId> ids_;    ///< [own point, without those of cuts] ascending
  std::vector<Point> points_;   ///< [own point]
  std::size_t known_ = 0;       ///< own points that are not of cuts
  std::vector<Edge> edges_;
  std::vector<Change> changes_;
  std::vector<std::pair<PointId, PointId>> cuts_;
  std::vector<NewVertex> new_vertices_;
};

/// The nearest place, through the gap, on the border of another unit than these two.
std::optional<Gap::Place> Gap::across(const Change& change, double longest_m, const SegmentSquares& edges) const {
  const Point &from = at(change.at), &last = at(change.last), &next = at(change.next);
  const bool is_convex = turn_of(last, from, next) <= 0;
  const auto leads_into_gap = [&](const Point& to) {
    const bool right_of_first = turn_of(last, from, to) < 0, right_of_second = turn_of(from, next, to) < 0;
    return is_convex ? right_of_first && right_of_second : right_of_first || right_of_second;
  };
  std::optional<Place> best;
  edges.near(from, from, longest_m, [&](std::uint32_t number) {
    const Edge& edge = edges_[number];
    if (edge.unit == change.before || edge.unit == change.after) return;
    const Point &a = at(edge.from), &b = at(edge.to);
    if (turn_of(a, b, from) >= 0) return;
    const Reach reached = reach(from, a, b);
    if (reached.distance_m > longest_m || (best && reached.distance_m > best->distance_m)) return;
    const Point place{a.x() + reached.along * (b.x() - a.x()), a.y() + reached.along * (b.y() - a.y())};
    if (!leads_into_gap(place)) return;
    if (best && reached.distance_m == best->distance_m) {  // whatever the order of the edges
      const Point& other = at(edges_[best->edge].from);
      if (before(best->at, place) || (same_place(best->at, place) && !before(a, other))) return;
    }
    best = Place{number, place, reached.distance_m};
  });
  return best;
}

/// Does the way to a point of an edge (`target`, if that is one of its ends) meet no other edge or cut?
bool Gap::is_clear(PointId from, PointId target, const Place& to, const SegmentSquares& edges, const SegmentSquares& cuts) const {
  const auto meets = [&](PointId a, PointId b) {
    if (a == from || b == from || (target != no_point && (a == target || b == target))) {
      // From one end they must part: a cut along an edge would part nothing.
      const PointId joint = a == from || b == from ? from : target, other = joint == from ? (a == from ? b : a) : (a == target ? b : a);
      const Point &o = at(joint), &far = joint == from ? to.at : at(from);
      return turn_of(o, far, at(other)) == 0 &&
             (far.x() - o.x()) * (at(other).x() - o.x()) + (far.y() - o.y()) * (at(other).y() - o.y()) > 0;
    }
    return crossing(at(from), to.at, at(a), at(b)).has_value();
  };
  bool is_clear = true;
  edges.near(at(from), to.at, 0, [&](std::uint32_t number) {
    if (is_clear && !(target == no_point && number == to.edge)) is_clear = !meets(edges_[number].from, edges_[number].to);
  });
  cuts.near(at(from), to.at, 0, [&](std::uint32_t number) {
    if (is_clear) is_clear = !meets(cuts_[number].first, cuts_[number].second);
  });
  return is_clear;
}

void Gap::put_cut(PointId from, Place to, SegmentSquares& edges, SegmentSquares& cuts) {
  const Edge edge = edges_[to.edge];
  constexpr double at_end_m = 1;  // no new vertex beside one that is there
  PointId target = no_point;
  for (const PointId end : {edge.from, edge.to})
    if (std::hypot(to.at.x() - at(end).x(), to.at.y() - at(end).y()) < at_end_m) target = end;
  if (target == from) return;
  if (target != no_point) to.at = at(target);
  if (!is_clear(from, target, to, edges, cuts)) return;
  if (target == no_point) {
    target = static_cast<PointId>(points_.size());
    points_.push_back(to.at);
    new_vertices_.push_back({edge.from, edge.to, target});
    edges_[to.edge].to = target;  // it stays in squares where it no longer is: that only costs a look
    edges.put(static_cast<std::uint32_t>(edges_.size()), to.at, at(edge.to));
    edges_.push_back({target, edge.to, edge.unit});
  }
  cuts.put(static_cast<std::uint32_t>(cuts_.size()), at(from), to.at);
  cuts_.emplace_back(from, target);
}

void Gap::add_changes(const EdgeLoop& loop) {
  for (std::size_t i = 0; i < loop.size(); ++i) {
    const Edge &edge = loop[i], &next = loop[(i + 1) % loop.size()];
    if (edge.unit == next.unit) continue;
    const Point &a = at(edge.from), &p = at(edge.to), &b = at(next.to);
    // At the ends of a gap its two sides meet at a sharp angle: there is nothing to part there.
    const double along = (p.x() - a.x()) * (b.x() - p.x()) + (p.y() - a.y()) * (b.y() - p.y());
    if (along <= 0 && turn_of(a, p, b) <= 0) continue;
    changes_.push_back({edge.to, edge.from, next.to, edge.unit, next.unit});
  }
}

void Gap::cut(double longest_m) {
  std::ranges::sort(changes_, [&](const Change& x, const Change& y) {
    return x.at != y.at ? before(at(x.at), at(y.at)) : before(at(x.last), at(y.last));
  });
  double around = 0;
  for (const Edge& edge : edges_) around += std::hypot(at(edge.to).x() - at(edge.from).x(), at(edge.to).y() - at(edge.from).y());
  const double side_m = std::max(longest_m, 2 * around / static_cast<double>(edges_.size()));
  SegmentSquares edges(side_m), cuts(side_m);
  for (std::uint32_t i = 0; i < edges_.size(); ++i) edges.put(i, at(edges_[i].from), at(edges_[i].to));
  for (const Change& change : changes_)
    if (const auto place = across(change, longest_m, edges)) put_cut(change.at, *place, edges, cuts);
}

/// The longest of the borders that units have with a piece of ground; of two as long, the one that begins first by place.
class LongestBorder {
 public:
  void add(UnitIndex unit, double length_m, const Point& first) {
    parts_.push_back({unit, length_m});
    const auto known = std::ranges::find(first_, unit, &std::pair<UnitIndex, Point>::first);
    if (known == first_.end())
      first_.emplace_back(unit, first);
    else if (before(first, known->second))
      known->second = first;
  }
  [[nodiscard]] std::vector<UnitIndex> units() const {
    std::vector<UnitIndex> units;
    for (const auto& [unit, place] : first_) units.push_back(unit);
    std::ranges::sort(units);
    return units;
  }
  [[nodiscard]] UnitIndex owner() {
    std::ranges::sort(parts_);  // the same sum whatever the order of the lines
    double longest = -1;
    UnitIndex best = outside;
    for (std::size_t i = 0; i < parts_.size();) {
      const UnitIndex unit = parts_[i].first;
      double length = 0;
      for (; i < parts_.size() && parts_[i].first == unit; ++i) length += parts_[i].second;
      if (length > longest || (length == longest && before(first_of(unit), first_of(best)))) {
        longest = length;
        best = unit;
      }
    }
    return best;
  }

 private:
  [[nodiscard]] const Point& first_of(UnitIndex unit) const {
    return std::ranges::find(first_, unit, &std::pair<UnitIndex, Point>::first)->second;
  }
  std::vector<std::pair<UnitIndex, double>> parts_;
  std::vector<std::pair<UnitIndex, Point>> first_;
};

FilledGap Gap::filled() const {
  BorderLines lines;
  std::vector<UnitIndex> unit;
  constexpr UnitIndex gap = 0;
  for (const Edge& edge : edges_) {
    lines.add(std::array{edge.from, edge.to}, std::span(&gap, 1), {});
    unit.push_back(edge.unit);
  }
  for (const auto& [from, to] : cuts_) {
    lines.add(std::array{from, to}, {}, {});
    unit.push_back(outside);
  }
  const Arrangement parts(points_, std::move(lines));
  FilledGap result;
  for (FaceIndex face = 1; face < parts.face_count(); ++face) {
    if (parts.cover(face).empty()) continue;
    Piece& piece = result.pieces.emplace_back();
    LongestBorder borders;
    for (const std::uint32_t first : parts.loops_of(face)) {
      std::vector<PointId>& ring = piece.rings.emplace_back();
      std::uint32_t half = first;
      do {
        if (unit[half / 2] != outside) {
          const auto line = parts.lines().points(half / 2);
          borders.add(unit[half / 2], parts.length_m(half / 2), before(at(line[0]), at(line[1])) ? at(line[0]) : at(line[1]));
        }
        parts.append(half, ring);
        half = parts.next(half);
      } while (half != first);
      for (PointId& id : ring) id = country_id(id);
    }
    piece.units = borders.units();
    piece.owner = borders.owner();
    piece.ground = parts.polygon(face);
    piece.area_m2 = parts.area_m2(face);
    piece.perimeter_m = parts.perimeter_m(face);
  }
  for (const NewVertex& vertex : new_vertices_)
    result.vertices.push_back({country_id(vertex.from), country_id(vertex.to), country_id(vertex.at)});
  result.points.assign(points_.begin() + static_cast<std::ptrdiff_t>(known_), points_.end());
  return result;
}

/// Have they the area of the gap?
bool make_up(const std::vector<Piece>& pieces, double area_m2) {
  double sum = 0;
  for (const Piece& piece : pieces) sum += piece.area_m2;
  return std::abs(sum - area_m2) <= 1e-6 * area_m2 + 1e-3;
}

/// Rings with the vertices of the cuts, and the pieces as further rings of their owners.
FlatRings joined(const FlatRings& rings, std::vector<Point> points, std::vector<NewVertex> vertices, std::vector<Piece> pieces) {
  std::map<std::pair<PointId, PointId>, std::vector<PointId>> inside;
  for (const NewVertex& vertex : vertices) inside[{vertex.from, vertex.to}].push_back(vertex.at);
  FlatRings result;
  result.unit_count = rings.unit_count;
  result.points = std::move(points);
  // A segment may be cut more than once, each time in one of its halves.
  const auto put_between = [&](auto&& self, PointId from, PointId to, std::vector<PointId>& ring) -> void {
    if (const auto cut = inside.find({from, to}); cut != inside.end()) {
      self(self, from, cut->second.front(), ring);
      ring.push_back(cut->second.front());
      self(self, cut->second.front(), to, ring);
    }
  };
  std::ranges::stable_sort(pieces, {}, &Piece::owner);
  auto piece = pieces.begin();
  std::vector<PointId> ring;
  const auto put_ring = [&](UnitIndex unit) {
    result.unit.push_back(unit);
    result.ids.push_back(ring.back());
    result.ids.insert(result.ids.end(), ring.begin(), ring.end());
    result.ids.push_back(ring.front());
    result.start.push_back(result.ids.size());
  };
  const auto put_pieces_before = [&](UnitIndex unit) {
    for (; piece != pieces.end() && piece->owner < unit; ++piece)
      for (const auto& part : piece->rings) {
        ring = part;
        put_ring(piece->owner);
      }
  };
  for (std::size_t number = 0; number < rings.ring_count(); ++number) {
    put_pieces_before(rings.unit[number]);
    ring.clear();
    const std::size_t first = rings.first_slot(number), end = first + rings.length(number);
    for (std::size_t slot = first; slot < end; ++slot) {
      ring.push_back(rings.ids[slot]);
      if (inside.empty()) continue;
      // The gap runs along its border the other way round than the unit.
      const std::size_t begin = ring.size();
      put_between(put_between, rings.ids[slot + 1], rings.ids[slot], ring);
      std::reverse(ring.begin() + static_cast<std::ptrdiff_t>(begin), ring.end());
    }
    put_ring(rings.unit[number]);
  }
  put_pieces_before(outside);
  return result;
}

/// Rings of units that now have ground on both sides of some lines, without those lines.
FlatRings without_inner_lines(const FlatRings& rings, const std::vector<bool>& is_affected) {
  const Lines lines(rings);
  const Topology topology = TopologyBuilder::build(lines);
  std::vector<std::vector<ArcRef>> sides(rings.unit_count);
  for (std::size_t i = 0; i < topology.arcs().size(); ++i) {
    const Arc& arc = topology.arcs()[i];
    if (arc.left == arc.right) continue;
    if (arc.right != outside && is_affected[arc.right]) sides[arc.right].push_back(arc_ref(i, false));
    if (arc.left != outside && is_affected[arc.left]) sides[arc.left].push_back(arc_ref(i, true));
  }
  std::vector<std::vector<std::vector<PointId>>> made(rings.unit_count);  // [unit] rings
  tbb::parallel_for(std::size_t{0}, rings.unit_count, [&](std::size_t unit) {
    if (sides[unit].empty()) return;
    std::vector<PointId> line;
    for (const auto& way : closed_ways(topology, sides[unit])) {
      std::vector<PointId>& ring = made[unit].emplace_back();
      for (const ArcRef ref : way) {
        line.clear();
        lines.copy_ids(ref.arc, line);
        if (ref.reversed != 0) std::ranges::reverse(line);
        ring.insert(ring.end(), line.begin(), line.end() - 1);
      }
    }
  });
  FlatRings result;
  result.unit_count = rings.unit_count;
  result.ids.reserve(rings.ids.size());
  const auto put = [&](UnitIndex unit, std::span<const PointId> ring) {
    result.unit.push_back(unit);
    result.ids.push_back(ring.back());
    result.ids.insert(result.ids.end(), ring.begin(), ring.end());
    result.ids.push_back(ring.front());
    result.start.push_back(result.ids.size());
  };
  std::size_t number = 0;
  for (UnitIndex unit = 0; unit < rings.unit_count; ++unit) {
    for (; number < rings.ring_count() && rings.unit[number] == unit; ++number)
      if (!is_affected[unit]) put(unit, std::span(rings.ids).subspan(rings.first_slot(number), rings.length(number)));
    for (const auto& ring : made[unit]) put(unit, ring);
  }
  result.points = rings.points;
  return result;
}

/// The ways round a face, with the unit of each line beyond.
std::vector<Way> ways_round(const Arrangement& ground, FaceIndex face, const std::vector<UnitIndex>& unit) {
  std::vector<Way> ways;
  for (const std::uint32_t first : ground.loops_of(face)) {
    Way& way = ways.emplace_back();
    std::uint32_t half = first;
    do {
      way.points.push_back(ground.origin(half));
      ground.append(half, way.points);
      way.points.pop_back();
      way.units.resize(way.points.size(), unit[half / 2]);
      half = ground.next(half);
    } while (half != first);
  }
  return ways;
}

/// A gap between two units, or within one, has nothing to be cut.
FilledGap whole(const Arrangement& ground, FaceIndex face, geom::Polygon polygon, std::vector<Way> ways, LongestBorder borders) {
  FilledGap result;
  Piece& piece = result.pieces.emplace_back();
  for (Way& way : ways) piece.rings.push_back(std::move(way.points));
  piece.units = borders.units();
  piece.owner = borders.owner();
  piece.ground = std::move(polygon);
  piece.area_m2 = ground.area_m2(face);
  piece.perimeter_m = ground.perimeter_m(face);
  return result;
}

/// Does a way round the face come back to a point?
bool touches_itself(std::span<const Way> ways) {
  std::vector<PointId> ids;
  for (const Way& way : ways) ids.insert(ids.end(), way.points.begin(), way.points.end());
  std::ranges::sort(ids);
  return std::ranges::adjacent_find(ids) != ids.end();
}

FilledGap fill(const std::vector<Point>& points, const Arrangement& ground, FaceIndex face, const std::vector<UnitIndex>& unit,
               double tolerance_m) {
  geom::Polygon polygon = ground.polygon(face);
  if (is_wider_than(polygon, tolerance_m)) return {};
  std::vector<Way> ways = ways_round(ground, face, unit);
  LongestBorder borders;
  for (const std::uint32_t first : ground.loops_of(face)) {
    std::uint32_t half = first;
    do {
      const Point &a = points[ground.origin(half)], &b = points[ground.origin(half ^ 1U)];
      borders.add(unit[half / 2], ground.length_m(half / 2), before(a, b) ? a : b);
      half = ground.next(half);
    } while (half != first);
  }
  std::vector<UnitIndex> around = borders.units();
  FilledGap result;
  if (around.size() <= 2 && !touches_itself(ways)) {
    result = whole(ground, face, std::move(polygon), std::move(ways), std::move(borders));
  } else {
    Gap gap(points, ways);
    if (around.size() > 2) gap.cut(2 * tolerance_m);
    result = gap.filled();
    if (!make_up(result.pieces, ground.area_m2(face))) result = Gap(points, ways).filled();  // as one piece, then
  }
  result.units = std::move(around);
  return result;
}

}  // namespace

std::vector<Healed> fill_gaps(FlatRings& rings, const Lines& lines, double tolerance_m) {
  std::vector<Healed> filled;
  if (!(tolerance_m > 0)) return filled;
  BorderLines open;
  std::vector<UnitIndex> unit;
  for (std::size_t i = 0; i < lines.count(); ++i) {
    if (lines.uses(i).size() != 1) continue;
    open.add_open(lines, i, 0);
    unit.push_back(lines.unit_of(lines.uses(i).front()));
  }
  const Arrangement ground(rings.points, std::move(open), Sides::told);
  std::vector<FaceIndex> faces;
  for (FaceIndex face = 1; face < ground.face_count(); ++face)
    if (ground.cover(face).empty() && ground.area_m2(face) > 0) faces.push_back(face);
  std::vector<FilledGap> gaps(faces.size());
  std::vector<std::vector<Point>> places(faces.size());
  tbb::parallel_for(std::size_t{0}, faces.size(), [&](std::size_t i) {
    gaps[i] = fill(rings.points, ground, faces[i], unit, tolerance_m);
    for (const Piece& piece : gaps[i].pieces) {
      places[i].push_back(piece.ground.outer().front());
      boost::geometry::point_on_surface(piece.ground, places[i].back());
    }
  });
  std::vector<Point> points = rings.points;
  std::vector<NewVertex> vertices;
  std::vector<Piece> pieces;
  std::vector<bool> is_affected(rings.unit_count);
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    FilledGap& gap = gaps[i];
    if (gap.pieces.empty()) continue;
    const auto known = static_cast<PointId>(rings.points.size()), added = static_cast<PointId>(points.size()) - known;
    const auto number = [&](PointId& id) { id += id < known ? 0 : added; };
    for (Piece& piece : gap.pieces)
      for (auto& ring : piece.rings) std::ranges::for_each(ring, number);
    for (NewVertex& vertex : gap.vertices)
      for (PointId* const id : {&vertex.from, &vertex.to, &vertex.at}) number(*id);
    points.insert(points.end(), gap.points.begin(), gap.points.end());
    for (std::size_t part = 0; part < gap.pieces.size(); ++part) {
      Piece& piece = gap.pieces[part];
      filled.push_back({.kind = Healed::Kind::gap, .place = places[i][part], .units = piece.units, .given_to = piece.owner,
                        .area_m2 = piece.area_m2, .perimeter_m = piece.perimeter_m});
    }
    for (const UnitIndex other : gap.units) is_affected[other] = true;
    std::ranges::move(gap.pieces, std::back_inserter(pieces));
    vertices.insert(vertices.end(), gap.vertices.begin(), gap.vertices.end());
  }
  if (filled.empty()) return filled;
  rings = without_inner_lines(joined(rings, std::move(points), std::move(vertices), std::move(pieces)), is_affected);
  return filled;
}

}  // namespace vicinia::core::topology::detail
