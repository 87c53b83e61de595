#include "vicinia/workspace/figures/figure_outlines.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "fixture.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/maps/outline_style.h"

namespace vicinia::workspace {
namespace {

using gis::map::LabelLayer;
using gis::map::LineLayer;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

class FigureOutlines : public testing::Test {
 protected:
  [[nodiscard]] gis::map::FigureSpec figure(Language language = Language::en) const {
    const TemporaryFolder folder;
    const auto sources = write_sources(*workspace_.document().data->dataset, folder.path());
    auto figure = make_figure_spec(workspace_.document(), *make_choropleth(workspace_.document()), *sources,
                                   {.file = "f.pdf", .language = language});
    const auto added = add_outlines(figure, workspace_.document(), contiguity_, language);
    EXPECT_TRUE(added);
    return figure;
  }
  [[nodiscard]] static std::vector<LineLayer> lines(const gis::map::FigureSpec& figure) {
    std::vector<LineLayer> lines;
    for (const gis::map::Layer& layer : figure.map.layers)
      if (const auto* line = std::get_if<LineLayer>(&layer)) lines.push_back(*line);
    return lines;
  }
  [[nodiscard]] static std::vector<std::string> line_rows(const gis::map::FigureSpec& figure) {
    std::vector<std::string> rows;
    for (const gis::map::LegendEntry& entry : figure.legend.entries)
      if (!entry.lines.empty()) rows.push_back(entry.label + (entry.count.empty() ? "" : ": " + entry.count));
    return rows;
  }
  [[nodiscard]] core::admin::UnitIndex unit(const char* code) const {
    return *workspace_.dataset().frame.find(code);
  }

  Workspace workspace_{vietnam_2007()};
  Contiguity contiguity_ = *Contiguity::build(workspace_.dataset());
};

TEST_F(FigureOutlines, ShowTheOneAcrossProvincesThickerAndTheBoundaryThatItCrosses) {
  const auto spec = figure();
  EXPECT_THAT(line_rows(spec), ElementsAre("Agglomeration: 6", "Agglomeration across provinces: 1",
                                           "Province boundary that it crosses"));
  const auto layers = lines(spec);
  ASSERT_EQ(layers.size(), 5u);  // two halos, the boundary, two outlines
  const LineLayer &plain = layers[3], &crossing = layers[4], &crossed = layers[2];
  EXPECT_GE(plain.lines.size(), 6u);
  EXPECT_GT(crossing.stroke.width_mm, plain.stroke.width_mm);
  EXPECT_GT(crossed.casing.width_mm, crossing.stroke.width_mm);
}

TEST_F(FigureOutlines, LieBeneathTheNames) {
  const auto spec = figure();
  const auto is_line = [](const gis::map::Layer* layer) { return std::holds_alternative<LineLayer>(*layer); };
  const auto is_label = [](const gis::map::Layer* layer) {
    return std::holds_alternative<LabelLayer>(*layer);
  };
  const auto order = gis::map::drawing_order(spec.map);
  const auto first_label = std::ranges::find_if(order, is_label);
  ASSERT_NE(first_label, order.end());
  EXPECT_GT(std::count_if(order.begin(), first_label, is_line), 0);
  EXPECT_TRUE(std::none_of(first_label, order.end(), is_line));
}

TEST_F(FigureOutlines, HoldThePassesOfTheDrawingThatTheWindowPaintsWithAllTheirArcs) {
  const auto reports = *find_agglomerations(workspace_.document(), contiguity_);
  const auto outlines = agglomeration_lines(workspace_.dataset(), contiguity_, reports);
  const auto drawing = outline_drawing(reports, outlines, drawn_agglomerations(reports, std::nullopt));
  const auto layers = lines(figure());
  ASSERT_EQ(layers.size(), drawing.passes.size());
  const double share = layers.front().stroke.width_mm / drawing.passes.front().stroke.width_mm;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const auto& [group, stroke, casing] = drawing.passes[i];
    EXPECT_EQ(layers[i].name, outline_text(drawing.groups[group].kind, Language::en));
    EXPECT_EQ(layers[i].stroke, outline_style::scaled(stroke, share)) << i;
    EXPECT_EQ(layers[i].casing, outline_style::scaled(casing, share)) << i;
    ASSERT_EQ(layers[i].lines.size(), drawing.groups[group].arcs.size()) << i;
    for (std::size_t arc = 0; arc < layers[i].lines.size(); ++arc) {
      const auto& topology = contiguity_.topology();
      const auto points = topology.points_of(topology.arcs()[drawing.groups[group].arcs[arc].arc]);
      EXPECT_EQ(layers[i].lines[arc].front(), (gis::map::Position{points.front().x(), points.front().y()}));
      EXPECT_EQ(layers[i].lines[arc].back(), (gis::map::Position{points.back().x(), points.back().y()}));
    }
  }
}

TEST_F(FigureOutlines, OfASelectedAgglomerationAreDrawnAboveAllOthersAndOnlyOnce) {
  const auto reports = *find_agglomerations(workspace_.document(), contiguity_);
  const auto outlines = agglomeration_lines(workspace_.dataset(), contiguity_, reports);
  const auto all = drawn_agglomerations(reports, std::nullopt);
  const auto arcs_of = [](const OutlineDrawing& drawing) {
    std::size_t arcs = 0;
    for (const auto& group : drawing.groups) arcs += group.arcs.size();
    return arcs;
  };
  const std::size_t without = arcs_of(outline_drawing(reports, outlines, all));
  for (const std::size_t selected : all) {
    const auto drawing = outline_drawing(reports, outlines, all, selected);
    EXPECT_EQ(arcs_of(drawing), without);
    const auto& top = drawing.passes.back();
    EXPECT_EQ(top.stroke, outline_style::selected_agglomeration);
    EXPECT_EQ(drawing.groups[top.group].arcs.size(), outlines[selected].border.size());
  }
}

TEST_F(FigureOutlines, MarksByHandAreLayersOfTheSameSizeInMillimetresAtEveryScale) {
  const auto a = static_cast<core::topology::UnitIndex>(unit("761")),
             b = static_cast<core::topology::UnitIndex>(unit("762"));
  const auto marks = hand_marks(workspace_.dataset(), contiguity_, {.linked = {{a, b}}, .cut = {{a, b}}});
  for (const double metres_per_mm : {100.0, 1300.0, 6800.0}) {
    const auto layers = hand_mark_layers(marks, metres_per_mm, Language::en);
    ASSERT_EQ(layers.size(), 3u);
    const auto& ends = std::get<gis::map::BadgeLayer>(layers[1]);
    EXPECT_EQ(ends.at.size(), 2u);
    EXPECT_EQ(ends.badge, outline_style::link_end());
    const auto& cross = std::get<LineLayer>(layers[2]).lines.front();
    EXPECT_NEAR((cross.back().x - cross.front().x) / metres_per_mm, 2 * outline_style::cut_reach_mm, 1e-9);
    for (const auto& layer : layers) EXPECT_LT(gis::map::slot_of(layer), gis::map::Slot::labels);
  }
  EXPECT_TRUE(hand_mark_layers({}, 1000, Language::en).empty());
}

TEST_F(FigureOutlines, OfAProvinceAreThoseThatReachIntoIt) {
  ASSERT_TRUE(workspace_.apply(commands::set_province(*find_province(workspace_.dataset(), "74"))));
  EXPECT_THAT(line_rows(figure()),
              ElementsAre("Agglomeration across provinces: 1", "Province boundary that it crosses"));
}

TEST_F(FigureOutlines, CanBeLeftOut) {
  ASSERT_TRUE(workspace_.apply(commands::set_outlines(false)));
  const auto spec = figure();
  EXPECT_TRUE(lines(spec).empty());
  EXPECT_TRUE(line_rows(spec).empty());
  EXPECT_THAT(spec.notes, testing::Not(Contains(HasSubstr("Agglomerations"))));
}

TEST_F(FigureOutlines, LinksAndCutsByHandAreDrawnCountedInTheRulesAndInTheLegend) {
  ASSERT_TRUE(workspace_.apply(commands::link_units(unit("760"), unit("769"))));
  ASSERT_TRUE(workspace_.apply(commands::cut_units(unit("761"), unit("762"))));
  const auto spec = figure();
  EXPECT_THAT(line_rows(spec), Contains("Linked by hand"));
  EXPECT_THAT(line_rows(spec), Contains("Cut by hand"));
  EXPECT_THAT(spec.notes, Contains(HasSubstr("1 linked by hand; 1 cut by hand")));
}

TEST_F(FigureOutlines, SayTheRulesInBothLanguages) {
  AgglomerationSettings settings{
      .rules = {.lq_min = 1.25,
                .size = {.scope = core::agglomeration::SizeRule::Scope::whole, .employees_min = 5000},
                .link = {.corners = true, .min_length_m = 1500}},
      .tolerance_m = 20};
  EXPECT_EQ(
      rules_text(settings, Language::en),
      "LQ from 1.25; from 5,000 employees in the whole; linked by borders or corners; longer than 1.50 km; borders matched within 20 m");
  EXPECT_EQ(
      rules_text(settings, Language::vi),
      "LQ từ 1,25; từ 5.000 lao động của cả quần tụ; nối qua cạnh hoặc đỉnh chung; dài hơn 1,50 km; ranh giới khớp trong khoảng 20 m");
  EXPECT_EQ(rules_text({}, Language::en), "LQ from 1; linked by borders");
  EXPECT_THAT(figure(Language::vi).notes, Contains("Quần tụ: LQ từ 1; nối qua ranh giới chung"));
}

TEST_F(FigureOutlines, MarksByHandBeginAndEndInsideTheirUnits) {
  const auto a = static_cast<core::topology::UnitIndex>(unit("761")),
             b = static_cast<core::topology::UnitIndex>(unit("762"));
  const auto marks = hand_marks(workspace_.dataset(), contiguity_, {.linked = {{a, b}}, .cut = {{a, b}}});
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_TRUE(core::geom::covers(workspace_.dataset().areas[a], marks[0].from));
  EXPECT_TRUE(core::geom::covers(workspace_.dataset().areas[b], marks[0].to));
  EXPECT_TRUE(marks[1].is_cut);
}

}  // namespace
}  // namespace vicinia::workspace
