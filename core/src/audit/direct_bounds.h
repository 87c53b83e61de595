/// \file direct_bounds.h
/// What single rows say of totals and quotients by their own values alone: employees over a share, LQ over a share, and no total below what is in it. The
/// two best of each bound are kept, of different rows, so that it is known at once what is left without any one row; with the sums of what
/// is printed, which are known without any one part in the same way.
/// Cost:    O(rows + parts of sums) to make, O(1) to ask.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "value_system.h"

namespace vicinia::core::audit {

class DirectBounds {
 public:
  struct Bound {
    double to = 0;
    bool follows = false;  ///< from values, and not only from what holds of any table
  };
  struct Range {
    Bound low{}, high{endless, false};
  };
  /// Of the parts of a sum together, but one.
  struct Others {
    Range range{};     ///< the upper end may be infinite
    double slack = 0;  ///< for the arithmetic's sake
  };

  /// `counts`: [cell] whether it counts.
  DirectBounds(const ValueSystem& system, std::span<const std::uint8_t> counts);

  /// What all rows say of it but this one. Of the nation: all sectors and units but those of the row.
  [[nodiscard]] Range without(Unknown total, std::uint32_t row) const;
  /// What is printed of a count, or all rows and the sum of what is printed say of a total.
  [[nodiscard]] Range of(Unknown u) const;
  /// `part` may be no_unknown: all of them. \pre not a sum of inverses
  [[nodiscard]] Others others(std::size_t sum, Unknown part) const;

 private:
  struct Best {
    Bound bound{};
    std::uint32_t by = 0;
  };
  /// The best and the next best that is by another: of lower ends the highest, of upper ends the lowest.
  struct BestTwo {
    std::array<Best, 2> best{};
    void offer(Bound bound, std::uint32_t by, bool is_high);
    [[nodiscard]] Bound without(std::uint32_t by) const {
      return best[0].by == by ? best[1].bound : best[0].bound;
    }
  };
  struct Ends {
    BestTwo low{}, high{};
    Ends();
  };
  struct Together {
    double least = 0, most = 0;
    std::size_t unbounded = 0, low_does_not_follow = 0, high_does_not_follow = 0;
  };

  void add_claims_of_rows(std::span<const std::uint8_t> counts);
  void add_claims_on_nations();
  [[nodiscard]] static Range narrowed(Range a, Range b);
  [[nodiscard]] Ends& ends_of(Unknown total) { return totals_[total - first_total_]; }

  static constexpr std::uint32_t nobody = static_cast<std::uint32_t>(-1);
  const ValueSystem& system_;
  Unknown first_total_;                  ///< counts of rows come before
  std::vector<Range> counts_{};          ///< [unknown]
  std::vector<Ends> totals_{};           ///< [unknown − first_total_] by rows; of nations by sectors
  std::vector<Range> by_sums_{};         ///< the same, as sums of counts
  std::vector<Ends> nations_by_unit_{};  ///< [level]
  std::vector<Together> sums_{};         ///< [sum]
};

}  // namespace vicinia::core::audit
