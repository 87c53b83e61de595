#include "vicinia/core/agglomeration/contiguity.h"

#include <algorithm>
#include <utility>

#include "vicinia/core/unit_areas.h"

namespace vicinia::core::agglomeration {
namespace {

bool has_topology_of(const Dataset& data, const std::vector<admin::UnitIndex>& drawn) {
  return data.unit_topology && !drawn.empty() && data.frame[drawn.front()].level == data.topology_level &&
         data.unit_topology->unit_count() == drawn.size();
}

}  // namespace

Result<Contiguity> Contiguity::build(const Dataset& dataset, std::optional<double> tolerance_m,
                                     const Task& task) {
  Contiguity contiguity;
  contiguity.asked_m_ = tolerance_m;
  contiguity.units_ = drawn_units(dataset);
  contiguity.frame_size_ = dataset.frame.size();
  if (!tolerance_m && has_topology_of(dataset, contiguity.units_)) {
    contiguity.topology_ = dataset.unit_topology;
  } else {
    const UnitAreas areas(dataset, contiguity.units_);
    auto topology = topology::build_topology(areas.span(), {.tolerance_m = tolerance_m}, task);
    if (!topology) return fail(topology.error());
    contiguity.topology_ = std::make_shared<const topology::Topology>(std::move(*topology));
  }
  contiguity.match_ = topology::match_borders(*contiguity.topology_);
  std::vector<topology::Border> rows = topology::borders(*contiguity.topology_);
  for (auto* list : {&rows, &contiguity.match_.beside})
    for (topology::Border& border : *list) {  // units of the frame stand in the same order
      border.a = static_cast<topology::UnitIndex>(contiguity.units_[border.a]);
      border.b = static_cast<topology::UnitIndex>(contiguity.units_[border.b]);
    }
  contiguity.borders_ = ledger_of(std::move(rows), contiguity.match_.beside);
  return contiguity;
}

std::vector<topology::Border> ledger_of(std::vector<topology::Border> rows,
                                        const std::vector<topology::Border>& beside) {
  using topology::Border;
  const auto pair_of = [](const Border& border) { return std::pair(border.a, border.b); };
  std::vector<Border> beyond;
  for (const Border& border : beside) {
    const auto known = std::ranges::lower_bound(rows, pair_of(border), {}, pair_of);
    if (known == rows.end() || pair_of(*known) != pair_of(border) ||
        known->kind == topology::BorderKind::corner)
      beyond.push_back(border);
  }
  rows.insert(rows.end(), beyond.begin(), beyond.end());
  std::ranges::stable_sort(rows, {}, pair_of);
  return rows;
}

Result<std::vector<topology::Border>> linked_borders(const Contiguity& contiguity, const Settings& settings) {
  return topology::with_links(contiguity.borders(), settings.links, contiguity.frame_size());
}

Rules rules_in_force(const Contiguity& contiguity, const Settings& settings) {
  Rules rules = settings.rules;
  rules.link.within_m = contiguity.tolerance_of(settings);
  return rules;
}

}  // namespace vicinia::core::agglomeration
