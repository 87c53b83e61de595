/// \file rank.h
/// Where a value stands among others of which some are not published: its rank as an interval, and whether it is in the top
/// tenth or the largest for certain.
///   Counted are the values above zero. Rank 1 is the largest; equal values share the best rank.
///   Top tenth of n: rank ≤ ⌈n/10⌉, so that the largest is always in it.
///   An unpublished value may be anything from nothing up; where the sum of all unpublished ones is known not to exceed S (a
///   sector total less what is listed), fewer than S/v of them exceed v.
/// Shapes:  values [n], one of them → rank, count, outcome, threshold.
/// Missing: the value itself not published, or an unpublished one that could tip the scale: cannot be told. Undefined values
///          (a share of nothing) do not count.
/// Cost:    O(n log n) once, O(log n) a value.
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
  std::size_t fewest = 0, most = 0;  ///< values counted: without and with all unpublished ones
};

struct TopTenth {
  Outcome outcome = Outcome::cannot_be_told;
  Cell value{};
  Cell threshold{};  ///< least value in the top tenth; not published while any value is not
  RankRange rank{};
};

class Ranking {
 public:
  explicit Ranking(std::span<const Cell> values, std::optional<double> unpublished_sum_max = std::nullopt);

  /// \pre in all of these: `value` is one of the values
  [[nodiscard]] RankRange rank_of(Cell estimate) const;
  [[nodiscard]] TopTenth in_top_tenth(Cell estimate) const;
  [[nodiscard]] Outcome is_largest(Cell estimate) const;

 private:
  std::vector<double> ascending_;  ///< those counted
  std::size_t unpublished_ = 0;
  std::optional<double> unpublished_sum_max_;
};

}  // namespace vicinia::core::indicators::grades
