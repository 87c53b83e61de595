#include "vicinia/core/stats/normal.h"

#include <boost/math/special_functions/erf.hpp>
#include <cassert>
#include <cmath>
#include <numbers>

namespace vicinia::core::stats {

double normal_upper_tail(double z) { return std::erfc(z / std::numbers::sqrt2) / 2; }

double normal_half_width(double confidence) {
  assert(confidence > 0 && confidence < 1);
  return std::numbers::sqrt2 * boost::math::erf_inv(confidence);
}

}  // namespace vicinia::core::stats
