#include "topology/lines/lines.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>

#include "topology/segments/bucket_sort.h"

namespace vicinia::core::topology::detail {

Lines::Lines(const FlatRings& rings) : rings_(rings) {
  find_nodes();
  find_uses();
  sort_uses();
  const auto same_line = [](const LineUse& a, const LineUse& b) { return a.first == b.first && a.second == b.second; };
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
  if (uses_.size() < rings_.points.size() / 8) {
    tbb::parallel_sort(uses_, is_before);
    return;
  }
  bucket_sort(uses_, rings_.points.size(), [](const LineUse& use) { return use.first; }, is_before);  // few begin at one point
}

void Lines::find_nodes() {
  struct Neighbours {
    PointId low = no_point, high = no_point;
  };
  std::vector<Neighbours> neighbours(rings_.points.size());
  is_node_.assign(rings_.points.size(), 0);
  // Points are shared out among tasks; each reads all rings, which lie in a row, and writes to its own points only, which do not.
  constexpr std::size_t tasks = 2, least = 1 << 15;
  const std::size_t count = rings_.points.size() < least ? 1 : tasks;
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t task) {
    const auto from = static_cast<PointId>(rings_.points.size() * task / count);
    const auto own = static_cast<PointId>(rings_.points.size() * (task + 1) / count) - from;
    for (std::size_t ring = 0; ring < rings_.ring_count(); ++ring) {
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
  const PointId last = rings_.ids[slot_after(use, edges)], last_but_one = rings_.ids[slot_after(use, edges - 1)];
  use.reversed = (first != last ? before(rings_.points[last], rings_.points[first])
                                : before(rings_.points[last_but_one], rings_.points[second]))
                     ? 1U
                     : 0U;
  use.first = use.reversed != 0 ? last : first;
  use.second = use.reversed != 0 ? last_but_one : second;
  return use;
}

void Lines::find_uses() {
  const std::size_t rings = rings_.ring_count();
  offsets_.assign(rings, 0);
  first_use_.assign(rings + 1, 0);
  tbb::parallel_for(std::size_t{0}, rings, [&](std::size_t ring) {
    const std::size_t first = rings_.first_slot(ring), length = rings_.length(ring);
    std::size_t nodes = 0, lowest = 0;
    for (std::size_t i = 0; i < length; ++i) {
      if (is_node_[rings_.ids[first + i]] != 0 && nodes++ == 0) offsets_[ring] = i;
      if (nodes == 0 && before(rings_.points[rings_.ids[first + i]], rings_.points[rings_.ids[first + lowest]])) lowest = i;
    }
    if (nodes == 0) offsets_[ring] = lowest;  // closed: every copy of it starts at the same place
    first_use_[ring + 1] = std::max<std::size_t>(nodes, 1);
  });
  for (std::size_t ring = 0; ring < rings; ++ring) first_use_[ring + 1] += first_use_[ring];
  uses_.resize(first_use_.back());
  tbb::parallel_for(std::size_t{0}, rings, [&](std::size_t ring) {
    const std::size_t first = rings_.first_slot(ring), length = rings_.length(ring);
    std::size_t begin = first + offsets_[ring], edges = 0, at = first_use_[ring];
    for (std::size_t i = 1; i <= length; ++i) {
      std::size_t slot = first + offsets_[ring] + i;
      if (slot >= first + length) slot -= length;
      ++edges;
      if (i < length && is_node_[rings_.ids[slot]] == 0) continue;
      uses_[at] = make_use(ring, begin, edges);
      uses_[at].position = at;
      ++at;
      begin = slot;
      edges = 0;
    }
  });
}

void Lines::copy_ids(std::size_t line, std::vector<PointId>& to) const {
  const LineUse& use = uses(line).front();
  const std::size_t first = to.size();
  to.resize(first + use.edges + 1U);
  along_ring(use, [&](std::size_t step, PointId point) { to[first + (use.reversed != 0 ? use.edges - step : step)] = point; });
}

}  // namespace vicinia::core::topology::detail
