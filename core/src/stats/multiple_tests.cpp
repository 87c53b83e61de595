#include "vicinia/core/stats/multiple_tests.h"

#include <algorithm>
#include <cstddef>

namespace vicinia::core::stats {

std::vector<Cell> benjamini_hochberg(std::span<const Cell> p) {
  std::vector<Cell> adjusted(p.begin(), p.end());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.size(); ++i)
    if (p[i].has_number()) order.push_back(i);
  std::ranges::sort(order, {}, [&](std::size_t i) { return p[i].number(); });
  double least = 1;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    const std::size_t at = order[rank - 1];
    least = std::min(least, p[at].number() * (static_cast<double>(order.size()) / static_cast<double>(rank)));
    adjusted[at] = Cell::of(least);
  }
  return adjusted;
}

}  // namespace vicinia::core::stats
