#include "overlap_healing.h"

#include <algorithm>
#include <utility>

#include "arrangement.h"
#include "healing.h"
#include "mismatch.h"
#include "noding.h"

namespace vicinia::core::topology::detail {
namespace {

std::span<const PointId> ring_of(const FlatRings& rings, std::size_t ring) {
  return std::span(rings.ids).subspan(rings.first_slot(ring), rings.length(ring));
}

void put(FlatRings& to, UnitIndex unit, std::span<const PointId> ring) {
  to.unit.push_back(unit);
  to.ids.push_back(ring.back());
  to.ids.insert(to.ids.end(), ring.begin(), ring.end());
  to.ids.push_back(ring.front());
  to.start.push_back(to.ids.size());
}

/// Rings of the marked units; points are those of `rings`.
FlatRings part_of(const FlatRings& rings, const std::vector<bool>& units) {
  FlatRings part;
  part.unit_count = rings.unit_count;
  for (std::size_t ring = 0; ring < rings.ring_count(); ++ring)
    if (units[rings.unit[ring]]) put(part, rings.unit[ring], ring_of(rings, ring));
  part.points = rings.points;
  return part;
}

/// Those of `part` for the marked units, those of `rings` for the others.
FlatRings merged(const FlatRings& rings, FlatRings part, const std::vector<bool>& units) {
  FlatRings result;
  result.unit_count = rings.unit_count;
  result.ids.reserve(rings.ids.size());
  std::size_t mine = 0, theirs = 0;
  for (UnitIndex unit = 0; unit < rings.unit_count; ++unit) {
    for (; mine < rings.ring_count() && rings.unit[mine] == unit; ++mine)
      if (!units[unit]) put(result, unit, ring_of(rings, mine));
    for (; theirs < part.ring_count() && part.unit[theirs] == unit; ++theirs) put(result, unit, ring_of(part, theirs));
  }
  result.points = std::move(part.points);
  return result;
}

/// Units whose rings are no longer the same.
void mark_changed(const FlatRings& before, const FlatRings& after, std::vector<bool>& changed) {
  std::size_t a = 0, b = 0;
  for (UnitIndex unit = 0; unit < before.unit_count; ++unit) {
    bool same = true;
    for (; a < before.ring_count() && before.unit[a] == unit; ++a) {
      same = same && b < after.ring_count() && after.unit[b] == unit && std::ranges::equal(ring_of(before, a), ring_of(after, b));
      if (b < after.ring_count() && after.unit[b] == unit) ++b;
    }
    for (; b < after.ring_count() && after.unit[b] == unit; ++b) same = false;
    if (!same) changed[unit] = true;
  }
}

std::vector<BorderLine> border_lines_of(const Lines& lines) {
  std::vector<BorderLine> all(lines.count());
  for (std::size_t i = 0; i < lines.count(); ++i) {
    lines.copy_ids(i, all[i].points);
    for (const LineUse& use : lines.uses(i)) (use.reversed != 0 ? all[i].left : all[i].right).push_back(lines.unit_of(use));
  }
  return all;
}

/// Units with a ring that comes back to one of its points: it touches itself there. Those that are listed already are left out.
void add_self_touches(const FlatRings& rings, std::vector<Finding>& findings) {
  std::vector<bool> is_listed(rings.unit_count);
  for (const Finding& finding : findings)
    if (finding.kind == Finding::Kind::invalid_ring) is_listed[finding.units.front()] = true;
  for (std::size_t ring = 0; ring < rings.ring_count(); ++ring) {
    if (is_listed[rings.unit[ring]]) continue;
    std::vector<PointId> ids(ring_of(rings, ring).begin(), ring_of(rings, ring).end());
    std::ranges::sort(ids);
    const auto twice = std::ranges::adjacent_find(ids);
    if (twice == ids.end()) continue;
    is_listed[rings.unit[ring]] = true;
    findings.push_back({.kind = Finding::Kind::invalid_ring, .place = rings.points[*twice], .units = {rings.unit[ring]}, .size = 0});
  }
}

bool contains(const std::vector<bool>& all, const std::vector<bool>& some) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (some[i] && !all[i]) return false;
  return true;
}

}  // namespace

Result<std::optional<OverlapHealing>> heal_overlaps(FlatRings& rings, std::optional<Lines>& lines, const Task& task) {
  const auto any = [](const std::vector<bool>& units) { return std::ranges::find(units, true) != units.end(); };
  std::vector<bool> unmatched = units_that_meet(*lines);
  if (!any(unmatched)) unmatched = units_covered_twice(*lines);
  if (!any(unmatched)) return std::nullopt;
  for (;;) {  // with more units each time, up to all
    if (task.stop.stop_requested()) return fail({.code = ErrorCode::cancelled});
    OverlapHealing result{.is_healed = with_surroundings(unmatched, rings)};
    FlatRings part = part_of(rings, result.is_healed);
    const FlatRings before = part;
    task.at(0.4, "crossings");
    if (auto noded = node_rings(part, NodingScope::every_line, noding_precision_m, task); !noded)
      return tl::unexpected<Error>(std::move(noded.error()));
    std::vector<bool> reached = unmatched;
    mark_changed(before, part, reached);
    task.at(0.5, "faces");
    const Arrangement arrangement(part.points, border_lines_of(Lines(part)));
    if (task.stop.stop_requested()) return fail({.code = ErrorCode::cancelled});
    const Healing healing(arrangement, part);
    for (const Healed& healed : healing.healed())
      for (const UnitIndex unit : healed.units) reached[unit] = true;
    const auto around = with_surroundings(reached, rings);
    if (!contains(result.is_healed, around)) {
      unmatched = std::move(reached);  // more than before, since their surroundings are
      continue;
    }
    result.contacts = healing.contacts();
    result.healed = healing.healed();
    result.findings = healing.findings();
    add_self_touches(before, result.findings);
    FlatRings healed = merged(rings, healing.healed_rings(), result.is_healed);
    std::swap(rings, healed);
    lines.emplace(rings);
    if (std::ranges::find(result.is_healed, false) == result.is_healed.end()) return result;
    // Where lines crossed, ground that is covered twice elsewhere without a crossing could not be seen before.
    const std::vector<bool> left = units_covered_twice(*lines);
    if (!any(left)) return result;
    std::swap(rings, healed);
    lines.emplace(rings);
    for (std::size_t unit = 0; unit < left.size(); ++unit) unmatched[unit] = reached[unit] || left[unit];
    if (contains(result.is_healed, with_surroundings(unmatched, rings))) unmatched.assign(unmatched.size(), true);
  }
}

}  // namespace vicinia::core::topology::detail
