#include "vicinia/gis/protocol/convert.h"

#include <gtest/gtest.h>

namespace vicinia::test {
namespace {

using namespace gis::map;
using gis::protocol::from_message;
using gis::protocol::to_message;

/// Every member differs from its default and from its neighbours: one that is forgotten or mixed up shows.
MapSpec full_map() {
  GraduatedLayer choropleth;
  choropleth.source = "a";
  choropleth.name = "Dệt may";
  choropleth.values = {1.5, -2, 0};
  choropleth.states = {ValueState::value, ValueState::outside, ValueState::undefined};
  choropleth.classes = {{1, 2, {FillPattern::solid, {1, 2, 3, 4}, {5, 6, 7, 8}}, "một"},
                        {2, 3, {FillPattern::hatched, {9, 10, 11, 12}, {13, 14, 15, 16}}, "hai"}};
  choropleth.has_zero_class = true;
  choropleth.zero = {0.1, 0.2, {FillPattern::none, {17, 18, 19, 20}, {21, 22, 23, 24}}, "không"};
  choropleth.not_published = {0.3, 0.4, {FillPattern::hatched, {25, 26, 27, 28}, {29, 30, 31, 32}}, "chưa"};
  choropleth.undefined = {0.5, 0.6, {FillPattern::solid, {33, 34, 35, 36}, {37, 38, 39, 40}}, "?"};
  choropleth.outside_fill = {FillPattern::hatched, {41, 42, 43, 44}, {45, 46, 47, 48}};
  choropleth.border = {{49, 50, 51, 52}, 0.7, true};
  choropleth.slot = Slot::hatches;
  CategoricalLayer categorical;
  static_cast<AreaLayer&>(categorical) = choropleth;
  categorical.slot = Slot::symbols;
  categorical.categories = {{{FillPattern::hatched, {1, 2, 3, 4}, {5, 6, 7, 8}}, "một"},
                            {{FillPattern::solid, {9, 10, 11, 12}, {13, 14, 15, 16}}, "hai"}};
  categorical.categories_of = {1, 0, 1};
  OutlineLayer outline{"b",
                       "Tỉnh",
                       {3, 1, 2},
                       {{53, 54, 55, 56}, 0.8, true},
                       {{57, 58, 59, 60}, 0.9, false},
                       {FillPattern::solid, {61, 62, 63, 64}, {65, 66, 67, 68}},
                       Slot::base};
  LabelLayer label{"c",  "Tên", "name_en",        {7, 8},           9.5,
                   true, true,  {69, 70, 71, 72}, {73, 74, 75, 76}, 1e6,
                   9,    true,  {{1, 2}, {3, 4}}, Slot::marks};
  MapSpec spec{"EPSG:32648",
               {1, 2, 3, 4},
               800,
               600,
               144,
               {73, 74, 75, 76},
               {{"a", "/tmp/a.fgb", "abc"}, {"b", "/tmp/b.fgb", "def"}},
               {},
               {{1, 2, 3, 4}, {5, 6, 7, 8}}};
  LineLayer line{"Cụm",
                 {{{1, 2}, {3.5, 4}}, {{5, 6}, {7, 8}, {5, 6}}},
                 {{77, 78, 79, 80}, 0.5, false},
                 {{81, 82, 83, 84}, 1.5, true},
                 "d",
                 {4, 2},
                 Slot::areas};
  BadgeLayer badges{"Mâu thuẫn",
                    {"!", 3.5, 2.5, {85, 86, 87, 88}, {89, 90, 91, 92}, 0.3, {{93, 94, 95, 96}, 0.4, true}},
                    {{1, 2}, {3.5, 4}},
                    Slot::labels,
                    true};
  PointLayer points{"p",
                    "Cảng",
                    {5, 6},
                    {MarkerShape::diamond, 2.5, {97, 98, 99, 100}, {{101, 102, 103, 104}, 0.2, true}},
                    Slot::base};
  const ProportionalSymbolLayer symbols{"s",
                                        "Lao động",
                                        {1.5, -2},
                                        {ValueState::value, ValueState::not_published},
                                        7,
                                        8,
                                        0.5,
                                        points.marker,
                                        choropleth.classes,
                                        {0.25, -7},
                                        {MarkerShape::triangle, 1.5, {1, 2, 3, 4}, {{5, 6, 7, 8}, 0.1, true}},
                                        "chưa",
                                        Slot::outlines};
  spec.layers = {choropleth, categorical, outline, label, line, badges, points, symbols};
  return spec;
}

TEST(Convert, AMapSurvivesTheJourney) {
  const MapSpec spec = full_map();
  const auto back = from_message(to_message(spec));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, spec);
}

TEST(Convert, AFigureSurvivesTheJourney) {
  FigureSpec spec;
  spec.map = full_map();
  spec.page = {420, 297};
  spec.format = FigureFormat::svg;
  spec.dpi = 72;
  spec.title = "Tiêu đề";
  spec.subtitle = "Phụ đề";
  spec.legend = {
      "Chú giải",
      "Phương pháp",
      {{{FillPattern::hatched, {1, 2, 3, 4}, {5, 6, 7, 8}}, "dưới 1", "12"},
       {{}, "cụm", "3", {{{1, 2, 3, 4}, 2, true}, {{5, 6, 7, 8}, 1, false}}},
       {{}, "dấu", "4", {}, {"?", 2, 1, {1, 2, 3, 4}, {5, 6, 7, 8}, 0.5, {{9, 10, 11, 12}, 0.6, false}}},
       {.label = "chấm", .marker = {MarkerShape::cross, 3, {1, 2, 3, 4}, {{5, 6, 7, 8}, 0.7, true}}}}};
  spec.notes = {"Nguồn", "Khung"};
  spec.island_insets = {{"Hoàng Sa"}, {"Trường Sa"}};
  spec.author = "A";
  spec.subject = "S";
  spec.language = "en";
  spec.file = "/tmp/x.svg";
  spec.margin_mm = 7;
  spec.type = {1.1, 1.2, 1.3};
  spec.second_title = "Title";
  spec.second_subtitle = "Subtitle";
  spec.second_notes = {"Source", "Frame"};
  spec.zoom_insets = {{{1, 2, 3, 4}, "Hà Nội"}};
  spec.overview = spec.map;
  spec.chart = {"<svg/>", 1.5};
  spec.table = {0.4, "Bảng", {{"Huyện", false}, {"LQ", true}}, {{"Bến Cát", "4,7"}, {"x"}}, "{n}"};
  spec.graticule = true;
  spec.north_letter = "B";
  spec.template_file = "/tmp/x.qpt";
  spec.view = "{}";
  spec.panels = {{"I", spec.map, spec.legend}, {"II", spec.map, {}}};
  const auto back = from_message(to_message(spec));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, spec);
}

TEST(Convert, AReportSurvivesTheJourney) {
  const ReportSpec spec{.page = {148, 210},
                        .title = "Kiểm tra",
                        .subtitle = "Phụ đề",
                        .blocks = {ReportHeading{"I"}, ReportParagraph{"Đoạn", true},
                                   ReportTable{{{"Dòng", 2, true}, {"Nơi", 3, false}},
                                               {{{"587", "Bến Cát"}, true}, {{"", "x"}, false}}}},
                        .source = "Nguồn",
                        .page_text = "{page}/{pages}",
                        .creator = "C",
                        .file = "/tmp/x.pdf"};
  const auto back = from_message(to_message(spec));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, spec);
  gis::protocol::message::ReportSpec without_kind;
  without_kind.add_blocks();
  EXPECT_FALSE(from_message(without_kind));
}

TEST(Convert, EveryErrorCodeTravelsByName) {
  for (std::size_t index = 0; index < core::error_code_count; ++index) {
    const core::Error error{.code = static_cast<core::ErrorCode>(index),
                            .subject = {.file = "f", .field = "g", .id = "h"},
                            .detail = "d"};
    const core::Error back = from_message(to_message(error));
    EXPECT_EQ(back.code, error.code);
    EXPECT_EQ(back.subject, error.subject);
    EXPECT_EQ(back.detail, error.detail);
  }
}

TEST(Convert, AnUnknownErrorIsInternalAndKeepsItsName) {
  gis::protocol::message::Failure failure;
  failure.set_code("gone_fishing");
  const core::Error error = from_message(failure);
  EXPECT_EQ(error.code, core::ErrorCode::internal);
  EXPECT_NE(error.detail.find("gone_fishing"), std::string::npos);
}

TEST(Convert, RefusesWhatNoMapCanHold) {
  gis::protocol::message::MapSpec without_kind;
  without_kind.add_layers();
  EXPECT_FALSE(from_message(without_kind));
  gis::protocol::message::MapSpec bad_state;
  bad_state.add_layers()->mutable_graduated()->mutable_areas()->set_states("\x09");
  EXPECT_FALSE(from_message(bad_state));
  gis::protocol::message::MapSpec bad_symbols;
  bad_symbols.add_layers()->mutable_proportional_symbols()->set_states("\x09");
  EXPECT_FALSE(from_message(bad_symbols));
  gis::protocol::message::MapSpec bad_slot;
  bad_slot.add_layers()->mutable_line();
  bad_slot.mutable_layers(0)->set_slot(static_cast<gis::protocol::message::Slot>(slot_count));
  EXPECT_FALSE(from_message(bad_slot));
}

}  // namespace
}  // namespace vicinia::test
