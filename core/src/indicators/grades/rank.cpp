#include "vicinia/core/indicators/grades/rank.h"

#include <algorithm>
#include <cmath>

namespace vicinia::core::indicators::grades {
namespace {

std::size_t tenth_of(std::size_t count) { return (count + 9) / 10; }

/// How many of `count` figures that sum to `sum_max` at most can each exceed v > 0.
std::size_t most_above(double v, std::size_t count, std::optional<double> sum_max) {
  if (!sum_max) return count;
  if (*sum_max <= 0) return 0;
  const double most = std::ceil(*sum_max / v) - 1;  // t figures above v sum to more than t v
  return most < static_cast<double>(count) ? static_cast<std::size_t>(std::max(0.0, most)) : count;
}

}  // namespace

Ranking::Ranking(std::span<const Cell> figures, std::optional<double> unpublished_sum_max)
    : unpublished_sum_max_(unpublished_sum_max) {
  for (const Cell figure : figures) {
    if (figure.state() == CellState::not_published) ++unpublished_;
    if (figure.has_number() && figure.number() > 0) ascending_.push_back(figure.number());
  }
  std::ranges::sort(ascending_);
}

RankRange Ranking::rank_of(Cell figure) const {
  RankRange range{.fewest = ascending_.size(), .most = ascending_.size() + unpublished_};
  if (!figure.has_number() || figure.number() <= 0) return range;
  const auto above = ascending_.end() - std::ranges::upper_bound(ascending_, figure.number());
  range.best = static_cast<std::size_t>(above) + 1;
  range.worst = range.best + most_above(figure.number(), unpublished_, unpublished_sum_max_);
  return range;
}

TopTenth Ranking::in_top_tenth(Cell figure) const {
  TopTenth top{.value = figure, .rank = rank_of(figure)};
  const RankRange& rank = top.rank;
  if (unpublished_ == 0 && !ascending_.empty())
    top.threshold = Cell::of(ascending_[ascending_.size() - tenth_of(ascending_.size())]);
  if (figure.state() == CellState::not_published) return top;
  // Each figure that turns out to be larger costs a rank and adds at most one tenth of a place, so the two ends are these:
  // none larger and all of them counted; as many larger as can be and none else counted.
  if (rank.best == 0 || rank.best > tenth_of(rank.most)) {
    top.outcome = Outcome::not_met;
  } else if (rank.worst <= tenth_of(rank.fewest + (rank.worst - rank.best))) {
    top.outcome = Outcome::met;
  }
  return top;
}

Outcome Ranking::is_largest(Cell figure) const {
  if (figure.state() == CellState::not_published) return Outcome::cannot_be_told;
  const RankRange rank = rank_of(figure);
  if (rank.best != 1) return Outcome::not_met;
  return rank.worst == 1 ? Outcome::met : Outcome::cannot_be_told;
}

}  // namespace vicinia::core::indicators::grades
