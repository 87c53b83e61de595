#include "vicinia/workspace/document/view_file.h"

#include <fstream>
#include <iterator>

#include "fixture.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace {
namespace {

View busy_view(const core::Dataset& data) {
  View view;
  view.sector = 2;
  view.variable = core::values::Variable::employees;
  view.classifications[1] = {
      .method = core::stats::ClassMethod::manual, .classes = 5, .manual_breaks = {10, 500}};
  view.classifications[0].classes = 7;
  view.palettes = {.plain = Palette::cividis, .pivoted = Palette::prgn};
  view.selected = Selection(*data.frame.find("761"));
  view.province = *data.frame.find("79");
  view.extent = gis::map::Extent{1.25, 2, 3.5, 4};
  view.labels = false;
  view.outlines = false;
  view.agglomerations = {.rules = {.lq_min = 1.25,
                                   .size = {.scope = core::agglomeration::SizeRule::Scope::unit,
                                            .employees_min = 500,
                                            .enterprises_min = 3,
                                            .sector_share_pct_min = 0.1},
                                   .link = {.corners = true, .min_length_m = 250}},
                         .tolerance_m = 20};
  const auto unit = [&](const char* code) {
    return static_cast<core::topology::UnitIndex>(*data.frame.find(code));
  };
  view.agglomerations.links = {.linked = {{unit("760"), unit("761")}}, .cut = {{unit("762"), unit("763")}}};
  view.own_rule = {.lq = {.min = 1.5, .max = 20}, .employees = {.min = 1000}, .fdi_share_pct = {.max = 50}};
  return view;
}

TEST(ViewFile, ComesBackAsItWasSaved) {
  const TemporaryFolder folder;
  const auto data = vietnam_2007();
  const Document document{data, busy_view(*data->dataset)};
  ASSERT_TRUE(save_view(document, folder.path() / "v.vicinia"));
  const auto stored = read_view_file(folder.path() / "v.vicinia");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->content_hash, data->dataset->content_hash);
  EXPECT_EQ(stored->dataset_folder, data->folder);
  const auto view = view_on(*stored, *data->dataset);
  ASSERT_TRUE(view);
  EXPECT_EQ(*view, document.view);
}

TEST(ViewFile, FindsItsDataFromAnyFolder) {
  const TemporaryFolder folder;
  std::filesystem::copy(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini", folder.path() / "data",
                        std::filesystem::copy_options::recursive);
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  ASSERT_TRUE(save_view({opened("data"), {}}, "v.vicinia"));
  std::filesystem::current_path(here);
  EXPECT_EQ(read_view_file(folder.path() / "v.vicinia")->dataset_folder, folder.path() / "data");
  std::ofstream(folder.path() / "by-hand.vicinia")
      << R"({"format":"vicinia-view","version":1,"dataset":"data","sector":"I","measure":"lq"})";
  EXPECT_EQ(read_view_file(folder.path() / "by-hand.vicinia")->dataset_folder, folder.path() / "data");
}

TEST(ViewFile, OnDataThatLacksItsSectorIsAnErrorThatNamesIt) {
  const TemporaryFolder folder;
  const auto data = vietnam_2007();
  View view;
  view.sector = 21;
  ASSERT_TRUE(save_view({data, view}, folder.path() / "v.vicinia"));
  const auto on_mini = view_on(*read_view_file(folder.path() / "v.vicinia"), *mini()->dataset);
  ASSERT_FALSE(on_mini);
  EXPECT_EQ(on_mini.error().code, core::ErrorCode::bad_document);
  EXPECT_EQ(on_mini.error().detail, "XXII");
}

TEST(ViewFile, AnOwnRuleThatMakesNoSenseIsAnErrorThatNamesItsCriterion) {
  const auto data = mini();
  StoredView stored{.json =
                        R"({"sector":"I","measure":"lq","own_rule":{"sme_share_pct":{"min":60,"max":40}}})"};
  EXPECT_EQ(view_on(stored, *data->dataset).error().subject.field, "own_rule.sme_share_pct");
  stored.json = R"({"sector":"I","measure":"lq","own_rule":{"lq":{"min":"high"}}})";
  EXPECT_EQ(view_on(stored, *data->dataset).error().code, core::ErrorCode::bad_document);
  stored.json = R"({"sector":"I","measure":"lq"})";
  EXPECT_EQ(view_on(stored, *data->dataset)->own_rule, core::indicators::grades::OwnRule{})
      << "files of before have none";
}

TEST(ViewFile, APaletteThatIsNotThereIsAnErrorAndOlderFilesHaveTheUsualOnes) {
  const auto data = mini();
  const auto view = [&](const std::string& palettes) {
    return view_on({.json = R"({"sector":"I","measure":"lq")" + palettes + "}"}, *data->dataset);
  };
  EXPECT_EQ(view("")->palettes, PaletteChoice{});
  EXPECT_EQ(view(R"(,"palettes":{"pivoted":"viridis"})")->palettes,
            (PaletteChoice{.pivoted = Palette::viridis}));
  const auto unknown = view(R"(,"palettes":{"plain":"rainbow"})");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, core::ErrorCode::bad_document);
  EXPECT_EQ(unknown.error().subject.field, "palettes.plain");
  EXPECT_EQ(unknown.error().detail, "rainbow");
  EXPECT_EQ(view(R"(,"palettes":{"plain":"puor"})").error().subject.field, "palettes.plain")
      << "it needs a middle";
  EXPECT_EQ(view(R"(,"palettes":{"plain":3})").error().code, core::ErrorCode::bad_document);
}

TEST(ViewFile, OfAnOlderVersionHasSymbolsOnlyWhereItAskedForThem) {
  const Document document{vietnam_2007(), {}};
  const auto opened = [&](const std::string& version, const std::string& symbols) {
    std::string text = view_text(document);
    text.replace(text.find("\"version\":3"), 11, "\"version\":" + version + symbols);
    return view_on(*stored_view_of(text, "old.vicinia"), *document.data->dataset)->symbols;
  };
  EXPECT_EQ(opened("2", ""), false);
  EXPECT_EQ(opened("2", ",\"symbols\":true"), true);
  EXPECT_EQ(opened("3", ""), std::nullopt);
  EXPECT_EQ(opened("3", ",\"symbols\":false"), false);
}

TEST(ViewFile, DamagedFilesAreErrors) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_view_file(folder.path() / "none.vicinia").error().code, core::ErrorCode::file_not_found);
  for (const char* text : {"", "{", "[]", "{}", R"({"format":"vicinia-view","version":9})",
                           R"({"format":"vicinia-view","version":1})"}) {
    std::ofstream(folder.path() / "bad.vicinia") << text;
    const auto stored = read_view_file(folder.path() / "bad.vicinia");
    ASSERT_FALSE(stored) << text;
    EXPECT_EQ(stored.error().code, core::ErrorCode::bad_document) << text;
  }
}

TEST(ViewFile, AFailedSaveLeavesTheOldFileWhole) {
  const auto data = mini();
  EXPECT_EQ(save_view({data, {}}, "/nowhere/v.vicinia").error().code, core::ErrorCode::file_not_writable);
  const TemporaryFolder folder;
  const auto file = folder.path() / "v.vicinia";
  ASSERT_TRUE(save_view({data, {}}, file));
  std::ifstream in(file);
  const std::string before{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::create_directory(folder.path() / "taken.vicinia");
  EXPECT_FALSE(save_view({data, {}}, folder.path() / "taken.vicinia"));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2)
      << "no temporary file is left";
  EXPECT_FALSE(before.empty());
}

TEST(ViewFile, OfDataInAFolderThatJsonCannotNameIsNotSavedAndSaysWhy) {
  auto open = std::make_shared<OpenDataset>(*mini());
  open->folder = std::filesystem::path("/data/d\xff");
  const TemporaryFolder folder;
  const auto saved = save_view({open, {}}, folder.path() / "v.vicinia");
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, core::ErrorCode::file_not_writable);
  EXPECT_NE(error_text(saved.error(), Language::vi).find("UTF-8"), std::string::npos);
}

TEST(ViewFile, ThatLooksFurtherThanTheEarthIsRefused) {
  const auto data = mini();
  const TemporaryFolder folder;
  View far;
  far.extent = gis::map::Extent{-3e8, -3e8, 3e8, 3e8};
  ASSERT_TRUE(save_view({data, far}, folder.path() / "v.vicinia"));
  const auto stored = read_view_file(folder.path() / "v.vicinia");
  ASSERT_TRUE(stored);
  EXPECT_EQ(view_on(*stored, *data->dataset).error().code, core::ErrorCode::bad_document);
}

}  // namespace
}  // namespace vicinia::workspace
