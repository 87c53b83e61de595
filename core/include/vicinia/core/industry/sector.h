/// \file sector.h
/// Industries as the data set divides them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vicinia::core::industry {

/// Position of a sector in its list.
using SectorIndex = std::size_t;

struct Sector {
  std::string code{};  ///< as in the source, e.g. "IV"
  std::string name_en{};
  std::string name_vi{};
  std::optional<bool> manufacturing{};  ///< nullopt: the source does not say
  std::string parent{};                 ///< code of the sector that it is a part of; empty: of none
  std::vector<std::string> aliases{};   ///< what else people call it, in any language; for finding it only
};

/// Exact match of the code; nullopt where there is none.
[[nodiscard]] std::optional<SectorIndex> find_sector(const std::vector<Sector>& sectors,
                                                     std::string_view code);

}  // namespace vicinia::core::industry
