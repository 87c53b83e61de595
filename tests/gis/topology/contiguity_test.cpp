// Pairs of neighbours against R spdep's poly2nb; generator and versions in tests/golden/spdep.
#include <gtest/gtest.h>

#include <algorithm>

#include "boundaries.h"

namespace vicinia::test {
namespace {

using core::topology::Border;

Pairs golden(const std::string& name) {
  std::ifstream in(std::filesystem::path(VICINIA_GOLDEN_DIR) / "spdep" / (name + ".csv"));
  std::string line;
  std::getline(in, line);
  EXPECT_EQ(line, "a,b") << name;
  Pairs pairs;
  for (char comma = 0; in.good();) {
    Pairs::value_type pair;
    if (in >> pair.first >> comma >> pair.second) pairs.push_back(pair);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

struct Compared {
  Pairs only_here, only_spdep;
};

Compared compare(const std::vector<Border>& rows, const std::string& name, bool queen) {
  Pairs here = pairs_of(rows, false);
  if (queen) {
    const Pairs corners = pairs_of(rows, true);
    here.insert(here.end(), corners.begin(), corners.end());
    std::sort(here.begin(), here.end());
  }
  const Pairs expected = golden(name + (queen ? "_queen" : "_rook"));
  EXPECT_GT(expected.size(), 50U);
  return {only_in(here, expected), only_in(expected, here)};
}

TEST(ContiguityOfRealBoundaries, Of674DistrictsAgreesWithSpdep) {
  SKIP_WITHOUT_BOUNDARIES(districts_2007);
  const auto topology = core::topology::build_topology(read_areas(districts_2007));
  ASSERT_TRUE(topology);
  const auto rows = core::topology::borders(*topology);
  for (const bool queen : {true, false}) {
    const Compared found = compare(rows, "districts_2007", queen);
    EXPECT_EQ(as_text(found.only_here), "") << (queen ? "queen" : "rook");
    EXPECT_EQ(as_text(found.only_spdep), "") << (queen ? "queen" : "rook");
  }
  EXPECT_EQ(core::topology::isolates(rows, 674).size(), 13U);
}

TEST(ContiguityOfRealBoundaries, OfHoChiMinhCityAgreesWithSpdep) {
  SKIP_WITHOUT_BOUNDARIES(hcmc_districts);
  const auto topology = core::topology::build_topology(read_areas(hcmc_districts));
  ASSERT_TRUE(topology);
  const auto rows = core::topology::borders(*topology);
  for (const bool queen : {true, false}) {
    const Compared found = compare(rows, "hcmc", queen);
    EXPECT_EQ(as_text(found.only_here), "") << (queen ? "queen" : "rook");
    EXPECT_EQ(as_text(found.only_spdep), "") << (queen ? "queen" : "rook");
  }
}

}  // namespace
}  // namespace vicinia::test
