/// \file rank.h
/// Where a figure stands among others of which some are not published: its rank as an interval, and whether it is in the top
/// tenth or the largest for certain.
///   Counted are the figures above zero. Rank 1 is the largest; equal figures share the best rank.
///   Top tenth of n: rank ≤ ⌈n/10⌉, so that the largest is always in it.
///   An unpublished figure may be anything from nothing up; where the sum of all unpublished ones is known not to exceed S (a
///   sector total less what is listed), fewer than S/v of them exceed v.
/// Shapes:  figures [n], one of them → rank, count, outcome, threshold.
/// Missing: the figure itself not published, or an unpublished one that could tip the scale: cannot be told. Undefined figures
///          (a share of nothing) do not count.
/// Cost:    O(n log n) once, O(log n) a figure.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/outcome.h"

namespace vicinia::core::indicators::grades {

struct RankRange {
  std::size_t best = 0, worst = 0;   ///< 1 = largest; 0: not published or not above zero
  std::size_t fewest = 0, most = 0;  ///< figures counted: without and with all unpublished ones
};

struct TopTenth {
  Outcome outcome = Outcome::cannot_be_told;
  Cell value{};
  Cell threshold{};  ///< least figure in the top tenth; not published while any figure is not
  RankRange rank{};
};

class Ranking {
 public:
  explicit Ranking(std::span<const Cell> figures, std::optional<double> unpublished_sum_max = std::nullopt);

  /// \pre in all of these: `figure` is one of the figures
  [[nodiscard]] RankRange rank_of(Cell figure) const;
  [[nodiscard]] TopTenth in_top_tenth(Cell figure) const;
  [[nodiscard]] Outcome is_largest(Cell figure) const;

 private:
  std::vector<double> ascending_;  ///< those counted
  std::size_t unpublished_ = 0;
  std::optional<double> unpublished_sum_max_;
};

}  // namespace vicinia::core::indicators::grades
