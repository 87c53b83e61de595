#include "assemble.h"

#include <algorithm>
#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <optional>
#include <utility>

#include "flat_rings.h"

namespace vicinia::core::topology::detail {
namespace {

namespace bg = boost::geometry;
using geom::Point;
using geom::Ring;

struct Chain {
  std::vector<ArcRef> arcs;
  double area = 0;            ///< signed, clockwise positive: of an outer ring
  std::size_t walk = 0;       ///< chains of the same walk bound the same ground
};

class Assembler {
 public:
  Assembler(const Topology& topology, std::span<const ArcRef> boundary)
      : topology_(topology), arcs_(boundary.begin(), boundary.end()), used_(boundary.size()), at_(boundary.size()) {
    std::sort(arcs_.begin(), arcs_.end(), [&](ArcRef a, ArcRef b) {
      const auto from = [&](ArcRef ref) { return std::pair(from_node(ref), 2 * std::uint64_t{ref.arc} + ref.reversed); };
      return from(a) < from(b);
    });
  }

  geom::MultiPolygon run() {
    walk();
    return polygons();
  }
  std::vector<std::vector<ArcRef>> ways() {
    walk();
    std::vector<std::vector<ArcRef>> ways;
    for (Chain& chain : chains_)
      if (chain.area != 0) ways.push_back(std::move(chain.arcs));
    return ways;
  }

 private:
  [[nodiscard]] const Arc& arc(ArcRef ref) const { return topology_.arcs()[ref.arc]; }
  [[nodiscard]] std::uint32_t from_node(ArcRef ref) const { return ref.reversed != 0 ? arc(ref).to_node : arc(ref).from_node; }
  [[nodiscard]] std::uint32_t to_node(ArcRef ref) const { return ref.reversed != 0 ? arc(ref).from_node : arc(ref).to_node; }
  [[nodiscard]] std::span<const Point> points(ArcRef ref) const { return topology_.points_of(arc(ref)); }
  /// The way in which an arc leaves its first node, or in which it comes back along its last segment.
  [[nodiscard]] Point leaving(ArcRef ref) const { return step(points(ref), ref.reversed != 0); }
  [[nodiscard]] Point returning(ArcRef ref) const { return step(points(ref), ref.reversed == 0); }
  static Point step(std::span<const Point> line, bool from_end) {
    const Point& a = from_end ? line.back() : line.front();
    const Point& b = from_end ? line[line.size() - 2] : line[1];
    return {b.x() - a.x(), b.y() - a.y()};
  }
  static double cross(const Point& a, const Point& b) {
    return static_cast<double>(static_cast<long double>(a.x()) * b.y() - static_cast<long double>(a.y()) * b.x());
  }
  static double dot(const Point& a, const Point& b) { return a.x() * b.x() + a.y() * b.y(); }
  /// 0 for the way back itself, growing as one turns from it, counter-clockwise, to a full turn.
  static double turn(const Point& back, const Point& way) {
    const double angle = std::atan2(cross(back, way), dot(back, way));
    return angle <= 0 ? angle + 2 * M_PI : angle;
  }

  /// Number of the node among those of the boundary: its first arc.
  [[nodiscard]] std::size_t local(std::uint32_t node) const {
    return static_cast<std::size_t>(
        std::lower_bound(arcs_.begin(), arcs_.end(), node, [&](ArcRef ref, std::uint32_t n) { return from_node(ref) < n; }) -
        arcs_.begin());
  }

  /// Keeping the ground on the right, the next line round it: the first that one meets by turning counter-clockwise from the way back.
  [[nodiscard]] std::optional<std::size_t> next(std::size_t at, std::size_t start) const {
    const std::uint32_t node = to_node(arcs_[at]);
    std::optional<std::size_t> best;
    double best_turn = 0;
    const Point back = returning(arcs_[at]);
    for (std::size_t i = local(node); i < arcs_.size() && from_node(arcs_[i]) == node; ++i) {
      const double angle = turn(back, leaving(arcs_[i]));
      if (!best || angle < best_turn) {
        best = i;
        best_turn = angle;
      }
    }
    return best == start || (best && used_[*best]) ? std::nullopt : best;
  }

  void walk() {
    for (std::size_t i = 0; i < arcs_.size(); ++i)
      if (!used_[i]) walk_from(i);
  }
  /// One way round a piece of ground, cut into a ring of its own wherever it comes back to a node.
  void walk_from(std::size_t start) {
    std::vector<std::size_t> path;
    for (std::optional<std::size_t> at = start; at; at = next(*at, start)) {
      used_[*at] = true;
      at_[local(from_node(arcs_[*at]))] = path.size() + 1;
      path.push_back(*at);
      const std::size_t met = local(to_node(arcs_[*at]));
      if (met >= at_.size() || at_[met] == 0) continue;
      Chain chain;
      chain.walk = walks_;
      for (std::size_t i = at_[met] - 1; i < path.size(); ++i) {
        chain.arcs.push_back(arcs_[path[i]]);
        if (i >= at_[met]) at_[local(from_node(arcs_[path[i]]))] = 0;
      }
      path.resize(std::exchange(at_[met], 0) - 1);
      chain.area = area(chain.arcs);
      chains_.push_back(std::move(chain));
    }
    for (const std::size_t i : path) at_[local(from_node(arcs_[i]))] = 0;
    ++walks_;
  }

  [[nodiscard]] double area(const std::vector<ArcRef>& chain) const;
  [[nodiscard]] Ring ring_of(const Chain& chain) const;
  geom::MultiPolygon polygons();

  const Topology& topology_;
  std::vector<ArcRef> arcs_;
  std::vector<bool> used_;
  std::vector<std::size_t> at_;  ///< [local node] where the path leaves it, + 1; 0: nowhere
  std::vector<Chain> chains_;
  std::size_t walks_ = 0;
};

double Assembler::area(const std::vector<ArcRef>& chain) const {
  const Point origin = points(chain.front()).front();
  double twice = 0;
  for (const ArcRef ref : chain) {
    const auto line = points(ref);
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
      sum += (line[i].x() - origin.x()) * (line[i - 1].y() - origin.y()) - (line[i - 1].x() - origin.x()) * (line[i].y() - origin.y());
    twice += ref.reversed != 0 ? -sum : sum;
  }
  return twice / 2;
}

Ring Assembler::ring_of(const Chain& chain) const {
  Ring ring;
  std::size_t size = 1;
  for (const ArcRef ref : chain.arcs) size += points(ref).size() - 1;
  ring.reserve(size);
  for (const ArcRef ref : chain.arcs) {
    const auto line = points(ref);
    if (ref.reversed != 0)
      ring.insert(ring.end(), line.rbegin(), line.rend() - 1);
    else
      ring.insert(ring.end(), line.begin(), line.end() - 1);
  }
  // From its first point by place, so that no ring begins where the numbering happens to.
  std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end(), before), ring.end());
  ring.push_back(ring.front());
  return ring;
}

/// 1 inside, -1 outside, 0 at a vertex. Rings of one topology meet in vertices only, so that no other point lies on a border.
int side_of(const Point& p, const Ring& ring) {
  bool inside = false;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Point &a = ring[i - 1], &b = ring[i];
    if (p.x() == b.x() && p.y() == b.y()) return 0;
    if ((a.y() > p.y()) != (b.y() > p.y()) && p.x() < a.x() + (p.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x())) inside = !inside;
  }
  return inside ? 1 : -1;
}

/// Of the first vertex of the inner ring that is not one of the outer ring.
bool holds(const Ring& outer, const Ring& inner) {
  for (const Point& point : inner)
    if (const int side = side_of(point, outer); side != 0) return side > 0;
  return false;
}

/// A ring with its signed area, clockwise positive, and the way round the ground that it was part of.
struct Loop {
  Ring ring;
  double area = 0;
  std::size_t walk = 0;
};

/// Polygons of the loops.
geom::MultiPolygon polygons_of(std::vector<Loop> loops, std::size_t walks) {
  geom::MultiPolygon result;
  std::sort(loops.begin(), loops.end(), [](const Loop& a, const Loop& b) {
    return a.area != b.area ? a.area > b.area : before(a.ring.front(), b.ring.front());
  });
  const auto first_hole = static_cast<std::size_t>(
      std::find_if(loops.begin(), loops.end(), [](const Loop& loop) { return loop.area <= 0; }) - loops.begin());
  const std::size_t nowhere = loops.size();
  std::vector<std::size_t> outer_of_walk(walks, nowhere);
  std::vector<geom::Box> boxes(first_hole);
  result.resize(first_hole);
  for (std::size_t i = 0; i < first_hole; ++i) {
    if (outer_of_walk[loops[i].walk] == nowhere) outer_of_walk[loops[i].walk] = i;
    if (loops.size() > 1) boxes[i] = bg::return_envelope<geom::Box>(loops[i].ring);
    result[i].outer() = std::move(loops[i].ring);
  }
  for (std::size_t hole = first_hole; hole < loops.size(); ++hole) {
    if (loops[hole].area == 0) continue;
    std::size_t home = outer_of_walk[loops[hole].walk];  // a hole that meets its outer ring was walked with it
    const auto box = bg::return_envelope<geom::Box>(loops[hole].ring);
    if (home != nowhere && !bg::covered_by(box, boxes[home])) home = nowhere;
    for (std::size_t i = first_hole; home == nowhere && i-- > 0;)  // from the smallest
      if (loops[i].area > -loops[hole].area && bg::covered_by(box, boxes[i]) && holds(result[i].outer(), loops[hole].ring)) home = i;
    if (home != nowhere) result[home].inners().push_back(std::move(loops[hole].ring));
  }
  return result;
}

geom::MultiPolygon Assembler::polygons() {
  std::vector<Loop> loops;
  for (const Chain& chain : chains_) loops.push_back({ring_of(chain), chain.area, chain.walk});
  return polygons_of(std::move(loops), walks_);
}

}  // namespace

geom::MultiPolygon assemble(const Topology& topology, std::span<const ArcRef> boundary) {
  return Assembler(topology, boundary).run();
}

std::vector<std::vector<ArcRef>> closed_ways(const Topology& topology, std::span<const ArcRef> boundary) {
  return Assembler(topology, boundary).ways();
}

std::vector<geom::Polygon> gaps_of(const Topology& topology) {
  std::vector<ArcRef> open;
  for (std::size_t i = 0; i < topology.arcs().size(); ++i)
    if (const Arc& arc = topology.arcs()[i]; (arc.left == outside) != (arc.right == outside)) open.push_back(arc_ref(i, arc.left == outside));
  geom::MultiPolygon ground = assemble(topology, open);
  return {std::make_move_iterator(ground.begin()), std::make_move_iterator(ground.end())};
}

}  // namespace vicinia::core::topology::detail
