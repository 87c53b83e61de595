/// \file some_crosswalk.h
/// Rows that lead from every unit of a frame of one level to some of another, whole or in parts.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "vicinia/core/admin/crosswalk.h"

namespace vicinia::tests {

inline std::vector<core::admin::CrosswalkRow> some_crosswalk(const core::admin::Frame& from,
                                                             const core::admin::Frame& to,
                                                             bool whole_only = false) {
  std::vector<core::admin::CrosswalkRow> rows;
  for (const core::admin::Unit& unit : from.units()) {
    const auto first = *rc::gen::inRange<std::size_t>(0, to.size());
    const auto count = whole_only
                           ? std::size_t{1}
                           : *rc::gen::inRange<std::size_t>(1, std::min<std::size_t>(to.size(), 3) + 1);
    for (std::size_t i = 0; i < count; ++i)
      rows.push_back({unit.code, to[(first + i) % to.size()].code, 1. / static_cast<double>(count)});
  }
  return rows;
}

}  // namespace vicinia::tests
