#include "vicinia/core/stats/counter_random.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace vicinia::core::stats {
namespace {

TEST(CounterRandom, DependsOnSeedStreamAndDrawAlone) {
  std::set<std::uint64_t> first;
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    for (std::uint64_t stream = 0; stream < 10; ++stream)
      for (std::uint64_t draw = 0; draw < 10; ++draw) {
        first.insert(CounterRandom(seed, stream, draw).next());
        EXPECT_EQ(CounterRandom(seed, stream, draw).next(), CounterRandom(seed, stream, draw).next());
      }
  EXPECT_EQ(first.size(), 1000u);  // no two keys start alike
}

TEST(CounterRandom, IndicesAreInRangeAndNoneIsFavoured) {
  constexpr std::uint32_t n = 7;
  constexpr int throws = 70000;
  std::array<int, n> counts{};
  for (int draw = 0; draw < throws / 10; ++draw) {
    CounterRandom random(5, 1, static_cast<std::uint64_t>(draw));
    for (int i = 0; i < 10; ++i) {
      const std::uint32_t index = random.below(n);
      ASSERT_LT(index, n);
      ++counts[index];
    }
  }
  double chi_squared = 0;
  for (const int count : counts) chi_squared += (count - 10000.0) * (count - 10000.0) / 10000.0;
  EXPECT_LT(chi_squared, 22.5);  // 6 degrees of freedom: 1 in 1,000
  EXPECT_EQ(CounterRandom(1, 2, 3).below(1), 0u);
}

}  // namespace
}  // namespace vicinia::core::stats
