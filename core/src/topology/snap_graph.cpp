#include "snap_graph.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

#include "close_segments.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Box;
using geom::Point;

Box box_around(const Point& a, const Point& b, double by) {
  return {{std::min(a.x(), b.x()) - by, std::min(a.y(), b.y()) - by}, {std::max(a.x(), b.x()) + by, std::max(a.y(), b.y()) + by}};
}

double distance(const Point& a, const Point& b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

}  // namespace

std::uint32_t SnapGraph::make(PointId a, PointId b) {
  pieces_.push_back({a, b, none, none});
  return static_cast<std::uint32_t>(pieces_.size() - 1);
}

void SnapGraph::put_in(std::uint32_t piece) {
  tree_.insert({box_around(points_[pieces_[piece].a], points_[pieces_[piece].b], 0), piece});
  attach(piece);
}

void SnapGraph::attach(std::uint32_t piece) {
  at_[pieces_[piece].a].push_back(piece);
  at_[pieces_[piece].b].push_back(piece);
}

void SnapGraph::detach(std::uint32_t piece) {
  for (const PointId end : {pieces_[piece].a, pieces_[piece].b}) std::erase(at_[end], piece);
}

void SnapGraph::split(std::uint32_t piece, PointId at) {
  detach(piece);  // its box stays in the tree and leads to the parts
  const std::uint32_t first = make(pieces_[piece].a, at), second = make(at, pieces_[piece].b);
  pieces_[piece].first_part = first;
  pieces_[piece].second_part = second;
  attach(first);
  attach(second);
}

bool SnapGraph::may_meet(const Piece& piece, const Box& box) const {
  const Point &a = points_[piece.a], &b = points_[piece.b];
  return std::max(a.x(), b.x()) >= box.min_corner().x() && std::min(a.x(), b.x()) <= box.max_corner().x() &&
         std::max(a.y(), b.y()) >= box.min_corner().y() && std::min(a.y(), b.y()) <= box.max_corner().y();
}

template <class Visit>
void SnapGraph::for_each_part(std::uint32_t piece, const Box& box, Visit& visit) const {
  if (!may_meet(pieces_[piece], box)) return;
  if (pieces_[piece].first_part == none) {
    visit(piece);
    return;
  }
  for_each_part(pieces_[piece].first_part, box, visit);
  for_each_part(pieces_[piece].second_part, box, visit);
}

template <class Visit>
void SnapGraph::for_each_near(const Box& box, Visit visit) const {
  for (auto entry = tree_.qbegin(boost::geometry::index::intersects(box)); entry != tree_.qend(); ++entry)
    for_each_part(entry->second, box, visit);
}

std::optional<PointId> SnapGraph::settle(PointId vertex, double within_m, bool any_piece, const Allowed& allowed) {
  if (const auto known = at_.find(vertex); known != at_.end() && !known->second.empty()) return vertex;
  const Point place = points_[vertex];
  // Ties go to the smaller coordinates: the choice must not depend on the order in which pieces are met.
  using Rank = std::tuple<double, double, double, double, double>;
  const auto rank_of = [](double away, const Point& p, const Point& q) { return Rank(away, p.x(), p.y(), q.x(), q.y()); };
  std::optional<PointId> point;
  std::optional<std::uint32_t> piece;
  double along = 0;
  Rank best_point, best_piece;
  const auto offer = [&](PointId end) {
    const Rank rank = rank_of(distance(place, points_[end]), points_[end], points_[end]);
    if (std::get<0>(rank) > within_m || (point && rank >= best_point) || !allowed(end)) return;
    point = end;
    best_point = rank;
  };
  for_each_near(box_around(place, place, within_m), [&](std::uint32_t candidate) {
    const PointId a = pieces_[candidate].a, b = pieces_[candidate].b;
    const bool forward = before(points_[a], points_[b]);
    const Reach to = reach(place, points_[a], points_[b]);
    if (to.distance_m > within_m) return;
    if (any_piece) {
      offer(a);
      offer(b);
    }
    const Rank rank = rank_of(to.distance_m, points_[forward ? a : b], points_[forward ? b : a]);
    if (piece && rank >= best_piece) return;
    piece = candidate;
    best_piece = rank;
    along = to.along;
  });
  if (!piece) return std::nullopt;
  const PointId a = pieces_[*piece].a, b = pieces_[*piece].b;
  if (!any_piece) {
    offer(a);
    offer(b);
  }
  const bool inside = along > 0 && along < 1, on_piece = inside && std::get<0>(best_piece) <= exact_m_;
  if (point && (!on_piece || std::get<0>(best_point) <= exact_m_)) return point;
  if (!inside) return std::nullopt;
  if (on_piece) {
    split(*piece, vertex);
    return vertex;
  }
  const Point from = points_[a], to = points_[b];
  const auto added = static_cast<PointId>(points_.size());
  points_.emplace_back(from.x() + along * (to.x() - from.x()), from.y() + along * (to.y() - from.y()));
  split(*piece, added);
  return added;
}

std::vector<PointId> SnapGraph::along(PointId a, PointId b, double within_m) const {
  const Point from = points_[a], to = points_[b];
  std::vector<std::tuple<double, double, double, PointId>> found;
  for_each_near(box_around(from, to, within_m), [&](std::uint32_t piece) {
    for (const PointId end : {pieces_[piece].a, pieces_[piece].b}) {
      const Reach at = reach(points_[end], from, to);
      if (end != a && end != b && at.distance_m <= within_m && at.along > 0 && at.along < 1)
        found.emplace_back(at.along, points_[end].x(), points_[end].y(), end);
    }
  });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<PointId> points;
  for (const auto& entry : found) points.push_back(std::get<3>(entry));
  return points;
}

std::optional<std::vector<SnapGraph::Step>> SnapGraph::way(PointId from, PointId to, const Allowed& allowed) const {
  if (from == to) return std::vector<Step>{};
  if (!at_.contains(from) || !at_.contains(to)) return std::nullopt;
  struct Reached {
    double length;
    Step by;
    bool done;
  };
  std::unordered_map<PointId, Reached> reached{{from, {0, {}, false}}};
  using Item = std::tuple<double, double, double, PointId>;
  std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
  queue.emplace(0, 0, 0, from);
  while (!queue.empty()) {
    const auto [length, x, y, at] = queue.top();
    queue.pop();
    if (std::exchange(reached[at].done, true)) continue;
    if (at == to) break;
    for (const std::uint32_t piece : at_.at(at)) {
      const Step step{piece, pieces_[piece].b == at};
      const PointId next = end_of(step);
      if (next != to && !allowed(next)) continue;
      const double sum = length + distance(points_[at], points_[next]);
      const auto [entry, is_new] = reached.try_emplace(next, Reached{sum, step, false});
      if (!is_new && (entry->second.done || entry->second.length <= sum)) continue;
      entry->second = {sum, step, false};
      queue.emplace(sum, points_[next].x(), points_[next].y(), next);
    }
  }
  if (!reached.contains(to)) return std::nullopt;
  std::vector<Step> steps;
  for (PointId at = to; at != from; at = end_of({steps.back().piece, !steps.back().reversed})) steps.push_back(reached[at].by);
  std::reverse(steps.begin(), steps.end());
  return steps;
}

void SnapGraph::expand(Step step, std::vector<PointId>& to) const {
  const Piece& piece = pieces_[step.piece];
  if (piece.first_part == none) {
    to.push_back(end_of(step));
    return;
  }
  expand({step.reversed ? piece.second_part : piece.first_part, step.reversed}, to);
  expand({step.reversed ? piece.first_part : piece.second_part, step.reversed}, to);
}

}  // namespace vicinia::core::topology::detail
