/// \file some_frame.h
/// Frames of one to four levels, each unit of a level with a parent in the one above.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "vicinia/core/admin/unit.h"

namespace vicinia::tests {

inline core::admin::Frame some_frame(std::size_t most_levels = 4) {
  const auto count = *rc::gen::inRange<std::size_t>(1, most_levels + 1);
  std::vector<core::admin::Unit> units;
  std::vector<core::admin::LevelInfo> infos;
  std::vector<std::string> above;
  for (std::size_t rank = 0; rank < count; ++rank) {
    infos.push_back(core::admin::level_called("level" + std::to_string(rank)));
    std::vector<std::string> here;
    const auto size =
        *rc::gen::inRange<std::size_t>(std::max<std::size_t>(above.size(), 1), above.size() + 5);
    for (std::size_t i = 0; i < size; ++i) {
      here.push_back(std::to_string(rank) + "." + std::to_string(i));
      // Every unit above has a part.
      const std::string parent = above.empty()      ? std::string()
                                 : i < above.size() ? above[i]
                                                    : *rc::gen::elementOf(above);
      units.push_back({.code = here.back(),
                       .name_vi = "Đơn vị " + here.back(),
                       .name_en = "Unit " + here.back(),
                       .level = {static_cast<std::uint8_t>(rank)},
                       .parent_code = parent});
    }
    above = std::move(here);
  }
  return *core::admin::Frame::from_units(std::move(units), *core::admin::Levels::declared(std::move(infos)));
}

}  // namespace vicinia::tests
