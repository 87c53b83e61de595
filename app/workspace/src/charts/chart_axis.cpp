#include "charts/chart_axis.h"

#include <algorithm>
#include <cmath>

namespace vicinia::workspace::inline charts {

double round_step(double size) {
  const double power = std::pow(10, std::floor(std::log10(size)));
  for (const double digit : {1.0, 2.0, 5.0})
    if (digit * power >= size * (1 - 1e-9)) return digit * power;
  return 10 * power;
}

ChartAxis axis_of(std::span<const double> values, std::string title, bool from_zero, int ticks) {
  double low = from_zero ? 0 : HUGE_VAL, high = from_zero ? 0 : -HUGE_VAL;
  for (const double value : values) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (low > high) low = high = 0;
  if (low == high) {  // a place for the one value, with room on either side
    const double room = low == 0 ? 1 : std::abs(low) / 2;
    if (!from_zero || low == 0) low -= from_zero ? 0 : room;
    high += room;
  }
  ChartAxis axis{.title = std::move(title)};
  axis.step = round_step((high - low) / ticks);
  axis.low = std::floor(low / axis.step + 1e-9) * axis.step;
  axis.high = std::ceil(high / axis.step - 1e-9) * axis.step;
  // 0.1 apart needs one decimal, 20,000 apart none.
  axis.decimals = std::max(0, -static_cast<int>(std::floor(std::log10(axis.step) + 1e-9)));
  return axis;
}

}  // namespace vicinia::workspace::inline charts
