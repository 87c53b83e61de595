/// \file unit_areas.h
/// Areas of some units in one piece of memory, as topology takes them. Those of a data set that stand side by side, as the districts mostly
/// do, are not copied.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "vicinia/core/dataset.h"

namespace vicinia::core {

/// `dataset` must outlive it.
class UnitAreas {
 public:
  UnitAreas(const Dataset& dataset, const std::vector<admin::UnitIndex>& units) {
    const auto apart = [](admin::UnitIndex a, admin::UnitIndex b) { return b != a + 1; };
    if (!units.empty() && std::ranges::adjacent_find(units, apart) == units.end()) {
      span_ = std::span(dataset.areas).subspan(units.front(), units.size());
      return;
    }
    for (const admin::UnitIndex unit : units) copies_.push_back(dataset.areas[unit]);
    span_ = copies_;
  }
  UnitAreas(const UnitAreas&) = delete;
  UnitAreas& operator=(const UnitAreas&) = delete;

  [[nodiscard]] std::span<const geom::MultiPolygon> span() const { return span_; }

 private:
  std::vector<geom::MultiPolygon> copies_{};
  std::span<const geom::MultiPolygon> span_{};
};

}  // namespace vicinia::core
