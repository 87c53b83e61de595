#include "topology/gaps/gap_filling.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <cmath>
#include <map>
#include <numeric>
#include <span>
#include <utility>

#include "topology/gaps/gap_cutting.h"
#include "topology/gaps/gap_width.h"
#include "topology/healing/arrangement.h"
#include "topology/lines/closed_ways.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

/// Have they the area of the gap?
bool make_up(const std::vector<Piece>& pieces, double area_m2) {
  double sum = 0;
  for (const Piece& piece : pieces) sum += piece.area_m2;
  return std::abs(sum - area_m2) <= 1e-6 * area_m2 + 1e-3;
}

/// Rings with the vertices of the cuts, and the pieces as further rings of their owners.
FlatRings joined(const FlatRings& rings, std::vector<Point> points, std::span<const NewVertex> vertices, std::vector<Piece> pieces) {
  std::map<std::pair<PointId, PointId>, std::vector<PointId>> inside;
  std::vector<std::uint8_t> is_cut_after(points.size());  // segments of the gap that begin there
  for (const NewVertex& vertex : vertices) {
    inside[{vertex.from, vertex.to}].push_back(vertex.at);
    is_cut_after[vertex.from] = 1;
  }
  FlatRings result;
  result.unit_count = rings.unit_count;
  result.points = std::move(points);
  std::size_t slots = rings.ids.size() + 3 * vertices.size();
  for (const Piece& piece : pieces)
    for (const auto& ring : piece.rings) slots += ring.size() + 2;
  result.ids.reserve(slots);
  // A segment may be cut more than once, each time in one of its halves.
  const auto put_between = [&](auto&& self, PointId from, PointId to, std::vector<PointId>& ring) -> void {
    if (const auto cut = inside.find({from, to}); cut != inside.end()) {
      self(self, from, cut->second.front(), ring);
      ring.push_back(cut->second.front());
      self(self, cut->second.front(), to, ring);
    }
  };
  std::vector<std::uint32_t> by_owner(pieces.size());
  std::iota(by_owner.begin(), by_owner.end(), 0U);
  std::ranges::stable_sort(by_owner, {}, [&](std::uint32_t piece) { return pieces[piece].owner; });
  auto piece = by_owner.begin();
  const auto put_pieces_before = [&](UnitIndex unit) {
    for (; piece != by_owner.end() && pieces[*piece].owner < unit; ++piece)
      for (const auto& ring : pieces[*piece].rings) result.add_ring(pieces[*piece].owner, ring);
  };
  std::vector<PointId> ring;
  for (std::size_t number = 0; number < rings.ring_count(); ++number) {
    put_pieces_before(rings.unit[number]);
    ring.clear();
    const std::size_t first = rings.first_slot(number), end = first + rings.length(number);
    for (std::size_t slot = first; slot < end; ++slot) {
      ring.push_back(rings.ids[slot]);
      if (is_cut_after[rings.ids[slot + 1]] == 0) continue;
      // The gap runs along its border the other way round than the unit.
      const std::size_t begin = ring.size();
      put_between(put_between, rings.ids[slot + 1], rings.ids[slot], ring);
      std::reverse(ring.begin() + static_cast<std::ptrdiff_t>(begin), ring.end());
    }
    result.add_ring(rings.unit[number], ring);
  }
  put_pieces_before(outside);
  return result;
}

/// Rings of units that now have ground on both sides of some lines, without those lines.
FlatRings without_inner_lines(FlatRings rings, const std::vector<bool>& is_affected) {
  const Lines lines(rings);
  struct Side {
    std::uint32_t line;
    bool reversed;
  };
  std::vector<std::vector<Side>> sides(rings.unit_count);
  for (std::uint32_t line = 0; line < lines.count(); ++line) {
    UnitIndex left = outside, right = outside;
    for (const LineUse& use : lines.uses(line)) (use.reversed != 0 ? left : right) = lines.unit_of(use);
    if (left == right) continue;
    if (right != outside && is_affected[right]) sides[right].push_back({line, false});
    if (left != outside && is_affected[left]) sides[left].push_back({line, true});
  }
  std::vector<std::vector<std::vector<PointId>>> made(rings.unit_count);  // [unit] rings
  const auto step = [&](PointId from, PointId to) {
    const Point &a = rings.points[from], &b = rings.points[to];
    return Point{b.x() - a.x(), b.y() - a.y()};
  };
  const auto area_of = [&](const std::vector<PointId>& ring) {
    const Point &base = rings.points[ring.front()];
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const Point &p = rings.points[ring[i - 1]], &q = rings.points[ring[i]];
      twice += (q.x() - base.x()) * (p.y() - base.y()) - (p.x() - base.x()) * (q.y() - base.y());
    }
    return twice / 2;
  };
  tbb::parallel_for(std::size_t{0}, rings.unit_count, [&](std::size_t unit) {
    if (sides[unit].empty()) return;
    std::vector<DirectedLine> directed;
    directed.reserve(sides[unit].size());
    for (const auto& [line, reversed] : sides[unit]) {
      const LineUse& use = lines.uses(line).front();
      const PointId first = use.first, second = use.second, last = lines.point(use, use.edges), last_but_one = lines.point(use, use.edges - 1U);
      if (reversed)
        directed.push_back({last, first, step(last, last_but_one), step(first, second)});
      else
        directed.push_back({first, last, step(first, second), step(last, last_but_one)});
    }
    std::vector<PointId> points;
    for (const ClosedWay& way : closed_ways(directed)) {
      std::vector<PointId> ring;
      for (const std::uint32_t number : way.lines) {
        const auto& [line, reversed] = sides[unit][number];
        points.clear();
        lines.copy_ids(line, points);
        if (reversed)
          ring.insert(ring.end(), points.rbegin(), points.rend() - 1);
        else
          ring.insert(ring.end(), points.begin(), points.end() - 1);
      }
      if (area_of(ring) != 0) made[unit].push_back(std::move(ring));
    }
  });
  FlatRings result;
  result.unit_count = rings.unit_count;
  result.ids.reserve(rings.ids.size());
  std::size_t number = 0;
  for (UnitIndex unit = 0; unit < rings.unit_count; ++unit) {
    for (; number < rings.ring_count() && rings.unit[number] == unit; ++number)
      if (!is_affected[unit]) result.add_ring(unit, rings.points_of(number));
    for (const auto& ring : made[unit]) result.add_ring(unit, ring);
  }
  result.points = std::move(rings.points);
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

/// Calls `visit(half_edge)` for each around a face.
template <class Visit>
void for_each_half_edge(const Arrangement& ground, FaceIndex face, Visit visit) {
  for (const std::uint32_t first : ground.loops_of(face)) {
    std::uint32_t half = first;
    do {
      visit(half);
      half = ground.next(half);
    } while (half != first);
  }
}

/// A gap between two units, or within one, has nothing to be cut.
FilledGap given_whole(const Arrangement& ground, FaceIndex face, LongestBorder& borders) {
  FilledGap result;
  Piece& piece = result.pieces.emplace_back();
  for (const std::uint32_t first : ground.loops_of(face)) {
    std::vector<PointId>& ring = piece.rings.emplace_back();
    std::uint32_t half = first;
    do {
      ground.append(half, ring);
      half = ground.next(half);
    } while (half != first);
  }
  piece.units = borders.units();
  piece.owner = borders.owner();
  piece.place = ground.place_in(face);
  piece.area_m2 = ground.area_m2(face);
  piece.perimeter_m = ground.perimeter_m(face);
  return result;
}

/// Does a way round the face come back to a point? Within a line it cannot.
bool touches_itself(const Arrangement& ground, FaceIndex face) {
  boost::container::small_vector<PointId, 16> nodes;
  for_each_half_edge(ground, face, [&](std::uint32_t half) { nodes.push_back(ground.origin(half)); });
  std::ranges::sort(nodes);
  return std::ranges::adjacent_find(nodes) != nodes.end();
}

FilledGap fill(const std::vector<Point>& points, const Arrangement& ground, FaceIndex face, const std::vector<UnitIndex>& unit,
               double tolerance_m) {
  if (is_wider_than(ground, face, tolerance_m)) return {};
  LongestBorder borders;
  for_each_half_edge(ground, face, [&](std::uint32_t half) {
    const Point &a = points[ground.origin(half)], &b = points[ground.origin(half ^ 1U)];
    borders.add(unit[half / 2], ground.length_m(half / 2), before(a, b) ? a : b);
  });
  std::vector<UnitIndex> around = borders.units();
  FilledGap result;
  if (around.size() <= 2 && !touches_itself(ground, face)) {
    result = given_whole(ground, face, borders);
  } else {
    const std::vector<Way> ways = ways_round(ground, face, unit);
    result = around.size() > 2 ? cut_gap(points, ways, 2 * tolerance_m) : whole_gap(points, ways);
    if (!make_up(result.pieces, ground.area_m2(face))) result = whole_gap(points, ways);
  }
  result.units = std::move(around);
  return result;
}

}  // namespace

OpenGround::OpenGround(const FlatRings& rings, const Lines& lines) {
  BorderLines open;
  for (std::size_t i = 0; i < lines.count(); ++i) {
    if (lines.uses(i).size() != 1) continue;
    open.add_open(lines, i, 0);
    unit_.push_back(lines.unit_of(lines.uses(i).front()));
  }
  faces_.emplace(rings.points, std::move(open), Sides::told);
  for (FaceIndex face = 1; face < faces_->face_count(); ++face)
    if (faces_->cover(face).empty() && faces_->area_m2(face) > 0) gaps_.push_back(face);
}

std::vector<Healed> fill_gaps(FlatRings& rings, const OpenGround& ground, double tolerance_m) {
  std::vector<Healed> filled;
  std::vector<FilledGap> gaps(ground.gaps().size());
  tbb::parallel_for(std::size_t{0}, gaps.size(), [&](std::size_t i) {
    gaps[i] = fill(rings.points, ground.faces(), ground.gaps()[i], ground.unit(), tolerance_m);
  });
  const auto known = static_cast<PointId>(rings.points.size());
  std::vector<NewVertex> vertices;
  std::vector<Piece> pieces;
  std::vector<bool> is_affected(rings.unit_count);
  std::vector<Point> points = std::move(rings.points);
  for (FilledGap& gap : gaps) {
    if (gap.pieces.empty()) continue;
    if (!gap.points.empty()) {
      const PointId added = static_cast<PointId>(points.size()) - known;
      const auto number = [&](PointId& id) { id += id < known ? 0 : added; };
      for (Piece& piece : gap.pieces)
        for (auto& ring : piece.rings) std::ranges::for_each(ring, number);
      for (NewVertex& vertex : gap.vertices)
        for (PointId* const id : {&vertex.from, &vertex.to, &vertex.at}) number(*id);
      points.insert(points.end(), gap.points.begin(), gap.points.end());
    }
    for (Piece& piece : gap.pieces)
      filled.push_back({.kind = Healed::Kind::gap, .place = piece.place, .units = std::move(piece.units), .given_to = piece.owner,
                        .area_m2 = piece.area_m2, .perimeter_m = piece.perimeter_m});
    for (const UnitIndex other : gap.units) is_affected[other] = true;
    std::ranges::move(gap.pieces, std::back_inserter(pieces));
    vertices.insert(vertices.end(), gap.vertices.begin(), gap.vertices.end());
  }
  if (filled.empty())
    rings.points = std::move(points);
  else
    rings = without_inner_lines(joined(rings, std::move(points), vertices, std::move(pieces)), is_affected);
  return filled;
}

}  // namespace vicinia::core::topology::detail
