#include <gmock/gmock.h>

#include <algorithm>

#include "fixture.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::workspace {
namespace {

gis::map::FigureSpec figure_of(const Document& document, Language language) {
  const TemporaryFolder folder;
  const auto sources = write_sources(*document.data->dataset, folder.path());
  return make_figure_spec(document, *make_choropleth(document), *sources,
                          {.file = "f.pdf", .language = language});
}

bool any_note_has(const gis::map::FigureSpec& figure, const std::string& text) {
  return std::ranges::any_of(figure.notes,
                             [&](const std::string& n) { return n.find(text) != std::string::npos; });
}

TEST(Figure, SaysSourceVintageDenominatorAndThatAreasAreApproximate) {
  const auto figure = figure_of({vietnam_2007(), {}}, Language::en);
  EXPECT_TRUE(any_note_has(figure, "UNIDO"));
  EXPECT_TRUE(any_note_has(figure, "Enterprise Survey 2007"));
  EXPECT_TRUE(any_note_has(figure, "1 August 2008"));
  EXPECT_TRUE(any_note_has(figure, "all employment"));
  EXPECT_TRUE(any_note_has(figure, "approximate district areas"));
  EXPECT_TRUE(any_note_has(figure, "SHA-256"));
}

TEST(Figure, IsInVietnameseThroughoutWhenAsked) {
  const auto figure = figure_of({vietnam_2007(), {}}, Language::vi);
  EXPECT_EQ(figure.title, "Dệt, may – Thương số vị trí (LQ)");
  EXPECT_TRUE(any_note_has(figure, "1/8/2008"));
  EXPECT_TRUE(any_note_has(figure, "phạm vi huyện gần đúng"));
  std::vector<std::string> labels;
  for (const auto& entry : figure.legend.entries) labels.push_back(entry.label);
  EXPECT_THAT(labels, testing::IsSupersetOf({"không công bố", "Lao động: 20.000"}));
  EXPECT_EQ(labels.back(), "mâu thuẫn với các số khác");
}

TEST(Figure, OfTheWholeCountryCarriesBothArchipelagosAndOfAProvinceNeither) {
  Document document{vietnam_2007(), {}};
  const auto national = figure_of(document, Language::vi);
  ASSERT_EQ(national.island_insets.size(), 2u);
  EXPECT_EQ(national.island_insets[0].label, "Quần đảo Hoàng Sa");
  document.view.province = *find_province(*document.data->dataset, "74");
  EXPECT_TRUE(figure_of(document, Language::vi).island_insets.empty());
}

TEST(Figure, FormatFollowsTheExtensionInAnyCase) {
  EXPECT_EQ(*figure_format_of("a/b.PDF"), gis::map::FigureFormat::pdf);
  EXPECT_EQ(*figure_format_of("b.svg"), gis::map::FigureFormat::svg);
  EXPECT_EQ(*figure_format_of("b.png"), gis::map::FigureFormat::png);
  EXPECT_EQ(*figure_format_of("b.tif"), gis::map::FigureFormat::tiff);
  EXPECT_EQ(*figure_format_of("b.TIFF"), gis::map::FigureFormat::tiff);
  EXPECT_EQ(*figure_format_of("b.qgz"), gis::map::FigureFormat::project);
  EXPECT_EQ(figure_format_of("b.docx").error().code, core::ErrorCode::unsupported_format);
  EXPECT_EQ(figure_format_of("b").error().code, core::ErrorCode::unsupported_format);
}

}  // namespace
}  // namespace vicinia::workspace
