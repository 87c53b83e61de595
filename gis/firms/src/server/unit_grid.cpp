#include "server/unit_grid.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

namespace vicinia::gis::firms {
namespace {

namespace geom = core::geom;

/// The part of a ring on one side of a line along an axis (Sutherland and Hodgman 1974). How often it runs around a place on that side stays
/// as it was.
template <class Along, class Across, class Make>
void clip(geom::Ring& ring, double limit, double sign, Along along, Across across, Make make) {
  geom::Ring kept;
  const auto is_in = [&](const geom::Point& p) { return sign * along(p) <= sign * limit; };
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const geom::Point &a = ring[i], &b = ring[i + 1];
    if (is_in(a)) kept.push_back(a);
    if (is_in(a) == is_in(b)) continue;
    const double share = (limit - along(a)) / (along(b) - along(a));
    kept.push_back(make(limit, across(a) + share * (across(b) - across(a))));
  }
  if (!kept.empty()) kept.push_back(kept.front());
  ring = std::move(kept);
}

geom::Ring clipped(geom::Ring ring, const geom::Box& box) {
  const auto x = [](const geom::Point& p) { return p.x(); };
  const auto y = [](const geom::Point& p) { return p.y(); };
  const auto by_x = [](double at, double other) { return geom::Point(at, other); };
  const auto by_y = [](double at, double other) { return geom::Point(other, at); };
  clip(ring, box.min_corner().x(), -1, x, y, by_x);
  clip(ring, box.max_corner().x(), 1, x, y, by_x);
  clip(ring, box.min_corner().y(), -1, y, x, by_y);
  clip(ring, box.max_corner().y(), 1, y, x, by_y);
  constexpr std::size_t least_points = 4;
  if (ring.size() < least_points) ring.clear();
  return ring;
}

template <class Number>
void append(std::string& bytes, Number number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof number);
}

/// Of this machine's order of bytes, which is that of nearly all.
std::string wkb_of(const geom::MultiPolygon& area) {
  constexpr std::uint32_t polygon_type = 3, multi_polygon_type = 6;
  constexpr char little_endian = 1;
  std::string bytes;
  const auto begin = [&](std::uint32_t type, std::size_t count) {
    bytes += little_endian;
    append(bytes, type);
    append(bytes, static_cast<std::uint32_t>(count));
  };
  const auto append_ring = [&](const geom::Ring& ring) {
    append(bytes, static_cast<std::uint32_t>(ring.size()));
    for (const geom::Point& p : ring) {
      append(bytes, p.x());
      append(bytes, p.y());
    }
  };
  begin(multi_polygon_type, area.size());
  for (const geom::Polygon& polygon : area) {
    begin(polygon_type, 1 + polygon.inners().size());
    append_ring(polygon.outer());
    for (const geom::Ring& hole : polygon.inners()) append_ring(hole);
  }
  return bytes;
}

geom::Box box_of(const geom::UnitLocator::Grid& grid, std::uint32_t cell) {
  const std::uint32_t column = cell % grid.columns, row = cell / grid.columns;
  const auto at = [](double from, double per_unit, std::uint32_t step) {
    return per_unit > 0 ? from + step / per_unit : from;
  };
  return {{at(grid.west, grid.columns_per_x, column), at(grid.south, grid.rows_per_y, row)},
          {at(grid.west, grid.columns_per_x, column + 1), at(grid.south, grid.rows_per_y, row + 1)}};
}

}  // namespace

geom::MultiPolygon piece_of(const geom::MultiPolygon& area, const geom::Box& box) {
  constexpr double around = 0.02;
  const double width = box.max_corner().x() - box.min_corner().x(),
               height = box.max_corner().y() - box.min_corner().y();
  const double dx = width > 0 ? width * around : 1, dy = height > 0 ? height * around : 1;
  const geom::Box wider({box.min_corner().x() - dx, box.min_corner().y() - dy},
                        {box.max_corner().x() + dx, box.max_corner().y() + dy});
  geom::MultiPolygon piece;
  for (const geom::Polygon& polygon : area) {
    geom::Polygon part;
    part.outer() = clipped(polygon.outer(), wider);
    if (part.outer().empty()) continue;
    for (const geom::Ring& hole : polygon.inners())
      if (geom::Ring left = clipped(hole, wider); !left.empty()) part.inners().push_back(std::move(left));
    piece.push_back(std::move(part));
  }
  return piece;
}

UnitGrid unit_grid(std::span<const geom::MultiPolygon> areas) {
  std::vector<std::size_t> all(areas.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const geom::UnitLocator locator(areas, all);
  UnitGrid grid{.grid = locator.grid()};
  bool is_covered = false;
  for (const auto& candidate : locator.candidates()) {
    if (grid.cells.empty() || grid.cells.back().number != candidate.cell) {
      grid.cells.push_back({.number = candidate.cell});
      is_covered = false;
    }
    if (is_covered) continue;
    std::string piece;
    if (!candidate.is_whole) {
      const auto found = piece_of(areas[candidate.area], box_of(grid.grid, candidate.cell));
      if (found.empty()) continue;
      piece = wkb_of(found);
    }
    is_covered = candidate.is_whole;
    auto& candidates = grid.cells.back().candidates;
    candidates.push_back({static_cast<std::uint32_t>(candidate.area), std::move(piece)});
    grid.most_candidates = std::max(grid.most_candidates, candidates.size());
  }
  return grid;
}

}  // namespace vicinia::gis::firms
