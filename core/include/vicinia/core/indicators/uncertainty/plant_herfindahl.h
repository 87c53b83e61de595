/// \file plant_herfindahl.h
/// H_i = Σ z², the Herfindahl index of the sizes of a sector's plants, z each plant's share of the sector's employment: how
/// lumpy the sector is. Where plant sizes are not known, what is known bounds it from below:
///   N plants:                         H ≥ 1/N, reached where all are equal;
///   employment and plants by unit:    H ≥ Σ_j s_j² / N_j, reached where they are equal within each unit; never below 1/N;
///   the same of some units only:      what the others would add is not negative, so the sum over some is a bound too. For a
///                                     truncated list this is the one: its N_i is not known, and the listed enterprises
///                                     are fewer, so that one over their number is no bound.
///   a unit whose plants are not published: each has one employee or more, so it adds s_j / E_i at least.
/// From above, it is lumpiest where one plant of each unit has all but one employee for each of the others; where their number is not
/// published, where it has all. Of a list, what is not listed may be one plant.
/// Source:  Ellison and Glaeser (1997); the bounds follow from the inequality of Cauchy and Schwarz.
/// Units:   dimensionless, in (0, 1]. An enterprise counts as one plant, as the Enterprise Survey publishes no plants.
/// Missing: not published where the employment of a unit is not; plants that are not published widen the bounds. Undefined for a sector without employment or plants.
/// Errors:  none; a unit with employees but no plants makes the bound undefined.
/// Cost:    O(plants) or O(units).
#pragma once

#include <cstddef>
#include <span>

#include "vicinia/core/base/cell.h"

namespace vicinia::core::indicators::uncertainty {

struct PlantHerfindahl {
  Cell value{};
  bool is_lower_bound = true;     ///< the true one is this or more
  Cell at_most{};                 ///< the true one is this or less; where it is exact, the same
  std::size_t units_unknown = 0;  ///< with employees, but without a published number of plants
  friend bool operator==(const PlantHerfindahl&, const PlantHerfindahl&) = default;
};

/// Exact, from the employees of every plant of the sector.
[[nodiscard]] PlantHerfindahl herfindahl_of_plants(std::span<const Cell> plant_employees);
/// 1/N; exact where N = 1.
[[nodiscard]] PlantHerfindahl herfindahl_of_count(Cell plants);
/// From every unit's employment and plants in the sector: not published only where no number of plants is. \pre both of the same size
[[nodiscard]] PlantHerfindahl herfindahl_of_units(std::span<const Cell> employment,
                                                  std::span<const Cell> plants);
/// From the units of a list: those without both values are passed over; without any it is not published. A printed share is
/// rounded: only with the least share that prints so, and the largest for the bound from above, are these bounds to the last digit.
/// \pre all of the same size; `largest_shares_pct` may be empty: then the shares are exact
[[nodiscard]] PlantHerfindahl herfindahl_of_listed(std::span<const Cell> sector_shares_pct,
                                                   std::span<const Cell> plants,
                                                   std::span<const Cell> largest_shares_pct = {});

}  // namespace vicinia::core::indicators::uncertainty
