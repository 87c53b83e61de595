
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "fixture.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/tables/robustness_table.h"
#include "vicinia/workspace/words/robustness_text.h"

namespace vicinia::workspace {
namespace {

using core::agglomeration::AgglomerationRobustness;
using core::agglomeration::MemberRobustness;

class RobustnessOfVietNam : public testing::Test {
 protected:
  [[nodiscard]] const core::Dataset& data() const { return *document_.data->dataset; }
  [[nodiscard]] RobustnessReport report() const {
    auto report = assess_robustness(document_, *contiguity_);
    EXPECT_TRUE(report);
    return std::move(*report);
  }
  [[nodiscard]] std::string name(std::size_t unit) const { return data().frame[unit].name_en; }

  Document document_{vietnam_2007(), {}};  // sector I
  core::Result<Contiguity> contiguity_ = Contiguity::build(data());
};

TEST_F(RobustnessOfVietNam, TextileInTheSouthSurvivesEverywhereWithTwoDistrictsAtItsFringe) {
  const AgglomerationRobustness largest = report().found.agglomerations.front();
  ASSERT_EQ(largest.members.size(), 18u);
  EXPECT_EQ(largest.survival, 1);
  std::set<std::string> fringe;
  for (const MemberRobustness& member : largest.members)
    if (!member.is_core) fringe.insert(name(member.unit));
  EXPECT_EQ(fringe, (std::set<std::string>{"Bien Hoa", "Binh Tan"}))
      << "their LQ of 1.3 passes seven of nine thresholds";
  EXPECT_TRUE(largest.near.empty()) << "the list holds no district with an LQ below 1";
}

// Long Biên (LQ 1.2) and Hoàng Mai (1.4) meet along less than a kilometre, and either one is lost at a higher threshold.
TEST_F(RobustnessOfVietNam, APairThatHangsByAShortBorderAndLowQuotientsIsFringe) {
  const RobustnessReport all = report();
  const AgglomerationRobustness& pair = all.found.agglomerations[2];
  ASSERT_EQ(pair.members.size(), 2u);
  EXPECT_EQ(name(pair.members[0].unit), "Long Bien");
  EXPECT_DOUBLE_EQ(pair.survival, 6.0 / 9 / 2);
  EXPECT_GT(pair.reduced, pair.gone);
  for (const auto& at : survival_by(core::agglomeration::VariedRule::border_min_m, all.grid, pair.outcomes))
    EXPECT_EQ(at.survival > 0, at.value == 0) << at.value;
}

TEST_F(RobustnessOfVietNam, AStricterReferenceHasNearMembers) {
  document_.view.agglomerations.rules.lq_min = 2;
  const RobustnessReport strict = report();
  const auto cu_chi = *find_unit(data(), "Củ Chi"), district_7 = *find_unit(data(), "Quận 7");
  const auto& with_cu_chi =
      *std::ranges::find_if(strict.found.agglomerations, [&](const AgglomerationRobustness& a) {
        return std::ranges::find(a.members, cu_chi, &MemberRobustness::unit) != a.members.end();
      });
  ASSERT_FALSE(with_cu_chi.near.empty());
  EXPECT_EQ(std::ranges::find(with_cu_chi.members, district_7, &MemberRobustness::unit),
            with_cu_chi.members.end());
  for (const auto& near : with_cu_chi.near)
    EXPECT_LE(near.joins, with_cu_chi.survival + with_cu_chi.absorbed);
}

TEST_F(RobustnessOfVietNam, TheReferenceIsWhatTheMapShows) {
  const auto shown = find_agglomerations(document_, *contiguity_);
  const RobustnessReport all = report();
  ASSERT_EQ(all.found.reference.size(), shown->size());
  for (std::size_t i = 0; i < shown->size(); ++i)
    EXPECT_EQ(all.found.reference[i].members, (*shown)[i].found.members);
  EXPECT_EQ(std::ranges::count(all.grid, rules_in_force(*contiguity_, document_.view.agglomerations)), 1);
}

TEST_F(RobustnessOfVietNam, CutsByHandHoldAtEveryPoint) {
  const auto trang_bang = *find_unit(data(), "Trảng Bàng");
  for (const auto& border : contiguity_->borders())
    if (border.a == trang_bang || border.b == trang_bang)
      document_.view.agglomerations.links.cut.emplace_back(border.a, border.b);
  const RobustnessReport all = report();
  EXPECT_EQ(all.found.agglomerations.front().members.size(), 17u);
  EXPECT_TRUE(all.found.agglomerations.front().near.empty()) << "no link rule brings it back";
}

TEST_F(RobustnessOfVietNam, CanBeCancelled) {
  std::stop_source stop;
  stop.request_stop();
  const auto report = assess_robustness(document_, *contiguity_, {}, {.stop = stop.get_token()});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, core::ErrorCode::cancelled);
}

TEST_F(RobustnessOfVietNam, TablesSayTheSameInCsvAndJson) {
  const RobustnessReport all = report();
  const auto json = nlohmann::json::parse(*robustness_json(document_, all));
  std::istringstream csv(*robustness_table(document_, all).map(&ValueTable::csv));
  std::string line;
  std::getline(csv, line);
  const auto units_of = [](const nlohmann::json& agglomeration) {
    nlohmann::json units = agglomeration["members"];
    units.insert(units.end(), agglomeration["near"].begin(), agglomeration["near"].end());
    return units;
  };
  EXPECT_EQ(
      line,
      "sector_no,id,agglomeration_survival,mean_jaccard,absorbed,reduced,gone,unit_code,unit_vi,unit_en,part,survival,tolerance_m,depends_on_tolerance,period,agglomeration_membership,membership");
  for (const auto& agglomeration : json)
    for (const auto& member : units_of(agglomeration)) {
      ASSERT_TRUE(std::getline(csv, line));
      EXPECT_THAT(line, testing::StartsWith("I," + agglomeration["id"].dump() + ","));
      EXPECT_THAT(line, testing::HasSubstr("," + member["code"].get<std::string>() + ","));
      EXPECT_THAT(line, testing::HasSubstr("," + member.value("part", "near") + ","));
      EXPECT_THAT(line, testing::EndsWith("," + agglomeration["membership"].get<std::string>() + "," +
                                          member["membership"].get<std::string>()));
    }
  EXPECT_FALSE(std::getline(csv, line));
  EXPECT_EQ(json[0]["survival"], 1.0);
  EXPECT_EQ(json[0]["grid_points"], 144);
  EXPECT_EQ(json[0]["survival_by"]["employees_min"][3]["value"], 5000);
  EXPECT_EQ(json[0]["survival_by"]["corners"][1]["value"], true);
}

// Nam Sách is printed with an LQ that its other values contradict: they put it above 1.
TEST_F(RobustnessOfVietNam, WhoMayBeInByTheRangeOfItsLqIsNamedInWordsAndTables) {
  const RobustnessReport all = report();
  const auto nam_sach = *data().frame.find("291");
  const auto at = std::ranges::find_if(all.membership, [](const auto& one) { return !one.may_join.empty(); });
  ASSERT_NE(at, all.membership.end());
  const auto agglomeration = static_cast<std::size_t>(at - all.membership.begin());
  EXPECT_EQ(all.certainty_of(agglomeration, static_cast<core::topology::UnitIndex>(nam_sach)),
            core::agglomeration::Certainty::may_be);
  EXPECT_EQ(membership_text(data(), *at, Language::en, 10),
            "May be in, given the range of their LQs: Nam Sach.");
  EXPECT_THAT(agglomeration_robustness_text(data(), all, agglomeration, Language::vi, 10),
              testing::HasSubstr("Có thể thuộc quần tụ, xét theo khoảng của LQ: Nam Sách."));
  EXPECT_THAT(unit_robustness_text(all, nam_sach, Language::en),
              testing::StartsWith("By the rules in force it may be in agglomeration 6"));
  EXPECT_THAT(*robustness_table(document_, all).map(&ValueTable::csv),
              testing::HasSubstr("Nam Sach,near,0,0,false,2007,certainly,may_be\n"));
}

TEST(Robustness, OfACompleteMatrixNamesWhoStandsJustOutside) {
  // Sector II of the small example: 11 and 21 border each other, and a threshold between their quotients leaves 11 alone.
  Document document{mini(), {.sector = 1}};
  const auto values = sector_values(document);
  const auto contiguity = Contiguity::build(*document.data->dataset, 0);
  const auto unit_11 = *document.data->dataset->frame.find("11"),
             unit_21 = *document.data->dataset->frame.find("21");
  const double of_11 = values->by_unit()[unit_11].lq.number(), of_21 = values->by_unit()[unit_21].lq.number();
  document.view.agglomerations.rules.lq_min = (of_11 + of_21) / 2;
  const auto report = assess_robustness(*values, *contiguity, document.view.agglomerations);
  ASSERT_TRUE(report);
  ASSERT_EQ(report->found.reference.size(), 1u);
  ASSERT_THAT(report->found.reference[0].members, testing::ElementsAre(unit_11));
  // One and two members are one half alike, which is not more than half: 11 alone is absorbed by the two together.
  const AgglomerationRobustness& alone = report->found.agglomerations[0];
  EXPECT_DOUBLE_EQ(alone.absorbed, alone.near.front().joins);
  EXPECT_EQ(alone.near.front().unit, unit_21);
}

TEST_F(RobustnessOfVietNam, IsSaidInASentenceForAUnitAndForAnAgglomeration) {
  const RobustnessReport r = report();
  const auto unit = [&](const char* code) { return *data().frame.find(code); };
  EXPECT_EQ(unit_robustness_text(r, unit("731"), Language::en),
            "Fringe of the agglomeration: a member at no more than 78% of 144 variations of the rules.");
  EXPECT_EQ(unit_robustness_text(r, unit("761"), Language::vi),
            "Phần lõi của quần tụ: vẫn thuộc quần tụ ở 100% trong 144 phương án quy tắc.");
  EXPECT_EQ(unit_robustness_text(r, unit("787"), Language::en), "") << "Cần Giờ is neither member nor near";
  EXPECT_EQ(agglomeration_robustness_text(data(), r, 0, Language::en, 10),
            "Survives at 100% of 144 variations of the rules.\nFringe: Bien Hoa (78%), Binh Tan (78%).");
  EXPECT_EQ(agglomeration_robustness_text(data(), r, 0, Language::en, 1),
            "Survives at 100% of 144 variations of the rules.\nFringe: Bien Hoa (78%) and 1 more.");
}

}  // namespace
}  // namespace vicinia::workspace
