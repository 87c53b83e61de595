/// \file locational_gini.h
/// Locational Gini coefficient of a sector: units in ascending order of their LQ, the sector's cumulated share s over the cumulated
/// share x of all employment; what lies between that curve and the diagonal, where the sector is spread like all employment.
///   area  = Krugman's scale, in [0, 0.5);
///   gini  = 2 area = 1 − Σ (x_k − x_{k−1})(S_k + S_{k−1}) = ½ Σ_j Σ_k |s_j x_k − s_k x_j|, in [0, 1 − min x];
///   normalised = gini / (1 − min x), in [0, 1]: 1 where all of the sector is in the unit with least employment. Among n
///          units of equal employment this is the usual correction n/(n − 1); gini itself is not corrected.
/// Source:  Krugman (1991), appendix D; the curve of Hoover (1936).
/// Shapes:  complete matrix, sector → three numbers.
/// Units:   dimensionless. Units without any employment carry no weight and are left out of min x.
/// Missing: there is none in a complete matrix. A sector without employment: undefined. A single unit: normalised undefined.
/// Cost:    O(units log units).
#pragma once

#include <cstddef>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/complete_matrix.h"

namespace vicinia::core::indicators::concentration {

struct LocationalGini {
  Cell area{};
  Cell gini{};
  Cell normalised{};
};

/// A point of the curve: cumulated shares, both in [0, 1].
struct LorenzPoint {
  double of_all = 0, of_sector = 0;
  std::size_t row = 0;  ///< of the matrix: the unit that ends here
};
/// The curve that the coefficient is measured on: a point for each unit with employment, in ascending order of their LQ; it begins at
/// (0, 0), which is none of them, and ends at (1, 1). Empty: a sector without employment.
/// \pre sector < matrix.sectors()
[[nodiscard]] std::vector<LorenzPoint> lorenz_curve(const CompleteMatrix& matrix, std::size_t sector);

/// \pre sector < matrix.sectors()
[[nodiscard]] LocationalGini locational_gini(const CompleteMatrix& matrix, std::size_t sector);

}  // namespace vicinia::core::indicators::concentration
