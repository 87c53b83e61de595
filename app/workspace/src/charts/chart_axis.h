/// \file chart_axis.h
/// Axes whose ends and ticks are round numbers.
#pragma once

#include <span>

#include "vicinia/workspace/charts/chart.h"

namespace vicinia::workspace::inline charts {

/// About `ticks` steps of 1, 2 or 5 times a power of ten from the smallest to the largest of the values, and to zero where it is `from_zero`. Of no values,
/// or of equal ones, an axis around them.
[[nodiscard]] ChartAxis axis_of(std::span<const double> values, std::string title, bool from_zero,
                                int ticks = 6);
/// A step of 1, 2 or 5 times a power of ten that is not below `size`. \pre size > 0, finite
[[nodiscard]] double round_step(double size);

}  // namespace vicinia::workspace::inline charts
