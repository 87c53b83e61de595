#include "topology/lines/noding.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "topology/lines/lines.h"
#include "topology/segments/bucket_sort.h"
#include "topology/segments/close_segments.h"
#include "topology/segments/crossing.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

/// A segment, by its two points in the order of their places.
struct Segment {
  PointId a, b;
  friend bool operator==(const Segment&, const Segment&) = default;
  friend bool operator<(const Segment& x, const Segment& y) {
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  }
};

/// A point that goes into a segment: one that is there, or a new one where another segment crosses.
struct Split {
  Segment segment;
  PointId point = no_point;
  Point place{};
  double reach_m =
      0;  ///< along the segment: so far away the one that crosses may still be within the precision
};

struct Found {
  std::vector<Split> splits;  ///< of a crossing, one for each segment, one after the other
  std::vector<std::pair<PointId, PointId>> merges;
};

/// Where two segments cross, to the last bit the same whatever their order and direction.
Point place_of_crossing(const Point& a, const Point& b, const Point& c, const Point& d) {
  using Wide = long double;
  const Wide ux = static_cast<Wide>(b.x()) - a.x(), uy = static_cast<Wide>(b.y()) - a.y();
  const Wide vx = static_cast<Wide>(d.x()) - c.x(), vy = static_cast<Wide>(d.y()) - c.y();
  const Wide along = ((static_cast<Wide>(c.x()) - a.x()) * vy - (static_cast<Wide>(c.y()) - a.y()) * vx) /
                     (ux * vy - uy * vx);
  return {static_cast<double>(a.x() + along * ux), static_cast<double>(a.y() + along * uy)};
}

double square_between(const Point& a, const Point& b) {
  return (a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y());
}

double sine_between(const Point& a, const Point& b, const Point& c, const Point& d) {
  const double ux = b.x() - a.x(), uy = b.y() - a.y(), vx = d.x() - c.x(), vy = d.y() - c.y();
  return std::abs(ux * vy - uy * vx) / std::sqrt((ux * ux + uy * uy) * (vx * vx + vy * vy));
}

class Noder {
 public:
  Noder(FlatRings& rings, NodingScope scope, double precision)
      : rings_(rings), scope_(scope), precision_(precision), is_fresh_(rings.points.size(), 1) {}

  /// One look at all lines; false: nothing to do.
  bool round();
  void widen() { precision_ *= 10; }

 private:
  [[nodiscard]] const Point& at(PointId id) const { return rings_.points[id]; }
  [[nodiscard]] Segment segment(PointId a, PointId b) const {
    return before(at(a), at(b)) ? Segment{a, b} : Segment{b, a};
  }
  void compare(Segment s, Segment t, Found& found) const;
  /// Do they only share an end, from which they go different ways?
  [[nodiscard]] bool joint_runs_on(Segment s, Segment t) const;
  /// Does the end of one lie on the other, so that no crossing needs to be looked for there?
  bool meet(PointId end, Segment s, Found& found) const;
  void collect_lines(std::vector<PointId>& ids, std::vector<std::size_t>& start) const;
  void collect_around_fresh(std::vector<PointId>& ids, std::vector<std::size_t>& start) const;
  void mark_fresh(const Found& found, const std::vector<PointId>& now);
  void apply(Found found);
  void merge(std::vector<std::pair<PointId, PointId>>& merges, std::vector<PointId>& now);
  /// \pre splits are sorted along their segments; those of segments that begin at a point are from `start[point]` on
  void rebuild(const std::vector<Split>& splits, const std::vector<std::uint32_t>& start,
               const std::vector<PointId>& now);

  FlatRings& rings_;
  NodingScope scope_;
  double precision_;
  std::vector<std::uint8_t>
      is_fresh_;  ///< [point] moved, or bent a line, or came close to another, since the last look
  int rounds_ = 0;
};

bool Noder::meet(PointId end, Segment s, Found& found) const {
  if (end == s.a || end == s.b) return false;
  const Reach reached = reach(at(end), at(s.a), at(s.b));
  if (reached.distance_m > precision_) return false;
  const double limit = precision_ * precision_;
  for (const PointId other : {s.a, s.b})
    if (square_between(at(end), at(other)) <= limit) {
      found.merges.emplace_back(std::min(end, other), std::max(end, other));
      return true;
    }
  found.splits.push_back({s, end});
  return true;
}

bool Noder::joint_runs_on(Segment s, Segment t) const {
  const PointId joint = s.a == t.a || s.a == t.b ? s.a : s.b == t.a || s.b == t.b ? s.b : no_point;
  if (joint == no_point) return false;
  const Point &o = at(joint), &p = at(s.a == joint ? s.b : s.a), &q = at(t.a == joint ? t.b : t.a);
  return (p.x() - o.x()) * (q.x() - o.x()) + (p.y() - o.y()) * (q.y() - o.y()) < 0 &&
         square_between(o, p) > precision_ * precision_ && square_between(o, q) > precision_ * precision_;
}

void Noder::compare(Segment s, Segment t, Found& found) const {
  if (s == t || joint_runs_on(s, t) || far_apart(at(s.a), at(s.b), at(t.a), at(t.b), precision_)) return;
  bool touch = false;
  for (const PointId end : {t.a, t.b}) touch = meet(end, s, found) || touch;
  for (const PointId end : {s.a, s.b}) touch = meet(end, t, found) || touch;
  if (touch || scope_ == NodingScope::open_lines || s.a == t.a || s.a == t.b || s.b == t.a || s.b == t.b)
    return;
  if (before(at(t.a), at(s.a)) || (same_place(at(t.a), at(s.a)) && before(at(t.b), at(s.b)))) std::swap(s, t);
  const Point &a = at(s.a), &b = at(s.b), &c = at(t.a), &d = at(t.b);
  if (turn_of(a, b, c) * turn_of(a, b, d) >= 0 || turn_of(c, d, a) * turn_of(c, d, b) >= 0) return;
  const Point place = place_of_crossing(a, b, c, d);
  const double reach_m = precision_ / sine_between(a, b, c, d);
  found.splits.push_back({s, no_point, place, reach_m});
  found.splits.push_back({t, no_point, place, reach_m});
}

/// Squares of the plane in which something is new: lines that touch none of them were looked at before.
class FreshPlaces {
 public:
  FreshPlaces(const Point& low, const Point& high)
      : low_x_(low.x()),
        low_y_(low.y()),
        high_x_(high.x()),
        high_y_(high.y()),
        per_x_(side / std::max(high.x() - low.x(), 1e-9)),
        per_y_(side / std::max(high.y() - low.y(), 1e-9)),
        has_(side * side) {}
  /// Squares of the box around a segment, and those beside it: rounding may put an end into the next one.
  void mark(const Point& a, const Point& b) {
    const auto [x0, x1, y0, y1] = squares(a, b);
    for (std::size_t y = y0 - std::min<std::size_t>(y0, 1); y <= std::min(y1 + 1, side - 1); ++y)
      for (std::size_t x = x0 - std::min<std::size_t>(x0, 1); x <= std::min(x1 + 1, side - 1); ++x)
        has_[y * side + x] = 1;
  }
  [[nodiscard]] bool meet(const Point& a, const Point& b) const {
    if (std::max(a.x(), b.x()) < low_x_ - margin || std::min(a.x(), b.x()) > high_x_ + margin ||
        std::max(a.y(), b.y()) < low_y_ - margin || std::min(a.y(), b.y()) > high_y_ + margin)
      return false;
    const auto [x0, x1, y0, y1] = squares(a, b);
    for (std::size_t y = y0; y <= y1; ++y)
      for (std::size_t x = x0; x <= x1; ++x)
        if (has_[y * side + x] != 0) return true;
    return false;
  }

 private:
  static constexpr std::size_t side = 256;
  struct Squares {
    std::size_t x0, x1, y0, y1;
  };
  [[nodiscard]] Squares squares(const Point& a, const Point& b) const {
    return {cell(std::min(a.x(), b.x()), low_x_, per_x_), cell(std::max(a.x(), b.x()), low_x_, per_x_),
            cell(std::min(a.y(), b.y()), low_y_, per_y_), cell(std::max(a.y(), b.y()), low_y_, per_y_)};
  }
  [[nodiscard]] static std::size_t cell(double value, double low, double per) {
    return std::min(static_cast<std::size_t>(std::max(0.0, (value - low) * per)), side - 1);
  }
  static constexpr double margin = 1;  // beyond any precision
  double low_x_, low_y_, high_x_, high_y_, per_x_, per_y_;
  std::vector<std::uint8_t> has_;
};

void Noder::collect_lines(std::vector<PointId>& ids, std::vector<std::size_t>& start) const {
  const Lines lines(rings_);
  for (std::size_t line = 0; line < lines.count(); ++line) {
    if (scope_ == NodingScope::open_lines && lines.uses(line).size() != 1) continue;
    lines.copy_ids(line, ids);
    start.push_back(ids.size());
  }
}

bool Noder::round() {
  std::vector<PointId> ids;
  std::vector<std::size_t> start{0};
  if (rounds_++ == 0)
    collect_lines(ids, start);
  else
    collect_around_fresh(ids, start);
  std::vector<Point> points(ids.size());
  tbb::parallel_for(std::size_t{0}, ids.size(), [&](std::size_t i) { points[i] = at(ids[i]); });
  std::vector<Line> drawn;
  std::vector<std::uint8_t> has_fresh(start.size() - 1);
  for (std::size_t line = 0; line + 1 < start.size(); ++line) {
    drawn.push_back(std::span(points).subspan(start[line], start[line + 1] - start[line]));
    for (std::size_t i = start[line]; i < start[line + 1]; ++i) has_fresh[line] |= is_fresh_[ids[i]];
  }
  tbb::enumerable_thread_specific<Found> found;
  CloseSegments(std::move(drawn))
      .for_each_pair_from([&](std::uint32_t line) { return has_fresh[line] != 0; }, precision_,
                          [](std::uint32_t, std::uint32_t) { return true; },
                          [&](std::uint32_t line, std::uint32_t i, std::uint32_t other, std::uint32_t j) {
                            const PointId *p = ids.data() + start[line] + i,
                                          *q = ids.data() + start[other] + j;
                            if ((is_fresh_[p[0]] | is_fresh_[p[1]] | is_fresh_[q[0]] | is_fresh_[q[1]]) == 0)
                              return;
                            compare(segment(p[0], p[1]), segment(q[0], q[1]), found.local());
                          });
  Found all;
  for (Found& some : found) {
    std::move(some.splits.begin(), some.splits.end(), std::back_inserter(all.splits));
    std::move(some.merges.begin(), some.merges.end(), std::back_inserter(all.merges));
  }
  if (all.splits.empty() && all.merges.empty()) return false;
  apply(std::move(all));
  return true;
}

/// Single segments, of those lines only that lie near something new.
void Noder::collect_around_fresh(std::vector<PointId>& ids, std::vector<std::size_t>& start) const {
  if (std::ranges::find(is_fresh_, std::uint8_t{1}) == is_fresh_.end()) return;
  const auto for_each_segment = [&](auto visit) {
    for (std::size_t ring = 0; ring < rings_.ring_count(); ++ring)
      for (std::size_t slot = rings_.first_slot(ring), end = slot + rings_.length(ring); slot < end; ++slot)
        visit(rings_.ids[slot], rings_.ids[slot + 1]);
  };
  constexpr double huge = std::numeric_limits<double>::max();
  Point low(huge, huge), high(-huge, -huge);
  std::vector<Segment> new_ones;
  for_each_segment([&](PointId a, PointId b) {
    if ((is_fresh_[a] | is_fresh_[b]) == 0) return;
    new_ones.push_back({a, b});
    for (const PointId id : {a, b}) {
      low = {std::min(low.x(), at(id).x()), std::min(low.y(), at(id).y())};
      high = {std::max(high.x(), at(id).x()), std::max(high.y(), at(id).y())};
    }
  });
  FreshPlaces fresh(low, high);
  for (const auto& [a, b] : new_ones) fresh.mark(at(a), at(b));
  std::vector<Segment> segments;
  for_each_segment([&](PointId a, PointId b) {
    if (fresh.meet(at(a), at(b))) segments.push_back(segment(a, b));
  });
  std::sort(segments.begin(), segments.end());
  for (std::size_t i = 0, end = 0; i < segments.size(); i = end) {
    for (end = i; end < segments.size() && segments[end] == segments[i];) ++end;
    if (scope_ == NodingScope::open_lines && end - i != 1) continue;
    ids.push_back(segments[i].a);
    ids.push_back(segments[i].b);
    start.push_back(ids.size());
  }
}

/// [point] → the one that it becomes: of several that are one, the first by place.
void Noder::merge(std::vector<std::pair<PointId, PointId>>& merges, std::vector<PointId>& now) {
  const auto root = [&](PointId id) {
    while (now[id] != id) id = now[id] = now[now[id]];
    return id;
  };
  for (const auto& [a, b] : merges) {
    PointId x = root(a), y = root(b);
    if (x == y) continue;
    if (before(at(y), at(x))) std::swap(x, y);
    now[y] = x;
  }
  for (const auto& [a, b] : merges)
    for (const PointId id : {a, b}) now[id] = root(id);
}

/// Points that moved, or that a line was bent to; and where two lines cross a third so close together that each may be within the precision
/// of the other's crossing. Elsewhere a crossing changes no line by more than rounding, and nothing new can come near.
/// \pre splits are sorted along their segments
void Noder::mark_fresh(const Found& found, const std::vector<PointId>& now) {
  std::fill(is_fresh_.begin(), is_fresh_.end(), std::uint8_t{0});
  is_fresh_.resize(rings_.points.size(), 0);
  for (const auto& [a, b] : found.merges) is_fresh_[now[a]] = 1;
  const auto& splits = found.splits;
  const auto mark_if_close = [&](std::size_t i, std::size_t j) {
    if (!(splits[j].segment == splits[i].segment)) return false;
    const double reach_m = splits[i].reach_m + precision_;
    if (square_between(at(splits[i].point), at(splits[j].point)) > reach_m * reach_m) return false;
    is_fresh_[now[splits[i].point]] = is_fresh_[now[splits[j].point]] = 1;
    return true;
  };
  for (std::size_t i = 0; i < splits.size(); ++i) {
    if (splits[i].reach_m == 0) is_fresh_[now[splits[i].point]] = 1;
    for (std::size_t j = i + 1; j < splits.size() && mark_if_close(i, j);) ++j;
    for (std::size_t j = i; j > 0 && mark_if_close(i, j - 1);) --j;
  }
}

void Noder::apply(Found found) {
  // New points are numbered by place, not in the order in which threads found them.
  struct NewPlace {
    Point place;
    std::size_t split;  ///< of one of the two segments; that of the other follows
  };
  std::vector<NewPlace> crossings;
  for (std::size_t i = 0; i < found.splits.size(); ++i)
    if (found.splits[i].point == no_point) {
      crossings.push_back({found.splits[i].place, i});
      ++i;
    }
  tbb::parallel_sort(crossings.begin(), crossings.end(),
                     [](const NewPlace& a, const NewPlace& b) { return before(a.place, b.place); });
  for (std::size_t i = 0; i < crossings.size(); ++i) {
    if (i == 0 || !same_place(crossings[i].place, crossings[i - 1].place))
      rings_.points.push_back(crossings[i].place);
    for (const std::size_t split : {crossings[i].split, crossings[i].split + 1})
      found.splits[split].point = static_cast<PointId>(rings_.points.size() - 1);
  }
  std::vector<PointId> now(rings_.points.size());
  std::iota(now.begin(), now.end(), PointId{0});
  merge(found.merges, now);
  const auto start = bucket_sort(  // few segments begin at one point
      found.splits, rings_.points.size(), [](const Split& split) { return split.segment.a; },
      [&](const Split& x, const Split& y) {
        if (!(x.segment == y.segment)) return x.segment < y.segment;
        const double dx = square_between(at(x.segment.a), at(x.point)),
                     dy = square_between(at(x.segment.a), at(y.point));
        if (dx != dy) return dx < dy;
        return same_place(at(x.point), at(y.point)) ? x.point < y.point : before(at(x.point), at(y.point));
      });
  mark_fresh(found, now);
  rebuild(found.splits, start, now);
}

/// The rings with the points that came in, and without what repeats: a point twice, or a way there and back again.
void Noder::rebuild(const std::vector<Split>& splits, const std::vector<std::uint32_t>& start,
                    const std::vector<PointId>& now) {
  const auto splits_of = [&](Segment wanted) {
    const auto end = splits.begin() + start[wanted.a + 1];
    auto first = splits.begin() + start[wanted.a];
    while (first != end && first->segment.b < wanted.b) ++first;
    auto last = first;
    while (last != end && last->segment.b == wanted.b) ++last;
    return std::pair(first, last);
  };
  FlatRings result;
  result.unit_count = rings_.unit_count;
  result.ids.reserve(rings_.ids.size() + splits.size());
  std::vector<PointId> ring;
  const auto put = [&](PointId id) {
    id = now[id];
    if (!ring.empty() && ring.back() == id) return;
    if (ring.size() >= 2 && ring[ring.size() - 2] == id)
      ring.pop_back();
    else
      ring.push_back(id);
  };
  for (std::size_t number = 0; number < rings_.ring_count(); ++number) {
    ring.clear();
    const std::size_t first = rings_.first_slot(number), end = first + rings_.length(number);
    for (std::size_t slot = first; slot < end; ++slot) {
      const PointId from = rings_.ids[slot], to = rings_.ids[slot + 1];
      put(from);
      const Segment here = segment(from, to);
      if (start[here.a] == start[here.a + 1]) continue;
      const auto [begin, last] = splits_of(here);
      if (here.a == from)
        for (auto split = begin; split != last; ++split) put(split->point);
      else
        for (auto split = last; split != begin;) put((--split)->point);
    }
    for (bool again = true; again && ring.size() >= 2;) {  // the seam between its last point and its first
      again = false;
      if (ring.front() == ring.back()) {
        ring.pop_back();
        again = true;
      } else if (ring.size() >= 3 && ring[ring.size() - 2] == ring.front()) {
        ring.pop_back();
        ring.pop_back();
        again = true;
      } else if (ring.size() >= 3 && ring[1] == ring.back()) {
        ring.erase(ring.begin());
        ring.pop_back();
        again = true;
      }
    }
    if (ring.size() < 3) continue;
    result.add_ring(rings_.unit[number], ring);
  }
  result.points = std::move(rings_.points);
  rings_ = std::move(result);
}

}  // namespace

Result<bool> node_rings(FlatRings& rings, NodingScope scope, double precision, const Task& task) {
  Noder noder(rings, scope, precision);
  constexpr int
      rounds = 24,
      patience =
          6;  // rounding may bend lines into each other anew: after a few rounds, with a wider precision
  bool changed = false;
  for (int round = 1; round <= rounds; ++round) {
    if (task.stop.stop_requested()) return fail({.code = ErrorCode::cancelled});
    if (!noder.round()) return changed;
    changed = true;
    if (round % patience == 0) noder.widen();
  }
  return changed;
}

}  // namespace vicinia::core::topology::detail
