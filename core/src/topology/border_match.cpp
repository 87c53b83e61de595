#include "vicinia/core/topology/border_match.h"

#include <algorithm>
#include <cmath>

#include "topology/neighbours/neighbour_rule.h"
#include "topology/neighbours/proximity.h"

namespace vicinia::core::topology {

BorderMatch match_borders(const Topology& topology) {
  std::vector<Contact> contacts = detail::contacts_of(topology);
  if (!topology.knows_near()) {
    const auto near = detail::near_stretches(detail::open_arcs_of(topology), furthest_match_m);
    contacts.insert(contacts.end(), near.begin(), near.end());
  }
  detail::sort_contacts(contacts);
  const std::vector<Border> rows = detail::ledger(contacts, furthest_match_m);
  BorderMatch match;
  for (const Border& row : rows) {
    match.shared += row.kind == BorderKind::edge ? 1 : 0;
    match.overlapping += row.kind == BorderKind::overlap ? 1 : 0;
    if (row.kind == BorderKind::near) match.beside.push_back(row);
  }
  std::stable_sort(match.beside.begin(), match.beside.end(),
                   [](const Border& x, const Border& y) { return x.distance_m < y.distance_m; });
  match.proposed_m = detail::proposed_tolerance(rows, contacts);
  while (match.matched < match.beside.size() && match.beside[match.matched].distance_m <= match.proposed_m)
    ++match.matched;
  if (match.matched > 0)
    match.most_within_m =
        match.beside[static_cast<std::size_t>(std::ceil(0.9 * static_cast<double>(match.matched))) - 1]
            .distance_m;
  return match;
}

}  // namespace vicinia::core::topology
