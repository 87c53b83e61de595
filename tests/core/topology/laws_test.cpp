// The laws that neighbours and outlines keep whatever the areas, the dirt and the tolerance; on dirty
// countries of any seed. On files: tests/gis/topology/laws_test.cpp.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "shapes.h"
#include "support/dirty_country.h"
#include "support/topology_laws.h"

namespace vicinia::core::topology::test {
namespace {

using vicinia::test::Broken;
using vicinia::test::Dirt;
using vicinia::test::DirtyCountry;
using vicinia::test::laws_as_text;

struct Any {
  DirtyCountry country;
  std::string told;
};

Any any_dirty_country() {
  const auto kind = static_cast<Dirt>(*rc::gen::inRange<std::size_t>(0, vicinia::test::dirt_count));
  const double dirt_m = *rc::gen::element(0.0, 0.5, 5.0, 50.0, 100.0, 500.0);
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
  const auto units = *rc::gen::inRange<std::size_t>(6, 30);
  return {.country = vicinia::test::make_dirty_country(
              {.kind = kind, .dirt_m = dirt_m, .units = units, .vertices_per_side = 12, .seed = seed}),
          .told = vicinia::test::name_of(kind) + ", " + std::to_string(dirt_m) + " m, " +
                  std::to_string(units) + " units, seed " + std::to_string(seed)};
}

double any_tolerance() {
  return *rc::gen::elementOf(std::vector<double>(std::begin(vicinia::test::law_tolerances_m),
                                                 std::end(vicinia::test::law_tolerances_m)));
}

std::vector<GroupIndex> any_groups(const DirtyCountry& country) {
  if (*rc::gen::arbitrary<bool>()) return country.province;
  return *rc::gen::container<std::vector<GroupIndex>>(country.areas.size(),
                                                      rc::gen::inRange<GroupIndex>(0, 5));
}

void hold(const Broken& broken, const std::string& told, double tolerance_m) {
  RC_LOG() << told << ", tolerance " << tolerance_m << " m\n" << laws_as_text(broken);
  RC_ASSERT(broken.empty());
}

/// Do the units have ground that counts once: is each valid, and do its parts not overlap?
bool countable(const DirtyCountry& country) {
  return std::ranges::all_of(country.areas, [](const auto& area) {
    return std::ranges::all_of(area, [](const auto& part) { return bg::is_valid(part); });
  });
}

RC_GTEST_PROP(Laws, AnOutlineHasTheAreaOfItsMembersAndEveryPolygonIsValid, ()) {
  const auto any = any_dirty_country();
  RC_PRE(countable(any.country));  // a unit that crosses itself is mended by the reader
  const double tolerance_m = any_tolerance();
  const auto groups = any_groups(any.country);
  hold(vicinia::test::outlines_are_whole(built(any.country.areas, tolerance_m), groups), any.told,
       tolerance_m);
}

RC_GTEST_PROP(Laws, AllUnitsTogetherHaveTheGroundOfTheInputAndWhatWasFilled, ()) {
  const auto any = any_dirty_country();
  RC_PRE(countable(any.country));
  const double tolerance_m = any_tolerance();
  hold(vicinia::test::ground_adds_up(built(any.country.areas, tolerance_m), any.country.areas), any.told,
       tolerance_m);
}

RC_GTEST_PROP(Laws, EveryPlaceStaysWithAUnitThatCoveredIt, ()) {
  const auto any = any_dirty_country();
  RC_PRE(countable(any.country));
  const double tolerance_m = any_tolerance();
  const auto seed = *rc::gen::arbitrary<std::uint64_t>();
  hold(vicinia::test::ground_is_kept(built(any.country.areas, tolerance_m), any.country.areas, seed),
       any.told, tolerance_m);
}

RC_GTEST_PROP(Laws, NoUnitVanishesUnlessItStandsTwice, ()) {
  const auto any = any_dirty_country();
  const double tolerance_m = any_tolerance();
  hold(vicinia::test::no_unit_vanishes(built(any.country.areas, tolerance_m), any.country.areas), any.told,
       tolerance_m);
}

RC_GTEST_PROP(Laws, HealedPlacesLieInTheUnitThatTheyWereGivenTo, ()) {
  const auto any = any_dirty_country();
  const double tolerance_m = any_tolerance();
  hold(vicinia::test::healed_places_lie_in_their_units(built(any.country.areas, tolerance_m)), any.told,
       tolerance_m);
}

RC_GTEST_PROP(Laws, MoreToleranceLosesNoEdgeAndNoLink, ()) {
  const auto any = any_dirty_country();
  hold(vicinia::test::more_tolerance_loses_nothing(any.country.areas, vicinia::test::law_tolerances_m),
       any.told, -1);
}

RC_GTEST_PROP(Laws, AnyOrderAndAnyNumberOfThreadsGiveTheSameBytes, ()) {
  const auto any = any_dirty_country();
  const auto groups = any_groups(any.country);
  const bool proposed = *rc::gen::arbitrary<bool>();
  const double tolerance_m = any_tolerance();
  hold(vicinia::test::order_and_threads_do_not_matter(any.country.areas, groups,
                                                      proposed ? std::nullopt : std::optional(tolerance_m),
                                                      *rc::gen::arbitrary<std::uint64_t>()),
       any.told, tolerance_m);
}

}  // namespace
}  // namespace vicinia::core::topology::test
