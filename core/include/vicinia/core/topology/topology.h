/// \file topology.h
/// Arc-node topology of administrative areas: shared border lines with the unit on either side, and the nodes where they meet.
/// Source:  arc-node model of the field (POLYVRT, ARC/INFO); nodes found as TopoJSON does, by comparing the neighbours of equal vertices;
///          healing by faces as JTS and GEOS `CoverageCleaner` do.
/// Shapes:  areas [unit] → arcs [arc], nodes [node], rings [unit × ring] as chains of arcs.
/// Units:   metres, square metres. Unit positions are 0-based; `Error::subject.row` is the position + 1.
/// Missing: an area without polygons is a unit without arcs, with a finding.
/// Errors:  EmptyLayer (no area at all), NonFiniteCoordinate, GeographicCoordinates, InvalidArgument (tolerance_m; too many vertices),
///          Cancelled.
/// Findings: Finding::Kind `empty`, `zero_area`, `duplicate`. See check.h for the rest.
/// Cost:    O(vertices) where borders match; O(n log n) for all n vertices where some do not. Does not depend on the number of threads, and
///          not on the order of the areas but for the numbering.
///
/// Where borders do not match, no vertex moves. All lines are cut where they meet (to 0.1 mm); of the faces that they make, one that several
/// units cover, and a gap that is nowhere wider than the tolerance, goes to the unit with which it shares the longest border (an
/// overlap that is most of a unit stays that unit's); every other face stays what it is. So arcs have one unit on a side, areas are
/// valid, and no ground is lost: what was given to whom is in `healed()`. Who is whose neighbour is read from the lines before healing:
/// `contacts()`, and borders.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/base/unwritten.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/finding.h"

namespace vicinia::core::topology {

/// What lies beyond the border where no unit does.
inline constexpr UnitIndex outside = std::numeric_limits<UnitIndex>::max();

struct TopologyOptions {
  /// ≥ 0: gaps that are nowhere wider are filled, and units this close are near. nullopt: what the data need (border_match.h); hairline
  /// gaps, up to 1 m, are filled then in any case.
  std::optional<double> tolerance_m = 0;
};

/// A border line between two nodes (or a closed one, whose two nodes are then the same).
struct Arc {
  std::size_t first_point = 0;  ///< into the topology's points
  std::uint32_t point_count = 0;
  std::uint32_t from_node = 0;
  std::uint32_t to_node = 0;
  UnitIndex left = outside;  ///< seen along the points
  UnitIndex right = outside;
  double length_m = 0;
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

/// Ground that healing gave to one unit: what several covered, or a gap (or one piece of it) that nobody did.
struct Healed {
  enum class Kind : std::uint8_t { overlap, gap } kind = Kind::overlap;
  geom::Point place{};             ///< inside it
  std::vector<UnitIndex> units{};  ///< overlap: those that cover it; gap: those around it; ascending
  UnitIndex given_to = 0;
  double area_m2 = 0;
  double perimeter_m = 0;
};

enum class BorderKind : std::uint8_t {
  edge,     ///< a line, part of which at least coincides in the data
  overlap,  ///< no such line, but ground that both cover along one
  near,     ///< neither, but they run beside each other within `distance_m`, with no third unit between
  corner,   ///< they meet, or come near, at points only
  manual    ///< linked by hand
};

/// One stretch or place at which two units are neighbours, as the data are. Of kind edge, overlap, near or corner.
struct Contact {
  UnitIndex a = 0;  ///< a < b
  UnitIndex b = 0;
  BorderKind kind = BorderKind::edge;
  double length_m = 0;
  double distance_m = 0;  ///< near: across
  double area_m2 = 0;     ///< overlap
  bool is_much =
      false;  ///< overlap: a tenth of the ground of one of them or more, as of an enclave drawn over a unit without a hole
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
  [[nodiscard]] std::size_t ring_count(std::size_t unit) const {
    return unit_rings_[unit + 1] - unit_rings_[unit];
  }
  [[nodiscard]] std::span<const ArcRef> ring(std::size_t unit, std::size_t position) const {
    const std::size_t ring = unit_rings_[unit] + position;
    return {ring_arcs_.data() + ring_start_[ring], ring_start_[ring + 1] - ring_start_[ring]};
  }
  /// All of them if the topology was healed; else those that its arcs and nodes do not tell: near stretches.
  [[nodiscard]] std::span<const Contact> contacts() const { return contacts_; }
  /// Did areas overlap, cross or touch elsewhere than in vertices that they share, or was a gap filled? Else areas are as they came.
  [[nodiscard]] bool is_healed() const { return is_healed_; }
  /// Were lines of this unit cut, moved or given away, or may have been?
  [[nodiscard]] bool is_healed(std::size_t unit) const {
    return !healed_units_.empty() && healed_units_[unit];
  }
  /// Were near stretches looked for (up to furthest_match_m)?
  [[nodiscard]] bool knows_near() const { return knows_near_; }
  [[nodiscard]] std::span<const Finding> findings() const { return findings_; }
  /// Largest first.
  [[nodiscard]] std::span<const Healed> healed() const { return healed_; }
  /// The one that was asked for, or that the data needed.
  [[nodiscard]] double tolerance_m() const { return tolerance_m_; }

 private:
  friend class TopologyBuilder;
  std::vector<Arc> arcs_;
  UnwrittenVector<geom::Point> points_;
  std::vector<geom::Point> nodes_;
  std::vector<std::size_t> unit_rings_;  ///< [unit + 1]
  std::vector<std::size_t> ring_start_;  ///< [ring + 1]
  std::vector<ArcRef> ring_arcs_;
  std::vector<Contact> contacts_;
  std::vector<Finding> findings_;
  std::vector<Healed> healed_;
  double tolerance_m_ = 0;
  bool is_healed_ = false;
  std::vector<bool> healed_units_;
  bool knows_near_ = false;
};

/// \pre each area is valid by itself (gis/io repairs what it reads); one that is not does no harm, but its outline may stay invalid
[[nodiscard]] Result<Topology> build_topology(std::span<const geom::MultiPolygon> areas,
                                              const TopologyOptions& options = {}, const Task& task = {});

}  // namespace vicinia::core::topology
