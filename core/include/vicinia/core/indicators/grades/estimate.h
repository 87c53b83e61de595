/// \file estimate.h
/// A value that a criterion is judged by: a cell, or an interval where only that is known (a reconstructed total), or both.
/// Missing: neither: cannot be told. An interval decides where all of it is on one side of the threshold.
/// Cost:    O(1).
#pragma once

#include <optional>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/outcome.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::core::indicators::grades {

struct Estimate {
  Cell value{};
  std::optional<stats::Interval> range{};  ///< if set, it judges: the value is then only its best estimate
  Estimate() = default;
  Estimate(Cell cell) : value(cell) {}  // NOLINT(google-explicit-constructor): a cell is an estimate
  Estimate(Cell cell, stats::Interval interval) : value(cell), range(interval) {}
};

[[nodiscard]] inline Outcome at_least(const Estimate& estimate, double threshold) {
  if (!estimate.range) return indicators::at_least(estimate.value, threshold);
  if (estimate.range->low >= threshold) return Outcome::met;
  return estimate.range->high < threshold ? Outcome::not_met : Outcome::cannot_be_told;
}
[[nodiscard]] inline Outcome more_than(const Estimate& estimate, double threshold) {
  if (!estimate.range) return indicators::more_than(estimate.value, threshold);
  if (estimate.range->low > threshold) return Outcome::met;
  return estimate.range->high <= threshold ? Outcome::not_met : Outcome::cannot_be_told;
}
[[nodiscard]] inline Outcome at_most(const Estimate& estimate, double threshold) {
  const Outcome above = more_than(estimate, threshold);
  if (above == Outcome::cannot_be_told) return above;
  return outcome_of(above == Outcome::not_met);
}

}  // namespace vicinia::core::indicators::grades
