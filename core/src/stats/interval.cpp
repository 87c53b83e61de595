#include "vicinia/core/stats/interval.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

namespace vicinia::core::stats {

Interval printed(double number, int decimals) {
  const double half = 0.5 * std::pow(10.0, -decimals);
  return {std::max(0.0, number - half), number + half};
}

Interval operator+(Interval a, Interval b) { return {a.low + b.low, a.high + b.high}; }

Interval operator*(Interval a, Interval b) { return {a.low * b.low, a.high * b.high}; }

Interval operator/(Interval dividend, Interval divisor) {
  assert(divisor.high > 0);
  const double high = divisor.low > 0 ? dividend.high / divisor.low : std::numeric_limits<double>::infinity();
  return {dividend.low / divisor.high, high};
}

std::optional<Interval> intersection(Interval a, Interval b) {
  const Interval both{std::max(a.low, b.low), std::min(a.high, b.high)};
  if (both.low > both.high) return std::nullopt;
  return both;
}

std::optional<MostShared> most_shared(std::span<const Interval> intervals) {
  struct End {
    double at;
    int step;  ///< +1 opens, -1 closes; at one place what opens comes first: the ends belong to the intervals
  };
  std::vector<End> ends;
  for (const Interval& interval : intervals) {
    ends.push_back({interval.low, +1});
    ends.push_back({interval.high, -1});
  }
  std::ranges::sort(ends,
                    [](const End& a, const End& b) { return a.at != b.at ? a.at < b.at : a.step > b.step; });
  std::optional<MostShared> best;
  std::size_t open = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (ends[i].step < 0) {
      --open;
      continue;
    }
    ++open;
    // A stretch of highest count begins where something opens and next something closes.
    if (ends[i + 1].step > 0) continue;
    const Interval stretch{ends[i].at, ends[i + 1].at};
    if (!best || open > best->supporters)
      best = MostShared{stretch, open, 1};
    else if (open == best->supporters)
      ++best->stretches;
  }
  return best;
}

}  // namespace vicinia::core::stats
