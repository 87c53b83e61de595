#include "topology/arcs/assemble.h"

#include <algorithm>
#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <utility>

#include "topology/lines/closed_ways.h"
#include "topology/lines/flat_rings.h"

namespace vicinia::core::topology::detail {
namespace {

namespace bg = boost::geometry;
using geom::Point;
using geom::Ring;

class Assembler {
 public:
  Assembler(const Topology& topology, std::span<const ArcRef> boundary)
      : topology_(topology), arcs_(boundary.begin(), boundary.end()) {
    const auto key = [](ArcRef ref) { return 2 * std::uint64_t{ref.arc} + ref.reversed; };
    std::sort(arcs_.begin(), arcs_.end(), [&](ArcRef a, ArcRef b) { return key(a) < key(b); });
  }
  geom::MultiPolygon run();

 private:
  struct Chain {
    std::vector<ArcRef> arcs;
    double area = 0;  ///< signed, clockwise positive: of an outer ring
    std::size_t walk = 0;
  };
  [[nodiscard]] std::span<const Point> points(ArcRef ref) const {
    return topology_.points_of(topology_.arcs()[ref.arc]);
  }
  [[nodiscard]] DirectedLine directed(ArcRef ref) const {
    const Arc& arc = topology_.arcs()[ref.arc];
    return ref.reversed != 0 ? DirectedLine{arc.to_node, arc.from_node}
                             : DirectedLine{arc.from_node, arc.to_node};
  }
  [[nodiscard]] Point direction(ArcRef ref, bool returning) const {
    const auto line = points(ref);
    const bool from_end = returning == (ref.reversed == 0);
    const Point& a = from_end ? line.back() : line.front();
    const Point& b = from_end ? line[line.size() - 2] : line[1];
    return {b.x() - a.x(), b.y() - a.y()};
  }
  [[nodiscard]] double area(const std::vector<ArcRef>& chain) const;
  [[nodiscard]] Ring ring_of(const Chain& chain) const;

  const Topology& topology_;
  std::vector<ArcRef> arcs_;
};

double Assembler::area(const std::vector<ArcRef>& chain) const {
  const Point origin = points(chain.front()).front();
  double twice = 0;
  for (const ArcRef ref : chain) {
    const auto line = points(ref);
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
      sum += (line[i].x() - origin.x()) * (line[i - 1].y() - origin.y()) -
             (line[i - 1].x() - origin.x()) * (line[i].y() - origin.y());
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
    if ((a.y() > p.y()) != (b.y() > p.y()) &&
        p.x() < a.x() + (p.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x()))
      inside = !inside;
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
      std::find_if(loops.begin(), loops.end(), [](const Loop& loop) { return loop.area <= 0; }) -
      loops.begin());
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
    std::size_t home =
        outer_of_walk[loops[hole].walk];  // a hole that meets its outer ring was walked with it
    const auto box = bg::return_envelope<geom::Box>(loops[hole].ring);
    if (home != nowhere && !bg::covered_by(box, boxes[home])) home = nowhere;
    for (std::size_t i = first_hole; home == nowhere && i-- > 0;)  // from the smallest
      if (loops[i].area > -loops[hole].area && bg::covered_by(box, boxes[i]) &&
          holds(result[i].outer(), loops[hole].ring))
        home = i;
    if (home != nowhere) result[home].inners().push_back(std::move(loops[hole].ring));
  }
  return result;
}

geom::MultiPolygon Assembler::run() {
  std::vector<DirectedLine> lines;
  lines.reserve(arcs_.size());
  for (const ArcRef ref : arcs_) lines.push_back(directed(ref));
  std::vector<Loop> loops;
  std::size_t walks = 0;
  for (const ClosedWay& way : closed_ways(
           lines, [&](std::uint32_t line, bool returning) { return direction(arcs_[line], returning); })) {
    Chain chain{.arcs = {}, .walk = way.walk};
    for (const std::uint32_t line : way.lines) chain.arcs.push_back(arcs_[line]);
    chain.area = area(chain.arcs);
    loops.push_back({ring_of(chain), chain.area, chain.walk});
    walks = std::max(walks, way.walk + 1);
  }
  return polygons_of(std::move(loops), walks);
}

}  // namespace

geom::MultiPolygon assemble(const Topology& topology, std::span<const ArcRef> boundary) {
  return Assembler(topology, boundary).run();
}

std::vector<geom::Polygon> gaps_of(const Topology& topology) {
  std::vector<ArcRef> open;
  for (std::size_t i = 0; i < topology.arcs().size(); ++i)
    if (const Arc& arc = topology.arcs()[i]; (arc.left == outside) != (arc.right == outside))
      open.push_back(arc_ref(i, arc.left == outside));
  geom::MultiPolygon ground = assemble(topology, open);
  return {std::make_move_iterator(ground.begin()), std::make_move_iterator(ground.end())};
}

}  // namespace vicinia::core::topology::detail
