/// \file krugman_specialisation.h
/// Krugman's index of how far a unit's mix of sectors differs from others':
///   K_j = Σ_i |E_ij/E_j − b_i|, b_i the sector's share of the employment that the unit is compared with:
///   rest:  all other units, (E_i − E_ij)/(E − E_j). The default: a large unit is not compared with itself;
///   whole: the country, the unit included, E_i/E.
/// Source:  Krugman (1991), for two regions; against the rest, Midelfart-Knarvik, Overman, Redding and Venables (2000).
/// Shapes:  complete matrix, unit → one number.
/// Units:   0 (the same mix) to 2 (no sector in common). E_j and E are the sums of the matrix's sectors, so that shares add up.
/// Missing: there is none in a complete matrix. A unit without employment, or with all of it (rest): undefined.
/// Cost:    O(sectors).
#pragma once

#include <cstddef>
#include <cstdint>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/complete_matrix.h"

namespace vicinia::core::indicators::concentration {

enum class ComparedWith : std::uint8_t { rest, whole };

/// \pre unit < matrix.units()
[[nodiscard]] Cell krugman_specialisation(const CompleteMatrix& matrix, std::size_t unit,
                                          ComparedWith compared_with = ComparedWith::rest);

}  // namespace vicinia::core::indicators::concentration
