#include "vicinia/core/admin/unit.h"

#include <algorithm>
#include <utility>

namespace vicinia::core::admin {

Result<Frame> Frame::from_units(std::vector<Unit> units) {
  std::uint8_t finest = 0;
  for (const Unit& unit : units) finest = std::max(finest, unit.level.rank);
  return from_units(std::move(units), Levels::numbered(std::min<std::size_t>(finest + 1U, Levels::most)));
}

Result<Frame> Frame::from_units(std::vector<Unit> units, Levels levels) {
  Frame frame;
  frame.units_ = std::move(units);
  frame.levels_ = std::move(levels);
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
    if (!frame.levels_.has(unit.level))
      return fail(
          {.code = ErrorCode::invalid_argument,
           .subject = {.row = i + 1, .field = "level", .id = unit.code},
           .detail = std::to_string(unit.level.rank + 1) + " of " + std::to_string(frame.levels_.size())});
  }
  for (UnitIndex i = 0; i < frame.units_.size(); ++i) {
    const Unit& unit = frame.units_[i];
    if (unit.parent_code.empty()) continue;
    const auto parent = frame.find(unit.parent_code);
    if (!parent || !(frame.units_[*parent].level < unit.level))
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

Level Frame::finest_with_units() const {
  Level finest;
  for (const Unit& unit : units_) finest = std::max(finest, unit.level);
  return finest;
}

std::vector<UnitIndex> Frame::within(UnitIndex whole) const {
  // From coarse to fine, so that a parent is known before its parts are asked.
  std::vector<bool> is_in(units_.size(), false);
  is_in[whole] = true;
  for (const Level level : levels_.all()) {
    if (!(units_[whole].level < level)) continue;
    for (UnitIndex i = 0; i < units_.size(); ++i) {
      if (units_[i].level != level) continue;
      for (const std::string* code : {&units_[i].parent_code, &units_[i].survey_parent_code})
        if (const auto parent = code->empty() ? std::nullopt : find(*code); parent && is_in[*parent])
          is_in[i] = true;
    }
  }
  std::vector<UnitIndex> found;
  for (UnitIndex i = 0; i < units_.size(); ++i)
    if (is_in[i] && i != whole) found.push_back(i);
  return found;
}

std::vector<UnitIndex> Frame::within(UnitIndex whole, Level level) const {
  std::vector<UnitIndex> units = within(whole);
  std::erase_if(units, [&](UnitIndex unit) { return units_[unit].level != level; });
  return units;
}

std::optional<UnitIndex> Frame::ancestor(UnitIndex unit, Level level) const {
  std::optional<UnitIndex> at = unit;
  while (at && level < units_[*at].level) at = parent(*at);
  return at && units_[*at].level == level ? at : std::nullopt;
}

}  // namespace vicinia::core::admin
