/// \file mismatch.h
/// Spoils a clean map as digitising each unit by itself would: every shared border keeps its vertices on one side and changes them on the
/// other, by up to a tolerance.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vicinia/core/topology/topology.h"

namespace vicinia::test {

enum class Mismatch {
  thinned,   ///< vertices are left out where the line stays within the tolerance
  jittered,  ///< every vertex moves in a direction of its own
  gap,       ///< the side draws back
  overlap,   ///< the side reaches over
  nodes      ///< as jittered, and at every node the vertex of one of its units moves too
};
[[nodiscard]] std::string name_of(Mismatch kind);

/// `clean` holds shared borders; which side changes depends on the seed.
[[nodiscard]] std::vector<core::geom::MultiPolygon> spoil(const core::topology::Topology& clean,
                                                          Mismatch kind, double tolerance_m,
                                                          std::uint64_t seed);

}  // namespace vicinia::test
