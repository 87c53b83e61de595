/// \file unit_areas.h
/// Areas of some units in one piece of memory, as core takes them. Those of a data set that stand side by side, as the districts mostly
/// do, are not copied.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "vicinia/core/dataset.h"

namespace vicinia::workspace {

/// `dataset` must outlive it.
class UnitAreas {
 public:
  UnitAreas(const core::Dataset& dataset, const std::vector<core::admin::UnitIndex>& units) {
    const auto apart = [](core::admin::UnitIndex a, core::admin::UnitIndex b) { return b != a + 1; };
    if (!units.empty() && std::ranges::adjacent_find(units, apart) == units.end()) {
      span_ = std::span(dataset.areas).subspan(units.front(), units.size());
      return;
    }
    for (const core::admin::UnitIndex unit : units) copies_.push_back(dataset.areas[unit]);
    span_ = copies_;
  }
  UnitAreas(const UnitAreas&) = delete;
  UnitAreas& operator=(const UnitAreas&) = delete;

  [[nodiscard]] std::span<const core::geom::MultiPolygon> span() const { return span_; }

 private:
  std::vector<core::geom::MultiPolygon> copies_{};
  std::span<const core::geom::MultiPolygon> span_{};
};

}  // namespace vicinia::workspace
