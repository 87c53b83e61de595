/// \file flat_rings.h
/// The rings of all areas as runs of point numbers: equal coordinates have equal numbers.
/// Cost: O(vertices); points are numbered tile by tile, so that neighbours on the ground are neighbours in memory.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/base/unwritten.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/finding.h"

namespace vicinia::core::topology::detail {

using PointId = std::uint32_t;
inline constexpr PointId no_point = std::numeric_limits<PointId>::max();

using Points = UnwrittenVector<geom::Point>;

struct FlatRings {
  Points points;                      ///< [point]
  UnwrittenVector<PointId> ids;       ///< each ring of n: its last, its n, its first: n + 2 slots
  std::vector<std::size_t> start{0};  ///< [ring + 1] into ids
  std::vector<UnitIndex> unit;        ///< [ring], ascending; the unit is on the right of its rings
  std::size_t unit_count = 0;

  [[nodiscard]] std::size_t ring_count() const { return unit.size(); }
  [[nodiscard]] std::size_t first_slot(std::size_t ring) const { return start[ring] + 1; }
  [[nodiscard]] std::size_t length(std::size_t ring) const { return start[ring + 1] - start[ring] - 2; }
  [[nodiscard]] std::span<const PointId> points_of(std::size_t ring) const {
    return std::span(ids).subspan(first_slot(ring), length(ring));
  }
  /// \pre no ring of a later unit is there
  void add_ring(UnitIndex of_unit, std::span<const PointId> of_points) {
    unit.push_back(of_unit);
    ids.push_back(of_points.back());
    ids.insert(ids.end(), of_points.begin(), of_points.end());
    ids.push_back(of_points.front());
    start.push_back(ids.size());
  }
};

/// Drops repeated vertices and rings that enclose nothing (with a finding), and turns rings that run the wrong way round.
[[nodiscard]] Result<FlatRings> flatten(std::span<const geom::MultiPolygon> areas,
                                        std::vector<Finding>& findings, const Task& task);

/// Smaller x, then smaller y: an order of places that does not depend on how they are numbered.
[[nodiscard]] inline bool before(const geom::Point& a, const geom::Point& b) {
  return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
}

[[nodiscard]] inline std::uint64_t hash_of(const geom::Point& p) {
  const auto mix = [](std::uint64_t h) {
    h ^= h >> 32;
    h *= 0x9E3779B97F4A7C15ULL;
    h ^= h >> 29;
    return h;
  };
  return mix(mix(std::bit_cast<std::uint64_t>(p.x())) + std::bit_cast<std::uint64_t>(p.y()));
}

}  // namespace vicinia::core::topology::detail
