#include "jobs/found_agglomerations.h"

#include <algorithm>
#include <utility>

#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/maps/outline_drawing.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::admin::UnitIndex;

core::Result<FoundPtr> FoundAgglomerations::find(const ws::Document& document, ArcDetailPtr arcs,
                                                 SectorValuesPtr values) {
  auto found = std::make_shared<FoundAgglomerations>();
  const ws::Contiguity& contiguity = arcs->contiguity();
  auto reports = ws::find_agglomerations(*values, contiguity, document.view.agglomerations);
  if (!reports) return core::fail(reports.error());
  found->document_ = document;
  found->reports_ = std::move(*reports);
  found->lines_ = ws::agglomeration_lines(*document.data->dataset, contiguity, found->reports_);
  found->holding_.assign(contiguity.frame_size(), found->reports_.size());
  for (std::size_t i = 0; i < found->reports_.size(); ++i)
    for (const auto member : found->reports_[i].found.members) found->holding_[member] = i;
  found->in_topology_.assign(contiguity.frame_size(), core::topology::outside);
  for (std::size_t i = 0; i < contiguity.units().size(); ++i)
    found->in_topology_[contiguity.units()[i]] = static_cast<core::topology::UnitIndex>(i);
  found->arcs_ = std::move(arcs);
  found->values_ = std::move(values);
  return found;
}

std::optional<std::size_t> FoundAgglomerations::holding(UnitIndex unit) const {
  if (unit >= holding_.size() || holding_[unit] == reports_.size()) return std::nullopt;
  return holding_[unit];
}

std::vector<UnitIndex> FoundAgglomerations::membersBySize(std::size_t agglomeration) const {
  const auto& members = reports_[agglomeration].found.members;
  std::vector<UnitIndex> sorted(members.begin(), members.end());
  std::ranges::stable_sort(sorted, std::greater{}, [this](UnitIndex unit) {
    const core::Cell employees = values_->by_unit()[unit].employees;
    return employees.has_number() ? employees.number() : -1.0;
  });
  return sorted;
}

std::optional<gis::map::Extent> FoundAgglomerations::extent(std::size_t agglomeration) const {
  std::optional<gis::map::Extent> whole;
  for (const UnitIndex unit : reports_[agglomeration].found.members) {
    if (dataset().areas[unit].empty()) continue;
    const auto one = ws::unit_extent(dataset(), unit);
    whole = whole ? gis::map::Extent{std::min(whole->min_x, one.min_x), std::min(whole->min_y, one.min_y),
                                     std::max(whole->max_x, one.max_x), std::max(whole->max_y, one.max_y)}
                  : one;
  }
  return whole;
}

std::vector<std::size_t> FoundAgglomerations::reaching(std::optional<UnitIndex> province) const {
  return ws::drawn_agglomerations(reports_, province);
}

core::Result<ws::Explanation> FoundAgglomerations::explain(UnitIndex unit) const {
  return ws::explain(*values_, contiguity(), document_.view.agglomerations, reports_, unit);
}

std::optional<core::topology::UnitIndex> FoundAgglomerations::inTopology(UnitIndex unit) const {
  if (unit >= in_topology_.size() || in_topology_[unit] == core::topology::outside) return std::nullopt;
  return in_topology_[unit];
}

}  // namespace vicinia::desktop
