#include "snap_candidates.h"

#include <algorithm>
#include <atomic>
#include <compare>

#include "close_segments.h"

namespace vicinia::core::topology::detail {

using geom::Point;

std::vector<UnitIndex> units_to_fit(const Topology& topology, double tolerance_m) {
  std::vector<Line> lines;
  std::vector<UnitIndex> owners;
  for (const Arc& arc : topology.arcs())
    if ((arc.left == outside) != (arc.right == outside)) {
      lines.push_back(topology.points_of(arc));
      owners.push_back(arc.left == outside ? arc.right : arc.left);
    }
  const std::vector<Line> kept = lines;
  std::vector<std::atomic<bool>> fit(topology.unit_count());
  const auto near = [&](const Point& p, const Point& a, const Point& b) {
    return !same_place(p, a) && !same_place(p, b) && reach(p, a, b).distance_m <= tolerance_m;
  };
  CloseSegments(std::move(lines)).for_each_pair(
      tolerance_m,
      [&](std::uint32_t line, std::uint32_t other) {
        return owners[line] != owners[other] &&
               !(fit[owners[line]].load(std::memory_order_relaxed) && fit[owners[other]].load(std::memory_order_relaxed));
      },
      [&](std::uint32_t line, std::uint32_t i, std::uint32_t other, std::uint32_t j) {
        const Point &a = kept[line][i], &b = kept[line][i + 1], &c = kept[other][j], &d = kept[other][j + 1];
        if (!near(a, c, d) && !near(b, c, d) && !near(c, a, b) && !near(d, a, b)) return;
        fit[owners[line]].store(true, std::memory_order_relaxed);
        fit[owners[other]].store(true, std::memory_order_relaxed);
      });
  std::vector<UnitIndex> units;
  for (std::size_t unit = 0; unit < fit.size(); ++unit)
    if (fit[unit].load()) units.push_back(static_cast<UnitIndex>(unit));
  return units;
}

std::vector<UnitIndex> in_order(std::vector<UnitIndex> units, const FlatRings& rings,
                                const std::vector<std::vector<std::size_t>>& rings_of_unit) {
  struct Rank {
    std::ptrdiff_t fewer_vertices = 0;
    double low_x = 0, low_y = 0;
    std::uint64_t shape = 0;  ///< the same for the same vertices
    UnitIndex unit = 0;
    auto operator<=>(const Rank&) const = default;
  };
  std::vector<Rank> ranked;
  for (const UnitIndex unit : units) {
    Rank rank{.unit = unit};
    for (const std::size_t ring : rings_of_unit[unit])
      for (std::size_t slot = rings.first_slot(ring), end = slot + rings.length(ring); slot < end; ++slot) {
        const Point& p = rings.points[rings.ids[slot]];
        if (rank.fewer_vertices-- == 0 || before(p, {rank.low_x, rank.low_y})) {
          rank.low_x = p.x();
          rank.low_y = p.y();
        }
        rank.shape += hash_of(p);
      }
    ranked.push_back(rank);
  }
  std::sort(ranked.begin(), ranked.end());
  std::transform(ranked.begin(), ranked.end(), units.begin(), [](const Rank& rank) { return rank.unit; });
  return units;
}

}  // namespace vicinia::core::topology::detail
