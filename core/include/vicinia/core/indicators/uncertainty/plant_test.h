/// \file plant_test.h
/// Could the LQ be chance? The plant-based test: if each plant of the sector chose its unit at random, unit j with
/// probability x_j = E_j/E (Ellison and Glaeser's dartboard), then of the sector's share s_j = E_ij/E_i
///   E(s_j) = x_j,  Var(s_j) = H_i x_j (1 − x_j),  so  E(LQ) = 1,  Var(LQ) = H_i (1 − x_j)/x_j  as LQ = s_j/x_j;
///   z = (s_j − x_j) / √(H_i x_j (1 − x_j));  p = P(Z ≥ z), one-sided: of a share as large or larger;
///   LQs expected by chance: 1 ± z(confidence) √(H_i (1 − x_j)/x_j), not below 0.
/// Where H_i is only bounded from below (plant_herfindahl.h) the true z is at most so far from 0 and the true chance
/// interval at least so wide: an LQ above 1 is significant "at most" so much. `is_bound` says so and must be shown.
/// Assumed: of the plants of a unit all have the same size, which gives the H that the bound is reached at. `lumpiest` is the same test where
///          one plant of each unit is as large as it can be (at_most of plant_herfindahl.h): the truth lies between the two, and so does its p.
/// Source:  Ellison and Glaeser (1997), section II; p by the normal approximation. With few plants expected the distribution is
///          lumpy and skewed, and a tail from the normal too thin: `is_rough` where fewer than five plants of equal size
///          are expected in the unit or outside it (x_j/H or (1 − x_j)/H below 5).
/// Units:   shares 0-1, all dimensionless.
/// Missing: "not published" in, "not published" out; x_j = 0 or x_j = 1: undefined. E_ij = 0 has a z like any other.
/// Cost:    O(1).
#pragma once

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/location_quotient.h"
#include "vicinia/core/indicators/uncertainty/plant_herfindahl.h"

namespace vicinia::core::indicators::uncertainty {

/// s_j and x_j of one sector and unit.
struct ShareAndExpectation {
  Cell share{};     ///< E_ij / E_i
  Cell expected{};  ///< E_j / E
};
[[nodiscard]] ShareAndExpectation shares_of(const EmploymentAndTotals& e);
/// Of a list that prints LQ and sectoral share but no totals: x_j = s_j / LQ, as exact as the two were printed.
/// An LQ of 0 says nothing of x_j: undefined.
[[nodiscard]] ShareAndExpectation shares_from_printed(Cell lq, Cell sector_share_pct);

struct PlantTest {
  Cell lq{};
  Cell z{};
  Cell p{};                          ///< one-sided, upper tail
  Cell chance_low{}, chance_high{};  ///< LQs expected by chance
  Cell lumpiest_z{}, lumpiest_p{};   ///< with plants as unequal as they can be; the same where H is exact
  Cell
      expected_plants{};  ///< x_j / H_i: plants of equal size expected in the unit; at most so many if is_bound
  bool is_bound = true;  ///< H_i is a lower bound, so the significance is "at most" this
  /// Too few plants for the normal approximation, or not known. If is_bound, false says only that there may be enough.
  bool is_rough = true;
};

/// \pre 0 < confidence < 1: of the chance interval, two-sided
[[nodiscard]] PlantTest plant_test(const ShareAndExpectation& shares, const PlantHerfindahl& herfindahl,
                                   double confidence = 0.95);

}  // namespace vicinia::core::indicators::uncertainty
