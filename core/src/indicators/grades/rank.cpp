#include "vicinia/core/indicators/grades/rank.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <vector>

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

RankRange rank_range(std::span<const Cell> figures, std::size_t of, std::optional<double> unpublished_sum_max) {
  assert(of < figures.size());
  std::size_t counted = 0, unpublished = 0, above = 0;
  const bool has_rank = figures[of].state() == CellState::value && figures[of].number() > 0;
  for (const Cell figure : figures) {
    if (figure.state() == CellState::not_published) ++unpublished;
    if (figure.state() != CellState::value) continue;
    ++counted;
    if (has_rank && figure.number() > figures[of].number()) ++above;
  }
  RankRange range{.fewest = counted, .most = counted + unpublished};
  if (!has_rank) return range;
  range.best = above + 1;
  range.worst = range.best + most_above(figures[of].number(), unpublished, unpublished_sum_max);
  return range;
}

TopTenth in_top_tenth(std::span<const Cell> figures, std::size_t of, std::optional<double> unpublished_sum_max) {
  TopTenth top{.value = figures[of], .rank = rank_range(figures, of, unpublished_sum_max)};
  const RankRange& rank = top.rank;
  if (rank.fewest == rank.most && rank.most > 0) {
    std::vector<double> numbers;
    for (const Cell figure : figures)
      if (figure.state() == CellState::value) numbers.push_back(figure.number());
    const auto last = numbers.begin() + static_cast<std::ptrdiff_t>(tenth_of(numbers.size())) - 1;
    std::ranges::nth_element(numbers, last, std::greater<>());
    top.threshold = Cell::of(*last);
  }
  if (top.value.state() == CellState::not_published) return top;
  // Each figure that turns out to be larger costs a rank and adds at most one tenth of a place, so the two ends are these:
  // none larger and all of them counted; as many larger as can be and none else counted.
  if (rank.best == 0 || rank.best > tenth_of(rank.most)) {
    top.outcome = Outcome::not_met;
  } else if (rank.worst <= tenth_of(rank.fewest + (rank.worst - rank.best))) {
    top.outcome = Outcome::met;
  }
  return top;
}

Outcome is_largest(std::span<const Cell> figures, std::size_t of, std::optional<double> unpublished_sum_max) {
  if (figures[of].state() == CellState::not_published) return Outcome::cannot_be_told;
  const RankRange rank = rank_range(figures, of, unpublished_sum_max);
  if (rank.best != 1) return Outcome::not_met;
  return rank.worst == 1 ? Outcome::met : Outcome::cannot_be_told;
}

}  // namespace vicinia::core::indicators::grades
