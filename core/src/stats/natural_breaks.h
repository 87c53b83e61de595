/// \file natural_breaks.h
/// Fisher-Jenks natural breaks: the partition of sorted values into contiguous classes with the least sum of squared
/// deviations from the class means, exact.
/// Source:  Fisher (1958); Jenks (1977); divide and conquer over the monotone optimum (Wang & Song 2011 solve the same
///          problem as one-dimensional k-means).
/// Shapes:  values [n], ascending → inner bounds [≤ classes - 1]: the first value of each class but the lowest.
/// Cost:    O(classes × n log n) on distinct values.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace vicinia::core::stats {

/// \pre `sorted` is not empty, ascending and finite; classes ≥ 1
[[nodiscard]] std::vector<double> natural_breaks(std::span<const double> sorted, std::size_t classes);

}  // namespace vicinia::core::stats
