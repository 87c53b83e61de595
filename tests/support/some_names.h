/// \file some_names.h
/// Frames whose units often share a name; those of one parent differ in name or kind.
#pragma once

#include <rapidcheck.h>

#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "vicinia/core/admin/unit.h"

namespace vicinia::tests {

/// One to four levels; units of the finer ones mostly have a parent. A name may say its kind.
inline core::admin::Frame some_frame_of_namesakes() {
  using core::admin::Unit;
  struct Kind {
    std::string vi, en;
  };
  static const std::vector<Kind> kinds{{"", ""},       {"Thành phố", "City"},
                                       {"Huyện", ""},  {"Tỉnh", "Province"},
                                       {"thị xã", ""}, {"Khu kinh tế", ""}};
  std::vector<Unit> units;
  std::vector<std::string> coarser;
  std::set<std::tuple<std::string, std::string, std::string>> taken;
  const auto levels = *rc::gen::inRange(1, 5);
  for (int rank = 0; rank < levels; ++rank) {
    std::vector<std::string> here;
    for (int i = 0, count = *rc::gen::inRange(1, 9); i < count; ++i) {
      const Kind kind = *rc::gen::elementOf(kinds);
      Unit unit{
          .code = std::to_string(units.size() + 1),
          .name_vi = *rc::gen::element<std::string>("Thái Bình", "Cao Lãnh", "Châu Thành", "Kỳ Anh", "1"),
          .kind_vi = kind.vi,
          .level = {static_cast<std::uint8_t>(rank)}};
      if (!coarser.empty() && *rc::gen::inRange(0, 6) > 0) unit.parent_code = *rc::gen::elementOf(coarser);
      // Siblings that differ in nothing are no case: nothing tells them apart.
      if (!taken.emplace(unit.parent_code, unit.name_vi, unit.kind_vi).second) continue;
      unit.name_en = unit.name_vi;
      if (!kind.en.empty() && unit.name_vi != "1" && *rc::gen::inRange(0, 4) == 0) {
        unit.name_vi = kind.vi + " " + unit.name_vi;
        unit.name_en += " " + kind.en;
      }
      here.push_back(unit.code);
      units.push_back(std::move(unit));
    }
    coarser.insert(coarser.end(), here.begin(), here.end());
  }
  return *core::admin::Frame::from_units(std::move(units),
                                         core::admin::Levels::numbered(static_cast<std::size_t>(levels)));
}

}  // namespace vicinia::tests
