// Sectors that are parts of others: one level is shown and summed, and the user chooses which.
#include <fstream>

#include "fixture.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/figures/figure_page.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::workspace {
namespace {

/// The small example with a class, its two groups, and a class that is not divided.
std::shared_ptr<const OpenDataset> nested(const TemporaryFolder& folder) {
  std::filesystem::copy(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini", folder.path(),
                        std::filesystem::copy_options::recursive);
  std::ofstream(folder.path() / "sectors.csv") << "sector_no,name_en,name_vi\n13,Textiles,Dệt\n131,Spinning,"
                                                  "Kéo sợi\n132,Weaving,Dệt vải\n15,Leather,Da giày\n";
  std::ofstream rows(folder.path() / "observations.csv");
  rows << "unit_code,sector_no,employees\n";
  const struct {
    const char* unit;
    int whole, spinning, weaving, leather;
  } units[] = {{"11", 1000, 600, 400, 100}, {"12", 100, 50, 50, 900}, {"21", 800, 500, 300, 200},
               {"22", 50, 50, 0, 950},      {"31", 0, 0, 0, 1000},    {"32", 300, 200, 100, 700}};
  for (const auto& u : units)
    rows << u.unit << ",13," << u.whole << '\n'
         << u.unit << ",131," << u.spinning << '\n'
         << u.unit << ",132," << u.weaving << '\n'
         << u.unit << ",15," << u.leather << '\n';
  rows.close();
  return opened(folder.path());
}

double value(const Workspace& workspace, const char* sector, const char* unit,
             core::indicators::Indicator indicator) {
  const auto of_sector = SectorIndicators::compute(period_indicators_of(workspace.document()),
                                                   *find_sector(workspace.dataset(), sector));
  return of_sector->at(*workspace.dataset().frame.find(unit), indicator).value.number();
}

TEST(SectorLevel, QuotientsAreTheSameAtEveryLevelThatCoversAll) {
  const TemporaryFolder folder;
  Workspace workspace(nested(folder));
  using core::indicators::Indicator;
  for (std::size_t level = 2; level >= 1; --level) {
    ASSERT_TRUE(workspace.apply(commands::set_sector_level(level)));
    EXPECT_EQ(workspace.dataset().sector_level, level);
    // 15 over 13 + 15, whichever way 13 is divided.
    EXPECT_NEAR(value(workspace, "15", "31", Indicator::location_quotient), 6100.0 / 3850, 1e-12);
    EXPECT_NEAR(value(workspace, "15", "12", Indicator::location_quotient), 0.9 * 6100 / 3850, 1e-12);
    EXPECT_NEAR(value(workspace, "15", "11", Indicator::district_share), 100.0 / 11, 1e-12);
  }
}

TEST(SectorLevel, IsAStepOfTheHistoryAndKeepsTheSectorAsFarAsItIsThere) {
  const TemporaryFolder folder;
  Workspace workspace(nested(folder));
  EXPECT_EQ(workspace.dataset().sector_level, 2u) << "the finest complete one";
  ASSERT_TRUE(workspace.apply(commands::set_sector(*find_sector(workspace.dataset(), "132"))));
  ASSERT_TRUE(workspace.apply(commands::set_sector_level(1)));
  EXPECT_EQ(workspace.dataset().sectors[workspace.view().sector].code, "13") << "what it is a part of";
  ASSERT_TRUE(workspace.apply(commands::set_sector_level(2)));
  EXPECT_EQ(workspace.dataset().sectors[workspace.view().sector].code, "131") << "its first part";
  workspace.undo();
  workspace.undo();
  EXPECT_EQ(workspace.dataset().sector_level, 2u);
  EXPECT_EQ(workspace.dataset().sectors[workspace.view().sector].code, "132");
  workspace.redo();
  EXPECT_EQ(workspace.dataset().sector_level, 1u);
  const auto none = workspace.apply(commands::set_sector_level(3));
  ASSERT_FALSE(none);
  EXPECT_EQ(error_text(none.error(), Language::en),
            "There is no sector level 3: the table has 2. Choose a level from 1, the coarsest, to 2.");
}

TEST(SectorLevel, StandsInTheViewFileAndInTheNotesOfFigures) {
  const TemporaryFolder folder, views;
  Workspace workspace(nested(folder));
  const std::string usual = view_text(workspace.document());
  ASSERT_TRUE(workspace.apply(commands::set_sector_level(1)));
  const std::string coarse = view_text(workspace.document());
  const std::vector<std::string> notes = provenance_notes(workspace.dataset(), Language::vi);
  EXPECT_NE(std::ranges::find(notes, "Ngành: cấp 1 trong 2 cấp"), notes.end());
  for (const auto& [text, level] : {std::pair{usual, 2u}, std::pair{coarse, 1u}, std::pair{usual, 2u}}) {
    const auto stored = stored_view_of(text, "v");
    ASSERT_TRUE(stored);
    const auto view = view_on(*stored, workspace.dataset());
    ASSERT_TRUE(view);
    ASSERT_TRUE(workspace.apply(commands::open_view(*view)));
    EXPECT_EQ(workspace.dataset().sector_level, level);
    EXPECT_EQ(workspace.dataset().sectors[workspace.view().sector].code, level == 2 ? "131" : "13");
  }
}

TEST(PeriodOfAFigure, StandsInTheTitleWhereThereIsMoreThanOne) {
  const TemporaryFolder folder;
  std::filesystem::copy(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini", folder.path(),
                        std::filesystem::copy_options::recursive);
  const auto title = [&](const std::string& rows, Language language, const std::string& own = {}) {
    std::ofstream(folder.path() / "observations.csv") << "unit_code,sector_no,period,employees\n" << rows;
    const auto data = opened(folder.path());
    const Document document{data, {.period = data->dataset->periods.size() - 1}};
    const auto choropleth = make_choropleth(document);
    FigureOptions options;
    options.language = language;
    options.title = own;
    const auto figure = make_figure_spec(document, *choropleth, {}, options);
    return figure.title + "|" + figure.subtitle;
  };
  EXPECT_EQ(title("11,I,2007,5\n", Language::en),
            "Food products – Location quotient (LQ)|Example survey 2007");
  EXPECT_EQ(title("11,I,IV-2007,5\n11,I,I-2008,5\n", Language::en),
            "Food products – Location quotient (LQ), I-2008|Example survey 2007");
  EXPECT_EQ(title("11,I,2007,5\n11,I,2008p,5\n", Language::vi),
            "Chế biến thực phẩm – Thương số vị trí (LQ), 2008p (sơ bộ)|Điều tra ví dụ 2007");
  EXPECT_EQ(title("11,I,2007,5\n11,I,Prel. 2008,5\n", Language::en),
            "Food products – Location quotient (LQ), Prel. 2008|Example survey 2007");
  EXPECT_EQ(title("11,I,2007,5\n11,I,2008,5\n", Language::en, "Mine"), "Mine|Example survey 2007, 2008")
      << "never left out";
}

TEST(Find, APeriodIsFoundByAnyLabelOfItsTime) {
  core::Dataset data;
  data.periods = {"Quý III/2007", "Quý IV/2007", "I-2008"};
  EXPECT_EQ(*find_period(data, "2007-Q4"), 1u);
  EXPECT_EQ(*find_period(data, "Q1 2008"), 2u);
  EXPECT_EQ(*find_period(data, "quy iii/2007"), 0u);
  EXPECT_FALSE(find_period(data, "2007"));
}

}  // namespace
}  // namespace vicinia::workspace
