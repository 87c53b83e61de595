#include "vicinia/core/industry/sector.h"

#include <algorithm>

namespace vicinia::core::industry {

std::optional<SectorIndex> find_sector(const std::vector<Sector>& sectors, std::string_view code) {
  const auto at = std::ranges::find(sectors, code, &Sector::code);
  if (at == sectors.end()) return std::nullopt;
  return static_cast<SectorIndex>(at - sectors.begin());
}

}  // namespace vicinia::core::industry
