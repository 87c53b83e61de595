#include "topology/gaps/gap_cutting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "topology/healing/arrangement.h"
#include "topology/segments/close_segments.h"
#include "topology/segments/crossing.h"

namespace vicinia::core::topology::detail {

using geom::Point;

void LongestBorder::add(UnitIndex unit, double length_m, const Point& first) {
  parts_.emplace_back(unit, length_m);
  const auto known = std::ranges::find(first_, unit, &std::pair<UnitIndex, Point>::first);
  if (known == first_.end())
    first_.emplace_back(unit, first);
  else if (before(first, known->second))
    known->second = first;
}

std::vector<UnitIndex> LongestBorder::units() const {
  std::vector<UnitIndex> units;
  units.reserve(first_.size());
  for (const auto& [unit, place] : first_) units.push_back(unit);
  std::ranges::sort(units);
  return units;
}

const Point& LongestBorder::first_of(UnitIndex unit) const {
  return std::ranges::find(first_, unit, &std::pair<UnitIndex, Point>::first)->second;
}

UnitIndex LongestBorder::owner() {
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

namespace {

/// Part of a gap's border: from one point to the next, with the gap on its right and a unit beyond. Points are the gap's own.
struct Edge {
  PointId from, to;
  UnitIndex unit;
};
using EdgeLoop = std::vector<Edge>;

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
    for (std::int64_t y = cell(std::min(a.y(), b.y()) - by_m), last_y = cell(std::max(a.y(), b.y()) + by_m);
         y <= last_y; ++y)
      for (std::int64_t x = cell(std::min(a.x(), b.x()) - by_m), last_x = cell(std::max(a.x(), b.x()) + by_m);
           x <= last_x; ++x)
        if (const auto square = squares_.find(key(x, y)); square != squares_.end())
          for (const std::uint32_t number : square->second) visit(number);
  }

 private:
  [[nodiscard]] std::int64_t cell(double value) const {
    return static_cast<std::int64_t>(std::floor(value * per_m_));
  }
  [[nodiscard]] static std::uint64_t key(std::int64_t x, std::int64_t y) {
    return (static_cast<std::uint64_t>(x) << 32U) ^ (static_cast<std::uint64_t>(y) & 0xFFFFFFFFU);
  }
  template <class Visit>
  void for_each(const Point& a, const Point& b, double by_m, Visit visit) {
    for (std::int64_t y = cell(std::min(a.y(), b.y()) - by_m), last_y = cell(std::max(a.y(), b.y()) + by_m);
         y <= last_y; ++y)
      for (std::int64_t x = cell(std::min(a.x(), b.x()) - by_m), last_x = cell(std::max(a.x(), b.x()) + by_m);
           x <= last_x; ++x)
        visit(squares_[key(x, y)]);
  }
  double per_m_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> squares_;
};

/// One gap, cut into pieces.
class Gap {
 public:
  Gap(const Points& points, std::span<const Way> ways) : count_(static_cast<PointId>(points.size())) {
    for (const Way& way : ways) ids_.insert(ids_.end(), way.points.begin(), way.points.end());
    std::ranges::sort(ids_);
    const auto rest = std::ranges::unique(ids_);
    ids_.erase(rest.begin(), rest.end());
    for (const PointId id : ids_) points_.push_back(points[id]);
    known_ = points_.size();
    const auto own = [&](PointId id) {
      return static_cast<PointId>(std::ranges::lower_bound(ids_, id) - ids_.begin());
    };
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
  [[nodiscard]] std::optional<Place> across(const Change& change, double longest_m,
                                            const SegmentSquares& edges) const;
  [[nodiscard]] bool is_clear(PointId from, PointId target, const Place& to, const SegmentSquares& edges,
                              const SegmentSquares& cuts) const;
  /// If it meets nothing on its way.
  void put_cut(PointId from, Place to, SegmentSquares& edges, SegmentSquares& cuts);

  PointId count_;              ///< of the country's points
  std::vector<PointId> ids_;   ///< [own point, without those of cuts] ascending
  std::vector<Point> points_;  ///< [own point]
  std::size_t known_ = 0;      ///< own points that are not of cuts
  std::vector<Edge> edges_;
  std::vector<Change> changes_;
  std::vector<std::pair<PointId, PointId>> cuts_;
};

/// The nearest place, through the gap, on the border of another unit than these two.
std::optional<Gap::Place> Gap::across(const Change& change, double longest_m,
                                      const SegmentSquares& edges) const {
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
bool Gap::is_clear(PointId from, PointId target, const Place& to, const SegmentSquares& edges,
                   const SegmentSquares& cuts) const {
  const auto meets = [&](PointId a, PointId b) {
    if (a == from || b == from || (target != no_point && (a == target || b == target))) {
      // From one end they must part: a cut along an edge would part nothing.
      const PointId joint = a == from || b == from ? from : target,
                    other = joint == from ? (a == from ? b : a) : (a == target ? b : a);
      const Point &o = at(joint), &far = joint == from ? to.at : at(from);
      return turn_of(o, far, at(other)) == 0 &&
             (far.x() - o.x()) * (at(other).x() - o.x()) + (far.y() - o.y()) * (at(other).y() - o.y()) > 0;
    }
    return crossing(at(from), to.at, at(a), at(b)).has_value();
  };
  bool is_clear = true;
  edges.near(at(from), to.at, 0, [&](std::uint32_t number) {
    if (is_clear && !(target == no_point && number == to.edge))
      is_clear = !meets(edges_[number].from, edges_[number].to);
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
  for (const Edge& edge : edges_)
    around += std::hypot(at(edge.to).x() - at(edge.from).x(), at(edge.to).y() - at(edge.from).y());
  const double side_m = std::max(longest_m, 2 * around / static_cast<double>(edges_.size()));
  SegmentSquares edges(side_m), cuts(side_m);
  for (std::uint32_t i = 0; i < edges_.size(); ++i) edges.put(i, at(edges_[i].from), at(edges_[i].to));
  for (const Change& change : changes_)
    if (const auto place = across(change, longest_m, edges)) put_cut(change.at, *place, edges, cuts);
}

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
  std::vector<UnitIndex> owner(parts.face_count(), outside);
  for (FaceIndex face = 1; face < parts.face_count(); ++face) {
    if (parts.cover(face).empty()) continue;
    Piece& piece = result.pieces.emplace_back();
    LongestBorder borders;
    for (const std::uint32_t first : parts.loops_of(face)) {
      std::uint32_t half = first;
      do {
        if (unit[half / 2] != outside) {
          const auto line = parts.lines().points(half / 2);
          borders.add(unit[half / 2], parts.length_m(half / 2),
                      before(at(line[0]), at(line[1])) ? at(line[0]) : at(line[1]));
        }
        half = parts.next(half);
      } while (half != first);
    }
    piece.units = borders.units();
    piece.owner = owner[face] = borders.owner();
    piece.place = parts.place_in(face);
    piece.area_m2 = parts.area_m2(face);
    piece.perimeter_m = parts.perimeter_m(face);
  }
  for (std::uint32_t line = 0; line < unit.size(); ++line) {
    const auto ends = parts.lines().points(line);
    result.borders.push_back({country_id(ends[0]), country_id(ends[1]), owner[parts.face(line, false)],
                              unit[line] != outside ? unit[line] : owner[parts.face(line, true)]});
  }
  result.points.assign(points_.begin() + static_cast<std::ptrdiff_t>(known_), points_.end());
  return result;
}

}  // namespace

FilledGap cut_gap(const Points& points, std::span<const Way> ways, double longest_m) {
  Gap gap(points, ways);
  gap.cut(longest_m);
  return gap.filled();
}

}  // namespace vicinia::core::topology::detail
