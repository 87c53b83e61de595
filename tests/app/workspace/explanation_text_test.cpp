#include "vicinia/workspace/words/explanation_text.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "fixture.h"
#include "vicinia/core/agglomeration/shortfall.h"
#include "vicinia/workspace/document/find.h"

namespace vicinia::workspace {
namespace {

using core::agglomeration::SizeRule;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Standing = Explanation::Standing;

/// Sector I of the built-in data, as a planner asks about it.
class Explained : public testing::Test {
 protected:
  [[nodiscard]] const core::Dataset& data() const { return *document_.data->dataset; }
  [[nodiscard]] core::topology::UnitIndex unit(const char* name) const {
    return static_cast<core::topology::UnitIndex>(*find_unit(data(), name));
  }
  AgglomerationSettings& settings() { return document_.view.agglomerations; }
  Explanation explain_unit(const char* name) {
    auto explanation = explain(document_, contiguity_, unit(name));
    EXPECT_TRUE(explanation);
    return std::move(*explanation);
  }
  ExplanationText text_of(const char* name, Language language = Language::en) {
    return explanation_text(data(), explain_unit(name), language);
  }

  Document document_{vietnam_2007(), {}};
  Contiguity contiguity_ = *Contiguity::build(data());
};

TEST_F(Explained, AMemberHearsItsAgglomerationAndWhoLinksIt) {
  const ExplanationText text = text_of("Trảng Bàng");
  EXPECT_EQ(text.name, "Trang Bang, Tay Ninh");
  EXPECT_EQ(text.verdict, "In agglomeration 1, one of 18 units.");
  ASSERT_EQ(text.checks.size(), 1u);
  EXPECT_TRUE(text.checks[0].passed);
  EXPECT_EQ(text.checks[0].text, "Location quotient (LQ): 4.1 (at least 1.0)");
  EXPECT_THAT(text.reasons, IsEmpty());
  EXPECT_THAT(text.links,
              testing::Contains("Cu Chi, Ho Chi Minh City: 17.8 km of border, in the same agglomeration"));
  const ExplanationText vi = text_of("Trảng Bàng", Language::vi);
  EXPECT_EQ(vi.verdict, "Thuộc quần tụ 1: một trong 18 đơn vị.");
  EXPECT_THAT(vi.links, testing::Contains("Củ Chi, Hồ Chí Minh: 17,8 km ranh giới, cùng quần tụ"));
}

TEST_F(Explained, AnUnpublishedUnitIsNotCalledTooLow) {
  const Explanation explanation = explain_unit("Cần Giờ");
  EXPECT_EQ(explanation.standing, Standing::unit_fails);
  ASSERT_EQ(explanation.touching.size(), 1u);
  EXPECT_EQ(explanation.touching[0].agglomeration, 0u);
  EXPECT_THAT(explanation.touching[0].through, ElementsAre(unit("Nhơn Trạch")));
  const ExplanationText text = text_of("Cần Giờ");
  EXPECT_THAT(
      text.reasons,
      ElementsAre(
          "Location quotient (LQ): not published, so whether it reaches 1.0 is unknown; not published is "
          "not zero."));
  ASSERT_EQ(text.touching.size(), 1u);
  EXPECT_THAT(text.touching[0],
              testing::StartsWith("Linked to agglomeration 1 through Nhon Trach, Dong Nai ("));
}

TEST_F(Explained, AUnitBelowTheThresholdHearsBothNumbers) {
  settings().rules.lq_min = 1.25;
  EXPECT_THAT(
      text_of("Long Biên").reasons,
      ElementsAre("Location quotient (LQ): 1.20, less than the 1.25 that the rules ask for. Between 504 and "
                  "587 employees short, every total staying as it is."));
  EXPECT_THAT(
      text_of("Long Biên", Language::vi).reasons,
      ElementsAre("Thương số vị trí (LQ): 1,20, thấp hơn mức 1,25 theo quy tắc. Thiếu từ 504 đến 587 lao "
                  "động, nếu mọi tổng số giữ nguyên."));
}

TEST_F(Explained, WhatAUnitLacksGrowsWithTheThresholdAndIsNothingWhereTheLqReachesIt) {
  for (core::industry::SectorIndex sector = 0; sector < data().sectors.size(); ++sector) {
    document_.view.sector = sector;
    const auto values = *sector_values(document_);
    for (core::admin::UnitIndex one = 0; one < values.by_unit().size(); ++one) {
      const auto& range = values.lq_ranges()[one];
      if (!range || !values.by_unit()[one].employees.has_number()) continue;
      double before = -1e300;
      for (const double threshold : {range->low / 2, range->low, range->high, 2 * range->high}) {
        const auto lacking = core::agglomeration::employees_short_of_lq(values, one, threshold);
        if (!lacking) continue;
        EXPECT_LE(lacking->low, lacking->high);
        EXPECT_GE(lacking->high, before - 1e-6);
        before = lacking->high;
        EXPECT_TRUE(threshold > range->low || lacking->low <= 1e-6);
        EXPECT_TRUE(threshold < range->high || lacking->high >= -1e-6);
      }
    }
  }
}

TEST_F(Explained, AUnitWhoseSetIsTooSmallHearsTheValuesOfTheSet) {
  settings().rules.size.employees_min = 30000;
  const Explanation explanation = explain_unit("Hoàng Mai");
  EXPECT_EQ(explanation.standing, Standing::set_too_small);
  EXPECT_THAT(explanation.set, ElementsAre(unit("Long Biên"), unit("Hoàng Mai")));
  ASSERT_EQ(explanation.set_checks.size(), 1u);
  EXPECT_EQ(explanation.set_checks[0].value, core::Cell::of(12616 + 12278));
  EXPECT_THAT(text_of("Hoàng Mai").reasons,
              ElementsAre("It and Long Bien, Hanoi qualify and are linked, but together they are too small.",
                          "Employees: 24,894, less than the 30,000 that the rules ask for. 5,106 short."));
}

TEST_F(Explained, AUnitThatIsTooSmallAloneHearsSo) {
  settings().rules.size.employees_min = 30000;
  EXPECT_THAT(text_of("thành phố Hải Dương, tỉnh Hải Dương").reasons,
              ElementsAre("It qualifies, but is linked to no neighbour that does, and alone it is too small.",
                          "Employees: 11,003, less than the 30,000 that the rules ask for. 18,997 short."));
}

TEST_F(Explained, AMemberThatItsNeighboursCarryHearsSo) {
  settings().rules.size.employees_min = 30000;
  const ExplanationText text = text_of("Trảng Bàng");
  EXPECT_THAT(text.reasons, ElementsAre("Alone it would be too small; its neighbours carry it."));
  EXPECT_EQ(text.checks[1].text, "Employees: 12,070 (at least 30,000, asked of the whole agglomeration)");
}

TEST_F(Explained, ASizeAskedOfEachUnitKeepsItOut) {
  settings().rules.size = {.scope = SizeRule::Scope::unit, .employees_min = 30000};
  const Explanation explanation = explain_unit("Trảng Bàng");
  EXPECT_EQ(explanation.standing, Standing::unit_fails);
  EXPECT_THAT(text_of("Trảng Bàng").reasons,
              ElementsAre("Employees: 12,070, less than the 30,000 that the rules ask for. 17,930 short."));
}

TEST_F(Explained, LinksAndCutsByHandAreNamed) {
  settings().links = {.linked = {{unit("Củ Chi"), unit("Cần Giờ")}},
                      .cut = {{unit("Cần Giờ"), unit("Nhơn Trạch")}}};
  const ExplanationText text = text_of("Cần Giờ");
  EXPECT_THAT(text.links, testing::Contains("Cu Chi, Ho Chi Minh City: linked by hand, in agglomeration 1"));
  EXPECT_THAT(text.cut, ElementsAre("The link to Nhon Trach, Dong Nai was cut by hand."));
  EXPECT_THAT(plain_text(text, Language::en), HasSubstr("was cut by hand.\n"));
}

TEST_F(Explained, AUnitWithoutAnyLinkIsAnIsolate) {
  settings().rules.link.min_length_m = 1e6;
  EXPECT_THAT(text_of("Cần Giờ").reasons, testing::Contains(HasSubstr("linked to no neighbour")));
  const ExplanationText text = text_of("Trảng Bàng");
  EXPECT_THAT(text.verdict, HasSubstr("by itself"));
  EXPECT_THAT(text.reasons, ElementsAre(HasSubstr("linked to no neighbour")));
}

TEST_F(Explained, AProvinceIsToldThatAgglomerationsAreMadeOfDistricts) {
  EXPECT_EQ(explain_unit("Bình Dương").standing, Standing::not_of_the_map);
  const ExplanationText text = text_of("Bình Dương", Language::vi);
  EXPECT_THAT(text.checks, IsEmpty());
  EXPECT_THAT(
      text.reasons,
      ElementsAre(
          "Bình Dương là đơn vị cấp tỉnh, còn quần tụ gồm các đơn vị cấp huyện: hãy chọn một huyện."));
}

TEST(ExplanationText, NeverRoundsAValueToTheOtherSideOfTheThreshold) {
  const auto data = mini();
  Explanation explanation{.unit = 3, .standing = Standing::unit_fails};
  explanation.checks = {{.rule = "lq_min", .value = core::Cell::of(0.98), .threshold = 1, .passed = false}};
  EXPECT_EQ(explanation_text(*data->dataset, explanation, Language::en).checks[0].text,
            "Location quotient (LQ): 0.98 (at least 1.0)");
}

TEST(ExplanationText, HasAReasonForEveryUnitOutsideAndLeavesNoBraces) {
  const Document document{vietnam_2007(), {.agglomerations = {.rules = {.size = {.employees_min = 20000}}}}};
  const core::Dataset& data = *document.data->dataset;
  const auto contiguity = Contiguity::build(data);
  const auto values = sector_values(document);
  const auto reports = find_agglomerations(*values, *contiguity, document.view.agglomerations);
  for (core::admin::UnitIndex unit = 0; unit < data.frame.size(); ++unit) {
    const auto explanation = explain(*values, *contiguity, document.view.agglomerations, *reports, unit);
    ASSERT_TRUE(explanation);
    for (const Language language : {Language::vi, Language::en}) {
      const ExplanationText text = explanation_text(data, *explanation, language);
      EXPECT_EQ(plain_text(text, language).find_first_of("{}"), std::string::npos) << text.name;
      EXPECT_TRUE(explanation->agglomeration || !text.reasons.empty()) << text.name;
    }
  }
}

TEST_F(Explained, JsonKeepsTheIdentifiersOfRules) {
  settings().rules.size.employees_min = 30000;
  const auto json = nlohmann::json::parse(*explanation_json(document_, explain_unit("Hoàng Mai")));
  EXPECT_EQ(json["standing"], "set_too_small");
  EXPECT_EQ(json["agglomeration"], nullptr);
  EXPECT_EQ(json["checks"][0]["rule"], "lq_min");
  EXPECT_EQ(json["set_checks"][0]["value"], 24894);
  EXPECT_EQ(json["set"].size(), 2u);
  EXPECT_EQ(json["text_vi"].size(), json["text_en"].size());
}

}  // namespace
}  // namespace vicinia::workspace
