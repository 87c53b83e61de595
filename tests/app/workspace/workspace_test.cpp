#include "vicinia/workspace/document/workspace.h"

#include <gmock/gmock.h>

#include <cmath>

#include "fixture.h"
#include "support/levels.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/words/command_words.h"

namespace vicinia::workspace {
namespace {

using core::indicators::Measure;

TEST(Workspace, ACommandChangesTheDocumentAndTellsWhatItTouched) {
  Workspace workspace(mini());
  Touched heard;
  workspace.listen([&](const Touched& touched) { heard = touched; });
  ASSERT_TRUE(workspace.apply(commands::set_sector(1)));
  EXPECT_EQ(workspace.view().sector, 1u);
  EXPECT_TRUE(heard.sector);
  EXPECT_TRUE(heard.colours());
  EXPECT_FALSE(heard.variable || heard.extent || heard.selection || heard.dataset);
}

TEST(Workspace, UndoAndRedoGoBackAndForthByName) {
  Workspace workspace(mini());
  ASSERT_TRUE(workspace.apply(commands::set_sector(2)));
  ASSERT_TRUE(workspace.apply(commands::set_variable(core::values::Variable::employees)));
  EXPECT_EQ(workspace.undo_name(), CommandName::set_variable);
  workspace.undo();
  EXPECT_EQ(workspace.view().variable, core::values::Variable::location_quotient);
  EXPECT_EQ(workspace.view().sector, 2u);
  workspace.undo();
  EXPECT_EQ(workspace.view().sector, 0u);
  EXPECT_FALSE(workspace.can_undo());
  workspace.redo();
  workspace.redo();
  EXPECT_EQ(workspace.view().variable, core::values::Variable::employees);
  EXPECT_FALSE(workspace.can_redo());
}

TEST(Workspace, ANewCommandForgetsWhatCouldBeRedone) {
  Workspace workspace(mini());
  ASSERT_TRUE(workspace.apply(commands::set_sector(1)));
  workspace.undo();
  ASSERT_TRUE(workspace.apply(commands::set_sector(2)));
  EXPECT_FALSE(workspace.can_redo());
}

TEST(Workspace, MovingTheMapAndSelectingAreNotSteps) {
  Workspace workspace(mini());
  ASSERT_TRUE(workspace.apply(commands::set_extent(gis::map::Extent{0, 0, 10, 10})));
  ASSERT_TRUE(workspace.apply(commands::select_unit(3)));
  EXPECT_FALSE(workspace.can_undo());
}

TEST(Workspace, UndoLeavesTheMapWhereItIs) {
  Workspace workspace(mini());
  ASSERT_TRUE(workspace.apply(commands::set_sector(1)));
  ASSERT_TRUE(workspace.apply(commands::set_extent(gis::map::Extent{0, 0, 10, 10})));
  ASSERT_TRUE(workspace.apply(commands::select_unit(3)));
  workspace.undo();
  EXPECT_EQ(workspace.view().sector, 0u);
  EXPECT_EQ(workspace.view().extent, (gis::map::Extent{0, 0, 10, 10}));
  EXPECT_EQ(workspace.view().selected.current(), 3u);
}

TEST(Workspace, ACommandThatChangesNothingIsNoStepAndTellsNoOne) {
  Workspace workspace(mini());
  int heard = 0;
  workspace.listen([&](const Touched&) { ++heard; });
  ASSERT_TRUE(workspace.apply(commands::set_sector(0)));
  EXPECT_EQ(heard, 0);
  EXPECT_FALSE(workspace.can_undo());
}

TEST(Workspace, ACommandThatDoesNotFitChangesNothing) {
  Workspace workspace(mini());
  const View before = workspace.view();
  for (const Command& command :
       {commands::set_sector(99), commands::set_period(99), commands::select_unit(9999),
        commands::set_province(9999),
        commands::set_province(workspace.dataset().frame.at_level(tests::district_level).front()),
        commands::set_extent(gis::map::Extent{0, 0, 0, 0}), commands::set_classification({.classes = 300}),
        commands::set_classification({.method = core::stats::ClassMethod::manual, .manual_breaks = {2, 1}}),
        commands::open_dataset(nullptr)}) {
    EXPECT_FALSE(workspace.apply(command)) << command_text(command.name, Language::en);
    EXPECT_EQ(workspace.view(), before);
  }
  EXPECT_FALSE(workspace.can_undo());
}

TEST(Workspace, ClassesAreKeptForEachMeasure) {
  Workspace workspace(mini());
  ASSERT_TRUE(workspace.apply(commands::set_classification({.classes = 7})));
  ASSERT_TRUE(workspace.apply(commands::set_variable(core::values::Variable::employees)));
  EXPECT_EQ(workspace.view().classification().classes, 5u);
  ASSERT_TRUE(workspace.apply(commands::set_variable(core::values::Variable::location_quotient)));
  EXPECT_EQ(workspace.view().classification().classes, 7u);
}

TEST(Workspace, APaletteIsKeptForMeasuresWithAMiddleAndForThoseWithout) {
  Workspace workspace(mini());
  Touched heard;
  workspace.listen([&](const Touched& touched) { heard = touched; });
  ASSERT_TRUE(workspace.apply(commands::set_palette(Palette::brbg)));
  EXPECT_TRUE(heard.palette && heard.colours());
  EXPECT_FALSE(heard.classification || heard.membership());
  ASSERT_TRUE(workspace.apply(commands::set_variable(core::values::Variable::employees)));
  EXPECT_EQ(workspace.view().palette(), Palette::ylgnbu);
  ASSERT_TRUE(workspace.apply(commands::set_palette(Palette::viridis)));
  ASSERT_TRUE(workspace.apply(commands::set_variable(core::values::Variable::sector_share)));
  EXPECT_EQ(workspace.view().palette(), Palette::viridis);
  ASSERT_TRUE(workspace.apply(commands::set_variable(core::values::Variable::location_quotient)));
  EXPECT_EQ(workspace.view().palette(), Palette::brbg);
  EXPECT_EQ(command_text(CommandName::set_palette, Language::en), "change of colours");
}

TEST(Workspace, ADivergingPaletteIsRefusedWhereThereIsNoMiddle) {
  Workspace workspace(mini());
  ASSERT_TRUE(workspace.apply(commands::set_variable(core::values::Variable::employees)));
  const auto refused = workspace.apply(commands::set_palette(Palette::puor));
  ASSERT_FALSE(refused);
  EXPECT_NE(error_text(refused.error(), Language::en)
                .find("\"puor\" is not the name of one sequential palette. Possible: ylgnbu"),
            std::string::npos);
  EXPECT_EQ(workspace.view().palette(), Palette::ylgnbu);
  View view = workspace.view();
  view.palettes.plain = Palette::rdbu;
  EXPECT_FALSE(workspace.apply(commands::open_view(view)));
}

TEST(Workspace, OpeningOtherDataKeepsTheSectorOfTheSameNumberAndCanBeUndone) {
  Workspace workspace(vietnam_2007());
  ASSERT_TRUE(workspace.apply(commands::set_sector(1)));
  ASSERT_TRUE(workspace.apply(commands::open_dataset(mini())));
  EXPECT_EQ(workspace.dataset().sectors[workspace.view().sector].code, "II");
  workspace.undo();
  EXPECT_EQ(workspace.dataset().sectors.size(), 22u);
}

TEST(Load, AFolderThatIsNotThereIsAnErrorThatNamesIt) {
  const auto data = load("/nowhere/at/all");
  ASSERT_FALSE(data);
  EXPECT_NE(error_text(data.error(), Language::en).find("/nowhere/at/all"), std::string::npos);
}

TEST(Workspace, ADraggedSliderIsOneStep) {
  Workspace workspace(mini());
  AgglomerationSettings settings;
  for (const double lq : {1.1, 1.5, 2.0}) {
    settings.rules.lq_min = lq;
    ASSERT_TRUE(workspace.apply(commands::set_agglomerations(settings, lq > 1.1)));
  }
  settings.rules.lq_min = 3;
  ASSERT_TRUE(workspace.apply(commands::set_agglomerations(settings)));
  workspace.undo();
  EXPECT_EQ(workspace.view().agglomerations.rules.lq_min, 2.0);
  workspace.undo();
  EXPECT_EQ(workspace.view().agglomerations.rules.lq_min, 1.0);
  EXPECT_FALSE(workspace.can_undo());
  workspace.redo();
  EXPECT_EQ(workspace.view().agglomerations.rules.lq_min, 2.0);
}

TEST(Workspace, AnOwnRuleThatIsTypedIsOneStepAndTouchesNothingElse) {
  Workspace workspace(mini());
  Touched heard;
  workspace.listen([&](const Touched& touched) { heard = touched; });
  core::indicators::grades::OwnRule rule;
  for (const double employees : {1.0, 10.0, 100.0}) {
    rule.employees.min = employees;
    ASSERT_TRUE(workspace.apply(commands::set_own_rule(rule, employees > 1)));
  }
  EXPECT_TRUE(heard.own_rule);
  EXPECT_FALSE(heard.colours() || heard.membership() || heard.selection);
  EXPECT_EQ(workspace.view().own_rule.employees.min, 100);
  EXPECT_EQ(workspace.undo_name(), CommandName::set_own_rule);
  workspace.undo();
  EXPECT_EQ(workspace.view().own_rule, core::indicators::grades::OwnRule{});
  EXPECT_FALSE(workspace.can_undo());
  workspace.redo();
  EXPECT_EQ(workspace.view().own_rule.employees.min, 100);
}

TEST(Workspace, AnOwnRuleThatMakesNoSenseIsRefusedByItsCriterion) {
  Workspace workspace(mini());
  const auto refused = [&](const core::indicators::grades::OwnRule& rule) {
    const auto result = workspace.apply(commands::set_own_rule(rule));
    return result ? std::string("accepted") : result.error().subject.field;
  };
  EXPECT_EQ(refused({.lq = {.min = -1}}), "lq");
  EXPECT_EQ(refused({.employees = {.max = INFINITY}}), "employees");
  EXPECT_EQ(refused({.sme_share_pct = {.min = 60, .max = 40}}), "sme_share_pct");
  EXPECT_FALSE(workspace.can_undo());
  EXPECT_EQ(refused({.sme_share_pct = {.min = 40, .max = 40}}), "accepted") << "both ends count as met";
}

TEST(Workspace, AnOwnRuleStaysWhenOtherDataAreOpened) {
  Workspace workspace(vietnam_2007());
  ASSERT_TRUE(workspace.apply(commands::set_own_rule({.lq = {.min = 2}})));
  ASSERT_TRUE(workspace.apply(commands::open_dataset(mini())));
  EXPECT_EQ(workspace.view().own_rule.lq.min, 2);
}

TEST(Workspace, ALinkByHandAndACutExcludeEachOtherAndCanBeTakenBack) {
  Workspace workspace(mini());
  const auto& links = workspace.view().agglomerations.links;
  ASSERT_TRUE(workspace.apply(commands::link_units(3, 2)));
  EXPECT_THAT(links.linked, testing::ElementsAre(testing::Pair(2, 3)));
  ASSERT_TRUE(workspace.apply(commands::cut_units(2, 3)));
  EXPECT_THAT(links.linked, testing::IsEmpty());
  EXPECT_THAT(links.cut, testing::ElementsAre(testing::Pair(2, 3)));
  ASSERT_TRUE(workspace.apply(commands::forget_link(3, 2)));
  EXPECT_THAT(links.cut, testing::IsEmpty());
  workspace.undo();
  workspace.undo();
  EXPECT_THAT(links.linked, testing::ElementsAre(testing::Pair(2, 3)));
}

TEST(Workspace, RulesThatMakeNoSenseAreRefusedByName) {
  Workspace workspace(mini());
  const auto refused = [&](const AgglomerationSettings& settings) {
    const auto result = workspace.apply(commands::set_agglomerations(settings));
    return result ? std::string("accepted") : result.error().subject.field;
  };
  EXPECT_EQ(refused({.rules = {.lq_min = -1}}), "lq_min");
  EXPECT_EQ(refused({.tolerance_m = NAN}), "tolerance_m");
  EXPECT_EQ(refused({.links = {.linked = {{2, 2}}}}), "unit");
  EXPECT_EQ(refused({.links = {.cut = {{2, 9999}}}}), "unit");
  EXPECT_FALSE(workspace.can_undo());
}

/// Each field of a view, changed alone.
std::vector<View> views_with_one_change(const core::Dataset& data) {
  std::vector<View> views;
  for (const auto& change : std::initializer_list<void (*)(View&, const core::Dataset&)>{
           [](View&v, const core::Dataset&) { v.sector = 1; },
           [](View&v, const core::Dataset&) { v.variable = core::values::Variable::sme_share; },
           [](View&v, const core::Dataset&) { v.classifications[3].classes = 9; },
           [](View&v, const core::Dataset&) { v.palettes.plain = Palette::magma; },
           [](View&v, const core::Dataset&d) {
             v.province = d.frame.at_level(tests::province_level).front();
           },
           [](View&v, const core::Dataset&) { v.selected = Selection(2); },
           [](View&v, const core::Dataset&) {
             v.extent = gis::map::Extent{0, 0, 10, 10};
           },
           [](View&v, const core::Dataset&) { v.labels = false; },
           [](View&v, const core::Dataset&) { v.outlines = false; },
           [](View&v, const core::Dataset&) { v.symbols = true; },
           [](View&v, const core::Dataset&) { v.cartogram = true; },
           [](View&v, const core::Dataset&) { v.agglomerations.rules.lq_min = 2; },
           [](View&v, const core::Dataset&) { v.own_rule.lq.min = 2; },
           [](View&v, const core::Dataset&) { v.treatment = core::values::Treatment::left_out; }}) {
    views.emplace_back();
    change(views.back(), data);
  }
  return views;
}

TEST(ViewFields, AreEachSeenSavedAndBroughtBackWhenTheyChangeAlone) {
  const auto data = vietnam_2007();
  const Document unchanged{data, {}};
  for (const View& view : views_with_one_change(*data->dataset)) {
    const Document changed{data, view};
    SCOPED_TRACE(view_text(changed));
    EXPECT_TRUE(difference(unchanged, changed).anything());
    EXPECT_TRUE(difference(changed, changed) == Touched{});
    EXPECT_NE(view_text(changed), view_text(unchanged));
    const auto back = view_on(*stored_view_of(view_text(changed), "view"), *data->dataset);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, view);
    Workspace workspace(data);
    ASSERT_TRUE(workspace.apply(commands::open_view(view)));
    EXPECT_EQ(workspace.view(), view);
    workspace.undo();
    View moved{};  // where the map stands and what is selected are not part of the history
    if (!view.province) {
      moved.selected = view.selected;
      moved.extent = view.extent;
    }
    EXPECT_EQ(workspace.view(), moved);
  }
}

TEST(ViewFields, OfAnotherTypeThanTheyShouldBeAreAnErrorThatNamesTheKey) {
  const auto data = mini();
  const std::string head = R"({"format":"vicinia-view","version":2,"sector":"I","variable":"lq")";
  for (const auto& [key, text] : std::initializer_list<std::pair<std::string, std::string>>{
           {"variable", R"({"sector":"I","variable":5})"},
           {"base_period", head + R"(,"base_period":null})"},
           {"labels", head + R"(,"labels":"yes"})"},
           {"agglomerations", head + R"(,"agglomerations":7})"},
           {"extent", head + R"(,"extent":{}})"},
           {"sector", R"({"variable":"lq"})"}}) {
    const auto view = view_on({.json = text}, *data->dataset);
    ASSERT_FALSE(view) << text;
    EXPECT_EQ(view.error().code, core::ErrorCode::bad_document);
    EXPECT_EQ(view.error().subject.field, key) << text;
  }
}

TEST(ViewFields, OfVersionOneAreReadAsTheyWereMeant) {
  const auto data = mini();
  const auto stored = stored_view_of(
      R"({"format":"vicinia-view","version":1,"sector":"I","measure":"employees","agglomerations":{"snap_m":40}})",
      "old");
  ASSERT_TRUE(stored);
  const auto view = view_on(*stored, *data->dataset);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->variable, core::values::Variable::employees);
  EXPECT_EQ(view->agglomerations.tolerance_m, 40);
  const auto newer = stored_view_of(R"({"format":"vicinia-view","version":4})", "newer");
  EXPECT_TRUE(newer && newer->is_of_newer_version);
}

}  // namespace
}  // namespace vicinia::workspace
