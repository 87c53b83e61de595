#include "vicinia/workspace/document/selection.h"

namespace vicinia::workspace::inline document {

Selection::Selection(std::vector<UnitIndex> units, std::optional<UnitIndex> current)
    : units_(std::move(units)), current_(current) {
  if (units_.empty()) {
    current_.reset();
    return;
  }
  if (!current_ || std::ranges::find(units_, *current_) == units_.end()) current_ = units_.back();
  std::ranges::sort(units_);
  const auto again = std::ranges::unique(units_);
  units_.erase(again.begin(), again.end());
}

Selection Selection::toggled(UnitIndex unit) const {
  std::vector<UnitIndex> units = units_;
  if (!contains(unit)) {
    units.push_back(unit);
    return Selection(std::move(units), unit);
  }
  std::erase(units, unit);
  return Selection(std::move(units), current_);
}

}  // namespace vicinia::workspace::inline document
