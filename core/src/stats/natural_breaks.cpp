#include "natural_breaks.h"

#include <algorithm>
#include <limits>

namespace vicinia::core::stats {
namespace {

/// Squared deviations within any run of distinct values, from prefix sums. Values are centred first: the sums of
/// squares would cancel otherwise.
class RunCost {
 public:
  explicit RunCost(std::span<const double> sorted) {
    double mean = 0;
    for (const double v : sorted) mean += v / static_cast<double>(sorted.size());
    for (const double v : sorted) {
      if (distinct_.empty() || v != distinct_.back()) {
        distinct_.push_back(v);
        weight_.push_back(weight_.back());
        sum_.push_back(sum_.back());
        square_.push_back(square_.back());
      }
      const double centred = v - mean;
      weight_.back() += 1;
      sum_.back() += centred;
      square_.back() += centred * centred;
    }
  }
  [[nodiscard]] std::size_t size() const { return distinct_.size(); }
  [[nodiscard]] double value(std::size_t i) const { return distinct_[i]; }
  /// Of the distinct values first … last - 1.
  [[nodiscard]] double operator()(std::size_t first, std::size_t last) const {
    const double n = weight_[last] - weight_[first];
    const double s = sum_[last] - sum_[first];
    return std::max(0.0, square_[last] - square_[first] - s * s / n);
  }

 private:
  std::vector<double> distinct_;
  std::vector<double> weight_{0}, sum_{0}, square_{0};  ///< [i]: over the first i distinct values
};

struct Layer {
  std::vector<double> cost;             ///< [end] of the best partition of the first `end` values
  std::vector<std::size_t> last_start;  ///< [end] where its last class begins
};

/// Fills layer.cost[from … to] knowing that the best start of the last class lies within [low, high].
void solve(const RunCost& run, const Layer& previous, Layer& layer, std::size_t from, std::size_t to,
           std::size_t low, std::size_t high) {
  if (from > to) return;
  const std::size_t middle = from + (to - from) / 2;
  double best = std::numeric_limits<double>::infinity();
  std::size_t best_start = low;
  for (std::size_t start = low; start <= std::min(high, middle - 1); ++start) {
    const double cost = previous.cost[start] + run(start, middle);
    if (cost < best) {
      best = cost;
      best_start = start;
    }
  }
  layer.cost[middle] = best;
  layer.last_start[middle] = best_start;
  if (middle > from) solve(run, previous, layer, from, middle - 1, low, best_start);
  solve(run, previous, layer, middle + 1, to, best_start, high);
}

}  // namespace

std::vector<double> natural_breaks(std::span<const double> sorted, std::size_t classes) {
  const RunCost run(sorted);
  const std::size_t n = run.size();
  classes = std::min(classes, n);
  std::vector<Layer> layers(classes);
  for (Layer& layer : layers) {
    layer.cost.assign(n + 1, std::numeric_limits<double>::infinity());
    layer.last_start.assign(n + 1, 0);
  }
  for (std::size_t end = 1; end <= n; ++end) layers[0].cost[end] = run(0, end);
  for (std::size_t c = 1; c < classes; ++c) solve(run, layers[c - 1], layers[c], c + 1, n, c, n - 1);

  std::vector<double> breaks;
  std::size_t end = n;
  for (std::size_t c = classes; c-- > 1;) {
    end = layers[c].last_start[end];
    breaks.push_back(run.value(end));
  }
  std::ranges::reverse(breaks);
  return breaks;
}

}  // namespace vicinia::core::stats
