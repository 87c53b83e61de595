#include "topology/lines/flat_rings.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <string>

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;
using geom::Ring;

/// What becomes of one input ring.
struct RingPlan {
  std::size_t kept = 0;  ///< vertices without repetitions and without the closing one; 0: the ring is dropped
  double area = 0;       ///< signed, counter-clockwise positive
  bool turn = false;
};

bool same(const Point& a, const Point& b) { return a.x() == b.x() && a.y() == b.y(); }

/// Calls `visit` for each vertex that differs from the one before it, without the closing one.
template <class Visit>
void for_each_vertex(const Ring& ring, Visit visit) {
  std::size_t size = ring.size();
  while (size > 1 && same(ring[size - 1], ring[0])) --size;
  for (std::size_t i = 0; i < size; ++i)
    if (i == 0 || !same(ring[i], ring[i - 1])) visit(ring[i]);
}

double perimeter(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 1; i < ring.size(); ++i)
    sum += std::hypot(ring[i].x() - ring[i - 1].x(), ring[i].y() - ring[i - 1].y());
  return sum;
}

RingPlan plan_for(const Ring& ring, bool hole) {
  RingPlan plan;
  if (ring.empty()) return plan;
  const Point origin = ring.front();
  double twice = 0, px = 0, py = 0;
  for_each_vertex(ring, [&](const Point& p) {
    const double x = p.x() - origin.x(), y = p.y() - origin.y();
    twice += px * y - x * py;
    px = x;
    py = y;
    ++plan.kept;
  });
  plan.area = twice / 2;
  plan.turn = hole == (plan.area < 0);
  constexpr double nothing =
      1e-13;  // of the square of its perimeter: what rounding leaves of a ring without inside
  if (plan.kept < 3 || plan.area == 0 ||
      (std::abs(plan.area) < 1 && std::abs(plan.area) < nothing * std::pow(perimeter(ring), 2)))
    plan.kept = 0;
  return plan;
}

template <class Visit>
void for_each_ring(const geom::MultiPolygon& area, Visit visit) {
  for (const geom::Polygon& polygon : area) {
    visit(polygon.outer(), false);
    for (const Ring& hole : polygon.inners()) visit(hole, true);
  }
}

/// What one unit needs, found before anything is copied.
struct UnitPlan {
  std::vector<RingPlan> rings;
  std::size_t slots = 0;
  std::size_t kept_rings = 0;
  double low_x = std::numeric_limits<double>::max(), low_y = low_x, high_x = -low_x, high_y = -low_x;
  bool finite = true;
};

UnitPlan plan_for(const geom::MultiPolygon& area) {
  UnitPlan plan;
  bool outer_dropped = false;
  for_each_ring(area, [&](const Ring& ring, bool hole) {
    for (const Point& p : ring) {
      plan.finite = plan.finite && std::isfinite(p.x()) && std::isfinite(p.y());
      plan.low_x = std::min(plan.low_x, p.x());
      plan.high_x = std::max(plan.high_x, p.x());
      plan.low_y = std::min(plan.low_y, p.y());
      plan.high_y = std::max(plan.high_y, p.y());
    }
    plan.rings.push_back(plan_for(ring, hole));
    if (!hole) outer_dropped = plan.rings.back().kept == 0;
    if (outer_dropped) plan.rings.back().kept = 0;
    if (plan.rings.back().kept == 0) return;
    plan.slots += plan.rings.back().kept + 2;
    ++plan.kept_rings;
  });
  return plan;
}

/// Squares over the extent, each with few enough points for its table to stay in the cache.
struct Tiles {
  double low_x, low_y, per_x, per_y;
  std::size_t columns, rows;
  Tiles(const UnitPlan& extent, std::size_t points)
      : low_x(extent.low_x), low_y(extent.low_y), per_x(0), per_y(0) {
    constexpr std::size_t points_per_tile = 8192;
    const std::size_t full_tiles = points / points_per_tile;
    const auto side = static_cast<std::size_t>(std::sqrt(static_cast<double>(full_tiles))) + 1;
    columns = rows = std::min<std::size_t>(side, 128);
    const double width = extent.high_x - extent.low_x, height = extent.high_y - extent.low_y;
    if (width > 0) per_x = static_cast<double>(columns) / width;
    if (height > 0) per_y = static_cast<double>(rows) / height;
  }
  [[nodiscard]] std::size_t count() const { return columns * rows; }
  [[nodiscard]] std::size_t of(const Point& p) const {
    const auto x = std::min(static_cast<std::size_t>((p.x() - low_x) * per_x), columns - 1);
    const auto y = std::min(static_cast<std::size_t>((p.y() - low_y) * per_y), rows - 1);
    return y * columns + x;
  }
};

/// A ring that is kept.
struct KeptRing {
  const Ring* ring = nullptr;
  bool turn = false;
};

/// Numbers the points: slots are sorted by tile, then each tile numbers its own.
void number_points(FlatRings& flat, std::span<const KeptRing> kept, const Tiles& tiles) {
  const std::size_t rings = flat.ring_count(), slot_count = flat.start.back();
  flat.ids.resize(slot_count);
  const auto vertices =
      std::make_unique_for_overwrite<const Point*[]>(slot_count);  // [slot] where the areas have it
  const auto place_of = [&](std::size_t slot) {                    // + 0.0: the two zeros become one
    return Point{vertices[slot]->x() + 0.0, vertices[slot]->y() + 0.0};
  };
  const std::size_t blocks = std::clamp<std::size_t>(slot_count / 65536, 1, 64);
  const auto block_begin = [&](std::size_t block) {  // by slots, at the start of a ring
    const std::size_t slot = slot_count / blocks * block;
    if (block == blocks) return rings;
    return static_cast<std::size_t>(std::lower_bound(flat.start.begin(), flat.start.end() - 1, slot) -
                                    flat.start.begin());
  };
  const auto for_each_slot = [&](std::size_t block, auto visit) {
    for (std::size_t ring = block_begin(block); ring < block_begin(block + 1); ++ring)
      for (std::size_t slot = flat.first_slot(ring), end = slot + flat.length(ring); slot < end; ++slot)
        visit(slot);
  };
  std::vector<std::vector<std::size_t>> place(blocks, std::vector<std::size_t>(tiles.count()));
  tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t block) {
    for (std::size_t ring = block_begin(block); ring < block_begin(block + 1); ++ring) {
      std::size_t slot = flat.first_slot(ring) + (kept[ring].turn ? flat.length(ring) - 1 : 0);
      for_each_vertex(*kept[ring].ring, [&](const Point& p) {
        vertices[slot] = &p;
        flat.ids[slot] = static_cast<PointId>(tiles.of(p));  // until it has its number
        ++place[block][flat.ids[slot]];
        slot = kept[ring].turn ? slot - 1 : slot + 1;
      });
    }
  });
  std::vector<std::size_t> tile_start(tiles.count() + 1);
  std::size_t total = 0;
  for (std::size_t tile = 0; tile < tiles.count(); ++tile) {
    tile_start[tile] = total;
    for (auto& of_block : place) total += std::exchange(of_block[tile], total);
  }
  tile_start.back() = total;
  UnwrittenVector<std::uint32_t> slots(total);
  tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t block) {
    for_each_slot(block, [&](std::size_t slot) {
      slots[place[block][flat.ids[slot]]++] = static_cast<std::uint32_t>(slot);
    });
  });
  // Numbers within the tile first; the slots of a tile then tell its points in the order of their first occurrence.
  std::vector<PointId> distinct(tiles.count() + 1);
  std::vector<std::vector<std::uint32_t>> first_slots(
      tiles.count());  // of each point: four bytes where a point has sixteen
  tbb::parallel_for(std::size_t{0}, tiles.count(), [&](std::size_t tile) {
    const std::size_t begin = tile_start[tile], end = tile_start[tile + 1];
    struct Entry {
      std::uint32_t slot = no_point;  ///< where its point comes first
      std::uint32_t print = 0;  ///< of the hash, the part that tells no place: others are mostly told by it
    };
    const std::size_t mask = std::bit_ceil(2 * (end - begin) + 2) - 1;
    std::vector<Entry> table(mask + 1);
    std::vector<std::uint32_t>& firsts = first_slots[tile];
    firsts.reserve((end - begin) / 2 + 1);
    for (std::size_t i = begin; i < end; ++i) {
      const Point p = place_of(slots[i]);
      const std::uint64_t hash = hash_of(p);
      const auto print = static_cast<std::uint32_t>(hash >> 32U);
      std::size_t at = hash & mask;
      while (table[at].slot != no_point && !(table[at].print == print && same(*vertices[table[at].slot], p)))
        at = (at + 1) & mask;
      if (table[at].slot == no_point) {
        table[at] = {slots[i], print};
        flat.ids[slots[i]] = static_cast<PointId>(firsts.size());
        firsts.push_back(slots[i]);
      } else {
        flat.ids[slots[i]] = flat.ids[table[at].slot];
      }
    }
    distinct[tile + 1] = static_cast<PointId>(firsts.size());
  });
  for (std::size_t tile = 0; tile < tiles.count(); ++tile) distinct[tile + 1] += distinct[tile];
  tbb::parallel_for(std::size_t{0}, tiles.count(), [&](std::size_t tile) {
    if (distinct[tile] == 0) return;
    for (std::size_t i = tile_start[tile]; i < tile_start[tile + 1]; ++i)
      flat.ids[slots[i]] += distinct[tile];
  });
  UnwrittenVector<std::uint32_t>().swap(
      slots);  // before the points, which are as large again: here memory is at its highest
  flat.points.reserve(distinct.back() + distinct.back() / 32 + 1024);  // healing adds some
  flat.points.resize(distinct.back());
  tbb::parallel_for(std::size_t{0}, tiles.count(), [&](std::size_t tile) {
    std::transform(first_slots[tile].begin(), first_slots[tile].end(), flat.points.begin() + distinct[tile],
                   place_of);
  });
}

Status refuse_degrees(std::span<const UnitPlan> plans, UnitPlan& extent) {
  for (std::size_t unit = 0; unit < plans.size(); ++unit) {
    const UnitPlan& plan = plans[unit];
    if (!plan.finite) return fail({.code = ErrorCode::non_finite_coordinate, .subject = {.row = unit + 1}});
    extent.low_x = std::min(extent.low_x, plan.low_x);
    extent.high_x = std::max(extent.high_x, plan.high_x);
    extent.low_y = std::min(extent.low_y, plan.low_y);
    extent.high_y = std::max(extent.high_y, plan.high_y);
    extent.slots += plan.slots;
  }
  const auto first =
      std::find_if(plans.begin(), plans.end(), [](const UnitPlan& plan) { return !plan.rings.empty(); });
  if (first != plans.end() && extent.low_x >= -360 && extent.high_x <= 360 && extent.low_y >= -90 &&
      extent.high_y <= 90)
    return fail({.code = ErrorCode::geographic_coordinates,
                 .subject = {.row = static_cast<std::size_t>(first - plans.begin()) + 1}});
  return {};
}

void list_dropped(std::span<const geom::MultiPolygon> areas, std::span<const UnitPlan> plans,
                  std::vector<Finding>& findings) {
  for (std::size_t unit = 0; unit < plans.size(); ++unit) {
    const auto position = static_cast<UnitIndex>(unit);
    std::size_t at = 0;
    for_each_ring(areas[unit], [&](const Ring& ring, bool) {
      if (plans[unit].rings[at++].kept == 0)
        findings.push_back({.kind = Finding::Kind::zero_area,
                            .place = ring.empty() ? Point{0, 0} : ring.front(),
                            .units = {position},
                            .size = perimeter(ring)});
    });
    if (plans[unit].rings.empty())
      findings.push_back({.kind = Finding::Kind::empty, .place = {0, 0}, .units = {position}, .size = 0});
  }
}

}  // namespace

Result<FlatRings> flatten(std::span<const geom::MultiPolygon> areas, std::vector<Finding>& findings,
                          const Task& task) {
  std::vector<UnitPlan> plans(areas.size());
  tbb::parallel_for(std::size_t{0}, areas.size(),
                    [&](std::size_t unit) { plans[unit] = plan_for(areas[unit]); });
  UnitPlan extent;
  if (const auto metres = refuse_degrees(plans, extent); !metres)
    return tl::unexpected<Error>(metres.error());
  if (extent.slots >= no_point)
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "areas"},
                 .detail = std::to_string(extent.slots) + " vertices; at most 4294967294"});
  list_dropped(areas, plans, findings);
  if (task.stop.stop_requested()) return fail({.code = ErrorCode::cancelled});

  FlatRings flat;
  flat.unit_count = areas.size();
  std::vector<KeptRing> kept;
  for (std::size_t unit = 0; unit < areas.size(); ++unit) {
    std::size_t at = 0;
    for_each_ring(areas[unit], [&](const Ring& ring, bool) {
      const RingPlan& plan = plans[unit].rings[at++];
      if (plan.kept == 0) return;
      flat.unit.push_back(static_cast<UnitIndex>(unit));
      flat.start.push_back(flat.start.back() + plan.kept + 2);
      kept.push_back({&ring, plan.turn});
    });
  }
  number_points(flat, kept, Tiles(extent, extent.slots));
  for (std::size_t ring = 0; ring < flat.ring_count(); ++ring) {
    const std::size_t first = flat.first_slot(ring), end = first + flat.length(ring);
    flat.ids[first - 1] = flat.ids[end - 1];
    flat.ids[end] = flat.ids[first];
  }
  return flat;
}

}  // namespace vicinia::core::topology::detail
