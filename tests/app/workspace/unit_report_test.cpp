#include "vicinia/workspace/tables/unit_report.h"

#include "fixture.h"
#include "support/levels.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/words/totals_text.h"

namespace vicinia::workspace {
namespace {

TEST(UnitReport, ListsAllSectorsOfTheUnitWithEveryValue) {
  const Document document{vietnam_2007(), {}};
  const auto unit = *find_unit(*document.data->dataset, "Thuận An, Bình Dương");
  const auto report = make_unit_report(document, unit, Language::vi);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->name, "Thuận An");
  EXPECT_EQ(report->parent_name, "Bình Dương");
  EXPECT_TRUE(report->survey_parent_name.empty());
  EXPECT_TRUE(report->approximate);
  ASSERT_FALSE(report->sectors.empty());
  EXPECT_EQ(report->sectors[0].sector, 0u);
  EXPECT_EQ(report->sectors[0].values[static_cast<std::size_t>(core::indicators::Measure::employees)],
            core::Cell::of(42093));
  EXPECT_EQ(report->sectors[0].source_line, "585");
}

TEST(UnitReport, TellsWhereTheSurveyCountsAUnitThatMoved) {
  const Document document{vietnam_2007(), {}};
  const auto unit = *find_unit(*document.data->dataset, "Mê Linh");
  const auto report = make_unit_report(document, unit, Language::vi);
  EXPECT_EQ(report->parent_name, "Hà Nội");
  EXPECT_EQ(report->survey_parent_name, "Vĩnh Phúc");
}

TEST(Tooltip, NamesTheUnitAndPutsTheShownMeasureFirst) {
  Document document{vietnam_2007(), {}};
  const auto unit = *find_unit(*document.data->dataset, "District 12, Ho Chi Minh City");
  document.view.variable = core::values::Variable::employees;
  const auto lines = tooltip_lines(document, make_choropleth(document).value(), unit, Language::vi);
  ASSERT_GE(lines.size(), 4u);
  EXPECT_EQ(lines[0], "Quận 12, Hồ Chí Minh");
  EXPECT_EQ(lines[1], "Dệt, may");
  EXPECT_EQ(lines[2], "Lao động: 42.626");
  EXPECT_EQ(lines[3], "LQ: 4,7 (các tổng suy ra cho phép 4,67 – 4,69)");
}

TEST(UnitReport, SaysBesideAPrintedQuotientWhatTheTotalsAllow) {
  const Document document{vietnam_2007(), {}};
  const auto report = make_unit_report(
      document, *find_unit(*document.data->dataset, "District 12, Ho Chi Minh City"), Language::en);
  const auto allowed = [&](core::indicators::Measure measure) {
    return report->sectors[0].allowed[static_cast<std::size_t>(measure)];
  };
  EXPECT_EQ(allowed(core::indicators::Measure::location_quotient),
            "the reconstructed totals allow 4.67 – 4.69");
  EXPECT_NE(allowed(core::indicators::Measure::sector_share).find("reconstructed"), std::string::npos);
  EXPECT_EQ(allowed(core::indicators::Measure::employees), "") << "a count is not divided by anything";
}

TEST(UnitReport, OfACompleteMatrixTheTotalsSayNoMoreThanTheValue) {
  const Document document{mini(), {}};
  const auto report = make_unit_report(document, *document.data->dataset->frame.find("21"), Language::en);
  for (const ReportedSector& sector : report->sectors)
    for (const std::string& allowed : sector.allowed) EXPECT_EQ(allowed, "");
}

TEST(NationalTotal, IsStatedAsAnIntervalWithWhereItComesFrom) {
  const Document list{vietnam_2007(), {}};
  EXPECT_EQ(national_total_text(list, tests::district_level, Language::en),
            "E: 7,378,892 – 7,386,834, reconstructed");
  EXPECT_EQ(national_total_text(list, tests::district_level, Language::vi),
            "E: 7.378.892 – 7.386.834, suy ra từ số đã công bố");
  EXPECT_NE(national_total_note(list, tests::district_level, Language::en).find("rows agree"),
            std::string::npos);
  EXPECT_EQ(national_total_text({mini(), {}}, tests::district_level, Language::en), "E: 15,420, summed");
  EXPECT_EQ(national_total_text({mini(), {}}, tests::province_level, Language::en), "")
      << "no values of provinces there";
}

TEST(Tooltip, SaysThatAnUnlistedUnitIsNotPublished) {
  const Document document{vietnam_2007(), {}};
  const auto unit = *find_unit(*document.data->dataset, "Cần Giờ");
  EXPECT_EQ(tooltip_lines(document, make_choropleth(document).value(), unit, Language::en).back(),
            "not published");
}

}  // namespace
}  // namespace vicinia::workspace
