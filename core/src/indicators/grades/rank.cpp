#include "vicinia/core/indicators/grades/rank.h"

#include <algorithm>
#include <cmath>

namespace vicinia::core::indicators::grades {
namespace {

std::size_t tenth_of(std::size_t count) { return (count + 9) / 10; }

/// How many of `count` values that sum to `sum_max` at most can each exceed v > 0.
std::size_t most_above(double v, std::size_t count, std::optional<double> sum_max) {
  if (!sum_max) return count;
  if (*sum_max <= 0) return 0;
  const double most = std::ceil(*sum_max / v) - 1;  // t values above v sum to more than t v
  return most < static_cast<double>(count) ? static_cast<std::size_t>(std::max(0.0, most)) : count;
}

}  // namespace

Ranking::Ranking(std::span<const Cell> values, std::optional<double> unpublished_sum_max)
    : unpublished_sum_max_(unpublished_sum_max) {
  for (const Cell estimate : values) {
    if (estimate.state() == CellState::not_published) ++unpublished_;
    if (estimate.has_number() && estimate.number() > 0) ascending_.push_back(estimate.number());
  }
  std::ranges::sort(ascending_);
}

RankRange Ranking::rank_of(Cell estimate) const {
  RankRange range{.fewest = ascending_.size(), .most = ascending_.size() + unpublished_};
  if (!estimate.has_number() || estimate.number() <= 0) return range;
  const auto above = ascending_.end() - std::ranges::upper_bound(ascending_, estimate.number());
  range.best = static_cast<std::size_t>(above) + 1;
  range.worst = range.best + most_above(estimate.number(), unpublished_, unpublished_sum_max_);
  return range;
}

TopTenth Ranking::in_top_tenth(Cell estimate) const {
  TopTenth top{.value = estimate, .rank = rank_of(estimate)};
  const RankRange& rank = top.rank;
  if (unpublished_ == 0 && !ascending_.empty())
    top.threshold = Cell::of(ascending_[ascending_.size() - tenth_of(ascending_.size())]);
  if (estimate.state() == CellState::not_published) return top;
  // Each value that turns out to be larger costs a rank and adds at most one tenth of a place, so the two ends are these:
  // none larger and all of them counted; as many larger as can be and none else counted.
  if (rank.best == 0 || rank.best > tenth_of(rank.most)) {
    top.outcome = Outcome::not_met;
  } else if (rank.worst <= tenth_of(rank.fewest + (rank.worst - rank.best))) {
    top.outcome = Outcome::met;
  }
  return top;
}

Outcome Ranking::is_largest(Cell estimate) const {
  if (estimate.state() == CellState::not_published) return Outcome::cannot_be_told;
  const RankRange rank = rank_of(estimate);
  if (rank.best != 1) return Outcome::not_met;
  return rank.worst == 1 ? Outcome::met : Outcome::cannot_be_told;
}

}  // namespace vicinia::core::indicators::grades
