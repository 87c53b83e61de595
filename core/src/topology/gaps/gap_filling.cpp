#include "topology/gaps/gap_filling.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "topology/gaps/gap_cutting.h"
#include "topology/gaps/gap_width.h"
#include "topology/healing/arrangement.h"
#include "topology/lines/closed_ways.h"
#include "topology/segments/bucket_sort.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;

/// Have they the area of the gap?
bool make_up(const std::vector<Piece>& pieces, double area_m2) {
  double sum = 0;
  for (const Piece& piece : pieces) sum += piece.area_m2;
  return std::abs(sum - area_m2) <= 1e-6 * area_m2 + 1e-3;
}

/// Whose the gaps are now.
struct Given {
  std::vector<UnitIndex> whole;      ///< [face] that was given as it is; else outside
  std::vector<std::uint8_t> is_cut;  ///< [face] is told by the borders of its pieces
  std::vector<PieceBorder> borders;
  std::vector<bool> is_affected;  ///< [unit] lies beside one of them
};

/// Rings of the affected units with what was given to them: ways along the lines that have the unit on one side only.
FlatRings with_given(const FlatRings& rings, const OpenGround& ground, const Given& given) {
  const Lines& lines = ground.lines();
  const Arrangement& faces = ground.faces();
  struct Side {
    UnitIndex unit;
    std::uint32_t line;  ///< from the number of the lines on: borders of pieces
    bool reversed;
  };
  std::vector<Side> sides;
  const auto add_line = [&](std::size_t line, UnitIndex right, UnitIndex left) {
    if (left == right) return;
    if (right != outside && given.is_affected[right])
      sides.push_back({right, static_cast<std::uint32_t>(line), false});
    if (left != outside && given.is_affected[left])
      sides.push_back({left, static_cast<std::uint32_t>(line), true});
  };
  std::size_t open = 0;
  for (std::size_t line = 0; line < lines.count(); ++line) {
    UnitIndex left = outside, right = outside;
    for (const LineUse& use : lines.uses(line)) (use.reversed != 0 ? left : right) = lines.unit_of(use);
    if (lines.uses(line).size() == 1) {
      const FaceIndex beyond = faces.face(open++, left == outside);
      if (given.is_cut[beyond] != 0) continue;
      (left == outside ? left : right) = given.whole[beyond];
    }
    add_line(line, right, left);
  }
  for (std::size_t i = 0; i < given.borders.size(); ++i)
    add_line(lines.count() + i, given.borders[i].right, given.borders[i].left);
  const auto start = bucket_sort(
      sides, rings.unit_count, [](const Side& side) { return side.unit; },
      [](const Side& x, const Side& y) { return x.line < y.line; });
  const auto ends_of = [&](const Side& side) {
    PointId first, last;
    if (side.line < lines.count()) {
      const LineUse& use = lines.uses(side.line).front();
      first = use.first;
      last = lines.point(use, use.edges);
    } else {
      const PieceBorder& border = given.borders[side.line - lines.count()];
      first = border.from;
      last = border.to;
    }
    return side.reversed ? DirectedLine{last, first} : DirectedLine{first, last};
  };
  const auto direction = [&](const Side& side, bool returning) {
    PointId from, to;
    const bool from_end = side.reversed != returning;
    if (side.line < lines.count()) {
      const LineUse& use = lines.uses(side.line).front();
      from = from_end ? lines.point(use, use.edges) : use.first;
      to = from_end ? lines.point(use, use.edges - 1U) : use.second;
    } else {
      const PieceBorder& border = given.borders[side.line - lines.count()];
      from = from_end ? border.to : border.from;
      to = from_end ? border.from : border.to;
    }
    const Point &a = rings.points[from], &b = rings.points[to];
    return Point{b.x() - a.x(), b.y() - a.y()};
  };
  const auto append = [&](const Side& side, std::vector<PointId>& scratch, std::vector<PointId>& ring) {
    scratch.clear();
    if (side.line < lines.count()) {
      lines.copy_ids(side.line, scratch);
    } else {
      const PieceBorder& border = given.borders[side.line - lines.count()];
      scratch.assign({border.from, border.to});
    }
    if (side.reversed)
      ring.insert(ring.end(), scratch.rbegin(), scratch.rend() - 1);
    else
      ring.insert(ring.end(), scratch.begin(), scratch.end() - 1);
  };
  const auto area_of = [&](const std::vector<PointId>& ring) {
    const Point& base = rings.points[ring.front()];
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const Point &p = rings.points[ring[i - 1]], &q = rings.points[ring[i]];
      twice += (q.x() - base.x()) * (p.y() - base.y()) - (p.x() - base.x()) * (q.y() - base.y());
    }
    return twice / 2;
  };
  std::vector<std::vector<std::vector<PointId>>> made(rings.unit_count);  // [unit] rings
  tbb::parallel_for(std::size_t{0}, rings.unit_count, [&](std::size_t unit) {
    const std::span<const Side> own(sides.data() + start[unit], start[unit + 1] - start[unit]);
    if (own.empty()) return;
    std::vector<DirectedLine> along;
    along.reserve(own.size());
    for (const Side& side : own) along.push_back(ends_of(side));
    std::vector<PointId> scratch;
    const DirectionOf direction_of = [&](std::uint32_t number, bool returning) {
      return direction(own[number], returning);
    };
    for (const ClosedWay& way : closed_ways(along, direction_of)) {
      std::vector<PointId> ring;
      for (const std::uint32_t number : way.lines) append(own[number], scratch, ring);
      if (area_of(ring) != 0) made[unit].push_back(std::move(ring));
    }
  });
  FlatRings result;
  result.unit_count = rings.unit_count;
  result.ids.reserve(rings.ids.size());
  std::size_t number = 0;
  for (UnitIndex unit = 0; unit < rings.unit_count; ++unit) {
    for (; number < rings.ring_count() && rings.unit[number] == unit; ++number)
      if (!given.is_affected[unit]) result.add_ring(unit, rings.points_of(number));
    for (const auto& ring : made[unit]) result.add_ring(unit, ring);
  }
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
  piece.units = borders.units();
  piece.owner = borders.owner();
  piece.place = ground.place_in(face);
  piece.area_m2 = ground.area_m2(face);
  piece.perimeter_m = ground.perimeter_m(face);
  return result;
}

FilledGap fill(const Points& points, const Arrangement& ground, FaceIndex face,
               const std::vector<UnitIndex>& unit, double tolerance_m) {
  if (is_wider_than(ground, face, tolerance_m)) return {};
  LongestBorder borders;
  for_each_half_edge(ground, face, [&](std::uint32_t half) {
    const Point &a = points[ground.origin(half)], &b = points[ground.origin(half ^ 1U)];
    borders.add(unit[half / 2], ground.length_m(half / 2), before(a, b) ? a : b);
  });
  std::vector<UnitIndex> around = borders.units();
  FilledGap result;
  if (around.size() > 2) {
    result = cut_gap(points, ways_round(ground, face, unit), 2 * tolerance_m);
    if (!make_up(result.pieces, ground.area_m2(face))) result = {};
  }
  if (result.pieces.empty()) result = given_whole(ground, face, borders);
  result.units = std::move(around);
  return result;
}

}  // namespace

OpenGround::OpenGround(const Lines& lines) : lines_(lines) {
  BorderLines open;
  open.reserve_open(lines);
  for (std::size_t i = 0; i < lines.count(); ++i) {
    if (lines.uses(i).size() != 1) continue;
    open.add_open(lines, i, 0);
    unit_.push_back(lines.unit_of(lines.uses(i).front()));
  }
  faces_.emplace(lines.rings().points, std::move(open), Sides::told);
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
  Given given{.whole = std::vector<UnitIndex>(ground.faces().face_count(), outside),
              .is_cut = std::vector<std::uint8_t>(ground.faces().face_count()),
              .borders = {},
              .is_affected = std::vector<bool>(rings.unit_count)};
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    FilledGap& gap = gaps[i];
    if (gap.pieces.empty()) continue;
    if (gap.borders.empty()) {
      given.whole[ground.gaps()[i]] = gap.pieces.front().owner;
    } else {
      given.is_cut[ground.gaps()[i]] = 1;
      const PointId added = static_cast<PointId>(rings.points.size()) - known;
      for (const PieceBorder& border : gap.borders)
        given.borders.push_back({border.from + (border.from < known ? 0 : added),
                                 border.to + (border.to < known ? 0 : added), border.right, border.left});
      rings.points.insert(rings.points.end(), gap.points.begin(), gap.points.end());
    }
    for (Piece& piece : gap.pieces)
      filled.push_back({.kind = Healed::Kind::gap,
                        .place = piece.place,
                        .units = std::move(piece.units),
                        .given_to = piece.owner,
                        .area_m2 = piece.area_m2,
                        .perimeter_m = piece.perimeter_m});
    for (const UnitIndex other : gap.units) given.is_affected[other] = true;
  }
  if (filled.empty()) return filled;
  FlatRings result = with_given(rings, ground, given);
  result.points = std::move(rings.points);
  rings = std::move(result);
  return filled;
}

}  // namespace vicinia::core::topology::detail
