#include "vicinia/core/stats/classification.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "natural_breaks.h"

namespace vicinia::core::stats {
namespace {

constexpr int most_decimals = 12;     ///< beyond them a double has noise
constexpr int most_of_own_break = 6;  ///< a break of one's own with more was not typed, but computed

/// Rounds to a number of decimals so that the result equals the literal one would type.
class Rounding {
 public:
  explicit Rounding(int decimals) : scale_(std::pow(10.0, decimals)) {}
  [[nodiscard]] double step() const { return 1 / scale_; }
  [[nodiscard]] double nearest(double v) const { return std::round(v * scale_) / scale_; }
  [[nodiscard]] double down(double v) const { return std::floor(v * scale_ + slack) / scale_; }
  [[nodiscard]] double up(double v) const { return std::ceil(v * scale_ - slack) / scale_; }
  [[nodiscard]] bool keeps(double v) const {
    return std::abs(nearest(v) - v) <= 1e-12 * std::max(1.0, std::abs(v));
  }

 private:
  static constexpr double slack = 1e-6;  ///< 4.7 × 10 is not exactly 47
  double scale_;
};

/// The fewest decimals, from `least` on, with which all of them are exact.
int decimals_of(std::span<const double> numbers, int least) {
  int decimals = least;
  for (const double number : numbers)
    while (decimals < most_decimals && !Rounding(decimals).keeps(number)) ++decimals;
  return decimals;
}

struct Ends {
  double lower, upper;
};

/// Bounds between the ends, before rounding. \pre `sorted` is not empty
std::vector<double> inner_bounds(std::span<const double> sorted, ClassMethod method, std::size_t classes,
                                 Ends ends) {
  std::vector<double> inner;
  if (method == ClassMethod::natural_breaks) return natural_breaks(sorted, classes);
  for (std::size_t c = 1; c < classes; ++c) {
    const double share = static_cast<double>(c) / static_cast<double>(classes);
    inner.push_back(method == ClassMethod::quantile ? sorted[c * sorted.size() / classes]
                                                    : ends.lower + (ends.upper - ends.lower) * share);
  }
  return inner;
}

/// Whether the values that equal the upper end belong to the run: only in the topmost.
enum class UpperEnd { excluded, included };

/// Inner bounds as they are wanted: nullopt leaves them as they are.
using Rounded = std::optional<Rounding>;

/// Appends the bounds that follow `ends.lower`, up to and including `ends.upper`. They ascend strictly, but that an
/// included upper end may stand twice: the topmost class then holds that one value.
void append_bounds(std::span<const double> sorted, const ClassRequest& request, std::size_t classes,
                   Ends ends, UpperEnd upper_end, const Rounded& rounding, std::vector<double>& bounds) {
  if (!sorted.empty())
    for (const double inner : inner_bounds(sorted, request.method, classes, ends)) {
      const double bound = rounding ? rounding->nearest(inner) : inner;
      const bool below_end = upper_end == UpperEnd::included ? bound <= sorted.back() : bound < ends.upper;
      if (bound > bounds.back() && below_end) bounds.push_back(bound);
    }
  bounds.push_back(ends.upper);
}

/// How many of the classes lie below the pivot: in proportion to the values there, at least one on either side.
std::size_t classes_below(std::size_t below, std::size_t all, std::size_t classes) {
  const double share = static_cast<double>(below) / static_cast<double>(all);
  const auto wanted = static_cast<std::size_t>(std::lround(share * static_cast<double>(classes)));
  return std::clamp<std::size_t>(wanted, 1, classes - 1);
}

std::vector<double> bounds_around(double pivot, std::span<const double> sorted, const ClassRequest& request,
                                  Ends ends, const Rounded& rounding) {
  const auto split = static_cast<std::size_t>(std::ranges::lower_bound(sorted, pivot) - sorted.begin());
  const std::size_t classes = std::max<std::size_t>(request.classes, 2);
  const std::size_t low_classes = classes_below(split, sorted.size(), classes);
  const double step = Rounding(request.decimals).step();
  const double lower = split > 0 ? ends.lower : std::min(0.0, pivot - step);
  std::vector<double> bounds{lower};
  append_bounds(sorted.first(split), request, low_classes, {lower, pivot}, UpperEnd::excluded, rounding,
                bounds);
  append_bounds(sorted.subspan(split), request, classes - low_classes,
                {pivot, std::max(ends.upper, pivot + (split == sorted.size() ? step : 0.0))},
                UpperEnd::included, rounding, bounds);
  return bounds;
}

std::vector<double> bounds_of(std::span<const double> sorted, const ClassRequest& request, Ends ends,
                              const Rounded& rounding) {
  if (request.pivot) return bounds_around(*request.pivot, sorted, request, ends, rounding);
  std::vector<double> bounds{ends.lower};
  append_bounds(sorted, request, request.classes, ends, UpperEnd::included, rounding, bounds);
  return bounds;
}

/// Written with these decimals, no bound moves by more than a quarter of the class beside it.
bool tells_apart(std::span<const double> bounds, int decimals) {
  const double moved = Rounding(decimals).step() / 2;
  for (std::size_t i = 1; i < bounds.size(); ++i)
    if (const double width = bounds[i] - bounds[i - 1]; width > 0 && moved > width / 4 * (1 + 1e-9))
      return false;
  return true;
}

Ends ends_of(std::span<const double> sorted, int decimals) {
  const Rounding rounding(decimals);
  return {std::min(sorted.front(), rounding.down(sorted.front())),
          std::max(sorted.back(), rounding.up(sorted.back()))};
}

/// Bounds, and the decimals to write them with, of a method that finds its own.
Classes found_classes(std::span<const double> sorted, const ClassRequest& request) {
  const Ends exact_ends{sorted.front(), sorted.back()};
  const std::vector<double> exact = bounds_of(sorted, request, exact_ends, std::nullopt);
  const int most = decimals_of(sorted, request.decimals);
  int decimals = request.decimals;
  while (decimals < most && !tells_apart(exact, decimals)) ++decimals;
  const Ends ends = ends_of(sorted, decimals);
  if (request.method == ClassMethod::equal_interval)
    return {.bounds = bounds_of(sorted, request, ends, Rounding(decimals)), .decimals = decimals};
  Classes found{.bounds = exact, .decimals = decimals};
  if (!request.pivot || sorted.front() < *request.pivot) found.bounds.front() = ends.lower;
  if (!request.pivot || sorted.back() >= *request.pivot)
    found.bounds.back() = std::max(ends.upper, found.bounds.back());
  return found;
}

Result<std::vector<double>> manual_bounds(const ClassRequest& request, Ends ends) {
  const std::vector<double>& breaks = request.manual_breaks;
  for (std::size_t i = 0; i < breaks.size(); ++i)
    if (!std::isfinite(breaks[i]) || (i > 0 && breaks[i] <= breaks[i - 1]))
      return fail({.code = ErrorCode::invalid_argument,
                   .subject = {.field = "breaks"},
                   .detail = std::to_string(breaks[i])});
  if (breaks.size() + 1 > max_classes)
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "breaks"},
                 .detail = std::to_string(breaks.size())});
  if (breaks.empty()) return std::vector<double>{ends.lower, ends.upper};
  const double step = Rounding(request.decimals).step();
  std::vector<double> bounds{ends.lower < breaks.front() ? ends.lower
                             : breaks.front() > 0        ? 0.0
                                                         : breaks.front() - step};
  bounds.insert(bounds.end(), breaks.begin(), breaks.end());
  bounds.push_back(ends.upper > breaks.back() ? ends.upper : breaks.back() + step);
  return bounds;
}

}  // namespace

std::optional<std::size_t> Classes::class_of(double value) const {
  if (counts.empty() || !(value >= bounds.front()) || value > bounds.back()) return std::nullopt;
  const auto above = std::ranges::upper_bound(bounds, value);
  const auto position = static_cast<std::size_t>(above - bounds.begin());
  return std::min(position, counts.size()) - 1;
}

Result<Classes> classify(std::span<const double> values, const ClassRequest& request) {
  if (values.empty()) return fail({.code = ErrorCode::no_values});
  if (request.classes < 1 || request.classes > max_classes)
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "classes"},
                 .detail = std::to_string(request.classes)});
  if (!std::ranges::all_of(values, [](double v) { return std::isfinite(v); }))
    return fail({.code = ErrorCode::invalid_argument, .subject = {.field = "values"}});

  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  Classes result;
  if (request.method == ClassMethod::manual) {
    const int typed = decimals_of(request.manual_breaks, request.decimals);
    result.decimals = std::min(typed, most_of_own_break);
    while (typed > most_of_own_break && result.decimals < most_decimals &&
           !tells_apart(request.manual_breaks, result.decimals))
      ++result.decimals;
    auto bounds = manual_bounds(request, ends_of(sorted, result.decimals));
    if (!bounds) return fail(bounds.error());
    result.bounds = std::move(*bounds);
  } else {
    result = found_classes(sorted, request);
    const std::size_t wanted = request.pivot ? std::max<std::size_t>(request.classes, 2) : request.classes;
    result.merged = wanted - std::min(wanted, result.bounds.size() - 1);
  }
  result.counts.assign(result.bounds.size() - 1, 0);
  for (const double value : sorted) ++result.counts[*result.class_of(value)];
  return result;
}

}  // namespace vicinia::core::stats
