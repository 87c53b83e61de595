#include "vicinia/core/admin/unit.h"

#include <utility>

namespace vicinia::core::admin {

Result<Frame> Frame::from_units(std::vector<Unit> units) {
  Frame frame;
  frame.units_ = std::move(units);
  frame.by_code_.reserve(frame.units_.size());
  for (UnitIndex i = 0; i < frame.units_.size(); ++i) {
    const Unit& unit = frame.units_[i];
    if (unit.code.empty())
      return fail({.code = ErrorCode::missing_code, .subject = {.row = i + 1}, .detail = unit.name_vi});
    const auto [at, is_new] = frame.by_code_.try_emplace(unit.code, i);
    if (!is_new)
      return fail({.code = ErrorCode::duplicate_unit,
                   .subject = {.row = i + 1, .id = unit.code},
                   .detail = std::to_string(at->second + 1)});
  }
  for (UnitIndex i = 0; i < frame.units_.size(); ++i) {
    const Unit& unit = frame.units_[i];
    if (unit.parent_code.empty()) continue;
    const auto parent = frame.find(unit.parent_code);
    if (!parent || frame.units_[*parent].level != Level::province)
      return fail({.code = ErrorCode::unknown_parent,
                   .subject = {.row = i + 1, .id = unit.code},
                   .detail = unit.parent_code});
  }
  return frame;
}

std::optional<UnitIndex> Frame::find(std::string_view code) const {
  const auto at = by_code_.find(std::string(code));
  if (at == by_code_.end()) return std::nullopt;
  return at->second;
}

std::optional<UnitIndex> Frame::parent(UnitIndex unit) const {
  const std::string& code = units_[unit].parent_code;
  return code.empty() ? std::nullopt : find(code);
}

std::vector<UnitIndex> Frame::at_level(Level level) const {
  std::vector<UnitIndex> found;
  for (UnitIndex i = 0; i < units_.size(); ++i)
    if (units_[i].level == level) found.push_back(i);
  return found;
}

std::vector<UnitIndex> Frame::districts_of(UnitIndex province) const {
  const std::string& code = units_[province].code;
  std::vector<UnitIndex> found;
  for (UnitIndex i = 0; i < units_.size(); ++i)
    if (units_[i].level == Level::district &&
        (units_[i].parent_code == code || units_[i].survey_parent_code == code))
      found.push_back(i);
  return found;
}

}  // namespace vicinia::core::admin
