/// \file multiple_tests.h
/// p-values of many tests at once: of a hundred tests of nothing, five have a p below 0.05. Adjusted, the
/// share of false ones among all that are called significant at a level is expected to be no more than that
/// level (the false discovery rate). Source:  Benjamini and Hochberg (1995): the i-th smallest of m becomes
/// the least of p_(k) m / k over k ≥ i, at most 1. It holds for
///          independent tests, and for those that depend on each other positively (Benjamini and Yekutieli
///          2001).
/// Shapes:  p [test] → adjusted p [test], in the same order.
/// Missing: a test without a p counts for none: it stays as it is, and m does not count it.
/// Cost:    O(n log n).
#pragma once

#include <span>
#include <vector>

#include "vicinia/core/base/cell.h"

namespace vicinia::core::stats {

[[nodiscard]] std::vector<Cell> benjamini_hochberg(std::span<const Cell> p);

}  // namespace vicinia::core::stats
