#include "models/slider_scale.h"

#include <algorithm>
#include <cmath>

namespace vicinia::desktop {

SliderScale::SliderScale(std::initializer_list<Stretch> stretches) : values_{0.0} {
  for (const Stretch& stretch : stretches) {
    const double from = values_.back();
    const auto steps = std::lround((stretch.up_to - from) / stretch.step);
    for (long i = 1; i <= steps; ++i) {  // to the hundredth: what is shown is what is meant
      const double value =
          from + (stretch.up_to - from) * static_cast<double>(i) / static_cast<double>(steps);
      values_.push_back(std::round(value * 100) / 100);
    }
  }
}

double SliderScale::valueAt(int position) const {
  return values_[static_cast<std::size_t>(std::clamp(position, 0, last()))];
}

int SliderScale::nearest(double value) const {
  const auto above = std::ranges::lower_bound(values_, value);
  if (above == values_.begin()) return 0;
  if (above == values_.end()) return last();
  const auto below = above - 1;
  return static_cast<int>((value - *below <= *above - value ? below : above) - values_.begin());
}

}  // namespace vicinia::desktop
