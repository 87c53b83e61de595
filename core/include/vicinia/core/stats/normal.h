/// \file normal.h
/// The standard normal distribution.
/// Source:  P(Z ≥ z) = erfc(z / √2) / 2, and its inverse.
/// Cost:    O(1).
#pragma once

namespace vicinia::core::stats {

/// P(Z ≥ z)
[[nodiscard]] double normal_upper_tail(double z);
/// The z with P(|Z| ≤ z) = confidence: 1.96 for 0.95. \pre 0 < confidence < 1
[[nodiscard]] double normal_half_width(double confidence);

}  // namespace vicinia::core::stats
