/// \file counter_random.h
/// A counter-based random stream: what it yields depends on (seed, stream, draw) alone, never on who asked before or on
/// which thread. Two draws of one stream, and two streams of one seed, are independent for the purposes of resampling.
/// Source:  the output function of SplitMix64 (Steele, Lea and Flood 2014), applied to a key mixed from the three numbers;
///          index below n by multiplication and rejection (Lemire 2019), so that no index is favoured.
/// Cost:    O(1) a number.
#pragma once

#include <cassert>
#include <cstdint>

namespace vicinia::core::stats {

class CounterRandom {
 public:
  constexpr CounterRandom(std::uint64_t seed, std::uint64_t stream, std::uint64_t draw)
      : state_(mix(mix(mix(seed) + stream) + draw)) {}

  constexpr std::uint64_t next() {
    state_ += step;
    return mix(state_);
  }

  /// Uniform in 0 … n − 1. \pre n > 0
  constexpr std::uint32_t below(std::uint32_t n) {
    assert(n > 0);
    const std::uint32_t too_few = (0u - n) % n;  // 2³² mod n: so many products would favour some indices
    for (;;) {
      const std::uint64_t product = (next() >> 32) * n;
      if (static_cast<std::uint32_t>(product) >= too_few) return static_cast<std::uint32_t>(product >> 32);
    }
  }

 private:
  static constexpr std::uint64_t step = 0x9E3779B97F4A7C15;
  static constexpr std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return x ^ (x >> 31);
  }
  std::uint64_t state_;
};

}  // namespace vicinia::core::stats
