/// \file borders.h
/// Contiguity: which units share a border, how long it is, and how they came to share it.
/// Source:  rook and queen contiguity as in Anselin (1988) and R spdep `poly2nb`.
/// Shapes:  topology → one row per pair of units, ascending by (a, b); → adjacency in compressed rows.
/// Units:   metres.
/// Missing: a unit without a row is an isolate.
/// Errors:  InvalidArgument (a link or cut by hand that names no unit, or a unit with itself).
/// Cost:    O(arcs log arcs). Lengths do not depend on the order of the units, bit for bit.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology {

[[nodiscard]] std::string_view name_of(BorderKind kind);

struct Border {
  UnitIndex a = 0;  ///< a < b
  UnitIndex b = 0;
  BorderKind kind = BorderKind::edge;
  double length_m =
      0;  ///< of the line that is shared, and of the stretches along which they overlap or are near
  double distance_m =
      0;  ///< near: the least tolerance at which they are linked; corner: how close they come; else 0
  double area_m2 = 0;  ///< ground that both cover
  friend bool operator==(const Border&, const Border&) = default;
};

[[nodiscard]] std::vector<Border> borders(const Topology& topology);
/// Units that appear in no row.
[[nodiscard]] std::vector<UnitIndex> isolates(std::span<const Border> rows, std::size_t unit_count);

/// Links and cuts made by hand, over the ledger and not in it.
struct ManualLinks {
  std::vector<std::pair<UnitIndex, UnitIndex>> linked{};
  std::vector<std::pair<UnitIndex, UnitIndex>> cut{};
  friend bool operator==(const ManualLinks&, const ManualLinks&) = default;
};
/// The ledger with what was linked as `manual` rows (a row that was there keeps its length), and without what was cut.
/// A pair that is in both is cut.
[[nodiscard]] Result<std::vector<Border>> with_links(std::vector<Border> rows, const ManualLinks& links,
                                                     std::size_t unit_count);

/// What counts as a link.
struct LinkRule {
  bool corners = false;     ///< queen rather than rook; manual links always count
  double min_length_m = 0;  ///< of edges, overlaps and near borders: longer than this
  double within_m =
      std::numeric_limits<double>::infinity();  ///< near borders and corners: no further apart than this
  friend bool operator==(const LinkRule&, const LinkRule&) = default;
};
[[nodiscard]] bool links(const Border& border, const LinkRule& rule);

/// Neighbours of unit u: neighbours[start[u], start[u + 1]), ascending; row[i] is the border that makes neighbours[i] one.
struct Adjacency {
  std::vector<std::size_t> start{};
  std::vector<UnitIndex> neighbours{};
  std::vector<std::size_t> row{};
  [[nodiscard]] std::span<const UnitIndex> of(std::size_t unit) const {
    return {neighbours.data() + start[unit], start[unit + 1] - start[unit]};
  }
};
[[nodiscard]] Adjacency adjacency(std::span<const Border> rows, std::size_t unit_count,
                                  const LinkRule& rule = {});

}  // namespace vicinia::core::topology
