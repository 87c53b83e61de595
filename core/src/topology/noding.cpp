#include "noding.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "close_segments.h"
#include "crossing.h"
#include "lines.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

/// A segment, by its two points in the order of their places.
struct Segment {
  PointId a, b;
  friend bool operator==(const Segment&, const Segment&) = default;
  friend bool operator<(const Segment& x, const Segment& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); }
};

/// A point that goes into a segment: one that is there, or a new one.
struct Split {
  Segment segment;
  PointId point = no_point;
  Point place{};
};

struct Found {
  std::vector<Split> splits;
  std::vector<std::pair<PointId, PointId>> merges;
};

/// Where two segments cross, to the last bit the same whatever their order and direction.
Point place_of_crossing(const Point& a, const Point& b, const Point& c, const Point& d) {
  using Wide = long double;
  const Wide ux = static_cast<Wide>(b.x()) - a.x(), uy = static_cast<Wide>(b.y()) - a.y();
  const Wide vx = static_cast<Wide>(d.x()) - c.x(), vy = static_cast<Wide>(d.y()) - c.y();
  const Wide along = ((static_cast<Wide>(c.x()) - a.x()) * vy - (static_cast<Wide>(c.y()) - a.y()) * vx) / (ux * vy - uy * vx);
  return {static_cast<double>(a.x() + along * ux), static_cast<double>(a.y() + along * uy)};
}

double square_between(const Point& a, const Point& b) {
  return (a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y());
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
  [[nodiscard]] Segment segment(PointId a, PointId b) const { return before(at(a), at(b)) ? Segment{a, b} : Segment{b, a}; }
  void compare(Segment s, Segment t, Found& found) const;
  /// Do they only share an end, from which they go different ways?
  [[nodiscard]] bool joint_runs_on(Segment s, Segment t) const;
  /// Does the end of one lie on the other, so that no crossing needs to be looked for there?
  bool meet(PointId end, Segment s, Found& found) const;
  void keep_around_fresh(std::vector<PointId>& ids, std::vector<std::size_t>& start) const;
  void apply(Found found);
  void merge(std::vector<std::pair<PointId, PointId>>& merges, std::vector<PointId>& now);
  void rebuild(const std::vector<Split>& splits, const std::vector<PointId>& now);

  FlatRings& rings_;
  NodingScope scope_;
  double precision_;
  std::vector<std::uint8_t> is_fresh_;  ///< [point] came or moved since the last look
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
  if (s == t || far_apart(at(s.a), at(s.b), at(t.a), at(t.b), precision_)) return;
  if (joint_runs_on(s, t)) return;
  bool touch = false;
  for (const PointId end : {t.a, t.b}) touch = meet(end, s, found) || touch;
  for (const PointId end : {s.a, s.b}) touch = meet(end, t, found) || touch;
  if (touch || scope_ == NodingScope::open_lines || s.a == t.a || s.a == t.b || s.b == t.a || s.b == t.b) return;
  if (before(at(t.a), at(s.a)) || (same_place(at(t.a), at(s.a)) && before(at(t.b), at(s.b)))) std::swap(s, t);
  const Point &a = at(s.a), &b = at(s.b), &c = at(t.a), &d = at(t.b);
  if (turn_of(a, b, c) * turn_of(a, b, d) >= 0 || turn_of(c, d, a) * turn_of(c, d, b) >= 0) return;
  const Point place = place_of_crossing(a, b, c, d);
  found.splits.push_back({s, no_point, place});
  found.splits.push_back({t, no_point, place});
}

/// Squares of the plane in which something is new: lines that touch none of them were looked at before.
class FreshPlaces {
 public:
  explicit FreshPlaces(const std::vector<Point>& points) {
    double high_x = std::numeric_limits<double>::lowest(), high_y = high_x;
    for (const Point& p : points) {
      low_x_ = std::min(low_x_, p.x());
      low_y_ = std::min(low_y_, p.y());
      high_x = std::max(high_x, p.x());
      high_y = std::max(high_y, p.y());
    }
    per_x_ = side / std::max(high_x - low_x_, 1e-9);
    per_y_ = side / std::max(high_y - low_y_, 1e-9);
    has_.assign(side * side, 0);
  }
  void mark(const Point& a, const Point& b) {
    for_each(a, b, [&](std::uint8_t& square) {
      square = 1;
      return false;
    });
  }
  [[nodiscard]] bool meet(const Point& a, const Point& b) {
    return for_each(a, b, [](const std::uint8_t& square) { return square != 0; });
  }

 private:
  static constexpr std::size_t side = 512;
  [[nodiscard]] static std::size_t cell(double value, double low, double per) {
    return std::min(static_cast<std::size_t>(std::max(0.0, (value - low) * per)), side - 1);
  }
  /// Squares of the box around a segment, and those beside it: rounding may put an end into the next one.
  template <class Visit>
  bool for_each(const Point& a, const Point& b, Visit visit) {
    const auto [x0, x1] = std::minmax({cell(a.x(), low_x_, per_x_), cell(b.x(), low_x_, per_x_)});
    const auto [y0, y1] = std::minmax({cell(a.y(), low_y_, per_y_), cell(b.y(), low_y_, per_y_)});
    for (std::size_t y = y0 - std::min<std::size_t>(y0, 1); y <= std::min(y1 + 1, side - 1); ++y)
      for (std::size_t x = x0 - std::min<std::size_t>(x0, 1); x <= std::min(x1 + 1, side - 1); ++x)
        if (visit(has_[y * side + x])) return true;
    return false;
  }
  double low_x_ = std::numeric_limits<double>::max(), low_y_ = low_x_, per_x_ = 0, per_y_ = 0;
  std::vector<std::uint8_t> has_;
};

bool Noder::round() {
  const Lines lines(rings_);
  std::vector<PointId> ids;
  std::vector<std::size_t> start{0};
  for (std::size_t line = 0; line < lines.count(); ++line) {
    if (scope_ == NodingScope::open_lines && lines.uses(line).size() != 1) continue;
    lines.copy_ids(line, ids);
    start.push_back(ids.size());
  }
  if (rounds_++ > 0) keep_around_fresh(ids, start);
  std::vector<Point> points(ids.size());
  tbb::parallel_for(std::size_t{0}, ids.size(), [&](std::size_t i) { points[i] = at(ids[i]); });
  std::vector<Line> drawn;
  std::vector<std::uint8_t> has_fresh(start.size() - 1);
  for (std::size_t line = 0; line + 1 < start.size(); ++line) {
    drawn.push_back(std::span(points).subspan(start[line], start[line + 1] - start[line]));
    for (std::size_t i = start[line]; i < start[line + 1]; ++i) has_fresh[line] |= is_fresh_[ids[i]];
  }
  tbb::enumerable_thread_specific<Found> found;
  CloseSegments(std::move(drawn)).for_each_pair_from(
      [&](std::uint32_t line) { return has_fresh[line] != 0; }, precision_, [](std::uint32_t, std::uint32_t) { return true; },
      [&](std::uint32_t line, std::uint32_t i, std::uint32_t other, std::uint32_t j) {
        const PointId *p = ids.data() + start[line] + i, *q = ids.data() + start[other] + j;
        if ((is_fresh_[p[0]] | is_fresh_[p[1]] | is_fresh_[q[0]] | is_fresh_[q[1]]) == 0) return;
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

/// Only lines near something new.
void Noder::keep_around_fresh(std::vector<PointId>& ids, std::vector<std::size_t>& start) const {
  FreshPlaces fresh(rings_.points);
  for (std::size_t line = 0; line + 1 < start.size(); ++line)
    for (std::size_t i = start[line]; i + 1 < start[line + 1]; ++i)
      if ((is_fresh_[ids[i]] | is_fresh_[ids[i + 1]]) != 0) fresh.mark(at(ids[i]), at(ids[i + 1]));
  std::vector<PointId> kept;
  std::vector<std::size_t> kept_start{0};
  for (std::size_t line = 0; line + 1 < start.size(); ++line) {
    bool is_near = false;
    for (std::size_t i = start[line]; i + 1 < start[line + 1] && !is_near; ++i) is_near = fresh.meet(at(ids[i]), at(ids[i + 1]));
    if (!is_near) continue;
    kept.insert(kept.end(), ids.begin() + static_cast<std::ptrdiff_t>(start[line]), ids.begin() + static_cast<std::ptrdiff_t>(start[line + 1]));
    kept_start.push_back(kept.size());
  }
  ids = std::move(kept);
  start = std::move(kept_start);
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
    for (const PointId id : {a, b}) is_fresh_[now[id] = root(id)] = 1;
}

void Noder::apply(Found found) {
  std::fill(is_fresh_.begin(), is_fresh_.end(), std::uint8_t{0});
  // New points are numbered by place, not in the order in which threads found them.
  std::vector<Split*> crossings;
  for (Split& split : found.splits)
    if (split.point == no_point) crossings.push_back(&split);
  std::sort(crossings.begin(), crossings.end(), [](const Split* a, const Split* b) { return before(a->place, b->place); });
  for (std::size_t i = 0; i < crossings.size(); ++i) {
    if (i == 0 || !same_place(crossings[i]->place, crossings[i - 1]->place)) rings_.points.push_back(crossings[i]->place);
    crossings[i]->point = static_cast<PointId>(rings_.points.size() - 1);
  }
  is_fresh_.resize(rings_.points.size(), 1);
  std::vector<PointId> now(rings_.points.size());
  std::iota(now.begin(), now.end(), PointId{0});
  merge(found.merges, now);
  for (const Split& split : found.splits) is_fresh_[now[split.point]] = 1;
  std::sort(found.splits.begin(), found.splits.end(), [&](const Split& x, const Split& y) {
    if (!(x.segment == y.segment)) return x.segment < y.segment;
    const double dx = square_between(at(x.segment.a), at(x.point)), dy = square_between(at(x.segment.a), at(y.point));
    if (dx != dy) return dx < dy;
    return same_place(at(x.point), at(y.point)) ? x.point < y.point : before(at(x.point), at(y.point));
  });
  rebuild(found.splits, now);
}

/// The rings with the points that came in, and without what repeats: a point twice, or a way there and back again.
void Noder::rebuild(const std::vector<Split>& splits, const std::vector<PointId>& now) {
  std::vector<std::uint8_t> is_split(rings_.points.size());
  for (const Split& split : splits) is_split[split.segment.a] = 1;
  const auto splits_of = [&](Segment wanted) {
    return std::equal_range(splits.begin(), splits.end(), Split{wanted},
                            [](const Split& x, const Split& y) { return x.segment < y.segment; });
  };
  FlatRings result;
  result.unit_count = rings_.unit_count;
  result.points = std::move(rings_.points);
  rings_.points.swap(result.points);  // `at` reads them until the end
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
      if (is_split[here.a] == 0) continue;
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
    result.unit.push_back(rings_.unit[number]);
    result.ids.push_back(ring.back());
    result.ids.insert(result.ids.end(), ring.begin(), ring.end());
    result.ids.push_back(ring.front());
    result.start.push_back(result.ids.size());
  }
  result.points = std::move(rings_.points);
  rings_ = std::move(result);
}

}  // namespace

Result<bool> node_rings(FlatRings& rings, NodingScope scope, double precision, const Task& task) {
  Noder noder(rings, scope, precision);
  constexpr int rounds = 24, patience = 6;  // rounding may bend lines into each other anew: after a few rounds, with a wider precision
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
