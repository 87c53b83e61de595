/// \file herfindahl.h
/// Herfindahl index: of a sector over units (how concentrated it is) and of a unit over sectors (how specialised).
///   H = Σ s²;  normalised H* = (H − 1/n) / (1 − 1/n).
/// Source:  Herfindahl (1950), Hirschman (1964).
/// Shapes:  complete matrix → two numbers.
/// Units:   H in [1/n, 1], H* in [0, 1]; n is the number of units (or sectors) of the matrix, those without employment
///          included. A sector's shares are of E_i, a unit's of the sum of the matrix's sectors.
/// Missing: there is none in a complete matrix. No employment: undefined; n = 1: H* undefined.
/// Cost:    O(n).
#pragma once

#include <cstddef>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/complete_matrix.h"

namespace vicinia::core::indicators::concentration {

struct Herfindahl {
  Cell raw{};
  Cell normalised{};
};

/// \pre sector < matrix.sectors()
[[nodiscard]] Herfindahl herfindahl_of_sector(const CompleteMatrix& matrix, std::size_t sector);
/// \pre unit < matrix.units()
[[nodiscard]] Herfindahl herfindahl_of_unit(const CompleteMatrix& matrix, std::size_t unit);

}  // namespace vicinia::core::indicators::concentration
