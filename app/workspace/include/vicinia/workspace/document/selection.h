/// \file selection.h
/// The units that are selected: one set, shared by the map, every list and every chart. One of them is the current one: what is told
/// of a single unit is told of it.
/// Shapes:  units in ascending order, each once; the current one is among them, and there is one unless nothing is selected.
/// Cost:    contains() takes the logarithm of how many are selected, every change as many steps as there are.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "vicinia/core/admin/unit.h"

namespace vicinia::workspace::inline document {

class Selection {
 public:
  using UnitIndex = core::admin::UnitIndex;

  Selection() = default;
  /// One unit, or none.
  explicit Selection(std::optional<UnitIndex> unit) : current_(unit) {
    if (unit) units_.push_back(*unit);
  }
  /// In any order, each as often as may be. `current`: the last of `units` where it is nullopt or not among them.
  explicit Selection(std::vector<UnitIndex> units, std::optional<UnitIndex> current = {});

  [[nodiscard]] bool empty() const { return units_.empty(); }
  [[nodiscard]] std::size_t size() const { return units_.size(); }
  [[nodiscard]] const std::vector<UnitIndex>& units() const { return units_; }
  [[nodiscard]] std::optional<UnitIndex> current() const { return current_; }
  [[nodiscard]] bool contains(UnitIndex unit) const { return std::ranges::binary_search(units_, unit); }

  /// With `unit`, which becomes the current one; or without it, where it was selected.
  [[nodiscard]] Selection toggled(UnitIndex unit) const;

  friend bool operator==(const Selection&, const Selection&) = default;

 private:
  std::vector<UnitIndex> units_;
  std::optional<UnitIndex> current_;
};

/// A selection with a name, kept to be selected again. By codes, so that it outlives what is shown: another frame, other data.
struct KeptSelection {
  std::string name{};
  std::vector<std::string> codes{};  ///< of units; that of the current one first, the others ascending
  friend bool operator==(const KeptSelection&, const KeptSelection&) = default;
};

}  // namespace vicinia::workspace::inline document
