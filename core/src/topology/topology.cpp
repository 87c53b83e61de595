#include "vicinia/core/topology/topology.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <string>

#include "arrangement.h"
#include "assemble.h"
#include "close_segments.h"
#include "crossing.h"
#include "flat_rings.h"
#include "gap_width.h"
#include "healing.h"
#include "lines.h"
#include "neighbour_rule.h"
#include "noding.h"
#include "proximity.h"
#include "topology_builder.h"
#include "vicinia/core/topology/border_match.h"

namespace vicinia::core::topology {
namespace {

using detail::BorderLine;
using detail::Lines;
using detail::LineUse;

/// Lines with a unit on one side only, as of one unit that is all the ground there is.
std::vector<BorderLine> open_lines_of(const Lines& lines) {
  std::vector<BorderLine> open;
  for (std::size_t i = 0; i < lines.count(); ++i) {
    if (lines.uses(i).size() != 1) continue;
    BorderLine& line = open.emplace_back();
    lines.copy_ids(i, line.points);
    (lines.uses(i).front().reversed != 0 ? line.left : line.right) = {0};
  }
  return open;
}

std::vector<BorderLine> border_lines_of(const Lines& lines) {
  std::vector<BorderLine> all(lines.count());
  for (std::size_t i = 0; i < lines.count(); ++i) {
    lines.copy_ids(i, all[i].points);
    for (const LineUse& use : lines.uses(i)) (use.reversed != 0 ? all[i].left : all[i].right).push_back(lines.unit_of(use));
  }
  return all;
}

/// Do lines meet elsewhere than in vertices that they share?
bool any_meet(const std::vector<geom::Point>& places, const std::vector<BorderLine>& open) {
  std::vector<std::size_t> start{0};
  for (const BorderLine& line : open) start.push_back(start.back() + line.points.size());
  std::vector<geom::Point> points;
  points.reserve(start.back());
  for (const BorderLine& line : open)
    for (const detail::PointId id : line.points) points.push_back(places[id]);
  std::vector<detail::Line> drawn;
  for (std::size_t i = 0; i < open.size(); ++i) drawn.push_back(std::span(points).subspan(start[i], start[i + 1] - start[i]));
  const std::vector<detail::Line> lines = drawn;
  std::atomic<bool> found = false;
  constexpr double precision = detail::noding_precision_m;
  detail::CloseSegments(std::move(drawn)).for_each_pair(
      precision, [&](std::uint32_t, std::uint32_t) { return !found.load(std::memory_order_relaxed); },
      [&](std::uint32_t line, std::uint32_t i, std::uint32_t other, std::uint32_t j) {
        const geom::Point &a = lines[line][i], &b = lines[line][i + 1], &c = lines[other][j], &d = lines[other][j + 1];
        const auto on = [&](const geom::Point& p, const geom::Point& from, const geom::Point& to) {
          return !detail::same_place(p, from) && !detail::same_place(p, to) && detail::reach(p, from, to).distance_m <= precision;
        };
        if (on(a, c, d) || on(b, c, d) || on(c, a, b) || on(d, a, b) || detail::crossing(a, b, c, d))
          found.store(true, std::memory_order_relaxed);
      });
  return found.load();
}

/// Do borders match as they are, so that every line has at most one unit on a side and no ground is covered twice? Lines that are
/// shared do not change how often ground is covered, so that only the open ones need to be looked at.
bool borders_match(const Lines& lines) {
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const auto uses = lines.uses(i);
    if (uses.size() > 2 || (uses.size() == 2 && uses[0].reversed == uses[1].reversed)) return false;
  }
  std::vector<BorderLine> open = open_lines_of(lines);
  if (any_meet(lines.rings().points, open)) return false;
  const detail::Arrangement ground(lines.rings().points, std::move(open));
  return ground.tangled().empty();
}

/// Is there a gap that the tolerance fills?
bool has_gap_to_fill(const Topology& topology, double tolerance_m) {
  const std::vector<geom::Polygon> gaps = tolerance_m > 0 ? detail::gaps_of(topology) : std::vector<geom::Polygon>{};
  return std::any_of(gaps.begin(), gaps.end(), [&](const geom::Polygon& gap) { return !detail::is_wider_than(gap, tolerance_m); });
}

double tolerance_for(const TopologyOptions& options, std::vector<Contact> contacts) {
  if (options.tolerance_m) return *options.tolerance_m;
  return detail::proposed_tolerance(detail::ledger(std::move(contacts), furthest_match_m));
}

}  // namespace

Result<Topology> build_topology(std::span<const geom::MultiPolygon> areas, const TopologyOptions& options, const Task& task) {
  if (const double tolerance_m = options.tolerance_m.value_or(0); !(tolerance_m >= 0) || !std::isfinite(tolerance_m))
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "tolerance_m"},
                 .detail = std::to_string(tolerance_m) + "; a distance of 0 or more"});
  if (areas.empty()) return fail({.code = ErrorCode::empty_layer});
  const auto stopped = [&] { return task.stop.stop_requested(); };
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  task.at(0, "vertices");
  TopologyBuilder::Notes notes;
  auto rings = detail::flatten(areas, notes.findings, task);
  if (!rings) return tl::unexpected<Error>(std::move(rings.error()));
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  task.at(0.3, "borders");
  const bool wants_near = options.tolerance_m != 0.0;
  bool is_matched = false;
  {
    const Lines lines(*rings);
    is_matched = borders_match(lines);
    if (is_matched) {
      Topology topology = TopologyBuilder::build(lines);
      if (wants_near) {
        notes.contacts = detail::near_stretches(detail::open_lines_of(topology), furthest_match_m);
        notes.knows_near = true;
        TopologyBuilder::add(topology, notes);
        notes.tolerance_m = tolerance_for(options, detail::contacts_of(topology));
      }
      if (!has_gap_to_fill(topology, notes.tolerance_m)) {
        TopologyBuilder::add(topology, std::move(notes));
        task.at(1, "borders");
        return topology;
      }
    }
  }
  notes.is_healed = true;
  if (!is_matched) {
    task.at(0.4, "crossings");
    if (auto noded = detail::node_rings(*rings, detail::NodingScope::every_line, detail::noding_precision_m, task); !noded)
      return tl::unexpected<Error>(std::move(noded.error()));
  }
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  task.at(0.6, "faces");
  detail::FlatRings healed_rings;
  {
    const detail::Arrangement arrangement(rings->points, border_lines_of(Lines(*rings)));
    if (stopped()) return fail({.code = ErrorCode::cancelled});
    detail::Healing healing(arrangement, *rings);
    std::vector<Contact> contacts = healing.contacts();
    if (wants_near) {
      task.at(0.7, "neighbours");
      const auto near = detail::near_stretches(healing.open_lines(), furthest_match_m);
      contacts.insert(contacts.end(), near.begin(), near.end());
      notes.knows_near = true;
    }
    notes.tolerance_m = tolerance_for(options, contacts);
    task.at(0.8, "healing");
    healing.fill_gaps(notes.tolerance_m);
    for (Finding& finding : healing.findings()) notes.findings.push_back(std::move(finding));
    notes.contacts = std::move(contacts);
    notes.healed = healing.healed();
    healed_rings = healing.healed_rings();
  }
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  Topology topology = TopologyBuilder::build(Lines(healed_rings));
  TopologyBuilder::add(topology, std::move(notes));
  task.at(1, "borders");
  return topology;
}

std::string_view name_of(Finding::Kind kind) {
  switch (kind) {
    case Finding::Kind::empty: return "empty";
    case Finding::Kind::zero_area: return "zero_area";
    case Finding::Kind::duplicate: return "duplicate";
    case Finding::Kind::overlap: return "overlap";
    case Finding::Kind::gap: return "gap";
    case Finding::Kind::sliver: return "sliver";
    case Finding::Kind::island: return "island";
    case Finding::Kind::enclosed: return "enclosed";
    case Finding::Kind::invalid_ring: return "invalid_ring";
  }
  return "";
}

}  // namespace vicinia::core::topology
