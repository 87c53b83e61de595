/// \file membership.h
/// Whose membership rests on rounding: an LQ that prints as 1.0 may be 0.95. An interval of each LQ tells who is certainly in, who is in as
/// printed, and who may be in although the printed figure says no.
/// Shapes:  figures and intervals [unit], one agglomeration → its members and neighbours.
/// Missing: a unit without an interval is taken as its figure says.
/// Cost:    O(links of the members).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/agglomeration/agglomeration.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::agglomeration {

struct Membership {
  std::vector<UnitIndex> as_printed{};  ///< members whose LQ may be below the least one, ascending
  std::vector<UnitIndex> may_join{};    ///< neighbours that are in none by their LQ, which may reach the least one, ascending
};

/// \pre `members` ascending
[[nodiscard]] Membership membership_of(std::span<const UnitFigures> figures, std::span<const std::optional<stats::Interval>> lq_ranges,
                                       const topology::Adjacency& neighbours, const Rules& rules, std::span<const UnitIndex> members);

}  // namespace vicinia::core::agglomeration
