// The data set in another frame of units: the list of 2007 in the 34 provinces of 2025, and a matrix that is summed.

#include <set>

#include "fixture.h"
#include "support/levelled_country.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/tables/variable_table.h"

namespace vicinia::workspace {
namespace {

using core::Cell;
using core::indicators::Measure;

const std::string frame_34 = "2025-07-01";

double ground_of(const core::Dataset& data, core::admin::Level level) {
  double sum = 0;
  for (const auto unit : data.frame.at_level(level)) sum += *core::geom::area_m2(data.areas[unit]);
  return sum;
}

TEST(VietNamIn34Provinces, HasThemAllOnTheSameGround) {
  const auto own = vietnam_2007();
  const auto shown = in_frame(own, frame_34);
  ASSERT_TRUE(shown) << error_text(shown.error(), Language::en);
  const core::Dataset& data = *(*shown)->dataset;
  EXPECT_EQ(data.frame.size(), 34u);
  EXPECT_EQ(data.frame.levels().size(), 1u);
  EXPECT_EQ(data.provenance.boundary_vintage, "2025-07-01");
  for (const auto& area : data.areas) EXPECT_FALSE(area.empty());
  EXPECT_NEAR(ground_of(data, {0}) / ground_of(*own->dataset, {0}), 1, 1e-9);
  EXPECT_TRUE((*shown)->findings.size() == own->findings.size()) << "nothing is left out";
}

TEST(VietNamIn34Provinces, KnowsFromTheListNoMoreThanWhatItNames) {
  const auto own = vietnam_2007();
  Document document{*in_frame(own, frame_34), {.frame = frame_34}};
  const core::Dataset& data = *document.data->dataset;
  const auto hcmc = *data.frame.find("79");
  EXPECT_EQ(data.frame[hcmc].name_vi, "Hồ Chí Minh");
  double listed = 0;
  const std::set<std::string> before{"79", "74", "77"};
  for (const auto& o : own->dataset->observations.rows())
    if (o.sector == 0 && before.contains(own->dataset->frame[o.unit].parent_code))
      listed += o.counts.employees.number();
  const auto employees = core::values::values_of(evidence_of(document), 0, Measure::employees);
  ASSERT_TRUE(employees);
  EXPECT_EQ((*employees)[hcmc].value, Cell::not_published())
      << "districts that are not listed have employees too";
  ASSERT_TRUE((*employees)[hcmc].range);
  EXPECT_EQ((*employees)[hcmc].range->low, listed);
  const auto lq = core::values::values_of(evidence_of(document), 0, Measure::location_quotient);
  EXPECT_EQ((*lq)[hcmc].value, Cell::not_published());
  ASSERT_TRUE((*lq)[hcmc].range);
  EXPECT_LT((*lq)[hcmc].range->low, (*lq)[hcmc].range->high);
  const auto notes = provenance_notes(data, Language::vi);
  EXPECT_TRUE(std::ranges::any_of(notes, [](const std::string& note) {
    return note.starts_with("Khung đơn vị: 34 tỉnh, thành phố từ 01/7/2025");
  }));
}

TEST(VietNamIn34Provinces, IsAStepOfTheHistoryThatForgetsCodesOfTheOtherFrame) {
  Workspace workspace(vietnam_2007());
  ASSERT_TRUE(workspace.apply(commands::set_province(*workspace.dataset().frame.find("52"))));
  const View before = workspace.view();
  ASSERT_TRUE(workspace.apply(commands::set_frame(frame_34)));
  EXPECT_EQ(workspace.dataset().frame_id, frame_34);
  EXPECT_EQ(workspace.view().province, std::nullopt) << "52 was Bình Định and is Gia Lai";
  ASSERT_TRUE(workspace.apply(commands::set_sector(3)));
  workspace.undo();
  workspace.undo();
  EXPECT_EQ(workspace.view(), before);
  EXPECT_EQ(workspace.dataset().frame_id, "");
  workspace.redo();
  EXPECT_EQ(workspace.dataset().frame.size(), 34u);
  ASSERT_TRUE(workspace.apply(commands::set_frame("")));
  EXPECT_EQ(workspace.dataset().frame.at_level({0}).size(), 63u);
  EXPECT_EQ(workspace.apply(commands::set_frame("1900")).error().code, core::ErrorCode::unknown_name);
}

TEST(VietNamIn34Provinces, IsKeptByAViewFileAndAnOlderOneOpensInTheOwnFrame) {
  const TemporaryFolder folder;
  Workspace workspace(vietnam_2007());
  const auto plain = workspace.document();
  ASSERT_TRUE(save_view(plain, folder.path() / "own.vicinia"));
  ASSERT_TRUE(workspace.apply(commands::set_frame(frame_34)));
  ASSERT_TRUE(workspace.apply(commands::select_unit(*workspace.dataset().frame.find("75"))));
  ASSERT_TRUE(save_view(workspace.document(), folder.path() / "new.vicinia"));
  Workspace other(vietnam_2007());
  const auto stored = read_view_file(folder.path() / "new.vicinia");
  ASSERT_TRUE(stored);
  const auto view = view_on(*stored, other.dataset());
  ASSERT_TRUE(view) << error_text(view.error(), Language::en);
  ASSERT_TRUE(other.apply(commands::open_view(*view)));
  EXPECT_EQ(other.dataset().frame[*other.view().selected.current()].name_vi, "Đồng Nai");
  const auto old = read_view_file(folder.path() / "own.vicinia");
  EXPECT_EQ(old->json.find("\"frame\""), std::string::npos);
  ASSERT_TRUE(other.apply(commands::open_view(*view_on(*old, *vietnam_2007()->dataset))));
  EXPECT_EQ(other.dataset().frame_id, "");
}

TEST(VietNamIn34Provinces, AreNeighboursAndAgglomerationsOfThemAreLookedFor) {
  const Document document{*in_frame(vietnam_2007(), frame_34), {.frame = frame_34}};
  const auto contiguity = Contiguity::build(*document.data->dataset);
  ASSERT_TRUE(contiguity);
  EXPECT_EQ(contiguity->units().size(), 34u);
  EXPECT_TRUE(find_agglomerations(document, *contiguity));
}

/// Four communes become three units: two whole ones joined, the others in halves.
test::LevelledCountry divided() {
  return {.levels = {"commune"},
          .coarsest = 4,
          .more_keys = R"(, "frames": [{"id": "later", "vintage": "2026-01-01",
"levels": [{"id": "commune", "units": {"file": "units.csv"}}], "crosswalk": {"file": "crosswalk.csv"}}])"};
}

TEST(AMatrixInAnotherFrame, IsSummedAndWhatWasDividedSaysThatItIsEstimated) {
  const TemporaryFolder folder;
  test::write_country(folder.path(), divided());
  std::ofstream(folder.path() / "units.csv") << "code,name_vi\nx,X\ny,Y\nz,Z\n";
  std::ofstream(folder.path() / "crosswalk.csv")
      << "from,to,weight,kind\nc00,x,1,whole\nc01,x,,\nc02,y,0.5,part\nc02,z,0.5,part\nc03,y,0.25,\nc03,z,0.75,\n";
  Workspace workspace(opened(folder.path()));
  ASSERT_TRUE(workspace.apply(commands::set_frame("later")));
  ASSERT_TRUE(workspace.apply(commands::set_variable(core::values::Variable::employees)));
  const auto csv = values_table(workspace.document()).map(&ValueTable::csv);
  ASSERT_TRUE(csv);
  EXPECT_NE(csv->find("x,X,X,,,,I,Textile,2024,,employees,21,,,,computed,"), std::string::npos) << *csv;
  EXPECT_NE(csv->find("y,Y,Y,,,,I,Textile,2024,,employees,9.25,,,,estimated,"), std::string::npos) << *csv;
  EXPECT_EQ(workspace.document().data->findings.back().code, core::ErrorCode::areas_left_out);
  EXPECT_NE(error_text(workspace.document().data->findings.back(), Language::en).find("2"),
            std::string::npos);
}

TEST(ACrosswalk, ThatDoesNotFitLeavesItsFrameOutAndSaysWhyInBothLanguages) {
  const TemporaryFolder folder;
  test::write_country(folder.path(), divided());
  std::ofstream(folder.path() / "units.csv") << "code,name_vi\nx,X\n";
  const std::string good = "from,to,weight,kind\nc00,x,1,whole\nc01,x,1,\nc02,x,1,\n";
  const std::vector<std::pair<std::string, core::ErrorCode>> cases{
      {"c03,w,1,\n", core::ErrorCode::unknown_unit},
      {"c03,x,0.9,\n", core::ErrorCode::crosswalk_weights},
      {"c03,x,2,\n", core::ErrorCode::invalid_argument},
      {"c03,x,1,part\n", core::ErrorCode::crosswalk_kind},
      {"c00,x,1,\n", core::ErrorCode::crosswalk_row_twice},
      {"", core::ErrorCode::crosswalk_gap}};
  for (const auto& [row, code] : cases) {
    std::ofstream(folder.path() / "crosswalk.csv") << good << row;
    const auto data = opened(folder.path());
    EXPECT_TRUE(data->dataset->frames.empty()) << row;
    ASSERT_EQ(data->findings.size(), 1u) << row;
    const core::Finding& finding = data->findings[0];
    EXPECT_EQ(finding.code, code) << row;
    EXPECT_TRUE(finding.subject.file.ends_with("crosswalk.csv")) << row;
    if (!row.empty()) {
      EXPECT_EQ(finding.subject.row, 5u) << row;
    }
    for (const Language language : {Language::vi, Language::en}) {
      const std::string text = error_text(finding, language);
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
      EXPECT_NE(text.find("crosswalk.csv"), std::string::npos) << text;
    }
  }
}

TEST(ACrosswalk, ThatCannotBeReadIsAnErrorOfItsRow) {
  const TemporaryFolder folder;
  test::write_country(folder.path(), divided());
  std::ofstream(folder.path() / "units.csv") << "code,name_vi\nx,X\n";
  for (const char* row : {"c00,x,ten,\n", "c00,x,1,half\n"}) {
    std::ofstream(folder.path() / "crosswalk.csv") << "from,to,weight,kind\n" << row;
    const auto data = load(folder.path());
    ASSERT_FALSE(data) << row;
    EXPECT_EQ(data.error().subject.row, 2u) << row;
    EXPECT_EQ(error_text(data.error(), Language::vi).find('{'), std::string::npos) << row;
  }
}

}  // namespace
}  // namespace vicinia::workspace
