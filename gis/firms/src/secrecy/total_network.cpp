#include "secrecy/total_network.h"

#include <algorithm>
#include <utility>

namespace vicinia::gis::firms {

std::size_t TotalNetwork::add_edge(std::size_t from, std::size_t to, std::int64_t least, std::int64_t value,
                                   std::int64_t most) {
  const auto number = static_cast<std::uint32_t>(arcs_.size());
  arcs_.push_back({static_cast<std::uint32_t>(to), first_[from], most - value});
  first_[from] = number;
  arcs_.push_back({static_cast<std::uint32_t>(from), first_[to], value - least});
  first_[to] = number + 1;
  return number / 2;
}

bool TotalNetwork::find_way(std::size_t from, std::size_t to, std::uint32_t without) {
  ++search_;
  queue_.assign(1, static_cast<std::uint32_t>(from));
  seen_in_[from] = search_;
  for (std::size_t at = 0; at < queue_.size(); ++at)
    for (std::uint32_t arc = first_[queue_[at]]; arc != none; arc = arcs_[arc].next) {
      const std::uint32_t next = arcs_[arc].to;
      if (arcs_[arc].room == 0 || arc / 2 == without || seen_in_[next] == search_) continue;
      seen_in_[next] = search_;
      came_by_[next] = arc;
      if (next == to) return true;
      queue_.push_back(next);
    }
  return false;
}

/// Sends flow from one end of an edge to the other by other ways, and takes it back.
std::int64_t TotalNetwork::send(std::size_t from, std::size_t to, std::uint32_t without,
                                std::int64_t enough) {
  std::int64_t sent = 0;
  std::vector<std::pair<std::uint32_t, std::int64_t>> steps;
  while (sent < enough && find_way(from, to, without)) {
    std::int64_t room = enough - sent;
    for (std::size_t node = to; node != from; node = arcs_[came_by_[node] ^ 1U].to)
      room = std::min(room, arcs_[came_by_[node]].room);
    for (std::size_t node = to; node != from; node = arcs_[came_by_[node] ^ 1U].to) {
      arcs_[came_by_[node]].room -= room;
      arcs_[came_by_[node] ^ 1U].room += room;
      steps.emplace_back(came_by_[node], room);
    }
    sent += room;
  }
  for (const auto& [arc, room] : steps) {
    arcs_[arc].room += room;
    arcs_[arc ^ 1U].room -= room;
  }
  return sent;
}

std::int64_t TotalNetwork::can_grow(std::size_t edge, std::int64_t enough) {
  const auto arc = static_cast<std::uint32_t>(edge * 2);
  return send(arcs_[arc].to, arcs_[arc ^ 1U].to, static_cast<std::uint32_t>(edge),
              std::min(enough, arcs_[arc].room));
}

std::int64_t TotalNetwork::can_shrink(std::size_t edge, std::int64_t enough) {
  const auto arc = static_cast<std::uint32_t>(edge * 2);
  return send(arcs_[arc ^ 1U].to, arcs_[arc].to, static_cast<std::uint32_t>(edge),
              std::min(enough, arcs_[arc ^ 1U].room));
}

}  // namespace vicinia::gis::firms
