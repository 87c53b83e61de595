/// \file topology_builder.h
/// From lines to arcs, nodes and chains of arcs around the units; and the few other ways in which a topology is made.
#pragma once

#include <vector>

#include "topology/lines/flat_rings.h"
#include "topology/lines/lines.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology {

class TopologyBuilder {
 public:
  /// \pre no line has two units on one side
  [[nodiscard]] static Topology build(const detail::Lines& lines);
  /// The same topology with only the points that are marked; every arc keeps its ends.
  [[nodiscard]] static Topology thinned(const Topology& full, const std::vector<std::uint8_t>& keep);
  /// What was found out on the way.
  struct Notes {
    std::vector<Finding> findings{};
    std::vector<Healed> healed{};
    std::vector<Contact> contacts{};
    double tolerance_m = 0;
    bool is_healed = false;
    std::vector<bool> healed_units{};
    bool knows_near = false;
  };
  static void add(Topology& topology, Notes notes);

 private:
  static void copy_points(Topology& topology, const detail::Lines& lines);
  static void number_nodes(Topology& topology, const detail::Lines& lines);
};

}  // namespace vicinia::core::topology
