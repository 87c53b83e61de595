#include "vicinia/workspace/document/selection.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "fixture.h"
#include "vicinia/workspace/document/view_file.h"

namespace vicinia::workspace {
namespace {

using core::admin::UnitIndex;

TEST(Selection, IsASetWithOneCurrentUnitWhateverIsToggled) {
  std::mt19937 random(7);
  Selection selection;
  std::set<UnitIndex> expected;
  for (int step = 0; step < 2000; ++step) {
    const UnitIndex unit = random() % 12;
    const auto before = selection.current();
    selection = selection.toggled(unit);
    if (expected.erase(unit) == 0) {
      expected.insert(unit);
      EXPECT_EQ(selection.current(), unit);
    } else if (before && before != unit) {
      EXPECT_EQ(selection.current(), before) << "another one left";
    }
    EXPECT_EQ(selection.units(), std::vector<UnitIndex>(expected.begin(), expected.end()));
    EXPECT_EQ(selection.size(), expected.size());
    EXPECT_EQ(selection.current().has_value(), !expected.empty());
    EXPECT_TRUE(expected.empty() || selection.contains(*selection.current()));
  }
}

TEST(Selection, OfAnyListIsTheSameInAnyOrder) {
  const Selection selection({5, 2, 9, 2}, 9);
  EXPECT_EQ(selection, Selection({9, 2, 5}, 9));
  EXPECT_EQ(selection.units(), (std::vector<UnitIndex>{2, 5, 9}));
  EXPECT_EQ(Selection({5, 2}, 7).current(), 2u) << "the last, where the one that is named is not among them";
  EXPECT_EQ(Selection(std::vector<UnitIndex>{}, 3), Selection());
  EXPECT_EQ(Selection(UnitIndex{4}), Selection(std::vector<UnitIndex>{4}));
}

TEST(Selection, OfSeveralUnitsIsSavedReadCarriedAndDrawn) {
  const auto data = mini();
  const Selection three({4, 1, 3}, 3);
  Workspace workspace(data);
  ASSERT_TRUE(workspace.apply(commands::select_units(three)));
  const std::string text = view_text(workspace.document());
  const auto back = view_on(*stored_view_of(text, "view"), *data->dataset);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->selected, three);
  ASSERT_TRUE(workspace.apply(commands::open_dataset(mini())));
  EXPECT_EQ(workspace.view().selected, three) << "carried over to the same units read again";
  const auto refused = workspace.apply(commands::select_units(Selection({1, data->dataset->frame.size()})));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, core::ErrorCode::invalid_argument);
  EXPECT_EQ(workspace.view().selected, three);
}

TEST(Selection, ThatNamesAnUnknownUnitIsAnErrorThatNamesIt) {
  const auto data = mini();
  const auto view =
      view_on({.json = R"({"sector":"I","variable":"lq","selected":["11","no such unit"]})"}, *data->dataset);
  ASSERT_FALSE(view);
  EXPECT_EQ(view.error().subject.field, "selected");
  EXPECT_EQ(view.error().detail, "no such unit");
}

}  // namespace
}  // namespace vicinia::workspace
