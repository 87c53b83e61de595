/// \file topology_builder.h
/// From rings of point numbers to arcs, nodes and chains.
/// A point is a node where its neighbours differ between the rings that run through it; between nodes, lines are equal if and only if
/// they start with the same two points, so that no segment needs to be looked at on its own.
#pragma once

#include <vector>

#include "flat_rings.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology {

class TopologyBuilder {
 public:
  explicit TopologyBuilder(const detail::FlatRings& rings) : rings_(rings) {}

  [[nodiscard]] Topology build();
  /// [ring] which of its vertices, counted from 0, starts its chain of arcs. After build().
  [[nodiscard]] const std::vector<std::size_t>& chain_offsets() const { return offsets_; }
  /// The same topology with only the points that are marked; every arc keeps its ends.
  [[nodiscard]] static Topology thinned(const Topology& full, const std::vector<std::uint8_t>& keep);
  static void mark_crossed(Topology& topology);
  static void add(Topology& topology, std::vector<Finding> findings, std::vector<Snap> snaps, double tolerance_m);

 private:
  using PointId = detail::PointId;
  /// One ring's run along a line, by the line's first two points in its canonical direction.
  struct Use {
    PointId first = 0, second = 0;
    std::uint32_t ring = 0;
    std::uint32_t edges : 31 = 0;
    std::uint32_t reversed : 1 = 0;
    std::size_t slot = 0;      ///< where the ring begins the run
    std::size_t position = 0;  ///< among all uses, ring by ring
  };
  void find_nodes();
  void find_uses();
  void pair_uses(Topology& topology);
  void pair_group(Topology& topology, std::size_t begin, std::size_t end);
  void copy_points(Topology& topology) const;
  void measure_snaps(Topology& topology) const;
  void number_nodes(Topology& topology) const;
  void find_coincident(Topology& topology) const;
  [[nodiscard]] std::size_t slot_after(const Use& use, std::size_t steps) const;
  [[nodiscard]] Use make_use(std::size_t ring, std::size_t slot, std::size_t edges) const;

  const detail::FlatRings& rings_;
  std::vector<std::uint8_t> is_node_;   ///< [point]
  std::vector<std::size_t> offsets_;
  std::vector<std::size_t> first_use_;  ///< [ring + 1]
  std::vector<Use> uses_;
  std::vector<std::size_t> use_of_arc_;  ///< [arc] one of its uses
  struct SameSide { UnitIndex a, b; std::uint32_t arc; };
  std::vector<SameSide> same_side_;
};

}  // namespace vicinia::core::topology
