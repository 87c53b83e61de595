/// \file json_values.h
/// How tables in JSON write what all of them have: cells and units.
/// Missing: a cell without a number is null.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/cell.h"

namespace vicinia::workspace::inline base {

/// Whole numbers without a decimal point.
[[nodiscard]] inline nlohmann::ordered_json json_of(const core::Cell& cell) {
  if (!cell.has_number()) return nullptr;
  const auto whole = static_cast<std::int64_t>(cell.number());
  return static_cast<double>(whole) == cell.number() ? nlohmann::ordered_json(whole)
                                                     : nlohmann::ordered_json(cell.number());
}

[[nodiscard]] inline nlohmann::ordered_json json_of(const core::admin::Unit& unit) {
  return {{"code", unit.code}, {"name_vi", unit.name_vi}, {"name_en", unit.name_en}};
}

[[nodiscard]] nlohmann::ordered_json json_of_units(const core::admin::Frame& frame, const auto& units) {
  auto list = nlohmann::ordered_json::array();
  for (const auto unit : units) list.push_back(json_of(frame[unit]));
  return list;
}

}  // namespace vicinia::workspace::inline base
