// Every border of the country with other vertices on one of its sides: the pairs must be those of the clean map.
#include <gtest/gtest.h>

#include "boundaries.h"
#include "support/mismatch.h"

namespace vicinia::test {
namespace {

using core::topology::borders;
using core::topology::build_topology;

class MismatchedCountry : public testing::TestWithParam<Mismatch> {};

TEST_P(MismatchedCountry, HasThePairsOfTheCleanMap) {
  SKIP_WITHOUT_BOUNDARIES(districts_2007);
  const auto clean = build_topology(read_areas(districts_2007));
  ASSERT_TRUE(clean);
  const auto expected = borders(*clean);
  for (const double tolerance_m : {1.0, 5.0, 10.0}) {
    const auto found = build_topology(spoil(*clean, GetParam(), tolerance_m, 7), {.snap_m = tolerance_m});
    ASSERT_TRUE(found);
    const auto rows = borders(*found);
    EXPECT_EQ(as_text(pairs_of(rows, false)), as_text(pairs_of(expected, false))) << tolerance_m;
    EXPECT_EQ(as_text(pairs_of(rows, true)), as_text(pairs_of(expected, true))) << tolerance_m;
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, MismatchedCountry,
                         testing::Values(Mismatch::thinned, Mismatch::jittered, Mismatch::gap, Mismatch::overlap, Mismatch::nodes),
                         [](const auto& kind) { return name_of(kind.param); });

}  // namespace
}  // namespace vicinia::test
