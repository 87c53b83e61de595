/// \file dominance.h
/// Does a high LQ rest on one to three enterprises, or mostly on foreign-invested ones? Then it says more about them than
/// about an agglomeration.
///   few:      LQ ≥ 1 and 1 ≤ enterprises ≤ 3
///   foreign:  LQ ≥ 1 and foreign-invested enterprises > 50 % of enterprises, by number: employment by ownership is not
///             published, and a few foreign enterprises often employ most.
/// Source:  the concern of O'Donoghue and Gleave (2004) and of Ellison and Glaeser (1997) with lumpy plants; the values of
///          three and 50 % are this product's, and stated wherever a flag is shown.
/// Missing: cannot be told, unless what is published settles it (LQ below 1, or more than three enterprises).
/// Cost:    O(1).
#pragma once

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/outcome.h"
#include "vicinia/core/industry/observations.h"

namespace vicinia::core::indicators {

inline constexpr double dominance_lq_min = 1;
inline constexpr double few_enterprises_max = 3;
inline constexpr double mostly_foreign_above_pct = 50;

/// `met` is a warning.
struct Dominance {
  Outcome few_enterprises = Outcome::cannot_be_told;
  Outcome mostly_foreign = Outcome::cannot_be_told;
  friend bool operator==(const Dominance&, const Dominance&) = default;
};

[[nodiscard]] Dominance dominance(Cell lq, const industry::Counts& counts);

}  // namespace vicinia::core::indicators
