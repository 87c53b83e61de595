/// \file slider_scale.h
/// The round values at which a slider stops: fine where it matters, coarse where the numbers are large.
#pragma once

#include <initializer_list>
#include <vector>

namespace vicinia::desktop {

class SliderScale {
 public:
  struct Stretch {
    double up_to = 0, step = 1;
  };
  /// From 0. Each stretch goes on where the one before ends.
  SliderScale(std::initializer_list<Stretch> stretches);

  [[nodiscard]] int last() const { return static_cast<int>(values_.size()) - 1; }
  [[nodiscard]] double valueAt(int position) const;
  [[nodiscard]] int nearest(double value) const;
  [[nodiscard]] double highest() const { return values_.back(); }

 private:
  std::vector<double> values_;
};

}  // namespace vicinia::desktop
