#include "vicinia/workspace/tables/selection_report.h"

#include <gmock/gmock.h>

#include <random>

#include "fixture.h"

namespace vicinia::workspace {
namespace {

using core::admin::UnitIndex;
using testing::HasSubstr;

SectorValues values_of(const Document& document) {
  auto values = sector_values(document);
  EXPECT_TRUE(values);
  return *std::move(values);
}

TEST(SelectionReport, OfTheMembersOfAnAgglomerationHasItsSumsAndItsQuotient) {
  const Document document{vietnam_2007(), {}};
  const auto contiguity = Contiguity::build(*document.data->dataset);
  ASSERT_TRUE(contiguity);
  const auto reports = find_agglomerations(document, *contiguity);
  ASSERT_TRUE(reports);
  const SectorValues values = values_of(document);
  for (const AgglomerationReport& agglomeration : *reports) {
    const std::vector<UnitIndex> members(agglomeration.found.members.begin(),
                                         agglomeration.found.members.end());
    const SelectionReport report = report_on(Selection(members), values);
    EXPECT_EQ(report.with_values, members);
    EXPECT_EQ(report.provinces, agglomeration.provinces);
    EXPECT_EQ(report.sums.employees, agglomeration.found.sums.employees);
    ASSERT_EQ(report.pooled.lq.has_value(), agglomeration.pooled.lq.has_value());
    if (report.pooled.lq) {
      EXPECT_EQ(report.pooled.lq->low, agglomeration.pooled.lq->low);
      EXPECT_EQ(report.pooled.lq->high, agglomeration.pooled.lq->high);
    }
  }
}

TEST(SelectionReport, UnitsThatPublishNothingChangeNoSumAndAreCounted) {
  std::mt19937 random(11);
  const Document document{vietnam_2007(), {}};
  const SectorValues values = values_of(document);
  const std::size_t size = document.data->dataset->frame.size();
  for (int round = 0; round < 200; ++round) {
    std::vector<UnitIndex> some;
    for (int i = 0; i < 1 + round % 30; ++i) some.push_back(random() % size);
    const Selection selection(some);
    const SelectionReport all = report_on(selection, values);
    EXPECT_EQ(all.with_values.size() + all.without_values.size(), selection.size());
    const SelectionReport published = report_on(Selection(all.with_values), values);
    EXPECT_EQ(all.sums.employees, published.sums.employees);
    EXPECT_EQ(all.pooled.lq.has_value(), published.pooled.lq.has_value());
    EXPECT_EQ(selection_lines(all, values, Language::vi).empty(), all.with_values.empty());
    if (!all.with_values.empty() && !all.without_values.empty()) {
      EXPECT_THAT(selection_text(all, Language::en), HasSubstr("of them publish values in this sector"));
    }
  }
}

TEST(SelectionReport, SaysInBothLanguagesHowManyUnitsAreTakenTogether) {
  const Document document{mini(), {}};
  const core::Dataset& data = *document.data->dataset;
  const SectorValues values = values_of(document);
  const SelectionReport two = report_on(Selection({*data.frame.find("11"), *data.frame.find("31")}), values);
  EXPECT_THAT(selection_text(two, Language::en), HasSubstr("2 units in 2 provinces"));
  EXPECT_THAT(selection_text(two, Language::vi), HasSubstr("2 đơn vị, 2 tỉnh, thành phố"));
  EXPECT_EQ(selection_text(report_on(Selection(), values), Language::en), "");
  const auto lines = selection_lines(two, values, Language::en);
  ASSERT_EQ(lines.size(), 7u);
  EXPECT_EQ(lines[0].name, "Location quotient (LQ)");
}

}  // namespace
}  // namespace vicinia::workspace
