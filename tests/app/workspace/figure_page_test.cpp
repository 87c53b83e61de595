#include <algorithm>
#include <fstream>
#include <set>

#include "fixture.h"
#include "support/levels.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/figures/figure_page.h"
#include "vicinia/workspace/figures/figure_series.h"
#include "vicinia/workspace/figures/figure_view.h"
#include "vicinia/workspace/figures/grey_print.h"

namespace vicinia::workspace {
namespace {

using gis::map::FigureSpec;
using gis::map::OutlineLayer;

class FigurePage : public testing::Test {
 protected:
  FigurePage()
      : document_{vietnam_2007(), {}},
        contiguity_(*Contiguity::build(*document_.data->dataset)),
        sources_(*write_sources(*document_.data->dataset, folder_.path())) {}

  [[nodiscard]] FigureSpec page(PageOptions options = {}) const {
    if (options.figure.date.empty()) options.figure.date = "2026-02-01";
    auto figure = make_figure_page(document_, sources_, contiguity_, options);
    EXPECT_TRUE(figure) << (figure ? "" : error_text(figure.error(), Language::en));
    return figure ? *figure : FigureSpec{};
  }
  [[nodiscard]] const core::Dataset& data() const { return *document_.data->dataset; }

  TemporaryFolder folder_;
  Document document_;
  Contiguity contiguity_;
  MapSources sources_;
};

TEST_F(FigurePage, ShowsTheSelectedUnitWithItsNameAsTheScreenDoes) {
  document_.view.selected = Selection(*find_unit(data(), "761"));
  const FigureSpec figure = page();
  const auto found = std::ranges::find_if(figure.map.layers, [](const gis::map::Layer& layer) {
    const auto* outline = std::get_if<OutlineLayer>(&layer);
    return outline != nullptr && outline->name == "selection";
  });
  ASSERT_NE(found, figure.map.layers.end());
  const auto& outline = std::get<OutlineLayer>(*found);
  ASSERT_EQ(outline.features.size(), 1u);
  EXPECT_EQ(sources_.of(tests::district_level).units[outline.features[0]],
            *document_.view.selected.current());
  EXPECT_TRUE(std::all_of(found + 1, figure.map.layers.end(), [](const gis::map::Layer& layer) {
    return !std::holds_alternative<gis::map::LineLayer>(layer);
  })) << "an outline of an agglomeration covers it";
  EXPECT_TRUE(std::ranges::any_of(figure.legend.entries,
                                  [](const auto& entry) { return entry.label == "Quận 12, Hồ Chí Minh"; }));
}

TEST_F(FigurePage, ItsLegendHoldsOnlyWhatTheMapShows) {
  for (const auto& entry : page().legend.entries) EXPECT_NE(entry.count, "0") << entry.label;
}

TEST_F(FigurePage, InBothLanguagesNothingIsSaidOnceOnly) {
  PageOptions options{.second_language = true, .zoom_insets = true, .table = true};
  const FigureSpec figure = page(options);
  EXPECT_EQ(figure.title, "Dệt, may – Thương số vị trí (LQ)");
  EXPECT_EQ(figure.second_title, "Textile and Garment – Location quotient (LQ)");
  EXPECT_EQ(figure.notes.size(), figure.second_notes.size());
  EXPECT_EQ(figure.notes.back(),
            "Dữ liệu: SHA-256 " + data().content_hash.substr(0, 12) + "; vẽ bằng Vicinia, 1/2/2026");
  EXPECT_EQ(figure.second_notes.back(),
            "Data: SHA-256 " + data().content_hash.substr(0, 12) + "; drawn by Vicinia, 1 February 2026");
  EXPECT_TRUE(std::ranges::any_of(figure.legend.entries, [](const auto& entry) {
    return entry.label == "không công bố\nnot published";
  }));
  EXPECT_EQ(figure.table.title, "Các quần tụ trên bản đồ\nAgglomerations on the map");
  ASSERT_EQ(figure.zoom_insets.size(), 2u);
  EXPECT_EQ(figure.zoom_insets[1].label, "Hà Nội và đồng bằng sông Hồng\nHà Nội and the Red River Delta");
}

TEST_F(FigurePage, ATemplateThatIsNotThereIsToldWithThoseThatAre) {
  const auto figure = make_figure_page(document_, sources_, contiguity_, {.template_id = "a5"});
  ASSERT_FALSE(figure);
  EXPECT_EQ(figure.error().code, core::ErrorCode::unknown_name);
  EXPECT_NE(figure.error().detail.find("half-page"), std::string::npos);
}

TEST_F(FigurePage, ZoomsAreForTheCountryAndAnOverviewIsForItsParts) {
  PageOptions options{.zoom_insets = true, .overview = true};
  EXPECT_EQ(page(options).zoom_insets.size(), 2u);
  EXPECT_FALSE(page(options).overview);
  document_.view.province = *find_province(data(), "74");
  EXPECT_TRUE(page(options).zoom_insets.empty());
  EXPECT_TRUE(page(options).overview);
}

TEST_F(FigurePage, AViewComesBackFromAFigureAsItWas) {
  document_.view.sector = 4;
  document_.view.variable = core::values::Variable::employees;
  document_.view.selected = Selection(*find_unit(data(), "761"));
  document_.view.extent = gis::map::Extent{5e5, 1.2e6, 7e5, 1.4e6};
  document_.view.agglomerations.rules.lq_min = 1.5;
  document_.view.classifications[1] = {.method = core::stats::ClassMethod::manual, .manual_breaks = {10, 20}};
  const std::string text = page().view;
  EXPECT_EQ(text.find(document_.data->folder.string()), std::string::npos)
      << "where the data lie is nobody's business";
  const auto stored = stored_view_of(text, "figure.pdf");
  ASSERT_TRUE(stored);
  const auto view = view_on(*stored, data());
  ASSERT_TRUE(view);
  EXPECT_EQ(*view, document_.view);
}

TEST_F(FigurePage, AViewIsFoundInsideAnyFileAndItsLackIsTold) {
  const auto file = folder_.path() / "x.bin";
  std::ofstream(file, std::ios::binary)
      << std::string("\0\1junk", 6)
      << "<vicinia:view>eyJmb3JtYXQiOiJ2aWNpbmlhLXZpZXciLCJ2ZXJzaW9uIjoxfQ==</vicinia:view>" << '\0';
  const auto stored = view_from_figure(file);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->json, R"({"format":"vicinia-view","version":1})");
  std::ofstream(file, std::ios::binary) << "%PDF-1.4 of another program";
  EXPECT_EQ(view_from_figure(file).error().code, core::ErrorCode::bad_document);
  std::ofstream(file, std::ios::binary) << "<vicinia:view>ey#</vicinia:view>";
  EXPECT_EQ(view_from_figure(file).error().code, core::ErrorCode::bad_document);
  EXPECT_EQ(view_from_figure(folder_.path() / "none.pdf").error().code, core::ErrorCode::file_not_found);
}

TEST_F(FigurePage, ASeriesHasTheSameClassesThroughoutWhenAsked) {
  const auto items =
      series_items(document_, contiguity_, {.per = SeriesPer::sector, .same_classes = true}, Language::vi);
  ASSERT_TRUE(items);
  ASSERT_EQ(items->size(), 22u);
  std::set<std::vector<std::string>> inner;
  std::set<std::string> stems;
  for (const SeriesItem& item : *items) {
    const auto choropleth = make_choropleth(item.document);
    ASSERT_TRUE(choropleth);
    std::vector<std::string> breaks;
    for (std::size_t i = 1; i + 1 < choropleth->classes.bounds.size(); ++i)
      breaks.push_back(std::to_string(choropleth->classes.bounds[i]));
    inner.insert(breaks);
    stems.insert(item.file_stem);
  }
  EXPECT_EQ(inner.size(), 1u);
  EXPECT_EQ(stems.size(), 22u);
  const auto page = make_series_page(items->front(), sources_, contiguity_, {});
  ASSERT_TRUE(page);
  EXPECT_EQ(page->legend.subtitle, "Phân vị của mọi bản đồ, tách tại 1");
}

TEST_F(FigurePage, ASeriesOfProvincesHasTheSameScaleWhenAsked) {
  const auto items =
      series_items(document_, contiguity_, {.per = SeriesPer::province, .same_scale = true}, Language::vi);
  ASSERT_TRUE(items);
  EXPECT_EQ(items->size(), 63u);
  for (const SeriesItem& item : *items) {
    EXPECT_NEAR(item.document.view.extent->width(), items->front().document.view.extent->width(), 1e-6);
    EXPECT_NEAR(item.document.view.extent->height(), items->front().document.view.extent->height(), 1e-6);
  }
}

TEST(FileStem, IsAFileNameWhateverTheNameIs) {
  EXPECT_EQ(file_stem_of("Bà Rịa – Vũng Tàu"), "ba-ria-vung-tau");
  EXPECT_EQ(file_stem_of("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(file_stem_of("🏭"), "figure");
  EXPECT_LE(file_stem_of(std::string(500, 'x')).size(), 60u);
}

TEST_F(FigurePage, ABriefTellsWhatDistrictsAreSpecialisedInAndWithWhomTheyShare) {
  const auto pages = brief_pages(document_, contiguity_);
  ASSERT_TRUE(pages);
  const auto binh_duong = std::ranges::find(*pages, find_province(data(), "74").value(),
                                            [](const BriefPage& page) { return page.province.value_or(0); });
  ASSERT_NE(binh_duong, pages->end());
  const auto figure = make_brief_page(*binh_duong, sources_, contiguity_, {});
  ASSERT_TRUE(figure);
  EXPECT_EQ(figure->title, "Bình Dương: chuyên môn hóa công nghiệp");
  EXPECT_TRUE(std::ranges::any_of(
      figure->table.rows, [](const auto& row) { return row[4].find("Đồng Nai") != std::string::npos; }));
  EXPECT_EQ(std::ranges::count_if(*pages, [](const BriefPage& page) { return !page.province; }), 22);
}

TEST(GreyPrint, LightnessIsThatOfCie) {
  EXPECT_NEAR(lightness({0, 0, 0}), 0, 1e-9);
  EXPECT_NEAR(lightness({255, 255, 255}), 100, 1e-6);
  EXPECT_NEAR(lightness({119, 119, 119}), 50, 0.2);
}

TEST_F(FigurePage, AWarningNamesClassesThatLookAlikeInGrey) {
  document_.view.variable = core::values::Variable::employees;
  EXPECT_EQ(grey_print_warning(document_, *make_choropleth(document_), Language::en), "")
      << "five classes of one ramp";
  document_.view.classifications[1].classes = 20;
  EXPECT_NE(grey_print_warning(document_, *make_choropleth(document_), Language::en).find("look alike"),
            std::string::npos);
}

TEST_F(FigurePage, OfASeriesTheFirstPageThatLosesClassesInGreyIsNamedOnce) {
  const auto items = series_items(document_, contiguity_, {.per = SeriesPer::sector}, Language::en);
  ASSERT_TRUE(items);
  std::vector<NamedPage> pages;
  for (const SeriesItem& item : *items) pages.push_back({item.name, &item.document});
  EXPECT_EQ(grey_print_warning(pages, Language::en), "");
  std::vector<SeriesItem> finer = *items;
  for (std::size_t i = 0; i < finer.size(); ++i) {
    finer[i].document.view.classifications[0].classes = 7;
    pages[i].document = &finer[i].document;
  }
  const std::string warning = grey_print_warning(pages, Language::en);
  EXPECT_NE(warning.find("(8/22): Printed in grey"), std::string::npos) << warning;
  EXPECT_EQ(warning.find("Printed in grey"), warning.rfind("Printed in grey"));
  EXPECT_TRUE(warning.ends_with(" So it is on one other.")) << warning;
  for (SeriesItem& item : finer) item.document.view.palettes.pivoted = Palette::viridis;
  EXPECT_EQ(grey_print_warning(pages, Language::en), "") << "one ramp from light to dark";
  for (SeriesItem& item : finer) item.document.view.classifications[0].classes = 20;
  EXPECT_NE(grey_print_warning(pages, Language::vi).find("hình khác cũng vậy."), std::string::npos)
      << grey_print_warning(pages, Language::vi);
}

}  // namespace
}  // namespace vicinia::workspace
