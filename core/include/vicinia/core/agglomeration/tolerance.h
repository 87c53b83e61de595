/// \file tolerance.h
/// Which agglomerations depend on the tolerance within which borders are matched.
/// Compared are three tolerances: 0, where only what meets or overlaps is linked; the one used,
/// rules.link.within_m; and the next larger one, next_tolerance_m. An agglomeration depends on the tolerance
/// where its members are connected otherwise at 0 or at the next larger one. In between nothing else can
/// happen, for a larger tolerance only adds links. Shapes:  values [unit], borders [pair, with the near ones
/// up to the next larger tolerance] → [agglomeration]. Units:   metres. Errors:  InvalidArgument (a threshold
/// that is negative or no number; a tolerance without bound). Cost:    O(borders) where no pair is near
/// within the larger tolerance, else as three times find_agglomerations.
#pragma once

#include <span>
#include <vector>

#include "vicinia/core/agglomeration/agglomeration.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/topology/borders.h"

namespace vicinia::core::agglomeration {

/// Twice as much, at least 100 m and at least `proposed_m`, the tolerance that the data need; no more than
/// topology::furthest_match_m. Without the proposal, who asks for too small a tolerance would not be told.
[[nodiscard]] double next_tolerance_m(double tolerance_m, double proposed_m = 0);

/// Is there a pair that is linked at the next larger tolerance and not at 0? Where not, nothing depends on
/// the tolerance.
[[nodiscard]] bool tolerance_matters(std::span<const topology::Border> borders,
                                     const topology::LinkRule& rule, double proposed_m = 0);

struct ToleranceEffect {
  bool depends = false;
  /// Members that would not be in it at tolerance 0: those outside the part of it that has most members (the
  /// first of several), or all of them where no part is large enough. Ascending.
  std::vector<UnitIndex> leaving{};
  /// Units that would be connected with it at the next larger tolerance. Ascending.
  std::vector<UnitIndex> joining{};
  double joins_at_m = 0;  ///< the least tolerance above the one used at which one of them joins; 0: none does
  friend bool operator==(const ToleranceEffect&, const ToleranceEffect&) = default;
};

/// `found`: what find_agglomerations answers for these rules and borders. `proposed_m`: see next_tolerance_m.
[[nodiscard]] Result<std::vector<ToleranceEffect>> tolerance_effects(
    std::span<const UnitValues> values, std::span<const topology::Border> borders, const Rules& rules,
    std::span<const Agglomeration> found, double proposed_m = 0);

}  // namespace vicinia::core::agglomeration
