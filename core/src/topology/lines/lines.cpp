#include "topology/lines/lines.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <memory>

#include "topology/segments/bucket_sort.h"

namespace vicinia::core::topology::detail {

Lines::Lines(const FlatRings& rings) : rings_(rings) {
  find_nodes();
  find_uses();
  sort_uses();
  const auto same_line = [](const LineUse& a, const LineUse& b) {
    return a.first == b.first && a.second == b.second;
  };
  start_.reserve(uses_.size() / 2 + 2);
  for (std::size_t i = 0; i < uses_.size(); ++i)
    if (i == 0 || !same_line(uses_[i], uses_[i - 1])) start_.push_back(i);
  start_.push_back(uses_.size());
}

void Lines::sort_uses() {
  const auto is_before = [](const LineUse& a, const LineUse& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.second != b.second) return a.second < b.second;
    if (a.reversed != b.reversed) return a.reversed < b.reversed;
    return a.position < b.position;  // rings are in the order of their units
  };
  unsigned shift = 0;  // few begin at one point, and often at few points
  while (rings_.points.size() >> shift > 8 * uses_.size()) ++shift;
  bucket_sort(
      uses_, (rings_.points.size() >> shift) + 1, [&](const LineUse& use) { return use.first >> shift; },
      is_before);
}

void Lines::find_nodes() {
  struct Neighbours {
    PointId low, high;
  };
  struct Extent {
    PointId lowest, highest;
  };
  std::vector<Extent> extents(rings_.ring_count());
  tbb::parallel_for(std::size_t{0}, extents.size(), [&](std::size_t ring) {
    Extent extent{no_point, 0};
    for (const PointId point : rings_.points_of(ring))
      extent = {std::min(extent.lowest, point), std::max(extent.highest, point)};
    extents[ring] = extent;
  });
  const auto neighbours = std::make_unique_for_overwrite<Neighbours[]>(rings_.points.size());
  is_node_.assign(rings_.points.size(), 0);
  // Points are shared out among tasks; each reads the rings that come there, which lie in a row, and writes to its own points only, which do not.
  constexpr std::size_t tasks = 2, least = 1 << 15;
  const std::size_t count = rings_.points.size() < least ? 1 : tasks;
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t task) {
    const auto from = static_cast<PointId>(rings_.points.size() * task / count);
    const auto own = static_cast<PointId>(rings_.points.size() * (task + 1) / count) - from;
    std::fill_n(neighbours.get() + from, own, Neighbours{no_point, no_point});
    for (std::size_t ring = 0; ring < rings_.ring_count(); ++ring) {
      if (extents[ring].highest < from || extents[ring].lowest >= from + own) continue;
      const std::size_t first = rings_.first_slot(ring), end = first + rings_.length(ring);
      for (std::size_t slot = first; slot < end; ++slot) {
        const PointId point = rings_.ids[slot];
        if (point - from >= own) continue;
        const PointId a = rings_.ids[slot - 1], b = rings_.ids[slot + 1];
        const Neighbours here{std::min(a, b), std::max(a, b)};
        Neighbours& known = neighbours[point];
        if (a == b) is_node_[point] = 1;  // the tip of a spike
        if (known.high == no_point)
          known = here;
        else if (known.low != here.low || known.high != here.high)
          is_node_[point] = 1;
      }
    }
  });
}

LineUse Lines::make_use(std::size_t ring, std::size_t slot, std::size_t edges) const {
  LineUse use;
  use.ring = static_cast<std::uint32_t>(ring);
  use.slot = slot;
  use.edges = static_cast<std::uint32_t>(edges) & 0x7FFFFFFFU;
  const PointId first = rings_.ids[slot], second = rings_.ids[slot + 1];
  const PointId last = rings_.ids[slot_after(use, edges)],
                last_but_one = rings_.ids[slot_after(use, edges - 1)];
  use.reversed = (first != last ? before(rings_.points[last], rings_.points[first])
                                : before(rings_.points[last_but_one], rings_.points[second]))
                     ? 1U
                     : 0U;
  use.first = use.reversed != 0 ? last : first;
  use.second = use.reversed != 0 ? last_but_one : second;
  return use;
}

void Lines::find_uses() {
  constexpr std::size_t per_block = 64;
  const std::size_t rings = rings_.ring_count();
  std::vector<std::vector<std::uint32_t>> begins(
      (rings + per_block - 1) / per_block);  // [block of rings] which of their vertices begin a use
  first_use_.assign(rings + 1, 0);
  tbb::parallel_for(std::size_t{0}, begins.size(), [&](std::size_t block) {
    for (std::size_t ring = block * per_block; ring < std::min(rings, (block + 1) * per_block); ++ring) {
      const auto points = rings_.points_of(ring);
      const std::size_t before_ring = begins[block].size();
      std::uint32_t lowest = 0;
      for (std::uint32_t i = 0; i < points.size(); ++i) {
        if (is_node_[points[i]] != 0) begins[block].push_back(i);
        if (begins[block].size() == before_ring &&
            before(rings_.points[points[i]], rings_.points[points[lowest]]))
          lowest = i;
      }
      if (begins[block].size() == before_ring)
        begins[block].push_back(lowest);  // closed: every copy of it starts at the same place
      first_use_[ring + 1] = begins[block].size() - before_ring;
    }
  });
  for (std::size_t ring = 0; ring < rings; ++ring) first_use_[ring + 1] += first_use_[ring];
  uses_.resize(first_use_.back());
  tbb::parallel_for(std::size_t{0}, begins.size(), [&](std::size_t block) {
    auto begin = begins[block].cbegin();
    for (std::size_t ring = block * per_block; ring < std::min(rings, (block + 1) * per_block); ++ring) {
      const std::size_t end = *begin + rings_.length(ring);
      for (std::size_t at = first_use_[ring]; at < first_use_[ring + 1]; ++at, ++begin) {
        uses_[at] = make_use(ring, rings_.first_slot(ring) + *begin,
                             (at + 1 < first_use_[ring + 1] ? *(begin + 1) : end) - *begin);
        uses_[at].position = at;
      }
    }
  });
}

void Lines::copy_ids(std::size_t line, std::vector<PointId>& to) const {
  const LineUse& use = uses(line).front();
  const std::size_t first = to.size();
  to.resize(first + use.edges + 1U);
  along_ring(use, [&](std::size_t step, PointId point) {
    to[first + (use.reversed != 0 ? use.edges - step : step)] = point;
  });
}

}  // namespace vicinia::core::topology::detail
