// Indicators of a sector in the document: three cell states, and grades by the user's own rule.
#include "vicinia/workspace/indicators/sector_indicators.h"

#include "fixture.h"
#include "vicinia/workspace/find.h"
#include "vicinia/workspace/indicators/indicator_texts.h"

namespace vicinia::workspace {
namespace {

using core::indicators::Indicator;
using core::indicators::Outcome;

SectorIndicators of_sector(const std::shared_ptr<const OpenDataset>& data, core::industry::SectorIndex sector,
                           const IndicatorOptions& options = {}) {
  return SectorIndicators::of(PeriodIndicators::of(data, 0), sector, options).value();
}

TEST(SectorIndicators, AUnitThatIsNotListedHasNoNumberAndNoFlag) {
  const auto data = vietnam_2007();
  const auto all = of_sector(data, 0);
  const auto unit = *find_unit(*data->dataset, "Cần Giờ");
  for (const auto& info : core::indicators::all_indicators()) {
    const IndicatorValue value = all.at(unit, info.indicator);
    EXPECT_EQ(value.value.state(), core::CellState::not_published) << info.id;
    EXPECT_FALSE(value.range || value.flag) << info.id;
    EXPECT_EQ(indicator_value_text(value, info.indicator, Language::en), "not published") << info.id;
  }
}

TEST(SectorIndicators, AZeroIsAValue) {
  const auto data = mini();
  const auto all = of_sector(data, 1);
  const auto unit = *data->dataset->frame.find("32");  // no textiles there
  EXPECT_EQ(all.at(unit, Indicator::location_quotient).value, core::Cell::of(0));
  EXPECT_EQ(all.at(unit, Indicator::sme_share).value.state(), core::CellState::undefined);
  EXPECT_EQ(all.at(unit, Indicator::dominance_few_enterprises).flag, Outcome::not_met);
}

TEST(IndicatorValueText, AProbabilityIsNeverWrittenAsZero) {
  const auto text = [](double p, Language language) {
    return indicator_value_text({.value = core::Cell::of(p), .origin = ValueOrigin::computed}, Indicator::plant_p, language);
  };
  EXPECT_EQ(text(0.0312, Language::en), "0.031");
  EXPECT_EQ(text(2.28e-104, Language::vi), "2,3·10⁻¹⁰⁴");
  EXPECT_EQ(text(0.00009999, Language::en), "1.0·10⁻⁴");
  EXPECT_EQ(text(1e-5, Language::en), "1.0·10⁻⁵");
}

TEST(SectorIndicators, AnotherOwnRuleChangesOnlyTheOwnGrade) {
  const auto data = vietnam_2007();
  const auto without = of_sector(data, 0);
  const auto unit = *find_unit(*data->dataset, "Thuận An, Bình Dương");
  EXPECT_EQ(without.grades(unit)->own.verdict, Outcome::cannot_be_told) << "no rule is none that everything meets";
  const core::indicators::grades::OwnRule rule{.employees = {.min = 42'094}};
  const auto with = without.with_own_rule(rule);
  ASSERT_TRUE(with);
  EXPECT_EQ(with->grades(unit)->own.verdict, Outcome::not_met);
  EXPECT_EQ(with->grades(unit)->published.verdict, without.grades(unit)->published.verdict);
  EXPECT_EQ(with->grades(unit)->stars.least, without.grades(unit)->stars.least);
  const auto anew = of_sector(data, 0, {.own_rule = rule});
  EXPECT_EQ(with->grades(unit)->compared.agreement, anew.grades(unit)->compared.agreement);
  EXPECT_EQ(with->own_rule(), rule);
}

}  // namespace
}  // namespace vicinia::workspace
