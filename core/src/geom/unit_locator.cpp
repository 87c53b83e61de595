#include "vicinia/core/geom/unit_locator.h"

#include <algorithm>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <utility>
#include <vector>

#include "vicinia/core/geom/measures.h"

namespace vicinia::core::geom {

namespace bgi = boost::geometry::index;
using Entry = std::pair<Box, std::size_t>;

struct UnitLocator::Index {
  bgi::rtree<Entry, bgi::rstar<16>> tree;
};

UnitLocator::UnitLocator(std::span<const MultiPolygon> areas, std::span<const std::size_t> among)
    : areas_(areas), index_(std::make_unique<Index>()) {
  std::vector<Entry> entries;
  entries.reserve(among.size());
  for (const std::size_t i : among)
    if (const auto box = bounds(areas[i])) entries.emplace_back(*box, i);
  index_->tree = decltype(index_->tree)(entries);
}

UnitLocator::~UnitLocator() = default;
UnitLocator::UnitLocator(UnitLocator&&) noexcept = default;
UnitLocator& UnitLocator::operator=(UnitLocator&&) noexcept = default;

std::optional<std::size_t> UnitLocator::at(const Point& point) const {
  std::optional<std::size_t> found;
  for (auto it = index_->tree.qbegin(bgi::intersects(point)); it != index_->tree.qend(); ++it)
    if ((!found || it->second < *found) && covers(areas_[it->second], point)) found = it->second;
  return found;
}

}  // namespace vicinia::core::geom
