// The tolerance of matching borders, from contiguity to words, on districts that lie 60 m and 150 m apart.
#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "fixture.h"
#include "support/apart_data.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/figures/figure_outlines.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/tables/agglomeration_table.h"
#include "vicinia/workspace/tables/robustness_table.h"
#include "vicinia/workspace/words/explanation_text.h"
#include "vicinia/workspace/words/robustness_text.h"
#include "vicinia/workspace/words/tolerance_text.h"

namespace vicinia::workspace {
namespace {

using core::agglomeration::VariedRule;
using core::topology::Border;
using core::topology::BorderKind;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

/// The contiguity knows all that lies within 200 m; the settings choose.
class ApartDistricts : public testing::Test {
 protected:
  [[nodiscard]] const core::Dataset& data() const { return *document_.data->dataset; }
  [[nodiscard]] core::topology::UnitIndex unit(const char* code) const {
    return static_cast<core::topology::UnitIndex>(*data().frame.find(code));
  }
  void match_within(std::optional<double> tolerance_m) {
    document_.view.agglomerations.tolerance_m = tolerance_m;
  }
  [[nodiscard]] std::vector<AgglomerationReport> reports() const {
    return find_agglomerations(document_, contiguity_).value();
  }
  [[nodiscard]] std::vector<std::string> members(const AgglomerationReport& report) const {
    std::vector<std::string> codes;
    for (const auto member : report.found.members) codes.push_back(data().frame[member].code);
    return codes;
  }
  [[nodiscard]] ExplanationText explained(const char* code, Language language = Language::en) const {
    return explanation_text(data(), *explain(document_, contiguity_, unit(code)), language);
  }

  TemporaryFolder folder_;
  Document document_{opened(test::apart_data(folder_.path() / "apart")), {}};
  Contiguity contiguity_ = *Contiguity::build(data(), 200);
};

TEST_F(ApartDistricts, AreLinkedByTheToleranceOfTheSettingsWhateverTheContiguityWasMadeWith) {
  EXPECT_EQ(contiguity_.tolerance_m(), 200);
  match_within(0);
  EXPECT_THAT(reports(), SizeIs(3));
  match_within(100);
  ASSERT_THAT(reports(), SizeIs(2));
  EXPECT_THAT(members(reports()[0]), ElementsAre("11", "12", "21"));
  match_within(150);
  ASSERT_THAT(reports(), SizeIs(1));
  EXPECT_EQ(reports()[0].tolerance_m, 150);
}

TEST_F(ApartDistricts, NameTheAgglomerationsThatDependOnTheToleranceAndHow) {
  match_within(100);
  const auto found = reports();
  EXPECT_TRUE(found[0].depends_on_tolerance());
  EXPECT_THAT(found[0].tolerance.leaving, ElementsAre(unit("21")));
  EXPECT_THAT(found[0].tolerance.joining, ElementsAre(unit("31")));
  EXPECT_EQ(std::round(found[0].tolerance.joins_at_m), 150);
  EXPECT_EQ(tolerance_note(found, Language::en),
            "Agglomerations 1 and 2 depend on matching borders within 100 m.");
  EXPECT_EQ(tolerance_note(found, Language::vi),
            "Các quần tụ 1 và 2 phụ thuộc vào việc khớp ranh giới trong khoảng 100 m.");
  EXPECT_EQ(
      tolerance_effect_text(data(), 0, 3, found[0].tolerance, 100, Language::en),
      "Agglomeration 1 depends on matching borders within 100 m: without that, Three would not be in it. From 150 m on, Four would join.");
  EXPECT_EQ(
      tolerance_effect_text(data(), 0, 3, found[0].tolerance, 100, Language::vi),
      "Quần tụ 1 phụ thuộc vào việc khớp ranh giới trong khoảng 100 m: nếu không, Ba sẽ không thuộc quần tụ. Từ 150 m trở lên, Bốn sẽ nhập vào.");
}

TEST_F(ApartDistricts, StandInTheTablesWithToleranceAndDependence) {
  match_within(100);
  const auto csv = *agglomerations_table(document_, reports()).map(&ValueTable::csv);
  EXPECT_THAT(csv, HasSubstr(",tolerance_m,depends_on_tolerance,period,"));
  EXPECT_THAT(csv, HasSubstr(",100,true,2007,"));
  const auto json = nlohmann::json::parse(*agglomerations_json(document_, reports()));
  EXPECT_EQ(json[0]["tolerance_m"], 100);
  EXPECT_EQ(json[0]["depends_on_tolerance"], true);
  EXPECT_EQ(json[0]["without_tolerance_leave"][0]["code"], "21");
  EXPECT_EQ(json[0]["with_more_tolerance_join"][0]["code"], "31");
}

TEST_F(ApartDistricts, AreExplainedWithTheirDistanceLinkedOrNot) {
  match_within(100);
  const ExplanationText text = explained("21");
  EXPECT_THAT(text.links,
              ElementsAre("Two, Province 1: 10.0 km of border, up to 60 m apart, in the same agglomeration"));
  EXPECT_THAT(
      text.apart,
      ElementsAre("Runs beside Four, Province 3 for 10.0 km, 150 m apart: not linked (tolerance 100 m)."));
  EXPECT_THAT(text.reasons, Contains(StartsWith("Agglomeration 1 depends on matching borders within 100 m")));
  const ExplanationText vi = explained("21", Language::vi);
  EXPECT_THAT(vi.links, ElementsAre("Hai, Tỉnh 1: 10,0 km ranh giới, cách nhau tối đa 60 m, cùng quần tụ"));
  EXPECT_THAT(
      vi.apart,
      ElementsAre("Chạy dọc theo Bốn, Tỉnh 3 trên 10,0 km, cách 150 m: không liên kết (dung sai 100 m)."));
  EXPECT_THAT(plain_text(text, Language::en), HasSubstr("not linked (tolerance 100 m).\n"));
}

TEST_F(ApartDistricts, AreExplainedInJsonWithKindLengthDistanceAndArea) {
  match_within(100);
  const auto json =
      nlohmann::json::parse(*explanation_json(document_, *explain(document_, contiguity_, unit("21"))));
  ASSERT_THAT(json["links"], SizeIs(1));
  EXPECT_EQ(json["links"][0]["kind"], "near");
  EXPECT_NEAR(json["links"][0]["length_m"].get<double>(), 10'000, 1);
  EXPECT_NEAR(json["links"][0]["distance_m"].get<double>(), 60, 1);
  EXPECT_EQ(json["links"][0]["area_m2"], 0);
  ASSERT_THAT(json["not_linked"], SizeIs(1));
  EXPECT_EQ(json["not_linked"][0]["code"], "31");
  EXPECT_EQ(json["tolerance_m"], 100);
  EXPECT_EQ(json["depends_on_tolerance"], true);
}

TEST_F(ApartDistricts, ThatAreLinkedByHandAreNotCalledApart) {
  match_within(100);
  document_.view.agglomerations.links.linked = {{unit("21"), unit("31")}};
  const ExplanationText text = explained("21");
  EXPECT_THAT(text.apart, IsEmpty());
  EXPECT_THAT(text.links, Contains(HasSubstr("linked by hand")));
}

TEST_F(ApartDistricts, MakeTheToleranceARuleThatRobustnessVaries) {
  match_within(100);
  const RobustnessReport report = *assess_robustness(document_, contiguity_);
  EXPECT_EQ(report.grid.size(), 3u * 9 * 4 * 2 * 2);
  ASSERT_THAT(report.tolerance, SizeIs(2));
  EXPECT_TRUE(report.tolerance[0].depends);
  const auto by = survival_by(VariedRule::tolerance_m, report.grid, report.found.agglomerations[0].outcomes);
  ASSERT_THAT(by, SizeIs(3));
  EXPECT_EQ(by[0].value, 0);
  EXPECT_EQ(by[1].value, 100);
  EXPECT_EQ(by[2].value, 200);
  const auto json = nlohmann::json::parse(*robustness_json(document_, report));
  EXPECT_THAT(json[0]["survival_by"]["tolerance_m"], SizeIs(3));
  EXPECT_EQ(json[0]["depends_on_tolerance"], true);
  EXPECT_THAT(*robustness_table(document_, report).map(&ValueTable::csv),
              HasSubstr(",100,true,2007,certainly,certainly\n"));
  EXPECT_THAT(agglomeration_robustness_text(data(), report, 0, Language::en, 5),
              HasSubstr("By the tolerance of matching borders: 0 m "));
  EXPECT_THAT(agglomeration_robustness_text(data(), report, 0, Language::vi, 5),
              HasSubstr("Theo dung sai khớp ranh giới: 0 m "));
}

TEST_F(ApartDistricts, AreToldInTheNotesOfFigures) {
  match_within(100);
  const auto notes = [&](Language language) {
    const auto sources = write_sources(data(), folder_.path());
    auto figure = make_figure_spec(document_, *make_choropleth(document_), *sources,
                                   {.file = "f.pdf", .language = language});
    EXPECT_TRUE(add_outlines(figure, document_, contiguity_, language));
    return figure.notes;
  };
  EXPECT_THAT(notes(Language::en), Contains(HasSubstr("borders matched within 100 m")));
  EXPECT_THAT(notes(Language::en),
              Contains("Agglomerations 1 and 2 depend on matching borders within 100 m."));
  EXPECT_THAT(notes(Language::vi),
              Contains("Các quần tụ 1 và 2 phụ thuộc vào việc khớp ranh giới trong khoảng 100 m."));
  match_within(0);
  EXPECT_THAT(notes(Language::en), Not(Contains(HasSubstr("matched within"))));
}

/// What the header of border_match.h promises of these districts.
TEST_F(ApartDistricts, NeedAToleranceByThemselvesAndAreMatchedWithNothingSet) {
  match_within(std::nullopt);
  const Contiguity by_default = *Contiguity::build(data());
  EXPECT_THAT(by_default.match().beside, SizeIs(2));
  EXPECT_GE(by_default.match().proposed_m, 60);
  EXPECT_EQ(by_default.tolerance_m(), by_default.match().proposed_m);
  EXPECT_TRUE(by_default.is_of(document_.view.agglomerations));
  EXPECT_THAT(members(find_agglomerations(document_, by_default)->front()),
              testing::IsSupersetOf({"11", "12", "21"}));
}

TEST_F(ApartDistricts, AreKnownAsNearAtAnyTolerance) {
  const Contiguity exact = *Contiguity::build(data(), 0);
  match_within(0);
  const auto explanation = *explain(document_, exact, unit("21"));
  ASSERT_THAT(explanation.apart, SizeIs(2));
  EXPECT_NEAR(explanation.apart[0].border.distance_m, 60, 1);
  match_within(100);
  EXPECT_THAT(find_agglomerations(document_, exact).value(), SizeIs(2))
      << "no topology is made anew for that";
}

TEST(CleanBoundaries, DependOnNoTolerance) {
  Document document{vietnam_2007(), {}};
  const Contiguity contiguity = *Contiguity::build(*document.data->dataset);
  EXPECT_EQ(contiguity.tolerance_m(), 0);
  for (const double tolerance_m : {0.0, 100.0}) {
    document.view.agglomerations.tolerance_m = tolerance_m;
    const auto found = find_agglomerations(document, contiguity);
    ASSERT_TRUE(found);
    for (const AgglomerationReport& report : *found) EXPECT_FALSE(report.depends_on_tolerance());
    EXPECT_EQ(assess_robustness(document, contiguity)->grid.size(), 9u * 4 * 2 * 2)
        << "the grid is as it was";
  }
}

TEST(OverlappingNeighbours, AreExplainedWithTheGroundThatBothCover) {
  const auto data = vietnam_2007();
  const auto unit = [&](const char* code) { return *data->dataset->frame.find(code); };
  const Explanation explanation{
      .unit = unit("760"),
      .links = {{.neighbour = unit("761"),
                 .border = {.kind = BorderKind::overlap, .length_m = 11'000, .area_m2 = 363'000}}}};
  EXPECT_THAT(explanation_text(*data->dataset, explanation, Language::en).links,
              Contains(HasSubstr(": overlaps by 0.4 km² along 11.0 km")));
  EXPECT_THAT(explanation_text(*data->dataset, explanation, Language::vi).links,
              Contains(HasSubstr(": chồng lấn 0,4 km² dọc theo 11,0 km")));
  EXPECT_EQ(area_text(31'000, Language::en), "3.1 ha");
  EXPECT_EQ(area_text(40, Language::vi), "40 m²");
}

Border row(core::topology::UnitIndex a, core::topology::UnitIndex b, BorderKind kind, double distance_m = 0) {
  return {.a = a,
          .b = b,
          .kind = kind,
          .length_m = kind == BorderKind::corner ? 0.0 : 500.0,
          .distance_m = distance_m};
}

TEST(Ledger, HoldsWhatMeetsAndWhatIsNearBeyondTheToleranceOnceEach) {
  const auto ledger = ledger_of(
      {row(0, 1, BorderKind::edge), row(0, 2, BorderKind::corner), row(1, 2, BorderKind::near, 60)},
      {row(1, 2, BorderKind::near, 60), row(0, 3, BorderKind::near, 150), row(0, 2, BorderKind::near, 200)});
  ASSERT_THAT(ledger, SizeIs(5));
  EXPECT_EQ(ledger[1], row(0, 2, BorderKind::corner)) << "they touch, whatever the tolerance";
  EXPECT_EQ(ledger[2], row(0, 2, BorderKind::near, 200));
  EXPECT_EQ(ledger[3], row(0, 3, BorderKind::near, 150));
  EXPECT_EQ(ledger[4], row(1, 2, BorderKind::near, 60));
}

TEST(Tolerance, OfViewsOfBeforeIsLeftToTheDataWhereNothingElseWasChosen) {
  const auto data = mini();
  const auto tolerance = [&](const std::string& rules) {
    return view_on({.json = R"({"sector":"I","measure":"lq","agglomerations":{)" + rules + "}}"},
                   *data->dataset)
        ->agglomerations.tolerance_m;
  };
  EXPECT_EQ(tolerance(R"("snap_m":1)"), std::nullopt) << "the default of before";
  EXPECT_EQ(tolerance(R"("snap_m":25)"), 25);
  EXPECT_EQ(tolerance(R"("snap_m":0)"), 0);
  EXPECT_EQ(tolerance(R"("snap_m":5000)"), max_tolerance_m);
  EXPECT_EQ(tolerance(""), std::nullopt);
  EXPECT_EQ(tolerance(R"("tolerance_m":null)"), std::nullopt);
  EXPECT_EQ(tolerance(R"("tolerance_m":1)"), 1);
  const Document document{data, {}};
  EXPECT_THAT(view_text(document), HasSubstr(R"("tolerance_m":null)"));
}

TEST(Tolerance, BeyondWhatIsLookedForOrNegativeIsRefused) {
  Workspace workspace(mini());
  for (const double tolerance_m : {-1.0, 1001.0, static_cast<double>(NAN)}) {
    const auto refused = workspace.apply(commands::set_agglomerations({.tolerance_m = tolerance_m}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().subject.field, "tolerance_m");
  }
  EXPECT_TRUE(workspace.apply(commands::set_agglomerations({.tolerance_m = max_tolerance_m})));
}

}  // namespace
}  // namespace vicinia::workspace
