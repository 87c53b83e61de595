/// \file topology.h
/// Arc-node topology of administrative areas: shared border lines with the unit on either side, and the nodes where they meet.
/// Source:  arc-node model of the field (POLYVRT, ARC/INFO); nodes found as TopoJSON does, by comparing the neighbours of equal vertices.
/// Shapes:  areas [unit] → arcs [arc], nodes [node], rings [unit × ring] as chains of arcs.
/// Units:   metres, square metres. Unit positions are 0-based; `Error::subject.row` is the position + 1.
/// Missing: an area without polygons is a unit without arcs, with a finding.
/// Errors:  EmptyLayer (no area at all), NonFiniteCoordinate, GeographicCoordinates, InvalidArgument (snap_m; too many vertices),
///          Cancelled.
/// Findings: Finding::Kind `empty`, `zero_area`, `duplicate`, `overlap` (rings on the same side of one line). See check.h for the rest.
/// Cost:    O(vertices) where vertices match; O(m log m) for the m that do not. Does not depend on the number of threads, and
///          not on the order of the areas but for the numbering.
/// With snap_m = 0 only what coincides is shared: equal vertices, and vertices that lie on a neighbour's segment (T-junctions).
/// With more, vertices of one unit move onto another's border line that lies within snap_m, and whole stretches follow it; the unit
/// with more vertices keeps its line. Each move is in `snaps()`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/finding.h"

namespace vicinia::core::topology {

/// What lies beyond the border where no unit does.
inline constexpr UnitIndex outside = std::numeric_limits<UnitIndex>::max();

struct TopologyOptions {
  /// ≥ 0: gaps that are nowhere wider are filled, and units this close are near. nullopt: what the data need (border_match.h).
  std::optional<double> tolerance_m = 0;
};

/// A border line between two nodes (or a closed one, whose two nodes are then the same).
struct Arc {
  std::size_t first_point = 0;  ///< into the topology's points
  std::uint32_t point_count = 0;
  std::uint32_t from_node = 0;
  std::uint32_t to_node = 0;
  UnitIndex left = outside;   ///< seen along the points
  UnitIndex right = outside;
  double length_m = 0;
  double snap_m = 0;          ///< furthest that either side was moved to make the line shared; 0: it coincided
  double snapped_length_m = 0;  ///< length of the part of it where a side was moved
  bool crossed = false;       ///< has no unit on one side and crosses another such line: units overlap there
};

/// An arc in one of its two directions.
struct ArcRef {
  std::uint32_t arc : 31;
  std::uint32_t reversed : 1;
  friend bool operator==(ArcRef, ArcRef) = default;
};
[[nodiscard]] inline ArcRef arc_ref(std::size_t arc, bool reversed) {
  return {static_cast<std::uint32_t>(arc) & 0x7FFFFFFFU, reversed ? 1U : 0U};
}

/// One vertex that was moved onto another unit's border.
struct Snap {
  UnitIndex unit = 0;
  geom::Point from{};
  geom::Point to{};
  double distance_m = 0;
};

/// Ground that healing gave to one unit: what several covered, or a gap that nobody did.
struct Healed {
  enum class Kind : std::uint8_t { overlap, gap } kind = Kind::overlap;
  geom::Point place{};             ///< inside it
  std::vector<UnitIndex> units{};  ///< overlap: those that cover it; gap: those around it; ascending
  UnitIndex given_to = 0;
  double area_m2 = 0;
};

/// Two units along one line although a third already is (their areas overlap): the contiguity holds all the same.
struct SharedBesides {
  UnitIndex a = 0;
  UnitIndex b = 0;
  std::uint32_t arc = 0;
};

class Topology {
 public:
  [[nodiscard]] std::size_t unit_count() const { return unit_rings_.empty() ? 0 : unit_rings_.size() - 1; }
  [[nodiscard]] std::span<const Arc> arcs() const { return arcs_; }
  [[nodiscard]] std::span<const geom::Point> nodes() const { return nodes_; }
  [[nodiscard]] std::span<const geom::Point> points_of(const Arc& arc) const {
    return {points_.data() + arc.first_point, arc.point_count};
  }
  [[nodiscard]] std::size_t point_count() const { return points_.size(); }
  /// Rings of a unit, each a chain of arcs with the unit on the right: outer rings clockwise, holes counter-clockwise.
  [[nodiscard]] std::size_t ring_count(std::size_t unit) const { return unit_rings_[unit + 1] - unit_rings_[unit]; }
  [[nodiscard]] std::span<const ArcRef> ring(std::size_t unit, std::size_t position) const {
    const std::size_t ring = unit_rings_[unit] + position;
    return {ring_arcs_.data() + ring_start_[ring], ring_start_[ring + 1] - ring_start_[ring]};
  }
  /// Furthest that a vertex was moved to this node.
  [[nodiscard]] double node_snap_m(std::size_t node) const { return node_snap_.empty() ? 0 : node_snap_[node]; }
  [[nodiscard]] std::span<const SharedBesides> shared_besides() const { return besides_; }
  [[nodiscard]] std::span<const Snap> snaps() const { return snaps_; }
  [[nodiscard]] std::span<const Finding> findings() const { return findings_; }
  /// Largest first.
  [[nodiscard]] std::span<const Healed> healed() const { return healed_; }
  /// The one that was asked for, or that the data needed.
  [[nodiscard]] double tolerance_m() const { return tolerance_m_; }

 private:
  friend class TopologyBuilder;
  std::vector<Arc> arcs_;
  std::vector<geom::Point> points_;
  std::vector<geom::Point> nodes_;
  std::vector<double> node_snap_;
  std::vector<std::size_t> unit_rings_;  ///< [unit + 1]
  std::vector<std::size_t> ring_start_;  ///< [ring + 1]
  std::vector<ArcRef> ring_arcs_;
  std::vector<SharedBesides> besides_;
  std::vector<Snap> snaps_;
  std::vector<Finding> findings_;
  std::vector<Healed> healed_;
  double tolerance_m_ = 0;
};

[[nodiscard]] Result<Topology> build_topology(std::span<const geom::MultiPolygon> areas, const TopologyOptions& options = {},
                                              const Task& task = {});

}  // namespace vicinia::core::topology
