// Every border of the country with other vertices on one of its sides: the pairs must be those of the clean map.
#include <gtest/gtest.h>

#include <array>
#include <map>

#include "boundaries.h"
#include "support/mismatch.h"

namespace vicinia::test {
namespace {

using core::topology::Border;
using core::topology::BorderKind;
using core::topology::borders;
using core::topology::build_topology;

/// Pairs whose kind (a line, a point, nothing) is not the same, with what each map says.
std::string differences(const std::vector<Border>& clean, const std::vector<Border>& found) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::array<const Border*, 2>> pairs;
  for (const Border& row : clean) pairs[{row.a, row.b}][0] = &row;
  for (const Border& row : found) pairs[{row.a, row.b}][1] = &row;
  std::string text;
  for (const auto& [pair, sides] : pairs) {
    const auto kind = [](const Border* row) { return row == nullptr ? 0 : row->kind == BorderKind::corner ? 1 : 2; };
    if (kind(sides[0]) == kind(sides[1])) continue;
    text += std::to_string(pair.first) + "-" + std::to_string(pair.second) + ":";
    for (const Border* row : sides)
      text += row == nullptr ? " none" : " " + std::string(name_of(row->kind)) + " " + std::to_string(row->length_m) + " m";
    text += "; ";
  }
  return text;
}

class MismatchedCountry : public testing::TestWithParam<Mismatch> {};

TEST_P(MismatchedCountry, HasThePairsOfTheCleanMap) {
  SKIP_WITHOUT_BOUNDARIES(districts_2007);
  const auto clean = build_topology(read_areas(districts_2007));
  ASSERT_TRUE(clean);
  for (const double tolerance_m : {1.0, 5.0, 10.0, 25.0, 50.0, 100.0}) {
    const auto found = build_topology(spoil(*clean, GetParam(), tolerance_m, 7), {.snap_m = tolerance_m});
    ASSERT_TRUE(found);
    const auto rows = borders(*found);
    const auto same = build_topology(read_areas(districts_2007), {.snap_m = tolerance_m});
    const auto expected = borders(*same);
    std::cout << tolerance_m << " clean: " << differences(borders(*clean), expected) << "\n";
    EXPECT_EQ(differences(expected, rows), "") << tolerance_m << " m";
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, MismatchedCountry,
                         testing::Values(Mismatch::thinned, Mismatch::jittered, Mismatch::gap, Mismatch::overlap, Mismatch::nodes),
                         [](const auto& kind) { return name_of(kind.param); });

}  // namespace
}  // namespace vicinia::test
