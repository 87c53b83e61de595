// Frames of one to four levels: what holds whatever they are called and however many there are.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "support/levels.h"
#include "support/some_frame.h"
#include "vicinia/core/admin/unit.h"
#include "vicinia/core/dataset.h"

namespace vicinia::core::admin {
namespace {

RC_GTEST_PROP(FrameOfAnyLevels, PartsOfAWholeAreThoseWhoseWayUpwardsPassesIt, ()) {
  const Frame frame = tests::some_frame();
  for (UnitIndex whole = 0; whole < frame.size(); ++whole) {
    std::set<UnitIndex> expected;
    for (UnitIndex unit = 0; unit < frame.size(); ++unit)
      if (unit != whole && frame.ancestor(unit, frame[whole].level) == whole) expected.insert(unit);
    const auto within = frame.within(whole);
    RC_ASSERT(std::set<UnitIndex>(within.begin(), within.end()) == expected);
    RC_ASSERT(within.size() == expected.size());
  }
}

RC_GTEST_PROP(FrameOfAnyLevels, EachLevelIsDividedAmongTheUnitsOfEveryCoarserOne, ()) {
  const Frame frame = tests::some_frame();
  for (const Level coarse : frame.levels().all())
    for (const Level fine : frame.levels().all()) {
      if (!(coarse < fine)) continue;
      std::vector<UnitIndex> together;
      for (const UnitIndex whole : frame.at_level(coarse))
        for (const UnitIndex part : frame.within(whole, fine)) together.push_back(part);
      std::ranges::sort(together);
      RC_ASSERT(together == frame.at_level(fine));
    }
}

RC_GTEST_PROP(FrameOfAnyLevels, TheFinestLevelIsThatOfTheFinestValues, ()) {
  Dataset data;
  data.frame = tests::some_frame();
  data.sectors = {{.code = "I"}};
  data.periods = {"2007"};
  RC_ASSERT(finest_level(data) == data.frame.levels().finest());
  const auto unit = *rc::gen::inRange<UnitIndex>(0, data.frame.size());
  data.observations = *industry::ObservationTable::from_rows({{.unit = unit}}, {});
  RC_ASSERT(finest_level(data) == data.frame[unit].level);
  RC_ASSERT(finest_level(data, 0) == data.frame[unit].level);
}

TEST(Levels, HaveTheWordsThatAreUsualForTheirIdUnlessOthersAreStated) {
  const auto levels =
      Levels::declared({{.id = "province"},
                        {.id = "to", .name = {.vi = "tổ"}},
                        {.id = "commune", .name = {"phường", "ward"}, .plural = {"", "wards"}}});
  ASSERT_TRUE(levels);
  EXPECT_EQ((*levels)[{0}].name.en, "province");
  EXPECT_EQ(level_called("district").plural.en, "districts");
  EXPECT_EQ((*levels)[{1}].plural.en, "tổ") << "one language stands for the other";
  EXPECT_EQ((*levels)[{2}].plural.en, "wards");
  EXPECT_EQ(levels->find("commune"), Level{2});
  EXPECT_EQ(levels->find("district"), std::nullopt);
}

TEST(Levels, AreRefusedWithoutAnyOrWithIdsThatAreNoneOrTheSame) {
  EXPECT_EQ(Levels::declared({}).error().subject.field, "levels");
  EXPECT_EQ(Levels::declared({{.id = "Tỉnh"}}).error().subject.field, "level_id");
  EXPECT_EQ(Levels::declared({{.id = ""}}).error().subject.field, "level_id");
  EXPECT_EQ(Levels::declared({{.id = "a"}, {.id = "a"}}).error().detail, "1");
}

TEST(Frame, RefusesAUnitOfALevelThatItHasNotAndAParentThatIsNoCoarser) {
  const auto levels = *Levels::declared({{.id = "province"}});
  EXPECT_EQ(Frame::from_units({{.code = "a", .level = tests::district_level}}, levels).error().subject.field,
            "level");
  EXPECT_EQ(Frame::from_units({{.code = "a"}, {.code = "b", .parent_code = "a"}}, levels).error().code,
            ErrorCode::unknown_parent);
}

}  // namespace
}  // namespace vicinia::core::admin
