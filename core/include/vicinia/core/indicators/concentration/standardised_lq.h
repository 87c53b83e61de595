/// \file standardised_lq.h
/// Standardised location quotient of a sector, and from where on it is exceptional, without assuming that LQs are normal.
///   SLQ_j = (LQ_j − mean) / sd over the units, sd with n − 1; on the logarithmic scale the same of ln LQ.
///   cut-off: of many resamples of the n SLQs, drawn with replacement, take each one's percentile (default: the 95th, linear
///   between order statistics at (n − 1)p, Hyndman and Fan's type 7); the cut-off is their mean, and the middle 95 % of them
///   tell how certain it is. A unit is exceptional where SLQ ≥ cut-off.
/// Source:  O'Donoghue and Gleave (2004) for the SLQ, with 1.65 as cut-off where it is normal; Tian (2013) for the bootstrap.
/// Shapes:  complete matrix, sector → one SLQ a unit, one cut-off.
/// Units:   standard deviations.
/// Missing: there is none in a complete matrix. Units without employment have no LQ and are left out: undefined, as are those
///          with an LQ of 0 on the logarithmic scale; `left_out` counts them.
/// Errors:  NoValues (fewer than three LQs, or all equal), InvalidArgument (draws of 0, percentile outside (0, 1)), Cancelled.
/// Cost:    O(draws × units), parallel over draws. Draw d of the sector depends on (seed, sector, d) alone: the result does not
///          depend on the thread count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/indicators/complete_matrix.h"

namespace vicinia::core::indicators::concentration {

enum class LqScale : std::uint8_t { linear, logarithmic };

struct BootstrapOptions {
  LqScale scale = LqScale::linear;
  std::uint64_t seed = 0;
  std::size_t draws = 1000;
  double percentile = 0.95;
};

struct StandardisedLq {
  std::vector<Cell> values{};  ///< [unit]
  std::size_t left_out = 0;
  double cut_off = 0;
  double cut_off_low = 0, cut_off_high = 0;  ///< 2.5 % and 97.5 % of the resamples' percentiles
};

/// \pre sector < matrix.sectors()
[[nodiscard]] Result<StandardisedLq> standardised_lq(const CompleteMatrix& matrix, std::size_t sector,
                                                     const BootstrapOptions& options, const Task& task = {});

}  // namespace vicinia::core::indicators::concentration
