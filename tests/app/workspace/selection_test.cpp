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

TEST(KeptSelections, AreSelectedAgainAsTheyWereAndOutliveWhatIsShown) {
  Workspace workspace(vietnam_2007());
  const auto unit = [&](const char* code) { return *workspace.dataset().frame.find(code); };
  const Selection five({unit("760"), unit("761"), unit("762"), unit("763"), unit("764")}, unit("762"));
  EXPECT_FALSE(workspace.apply(commands::keep_selection("nothing"))) << "nothing is selected";
  ASSERT_TRUE(workspace.apply(commands::select_units(five)));
  EXPECT_FALSE(workspace.apply(commands::keep_selection("")));
  ASSERT_TRUE(workspace.apply(commands::keep_selection("Nội thành")));
  ASSERT_TRUE(workspace.apply(commands::select_unit(unit("761"))));
  ASSERT_TRUE(workspace.apply(commands::keep_selection("Gò Vấp")));
  ASSERT_EQ(workspace.view().kept_selections.size(), 2u);
  ASSERT_TRUE(workspace.apply(commands::select_kept("Nội thành")));
  EXPECT_EQ(workspace.view().selected, five);

  const TemporaryFolder folder;
  ASSERT_TRUE(save_view(workspace.document(), folder.path() / "v.vicinia"));
  const auto opened = view_on(*read_view_file(folder.path() / "v.vicinia"), workspace.dataset());
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->kept_selections, workspace.view().kept_selections);

  workspace.undo();
  EXPECT_EQ(workspace.view().kept_selections.size(), 1u);
  workspace.redo();
  ASSERT_TRUE(workspace.apply(commands::forget_selection("Gò Vấp")));
  const auto gone = workspace.apply(commands::select_kept("Gò Vấp"));
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().subject.field, "kept_selection");
  EXPECT_EQ(workspace.view().selected, five);

  ASSERT_TRUE(workspace.apply(commands::open_dataset(mini())));
  EXPECT_EQ(workspace.view().kept_selections.size(), 1u) << "other data lose none";
  const auto elsewhere = workspace.apply(commands::select_kept("Nội thành"));
  ASSERT_FALSE(elsewhere);
  EXPECT_EQ(elsewhere.error().subject.field, "kept_units");
}

TEST(KeptSelections, OfAFileWithoutNameOrTwiceTheSameAreRefused) {
  const auto data = mini();
  const auto opened = [&](const std::string& kept) {
    return view_on({.json = R"({"sector":"I","measure":"lq","kept_selections":)" + kept + "}"},
                   *data->dataset);
  };
  EXPECT_TRUE(opened(R"([{"name":"a","units":["1"]}])"));
  for (const char* bad :
       {R"([{"name":"","units":["1"]}])", R"([{"name":"a","units":[]}])", R"([{"units":["1"]}])",
        R"([{"name":"a","units":["1"]},{"name":"a","units":["2"]}])", R"({"name":3})", "7"})
    EXPECT_EQ(opened(bad).error().code, core::ErrorCode::bad_document) << bad;
}

}  // namespace
}  // namespace vicinia::workspace
