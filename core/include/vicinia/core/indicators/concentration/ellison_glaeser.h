/// \file ellison_glaeser.h
/// Ellison and Glaeser's γ: how much more a sector is concentrated than lumpy plants alone would make it.
///   G = Σ_j (s_j − x_j)²,  g = G / (1 − Σ_j x_j²),  γ = (g − H) / (1 − H),
/// with s_j = E_ij/E_i, x_j = E_j/E and H the plant Herfindahl (uncertainty/plant_herfindahl.h). γ = 0: as the dartboard has
/// it; above 0.05 they call a sector highly, below 0.02 not very concentrated.
/// Bounds:  where H is only known to be H⁰ or more, dγ/dH = (g − 1)/(1 − H)² decides what γ(H⁰) is:
///          g < 1: γ falls as H grows: "at most" γ(H⁰);  g > 1 (a sector in small units, while all else is in large ones):
///          γ grows: "at least" γ(H⁰);  g = 1: γ = 1 whatever H is: exact. With H known from above too, γ lies between both: low, high;
///          one plant only (H may be 1): the end that it would give is not known.
/// Source:  Ellison and Glaeser (1997), equation 5.
/// Shapes:  complete matrix, sector, its H → γ with its bound.
/// Units:   dimensionless; γ ≤ 1 where g ≤ 1, and may be negative.
/// Missing: H not published: γ not published, G is there. A sector without employment, a single unit, H = 1 (one plant):
///          undefined.
/// Cost:    O(units).
#pragma once

#include <cstddef>
#include <cstdint>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/complete_matrix.h"
#include "vicinia/core/indicators/uncertainty/plant_herfindahl.h"

namespace vicinia::core::indicators::concentration {

enum class Bound : std::uint8_t { exact, at_most, at_least };

struct EllisonGlaeser {
  Cell raw{};  ///< G
  Cell gamma{};
  Bound bound = Bound::exact;  ///< of gamma
  Cell low{}, high{};          ///< between which γ lies, as far as known; both γ where it is exact
};

/// \pre sector < matrix.sectors()
[[nodiscard]] EllisonGlaeser ellison_glaeser(const CompleteMatrix& matrix, std::size_t sector,
                                             const uncertainty::PlantHerfindahl& herfindahl);

}  // namespace vicinia::core::indicators::concentration
