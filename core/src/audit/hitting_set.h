/// \file hitting_set.h
/// The cheapest set that has a member of every conflict. Few conflicts leave a choice once dominated members are gone, so that a search
/// seldom branches.
/// Source:  Reiter (1987); reductions as for set covering, Beasley (1987).
/// Cost:    about (members of what hangs together)² × conflicts; where that is large, or takes more branches
///          than are allowed, the best set found, which need not be the cheapest.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace vicinia::core::audit {

using Conflicts = std::vector<std::vector<std::uint32_t>>;  ///< members ascending

/// What must not be hit costs infinitely much. Of sets that cost the same, one with many preferred members.
/// Empty if there is none that costs no more than `most`; ascending otherwise. \pre conflicts are not empty sets, costs are multiples of a half
[[nodiscard]] std::vector<std::uint32_t> cheapest_hitting_set(
    std::span<const std::vector<std::uint32_t>> conflicts, const std::function<double(std::uint32_t)>& cost,
    const std::function<bool(std::uint32_t)>& is_preferred,
    double most = std::numeric_limits<double>::infinity(), int most_branches = 100);

}  // namespace vicinia::core::audit
