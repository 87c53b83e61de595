// Maps that are compared: laws over generated comparisons, the commands, the file, the classes in common, and the page.
#include "vicinia/workspace/document/comparison.h"

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "fixture.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/figures/comparison_page.h"
#include "vicinia/workspace/figures/figure_pages.h"
#include "vicinia/workspace/maps/choropleth.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/words/command_words.h"

namespace vicinia::workspace {
namespace {

using core::values::Variable;

std::shared_ptr<const OpenDataset> two_years() {
  static const auto data = opened(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "matrix-long");
  return data;
}

template <class Number>
Number below(std::size_t end) {
  return static_cast<Number>(*rc::gen::inRange<std::size_t>(0, end));
}

core::agglomeration::Rules some_rules() {
  core::agglomeration::Rules rules;
  rules.lq_min = *rc::gen::element(0.5, 1.0, 2.0);
  rules.link.corners = *rc::gen::arbitrary<bool>();
  rules.size.employees_min = *rc::gen::element(0.0, 500.0);
  return rules;
}

ComparedMap some_map(const core::Dataset& data) {
  ComparedMap map;
  map.sector = below<std::size_t>(data.sectors.size());
  map.variable = *rc::gen::element(Variable::location_quotient, Variable::employees, Variable::sector_share);
  map.period = below<std::size_t>(data.periods.size());
  if (map.period > 0 && *rc::gen::arbitrary<bool>()) map.base_period = below<std::size_t>(map.period);
  if (*rc::gen::arbitrary<bool>()) map.rules = some_rules();
  return map;
}

/// With one to six maps.
View some_view(const core::Dataset& data) {
  const ComparedMap first = some_map(data);
  View view{.sector = first.sector,
            .period = first.period,
            .base_period = first.base_period,
            .variable = first.variable};
  view.agglomerations.rules = some_rules();
  view.labels = *rc::gen::arbitrary<bool>();
  const auto others = below<std::size_t>(most_compared_maps);
  for (std::size_t i = 0; i < others; ++i) view.comparison.others.push_back(some_map(data));
  view.comparison.swiped_with = below<std::size_t>(others + 1);
  view.comparison.same_classes = *rc::gen::arbitrary<bool>();
  return view;
}

/// What a map shows, whatever else is compared with it.
View alone(View view) {
  view.comparison = {};
  return view;
}

std::vector<View> shown_maps(const View& view) {
  std::vector<View> maps;
  for (std::size_t map = 0; map < map_count(view); ++map) maps.push_back(alone(view_of_map(view, map)));
  return maps;
}

Command some_command(const core::Dataset& data, std::size_t maps) {
  using namespace commands;
  const auto map = below<std::size_t>(maps + 1);  // one of which there is none
  switch (below<int>(9)) {
    case 0: return add_map();
    case 1: return add_map(some_map(data));
    case 2: return remove_map(map);
    case 3: return make_map_first(map);
    case 4: return in_map(map, set_sector(below<std::size_t>(data.sectors.size())));
    case 5: return in_map(map, set_period(below<std::size_t>(data.periods.size())));
    case 6: return set_same_classes(*rc::gen::arbitrary<bool>());
    case 7: return set_swiped_with(map);
    default: return end_comparison();
  }
}

RC_GTEST_PROP(Comparison, OfTheFirstMapIsTheDocumentItself, ()) {
  const Document document{two_years(), some_view(*two_years()->dataset)};
  const Document first = document_of(document, 0);
  RC_ASSERT(first.data == document.data);
  RC_ASSERT(first.view == document.view);
}

RC_GTEST_PROP(Comparison, AMapThatComesFirstLeavesWhatEachShows, ()) {
  const View view = some_view(*two_years()->dataset);
  const auto map = below<std::size_t>(map_count(view));
  auto expected = shown_maps(view);
  std::swap(expected.front(), expected[map]);
  RC_ASSERT(shown_maps(view_of_map(view, map)) == expected);
  RC_ASSERT(shown_maps(view_of_map(view_of_map(view, map), map)) == shown_maps(view));
}

RC_GTEST_PROP(Comparison, ComesBackFromAFile, ()) {
  const Document document{two_years(), some_view(*two_years()->dataset)};
  const auto stored = stored_view_of(view_text(document), "generated.vicinia");
  RC_ASSERT(stored.has_value());
  const auto view = view_on(*stored, *document.data->dataset);
  RC_ASSERT(view.has_value());
  RC_ASSERT(*view == document.view);
}

RC_GTEST_PROP(Comparison, EveryStepCanBeTakenBackAndDoneAgain, ()) {
  Workspace workspace(two_years());
  std::vector<View> views{workspace.view()};
  for (int step = 0; step < 12; ++step) {
    const View before = workspace.view();
    const auto done = workspace.apply(some_command(workspace.dataset(), map_count(before)));
    RC_ASSERT(map_count(workspace.view()) >= 1u);
    RC_ASSERT(map_count(workspace.view()) <= most_compared_maps);
    RC_ASSERT(workspace.view().comparison.swiped_with < map_count(workspace.view()));
    for (std::size_t map = 0; map < map_count(workspace.view()); ++map)
      RC_ASSERT(make_choropleth(document_of(workspace.document(), map)).has_value());
    if (!done) RC_ASSERT(workspace.view() == before);
    if (workspace.view() != before) views.push_back(workspace.view());
  }
  RC_ASSERT(workspace.position() + 1 == views.size());
  for (const auto name : workspace.history())
    for (const Language language : {Language::vi, Language::en})
      RC_ASSERT(!command_text(name, language).empty());
  for (std::size_t i = views.size(); i-- > 1;) {
    RC_ASSERT(workspace.view() == views[i]);
    workspace.undo();
  }
  RC_ASSERT(workspace.view() == views.front());
  workspace.go_to(views.size() - 1);
  RC_ASSERT(workspace.view() == views.back());
}

RC_GTEST_PROP(Comparison, ACommandOnAMapChangesThatMapAlone, ()) {
  Workspace workspace(two_years());
  RC_ASSERT(workspace.apply(commands::open_view(some_view(workspace.dataset()))).has_value());
  const auto before = shown_maps(workspace.view());
  const auto map = below<std::size_t>(before.size());
  const auto sector = below<std::size_t>(workspace.dataset().sectors.size());
  RC_ASSERT(workspace.apply(commands::in_map(map, commands::set_sector(sector))).has_value());
  auto expected = before;
  expected[map].sector = sector;
  RC_ASSERT(shown_maps(workspace.view()) == expected);
}

RC_GTEST_PROP(Comparison, IsCarriedOverToTheSameDataReadAgain, ()) {
  static const auto again = opened(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "matrix-long");
  Workspace workspace(two_years());
  View view = some_view(workspace.dataset());
  RC_ASSERT(workspace.apply(commands::open_view(view)).has_value());
  RC_ASSERT(workspace.apply(commands::open_dataset(again)).has_value());
  RC_ASSERT(workspace.view().comparison == view.comparison);
}

TEST(Comparison, OnOtherDataLosesTheMapsWhoseSectorIsNotThere) {
  Workspace workspace(vietnam_2007());
  const auto count = workspace.dataset().sectors.size();
  for (const std::size_t sector : {std::size_t{1}, count - 1, std::size_t{2}})
    ASSERT_TRUE(workspace.apply(commands::add_map(ComparedMap{.sector = sector})));
  ASSERT_TRUE(workspace.apply(commands::set_swiped_with(3)));
  ASSERT_TRUE(workspace.apply(commands::open_dataset(mini())));
  const Comparison& carried = workspace.view().comparison;
  ASSERT_EQ(carried.others.size(), 2u);
  EXPECT_EQ(workspace.dataset().sectors[carried.others[1].sector].code, "III");
  EXPECT_EQ(carried.swiped_with, 2u) << "it is still that map";
  workspace.undo();
  EXPECT_EQ(map_count(workspace.view()), 4u);
}

TEST(Comparison, AnotherMapBeginsAsTheLastOneAndThereAreSixAtMost) {
  Workspace workspace(two_years());
  ASSERT_TRUE(workspace.apply(commands::set_variable(Variable::employees)));
  ASSERT_TRUE(workspace.apply(commands::add_map()));
  EXPECT_EQ(workspace.view().comparison.others[0].variable, Variable::employees);
  ASSERT_TRUE(workspace.apply(commands::in_map(1, commands::set_sector(2))));
  for (std::size_t maps = 3; maps <= most_compared_maps; ++maps) {
    ASSERT_TRUE(workspace.apply(commands::add_map()));
    EXPECT_EQ(workspace.view().comparison.others.back().sector, 2u);
  }
  const auto refused = workspace.apply(commands::add_map());
  ASSERT_FALSE(refused);
  EXPECT_EQ(error_text(refused.error(), Language::en),
            "More than 6 maps cannot be compared. Take one away first.");
  EXPECT_EQ(map_count(workspace.view()), most_compared_maps);
}

TEST(Comparison, ABreakOfOneMapIsThatOfAllMapsOfTheVariable) {
  Workspace workspace(two_years());
  ASSERT_TRUE(workspace.apply(commands::add_map(ComparedMap{.sector = 1})));
  ASSERT_TRUE(workspace.apply(commands::add_map(ComparedMap{.variable = Variable::employees})));
  const Classification own{.method = core::stats::ClassMethod::manual, .manual_breaks = {0.5, 1, 3}};
  ASSERT_TRUE(workspace.apply(commands::in_map(1, commands::set_classification(own))));
  EXPECT_EQ(workspace.view().classification(), own) << "the first shows the same variable";
  EXPECT_EQ(document_of(workspace.document(), 1).view.classification(), own);
  EXPECT_EQ(document_of(workspace.document(), 2).view.classification(), Classification{});
}

TEST(Comparison, RulesAreThoseOfTheFirstMapUntilAMapHasItsOwn) {
  Workspace workspace(two_years());
  ASSERT_TRUE(workspace.apply(commands::add_map()));
  AgglomerationSettings settings = workspace.view().agglomerations;
  settings.rules.lq_min = 1.5;
  ASSERT_TRUE(workspace.apply(commands::set_agglomerations(settings)));
  EXPECT_EQ(view_of_map(workspace.view(), 1).agglomerations.rules.lq_min, 1.5);
  settings.rules.lq_min = 3;
  ASSERT_TRUE(workspace.apply(commands::in_map(1, commands::set_agglomerations(settings))));
  EXPECT_EQ(workspace.view().agglomerations.rules.lq_min, 1.5);
  EXPECT_EQ(view_of_map(workspace.view(), 1).agglomerations.rules.lq_min, 3);
  ASSERT_TRUE(workspace.apply(commands::follow_first_rules(1)));
  EXPECT_EQ(view_of_map(workspace.view(), 1).agglomerations.rules.lq_min, 1.5);
}

RC_GTEST_PROP(Comparison, MapsOfOneVariableHaveTheClassesOfAllTheirValuesTogether, ()) {
  Document document{two_years(), some_view(*two_years()->dataset)};
  document.view.comparison.same_classes = true;
  std::map<Variable, std::vector<double>> together;
  for (std::size_t map = 0; map < map_count(document.view); ++map) {
    Document single{document.data, alone(view_of_map(document.view, map))};
    const auto choropleth = make_choropleth(single);
    RC_ASSERT(choropleth.has_value());
    for (const auto unit : choropleth->units)
      if (const core::Cell cell = choropleth->values[unit].value; cell.state() == core::CellState::value)
        together[single.view.variable].push_back(cell.number());
  }
  for (std::size_t map = 0; map < map_count(document.view); ++map) {
    const Document shown = document_of(document, map);
    const auto choropleth = make_choropleth(shown);
    RC_ASSERT(choropleth.has_value());
    const auto& info = core::values::info_of(shown.view.variable);
    const Classification& wanted = shown.view.classification();
    const auto expected = core::stats::classify(
        together[shown.view.variable],
        {.method = wanted.method, .classes = wanted.classes, .pivot = info.pivot, .decimals = info.decimals});
    RC_ASSERT(expected.has_value());
    RC_ASSERT(choropleth->classes.bounds == expected->bounds);
    for (const double number : together[shown.view.variable]) {
      RC_ASSERT(number >= choropleth->classes.bounds.front());
      RC_ASSERT(number <= choropleth->classes.bounds.back());
    }
  }
}

TEST(Comparison, ClassesInCommonFollowTheOtherMaps) {
  Workspace workspace(two_years());
  ASSERT_TRUE(workspace.apply(commands::add_map(ComparedMap{.sector = 1})));
  Touched heard;
  workspace.listen([&](const Touched& touched) { heard = touched; });
  ASSERT_TRUE(workspace.apply(commands::in_map(1, commands::set_sector(2))));
  EXPECT_TRUE(heard.comparison);
  EXPECT_FALSE(heard.colours()) << "the first map is as it was";
  ASSERT_TRUE(workspace.apply(commands::set_same_classes(true)));
  EXPECT_TRUE(heard.colours());
  ASSERT_TRUE(workspace.apply(commands::in_map(1, commands::set_sector(3))));
  EXPECT_TRUE(heard.colours());
  EXPECT_NE(legend_subtitle(workspace.document(), Language::en).find("of all maps"), std::string::npos);
}

TEST(Comparison, OfAnOlderFileIsNoneAndAWrongOneIsAnErrorThatNamesItsPlace) {
  const auto data = two_years();
  const auto view = [&](const std::string& comparison) {
    return view_on({.json = R"({"sector":"I","variable":"lq")" + comparison + "}"}, *data->dataset);
  };
  EXPECT_EQ(map_count(*view("")), 1u);
  const auto brief = view(R"(,"comparison":{"maps":[{"sector":"II"},{}]})");
  ASSERT_TRUE(brief);
  EXPECT_EQ(brief->comparison.others[0].sector, 1u);
  EXPECT_EQ(brief->comparison.others[1].period, brief->period) << "what is left out is as on the first map";
  const auto field_of = [&](const std::string& comparison) {
    const auto opened = view(R"(,"comparison":)" + comparison);
    EXPECT_FALSE(opened);
    return opened ? "" : opened.error().subject.field;
  };
  EXPECT_EQ(field_of(R"({"maps":[{"sector":"XL"}]})"), "comparison.sector");
  EXPECT_EQ(field_of(R"({"maps":[{},{},{},{},{},{}]})"), "comparison.maps");
  EXPECT_EQ(field_of(R"({"maps":[{}],"swiped_with":3})"), "comparison.swiped_with");
  EXPECT_EQ(field_of(R"({"maps":7})"), "comparison.maps");
  EXPECT_EQ(field_of(R"({"maps":[{},7]})"), "comparison.maps");
  EXPECT_EQ(field_of("[]"), "comparison");
}

class ComparisonPage : public testing::Test {
 protected:
  ComparisonPage()
      : contiguity_(std::make_shared<const Contiguity>(*Contiguity::build(*data_->dataset))),
        sources_(*write_sources(*data_->dataset, folder_.path())) {}

  [[nodiscard]] static PageOptions options(bool both = false) {
    return {.figure = {.language = Language::en, .date = "2026-02-01"}, .second_language = both};
  }
  [[nodiscard]] gis::map::FigureSpec page(const View& view, bool both = false) const {
    const auto pages = FigurePages::lay_out({data_, view}, contiguity_,
                                            {.kind = FigureKind::comparison, .language = Language::en});
    EXPECT_TRUE(pages && pages->size() == 1);
    auto made = pages->page(0, sources_, options(both));
    EXPECT_TRUE(made) << (made ? "" : error_text(made.error(), Language::en));
    return *made;
  }

  std::shared_ptr<const OpenDataset> data_ = vietnam_2007();
  TemporaryFolder folder_;
  std::shared_ptr<const Contiguity> contiguity_;
  MapSources sources_;
};

TEST_F(ComparisonPage, HasAPanelForEachMapWithItsNameAndItsLegend) {
  View view;
  view.comparison.others = {ComparedMap{.sector = 3}, ComparedMap{.sector = 4}};
  const auto figure = page(view);
  ASSERT_EQ(figure.panels.size(), 3u);
  EXPECT_EQ(figure.title, "Location quotient (LQ)");
  EXPECT_EQ(figure.panels[1].title, name_of(data_->dataset->sectors[3], Language::en));
  EXPECT_TRUE(figure.legend.entries.empty());
  for (std::size_t map = 0; map < 3; ++map) {
    auto alone = make_figure_page(document_of({data_, view}, map), sources_, *contiguity_,
                                  {.figure = options().figure, .north_arrow = false});
    ASSERT_TRUE(alone);
    scale_symbols(alone->map, compared_symbols_share);
    EXPECT_EQ(figure.panels[map].map, alone->map)
        << "the map is the one that is exported alone, outlines and all";
    EXPECT_EQ(figure.panels[map].legend.title, alone->legend.title);
    EXPECT_EQ(figure.panels[map].legend.entries.size(), alone->legend.entries.size());
  }
  EXPECT_EQ(std::set<std::string>(figure.notes.begin(), figure.notes.end()).size(), figure.notes.size())
      << "what holds of all maps is said once";
  const auto reopened = view_on(*stored_view_of(figure.view, "page.pdf"), *data_->dataset);
  ASSERT_TRUE(reopened);
  EXPECT_EQ(reopened->comparison, view.comparison);
}

TEST_F(ComparisonPage, HasOneLegendWhereTheClassesAreTheSame) {
  View view;
  view.comparison = {.others = {ComparedMap{.sector = 3}}, .same_classes = true};
  const auto figure = page(view);
  EXPECT_FALSE(figure.legend.entries.empty());
  for (const auto& panel : figure.panels) EXPECT_TRUE(panel.legend.entries.empty());
  for (const auto& entry : figure.legend.entries) EXPECT_TRUE(entry.count.empty()) << entry.label;
  view.comparison.others[0].variable = Variable::employees;
  EXPECT_TRUE(page(view).legend.entries.empty());
}

TEST_F(ComparisonPage, IsCalledByWhatTheMapsHaveInCommonInBothLanguages) {
  View view;
  view.comparison.others = {ComparedMap{.variable = Variable::employees}};
  EXPECT_EQ(comparison_names({data_, view}, Language::en).common,
            name_of(data_->dataset->sectors[0], Language::en));
  const auto figure = page(view, true);
  EXPECT_EQ(figure.second_title, name_of(data_->dataset->sectors[0], Language::vi));
  EXPECT_NE(figure.panels[1].title.find("Lao động"), std::string::npos);
  view.comparison.others = {ComparedMap{.sector = 2, .variable = Variable::employees}};
  EXPECT_EQ(comparison_names({data_, view}, Language::vi).common, "So sánh các bản đồ");
  core::agglomeration::Rules strict;
  strict.lq_min = 2;
  view.comparison.others = {ComparedMap{.rules = strict}};
  EXPECT_NE(comparison_names({data_, view}, Language::en).maps[1].find("LQ from 2"), std::string::npos);
}

TEST_F(ComparisonPage, OfASeriesHasNoComparison) {
  View view;
  view.comparison = {.others = {ComparedMap{.sector = 3}}, .same_classes = true};
  const auto with = FigurePages::lay_out({data_, view}, contiguity_, {.kind = FigureKind::series});
  const auto without = FigurePages::lay_out({data_, {}}, contiguity_, {.kind = FigureKind::series});
  ASSERT_TRUE(with && without);
  const auto page_with = with->page(2, sources_, options()),
             page_without = without->page(2, sources_, options());
  ASSERT_TRUE(page_with && page_without);
  EXPECT_EQ(*page_with, *page_without);
}

}  // namespace
}  // namespace vicinia::workspace
