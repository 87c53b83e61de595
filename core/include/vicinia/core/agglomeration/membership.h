/// \file membership.h
/// Whose membership rests on rounding: an LQ that prints as 1.0 may be 0.95. The rules are applied three times: to the LQs as printed, to
/// the low ends of what each may be, and to the high ends. Who is in each time is certainly in; who is in as printed, but not each time,
/// is in as printed only; who is in at an end alone may be in although the printed values say no.
/// Rounding of others counts as well: a unit with a high LQ is in as printed only where a neighbour that carries it may be out.
/// Source:  interval arithmetic over the rounding of what is printed; candidates, sets and sums can only grow from the low ends to the high.
/// Shapes:  values and intervals [unit], agglomerations → [agglomeration] × [member], and units that may join.
/// Missing: a unit without an interval is taken as its value says; one without a value is in none. A sum over an unpublished value
///          satisfies no threshold above zero, so that a set which grows by rounding may fail: its members are then in as printed only.
/// Errors:  ShapeMismatch (not one interval per unit), those of find_agglomerations.
/// Cost:    O(units) where no interval contains the threshold, else twice find_agglomerations.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "vicinia/core/agglomeration/agglomeration.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::agglomeration {

enum class Certainty : std::uint8_t {
  certainly,   ///< whatever was rounded
  as_printed,  ///< as printed, which rounding may undo
  may_be,      ///< not as printed, but by what may have been rounded
  no           ///< neither
};
/// "certainly", "as_printed", "may_be", "no".
[[nodiscard]] std::string_view name_of(Certainty certainty);

struct Membership {
  /// Of the agglomeration: certainly where its members are in one agglomeration each time, else as_printed.
  Certainty certainty = Certainty::certainly;
  std::vector<UnitIndex> as_printed{};  ///< members that are in as printed only, ascending
  std::vector<UnitIndex>
      may_join{};  ///< units in no agglomeration that may be in one with some of its members, ascending
  friend bool operator==(const Membership&, const Membership&) = default;
};

/// `found`: what find_agglomerations answered for the same values, neighbours and rules.
[[nodiscard]] Result<std::vector<Membership>> memberships(
    std::span<const UnitValues> values, std::span<const std::optional<stats::Interval>> lq_ranges,
    const topology::Adjacency& neighbours, const Rules& rules, std::span<const Agglomeration> found);

/// Of a unit, as regards that agglomeration.
[[nodiscard]] Certainty certainty_of(const Agglomeration& agglomeration, const Membership& membership,
                                     UnitIndex unit);

}  // namespace vicinia::core::agglomeration
