#include "vicinia/core/topology/topology.h"

#include <tbb/parallel_invoke.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "topology/arcs/topology_builder.h"
#include "topology/gaps/gap_filling.h"
#include "topology/healing/overlap_healing.h"
#include "topology/lines/flat_rings.h"
#include "topology/lines/lines.h"
#include "topology/neighbours/neighbour_rule.h"
#include "topology/neighbours/proximity.h"
#include "vicinia/core/topology/border_match.h"

namespace vicinia::core::topology {
namespace {

/// Contacts of the data although healing changed lines: of two units that were healed, those that it found; else those of the arcs.
std::vector<Contact> contacts_after(std::vector<Contact> found, std::span<const Contact> of_arcs,
                                    const std::vector<bool>& is_healed) {
  if (std::ranges::find(is_healed, false) == is_healed.end()) return found;
  for (const Contact& contact : of_arcs)
    if (!is_healed[contact.a] || !is_healed[contact.b]) found.push_back(contact);
  return found;
}

/// Of two units that are the same, only one has the ground; the other has the same neighbours.
void add_those_of_duplicates(std::span<const Finding> findings, std::vector<Contact>& near) {
  for (const Finding& finding : findings) {
    if (finding.kind != Finding::Kind::duplicate) continue;
    const UnitIndex a = finding.units[0], b = finding.units[1];
    const std::size_t count = near.size();
    for (std::size_t i = 0; i < count; ++i) {
      Contact copy = near[i];
      if (copy.a != a && copy.a != b && copy.b != a && copy.b != b) continue;
      for (UnitIndex* const unit : {&copy.a, &copy.b})
        if (*unit == a || *unit == b) *unit = *unit == a ? b : a;
      if (copy.a > copy.b) std::swap(copy.a, copy.b);
      if (copy.a != copy.b) near.push_back(copy);
    }
  }
}

void sort_largest_first(std::vector<Healed>& healed) {
  struct HealedKey {
    double area_m2, x, y;
    std::size_t position;
  };
  std::vector<HealedKey> keys;
  keys.reserve(healed.size());
  for (const Healed& one : healed) keys.push_back({one.area_m2, one.place.x(), one.place.y(), keys.size()});
  tbb::parallel_sort(keys.begin(), keys.end(), [](const HealedKey& a, const HealedKey& b) {
    if (a.area_m2 != b.area_m2) return a.area_m2 > b.area_m2;
    if (a.x != b.x) return a.x < b.x;
    return a.y != b.y ? a.y < b.y : a.position < b.position;
  });
  std::vector<Healed> sorted;
  sorted.reserve(healed.size());
  for (const HealedKey& key : keys) sorted.push_back(std::move(healed[key.position]));
  healed = std::move(sorted);
}

}  // namespace

Result<Topology> build_topology(std::span<const geom::MultiPolygon> areas, const TopologyOptions& options,
                                const Task& task) {
  if (const double tolerance_m = options.tolerance_m.value_or(0);
      !(tolerance_m >= 0) || !std::isfinite(tolerance_m))
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "tolerance_m"},
                 .detail = std::to_string(tolerance_m) + "; a distance of 0 or more"});
  if (areas.empty()) return fail({.code = ErrorCode::empty_layer});
  const auto stopped = [&] { return task.stop.stop_requested(); };
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  task.at(0, "vertices");
  TopologyBuilder::Notes notes;
  bool is_sorted = false;  // notes.healed
  auto rings = detail::flatten(areas, notes.findings, task);
  if (!rings) return tl::unexpected<Error>(std::move(rings.error()));
  if (stopped()) return fail({.code = ErrorCode::cancelled});

  task.at(0.3, "borders");
  std::optional<detail::Lines> lines(std::in_place, *rings);
  Topology topology;
  notes.knows_near = options.tolerance_m != 0.0;
  std::vector<Contact> near, of_arcs;
  const auto find_borders = [&](bool is_healed) {
    topology = TopologyBuilder::build(*lines);
    if (is_healed || notes.knows_near) of_arcs = detail::contacts_of(topology);
    if (notes.knows_near && !stopped())
      near = detail::near_stretches(detail::open_arcs_of(topology), furthest_match_m);
  };
  std::optional<detail::OpenGround> open_ground;
  const auto find_open_ground = [&] { open_ground.emplace(*lines); };
  const auto use_lines = [&](bool is_healed) {
    if (is_healed && notes.knows_near)  // then there are gaps to be filled
      tbb::parallel_invoke([&] { find_borders(true); }, find_open_ground);
    else
      find_borders(is_healed);
  };
  auto overlaps = detail::heal_overlaps(*rings, lines, use_lines, task);
  if (!overlaps) return tl::unexpected<Error>(std::move(overlaps.error()));
  if (stopped()) return fail({.code = ErrorCode::cancelled});
  if (*overlaps) {
    notes.is_healed = true;
    notes.healed_units = (*overlaps)->is_healed;
    notes.contacts = contacts_after(std::move((*overlaps)->contacts), of_arcs, (*overlaps)->is_healed);
    notes.healed = std::move((*overlaps)->healed);
    notes.findings.insert(notes.findings.end(), (*overlaps)->findings.begin(), (*overlaps)->findings.end());
  }

  if (notes.knows_near) {
    add_those_of_duplicates(notes.findings, near);
    std::vector<Contact> all =
        detail::sorted_contacts(std::move(notes.is_healed ? notes.contacts : of_arcs), near);
    if (options.tolerance_m) {
      notes.tolerance_m = *options.tolerance_m;
    } else if (!near.empty()) {
      notes.tolerance_m = detail::proposed_tolerance(detail::ledger(all, furthest_match_m), near);
    }
    if (stopped()) return fail({.code = ErrorCode::cancelled});
    task.at(0.8, "gaps");
    constexpr double hairline_m =
        1;  // where the tolerance is left to the data, gaps of borders that do not match close up to this
    const double filled_m =
        !options.tolerance_m && notes.is_healed ? std::max(notes.tolerance_m, hairline_m) : notes.tolerance_m;
    if (filled_m > 0) {
      if (!open_ground) find_open_ground();
      std::vector<Healed> filled = detail::fill_gaps(*rings, *open_ground, filled_m);
      if (!filled.empty()) {
        notes.is_healed = true;
        std::ranges::move(filled, std::back_inserter(notes.healed));
        is_sorted = true;
        tbb::parallel_invoke([&] { topology = TopologyBuilder::build(detail::Lines(*rings)); },
                             [&] { sort_largest_first(notes.healed); });
      }
    }
    notes.contacts = notes.is_healed ? std::move(all) : std::move(near);
  }
  if (!is_sorted) sort_largest_first(notes.healed);
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
