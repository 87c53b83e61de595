/// \file neighbour_rule.h
/// From contacts to the border ledger: when two units whose lines do not coincide are neighbours all the same.
/// They are if, taken together, the ground between them (gaps up to a distance, and overlaps) is long and thin, and longer than borders
/// thereabouts are apart: at a place where four units meet, the two across from each other come close as well, but for no length.
/// Units:   metres, square metres.
/// Cost:    O(n log n) for n contacts. The answer does not depend on their order, bit for bit.
#pragma once

#include <span>
#include <vector>

#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::topology::detail {

/// All contacts of a topology, those included that its arcs and nodes tell.
[[nodiscard]] std::vector<Contact> contacts_of(const Topology& topology);

/// By pair, and within a pair by kind, distance and length: lengths are added from short to long, whatever the order of the lines.
void sort_contacts(std::vector<Contact>& contacts);
/// Both, in that order. \pre no stretch is equal to one of the others
[[nodiscard]] std::vector<Contact> sorted_contacts(std::vector<Contact> others,
                                                   std::vector<Contact>& stretches);

/// One row per pair, ascending; near ones and corners within `within_m`. A row that is there stays there with a larger one.
/// \pre contacts are sorted
[[nodiscard]] std::vector<Border> ledger(std::span<const Contact> contacts, double within_m);
/// That of a topology's contacts.
[[nodiscard]] std::vector<Border> ledger_of(const Topology& topology, double within_m);

/// The tolerance that pairs which run beside each other ask for; 0: none. `ledger` is of these contacts, within furthest_match_m.
[[nodiscard]] double proposed_tolerance(std::span<const Border> ledger, std::span<const Contact> contacts);

}  // namespace vicinia::core::topology::detail
