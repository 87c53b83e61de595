#include "vicinia/core/topology/border_match.h"

namespace vicinia::core::topology {

BorderMatch match_borders(const Topology& topology) {
  BorderMatch match;
  for (const Border& row : borders(topology)) {
    match.shared += row.kind == BorderKind::edge ? 1 : 0;
    match.overlapping += row.kind == BorderKind::overlap ? 1 : 0;
  }
  return match;
}

}  // namespace vicinia::core::topology
