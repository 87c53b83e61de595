/// \file interval.h
/// Closed intervals of numbers that are not negative, and what a printed number says: everything that rounds to it.
/// Source:  Moore (1966), interval arithmetic.
/// Missing: an upper end may be infinite, where a printed share may be zero.
/// Cost:    O(1); most_shared() O(n log n).
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace vicinia::core::stats {

struct Interval {
  double low = 0, high = 0;
  [[nodiscard]] bool contains(double number) const { return low <= number && number <= high; }
  [[nodiscard]] double middle() const { return low + (high - low) / 2; }
  [[nodiscard]] bool is_exact() const { return low == high; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

[[nodiscard]] inline Interval exactly(double number) { return {number, number}; }
/// All numbers that print as `number` with so many decimals; nothing below zero.
[[nodiscard]] Interval printed(double number, int decimals);

[[nodiscard]] Interval operator+(Interval a, Interval b);
[[nodiscard]] Interval operator*(Interval a, Interval b);
/// Where the divisor may be zero the upper end is infinite. \pre divisor.high > 0
[[nodiscard]] Interval operator/(Interval dividend, Interval divisor);
[[nodiscard]] std::optional<Interval> intersection(Interval a, Interval b);

/// The numbers that most of the intervals contain.
struct MostShared {
  Interval interval{};         ///< the lowest such stretch
  std::size_t supporters = 0;  ///< how many intervals contain it
  std::size_t stretches = 1;   ///< how many stretches are shared by as many; more than one is a tie
};
/// nullopt where there are none.
[[nodiscard]] std::optional<MostShared> most_shared(std::span<const Interval> intervals);

}  // namespace vicinia::core::stats
