/// \file total_network.h
/// The withheld values of a table whose totals are known, as flow in a network: a withheld cell is an edge from its row to its column, and its value,
/// the flow. Flow may be sent around any circle that keeps within the bounds of its edges, and no total changes: how much an edge can gain or lose
/// that way is what its value may be. A total that is not published is an edge to a node of its own, that may carry anything.
/// Source:  Gusfield (1988), A graph theoretic approach to statistical data security.
/// Units:   whole numbers.
/// Cost:    a breadth-first search for each step of flow; it stops at the width that is asked for.
#pragma once

#include <cstdint>
#include <vector>

namespace vicinia::gis::firms {

class TotalNetwork {
 public:
  /// More than any sum.
  static constexpr std::int64_t endless = std::int64_t{1} << 60;

  explicit TotalNetwork(std::size_t nodes) : first_(nodes, none), came_by_(nodes), seen_in_(nodes, 0) {}
  /// \return its number
  std::size_t add_edge(std::size_t from, std::size_t to, std::int64_t least, std::int64_t value,
                       std::int64_t most);

  /// How much the value can grow, or shrink, without any other edge leaving its bounds; at most `enough`.
  [[nodiscard]] std::int64_t can_grow(std::size_t edge, std::int64_t enough);
  [[nodiscard]] std::int64_t can_shrink(std::size_t edge, std::int64_t enough);

 private:
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  /// One of the two directions of an edge; the other is its number with the last bit turned.
  struct Arc {
    std::uint32_t to = 0, next = none;
    std::int64_t room = 0;
  };
  [[nodiscard]] std::int64_t send(std::size_t from, std::size_t to, std::uint32_t without,
                                  std::int64_t enough);
  [[nodiscard]] bool find_way(std::size_t from, std::size_t to, std::uint32_t without);

  std::vector<std::uint32_t> first_;  ///< [node] → arcs
  std::vector<Arc> arcs_{};
  std::vector<std::uint32_t> came_by_;  ///< [node] the arc, while searching
  std::vector<std::uint32_t> seen_in_;  ///< [node] the search
  std::vector<std::uint32_t> queue_{};
  std::uint32_t search_ = 0;
};

}  // namespace vicinia::gis::firms
