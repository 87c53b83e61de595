#include "vicinia/core/indicators/concentration/standardised_lq.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <string>

#include "vicinia/core/indicators/location_quotient.h"
#include "vicinia/core/stats/counter_random.h"

namespace vicinia::core::indicators::concentration {
namespace {

/// Hyndman and Fan's type 7. \pre not empty; the order of the values is changed
double percentile_type_7(std::vector<double>& values, double percentile) {
  const double position = static_cast<double>(values.size() - 1) * percentile;
  const auto below = static_cast<std::size_t>(position);
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
  std::nth_element(values.begin(), at, values.end());
  if (below + 1 == values.size()) return *at;
  const double next = *std::min_element(at + 1, values.end());
  return *at + (position - static_cast<double>(below)) * (next - *at);
}

struct UnitsWithLq {
  std::vector<std::size_t> units{};
  std::vector<double> values{};
};

UnitsWithLq lqs_on_scale(const CompleteMatrix& matrix, std::size_t sector, LqScale scale) {
  UnitsWithLq found;
  for (std::size_t unit = 0; unit < matrix.units(); ++unit) {
    const Cell lq = location_quotient(matrix.cell(unit, sector));
    if (!lq.has_number() || (scale == LqScale::logarithmic && lq.state() == CellState::zero)) continue;
    found.units.push_back(unit);
    found.values.push_back(scale == LqScale::logarithmic ? std::log(lq.number()) : lq.number());
  }
  return found;
}

/// False where they do not vary.
bool standardise(std::vector<double>& values) {
  const auto count = static_cast<double>(values.size());
  double mean = 0, squares = 0;
  for (const double value : values) mean += value;
  mean /= count;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double deviation = std::sqrt(squares / (count - 1));
  if (!(deviation > 1e-12 * std::abs(mean))) return false;  // equal but for rounding
  for (double& value : values) value = (value - mean) / deviation;
  return true;
}

}  // namespace

Result<StandardisedLq> standardised_lq(const CompleteMatrix& matrix, std::size_t sector,
                                       const BootstrapOptions& options, const Task& task) {
  if (options.draws == 0)
    return fail({.code = ErrorCode::invalid_argument, .subject = {.field = "draws"}, .detail = "0"});
  if (!(options.percentile > 0 && options.percentile < 1))
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "percentile"},
                 .detail = std::to_string(options.percentile)});
  UnitsWithLq found = lqs_on_scale(matrix, sector, options.scale);
  if (found.values.size() < 3 || !standardise(found.values)) return fail({.code = ErrorCode::no_values});

  StandardisedLq result;
  result.values.assign(matrix.units(), Cell::undefined());
  result.left_out = matrix.units() - found.units.size();
  for (std::size_t i = 0; i < found.units.size(); ++i)
    result.values[found.units[i]] = Cell::of(found.values[i]);

  // Resamples are drawn from the sorted values, so that they do not depend on the order of the units.
  std::ranges::sort(found.values);
  const auto count = static_cast<std::uint32_t>(found.values.size());
  std::vector<double> percentiles(options.draws);
  std::atomic<bool> stopped = false;
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, options.draws), [&](const auto& draws) {
    std::vector<double> resample(count);
    for (std::size_t draw = draws.begin(); draw < draws.end(); ++draw) {
      if (task.stop.stop_requested()) {
        stopped = true;
        return;
      }
      stats::CounterRandom random(options.seed, sector, draw);
      for (double& value : resample) value = found.values[random.below(count)];
      percentiles[draw] = percentile_type_7(resample, options.percentile);
    }
  });
  if (stopped) return fail({.code = ErrorCode::cancelled});
  double sum = 0;
  for (const double percentile : percentiles) sum += percentile;
  result.cut_off = sum / static_cast<double>(options.draws);
  result.cut_off_low = percentile_type_7(percentiles, 0.025);
  result.cut_off_high = percentile_type_7(percentiles, 0.975);
  return result;
}

}  // namespace vicinia::core::indicators::concentration
