#include "topology/healing/overlap_healing.h"

#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <span>
#include <utility>

#include "topology/healing/arrangement.h"
#include "topology/healing/healing.h"
#include "topology/healing/mismatch.h"
#include "topology/lines/noding.h"

namespace vicinia::core::topology::detail {
namespace {

/// Rings of the marked units, with points of their own.
struct Part {
  FlatRings rings;
  std::vector<PointId> country_id;  ///< [own point] ascending
};

Part part_of(const FlatRings& rings, const std::vector<bool>& units) {
  Part part;
  part.rings.unit_count = rings.unit_count;
  std::vector<PointId> own(rings.points.size(), no_point);
  for (std::size_t ring = 0; ring < rings.ring_count(); ++ring) {
    if (!units[rings.unit[ring]]) continue;
    part.rings.add_ring(rings.unit[ring], rings.points_of(ring));
    for (const PointId id : rings.points_of(ring)) own[id] = 0;
  }
  for (PointId id = 0; id < own.size(); ++id) {
    if (own[id] == no_point) continue;
    own[id] = static_cast<PointId>(part.country_id.size());
    part.country_id.push_back(id);
    part.rings.points.push_back(rings.points[id]);
  }
  for (PointId& id : part.rings.ids) id = own[id];
  return part;
}

/// Those of `part` for the marked units, those of `rings` for the others; in the points of `rings`, which go over, and those that came in.
FlatRings merged(FlatRings& rings, FlatRings part, const std::vector<PointId>& country_id,
                 const std::vector<bool>& units) {
  FlatRings result;
  result.unit_count = rings.unit_count;
  result.ids.reserve(rings.ids.size() + part.ids.size());
  const std::size_t known = rings.points.size();
  for (PointId& id : part.ids)
    id = id < country_id.size() ? country_id[id] : static_cast<PointId>(known + (id - country_id.size()));
  result.points = std::move(rings.points);
  result.points.insert(result.points.end(),
                       part.points.begin() + static_cast<std::ptrdiff_t>(country_id.size()),
                       part.points.end());
  std::size_t mine = 0, theirs = 0;
  for (UnitIndex unit = 0; unit < rings.unit_count; ++unit) {
    for (; mine < rings.ring_count() && rings.unit[mine] == unit; ++mine)
      if (!units[unit]) result.add_ring(unit, rings.points_of(mine));
    for (; theirs < part.ring_count() && part.unit[theirs] == unit; ++theirs)
      result.add_ring(unit, part.points_of(theirs));
  }
  return result;
}

/// Of these units, those whose rings are no longer the same; `part` has no others.
void mark_changed(const FlatRings& before, const Part& part, const std::vector<bool>& units,
                  std::vector<bool>& changed) {
  const FlatRings& after = part.rings;
  const auto same_point = [&](PointId x, PointId y) {
    return y < part.country_id.size() && x == part.country_id[y];
  };
  std::size_t a = 0, b = 0;
  for (UnitIndex unit = 0; unit < before.unit_count; ++unit) {
    bool same = true;
    if (!units[unit]) {
      while (a < before.ring_count() && before.unit[a] == unit) ++a;
      continue;
    }
    for (; a < before.ring_count() && before.unit[a] == unit; ++a) {
      same = same && b < after.ring_count() && after.unit[b] == unit &&
             std::ranges::equal(before.points_of(a), after.points_of(b), same_point);
      if (b < after.ring_count() && after.unit[b] == unit) ++b;
    }
    for (; b < after.ring_count() && after.unit[b] == unit; ++b) same = false;
    if (!same) changed[unit] = true;
  }
}

BorderLines border_lines_of(const Lines& lines) {
  BorderLines all;
  all.reserve(lines.count(), lines.rings().ids.size(), lines.use_count());
  for (std::size_t i = 0; i < lines.count(); ++i) all.add(lines, i);
  return all;
}

/// Of these units, those with a ring that comes back to one of its points: it touches itself there. Those that are listed already are left out.
void add_self_touches(const FlatRings& rings, std::span<const geom::Point> points,
                      const std::vector<bool>& units, std::vector<Finding>& findings) {
  std::vector<bool> is_listed(rings.unit_count);
  for (const Finding& finding : findings)
    if (finding.kind == Finding::Kind::invalid_ring) is_listed[finding.units.front()] = true;
  std::vector<std::size_t> seen_in(points.size());  // [point] the ring that went through it last, + 1
  for (std::size_t ring = 0; ring < rings.ring_count(); ++ring) {
    if (is_listed[rings.unit[ring]] || !units[rings.unit[ring]]) continue;
    PointId twice = no_point;
    for (const PointId id : rings.points_of(ring))
      if (std::exchange(seen_in[id], ring + 1) == ring + 1) twice = std::min(twice, id);
    if (twice == no_point) continue;
    is_listed[rings.unit[ring]] = true;
    findings.push_back({.kind = Finding::Kind::invalid_ring,
                        .place = points[twice],
                        .units = {rings.unit[ring]},
                        .size = 0});
  }
}

bool contains(const std::vector<bool>& all, const std::vector<bool>& some) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (some[i] && !all[i]) return false;
  return true;
}

}  // namespace

Result<std::optional<OverlapHealing>> heal_overlaps(FlatRings& rings, std::optional<Lines>& lines,
                                                    const UseLines& use_lines, const Task& task) {
  const auto any = [](const std::vector<bool>& units) {
    return std::ranges::find(units, true) != units.end();
  };
  const auto covered_twice_beside_use = [&](bool is_healed) {
    std::vector<bool> covered;
    task.at(0.7, "neighbours");
    tbb::parallel_invoke([&] { use_lines(is_healed); }, [&] { covered = units_covered_twice(*lines); });
    return covered;
  };
  std::vector<bool> unmatched = units_that_meet(*lines);
  if (!any(unmatched)) unmatched = covered_twice_beside_use(false);
  if (!any(unmatched)) return std::nullopt;
  const std::vector<geom::Box> extents = extents_of(rings);
  for (;;) {  // with more units each time, up to all
    if (task.stop.stop_requested()) return fail({.code = ErrorCode::cancelled});
    OverlapHealing result{.is_healed = with_surroundings(unmatched, extents)};
    Part part = part_of(rings, result.is_healed);
    task.at(0.4, "crossings");
    if (auto noded = node_rings(part.rings, NodingScope::every_line, noding_precision_m, task); !noded)
      return tl::unexpected<Error>(std::move(noded.error()));
    std::vector<bool> reached = unmatched;
    mark_changed(rings, part, result.is_healed, reached);
    task.at(0.5, "faces");
    const Arrangement arrangement(part.rings.points, border_lines_of(Lines(part.rings)));
    if (task.stop.stop_requested()) return fail({.code = ErrorCode::cancelled});
    Healing healing(arrangement, part.rings);
    for (const Healed& healed : healing.healed())
      for (const UnitIndex unit : healed.units) reached[unit] = true;
    const auto around = with_surroundings(reached, extents);
    if (!contains(result.is_healed, around)) {
      unmatched = std::move(reached);  // more than before, since their surroundings are
      continue;
    }
    FlatRings data = std::exchange(rings, {});
    const std::size_t known = data.points.size();
    tbb::parallel_invoke(
        [&] {
          result.contacts = healing.contacts();
          result.findings = healing.findings();
        },
        [&] {
          rings = merged(data, healing.healed_rings(), part.country_id, result.is_healed);
          lines.emplace(rings);
        });
    add_self_touches(data, rings.points, result.is_healed, result.findings);
    result.healed = healing.take_healed();
    if (std::ranges::find(result.is_healed, false) == result.is_healed.end()) {
      task.at(0.7, "neighbours");
      use_lines(true);
      return result;
    }
    // Where lines crossed, ground that is covered twice elsewhere without a crossing could not be seen before.
    const std::vector<bool> left = covered_twice_beside_use(true);
    if (!any(left)) return result;
    data.points = std::move(rings.points);
    data.points.resize(known);
    rings = std::move(data);
    lines.emplace(rings);
    for (std::size_t unit = 0; unit < left.size(); ++unit) unmatched[unit] = reached[unit] || left[unit];
    if (contains(result.is_healed, with_surroundings(unmatched, extents)))
      unmatched.assign(unmatched.size(), true);
  }
}

}  // namespace vicinia::core::topology::detail
